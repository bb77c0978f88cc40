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
