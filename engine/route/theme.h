/* theme: what follows from a county's two colours. Private to route.
 */
#pragma once

#include "county/colour.h"

/* White or ink, whichever is read more easily on the colour. */
struct ans_rgb ans_theme_text_on(struct ans_rgb colour);
