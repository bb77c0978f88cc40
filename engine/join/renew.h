/* renew: members of a strategy that was replaced promise anew under the one
 * that replaced it.
 *
 * Each is asked by a mailed link. The member stays the one it was, with its
 * number and its day; what it promised before is kept beside what it promises
 * now, and so is the day on which it renewed.
 */
#pragma once

#include "join/join.h"
#include "join/sign.h"

#define ANS_RENEW_DAYS 180

/* Who is to be asked: public members under another strategy than `strategy`,
 * from an id on, in the order of ids. */
struct ans_renewable {
    struct ans_member member; /* without answers */
    int64_t asked_at;         /* ms; 0: never, for this strategy */
};
ANS_MUST_CHECK
bool ans_renew_list(struct ans_store *store, struct ans_str strategy,
                    int64_t after, size_t most, struct ans_arena *arena,
                    struct ans_renewable *out, size_t *count,
                    struct ans_err *err);

/* Note that a member is asked, and queue the mail that holds `token`. */
ANS_MUST_CHECK
bool ans_renew_ask(struct ans_store *store, int64_t member,
                   struct ans_str strategy, struct ans_str token,
                   const struct ans_outbox_mail *mail, struct ans_err *err);

/* The member behind a link, and whether the link is too old; id 0: unknown. */
ANS_MUST_CHECK
bool ans_renew_find(struct ans_store *store, struct ans_str token, int64_t now,
                    struct ans_arena *arena, struct ans_member *out,
                    bool *expired, struct ans_err *err);

/* What the form of a renewal begins with: the answers to the form of `then`, as
 * they would be typed in that of `now`, and of their areas those that
 * `strategy` has, too: the others are to be chosen anew. */
struct ans_fields ans_renew_fields(struct ans_arena *arena,
                                   const struct ans_county *then,
                                   const struct ans_county *now,
                                   const struct ans_strategy *strategy,
                                   int64_t today,
                                   const struct ans_map *answers);

/* Sending a form that renews: draft->renews is the member's id. One
 * transaction: the member as it is now, the commitment sealed beside the older
 * ones, what is new of the package, the day, mail and audit entry. Sending
 * twice is a success and changes nothing; `member` is as it stands in the
 * register. ANS_ERR_NOT_FOUND: the draft or the member is gone.
 * ANS_ERR_CONFLICT: another member is that organisation. */
struct ans_renewing {
    const struct ans_submission
        *s; /* draft, member, commitment, package, now */
    int64_t today;
    struct ans_str welcome_token; /* new; in the mail */
    /* Within the transaction, with the member as it is; touches no store. */
    bool (*make_mail)(void *context, const struct ans_member *member,
                      struct ans_outbox_mail *mail, struct ans_err *err);
    void *context;
};
ANS_MUST_CHECK
bool ans_renew(struct ans_store *store, const struct ans_renewing *r,
               struct ans_arena *arena, struct ans_member *member,
               struct ans_err *err);

/* Sending a form that renews, where a second one signs too: what it says waits
 * until then beside the member, who stays as it is. In the place of another
 * that waited for it. asking->confirm_token is a new one that stands in
 * `first_mail`, to the first one, and leads to what is waited for. `again`: it
 * had been sent before, and nothing has happened. ANS_ERR_LIMIT: one of the
 * addresses has had its mails of the day. Other errors as ans_renew. */
ANS_MUST_CHECK
bool ans_renew_ask_second(struct ans_store *store,
                          const struct ans_submission *s,
                          const struct ans_asking *asking,
                          const struct ans_outbox_mail *first_mail,
                          struct ans_arena *arena, bool *again,
                          struct ans_err *err);

/* Until when a renewal of a member waits for its second signature, in ms; 0:
 * none does. */
ANS_MUST_CHECK
bool ans_renew_waits(struct ans_store *store, int64_t member, int64_t now,
                     int64_t *due_at, struct ans_err *err);

/* The days on which a member renewed, oldest first. */
struct ans_renewed {
    struct ans_str strategy;
    int64_t day;
};
ANS_MUST_CHECK
bool ans_renew_history(struct ans_db *db, int64_t member,
                       struct ans_arena *arena, struct ans_renewed **out,
                       size_t *count, struct ans_err *err);
