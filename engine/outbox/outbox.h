/* outbox: mails that wait to be sent, in the county's own database.
 *
 * A mail is queued in the same transaction as what it tells of, whole, so
 * that a later change of script or text does not change it. When it has been
 * sent, its content is erased and only the fact is kept.
 */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "store/stmt.h"

#define ANS_OUTBOX_SCHEMA                                                      \
    "CREATE TABLE mail ("                                                      \
    " id INTEGER PRIMARY KEY,"                                                 \
    " token TEXT NOT NULL,"   /* random; its Message-ID's left part */         \
    " purpose TEXT NOT NULL," /* 'confirm', 'welcome', ... */                  \
    " recipient TEXT NOT NULL,"                                                \
    " lang TEXT NOT NULL,"                                                     \
    " subject TEXT NOT NULL,"                                                  \
    " plain TEXT NOT NULL,"                                                    \
    " html TEXT NOT NULL,"                                                     \
    " created_at INTEGER NOT NULL," /* ms */                                   \
    " due_at INTEGER NOT NULL,"     /* ms; when to try next */                 \
    " tries INTEGER NOT NULL DEFAULT 0,"                                       \
    " state TEXT NOT NULL DEFAULT 'waiting'" /* waiting, sent, failed */       \
    "   CHECK (state = 'waiting' OR state = 'sent' OR state = 'failed'),"      \
    " problem TEXT NOT NULL DEFAULT ''"                                        \
    ") STRICT;"                                                                \
    "CREATE INDEX mail_due ON mail (due_at) WHERE state = 'waiting';"          \
    "CREATE INDEX mail_recipient ON mail (lower(recipient), created_at);"

struct ans_outbox_mail {
    int64_t id; /* filled in by ans_outbox_due */
    struct ans_str token;
    struct ans_str purpose;
    struct ans_str recipient;
    struct ans_str lang;
    struct ans_str subject;
    struct ans_str plain;
    struct ans_str html;
    int64_t created_at;
    int tries;
};

/* Within a write job. */
ANS_MUST_CHECK
bool ans_outbox_add(struct ans_db *db, const struct ans_outbox_mail *mail,
                    struct ans_err *err);

/* How many mails were queued to an address, in whatever case it is written,
 * since a moment: so that a form cannot be made to flood a stranger. */
ANS_MUST_CHECK
bool ans_outbox_recent(struct ans_db *db, struct ans_str recipient,
                       int64_t since, int64_t *count, struct ans_err *err);

/* At most `most` mails that are due at `now`, the longest due first.
 * `next_due`: when there is something to do again beside them (0: nothing
 * waits). */
ANS_MUST_CHECK
bool ans_outbox_due(struct ans_db *db, int64_t now, size_t most,
                    struct ans_arena *arena, struct ans_outbox_mail *out,
                    size_t *count, int64_t *next_due, struct ans_err *err);

/* Within a write job. Sent: the content is erased. Not sent: due again after
 * 1, 5, 30 minutes, 2 and 8 hours, then daily, for 5 days; then it failed. */
ANS_MUST_CHECK
bool ans_outbox_sent(struct ans_db *db, int64_t id, struct ans_err *err);
ANS_MUST_CHECK
bool ans_outbox_not_sent(struct ans_db *db, int64_t id, bool for_good,
                         struct ans_str problem, int64_t now,
                         struct ans_err *err);

/* Within a write job. Forget at most `most` mails that were queued before a
 * moment and no longer wait; `forgotten` counts. */
ANS_MUST_CHECK
bool ans_outbox_sweep(struct ans_db *db, int64_t before, int64_t most,
                      int64_t *forgotten, struct ans_err *err);
