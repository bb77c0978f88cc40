/* join: from a finished form to a member: sending, confirming, reviewing,
 * the welcome package.
 *
 * Each step is one transaction: member, sealed commitment, answers, package,
 * mail and audit entry are stored together or not at all. Mails come in
 * finished, since words are not this module's business; who gets which is.
 */
#pragma once

#include "answer/answer.h"
#include "join/draft.h"
#include "join/mailing.h"
#include "member/member.h"
#include "outbox/outbox.h"
#include "store/store.h"

#define ANS_CONFIRM_DAYS 7

/* Most items that one is given. */
#define ANS_PACKAGE_MOST 32

/* What became of an item of the package. */
enum ans_offer {
    ANS_GIVEN, /* nothing to answer */
    ANS_OFFERED,
    ANS_ACCEPTED,
    ANS_DECLINED,
};

/* A member and what it was given, in the order given. */
struct ans_package_item {
    struct ans_str item; /* id in the county's script */
    enum ans_offer state;
};
struct ans_package {
    struct ans_member member;
    struct ans_package_item *items;
    size_t count;
};

/* The items that the rules of the package give for these answers, in the order
 * written; returns how many. The first failure of a rule's function is left in
 * `err`; such an item is not given. */
size_t ans_package_choose(const struct ans_county *c,
                          const struct ans_map *answers,
                          const struct ans_rule_runner *runner,
                          const struct ans_item *items[ANS_PACKAGE_MOST],
                          struct ans_err *err);

/* Sending. `member` is filled from the judged answers; the commitment is the
 * canonical JSON that was sealed (join/commitment.h). */
struct ans_submission {
    const struct ans_draft *draft;
    struct ans_member *member;    /* id is filled in when it is new */
    struct ans_str commitment;    /* canonical JSON */
    struct ans_str confirm_token; /* new; in the mail */
    const struct ans_outbox_mail *confirm_mail;
    /* Asked within the transaction, and only when the organisation has joined
     * already, for the mails that go instead: to whoever filled in the form,
     * and to the member's own address if it is another (the second one's
     * `recipient` is filled in here). It may not touch any store. */
    bool (*make_again)(void *context, struct ans_outbox_mail mails[2],
                       struct ans_err *err);
    void *context;
    /* The package, as the rules gave it. */
    struct ans_str item_ids[ANS_PACKAGE_MOST];
    bool item_offers[ANS_PACKAGE_MOST]; /* ANS_OFFERED, not ANS_GIVEN */
    size_t item_count;
    int64_t now;
};

/* Whatever happens inside, the visitor sees the same answer. Sending a draft
 * a second time changes nothing and is a success. At most ANS_MAILS_A_DAY go
 * to one address: past that ANS_ERR_LIMIT, and the draft is as it was.
 * ANS_ERR_NOT_FOUND: the draft is gone. */
ANS_MUST_CHECK
bool ans_join_submit(struct ans_store *store, struct ans_submission *s,
                     struct ans_err *err);

/* The sentence-free state behind a mailed link. */
enum ans_link_state {
    ANS_LINK_UNKNOWN,
    ANS_LINK_OPEN,    /* may be confirmed */
    ANS_LINK_EXPIRED, /* older than ANS_CONFIRM_DAYS */
    ANS_LINK_USED,    /* confirmed before */
    ANS_LINK_TAKEN,   /* the organisation has been confirmed by another link */
    ANS_LINK_WAITING, /* pressed; a second one has yet to sign (join/sign.h) */
    ANS_LINK_LAPSED,  /* pressed; the second one did not sign in time */
};

ANS_MUST_CHECK
bool ans_join_link(struct ans_store *store, struct ans_str confirm_token,
                   int64_t now, struct ans_arena *arena,
                   enum ans_link_state *state, struct ans_member *member,
                   struct ans_err *err);

/* Press the button: confirms once, and only while the link is open (`state`
 * tells which). The running number and the mails' texts depend on each other,
 * so the mails are made by `make_mails` inside the transaction, with the
 * member as confirmed and its package. It may not touch any store. */
struct ans_confirmation {
    const char *actor; /* for the audit trail; NULL: "visitor" */
    int64_t day;       /* of joining; 0: that of `now` */
    struct ans_str confirm_token;
    struct ans_str welcome_token; /* new */
    struct ans_str review_token;  /* new; used when `review` */
    bool review;
    int64_t first_number; /* of running numbers; 0: 1 */
    int64_t now;
    bool (*make_mails)(void *context, const struct ans_package *package,
                       struct ans_outbox_mail mails[2], size_t *count,
                       struct ans_err *err);
    void *context;
};
ANS_MUST_CHECK
bool ans_join_confirm(struct ans_store *store, const struct ans_confirmation *c,
                      struct ans_arena *arena, enum ans_link_state *state,
                      struct ans_member *member, struct ans_err *err);

/* A new confirmation link in place of an expired one, by the old token;
 * pressed twice within ten minutes it sends one. ANS_ERR_NOT_FOUND: no such
 * link. ANS_ERR_CONFLICT: it has not expired, or was used. ANS_ERR_LIMIT: as
 * ans_join_submit. */
ANS_MUST_CHECK
bool ans_join_renew(struct ans_store *store, struct ans_str old_token,
                    struct ans_str new_token,
                    const struct ans_outbox_mail *mail, int64_t now,
                    struct ans_err *err);

/* Review by mailed link: find (member->state tells whether it was decided),
 * then say yes or no. ANS_ERR_NOT_FOUND: no such link. ANS_ERR_CONFLICT: it
 * has been decided. `mail` may be NULL. */
ANS_MUST_CHECK
bool ans_review_find(struct ans_store *store, struct ans_str review_token,
                     struct ans_arena *arena, struct ans_member *member,
                     struct ans_err *err);
ANS_MUST_CHECK
bool ans_review_decide(struct ans_store *store, struct ans_str review_token,
                       bool approve, const struct ans_outbox_mail *mail,
                       int64_t now, struct ans_err *err);

/* The welcome page: the member behind its token, and its package in the
 * order it was given. ANS_ERR_NOT_FOUND: no such token, or no member any
 * more. */
ANS_MUST_CHECK
bool ans_welcome_find(struct ans_store *store, struct ans_str welcome_token,
                      struct ans_arena *arena, struct ans_package *out,
                      struct ans_err *err);
/* Accept or decline an offered item; may be changed again. ANS_ERR_NOT_FOUND:
 * no such token or item. ANS_ERR_DENIED: the item was not an offer. */
ANS_MUST_CHECK
bool ans_welcome_answer(struct ans_store *store, struct ans_str welcome_token,
                        struct ans_str item, bool accept, int64_t now,
                        struct ans_err *err);

/* Housekeeping: drafts past ANS_DRAFT_DAYS, unconfirmed members 30 days after
 * sending, facts of mails after as long. Within bounds per call; true in
 * `more` when work is left. */
ANS_MUST_CHECK
bool ans_join_sweep(struct ans_store *store, int64_t now, bool *more,
                    struct ans_err *err);
