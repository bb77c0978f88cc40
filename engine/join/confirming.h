/* confirming: how a member is made of an unconfirmed one, by one signature or
 * two. Private to join.
 */
#pragma once

#include "join/sign.h"

/* Within a write job: the running number, links, mails and the audit entry of
 * a member whose last signature is there. */
ANS_MUST_CHECK
bool ans_confirm_apply(struct ans_db *db, const struct ans_confirmation *c,
                       struct ans_arena *arena, struct ans_member *member,
                       struct ans_err *err);

/* What a confirmation link is worth at a moment, and its member. */
ANS_MUST_CHECK
bool ans_confirm_look(struct ans_db *db, struct ans_str token, int64_t now,
                      struct ans_arena *arena, enum ans_link_state *state,
                      struct ans_member *member, struct ans_err *err);

/* The signature that a member waits for; `out->state` ANS_SIGN_UNKNOWN: none.
 * `out->member` is not read. */
ANS_MUST_CHECK
bool ans_sign_read(struct ans_db *db, int64_t member, int64_t now,
                   struct ans_arena *arena, struct ans_signing *out,
                   struct ans_err *err);
