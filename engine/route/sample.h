/* sample: the mails that somebody made up would get, written as all others are.
 *
 * Needs no database: what only a member has, a number and the secret part of
 * each link, is "…" in them.
 */
#pragma once

#include "base/attr.h"
#include "trial/trial.h"

struct ans_sample {
    const struct ans_county *county;
    struct ans_str lang; /* that the organisation reads */
    const char *lua;     /* folder of views */
    struct ans_str public_url;
    struct ans_arena *arena;
};

/* Fill in subject and text of each mail of the trial. */
ANS_MUST_CHECK
bool ans_sample_mails(const struct ans_sample *s, struct ans_trial *trial,
                      struct ans_err *err);
