/* The ways to join: what is said of them agrees with the form. */
#include "county/building.h"

static void check_reminders(struct ans_build *b,
                            const struct ans_second_signature *s)
{
    for (size_t i = 0; i < s->reminders.count; i++) {
        int64_t day = s->reminders.items[i];
        if (day < s->deadline)
            continue;
        ANS_BUILD_FAULT(
            b, ans_build_field_spot(b, &s->node, "reminders"), REMINDER_LATE,
            ans_arena_printf(b->arena, "%lld", (long long)day),
            ans_arena_printf(b->arena, "%lld", (long long)s->deadline),
            ANS_NONE);
    }
}

/* An unknown question is a fault already, unless it hides in a group. */
static void check_asked(struct ans_build *b, const struct ans_join *j)
{
    const struct ans_second_signature *s = j->second;
    const struct ans_question *q = ans_join_question(j, s->asks);
    struct ans_spot spot = ans_build_field_spot(b, &s->node, "asks");
    if (!q || q->type != ANS_Q_EMAIL)
        return;
    if (q == ans_join_question_of(j, ANS_Q_EMAIL))
        ANS_BUILD_FAULT(b, spot, SECOND_FIRST, q->node.id, ANS_NONE, ANS_NONE);
    if (!q->required)
        ANS_BUILD_FAULT(b, spot, SECOND_OPTIONAL, q->node.id, ANS_NONE,
                        ANS_NONE);
    if (q->public)
        ANS_BUILD_FAULT(b, spot, SECOND_PUBLIC, q->node.id, ANS_NONE, ANS_NONE);
}

static void check_closed(struct ans_build *b, const struct ans_closed *c)
{
    if (c->from.year && c->to.year &&
        ans_date_to_days(c->from) > ans_date_to_days(c->to))
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &c->node, "from"),
                        DATES_ORDER, ANS_STR("from"),
                        ans_date_iso(b->arena, c->from),
                        ans_date_iso(b->arena, c->to));
}

void ans_check_ways(struct ans_build *b, const struct ans_join *j)
{
    for (size_t i = 0; i < j->closed.count; i++)
        check_closed(b, ANS_AT(ans_closed, j->closed, i));
    if (!j->second)
        return;
    check_reminders(b, j->second);
    check_asked(b, j);
}
