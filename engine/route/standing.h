/* standing: where a strategy is in its life, and what follows from that for
 * what a county shows and whether one may join. Private to route.
 */
#pragma once

#include "route/turn.h"

/* "life" of docs/pages.md: about `s` today, its next one, those that are in
 * force beside it. nil when there is nothing to say. */
struct ans_value ans_life_value(struct ans_turn *t,
                                const struct ans_strategy *s);

/* "follow_up" of docs/pages.md: the rounds in which members answer questions,
 * and where each is today. nil when nothing is said. */
struct ans_value ans_follow_up_value(struct ans_turn *t,
                                     const struct ans_strategy *s);

/* The page of a strategy: "/strategi" of the one that is shown. */
struct ans_str ans_strategy_href(struct ans_turn *t,
                                 const struct ans_strategy *s);

/* "coming", "in-force", "prolonged", "ended", "ended-early" */
struct ans_str ans_life_word(const struct ans_strategy *s, int64_t day);
