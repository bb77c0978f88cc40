/* sending: what is stored of answers that were judged: the member, the letter
 * sealed with them, the package. Private to route.
 */
#pragma once

#include "answer/answer.h"
#include "join/join.h"
#include "route/turn.h"

/* Fill in s->member (which is the caller's), the commitment and the items.
 * `day`: the day that the letter is dated, of joining. */
ANS_MUST_CHECK
bool ans_sending_fill(struct ans_turn *t, const struct ans_judgement *judged,
                      const struct ans_rule_runner *runner,
                      const struct ans_strategy *strategy, int64_t day,
                      struct ans_submission *s, struct ans_err *err);
