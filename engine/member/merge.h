/* merge: several filters of the register read as one, in its order, none of
 * them having a member of another. Each step is one look into an index for the
 * filter that was ahead: a page costs the same whatever the number of members.
 * Private to member.
 */
#pragma once

#include "member/cursor.h"
#include "member/row.h"
#include "store/stmt.h"

struct ans_merge_lane {
    int64_t filter;
    bool ended;
    int64_t member; /* where it stands */
    size_t length;
    char key[ANS_NAME_KEY_MOST];
};

struct ans_merge {
    struct ans_db *db;
    bool back; /* against the order */
    struct ans_merge_lane *lanes;
    size_t count;
    struct ans_merge_lane *given; /* whose place was given out last */
};

/* From the start, or from a place on that is not among them (NULL: the
 * start; never so `back`). Lanes live in `arena`. */
ANS_MUST_CHECK
bool ans_merge_begin(struct ans_merge *m, struct ans_db *db,
                     const int64_t *filters, size_t count,
                     const struct ans_place *from, bool back,
                     struct ans_arena *arena, struct ans_err *err);

/* The next place, good until the next call; false at the end, or with an
 * error. */
bool ans_merge_next(struct ans_merge *m, struct ans_place *out,
                    struct ans_err *err);
