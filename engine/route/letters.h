/* letters: mails made by lua/mails, ready to queue. Private to route.
 */
#pragma once

#include "outbox/outbox.h"
#include "route/turn.h"

/* What a mail tells of, beside its own words. */
struct ans_letter_about {
    struct ans_str name;  /* the organisation's; "": not said */
    struct ans_str token; /* of its link; "": the link needs none */
    struct ans_str slug;  /* of the member's page; "": not said */
    int64_t until;        /* a day; 0: not said */
    bool renews;          /* a member renews what it promised */
};

/* The data of the mail `name`, as docs/pages.md has them for each: the name,
 * the day, the links, how to reach the county. What else it tells the caller
 * puts in. */
struct ans_map *ans_letter_data(struct ans_turn *t, const char *name,
                                const struct ans_letter_about *about);

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
