/* welcome: what the pages behind a welcome token share. Private to route.
 */
#pragma once

#include "join/join.h"
#include "route/turn.h"

/* The member and package of the token in capture[0]. */
ANS_MUST_CHECK
bool ans_welcome_open(struct ans_turn *t, struct ans_package *out,
                      struct ans_err *err);

/* {name}, {number} and {date} of a member, for titles and stickers. */
struct ans_map *ans_welcome_words(struct ans_turn *t,
                                  const struct ans_member *m);
