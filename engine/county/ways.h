/* ways: what a county says of how one joins, beside the form. Part of county.h.
 */
#pragma once

#include "county/node.h"
#include "county/text.h"

struct ans_second_signature { /* somebody else signs, by a mailed link */
    struct ans_node node;
    struct ans_str asks; /* the question for the other one's address; who is
                            not asked needs no second signature */
    int64_t deadline;    /* days */
    struct ans_wholes reminders; /* days after asking, in rising order */
};

struct ans_closed { /* between two days nobody joins */
    struct ans_node node;
    struct ans_date from; /* year 0: since ever */
    struct ans_date to;   /* the last day; year 0: until further notice */
    struct ans_text message;
    bool waiting_list; /* one may ask for a mail when it opens */
};
