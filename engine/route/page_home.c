/* A county's home page. */
#include <stddef.h>

#include "member/member.h"
#include "route/counts.h"
#include "route/library.h"
#include "route/members.h"
#include "route/shown.h"
#include "route/standing.h"
#include "route/turn.h"

#define LATEST 6

static const struct ans_shown show_occasion[] = {
    {"title", ANS_SHOW_SAID, offsetof(struct ans_occasion, title), NULL},
    {"date", ANS_SHOW_DAY, offsetof(struct ans_occasion, date), NULL},
    {"text", ANS_SHOW_SAID, offsetof(struct ans_occasion, text), NULL},
    {NULL, ANS_SHOW_ID, 0, NULL}};

bool ans_counts_read(struct ans_turn *t, struct ans_db *db,
                     struct ans_counts *out, struct ans_err *err)
{
    struct ans_register_query all = {0};
    const struct ans_counting *rule = t->county->counting;
    return ans_register_counted(db, rule, &out->members, err) &&
           ans_register_counts(db, &all, "area", rule, t->arena, &out->areas,
                               err) &&
           ans_register_counts(db, &all, "municipality", NULL, t->arena,
                               &out->municipalities, err);
}

int64_t ans_counts_of(const struct ans_map *counts, struct ans_str value)
{
    struct ans_value v = ans_map_get(counts, value);
    return v.type == ANS_INT ? v.i : 0;
}

static void put_facts(struct ans_turn *t, struct ans_map *data,
                      const struct ans_strategy *s,
                      const struct ans_counts *counts)
{
    struct ans_map *facts = ans_map_put_map(data, "facts");
    ans_map_put_int(facts, "members", counts->members);
    ans_map_put_int(facts, "municipalities_with",
                    (int64_t)counts->municipalities->count);
    ans_map_put_int(facts, "municipalities",
                    (int64_t)t->county->municipalities.count);
    ans_map_put_int(facts, "areas", (int64_t)s->areas.count);
    ans_map_put(facts, "period", ans_period_value(t, ans_strategy_period(s)));
    ans_map_put_str(facts, "life", ans_life_word(s, t->today));
}

static void put_milestone(struct ans_turn *t, struct ans_map *data,
                          const struct ans_counts *counts)
{
    const struct ans_milestone *m =
        ans_county_milestone(t->county, counts->members);
    int64_t number;
    if (!m || !ans_str_int(m->node.id, &number))
        return;
    struct ans_map *said = ans_map_put_map(data, "milestone");
    ans_map_put_int(said, "number", number);
    ans_map_put(said, "text", ans_said_value(t, &m->text));
    ans_map_put(said, "links", ans_links_value(t, &m->links));
}

static void put_areas(struct ans_turn *t, struct ans_map *data,
                      const struct ans_strategy *s,
                      const struct ans_counts *counts)
{
    struct ans_list *list = ans_map_put_list(data, "areas");
    for (size_t i = 0; i < s->areas.count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, s->areas, i);
        struct ans_map *m = ans_area_map(t, a);
        ans_list_add(list, ans_value_map(m));
        ans_map_put_str(
            m, "href",
            ans_href(t, "/strategi#omrade-%.*s", ANS_STR_ARG(a->node.id)));
        ans_map_put_int(m, "members", ans_counts_of(counts->areas, a->node.id));
        struct ans_list *inner = ans_map_put_list(m, "areas");
        for (size_t k = 0; k < a->areas.count; k++)
            ans_list_add(inner, ans_value_map(ans_area_map(
                                    t, ANS_AT(ans_area, a->areas, k))));
    }
}

static bool put_sections(struct ans_turn *t, struct ans_map *data,
                         struct ans_err *err)
{
    struct ans_map *sections = ans_map_put_map(data, "sections");
    for (size_t i = 0; i < t->county->home->sections.count; i++) {
        const struct ans_section *s =
            ANS_AT(ans_section, t->county->home->sections, i);
        struct ans_map *m = ans_map_new(t->arena);
        struct ans_value text;
        if (!ans_prose_value(t, &s->text, NULL, &text, err))
            return false;
        ans_map_put_str(m, "id", s->node.id);
        ans_map_put_int(m, "number", (int64_t)i + 1);
        ans_map_put(m, "title", ans_said_value(t, &s->title));
        ans_map_put(m, "text", text);
        ans_map_put(m, "links", ans_links_value(t, &s->links));
        ans_map_set(sections, s->node.id, ans_value_map(m));
    }
    return true;
}

static bool put_figures(struct ans_turn *t, struct ans_map *data,
                        const struct ans_strategy *s, struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    struct ans_counts counts = {0};
    bool ok = ans_counts_read(t, db, &counts, err) &&
              ans_members_put_latest(t, db, data, LATEST, err);
    ans_store_release(t->site->store, db);
    if (!ok)
        return false;
    put_facts(t, data, s, &counts);
    put_milestone(t, data, &counts);
    put_areas(t, data, s, &counts);
    return true;
}

bool ans_page_home(struct ans_turn *t, struct ans_err *err)
{
    const struct ans_county *c = t->county;
    const struct ans_strategy *s = ans_county_strategy(c, t->today);
    struct ans_map *data = ans_turn_data(t);
    ans_map_put(data, "title", ans_said_value(t, &c->home->title));
    ans_map_put(data, "lead", ans_said_value(t, &c->home->lead));
    struct ans_list *order = ans_map_put_list(data, "order");
    for (size_t i = 0; i < c->home->order.count; i++)
        ans_list_add(order, ans_value_str(c->home->order.items[i]));
    if (c->join) {
        ans_map_put(data, "act", ans_said_value(t, &c->join->act));
        ans_map_put_bool(data, "binding", c->join->binding);
    }
    ans_map_put(data, "life", ans_life_value(t, s));
    ans_put_package(t, data);
    ans_put_national(t, data);
    ans_put_nodes(t, data, "processes", &s->processes, ans_show_process);
    ans_put_nodes(t, data, "goals", &s->goals, ans_show_goal);
    ans_put_nodes(t, data, "occasions", &c->occasions, show_occasion);
    ans_put_library(t, data);
    return put_sections(t, data, err) && put_figures(t, data, s, err) &&
           ans_answer_kept(t, "home", ans_said_str(t, &c->home->title), data,
                           err);
}
