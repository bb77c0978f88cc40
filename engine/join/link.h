/* link: mailed tokens, kept as hashes, and what they open. Private to join.
 */
#pragma once

#include <stdint.h>

#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"
#include "store/stmt.h"

/* "confirm", "welcome", "review", "sign" or "renew". Within a write job. */
ANS_MUST_CHECK
bool ans_link_add(struct ans_db *db, struct ans_str token, const char *purpose,
                  int64_t member, int64_t now, struct ans_err *err);

/* Links of a purpose that a member has stop working. */
ANS_MUST_CHECK
bool ans_link_stop(struct ans_db *db, int64_t member, const char *purpose,
                   struct ans_err *err);

/* All links of a member lead to another one from now on. */
ANS_MUST_CHECK
bool ans_link_move(struct ans_db *db, int64_t from, int64_t to,
                   struct ans_err *err);

/* The member behind a token, and when the link was made; member 0: there is
 * no such link. */
ANS_MUST_CHECK
bool ans_link_find(struct ans_db *db, struct ans_str token, const char *purpose,
                   int64_t *member, int64_t *made_at, struct ans_err *err);

/* When the newest link of a member was made. */
ANS_MUST_CHECK
bool ans_link_newest(struct ans_db *db, int64_t member, int64_t *made_at,
                     struct ans_err *err);
