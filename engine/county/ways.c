#include "county/county.h"

static int64_t last_day(const struct ans_closed *c)
{
    return c->to.year ? ans_date_to_days(c->to) : INT64_MAX;
}

static bool covers(const struct ans_closed *c, int64_t day)
{
    return (!c->from.year || ans_date_to_days(c->from) <= day) &&
           day <= last_day(c);
}

/* Of those that cover a day, the one that ends last; NULL: none. */
static const struct ans_closed *longest(const struct ans_join *j, int64_t day)
{
    const struct ans_closed *found = NULL;
    for (size_t i = 0; i < j->closed.count; i++) {
        const struct ans_closed *c = ANS_AT(ans_closed, j->closed, i);
        if (covers(c, day) && (!found || last_day(c) > last_day(found)))
            found = c;
    }
    return found;
}

const struct ans_closed *ans_join_closed(const struct ans_join *j, int64_t day,
                                         int64_t *opens)
{
    const struct ans_closed *now = longest(j, day);
    const struct ans_closed *last = now;
    *opens = 0;
    /* One period may begin where another ends. */
    while (last && last->to.year) {
        *opens = last_day(last) + 1;
        last = longest(j, *opens);
    }
    if (last)
        *opens = 0;
    return now;
}
