/* paper: joins that were made on paper, registered later by the county.
 *
 * The member stands in the register at once, with the day of the paper; the
 * scan is kept beside it, and its hash in the seal.
 */
#pragma once

#include "join/join.h"
#include "secret/secret.h"

struct ans_paper {
    /* member, commitment, package and `now`; no draft, no mails */
    const struct ans_submission *s;
    /* its mails, welcome token and day; nothing is reviewed */
    const struct ans_confirmation *c;
    struct ans_str scan; /* bytes; empty: none */
    const char *type;    /* "application/pdf" */
};

/* One transaction; `member` as it stands in the register afterwards.
 * ANS_ERR_CONFLICT: the organisation has joined already. */
ANS_MUST_CHECK
bool ans_paper_join(struct ans_store *store, const struct ans_paper *paper,
                    struct ans_arena *arena, struct ans_member *member,
                    struct ans_err *err);

/* The scan behind a welcome page. ANS_ERR_NOT_FOUND: there is none. */
ANS_MUST_CHECK
bool ans_paper_find(struct ans_store *store, int64_t member,
                    struct ans_arena *arena, struct ans_str *scan,
                    struct ans_str *type, struct ans_err *err);

/* Recompute the hash of every scan: `each` is called where it is not the one
 * that stands beside the scan, or not the one that was sealed with what was
 * promised on it. `checked` counts. */
ANS_MUST_CHECK
bool ans_paper_verify(struct ans_db *db,
                      void (*each)(void *context, int64_t member),
                      void *context, int64_t *checked, struct ans_err *err);

/* What a file is by its first bytes: a PDF, a PNG or a JPEG; NULL: none of
 * them. */
const char *ans_paper_type(struct ans_str bytes);
