#include "county/rule.h"
#include "join/join.h"

size_t ans_package_choose(const struct ans_county *c,
                          const struct ans_map *answers,
                          const struct ans_rule_runner *runner,
                          const struct ans_item *items[ANS_PACKAGE_MOST],
                          struct ans_err *err)
{
    size_t count = 0;
    for (size_t i = 0; c->welcome && i < c->welcome->items.count; i++) {
        const struct ans_item *item = ANS_AT(ans_item, c->welcome->items, i);
        if (count < ANS_PACKAGE_MOST &&
            ans_rule_holds(&item->offered_when, c, answers, runner, err))
            items[count++] = item;
    }
    return count;
}
