#include "route/parent.h"

#include "answer/orgnumber.h"
#include "base/log.h"
#include "base/text.h"
#include "member/member.h"
#include "route/submitted.h"

static bool is_of(const struct ans_question *q, struct ans_str kind)
{
    for (size_t i = 0; i < q->of.count; i++)
        if (ans_str_eq(q->of.items[i], kind))
            return true;
    return !q->of.count;
}

/* The public member at an address, if this question may be answered by it. */
static bool find(struct ans_turn *t, struct ans_db *db,
                 const struct ans_question *q, struct ans_str slug,
                 struct ans_member *out, struct ans_err *err)
{
    return ans_member_at(db, slug, t->arena, out, err) && is_of(q, out->kind);
}

static void log_failure(struct ans_turn *t, const struct ans_err *err)
{
    if (err->kind && err->kind != ANS_ERR_NOT_FOUND)
        ans_log(ANS_LOG_WARN, "route", "%.*s: %s", ANS_STR_ARG(t->site->slug),
                err->text);
}

static bool stands_in(const struct ans_step *step, const struct ans_question *q)
{
    for (size_t i = 0; step && i < step->questions.count; i++)
        if (ANS_AT(ans_question, step->questions, i) == q)
            return true;
    return !step;
}

/* In the place of another problem that the question may have. */
static void add_problem(struct ans_turn *t, const struct ans_question *q,
                        const char *code, struct ans_str given,
                        struct ans_judgement *judged)
{
    size_t kept = 0;
    for (size_t i = 0; i < judged->count; i++)
        if (judged->problems[i].question != q)
            judged->problems[kept++] = judged->problems[i];
    judged->count = kept;
    struct ans_map *values = ans_map_new(t->arena);
    ans_map_put_str(values, "given", given);
    judged->problems = ans_arena_grow(t->arena, judged->problems, judged->count,
                                      sizeof *judged->problems);
    judged->problems[judged->count++] = (struct ans_problem){
        .field = q->node.id,
        .question = q,
        .code = code,
        .values = values,
    };
}

static const struct ans_question *question(struct ans_turn *t)
{
    return t->county->join ? ans_join_question_of(t->county->join, ANS_Q_MEMBER)
                           : NULL;
}

/* The public member that answers the question; id 0: none. */
static struct ans_member look_up(struct ans_turn *t,
                                 const struct ans_question *q,
                                 struct ans_str slug)
{
    struct ans_err err = {0};
    struct ans_member found = {0};
    struct ans_db *db = ans_store_acquire(t->site->store, &err);
    bool ok = db && find(t, db, q, slug, &found, &err);
    if (db)
        ans_store_release(t->site->store, db);
    log_failure(t, &err);
    return ok ? found : (struct ans_member){0};
}

/* Members that are found by what was typed. */
struct found {
    struct ans_str typed; /* folded */
    struct ans_member *items;
    size_t count;
    bool more;    /* than these */
    bool unknown; /* there are so many that not all have been seen */
    struct ans_member *exact; /* one that is called just so; or NULL */
    size_t exacts;
};

/* One that is called just so stands first, however many are found. */
static void note(struct ans_turn *t, struct found *f,
                 const struct ans_member *m)
{
    bool full = f->count == ANS_PARENTS_FOUND;
    size_t at = full ? f->count - 1 : f->count++;
    f->more |= full;
    if (ans_str_eq(ans_text_fold(t->arena, m->name, "sv"), f->typed)) {
        if (!f->exacts++) {
            f->items[at] = f->items[0];
            at = 0;
            f->exact = &f->items[0];
        }
    } else if (full) {
        return;
    }
    f->items[at] = *m;
}

/* By organisation number: exactly one, if any. A person's number tells nobody
 * whether that person has joined. */
static bool find_number(struct ans_turn *t, struct ans_db *db,
                        const struct ans_question *q, struct ans_str number,
                        struct found *out, struct ans_err *err)
{
    struct ans_member m;
    if (ans_org_number_is_personal(number))
        return true;
    if (!ans_member_by_org_number(db, number, t->arena, &m, err))
        return false;
    if (m.id && m.state == ANS_MEMBER_PUBLIC && is_of(q, m.kind))
        note(t, out, &m);
    return true;
}

/* By words of the name, of one kind. */
static bool find_words(struct ans_turn *t, struct ans_db *db,
                       struct ans_str kind, struct ans_str words,
                       struct found *out, struct ans_err *err)
{
    const struct ans_register_query q = {
        .kind = kind, .search = words, .limit = ANS_SEARCH_MOST};
    struct ans_register_page page;
    if (!ans_register_list(db, &q, t->arena, &page, err))
        return false;
    out->more |= page.total < 0;
    out->unknown |= page.total < 0;
    for (size_t i = 0; i < page.count; i++)
        note(t, out, &page.members[i]);
    return true;
}

static bool find_all(struct ans_turn *t, struct ans_db *db,
                     const struct ans_question *q, struct ans_str typed,
                     struct found *out, struct ans_err *err)
{
    struct ans_str number;
    if (ans_org_number_parse(t->arena, typed, &number) == ANS_ORG_GOOD)
        return find_number(t, db, q, number, out, err);
    if (!q->of.count)
        return find_words(t, db, ANS_STR(""), typed, out, err);
    for (size_t i = 0; i < q->of.count; i++)
        if (!find_words(t, db, q->of.items[i], typed, out, err))
            return false;
    return true;
}

static struct found look_for(struct ans_turn *t, const struct ans_question *q,
                             struct ans_str typed)
{
    struct ans_err err = {0};
    struct found out = {
        .typed = ans_text_fold(t->arena, typed, "sv"),
        .items = ANS_NEW_ARRAY(t->arena, struct ans_member, ANS_PARENTS_FOUND)};
    struct ans_db *db = ans_store_acquire(t->site->store, &err);
    bool ok = db && find_all(t, db, q, typed, &out, &err);
    if (db)
        ans_store_release(t->site->store, db);
    if (!ok && err.kind != ANS_ERR_INPUT) /* too short a word finds nobody */
        log_failure(t, &err);
    return out;
}

/* The only one, or the only one that is called just so; NULL: none. */
static const struct ans_member *only_one(const struct found *found)
{
    if (found->count == 1 && !found->more)
        return &found->items[0];
    return found->exacts == 1 && !found->unknown ? found->exact : NULL;
}

struct ans_str ans_parent_search_name(struct ans_turn *t,
                                      const struct ans_question *q)
{
    return ans_arena_printf(t->arena, "%.*s.search", ANS_STR_ARG(q->node.id));
}

static struct ans_str typed_in(struct ans_turn *t, const struct ans_question *q,
                               const struct ans_fields *raw)
{
    return ans_str_trim(ans_fields_get(raw, ans_parent_search_name(t, q).ptr));
}

static bool is_among(const struct found *found, struct ans_str slug)
{
    for (size_t i = 0; i < found->count; i++)
        if (ans_str_eq(found->items[i].slug, slug))
            return true;
    return false;
}

/* The answer of a question, in the place of what was sent for it. */
static void set_answer(struct ans_turn *t, const struct ans_question *q,
                       struct ans_str slug, struct ans_fields *raw)
{
    struct ans_fields kept = {0};
    for (size_t i = 0; i < raw->count; i++)
        if (!ans_str_eq(raw->items[i].name, q->node.id))
            ans_fields_add(t->arena, &kept, raw->items[i].name,
                           raw->items[i].value);
    ans_fields_add(t->arena, &kept, q->node.id, slug);
    *raw = kept;
}

void ans_parent_take(struct ans_turn *t, struct ans_fields *raw)
{
    const struct ans_question *q = question(t);
    struct ans_str typed = q ? typed_in(t, q, raw) : ANS_STR("");
    if (!typed.len)
        return;
    struct found found = look_for(t, q, typed);
    if (is_among(&found, ans_fields_get(raw, q->node.id.ptr)))
        return;
    const struct ans_member *one = only_one(&found);
    set_answer(t, q, one ? one->slug : ANS_STR(""), raw);
}

void ans_parent_settle(struct ans_turn *t, const struct ans_fields *raw,
                       const struct ans_step *step,
                       struct ans_judgement *judged)
{
    const struct ans_question *q = question(t);
    struct ans_value v =
        q ? ans_map_get(judged->answers, q->node.id) : ANS_VALUE_NIL;
    struct ans_str typed = q ? typed_in(t, q, raw) : ANS_STR("");
    struct ans_err failure = {0};
    const struct ans_rule_runner runner = ans_site_runner(t->site);
    if (!q || (v.type == ANS_TEXT && look_up(t, q, v.s).id))
        return;
    ans_map_set(judged->answers, q->node.id, ANS_VALUE_NIL);
    if (!stands_in(step, q) ||
        !ans_answer_shown(q, t->county, judged->answers, &runner, &failure))
        return;
    if (typed.len)
        add_problem(t, q,
                    look_for(t, q, typed).count ? "several-members"
                                                : "no-such-member",
                    ans_text_shorten(t->arena, typed, 60), judged);
    else if (v.type == ANS_TEXT)
        add_problem(t, q, "not-offered", v.s, judged);
}

struct ans_value ans_parent_named(struct ans_turn *t,
                                  const struct ans_question *q,
                                  struct ans_value v)
{
    if (q->type != ANS_Q_MEMBER || v.type != ANS_TEXT)
        return v;
    struct ans_member parent = look_up(t, q, v.s);
    if (!parent.id)
        return v;
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "name", parent.name);
    ans_map_put_str(m, "slug", parent.slug);
    return ans_value_map(m);
}

struct ans_map *ans_parent_named_answers(struct ans_turn *t,
                                         struct ans_map *answers)
{
    const struct ans_question *q = question(t);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    if (v.type == ANS_NIL)
        return answers;
    struct ans_map *named = ans_map_new(t->arena);
    for (size_t i = 0; i < answers->count; i++)
        ans_map_set(named, answers->pairs[i].key, answers->pairs[i].value);
    ans_map_set(named, q->node.id, ans_parent_named(t, q, v));
    return named;
}

struct choices {
    struct ans_turn *t;
    struct ans_list *list;
    struct ans_str chosen;
    bool has_chosen;
};

/* Where it is tells one from another of the same name. */
static void add(struct choices *c, const struct ans_member *m)
{
    struct ans_map *choice = ans_list_add_map(c->list);
    const struct ans_municipality *place = ans_member_place(c->t, m);
    ans_map_put_str(choice, "value", m->slug);
    ans_map_put_str(choice, "label", m->name);
    if (place && c->t->county->municipalities.count > 1)
        ans_map_put(choice, "hint", ans_said_value(c->t, &place->name));
    c->has_chosen |= ans_str_eq(m->slug, c->chosen);
}

/* Of one kind, or how many there are of it. */
static bool add_kind(struct ans_db *db, struct ans_str kind, struct choices *c,
                     int64_t *total, struct ans_err *err)
{
    struct ans_register_query q = {.kind = kind,
                                   .limit = total ? 1 : ANS_PARENTS_MOST};
    struct ans_register_page page = {0};
    if (!ans_register_list(db, &q, c->t->arena, &page, err))
        return false;
    if (total)
        *total += page.total;
    for (size_t i = 0; !total && i < page.count; i++)
        add(c, &page.members[i]);
    return true;
}

static bool add_kinds(struct ans_db *db, const struct ans_question *q,
                      struct choices *c, int64_t *total, struct ans_err *err)
{
    if (!q->of.count)
        return add_kind(db, ANS_STR(""), c, total, err);
    for (size_t i = 0; i < q->of.count; i++)
        if (!add_kind(db, q->of.items[i], c, total, err))
            return false;
    return true;
}

static bool add_all(struct ans_db *db, const struct ans_question *q,
                    struct ans_str typed, struct choices *c,
                    struct ans_parents *out, struct ans_err *err)
{
    int64_t total = 0;
    struct ans_member chosen;
    if (!add_kinds(db, q, c, &total, err))
        return false;
    out->looked_for = total > ANS_PARENTS_MOST;
    if (!out->looked_for && !add_kinds(db, q, c, NULL, err))
        return false;
    if (out->looked_for && typed.len) {
        struct found found = look_for(c->t, q, typed);
        out->more = found.more;
        for (size_t i = 0; i < found.count; i++)
            add(c, &found.items[i]);
    }
    if (c->chosen.len && !c->has_chosen &&
        find(c->t, db, q, c->chosen, &chosen, err))
        add(c, &chosen);
    return true;
}

struct ans_parents ans_parent_choices(struct ans_turn *t,
                                      const struct ans_question *q,
                                      struct ans_str chosen,
                                      struct ans_str typed)
{
    struct choices c = {
        .t = t, .list = ans_list_new(t->arena), .chosen = chosen};
    struct ans_parents out = {.list = c.list};
    struct ans_err err = {0};
    struct ans_db *db = ans_store_acquire(t->site->store, &err);
    if (db) {
        (void)!add_all(db, q, ans_str_trim(typed), &c, &out, &err);
        ans_store_release(t->site->store, db);
    }
    log_failure(t, &err);
    return out;
}
