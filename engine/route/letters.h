/* letters: mails made by lua/mails, ready to queue. Private to route.
 */
#pragma once

#include "outbox/outbox.h"
#include "route/turn.h"

/* The mail `name` of `data` (docs/pages.md, "Mails"; `page` and `county` are
 * put in here) to an address. Strings live in the turn's arena. */
ANS_MUST_CHECK
bool ans_letter_make(struct ans_turn *t, const char *name, struct ans_map *data,
                     struct ans_str recipient, struct ans_outbox_mail *out,
                     struct ans_err *err);

/* Tell the sender that something waits. */
void ans_letter_queued(struct ans_turn *t);

/* How to reach the county, in one line; for mails that say "write to us". */
struct ans_str ans_contact_line(struct ans_turn *t);
