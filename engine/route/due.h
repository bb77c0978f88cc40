/* due: the kinds of chores. Private to route.
 */
#pragma once

#include "route/turn.h"

/* Do what is due in t's county. There is no request: t->q and t->r are NULL. */
typedef bool ans_due_fn(struct ans_turn *t, struct ans_err *err);

/* Reminders and deadlines of second signatures. */
ans_due_fn ans_due_signatures;

/* The waiting list, when joining is open. */
ans_due_fn ans_due_waiting;

/* Do what an operator asks for in t's county; no request either. */
typedef bool ans_errand_fn(struct ans_turn *t, const struct ans_map *errand,
                           struct ans_str document, struct ans_map *answer,
                           struct ans_err *err);

ans_errand_fn ans_errand_invite, ans_errand_register, ans_errand_renew;

/* Something is wrong with the n:th of what was handed in, from 1; 0: with all
 * of it. `what` is a word that whoever prints has a sentence for
 * (app/errands.def), with up to two values. */
void ans_errand_fault(struct ans_map *answer, size_t n, const char *what,
                      struct ans_str value, struct ans_str more);
