/* stores: the counties' databases, one each, which outlive editions. Private
 * to edition.
 */
#pragma once

#include "edition/edition.h"

struct ans_stores;

/* `data` NULL: there are none. Makes DATA and DATA/counties. */
struct ans_stores *ans_stores_new(const char *data, struct ans_err *err);
void ans_stores_free(struct ans_stores *stores); /* closes all; NULL is fine */

/* The county's database, opened at the first call. */
ANS_MUST_CHECK
bool ans_stores_get(struct ans_stores *stores, struct ans_str slug,
                    struct ans_store **out, struct ans_err *err);
