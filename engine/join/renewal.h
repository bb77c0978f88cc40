/* renewal: what a renewal by one signature and one by two have in common.
 * Private to join.
 */
#pragma once

#include "join/renew.h"

/* Within write jobs. */

/* The member that a form renews, and what the form has become before (0:
 * nothing). Errors as ans_renew. */
ANS_MUST_CHECK
bool ans_renewal_begin(struct ans_db *db, const struct ans_submission *s,
                       struct ans_arena *arena, struct ans_member *was,
                       int64_t *became, struct ans_err *err);

/* Seal for `member` what the form promises in the place of what `was` did. */
ANS_MUST_CHECK
bool ans_renewal_seal(struct ans_db *db, const struct ans_submission *s,
                      const struct ans_member *was, int64_t member,
                      struct ans_arena *arena, struct ans_err *err);

/* The day on which a member renewed for its strategy. */
ANS_MUST_CHECK
bool ans_renewal_note(struct ans_db *db, const struct ans_member *m,
                      int64_t today, struct ans_err *err);
