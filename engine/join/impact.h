/* impact: what a changed form does to those who are there: drafts that lose an
 * answer, members whose page shows less, members who now lack a required
 * answer, columns of the export that come and go.
 *
 * Reads only, and only for so long. Whether a question is shown is asked of the
 * new county's rules with the answers as they stand.
 */
#pragma once

#include "answer/answer.h"
#include "store/stmt.h"

struct ans_impact_question {
    const struct ans_question *question; /* today's; of the old form if gone */
    int64_t lost;    /* drafts that answered what is not asked any more */
    int64_t anew;    /* drafts whose answer does not fit any more */
    int64_t hidden;  /* members whose page does not show it any more */
    int64_t lacking; /* members who now lack a required answer */
};

struct ans_impact {
    struct ans_impact_question *questions; /* those with something to tell */
    size_t count;
    int64_t drafts, drafts_hit;   /* looked at; that lose something */
    int64_t members, members_all; /* looked at; that there are */
    int64_t hidden, lacking;      /* members, each once */
    bool cut;                     /* the time was up: so far as was looked at */
    struct ans_strs columns_come, columns_go; /* ids of questions */
};

struct ans_impact_form {
    const struct ans_county *county;
    struct ans_rule_runner runner;
};

/* What is compared. */
struct ans_impact_forms {
    struct ans_impact_form before, after;
    /* The county as drafts found it that began in an older version, by its
     * content's hash. NULL: it cannot be had; then it is looked at as if begun
     * in `before`. What it gives lives until the counting is done. */
    const struct ans_county *(*begun)(void *context, struct ans_str version);
    void *context;
};

/* Columns alone, which needs no database. */
void ans_impact_columns(struct ans_arena *arena,
                        const struct ans_county *before,
                        const struct ans_county *after, struct ans_impact *out);

/* Everything: members and columns against `before`, the newest version; each
 * draft against the one that it began in. At most `ms` milliseconds are spent
 * on each of drafts and members. */
ANS_MUST_CHECK
bool ans_impact_count(struct ans_db *db, const struct ans_impact_forms *forms,
                      int64_t now, int64_t ms, struct ans_arena *arena,
                      struct ans_impact *out, struct ans_err *err);
