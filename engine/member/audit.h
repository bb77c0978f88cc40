/* audit: who did what to whom, written once, in the same transaction as what
 * it tells of. Holds no personal data: an actor is a part ("visitor"), a
 * detail is an id.
 */
#pragma once

#include <stdint.h>

#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"
#include "store/stmt.h"

struct ans_audit {
    int64_t at;         /* ms */
    const char *actor;  /* "visitor", "reviewer", "system" */
    const char *action; /* "join.sent" */
    int64_t member;     /* 0: none */
    struct ans_str detail;
};

/* Within a write job. */
ANS_MUST_CHECK
bool ans_audit_add(struct ans_db *db, const struct ans_audit *entry,
                   struct ans_err *err);
