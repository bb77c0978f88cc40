/* The public register, a page of it. */
#include <stdio.h>

#include "base/text.h"
#include "route/counts.h"
#include "route/filter.h"
#include "route/members.h"
#include "route/places.h"
#include "route/turn.h"

/* One value of one filter, with the number it would give. */
static void put_choice(struct ans_list *list, struct ans_str value,
                       struct ans_value label, const struct ans_map *counts,
                       struct ans_str chosen)
{
    struct ans_map *m = ans_list_add_map(list);
    ans_map_put_str(m, "value", value);
    ans_map_put(m, "label", label);
    ans_map_put_int(m, "count", ans_counts_of(counts, value));
    ans_map_put_bool(m, "chosen", ans_str_eq(value, chosen));
}

/* A filter with one value tells nothing. */
static void drop_single(struct ans_list *list, struct ans_str chosen)
{
    if (list->count < 2 && !chosen.len)
        list->count = 0;
}

static bool is_listed(const struct ans_list *list, struct ans_str value)
{
    for (size_t i = 0; i < list->count; i++)
        if (ans_str_eq(ans_map_str(list->items[i].map, "value"), value))
            return true;
    return false;
}

/* The areas of a strategy, those within others marked; of one that is not in
 * force only where somebody is. */
static void put_areas(struct ans_turn *t, struct ans_list *list,
                      const struct ans_strategy *s,
                      const struct ans_map *counts, struct ans_str chosen,
                      bool all)
{
    const struct ans_nodes areas = ans_strategy_all_areas(t->arena, s);
    for (size_t i = 0; i < areas.count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, areas, i);
        if (is_listed(list, a->node.id) ||
            (!all && !ans_counts_of(counts, a->node.id)))
            continue;
        put_choice(list, a->node.id, ans_said_value(t, &a->title), counts,
                   chosen);
        if (ans_strategy_area_around(s, a))
            ans_map_put_bool(list->items[list->count - 1].map, "within", true);
    }
}

static bool put_area_filter(struct ans_turn *t, struct ans_db *db,
                            const struct ans_register_query *q,
                            struct ans_map *filters, struct ans_err *err)
{
    struct ans_map *counts;
    if (!ans_register_counts(db, q, "area", NULL, t->arena, &counts, err))
        return false;
    const struct ans_strategy *shown = ans_county_strategy(t->county, t->today);
    const struct ans_nodes *others = &t->county->strategies;
    struct ans_list *list = ans_map_put_list(filters, "area");
    put_areas(t, list, shown, counts, q->area, true);
    for (size_t i = 0; i < others->count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, *others, i);
        put_areas(t, list, s, counts, q->area,
                  ans_strategy_in_force(s, t->today));
    }
    drop_single(list, q->area);
    return true;
}

static int64_t count_of_county(struct ans_turn *t, struct ans_str id,
                               const struct ans_map *counts)
{
    const struct ans_strs_view places = ans_filter_county(t, id);
    int64_t n = 0;
    for (size_t i = 0; i < places.count; i++)
        n += ans_counts_of(counts, places.items[i]);
    return n;
}

/* The counties that share the portal, as many as municipalities are of. */
static bool put_county_filter(struct ans_turn *t, struct ans_db *db,
                              const struct ans_register_query *q,
                              struct ans_map *filters, struct ans_err *err)
{
    const struct ans_nodes *covers = &t->county->covers;
    struct ans_list *list = ans_map_put_list(filters, "county");
    struct ans_register_query all = *q;
    struct ans_map *counts;
    all.county = (struct ans_strs_view){0};
    if (covers->count < 2)
        return true;
    if (!ans_register_counts(db, &all, "municipality", NULL, t->arena, &counts,
                             err))
        return false;
    for (size_t i = 0; i < covers->count; i++) {
        const struct ans_covered *one = ANS_AT(ans_covered, *covers, i);
        if (!ans_filter_county(t, one->node.id).count)
            continue;
        put_choice(list, one->node.id, ans_said_value(t, &one->name), counts,
                   q->county_id);
        ans_map_put_int(list->items[list->count - 1].map, "count",
                        count_of_county(t, one->node.id, counts));
    }
    drop_single(list, q->county_id);
    return true;
}

/* Those of another county than the chosen one are no choice. */
static bool is_offered(const struct ans_register_query *q,
                       struct ans_str municipality)
{
    for (size_t i = 0; i < q->county.count; i++)
        if (ans_str_eq(q->county.items[i], municipality))
            return true;
    return !q->county.count || ans_str_eq(q->municipality, municipality);
}

static bool put_municipality_filter(struct ans_turn *t, struct ans_db *db,
                                    const struct ans_register_query *q,
                                    struct ans_map *filters,
                                    struct ans_err *err)
{
    struct ans_map *counts;
    if (!ans_register_counts(db, q, "municipality", NULL, t->arena, &counts,
                             err))
        return false;
    struct ans_list *list = ans_map_put_list(filters, "municipality");
    const struct ans_municipality *const *places = ans_places(t);
    for (size_t i = 0; i < t->county->municipalities.count; i++) {
        const struct ans_municipality *m = places[i];
        if (!is_offered(q, m->node.id))
            continue;
        put_choice(list, m->node.id, ans_said_value(t, &m->name), counts,
                   q->municipality);
        const struct ans_covered *around =
            ans_county_around(t->county, m->node.id);
        if (around)
            ans_map_put(list->items[list->count - 1].map, "group",
                        ans_said_value(t, &around->name));
    }
    drop_single(list, q->municipality);
    return true;
}

static bool put_kind_filter(struct ans_turn *t, struct ans_db *db,
                            const struct ans_register_query *q,
                            struct ans_map *filters, struct ans_err *err)
{
    struct ans_map *counts;
    if (!ans_register_counts(db, q, "kind", NULL, t->arena, &counts, err))
        return false;
    struct ans_list *list = ans_map_put_list(filters, "kind");
    for (size_t i = 0; i < ans_kind_count; i++) {
        struct ans_str kind = ans_str_from(ans_kinds[i]);
        if (!t->county->join || !ans_join_admits(t->county->join, kind))
            continue;
        put_choice(list, kind, ans_kind_value(t, kind), counts, q->kind);
    }
    drop_single(list, q->kind);
    return true;
}

static void put_chosen(struct ans_turn *t, struct ans_map *data,
                       const struct ans_register_query *q,
                       struct ans_map *filters)
{
    struct ans_register_query plain = *q;
    plain.after = plain.before = ANS_STR("");
    struct {
        const char *filter;
        struct ans_register_query without;
    } dimensions[] = {{"area", plain},
                      {"county", plain},
                      {"municipality", plain},
                      {"kind", plain}};
    dimensions[0].without.area = ANS_STR("");
    dimensions[1].without.county_id = ANS_STR("");
    dimensions[2].without.municipality = ANS_STR("");
    dimensions[3].without.kind = ANS_STR("");
    struct ans_list *chosen = ans_map_put_list(data, "chosen");
    for (size_t d = 0; d < ANS_COUNT(dimensions); d++) {
        struct ans_list *list =
            ans_map_find(filters, dimensions[d].filter).list;
        for (size_t i = 0; i < list->count; i++) {
            const struct ans_map *choice = list->items[i].map;
            if (!ans_map_find(choice, "chosen").b)
                continue;
            struct ans_map *m = ans_list_add_map(chosen);
            ans_map_put(m, "label", ans_map_find(choice, "label"));
            ans_map_put_str(m, "without_href",
                            ans_filter_href(t, "/anslutna",
                                            &dimensions[d].without, "",
                                            ANS_STR("")));
        }
    }
}

static void put_links(struct ans_turn *t, struct ans_map *data,
                      const struct ans_register_query *q,
                      const struct ans_register_page *page)
{
    const char *path = t->json ? "/anslutna.json" : "/anslutna";
    const struct ans_str none = ANS_STR("");
    if (page->next.len)
        ans_map_put_str(data, "next_href",
                        ans_filter_href(t, path, q, "efter", page->next));
    if (page->previous.len) {
        ans_map_put_str(data, "previous_href",
                        ans_filter_href(t, path, q, "fore", page->previous));
        ans_map_put_str(data, "first_href",
                        ans_filter_href(t, path, q, "", none));
    }
    ans_map_put_str(data, "csv_href",
                    ans_filter_href(t, "/anslutna.csv", q, "", none));
    ans_map_put_str(data, "json_href",
                    ans_filter_href(t, "/anslutna.json", q, "", none));
}

/* A search that cannot be made is said on the page, not an error of it. */
static bool list_members(struct ans_turn *t, struct ans_db *db,
                         const struct ans_register_query *q,
                         struct ans_register_page *page, struct ans_map *data,
                         struct ans_err *err)
{
    if (ans_register_list(db, q, t->arena, page, err))
        return true;
    if (err->kind != ANS_ERR_INPUT || !q->search.len)
        return false;
    *err = (struct ans_err){0};
    *page = (struct ans_register_page){0};
    ans_map_put(data, "problem",
                ans_say_value(t, "register.search-too-short", NULL));
    return true;
}

static bool put_register(struct ans_turn *t, struct ans_db *db,
                         const struct ans_register_query *q,
                         struct ans_map *data, struct ans_err *err)
{
    struct ans_register_page page = {0};
    struct ans_map *filters = ans_map_put_map(data, "filters");
    int64_t total = 0;
    int64_t listed = 0;
    if (!ans_register_counted(db, t->county->counting, &total, err) ||
        !ans_register_total(db, &listed, err) ||
        !list_members(t, db, q, &page, data, err) ||
        !put_area_filter(t, db, q, filters, err) ||
        !put_county_filter(t, db, q, filters, err) ||
        !put_municipality_filter(t, db, q, filters, err) ||
        !put_kind_filter(t, db, q, filters, err))
        return false;
    struct ans_list *members = ans_map_put_list(data, "members");
    for (size_t i = 0; i < page.count; i++)
        ans_list_add(members,
                     ans_value_map(ans_member_map(t, &page.members[i])));
    ans_map_put_int(data, "total", total);
    ans_map_put_int(data, "listed", listed);
    if (t->county->counting)
        ans_map_put(data, "counting",
                    ans_said_value(t, &t->county->counting->text));
    ans_map_put_int(data, "found", page.total);
    ans_map_put_str(data, "search", q->search);
    put_chosen(t, data, q, filters);
    put_links(t, data, q, &page);
    return true;
}

static struct ans_str joined_title(struct ans_turn *t, int64_t total)
{
    char key[48];
    snprintf(key, sizeof(key), "register.joined.%s",
             ans_text_plural(total, t->lang.ptr));
    struct ans_map *values = ans_map_new(t->arena);
    ans_map_put_str(values, "count",
                    ans_text_number(t->arena, (double)total, t->lang.ptr));
    return total ? ans_say(t, key, values) : ans_say(t, "register.title", NULL);
}

bool ans_page_register(struct ans_turn *t, struct ans_err *err)
{
    struct ans_register_query q;
    struct ans_map *data = ans_turn_data(t);
    if (!ans_filter_read(t, &q, err))
        return false;
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    bool ok = put_register(t, db, &q, data, err);
    ans_store_release(t->site->store, db);
    return ok && ans_answer_kept(t, "register",
                                 joined_title(t, ans_map_find(data, "total").i),
                                 data, err);
}
