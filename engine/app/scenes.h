/* scenes: examples of faults that no script alone provokes: a folder that is
 * called wrong, two counties with one host name, a disk that cannot be written.
 * Played in a folder that is made for it and taken away. Private to app.
 */
#pragma once

#include "app/app.h"
#include "county/build.h"
#include "county/diag.h"
#include "county/fault_pages.h"

/* What a server finds wrong when it starts with `sound`, the template, spoilt
 * as the page and its example say; `spoilt` is the template with the example's
 * own mistake in it, if it has one. Faults name files below the folder of
 * counties. False: the folder cannot be made. */
ANS_MUST_CHECK
bool ans_scene_play(struct ans_run *run, const struct ans_fault_page *page,
                    const struct ans_fault_example *e,
                    const struct ans_folder *spoilt, struct ans_faults *out,
                    struct ans_err *err);
