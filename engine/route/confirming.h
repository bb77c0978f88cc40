/* confirming: the tokens and mails of a confirmation, whether one signature
 * makes the member or two. Private to route.
 */
#pragma once

#include "join/sign.h"
#include "route/turn.h"

struct ans_confirming {
    struct ans_turn *turn;
    bool renews;               /* a member renews, and is told so */
    struct ans_confirmation c; /* its mails are made with `turn` */
};

/* New tokens for the link that stands in capture[0]. `out` stays where it is
 * until the confirmation is done. */
void ans_confirming_begin(struct ans_turn *t, struct ans_confirming *out);

/* The mail to a member that has renewed. */
ANS_MUST_CHECK
bool ans_renewed_letter(struct ans_turn *t, const struct ans_member *m,
                        struct ans_str welcome_token,
                        struct ans_outbox_mail *mail, struct ans_err *err);

/* The address of the welcome page that follows. */
struct ans_str ans_confirming_path(const struct ans_confirming *c);

/* What the version of the script that the member was sent with says of a
 * second signature, and where the second one is reached; NULL: one is
 * enough. */
const struct ans_second_signature *ans_second_of(struct ans_turn *t,
                                                 const struct ans_member *m,
                                                 struct ans_str *email);

/* Somebody at an address is to sign, from today on: deadline and reminders as
 * the county has them, and a new token. The first one's token and the mail are
 * the caller's. */
void ans_second_ask(struct ans_turn *t,
                    const struct ans_second_signature *second,
                    struct ans_str email, struct ans_asking *out);

/* A mail about a signature, to one of both, with the token of its link, if it
 * has one; s->member, renews and due_at are told of. */
ANS_MUST_CHECK
bool ans_second_letter(struct ans_turn *t, const char *name,
                       const struct ans_signing *s, struct ans_str recipient,
                       struct ans_str token, struct ans_outbox_mail *mail,
                       struct ans_err *err);
