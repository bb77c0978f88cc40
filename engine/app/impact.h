/* impact: what a changed county does to those who are there, told by check.
 * Private to app.
 */
#pragma once

#include "app/app.h"
#include "base/value.h"

/* Print what the folder's county does against its newest version, or add it to
 * `json` (not NULL). */
ANS_MUST_CHECK
bool ans_impact_tell(struct ans_run *run, const char *slug,
                     struct ans_list *json, struct ans_err *err);

/* For a county with faults: which version is shown meanwhile. Nothing when
 * none is kept. */
void ans_impact_still_shown(struct ans_run *run, const char *slug);
