#include "route/standing.h"

struct ans_str ans_life_word(const struct ans_strategy *s, int64_t day)
{
    static const char *const words[] = {
        [ANS_LIFE_COMING] = "coming",
        [ANS_LIFE_IN_FORCE] = "in-force",
        [ANS_LIFE_PROLONGED] = "prolonged",
        [ANS_LIFE_ENDED] = "ended",
        [ANS_LIFE_ENDED_EARLY] = "ended-early",
    };
    return ans_str_from(words[ans_strategy_life(s, day)]);
}

struct ans_str ans_strategy_href(struct ans_turn *t,
                                 const struct ans_strategy *s)
{
    if (s == ans_county_strategy(t->county, t->today))
        return ans_href(t, "/strategi");
    return ans_href(t, "/strategi/%.*s", ANS_STR_ARG(s->node.id));
}

static void fill_other(struct ans_turn *t, struct ans_map *m,
                       const struct ans_strategy *s)
{
    struct ans_period p = ans_strategy_period(s);
    ans_map_put(m, "title", ans_said_value(t, &s->title));
    ans_map_put_str(m, "href", ans_strategy_href(t, s));
    ans_map_put(m, "from", ans_day_value(t, p.from));
    ans_map_put(m, "to", ans_day_value(t, p.to));
}

static void put_others(struct ans_turn *t, struct ans_map *m,
                       const struct ans_strategy *s)
{
    const struct ans_nodes *all = &t->county->strategies;
    const struct ans_strategy *next =
        ans_county_strategy_next(t->county, t->today);
    const struct ans_strategy *instead =
        ans_county_strategy_at(t->county, s->replaced_by);
    struct ans_list *also = ans_map_put_list(m, "also");
    for (size_t i = 0; i < all->count; i++) {
        const struct ans_strategy *other = ANS_AT(ans_strategy, *all, i);
        if (other != s && other != instead &&
            ans_strategy_in_force(other, t->today))
            fill_other(t, ans_list_add_map(also), other);
    }
    if (instead && instead != s)
        fill_other(t, ans_map_put_map(m, "replaced_by"), instead);
    if (next && next != s && next != instead)
        fill_other(t, ans_map_put_map(m, "next"), next);
}

struct ans_value ans_life_value(struct ans_turn *t,
                                const struct ans_strategy *s)
{
    struct ans_period p = ans_strategy_period(s);
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "state", ans_life_word(s, t->today));
    ans_map_put(m, "from", ans_day_value(t, p.from));
    ans_map_put(m, "to", ans_day_value(t, p.to));
    if (s->ends_early.year || s->prolonged_to.year) {
        ans_map_put(m, "decided", ans_day_value(t, s->period.to));
        ans_map_put_bool(m, "prolonged", s->prolonged_to.year != 0);
        ans_map_put(m, "because", ans_said_value(t, &s->changed));
    }
    put_others(t, m, s);
    bool plain = ans_strategy_life(s, t->today) == ANS_LIFE_IN_FORCE &&
                 !s->ends_early.year && !s->prolonged_to.year;
    bool nobody = !ans_map_find(m, "also").list->count &&
                  ans_map_find(m, "next").type == ANS_NIL &&
                  ans_map_find(m, "replaced_by").type == ANS_NIL;
    return plain && nobody ? ANS_VALUE_NIL : ans_value_map(m);
}

static const char *round_word(const struct ans_round *r, int64_t day)
{
    if (day < ans_date_to_days(r->opens))
        return "coming";
    return day > ans_date_to_days(r->closes) ? "closed" : "open";
}

struct ans_value ans_follow_up_value(struct ans_turn *t,
                                     const struct ans_strategy *s)
{
    if (!s->follow_up)
        return ANS_VALUE_NIL;
    struct ans_map *m = ans_map_new(t->arena);
    struct ans_list *rounds = ans_map_put_list(m, "rounds");
    ans_map_put(m, "text", ans_said_value(t, &s->follow_up->text));
    for (size_t i = 0; i < s->follow_up->rounds.count; i++) {
        const struct ans_round *r = ANS_AT(ans_round, s->follow_up->rounds, i);
        struct ans_map *round = ans_list_add_map(rounds);
        ans_map_put_str(round, "id", r->node.id);
        ans_map_put(round, "title", ans_said_value(t, &r->title));
        ans_map_put(round, "text", ans_said_value(t, &r->text));
        ans_map_put(round, "opens", ans_day_value(t, r->opens));
        ans_map_put(round, "closes", ans_day_value(t, r->closes));
        ans_map_put_str(round, "state", ans_str_from(round_word(r, t->today)));
        struct ans_list *asked = ans_map_put_list(round, "questions");
        for (size_t k = 0; k < r->questions.count; k++)
            ans_list_add(asked,
                         ans_said_value(
                             t, &ANS_AT(ans_question, r->questions, k)->label));
    }
    return ans_value_map(m);
}
