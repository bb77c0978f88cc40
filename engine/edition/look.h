/* look: what has changed since one last looked at all folders, for where the
 * kernel does not tell. Private to edition.
 */
#pragma once

#include "edition/changes.h"

struct ans_look;

/* The first look is taken here. */
struct ans_look *ans_look_new(const char *counties);
void ans_look_free(struct ans_look *look); /* NULL is fine */

/* Look again and add what differs. */
void ans_look_take(struct ans_look *look, struct ans_changes *out, int64_t now);
