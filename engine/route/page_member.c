/* A member's public page: what the county's script says is public. */
#include "answer/answer.h"
#include "answer/orgnumber.h"
#include "codec/json.h"
#include "join/commitment.h"
#include "join/renew.h"
#include "route/members.h"
#include "route/question.h"
#include "route/submitted.h"
#include "route/turn.h"

#define PARTS_MOST 200

/* Stand in the page's head already. */
static bool is_head(const struct ans_question *q)
{
    return q->type == ANS_Q_NAME || q->type == ANS_Q_KIND ||
           q->type == ANS_Q_MUNICIPALITY || q->type == ANS_Q_MEMBER ||
           q->type == ANS_Q_BODIES;
}

static struct ans_value group_value(struct ans_turn *t,
                                    const struct ans_question *q,
                                    struct ans_value rows)
{
    struct ans_list *list = ans_list_new(t->arena);
    for (size_t r = 0; r < rows.list->count; r++) {
        struct ans_list *cells = ans_list_new(t->arena);
        for (size_t i = 0; i < q->questions.count; i++) {
            const struct ans_question *sub =
                ANS_AT(ans_question, q->questions, i);
            struct ans_value v =
                ans_map_get(rows.list->items[r].map, sub->node.id);
            if (v.type == ANS_NIL)
                continue;
            struct ans_map *cell = ans_list_add_map(cells);
            ans_map_put(cell, "label", ans_said_value(t, &sub->profile));
            ans_map_put_str(cell, "value", ans_question_words(t, sub, v));
        }
        ans_list_add(list, ans_value_list(cells));
    }
    return ans_value_list(list);
}

static struct ans_value list_value(struct ans_turn *t,
                                   const struct ans_question *q,
                                   struct ans_value ids)
{
    struct ans_list *list = ans_list_new(t->arena);
    for (size_t i = 0; i < ids.list->count; i++) {
        struct ans_list *one = ans_list_new(t->arena);
        ans_list_add(one, ids.list->items[i]);
        ans_list_add(
            list, ans_value_str(ans_question_words(t, q, ans_value_list(one))));
    }
    return ans_value_list(list);
}

static struct ans_value link_value(struct ans_turn *t, const char *scheme,
                                   struct ans_str address)
{
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "text", address);
    ans_map_put_str(
        m, "href",
        ans_arena_printf(t->arena, "%s%.*s", scheme, ANS_STR_ARG(address)));
    return ans_value_map(m);
}

static struct ans_value shown_value(struct ans_turn *t,
                                    const struct ans_question *q,
                                    struct ans_value v)
{
    switch (q->type) {
    case ANS_Q_WEB_ADDRESS:
        return link_value(t, "", v.s);
    case ANS_Q_EMAIL:
        return link_value(t, "mailto:", v.s);
    case ANS_Q_CHOICES:
    case ANS_Q_AREAS:
        return list_value(t, q, v);
    case ANS_Q_GROUP:
        return group_value(t, q, v);
    case ANS_Q_BY_SEX:
        return v;
    default:
        return ans_value_str(ans_question_words(t, q, v));
    }
}

static void put_field(struct ans_turn *t, struct ans_list *fields,
                      const struct ans_question *q,
                      const struct ans_member *member)
{
    struct ans_value v = ans_map_get(member->answers, q->node.id);
    if (is_head(q) || !ans_answer_is_public(q, v) || !ans_answer_is_of(q, v) ||
        !ans_still_public(t->site->county, q))
        return;
    struct ans_map *m = ans_list_add_map(fields);
    struct ans_said label = ans_text_for(&q->profile, t->lang, member->kind);
    ans_map_put_str(m, "id", q->node.id);
    ans_map_put_str(m, "type", ans_str_from(ans_question_type_word(q->type)));
    ans_map_put_str(m, "label", label.str);
    ans_map_put(m, "value", shown_value(t, q, v));
    if (q->type == ANS_Q_BY_SEX)
        ans_map_put(m, "other_label", ans_said_value(t, &q->other_label));
}

/* The member and the parts of it that have joined. */
struct found {
    struct ans_member member;
    struct ans_register_page parts;
    bool more;
    struct ans_renewed *renewed;
    size_t renewals;
};

static bool find_member(struct ans_turn *t, struct found *out,
                        struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    bool ok = ans_member_at(db, t->capture[0], t->arena, &out->member, err) &&
              ans_member_parts(db, out->member.id, PARTS_MOST, t->arena,
                               &out->parts, &out->more, err) &&
              ans_renew_history(db, out->member.id, t->arena, &out->renewed,
                                &out->renewals, err);
    ans_store_release(t->site->store, db);
    return ok;
}

static const struct ans_question *parent_question(struct ans_turn *t)
{
    const struct ans_question *q =
        t->county->join ? ans_join_question_of(t->county->join, ANS_Q_MEMBER)
                        : NULL;
    return q && q->public ? q : NULL;
}

/* The parts that have joined, and where a further one would. */
static void put_parts(struct ans_turn *t, struct ans_map *data,
                      const struct found *found)
{
    const struct ans_question *q = parent_question(t);
    if (!q)
        return;
    struct ans_list *parts = ans_map_put_list(data, "parts");
    for (size_t i = 0; i < found->parts.count; i++) {
        const struct ans_member *part = &found->parts.members[i];
        struct ans_map *m = ans_list_add_map(parts);
        ans_map_put_str(m, "name", part->name);
        ans_map_put_str(m, "href",
                        ans_href(t, "/anslutna/%.*s", ANS_STR_ARG(part->slug)));
        ans_map_put(m, "joined", ans_days_value(t, part->joined_on));
    }
    ans_map_put_bool(data, "more_parts", found->more);
    bool may = !q->of.count;
    for (size_t i = 0; i < q->of.count; i++)
        may |= ans_str_eq(q->of.items[i], found->member.kind);
    if (may)
        ans_map_put_str(data, "join_part_href",
                        ans_href(t, "/anslut/ny?inom=%.*s",
                                 ANS_STR_ARG(found->member.slug)));
}

/* The days on which it promised anew, under strategies that came after. */
static void put_renewed(struct ans_turn *t, struct ans_map *data,
                        const struct found *found)
{
    if (!found->renewals)
        return;
    struct ans_list *list = ans_map_put_list(data, "renewed");
    for (size_t i = 0; i < found->renewals; i++) {
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "strategy", found->renewed[i].strategy);
        ans_map_put(m, "day", ans_days_value(t, found->renewed[i].day));
    }
}

static void put_fields(struct ans_turn *t, struct ans_list *fields,
                       const struct ans_member *member)
{
    const struct ans_join *join = t->county->join;
    for (size_t s = 0; join && s < join->steps.count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, s);
        for (size_t i = 0; i < step->questions.count; i++)
            put_field(t, fields, ANS_AT(ans_question, step->questions, i),
                      member);
    }
}

/* An answer as it was sealed, in words. The oldest records do not say what
 * was public then; what is today has to do. */
static void put_sealed_field(struct ans_turn *t, struct ans_list *fields,
                             const struct ans_map *answer)
{
    struct ans_value v = ans_map_find(answer, "value");
    const struct ans_question *q =
        t->county->join ? ans_join_question_once(
                              t->county->join, ans_map_str(answer, "question"))
                        : NULL;
    struct ans_value public = ans_map_find(answer, "public");
    bool then = public.type != ANS_BOOL || public.b;
    if (!q || !then || is_head(q) || !ans_answer_is_public(q, v) ||
        (v.type == ANS_TEXT && ans_org_number_is_personal(v.s)))
        return;
    struct ans_map *m = ans_list_add_map(fields);
    ans_map_put_str(m, "id", q->node.id);
    ans_map_put(m, "type", ans_value_str(ANS_STR("text")));
    ans_map_put_str(m, "label", ans_map_str(answer, "label"));
    ans_map_put_str(m, "value", ans_map_str(answer, "text"));
}

/* The version cannot be had any more: the sealed record holds the answers with
 * their labels, and in words. */
static bool put_sealed(struct ans_turn *t, struct ans_list *fields,
                       const struct ans_member *member, struct ans_err *err)
{
    struct ans_commitment sealed = {0};
    struct ans_value document = ANS_VALUE_NIL;
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    bool found = ans_commitment_of(db, member->id, t->arena, &sealed, err);
    ans_store_release(t->site->store, db);
    if (!found && err->kind != ANS_ERR_NOT_FOUND)
        return false;
    *err = (struct ans_err){0};
    struct ans_value answers = ANS_VALUE_NIL;
    if (found && ans_json_read(t->arena, sealed.document, &document, err) &&
        document.type == ANS_MAP)
        answers = ans_map_find(document.map, "answers");
    for (size_t i = 0; answers.type == ANS_LIST && i < answers.list->count; i++)
        if (answers.list->items[i].type == ANS_MAP)
            put_sealed_field(t, fields, answers.list->items[i].map);
    if (answers.type != ANS_LIST) /* nothing is sealed: as far as it goes */
        put_fields(t, fields, member);
    return !err->kind;
}

static bool put_profile(struct ans_turn *t, struct ans_map *data,
                        const struct ans_member *member, struct ans_err *err)
{
    struct ans_list *fields = ans_map_put_list(data, "fields");
    const struct ans_county *now = t->county;
    if (!ans_str_eq(member->script_version, now->version)) {
        const struct ans_site *then =
            ans_turn_recall(t, member->script_version);
        if (!then)
            return put_sealed(t, fields, member, err);
        t->county = then->county;
    }
    put_fields(t, fields, member);
    t->county = now;
    return true;
}

bool ans_page_member(struct ans_turn *t, struct ans_err *err)
{
    struct found found = {0};
    if (!find_member(t, &found, err))
        return false;
    struct ans_map *data = ans_member_map(t, &found.member);
    if (!put_profile(t, data, &found.member, err))
        return false;
    put_parts(t, data, &found);
    put_renewed(t, data, &found);
    return ans_answer_kept(t, "member", found.member.name, data, err);
}
