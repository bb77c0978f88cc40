/* A county's strategy, and its pages of text. */
#include <stddef.h>

#include "route/counts.h"
#include "route/members.h"
#include "route/shown.h"
#include "route/standing.h"
#include "route/turn.h"

static const struct ans_shown show_mission[] = {
    {"title", ANS_SHOW_SAID, offsetof(struct ans_mission, title), NULL},
    {"text", ANS_SHOW_SAID, offsetof(struct ans_mission, text), NULL},
    {NULL, ANS_SHOW_ID, 0, NULL}};

static const struct ans_shown show_supplement[] = {
    {"from", ANS_SHOW_DAY, offsetof(struct ans_supplement, from), NULL},
    {"text", ANS_SHOW_SAID, offsetof(struct ans_supplement, text), NULL},
    {NULL, ANS_SHOW_ID, 0, NULL}};

static const struct ans_shown show_version[] = {
    {"id", ANS_SHOW_ID, offsetof(struct ans_strategy_version, node.id), NULL},
    {"date", ANS_SHOW_DAY, offsetof(struct ans_strategy_version, date), NULL},
    {"text", ANS_SHOW_SAID, offsetof(struct ans_strategy_version, text), NULL},
    {NULL, ANS_SHOW_ID, 0, NULL}};

static const struct ans_shown show_evaluation[] = {
    {"date", ANS_SHOW_DAY, offsetof(struct ans_evaluation, date), NULL},
    {"text", ANS_SHOW_SAID, offsetof(struct ans_evaluation, text), NULL},
    {NULL, ANS_SHOW_ID, 0, NULL}};

void ans_put_national(struct ans_turn *t, struct ans_map *data)
{
    struct ans_map *national = ans_map_put_map(data, "national");
    struct ans_list *goals = ans_map_put_list(national, "goals");
    for (size_t i = 0; i < t->county->national.count; i++) {
        const struct ans_national_goal *g =
            ANS_AT(ans_national_goal, t->county->national, i);
        struct ans_map *m = ans_node_map(t, g, ans_show_national);
        if (ans_str_is(g->node.id, "overall"))
            ans_map_put(national, "overall", ans_value_map(m));
        else
            ans_list_add(goals, ans_value_map(m));
    }
}

static bool put_areas(struct ans_turn *t, struct ans_map *data,
                      const struct ans_nodes *areas,
                      const struct ans_counts *counts, struct ans_err *err)
{
    struct ans_list *list = ans_map_put_list(data, "areas");
    for (size_t i = 0; i < areas->count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, *areas, i);
        struct ans_map *m = ans_area_map(t, a);
        struct ans_value text;
        if (!ans_prose_value(t, &a->text, NULL, &text, err))
            return false;
        ans_list_add(list, ans_value_map(m));
        ans_map_put(m, "text", text);
        ans_put_nodes(t, m, "goals", &a->goals, ans_show_goal);
        ans_put_nodes(t, m, "measures", &a->measures, ans_show_measure);
        ans_map_put_int(m, "members", ans_counts_of(counts->areas, a->node.id));
        ans_map_put_str(
            m, "members_href",
            ans_href(t, "/anslutna?omrade=%.*s", ANS_STR_ARG(a->node.id)));
        /* Two levels: the builder takes no more. */
        if (!put_areas(t, m, &a->areas, counts, err))
            return false;
    }
    return true;
}

static void put_others(struct ans_turn *t, struct ans_map *data,
                       const struct ans_strategy *current)
{
    struct ans_list *list = ans_map_put_list(data, "others");
    for (size_t i = 0; i < t->county->strategies.count; i++) {
        const struct ans_strategy *s =
            ANS_AT(ans_strategy, t->county->strategies, i);
        if (s == current)
            continue;
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put(m, "title", ans_said_value(t, &s->title));
        ans_map_put_str(m, "href", ans_strategy_href(t, s));
        ans_map_put_str(m, "state", ans_life_word(s, t->today));
        ans_map_put(m, "period", ans_period_value(t, ans_strategy_period(s)));
    }
}

static bool read_counts(struct ans_turn *t, struct ans_counts *counts,
                        struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    bool ok = ans_counts_read(t, db, counts, err);
    ans_store_release(t->site->store, db);
    return ok;
}

static bool show_strategy(struct ans_turn *t, const struct ans_strategy *s,
                          struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_counts counts = {0};
    struct ans_value text;
    if (!read_counts(t, &counts, err) ||
        !ans_prose_value(t, &s->text, NULL, &text, err) ||
        !put_areas(t, data, &s->areas, &counts, err))
        return false;
    ans_map_put(data, "title", ans_said_value(t, &s->title));
    ans_map_put(data, "lead", ans_said_value(t, &s->lead));
    ans_map_put(data, "text", text);
    ans_map_put(data, "period", ans_period_value(t, ans_strategy_period(s)));
    ans_map_put(data, "life", ans_life_value(t, s));
    ans_map_put(data, "follow_up", ans_follow_up_value(t, s));
    ans_map_put(data, "documents", ans_links_value(t, &s->documents));
    ans_put_nodes(t, data, "goals", &s->goals, ans_show_goal);
    ans_put_nodes(t, data, "measures", &s->measures, ans_show_measure);
    ans_put_nodes(t, data, "processes", &s->processes, ans_show_process);
    ans_put_nodes(t, data, "missions", &s->missions, show_mission);
    ans_put_nodes(t, data, "supplements", &s->supplements, show_supplement);
    ans_put_nodes(t, data, "versions", &s->versions, show_version);
    ans_put_nodes(t, data, "evaluations", &s->evaluations, show_evaluation);
    put_others(t, data, s);
    ans_put_national(t, data);
    return ans_answer_kept(t, "strategy", ans_said_str(t, &s->title), data,
                           err);
}

bool ans_page_strategy(struct ans_turn *t, struct ans_err *err)
{
    return show_strategy(t, ans_county_strategy(t->county, t->today), err);
}

/* An earlier, a coming, or one that is in force beside the one that is
 * shown; which has one address, not two. */
bool ans_page_strategy_at(struct ans_turn *t, struct ans_err *err)
{
    const struct ans_strategy *s =
        ans_county_strategy_at(t->county, t->capture[0]);
    if (!s)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such strategy");
    if (s == ans_county_strategy(t->county, t->today))
        return ans_answer_redirect(t, t->json ? ANS_STR("/strategi.json")
                                              : ANS_STR("/strategi"));
    return show_strategy(t, s, err);
}

bool ans_page_text(struct ans_turn *t, struct ans_err *err)
{
    const struct ans_page *p = ans_county_page(t->county, t->capture[0]);
    if (!p)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such page");
    struct ans_map *data = ans_turn_data(t);
    struct ans_value text;
    if (!ans_prose_value(t, &p->text, NULL, &text, err))
        return false;
    ans_map_put(data, "title", ans_said_value(t, &p->title));
    ans_map_put(data, "lead", ans_said_value(t, &p->lead));
    ans_map_put(data, "text", text);
    ans_map_put(data, "links", ans_links_value(t, &p->links));
    return ans_answer_kept(t, "page", ans_said_str(t, &p->title), data, err);
}
