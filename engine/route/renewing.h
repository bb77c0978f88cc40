/* renewing: a member of an older strategy promises anew. Private to route.
 */
#pragma once

#include "join/renew.h"
#include "route/form.h"

/* Send a form that renews, and lead to the welcome page. */
ANS_MUST_CHECK
bool ans_answer_renewed(struct ans_turn *t, const struct ans_form *f,
                        struct ans_err *err);
