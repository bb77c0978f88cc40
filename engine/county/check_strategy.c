/* The strategies: their time, their areas. */
#include "county/building.h"

static bool is_outside(const struct ans_period *p, struct ans_date d)
{
    return (p->from.year && ans_date_end(d) < ans_date_to_days(p->from)) ||
           (p->to.year && ans_date_to_days(d) > ans_date_end(p->to));
}

static void check_supplement(struct ans_build *b, const struct ans_strategy *s,
                             const struct ans_supplement *part)
{
    struct ans_period period = s->period;
    if (s->prolonged_to.year)
        period.to = s->prolonged_to;
    if (!part->from.year || !is_outside(&period, part->from))
        return;
    ANS_BUILD_FAULT(
        b, ans_build_field_spot(b, &part->node, "from"), DATE_OUTSIDE,
        ANS_STR("from"), ans_date_iso(b->arena, part->from),
        ans_arena_printf(b->arena, "%.*s–%.*s",
                         ANS_STR_ARG(ans_date_iso(b->arena, period.from)),
                         ANS_STR_ARG(ans_date_iso(b->arena, period.to))));
}

static void check_area(struct ans_build *b, const struct ans_area *a)
{
    /* An unknown national goal, or a title that failed, is a fault already. */
    if (ans_text_said(&a->title) || a->national.len ||
        ans_build_said(b, &a->node, "title") ||
        ans_build_said(b, &a->node, "national"))
        return;
    struct ans_str example = ans_arena_printf(
        b->arena, "title = %s",
        ans_word_field_find(a->node.word, ANS_STR("title"))->example);
    ANS_BUILD_FAULT(b, ans_build_spot(&a->node), MISSING_FIELD, ANS_STR("area"),
                    a->node.id, example);
}

/* An area within another one. */
static void check_inner(struct ans_build *b, const struct ans_area *a)
{
    check_area(b, a);
    for (size_t i = 0; i < a->areas.count; i++)
        ANS_BUILD_FAULT(b, ans_build_spot(a->areas.items[i]), AREA_TOO_DEEP,
                        a->areas.items[i]->id, ANS_NONE, ANS_NONE);
}

static void check_one(struct ans_build *b, const struct ans_strategy *s)
{
    for (size_t i = 0; i < s->areas.count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, s->areas, i);
        check_area(b, a);
        for (size_t k = 0; k < a->areas.count; k++)
            check_inner(b, ANS_AT(ans_area, a->areas, k));
    }
    ans_check_was_areas(b, s);
    for (size_t i = 0; i < s->supplements.count; i++)
        check_supplement(b, s, ANS_AT(ans_supplement, s->supplements, i));
}

void ans_check_strategy(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    for (size_t i = 0; i < c->strategies.count; i++)
        check_one(b, ANS_AT(ans_strategy, c->strategies, i));
    if (!c->strategies.count && b->county_decl)
        ANS_BUILD_FAULT(
            b, ans_build_spot(&c->node), MISSING_WORD, ANS_STR("strategy"),
            ans_str_from(ans_word_find(ANS_STR("strategy"))->example),
            ANS_NONE);
}
