/* chores: what falls due without a visitor: reminders, deadlines. Their mails
 * are made by the same views as those that visitors cause, and queued in the
 * transaction that notes that they were.
 *
 * For one thread, which calls it now and then.
 */
#pragma once

#include "route/route.h"

struct ans_chores; /* a view of its own, made when first needed */

struct ans_chores *ans_chores_new(struct ans_service *service);
void ans_chores_free(struct ans_chores *chores); /* NULL is fine */

/* Everything that is due in every county, a bounded number of each kind; logs
 * what fails and tries it again the next time. A county where nothing was due
 * is looked at again when something was written or its scripts changed, and
 * every five minutes. */
void ans_chores_run(struct ans_chores *chores);

/* What an operator asks for by a command: { do = "invite", county = slug, ... }
 * (errand_*.c tell what each takes and answers), with the bytes of a file that
 * goes with it (empty: none). The answer is filled in; "faults" in it means
 * that nothing was done: what is wrong with which row (0: with all of it). In
 * Swedish or English by the errand's `lang` where it is a problem of the form.
 * ANS_ERR_INPUT: no such errand. */
ANS_MUST_CHECK
bool ans_chores_errand(struct ans_chores *chores, const struct ans_map *errand,
                       struct ans_str document, struct ans_map *answer,
                       struct ans_err *err);
