/* shape: members that are more than one organisation by itself: parts of
 * others, and joint ones. Private to member.
 */
#pragma once

#include "member/member.h"

/* What a member adds to the counters of the register. */
struct ans_tally ans_shape_tally(const struct ans_member *m);

/* "A\nB\nC", and back into the names. */
struct ans_str ans_shape_join(struct ans_arena *arena,
                              const struct ans_strs_view *bodies);
void ans_shape_split(struct ans_arena *arena, struct ans_str text,
                     struct ans_strs_view *out);

/* Within write jobs. Save what `m`, just added, is beside itself; nothing for
 * most. A parent that has left meanwhile is no parent. */
ANS_MUST_CHECK
bool ans_shape_add(struct ans_db *db, struct ans_member *m,
                   struct ans_err *err);

/* The member is gone from the register: its parts stand by themselves. */
ANS_MUST_CHECK
bool ans_shape_release(struct ans_db *db, int64_t parent, struct ans_err *err);
