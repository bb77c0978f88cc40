/* package: the items that a member was given. Private to join.
 */
#pragma once

#include "base/attr.h"
#include "join/join.h"

/* The items of out->member, in the order given. */
ANS_MUST_CHECK
bool ans_package_read(struct ans_db *db, struct ans_arena *arena,
                      struct ans_package *out, struct ans_err *err);

/* Within a write job: give a member what another one has and it has not. */
ANS_MUST_CHECK
bool ans_package_move(struct ans_db *db, int64_t from, int64_t to,
                      struct ans_err *err);

/* Within a write job: give a member what the rules chose and it does not have
 * yet. */
ANS_MUST_CHECK
bool ans_package_add(struct ans_db *db, const struct ans_submission *s,
                     int64_t member, struct ans_err *err);
