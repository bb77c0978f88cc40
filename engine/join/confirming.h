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

/* Within a write job: the mails of a confirmation, for the member as it is. */
ANS_MUST_CHECK
bool ans_confirm_mails(struct ans_db *db, const struct ans_confirmation *c,
                       struct ans_arena *arena, const struct ans_member *member,
                       struct ans_err *err);

/* What a confirmation link is worth at a moment, and its member. */
ANS_MUST_CHECK
bool ans_confirm_look(struct ans_db *db, struct ans_str token, int64_t now,
                      struct ans_arena *arena, enum ans_link_state *state,
                      struct ans_member *member, struct ans_err *err);

/* Within a write job: somebody is asked by mail to sign for an unconfirmed
 * member, which may renew another (0: none). ANS_ERR_LIMIT as ans_sign_ask. */
ANS_MUST_CHECK
bool ans_sign_begin(struct ans_db *db, const struct ans_asking *asking,
                    int64_t member, int64_t renews, struct ans_arena *arena,
                    struct ans_err *err);

/* Moments as the table keeps them. */
struct ans_str ans_sign_moments(struct ans_arena *arena,
                                const struct ans_asking *asking);
int64_t ans_sign_next(const struct ans_asking *asking);

/* Has the organisation of the unconfirmed `m` joined in another way or, when it
 * renews a member, has that one been renewed or left? */
ANS_MUST_CHECK
bool ans_sign_taken(struct ans_db *db, const struct ans_member *m,
                    int64_t renews, struct ans_arena *arena, bool *taken,
                    struct ans_err *err);

/* Within a write job: the last signature of a renewal is there. s->member
 * becomes the member that was renewed; what waited is gone, and its links lead
 * to that one. */
ANS_MUST_CHECK
bool ans_renew_apply(struct ans_db *db, const struct ans_confirmation *c,
                     struct ans_arena *arena, struct ans_signing *s,
                     struct ans_err *err);

/* Whom the audit trail speaks of. */
static inline int64_t ans_sign_subject(const struct ans_signing *s)
{
    return s->renews ? s->renews : s->member.id;
}

/* The signature that a member waits for; `out->state` ANS_SIGN_UNKNOWN: none.
 * `out->member` is not read. */
ANS_MUST_CHECK
bool ans_sign_read(struct ans_db *db, int64_t member, int64_t now,
                   struct ans_arena *arena, struct ans_signing *out,
                   struct ans_err *err);
