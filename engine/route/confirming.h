/* confirming: the tokens and mails of a confirmation, whether one signature
 * makes the member or two. Private to route.
 */
#pragma once

#include "join/join.h"
#include "route/turn.h"

struct ans_confirming {
    struct ans_turn *turn;
    struct ans_confirmation c; /* its mails are made with `turn` */
};

/* New tokens for the link that stands in capture[0]. `out` stays where it is
 * until the confirmation is done. */
void ans_confirming_begin(struct ans_turn *t, struct ans_confirming *out);

/* The address of the welcome page that follows. */
struct ans_str ans_confirming_path(const struct ans_confirming *c);

/* What the version of the script that the member was sent with says of a
 * second signature, and where the second one is reached; NULL: one is
 * enough. */
const struct ans_second_signature *ans_second_of(struct ans_turn *t,
                                                 const struct ans_member *m,
                                                 struct ans_str *email);

/* The mail that asks the second one to sign by `token` ("sign"), or asks again
 * ("sign_again"); `due_at` is the last moment. */
ANS_MUST_CHECK
bool ans_second_letter(struct ans_turn *t, const char *name,
                       const struct ans_member *m, struct ans_str token,
                       int64_t due_at, struct ans_str email,
                       struct ans_outbox_mail *mail, struct ans_err *err);
