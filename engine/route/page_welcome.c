/* The welcome page behind its token: the package, the commitment, the
 * diploma. */
#include "codec/json.h"
#include "join/commitment.h"
#include "join/join.h"
#include "join/paper.h"
#include "route/members.h"
#include "route/submitted.h"
#include "route/turn.h"
#include "route/welcome.h"

#define STAMP "offer"

bool ans_welcome_open(struct ans_turn *t, struct ans_package *out,
                      struct ans_err *err)
{
    if (!t->county->welcome)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no welcome package here");
    if (!ans_welcome_find(t->site->store, t->capture[0], t->arena, out, err))
        return false;
    t->kind = out->member.kind;
    return true;
}

/* The member's own words in a title such as "Diplom nr {number}". */
struct ans_map *ans_welcome_words(struct ans_turn *t,
                                  const struct ans_member *m)
{
    struct ans_map *words = ans_map_new(t->arena);
    ans_map_put_str(words, "name", m->name);
    ans_map_put_str(words, "number", ans_number_text(t, m));
    ans_map_put_str(
        words, "date",
        ans_date_text(t->arena, ans_date_from_days(m->joined_on), t->lang.ptr));
    return words;
}

static const char *const state_words[] = {
    [ANS_GIVEN] = "given",
    [ANS_OFFERED] = "offered",
    [ANS_ACCEPTED] = "accepted",
    [ANS_DECLINED] = "declined",
};

static void put_addresses(struct ans_turn *t, struct ans_map *m,
                          const struct ans_item *item, enum ans_offer state)
{
    struct ans_str base =
        ans_href(t, "/valkommen/%.*s", ANS_STR_ARG(t->capture[0]));
    int id_len = (int)item->node.id.len;
    const char *id = item->node.id.ptr;
    if (state != ANS_GIVEN) {
        ans_map_put_str(m, "action",
                        ans_arena_printf(t->arena, "%.*s/erbjudande/%.*s",
                                         ANS_STR_ARG(base), id_len, id));
        ans_map_put_str(m, "stamp", ans_turn_stamp(t, STAMP));
    }
    if (item->kind == ANS_ITEM_STICKER) {
        ans_map_put_str(m, "svg_href",
                        ans_arena_printf(t->arena, "%.*s/klistermarke/%.*s.svg",
                                         ANS_STR_ARG(base), id_len, id));
        ans_map_put_str(m, "png_href",
                        ans_arena_printf(t->arena, "%.*s/klistermarke/%.*s.png",
                                         ANS_STR_ARG(base), id_len, id));
    }
    if (item->kind == ANS_ITEM_DIPLOMA)
        ans_map_put_str(m, "diploma_href",
                        ans_arena_printf(t->arena, "%.*s/diplom/%.*s",
                                         ANS_STR_ARG(base), id_len, id));
}

static bool put_item(struct ans_turn *t, struct ans_list *items,
                     const struct ans_item *item, enum ans_offer state,
                     const struct ans_map *words, struct ans_err *err)
{
    struct ans_map *m = ans_list_add_map(items);
    struct ans_value title;
    struct ans_value text;
    struct ans_value because;
    if (!ans_prose_said(t, &item->title, words, &title, err) ||
        !ans_prose_said(t, &item->text, words, &text, err) ||
        !ans_prose_said(t, &item->because, words, &because, err))
        return false;
    ans_map_put_str(m, "id", item->node.id);
    ans_map_put_str(m, "kind", ans_str_from(ans_item_word(item->kind)));
    ans_map_put(m, "title", title);
    ans_map_put(m, "text", text);
    ans_map_put(m, "because",
                because.type != ANS_NIL
                    ? because
                    : ans_say_value(t, "welcome.for-all", NULL));
    ans_map_put(m, "licence", ans_said_value(t, &item->licence));
    ans_map_put_str(m, "state", ans_str_from(state_words[state]));
    ans_map_put(m, "links", ans_links_value(t, &item->links));
    put_addresses(t, m, item, state);
    return true;
}

static bool put_items(struct ans_turn *t, struct ans_map *data,
                      const struct ans_package *package, struct ans_err *err)
{
    struct ans_list *items = ans_map_put_list(data, "items");
    struct ans_map *words = ans_welcome_words(t, &package->member);
    for (size_t i = 0; i < package->count; i++) {
        const struct ans_item *item =
            ans_member_item(t, &package->member, package->items[i].item);
        if (item &&
            !put_item(t, items, item, package->items[i].state, words, err))
            return false;
    }
    return true;
}

bool ans_page_welcome(struct ans_turn *t, struct ans_err *err)
{
    struct ans_package package = {0};
    const struct ans_welcome *w = t->county->welcome;
    if (!ans_welcome_open(t, &package, err))
        return false;
    const struct ans_member *member = &package.member;
    struct ans_map *data = ans_turn_data(t);
    ans_map_put(data, "title", ans_said_value(t, &w->title));
    ans_map_put(data, "lead", ans_said_value(t, &w->lead));
    ans_map_put_str(data, "name", member->name);
    ans_map_put_int(data, "number", member->number);
    ans_map_put_str(data, "number_text", ans_number_text(t, member));
    ans_map_put(data, "joined", ans_days_value(t, member->joined_on));
    ans_map_put_bool(data, "review", member->state == ANS_MEMBER_REVIEW);
    if (member->state == ANS_MEMBER_PUBLIC)
        ans_map_put_str(
            data, "profile_href",
            ans_href(t, "/anslutna/%.*s", ANS_STR_ARG(member->slug)));
    ans_map_put_str(
        data, "commitment_href",
        ans_href(t, "/valkommen/%.*s/atagande", ANS_STR_ARG(t->capture[0])));
    ans_map_put(data, "commitment_title",
                ans_said_value(t, &t->county->join->letter_title));
    return put_items(t, data, &package, err) &&
           ans_answer_page(t, "welcome", 200, ans_said_str(t, &w->title), data,
                           err);
}

bool ans_post_offer(struct ans_turn *t, struct ans_err *err)
{
    struct ans_str answer = ans_fields_get(&t->q->form, "answer");
    struct ans_str back = ans_arena_printf(t->arena, "/valkommen/%.*s#%.*s",
                                           ANS_STR_ARG(t->capture[0]),
                                           ANS_STR_ARG(t->capture[1]));
    const struct ans_item *item =
        t->county->welcome ? ans_welcome_item(t->county->welcome, t->capture[1])
                           : NULL;
    bool accept = ans_str_is(answer, "accept");
    if (!item || !item->offer)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such offer");
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD ||
        (!accept && !ans_str_is(answer, "decline")))
        return ans_answer_redirect(t, back); /* shows the offer anew */
    return ans_welcome_answer(t->site->store, t->capture[0], t->capture[1],
                              accept, t->now, err) &&
           ans_answer_redirect(t, back);
}

bool ans_page_diploma(struct ans_turn *t, struct ans_err *err)
{
    struct ans_package package = {0};
    if (!ans_welcome_open(t, &package, err))
        return false;
    const struct ans_item *item =
        ans_member_item(t, &package.member, t->capture[1]);
    if (!item || item->kind != ANS_ITEM_DIPLOMA)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such diploma");
    struct ans_map *data = ans_turn_data(t);
    struct ans_map *words = ans_welcome_words(t, &package.member);
    struct ans_str name;
    struct ans_value title;
    struct ans_value text;
    if (!ans_prose_plain(t, &item->title, words, &name, err) ||
        !ans_prose_said(t, &item->title, words, &title, err) ||
        !ans_prose_said(t, &item->text, words, &text, err))
        return false;
    const struct ans_strategy *s =
        ans_county_strategy_at(t->county, package.member.strategy);
    ans_map_put_str(data, "name", package.member.name);
    ans_map_put_int(data, "number", package.member.number);
    ans_map_put_str(data, "number_text", ans_number_text(t, &package.member));
    ans_map_put(data, "joined", ans_days_value(t, package.member.joined_on));
    ans_map_put(data, "title", title);
    ans_map_put(data, "text", text);
    if (s) /* it may have been taken out of the script since */
        ans_map_put(data, "strategy", ans_said_value(t, &s->title));
    ans_map_put(data, "letter_title",
                ans_said_value(t, &t->county->join->letter_title));
    return ans_answer_page(t, "diploma", 200, name, data, err);
}

/* The sealed commitment. */

/* The sealed commitment: the n:th by capture[1], else the newest; and when all
 * of them were sealed. */
struct reading {
    struct ans_package package;
    struct ans_commitment sealed;
    struct ans_commitment *all;
    size_t count;
    int64_t n; /* from 1 */
};

static bool read_commitment(struct ans_turn *t, struct reading *r,
                            struct ans_err *err)
{
    *r = (struct reading){0};
    if (!ans_welcome_open(t, &r->package, err))
        return false;
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    int64_t member = r->package.member.id;
    bool ok =
        ans_commitment_list(db, member, t->arena, &r->all, &r->count, err);
    if (!t->capture[1].len)
        r->n = (int64_t)r->count;
    else if (!ans_str_int(t->capture[1], &r->n))
        r->n = 0;
    ok = ok && ans_commitment_nth(db, member, r->n, t->arena, &r->sealed, err);
    ans_store_release(t->site->store, db);
    return ok;
}

/* "others": what else was sealed for the member, newest first. */
static void put_others(struct ans_turn *t, struct ans_map *data,
                       const struct reading *r)
{
    struct ans_list *list = ans_map_put_list(data, "others");
    for (size_t i = r->count; i > 0; i--) {
        if ((int64_t)i == r->n)
            continue;
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put(m, "sealed", ans_moment_value(t, r->all[i - 1].sealed_at));
        ans_map_put_bool(m, "holds", i == r->count);
        ans_map_put_str(m, "href",
                        ans_href(t, "/valkommen/%.*s/atagande/%zu",
                                 ANS_STR_ARG(t->capture[0]), i));
    }
}

/* "signatures": who signed on which day, when there were two. */
static void put_signatures(struct ans_turn *t, struct ans_map *data,
                           const struct ans_map *document)
{
    struct ans_value v = ans_map_find(document, "signatures");
    struct ans_list *list = ans_map_put_list(data, "signatures");
    for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++) {
        struct ans_value one = v.list->items[i];
        struct ans_date day;
        if (one.type != ANS_MAP ||
            !ans_date_parse(ans_str_sub(ans_map_str(one.map, "at"), 0, 10),
                            &day))
            continue;
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "by", ans_map_str(one.map, "by"));
        ans_map_put(m, "at", ans_day_value(t, day));
    }
}

/* "period": of the strategy, in words; the document has bare dates. */
static void put_period(struct ans_turn *t, struct ans_map *data,
                       const struct ans_map *document)
{
    struct ans_value v = ans_map_find(document, "strategy");
    struct ans_period p = {0};
    if (v.type == ANS_MAP)
        v = ans_map_find(v.map, "period");
    if (v.type != ANS_MAP)
        return;
    if (!ans_date_parse(ans_map_str(v.map, "from"), &p.from))
        p.from = (struct ans_date){0};
    if (!ans_date_parse(ans_map_str(v.map, "to"), &p.to))
        p.to = (struct ans_date){0};
    ans_map_put(data, "period", ans_period_value(t, p));
}

/* "paper": the day that was signed on paper, and where the scan is. */
static void put_paper(struct ans_turn *t, struct ans_map *data,
                      const struct ans_map *document)
{
    struct ans_value v = ans_map_find(document, "paper");
    struct ans_date day;
    if (v.type != ANS_MAP ||
        !ans_date_parse(ans_map_str(document, "date"), &day))
        return;
    struct ans_map *paper = ans_map_put_map(data, "paper");
    ans_map_put(paper, "day", ans_day_value(t, day));
    if (ans_map_str(v.map, "hash").len)
        ans_map_put_str(paper, "href",
                        ans_href(t, "/valkommen/%.*s/atagande/papper",
                                 ANS_STR_ARG(t->capture[0])));
}

bool ans_page_commitment(struct ans_turn *t, struct ans_err *err)
{
    struct reading r;
    struct ans_value document;
    if (!read_commitment(t, &r, err) ||
        !ans_json_read(t->arena, r.sealed.document, &document, err))
        return false;
    if (document.type != ANS_MAP)
        return ans_err_set(err, ANS_ERR_INTERNAL, "a commitment is no map");
    struct ans_map *data = ans_turn_data(t);
    ans_map_put(data, "document", document);
    put_signatures(t, data, document.map);
    put_period(t, data, document.map);
    put_paper(t, data, document.map);
    put_others(t, data, &r);
    ans_map_put_str(data, "name", r.package.member.name);
    ans_map_put_int(data, "number", r.package.member.number);
    ans_map_put_str(data, "number_text", ans_number_text(t, &r.package.member));
    ans_map_put(data, "sealed", ans_moment_value(t, r.sealed.sealed_at));
    ans_map_put_str(data, "hash", ans_hash_hex(t->arena, r.sealed.hash));
    ans_map_put_str(data, "document_href",
                    ans_href(t, "/valkommen/%.*s/atagande/dokument",
                             ANS_STR_ARG(t->capture[0])));
    ans_map_put(data, "letter_title",
                ans_said_value(t, &t->county->join->letter_title));
    return ans_answer_page(t, "commitment", 200,
                           ans_said_str(t, &t->county->join->letter_title),
                           data, err);
}

/* The paper that the county registered, when it was scanned. */
/* Only a number names an older one. */
bool ans_page_commitment_older(struct ans_turn *t, struct ans_err *err)
{
    return ans_page_commitment(t, err);
}

bool ans_page_paper(struct ans_turn *t, struct ans_err *err)
{
    struct ans_package package = {0};
    struct ans_str scan;
    struct ans_str type;
    if (!ans_welcome_open(t, &package, err) ||
        !ans_paper_find(t->site->store, package.member.id, t->arena, &scan,
                        &type, err))
        return false;
    ans_buf_add(&t->r->body, scan);
    t->r->type = type.ptr;
    ptrdiff_t slash = ans_str_find(type, '/');
    t->r->download =
        ans_arena_printf(t->arena, "%.*s.%s", ANS_STR_ARG(package.member.slug),
                         type.ptr + slash + 1);
    return true;
}

bool ans_page_commitment_file(struct ans_turn *t, struct ans_err *err)
{
    struct reading r;
    if (!read_commitment(t, &r, err))
        return false;
    ans_buf_add(&t->r->body, r.sealed.document);
    t->r->type = "application/json; charset=utf-8";
    t->r->download = ans_arena_printf(
        t->arena, "%.*s-%.12s.json", ANS_STR_ARG(r.package.member.slug),
        ans_hash_hex(t->arena, r.sealed.hash).ptr);
    return true;
}
