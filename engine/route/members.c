#include "route/members.h"

#include <stdio.h>

#include "markdown/markdown.h"
#include "route/shown.h"
#include "route/submitted.h"

struct ans_str ans_kind_label(struct ans_turn *t, struct ans_str kind)
{
    char key[80];
    snprintf(key, sizeof(key), "kind.%.*s", ANS_STR_ARG(kind));
    return ans_say(t, key, NULL);
}

struct ans_value ans_kind_value(struct ans_turn *t, struct ans_str kind)
{
    char key[80];
    snprintf(key, sizeof(key), "kind.%.*s", ANS_STR_ARG(kind));
    return ans_say_value(t, key, NULL);
}

/* Has the member chosen something within an area of its strategy? */
static bool has_inner(struct ans_turn *t, const struct ans_area *a,
                      const struct ans_member *m)
{
    const struct ans_strategy *s =
        ans_county_strategy_at(t->county, m->strategy);
    const struct ans_area *then = s ? ans_strategy_area(s, a->node.id) : NULL;
    if (then)
        a = then;
    for (size_t i = 0; i < a->areas.count; i++)
        for (size_t k = 0; k < m->areas.count; k++)
            if (ans_str_eq(a->areas.items[i]->id, m->areas.items[k]))
                return true;
    return false;
}

static void put_areas(struct ans_turn *t, struct ans_map *m,
                      const struct ans_member *member)
{
    struct ans_list *areas = ans_map_put_list(m, "areas");
    for (size_t i = 0; i < member->areas.count; i++) {
        const struct ans_area *a =
            ans_member_area(t, member, member->areas.items[i]);
        /* One that a chosen area stands within is said by that. */
        if (!a || has_inner(t, a, member))
            continue;
        struct ans_map *one = ans_list_add_map(areas);
        ans_map_put_str(one, "id", a->node.id);
        ans_map_put(one, "title", ans_said_value(t, &a->title));
    }
}

/* "ML 055/2026", as the county writes its numbers. */
static bool fill_number(void *context, struct ans_str word, struct ans_str *out)
{
    const struct ans_map *values = context;
    *out = ans_map_get(values, word).s;
    return true;
}

struct ans_str ans_number_text(struct ans_turn *t, const struct ans_member *m)
{
    const struct ans_numbering *n = t->county->numbering;
    int digits = n ? (int)n->digits : 1;
    struct ans_str number =
        ans_arena_printf(t->arena, "%0*lld", digits, (long long)m->number);
    if (!n || !ans_text_said(&n->format))
        return number;
    struct ans_map *values = ans_map_new(t->arena);
    ans_map_put_str(values, "number", number);
    ans_map_put_str(values, "year",
                    ans_arena_printf(t->arena, "%d",
                                     ans_date_from_days(m->joined_on).year));
    struct ans_str said;
    struct ans_err err = {0};
    return ans_fill(t->arena, ans_said_str(t, &n->format), fill_number, values,
                    &said, &err)
               ? said
               : number;
}

static bool is_shown(struct ans_turn *t, enum ans_question_type type)
{
    const struct ans_question *q =
        t->county->join ? ans_join_question_of(t->county->join, type) : NULL;
    return q && q->public;
}

/* What a member is a part of, and what parts a joint one has. */
static void put_shape(struct ans_turn *t, struct ans_map *m,
                      const struct ans_member *member)
{
    if (member->parent_slug.len && is_shown(t, ANS_Q_MEMBER)) {
        struct ans_map *parent = ans_map_put_map(m, "parent");
        ans_map_put_str(parent, "name", member->parent_name);
        ans_map_put_str(
            parent, "href",
            ans_href(t, "/anslutna/%.*s", ANS_STR_ARG(member->parent_slug)));
    }
    if (!member->bodies.count || !is_shown(t, ANS_Q_BODIES))
        return;
    struct ans_list *bodies = ans_map_put_list(m, "bodies");
    for (size_t i = 0; i < member->bodies.count; i++)
        ans_list_add(bodies, ans_value_str(member->bodies.items[i]));
}

struct ans_map *ans_member_map(struct ans_turn *t,
                               const struct ans_member *member)
{
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "name", member->name);
    ans_map_put_str(m, "href",
                    ans_href(t, "/anslutna/%.*s", ANS_STR_ARG(member->slug)));
    ans_map_put_int(m, "number", member->number);
    if (t->county->numbering)
        ans_map_put_str(m, "number_text", ans_number_text(t, member));
    ans_map_put_str(m, "kind", member->kind);
    ans_map_put(m, "kind_label", ans_kind_value(t, member->kind));
    const struct ans_municipality *place = ans_member_place(t, member);
    if (place) {
        ans_map_put_str(m, "municipality", place->node.id);
        ans_map_put(m, "municipality_label", ans_said_value(t, &place->name));
    }
    ans_map_put(m, "joined", ans_days_value(t, member->joined_on));
    put_areas(t, m, member);
    put_shape(t, m, member);
    return m;
}

bool ans_members_put_latest(struct ans_turn *t, struct ans_db *db,
                            struct ans_map *data, size_t most,
                            struct ans_err *err)
{
    struct ans_register_page page = {0};
    if (!ans_register_latest(db, most, t->arena, &page, err))
        return false;
    struct ans_list *list = ans_map_put_list(data, "latest");
    for (size_t i = 0; i < page.count; i++)
        ans_list_add(list, ans_value_map(ans_member_map(t, &page.members[i])));
    return true;
}

void ans_put_package(struct ans_turn *t, struct ans_map *data)
{
    struct ans_list *list = ans_map_put_list(data, "package");
    for (size_t i = 0;
         t->county->welcome && i < t->county->welcome->items.count; i++) {
        const struct ans_item *item =
            ANS_AT(ans_item, t->county->welcome->items, i);
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", item->node.id);
        ans_map_put_str(m, "kind", ans_str_from(ans_item_word(item->kind)));
        ans_map_put(m, "title", ans_said_value(t, &item->title));
        ans_map_put(m, "text", ans_said_value(t, &item->text));
    }
}
