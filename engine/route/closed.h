/* closed: when nobody joins, and who waits for it to open. Private to route.
 */
#pragma once

#include "route/turn.h"

bool ans_is_closed(struct ans_turn *t);

/* The page that says so, in the place of the form's start. */
ANS_MUST_CHECK
bool ans_answer_closed(struct ans_turn *t, struct ans_err *err);
