/* running: tests under way. Private to trial.
 */
#pragma once

#include "trial/run.h"

struct ans_running {
    const struct ans_tests *tests;
    const struct ans_trial_options *o;
    struct ans_arena *arena;
    struct ans_test_run *out;
};

/* expect.c: hold one expectation against a walk; misses are added. */
void ans_running_expect(struct ans_running *r, const struct ans_persona *p,
                        const struct ans_expect *e, const struct ans_trial *t);

/* It ought to join, unless an expectation says otherwise. False: it ought, and
 * did not. */
bool ans_running_joins(struct ans_running *r, const struct ans_persona *p,
                       const struct ans_expect *e, const struct ans_trial *t);

/* tried.c: list all that may be tried; note what a walk tried. */
void ans_running_list(struct ans_running *r);
void ans_running_note(struct ans_running *r, const struct ans_trial *t);
