/* library: what a county has for everyone, members or not. Private to route.
 */
#pragma once

#include "route/turn.h"

/* "publications" and "newsletter". */
void ans_put_library(struct ans_turn *t, struct ans_map *data);

/* "pages": the county's own, with what they are about. */
void ans_put_pages(struct ans_turn *t, struct ans_map *data);
