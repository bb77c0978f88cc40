/* counties: what the commands share that work on county folders.
 */
#pragma once

#include <stdio.h>

#include "app/app.h"
#include "base/buf.h"
#include "base/value.h"
#include "county/diag.h"

/* Call `each` for every county that the command names, or for all of the
 * folder; stops with the error when it says false. */
typedef bool ans_county_fn(void *context, const char *slug,
                           struct ans_err *err);
ANS_MUST_CHECK
bool ans_counties_each(struct ans_run *run, ans_county_fn *each, void *context,
                       struct ans_err *err);

/* "counties/mittlan", as places in files begin. */
struct ans_str ans_counties_folder(struct ans_run *run, const char *slug);

/* Faults, a line each, in the order of files. */
void ans_counties_print(struct ans_run *run, const char *slug,
                        struct ans_faults *faults, FILE *to);

void ans_print_buf(struct ans_buf *text); /* and free it */
void ans_print_json(struct ans_value v);
