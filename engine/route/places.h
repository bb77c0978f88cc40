/* places: a county's municipalities as a reader looks for them. Private to
 * route.
 */
#pragma once

#include "route/turn.h"

/* All of them, in the order of their names in the page's language; of the
 * county's count. */
const struct ans_municipality *const *ans_places(struct ans_turn *t);
