/* history: counties as they are and were, for commands. Private to app.
 */
#pragma once

#include "app/app.h"
#include "app/counties.h"
#include "edition/edition.h"
#include "version/version.h"

/* "DATA/versions" */
const char *ans_history_root(struct ans_run *run);

/* A county's name as an argument may have it: no path. */
ANS_MUST_CHECK
bool ans_history_slug(const struct ans_run *run, struct ans_str slug,
                      struct ans_err *err);

/* A county from "SLUG" (its folder), "SLUG@3" or "SLUG@" (the newest that is
 * kept). */
struct ans_held_county {
    struct ans_loaded *loaded; /* to be released */
    const struct ans_county *county;
    struct ans_folder folder;   /* its files */
    struct ans_version version; /* number 0: the folder */
};

/* Faults in a county's scripts are printed, and make it an error of kind
 * ANS_ERR_SCRIPT. */
ANS_MUST_CHECK
bool ans_history_open(struct ans_run *run, const char *name,
                      struct ans_held_county *out, struct ans_err *err);
