/* walking: a walk under way. Private to trial.
 */
#pragma once

#include "trial/trial.h"

struct ans_walk {
    const struct ans_trial_options *o;
    const struct ans_map *said; /* the persona's answers */
    struct ans_arena *arena;
    struct ans_fields raw; /* the draft, as typed so far */
    struct ans_trial *out;
};

/* joins.c: what comes of a form that was sent. */
ANS_MUST_CHECK
bool ans_walk_joins(struct ans_walk *w, struct ans_err *err);
