#include "county/counting.h"

int64_t ans_counting_apply(const struct ans_counting *rule, struct ans_tally n)
{
    if (!rule)
        return n.entries;
    int64_t plain = n.entries - n.parts - n.joint;
    bool each = ans_str_is(rule->joint, "each");
    return plain + (rule->parts ? n.parts : 0) + (each ? n.bodies : n.joint);
}
