/* store: one SQLite file: reading from many threads, writing from one.
 *
 * The only module with sqlite3.h, and the only one that knows that a file
 * lies behind. A store has one writer connection in a thread of its own (both
 * are there while there is work, and a little longer), which takes what is
 * queued (at most 128 jobs) into one transaction, a savepoint each, commits
 * once with synchronous=FULL and wakes everyone; it also does every checkpoint,
 * between batches. Everybody else reads, on read-only connections from a pool.
 *
 * SQL is constant text with bound parameters, in the dialect shared with
 * PostgreSQL. Statements are kept prepared per connection by the address of
 * their text, so pass literals.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

struct ans_store; /* a file, its writer thread and its readers */
struct ans_db;    /* one connection, lent to one thread */
struct ans_stmt;  /* one running statement */

struct ans_migration {
    int version;     /* 1, 2, ... without gaps; never edited once released */
    const char *sql; /* statements, run in one transaction */
};

struct ans_store_options {
    const char *path;
    const struct ans_migration *migrations; /* borrowed while it is open */
    size_t migration_count;
    uint32_t application; /* PRAGMA application_id: whose file this is */
    int readers;          /* most read connections at once; 0: 16 */
    int queue;            /* most jobs waiting for the writer; 0: 1024 */
    int rest_ms;          /* without work before the writer goes; 0: 5,000 */
};

/* Open or create, migrate, check, start the writer.
 * ANS_ERR_INPUT: damaged, not ours, or of a newer schema: the sentence names
 * the file and the way out. ANS_ERR_DENIED, ANS_ERR_BUSY: not writable,
 * disk full. */
struct ans_store *ans_store_open(const struct ans_store_options *options,
                                 struct ans_err *err);

/* Finish queued jobs, checkpoint, close. No connection may be lent. */
void ans_store_close(struct ans_store *store);

/* A connection that only reads, to a file that another process may be using;
 * in a transaction, until it is ended. ANS_ERR_NOT_FOUND: no such file.
 * ANS_ERR_CONFLICT: it is of an older schema, which no server has brought up to
 * date. Else as ans_store_open. */
ANS_MUST_CHECK
struct ans_db *ans_store_look(const struct ans_store_options *options,
                              struct ans_err *err);
void ans_store_look_end(struct ans_db *db); /* NULL is fine */

/* Lend a read connection inside a transaction, so that all it reads is of one
 * moment; wait for one when all are lent. Give it back on the same thread, and
 * hold only one of a store at a time. Who keeps what it reads by the
 * generation asks for that first. */
ANS_MUST_CHECK
struct ans_db *ans_store_acquire(struct ans_store *store, struct ans_err *err);
void ans_store_release(struct ans_store *store, struct ans_db *db);

/* Run `job` in the writer's thread within a transaction and wait until it is
 * durable. The job returns false with an error to undo what it did (and only
 * that). It must not wait for anything or touch this store in another way.
 * ANS_ERR_BUSY: the queue is full, or the disk is (nothing was stored); else
 * what the job said. */
typedef bool ans_store_job(struct ans_db *db, void *context,
                           struct ans_err *err);
ANS_MUST_CHECK
bool ans_store_write(struct ans_store *store, ans_store_job *job, void *context,
                     struct ans_err *err);

/* Housekeeping, to be called every few seconds: connections that nobody has
 * read with since the last call are closed. The writer's goes by itself.
 * Returns how many have closed since the last call. */
size_t ans_store_rest(struct ans_store *store);

/* Raised after every committed batch that a job marked as visible to
 * readers of pages (ans_db_touch). */
const _Atomic uint64_t *ans_store_generation(const struct ans_store *store);
void ans_db_touch(struct ans_db *db); /* from within a job */

/* Raise the generation without writing: for pages that depend on more than
 * rows, such as an accepted script. */
void ans_store_touch(struct ans_store *store);

/* A consistent copy into a new file while others read and write.
 * ANS_ERR_CONFLICT: the file exists. */
ANS_MUST_CHECK
bool ans_store_backup(struct ans_store *store, const char *to,
                      struct ans_err *err);

/* The same without a server: reads the file itself, beside a running server
 * or without one. */
ANS_MUST_CHECK
bool ans_store_copy(const char *from, const char *to, struct ans_err *err);

/* Look a file through (integrity_check, foreign_key_check, application and
 * schema version), read-only. */
ANS_MUST_CHECK
bool ans_store_verify(const struct ans_store_options *options,
                      struct ans_err *err);

/* Put the verified file `from` in the place of this store's file, while
 * serving: waits for lent connections and the writer, keeps the old file as
 * "<path>.before-<ms>", opens the new one. `from` stands on the same file
 * system and is used up. When it fails the old file serves on.
 * ANS_ERR_BUSY: another program reads the old file. */
ANS_MUST_CHECK
bool ans_store_replace(struct ans_store *store, const char *from,
                       struct ans_err *err);

/* The same for a file that cannot be opened, so that no store serves it. It is
 * kept as "<path>.before-<ms>" with its WAL. */
ANS_MUST_CHECK
bool ans_store_put(const struct ans_store_options *options, const char *from,
                   struct ans_err *err);

/* Figures for /metrics. */
struct ans_store_figures {
    uint64_t jobs, batches, failed;
    int queued;
    int64_t wal_bytes;
};
struct ans_store_figures ans_store_figures(struct ans_store *store);

/* Is writing possible now? False after a failed commit until one succeeds; the
 * store tries by itself once a second. */
bool ans_store_writable(const struct ans_store *store);
