/* draft: a form that someone is filling in.
 *
 * Found by a token that only the visitor has (we keep its hash). Holds raw
 * answers as typed. Kept 30 days after the last change; once sent, the
 * answers are erased and only the fact stays.
 */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "codec/fields.h"
#include "store/stmt.h"

struct ans_draft {
    int64_t id;
    struct ans_str token;          /* only when new */
    struct ans_str script_version; /* the one it was begun or last saved with */
    struct ans_str lang;
    struct ans_fields raw;
    int64_t updated_at; /* ms */
    int64_t member;     /* what it became when sent; 0: not yet; -1: sent, and
                           the organisation had joined before */
    int64_t invitation; /* that it began with; 0: none. Set when new */
    int64_t renews;     /* the member whose promise it renews; 0: none. Set when
                           new */
};

#define ANS_DRAFT_DAYS 30

/* Most bytes of raw answers, packed. */
#define ANS_DRAFT_MOST (256 * 1024)

/* Make a draft durable; fills in id, token and time. ANS_ERR_LIMIT: too
 * long. */
ANS_MUST_CHECK
bool ans_draft_new(struct ans_store *store, struct ans_arena *arena,
                   struct ans_draft *draft, struct ans_err *err);

/* ANS_ERR_NOT_FOUND: no such token, or too old. */
ANS_MUST_CHECK
bool ans_draft_find(struct ans_store *store, struct ans_str token,
                    struct ans_arena *arena, struct ans_draft *out,
                    struct ans_err *err);

/* The script version and the answers of every draft that may still go on, one
 * call each, until `each` says that it has enough. `scratch` is emptied before
 * every call. */
ANS_MUST_CHECK
bool ans_draft_each(struct ans_db *db, int64_t now, struct ans_arena *scratch,
                    bool (*each)(void *context, struct ans_str version,
                                 const struct ans_fields *raw),
                    void *context, struct ans_err *err);

/* Save raw answers, script version and language. ANS_ERR_CONFLICT: it has
 * been sent meanwhile. ANS_ERR_NOT_FOUND: swept. ANS_ERR_LIMIT: too long. */
ANS_MUST_CHECK
bool ans_draft_save(struct ans_store *store, const struct ans_draft *draft,
                    struct ans_err *err);

/* Within a write job: what a draft has become (as `member` above);
 * ANS_ERR_NOT_FOUND: swept. And: it has become that now, and its answers are
 * erased. */
ANS_MUST_CHECK
bool ans_draft_became(struct ans_db *db, int64_t draft, int64_t *member,
                      struct ans_err *err);
ANS_MUST_CHECK
bool ans_draft_use(struct ans_db *db, int64_t draft, int64_t member,
                   struct ans_err *err);
