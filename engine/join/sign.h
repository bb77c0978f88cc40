/* sign: the second signature.
 *
 * Where a county wants two to sign, the first one's button does not make a
 * member: it asks the second one, by a mailed link, within a deadline. Until
 * the second has signed nothing is public; when the time is up nothing
 * becomes so. Whose turn it is to be reminded stands in the database; who
 * makes the mails asks ans_sign_due.
 *
 * A renewal that two sign (join/renew.h) waits in the same way, as an
 * unconfirmed member beside the one that it renews: that one's promise holds
 * until the second one has signed.
 */
#pragma once

#include "join/join.h"

enum ans_sign_state {
    ANS_SIGN_UNKNOWN,
    ANS_SIGN_OPEN,   /* may be signed */
    ANS_SIGN_DONE,   /* has been */
    ANS_SIGN_LAPSED, /* the time is up */
    ANS_SIGN_TAKEN,  /* the organisation has joined in another way */
};

/* A second signature that was asked for. */
struct ans_signing {
    enum ans_sign_state state;
    struct ans_member member; /* as it would become */
    int64_t renews;           /* id of the member that is renewed; 0: none */
    struct ans_str
        email;        /* of the second one; "" when nothing more goes to it */
    int64_t asked_at; /* ms; when the first one confirmed */
    int64_t due_at;   /* ms; the last moment to sign */
    int64_t next_at;  /* ms; the next reminder, or the end */
    int64_t asked;    /* how often somebody has been asked to sign */
};

/* Asking: `reminders` are moments, rising, before `due_at`. */
struct ans_asking {
    struct ans_str confirm_token;
    struct ans_str sign_token; /* new; in the mail */
    struct ans_str email;
    int64_t due_at;
    const int64_t *reminders;
    size_t reminder_count;
    int64_t now;
    const struct ans_outbox_mail *mail; /* to the second one */
};

/* The first one's button. `state` as ans_join_confirm: only an open link asks.
 * ANS_ERR_LIMIT: the second one's address has had its mails of the day, and
 * nothing has changed. */
ANS_MUST_CHECK
bool ans_sign_ask(struct ans_store *store, const struct ans_asking *asking,
                  struct ans_arena *arena, enum ans_link_state *state,
                  struct ans_member *member, struct ans_err *err);

/* How often somebody may be asked to sign one thing, wrong addresses too. */
#define ANS_SIGN_ASKED_MOST 5

/* The first one has given a wrong address: somebody else is asked in the place
 * of whoever was, whose links stop. `asking->confirm_token` is the first one's
 * link, whose `state` is what it was before: only ANS_LINK_WAITING asks. The
 * answer to `question` becomes the new address; what is sealed never held it.
 * ANS_ERR_LIMIT: the address has had its mails of the day, or so many have been
 * asked already; nothing has changed. */
ANS_MUST_CHECK
bool ans_sign_correct(struct ans_store *store, const struct ans_asking *asking,
                      struct ans_str question, struct ans_arena *arena,
                      enum ans_link_state *state, struct ans_err *err);

/* The signature behind the second one's link; an unknown link is a state. */
ANS_MUST_CHECK
bool ans_sign_find(struct ans_store *store, struct ans_str sign_token,
                   int64_t now, struct ans_arena *arena,
                   struct ans_signing *out, struct ans_err *err);

/* The signature that a member waits for, by the first one's link; state
 * ANS_SIGN_UNKNOWN: none was asked for. */
ANS_MUST_CHECK
bool ans_sign_of(struct ans_store *store, struct ans_str confirm_token,
                 int64_t now, struct ans_arena *arena, struct ans_signing *out,
                 struct ans_err *err);

/* The second one's button: seals the commitment anew with both signatures and
 * makes the member, as ans_join_confirm does, or renews one, without a review;
 * c->confirm_token is the second one's. `out->state` is what it was before:
 * only ANS_SIGN_OPEN signs. */
ANS_MUST_CHECK
bool ans_sign(struct ans_store *store, const struct ans_confirmation *c,
              struct ans_arena *arena, struct ans_signing *out,
              struct ans_err *err);

/* Signatures that are due at `now`, at most `most`: state ANS_SIGN_OPEN is to
 * be reminded of, ANS_SIGN_LAPSED to be ended. */
ANS_MUST_CHECK
bool ans_sign_due(struct ans_store *store, int64_t now, size_t most,
                  struct ans_arena *arena, struct ans_signing *out,
                  size_t *count, struct ans_err *err);

/* Remind or end, once for each time that was due: `s` as ans_sign_due gave it.
 * mails[0] goes to the first one and holds `first_token`, which leads to what
 * is waited for or, at the end of a renewal, to a new one (at the end of
 * anything else it is ignored); mails[1] goes to the second one and holds
 * `sign_token` (ignored at the end). Both go, or neither when somebody has
 * signed meanwhile. Reminders that were missed are not sent later. */
ANS_MUST_CHECK
bool ans_sign_remind(struct ans_store *store, const struct ans_signing *s,
                     struct ans_str first_token, struct ans_str sign_token,
                     const struct ans_outbox_mail mails[2], int64_t now,
                     struct ans_err *err);
