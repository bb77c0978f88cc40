#include "county/strategy.h"

#include "county/county.h"

int64_t ans_strategy_first_day(const struct ans_strategy *s)
{
    return s->period.from.year ? ans_date_to_days(s->period.from) : INT64_MIN;
}

static struct ans_date last_date(const struct ans_strategy *s)
{
    return s->ends_early.year     ? s->ends_early
           : s->prolonged_to.year ? s->prolonged_to
                                  : s->period.to;
}

int64_t ans_strategy_last_day(const struct ans_strategy *s)
{
    struct ans_date last = last_date(s);
    return last.year ? ans_date_end(last) : INT64_MAX;
}

struct ans_period ans_strategy_period(const struct ans_strategy *s)
{
    return (struct ans_period){.from = s->period.from, .to = last_date(s)};
}

enum ans_life ans_strategy_life(const struct ans_strategy *s, int64_t day)
{
    if (day < ans_strategy_first_day(s))
        return ANS_LIFE_COMING;
    if (day > ans_strategy_last_day(s))
        return s->ends_early.year ? ANS_LIFE_ENDED_EARLY : ANS_LIFE_ENDED;
    bool past = s->period.to.year && day > ans_date_end(s->period.to);
    return past ? ANS_LIFE_PROLONGED : ANS_LIFE_IN_FORCE;
}

bool ans_strategy_in_force(const struct ans_strategy *s, int64_t day)
{
    return day >= ans_strategy_first_day(s) && day <= ans_strategy_last_day(s);
}

static void add_node(struct ans_arena *arena, struct ans_nodes *nodes,
                     struct ans_node *node)
{
    nodes->items =
        ans_arena_grow(arena, nodes->items, nodes->count, sizeof *nodes->items);
    nodes->items[nodes->count++] = node;
}

struct ans_nodes ans_strategy_all_areas(struct ans_arena *arena,
                                        const struct ans_strategy *s)
{
    struct ans_nodes all = {0};
    for (size_t i = 0; i < s->areas.count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, s->areas, i);
        add_node(arena, &all, s->areas.items[i]);
        for (size_t k = 0; k < a->areas.count; k++)
            add_node(arena, &all, a->areas.items[k]);
    }
    return all;
}

const struct ans_area *ans_strategy_area_around(const struct ans_strategy *s,
                                                const struct ans_area *a)
{
    for (size_t i = 0; i < s->areas.count; i++) {
        const struct ans_area *outer = ANS_AT(ans_area, s->areas, i);
        for (size_t k = 0; k < outer->areas.count; k++)
            if (outer->areas.items[k] == &a->node)
                return outer;
    }
    return NULL;
}
