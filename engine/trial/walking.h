/* walking: a walk under way. Private to trial.
 */
#pragma once

#include "trial/trial.h"

struct ans_walk {
    const struct ans_trial_options *o;
    const struct ans_persona *persona;
    const struct ans_map *said; /* the persona's answers */
    struct ans_arena *arena;
    struct ans_fields raw; /* the draft, as typed so far */
    struct ans_trial *out;
};

/* Judge what was typed so far; `step` NULL: the whole form. A function of the
 * script that fails is kept in the trial. */
void ans_walk_judge(struct ans_walk *w, const struct ans_step *step,
                    struct ans_judgement *out);

/* ways.c: does it end before the form, and why? Else w->raw is what the form
 * begins with. False in `written`: the message cannot be written. */
bool ans_walk_ends_before(struct ans_walk *w, bool *written,
                          struct ans_err *err);

/* The whole form at once, as a paper is registered. True: it is taken. */
bool ans_walk_paper(struct ans_walk *w);

/* joins.c: what comes of a form that was sent. */
ANS_MUST_CHECK
bool ans_walk_joins(struct ans_walk *w, struct ans_err *err);

/* joins.c: nothing happens without a recipient. */
void ans_walk_mail(struct ans_walk *w, struct ans_trial_mail mail);
