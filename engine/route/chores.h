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
 * what fails and tries it again the next time. */
void ans_chores_run(struct ans_chores *chores);
