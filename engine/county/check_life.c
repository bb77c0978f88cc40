/* The times of strategies, goals, figures and follow-ups. */
#include "county/building.h"

static struct ans_str iso(struct ans_build *b, struct ans_date d)
{
    return ans_date_iso(b->arena, d);
}

static struct ans_str span(struct ans_build *b, const struct ans_period *p)
{
    return ans_arena_printf(b->arena, "%.*s–%.*s", ANS_STR_ARG(iso(b, p->from)),
                            ANS_STR_ARG(iso(b, p->to)));
}

static void check_ends(struct ans_build *b, const struct ans_strategy *s)
{
    struct ans_date early = s->ends_early;
    struct ans_date late = s->prolonged_to;
    int64_t decided =
        s->period.to.year ? ans_date_end(s->period.to) : INT64_MAX;
    if (early.year && late.year)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &s->node, "prolonged_to"),
                        TWO_ENDS, ANS_NONE, ANS_NONE, ANS_NONE);
    else if (early.year && (ans_date_end(early) >= decided ||
                            ans_date_end(early) < ans_strategy_first_day(s)))
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &s->node, "ends_early"),
                        EARLY_END, iso(b, early), span(b, &s->period),
                        ANS_NONE);
    else if (late.year && ans_date_end(late) <= decided)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &s->node, "prolonged_to"),
                        PROLONGED, iso(b, late),
                        s->period.to.year ? iso(b, s->period.to) : ANS_NONE,
                        ANS_NONE);
}

static void check_replaced(struct ans_build *b, const struct ans_strategy *s)
{
    const struct ans_strategy *other =
        s->replaced_by.len ? ans_county_strategy_at(b->county, s->replaced_by)
                           : NULL;
    struct ans_spot spot = ans_build_field_spot(b, &s->node, "replaced_by");
    if (!other)
        return; /* one that does not exist is a fault already */
    if (other == s)
        ANS_BUILD_FAULT(b, spot, REPLACED_ITSELF, s->node.id, ANS_NONE,
                        ANS_NONE);
    else if (ans_strategy_first_day(other) < ans_strategy_first_day(s))
        ANS_BUILD_FAULT(b, spot, REPLACED_TOO_EARLY, s->node.id, other->node.id,
                        ANS_NONE);
}

/* Each stage before the next, and all before the goal. */
static void check_stages(struct ans_build *b, const struct ans_goal *g)
{
    for (size_t i = 0; i < g->stages.count; i++) {
        const struct ans_stage *stage = ANS_AT(ans_stage, g->stages, i);
        struct ans_date next = g->by;
        for (size_t k = g->stages.count - 1; k > i; k--) {
            const struct ans_stage *later = ANS_AT(ans_stage, g->stages, k);
            if (later->by.year)
                next = later->by;
        }
        /* A date that was said wrongly is a fault already. */
        if (!stage->by.year && !ans_text_said(&stage->when) &&
            !ans_build_said(b, &stage->node, "by"))
            ANS_BUILD_FAULT(b, ans_build_spot(&stage->node), STAGE_WITHOUT_TIME,
                            stage->node.id, ANS_NONE, ANS_NONE);
        if (stage->by.year && next.year &&
            ans_date_end(stage->by) > ans_date_end(next))
            ANS_BUILD_FAULT(b, ans_build_field_spot(b, &stage->node, "by"),
                            STAGE_ORDER, stage->node.id, iso(b, stage->by),
                            iso(b, next));
    }
}

static bool take_year(const struct ans_measured *m, int64_t *year)
{
    return ans_form_digits(m->node.id, 4) && ans_str_int(m->node.id, year);
}

/* What was said wrongly is a fault already. */
static bool says_nothing(struct ans_build *b, const struct ans_measured *m)
{
    for (size_t i = 0; i < m->node.word->field_count; i++)
        if (ans_build_said(b, &m->node, m->node.word->fields[i].name))
            return false;
    return true;
}

static void check_figures(struct ans_build *b, const struct ans_indicator *in)
{
    int64_t base = in->from;
    for (size_t i = 0; i < in->measured.count; i++) {
        const struct ans_measured *m = ANS_AT(ans_measured, in->measured, i);
        struct ans_spot spot = ans_build_spot(&m->node);
        int64_t year;
        if (!ans_form_id(m->node.id, false))
            continue; /* that is a fault already */
        if (!take_year(m, &year)) {
            ANS_BUILD_FAULT(b, spot, MEASURED_YEAR, m->node.id, ANS_NONE,
                            ANS_NONE);
            continue;
        }
        if (!base)
            base = year;
        int64_t off = in->every ? (year - base) % in->every : 0;
        if (off || (in->from && year < in->from))
            ANS_BUILD_FAULT(
                b, spot, MEASURED_YEAR_OFF, m->node.id, in->node.id,
                ans_arena_printf(
                    b->arena, "%lld, %lld, %lld ...", (long long)base,
                    (long long)(base + (in->every ? in->every : 1)),
                    (long long)(base + 2 * (in->every ? in->every : 1))));
        if (says_nothing(b, m))
            ANS_BUILD_FAULT(b, spot, MEASURED_NOTHING, m->node.id, ANS_NONE,
                            ANS_NONE);
    }
}

static void check_goals(struct ans_build *b, const struct ans_nodes *goals)
{
    for (size_t i = 0; i < goals->count; i++) {
        const struct ans_goal *g = ANS_AT(ans_goal, *goals, i);
        check_stages(b, g);
        for (size_t k = 0; k < g->indicators.count; k++)
            check_figures(b, ANS_AT(ans_indicator, g->indicators, k));
    }
}

static void check_rounds(struct ans_build *b, const struct ans_follow_up *f)
{
    for (size_t i = 0; f && i < f->rounds.count; i++) {
        const struct ans_round *r = ANS_AT(ans_round, f->rounds, i);
        if (r->opens.year && r->closes.year &&
            ans_date_to_days(r->opens) > ans_date_to_days(r->closes))
            ANS_BUILD_FAULT(b, ans_build_field_spot(b, &r->node, "closes"),
                            ROUND_ORDER, r->node.id, iso(b, r->opens),
                            iso(b, r->closes));
        for (size_t k = 0; k < r->questions.count; k++)
            ans_check_question(b, ANS_AT(ans_question, r->questions, k), NULL);
    }
}

void ans_check_life(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    for (size_t i = 0; i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        struct ans_nodes areas = ans_strategy_all_areas(b->arena, s);
        check_ends(b, s);
        check_replaced(b, s);
        check_goals(b, &s->goals);
        for (size_t k = 0; k < areas.count; k++)
            check_goals(b, &ANS_AT(ans_area, areas, k)->goals);
        check_rounds(b, s->follow_up);
    }
}
