/* changes: tells the log what became of the counties' folders. Private to app.
 */
#pragma once

#include "edition/edition.h"

/* What is another state than in `before` (NULL: nothing was): each fault of a
 * county with its place, a county that is new, sound again or gone, a database
 * that cannot be opened. What is as it was is not told again. */
void ans_changes_log(const struct ans_edition *before,
                     const struct ans_edition *now);
