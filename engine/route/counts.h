/* counts: numbers of members, for pages. Private to route.
 */
#pragma once

#include "route/turn.h"

struct ans_counts {
    int64_t members;
    struct ans_map *areas;          /* id -> members */
    struct ans_map *municipalities; /* code -> members */
};

ANS_MUST_CHECK
bool ans_counts_read(struct ans_turn *t, struct ans_db *db,
                     struct ans_counts *out, struct ans_err *err);

int64_t ans_counts_of(const struct ans_map *counts, struct ans_str value);
