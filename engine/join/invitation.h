/* invitation: who may join where joining is by invitation.
 *
 * An operator invites addresses from a list; each gets a link that begins a
 * form. Kept ANS_INVITATION_DAYS, and then some; the invited organisation's
 * name and address are erased with it. An address is invited once at a time.
 */
#pragma once

#include "base/attr.h"
#include "outbox/outbox.h"
#include "store/store.h"

#define ANS_INVITATION_DAYS 90

enum ans_invitation_state {
    ANS_INVITATION_UNKNOWN,
    ANS_INVITATION_OPEN,
    ANS_INVITATION_EXPIRED,
    ANS_INVITATION_USED, /* a member has come of it */
};

struct ans_invitation {
    int64_t id; /* filled in when read */
    enum ans_invitation_state state;
    struct ans_str email;
    struct ans_str name; /* the organisation's */
    struct ans_str lang;
    int64_t invited_at; /* ms */
};

/* Invite, in the place of an invitation that the address had and did not use;
 * `token` stands in `mail`. False in `invited` when the address has used its
 * invitation: then nothing happens. */
ANS_MUST_CHECK
bool ans_invitation_add(struct ans_store *store,
                        const struct ans_invitation *invitation,
                        struct ans_str token,
                        const struct ans_outbox_mail *mail, bool *invited,
                        struct ans_err *err);

/* Within a write job, without a mail. */
ANS_MUST_CHECK
bool ans_invitation_put(struct ans_db *db,
                        const struct ans_invitation *invitation,
                        struct ans_str token, bool *invited,
                        struct ans_err *err);

/* The invitation behind a link; an unknown one is a state. */
ANS_MUST_CHECK
bool ans_invitation_find(struct ans_store *store, struct ans_str token,
                         int64_t now, struct ans_arena *arena,
                         struct ans_invitation *out, struct ans_err *err);

/* Within a write job: a form that began with an invitation became a member.
 * ANS_ERR_CONFLICT: another one has been confirmed by it. */
ANS_MUST_CHECK
bool ans_invitation_use(struct ans_db *db, int64_t invitation, int64_t member,
                        struct ans_err *err);

/* Within a write job: forget at most `most` that were made before a moment. */
ANS_MUST_CHECK
bool ans_invitation_sweep(struct ans_db *db, int64_t before, int64_t most,
                          int64_t *forgotten, struct ans_err *err);
