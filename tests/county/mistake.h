/* mistake: one mistake in a sound county, and the one fault that it is. */
#pragma once

#include "county/mittlan.h"

struct mistake {
    const char *path, *from, *to;
    const char *fault;
};

static inline void check_mistake(const struct mistake *k)
{
    struct mittlan m = {0};
    mittlan_build(&m, k->path, k->from, k->to);
    bool found = false;
    for (size_t i = 0; i < m.faults.count; i++)
        found |= ans_str_is(mittlan_fault(&m, i, NULL), k->fault);
    if (!found || m.faults.count != 1 || m.county) {
        print_error("\"%s\" instead of \"%s\" should give one fault, %s\n",
                    k->to, k->from, k->fault);
        for (size_t i = 0; i < m.faults.count; i++)
            print_error("  %.*s\n", ANS_STR_ARG(mittlan_fault(&m, i, "sv")));
        fail();
    }
    mittlan_free(&m);
}

#define CHECK_ALL(mistakes)                                                    \
    for (size_t i = 0; i < ANS_COUNT(mistakes); i++)                           \
    check_mistake(&(mistakes)[i])
