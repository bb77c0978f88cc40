/* One question: limits that allow an answer, a default that is one, personal
 * data with its reason. */
#include <math.h>
#include <stdlib.h>

#include "county/building.h"

static struct ans_str number_text(struct ans_build *b, double n)
{
    return ans_arena_printf(b->arena, "%.14g", n);
}

static struct ans_str limit_text(struct ans_build *b,
                                 const struct ans_question *q, double n)
{
    struct ans_date d;
    if (q->type != ANS_Q_DATE && q->type != ANS_Q_MONTH)
        return number_text(b, n);
    d = ans_date_from_days((int64_t)n);
    if (q->type == ANS_Q_MONTH)
        d.day = 0;
    return ans_date_iso(b->arena, d);
}

static void check_order(struct ans_build *b, const struct ans_question *q,
                        const char *less, double a, const char *more, double z)
{
    if (a > z)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &q->node, less),
                        OVERLAPPING_ORDER, ans_str_from(less),
                        limit_text(b, q, a),
                        ans_arena_printf(b->arena, "%s = %.*s", more,
                                         ANS_STR_ARG(limit_text(b, q, z))));
}

static void check_limits(struct ans_build *b, const struct ans_question *q)
{
    if (q->has_from && q->has_to)
        check_order(b, q, "from", q->from, "to", q->to);
    if (q->shortest && q->longest)
        check_order(b, q, "shortest", (double)q->shortest, "longest",
                    (double)q->longest);
    if (q->least && q->most)
        check_order(b, q, "least", (double)q->least, "most", (double)q->most);
    if (q->type == ANS_Q_CHOICES && q->least > (int64_t)q->options.count)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &q->node, "least"),
                        OUT_OF_RANGE, ANS_STR("least"),
                        number_text(b, (double)q->least),
                        ans_arena_printf(b->arena, "1–%zu", q->options.count));
}

static bool asks_for_person(const struct ans_question *q)
{
    return q->type == ANS_Q_EMAIL || q->type == ANS_Q_PHONE;
}

static void check_personal(struct ans_build *b, const struct ans_question *q)
{
    if (asks_for_person(q) && !q->personal)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &q->node, "personal"),
                        ALWAYS_PERSONAL, q->node.id, ANS_NONE, ANS_NONE);
    if (!q->personal)
        return;
    /* A reason that was said wrongly is a fault already. */
    if (!ans_build_said(b, &q->node, "purpose"))
        ANS_BUILD_FAULT(b, ans_build_spot(&q->node), MISSING_PURPOSE,
                        q->node.id, ANS_NONE, ANS_NONE);
    if (!ans_build_said(b, &q->node, "keep"))
        ANS_BUILD_FAULT(b, ans_build_spot(&q->node), MISSING_KEEP, q->node.id,
                        ANS_NONE, ANS_NONE);
}

static void check_options(struct ans_build *b, const struct ans_question *q)
{
    bool choice = q->type == ANS_Q_CHOICE || q->type == ANS_Q_CHOICES;
    if (choice && !q->options.count)
        ANS_BUILD_FAULT(
            b, ans_build_spot(&q->node), NO_CHILDREN,
            ans_str_from(q->node.word->name), q->node.id,
            ans_str_from(ans_word_find(ANS_STR("option"))->example));
}

/* Can this be answered? For types without a list, `known` is empty. */
static bool is_possible(const struct ans_build *b, const struct ans_question *q,
                        struct ans_str s, struct ans_strs known)
{
    char text[64];
    char *end;
    for (size_t i = 0; i < known.count; i++)
        if (ans_str_eq(known.items[i], s))
            return true;
    if (q->type == ANS_Q_KIND)
        return false;
    if (q->type != ANS_Q_NUMBER && q->type != ANS_Q_YEAR)
        return !known.count && q->type != ANS_Q_CHOICE &&
               q->type != ANS_Q_CHOICES && q->type != ANS_Q_AREAS &&
               q->type != ANS_Q_MUNICIPALITY && q->type != ANS_Q_BY_SEX &&
               q->type != ANS_Q_GROUP;
    (void)b;
    if (!s.len || s.len >= sizeof text)
        return false;
    memcpy(text, s.ptr, s.len);
    text[s.len] = 0;
    double n = strtod(text, &end);
    return !*end && isfinite(n) && !(q->has_from && n < q->from) &&
           !(q->has_to && n > q->to);
}

bool ans_build_offers(struct ans_build *b, const struct ans_question *q,
                      struct ans_str s, struct ans_str *near)
{
    struct ans_strs known = ans_build_answers(b, q);
    *near = ANS_NONE;
    if (is_possible(b, q, s, known))
        return true;
    *near = q->type == ANS_Q_KIND ? ans_build_near_kind(b, s, false)
                                  : ans_build_nearest(s, known);
    return false;
}

static void check_default(struct ans_build *b, const struct ans_question *q)
{
    struct ans_str near;
    if (!q->default_value.len ||
        ans_build_offers(b, q, q->default_value, &near))
        return;
    ANS_BUILD_FAULT(b, ans_build_field_spot(b, &q->node, "default"),
                    DEFAULT_NOT_OFFERED, q->default_value, near, ANS_NONE);
}

/* A question of what the county has none of cannot be answered. */
static void check_answerable(struct ans_build *b, const struct ans_question *q)
{
    const struct ans_county *c = b->county;
    if (q->type == ANS_Q_MUNICIPALITY && !c->municipalities.count)
        ANS_BUILD_FAULT(b, ans_build_spot(&q->node), NO_MUNICIPALITIES,
                        q->node.id, ANS_NONE, ANS_NONE);
    for (size_t i = 0; q->type == ANS_Q_AREAS && i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        if (!s->areas.count)
            ANS_BUILD_FAULT(b, ans_build_spot(&q->node), NO_AREAS, q->node.id,
                            s->node.id, ANS_NONE);
    }
}

void ans_check_question(struct ans_build *b, const struct ans_question *q,
                        const struct ans_question *group)
{
    bool always = q->type == ANS_Q_NAME || q->type == ANS_Q_KIND;
    check_limits(b, q);
    check_personal(b, q);
    check_options(b, q);
    check_answerable(b, q);
    check_default(b, q);
    if (always && !q->required)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &q->node, "required"),
                        ALWAYS_REQUIRED, q->node.id, ANS_NONE, ANS_NONE);
    if (group && q->shown_when.op != ANS_RULE_ALWAYS)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &q->node, "shown_when"),
                        FIELD_IN_GROUP, ANS_STR("shown_when"), ANS_NONE,
                        ANS_NONE);
}
