/* invited: joining by invitation. Private to route.
 */
#pragma once

#include "route/turn.h"

/* The page for whoever comes without one, in the place of the form's start. */
ANS_MUST_CHECK
bool ans_answer_uninvited(struct ans_turn *t, struct ans_err *err);
