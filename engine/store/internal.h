/* internal: what the files of store share. Private to store.
 *
 * Three kinds of threads meet here: callers that wait for a job, readers that
 * borrow a connection, and the writer, which owns the writing connection and
 * every checkpoint.
 */
#pragma once

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>

#include "base/attr.h"
#include "store/stmt.h"
#include "store/store.h"

#define ANS_BATCH 128 /* most jobs in one transaction */

/* Pages in the WAL past which the writer checkpoints between batches, and
 * past which it also makes the WAL start over, for which readers must leave.
 */
#define ANS_WAL_BOUND   4000
#define ANS_WAL_RESTART (4 * ANS_WAL_BOUND)

/* Waiting for another program's lock; for readers to leave the WAL. */
#define ANS_LOCK_WAIT_MS    5000
#define ANS_RESTART_WAIT_MS 20

struct ans_stmt {
    sqlite3_stmt *handle;
    struct ans_db *db;
    const char *sql; /* the caller's literal */
    int bind_code;   /* the first binding that failed, or SQLITE_OK */
    bool lent;
    bool kept;             /* stays prepared after the release */
    bool ended;            /* stepped to its end or to an error */
    struct ans_stmt *next; /* among those lent */
};

struct ans_db {
    sqlite3 *handle;
    struct ans_stmt **kept; /* by the address of their text; open addressing */
    size_t kept_count;
    size_t kept_size;      /* a power of two, or 0 */
    struct ans_stmt *lent; /* those in use */
    bool touched;          /* ans_db_touch since it was last cleared */
    bool trouble;        /* the disk failed a statement since it was cleared */
    bool logged;         /* something reached the WAL since it was cleared */
    int wal_pages;       /* in the WAL after the last commit */
    struct ans_db *next; /* among the idle readers */
    bool resting;        /* idle since the last ans_readers_rest */
};

/* A write that waits, on its caller's stack. */
struct ans_job {
    ans_store_job *run;
    void *context;
    struct ans_err err;
    bool ok;
    _Atomic uint32_t done; /* a futex word; after it is set the job is gone */
    struct ans_job *next;
};

/* Something the writer does between two batches, for a caller that waits. */
struct ans_errand {
    bool (*run)(struct ans_store *store, void *context, struct ans_err *err);
    void *context;
    struct ans_err err;
    bool ok;
    _Atomic uint32_t done;
};

struct ans_queue {
    pthread_mutex_t lock;
    pthread_cond_t filled; /* the writer waits here */
    struct ans_job *first;
    struct ans_job **last;
    int count;
    struct ans_errand *errand;
    bool asleep;   /* the writer waits for `filled` */
    bool attended; /* there is a writer that will look again */
    bool stopping;
};

struct ans_readers {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct ans_db *idle;
    int open; /* idle, lent or being opened */
    int lent; /* also connections of backups, which are not of the pool */
    bool closed;
};

struct ans_store {
    char *path;
    struct ans_store_options options; /* its path is the one above */
    struct ans_db *writer; /* the writer thread's; NULL: at rest, or it could
                              not be opened again */
    bool resting;          /* closed since nobody wrote for a while */
    pthread_t thread;
    bool started; /* the thread is to be joined */
    struct ans_queue queue;
    struct ans_readers readers;
    pthread_mutex_t replacing;
    int wal_next;    /* pages at which to checkpoint */
    int wal_highest; /* pages that the file has room for */
    bool wal_dirty;  /* something was committed since the last checkpoint */
    _Atomic uint64_t generation;
    _Atomic uint64_t jobs, batches, failed;
    _Atomic int64_t wal_bytes;
    _Atomic bool writable;
    _Atomic size_t rested; /* times the writer has, since it was asked for */
};

/* error.c: an SQLite result code as an error: "<what>: <why>". `handle` may
 * be NULL. Returns false. */
bool ans_db_fail(sqlite3 *handle, int code, struct ans_err *err,
                 const char *fmt, ...) ANS_PRINTF(4, 5);
/* A result that only a full or failing disk, or a lock, gives. */
bool ans_db_is_trouble(int code);

/* db.c: one connection with the settings that all have. */
enum ans_db_mode { ANS_DB_READ, ANS_DB_WRITE };
struct ans_db *ans_db_open(const char *path, enum ans_db_mode mode,
                           struct ans_err *err);
void ans_db_close(struct ans_db *db); /* NULL is fine */
/* Run constant text of any number of statements. */
ANS_MUST_CHECK
bool ans_db_exec(struct ans_db *db, const char *sql, struct ans_err *err);
/* Run one constant statement that is kept prepared. */
ANS_MUST_CHECK
bool ans_db_run(struct ans_db *db, const char *sql, struct ans_err *err);
/* Leave the transaction, if there still is one. */
void ans_db_roll_back(struct ans_db *db);
/* The integer that one constant statement gives; 0 when it gives no row. */
ANS_MUST_CHECK
bool ans_db_number(struct ans_db *db, const char *sql, int64_t *out,
                   struct ans_err *err);

/* stmt.c */
void ans_db_reset_lent(struct ans_db *db); /* what a job forgot to release */
void ans_db_drop_statements(struct ans_db *db);

/* migrate.c: is the file ours, of a schema we know, and whole as far as can
 * be told in a moment? Then bring it to our schema and set it up to write. */
ANS_MUST_CHECK
bool ans_db_check_identity(struct ans_db *db,
                           const struct ans_store_options *options,
                           struct ans_err *err);
struct ans_db *ans_db_open_writer(const struct ans_store_options *options,
                                  struct ans_err *err);
/* The same file after a rest: it was looked through and migrated before. */
struct ans_db *ans_db_open_again(const struct ans_store_options *options,
                                 struct ans_err *err);

/* wait.c: sleeping until a word is set; setting it. */
void ans_wait_done(_Atomic uint32_t *word);
void ans_wake_done(_Atomic uint32_t *word);

/* readers.c */
bool ans_readers_init(struct ans_readers *readers);
void ans_readers_free(struct ans_readers *readers);
/* Close the connections that nobody has borrowed since the last time; how
 * many. */
size_t ans_readers_rest(struct ans_readers *readers);
/* Let nobody in and wait until all are out; close what is idle. Then open. */
void ans_readers_shut(struct ans_readers *readers);
void ans_readers_open(struct ans_readers *readers);
/* Come in without a connection of the pool, and go. */
void ans_readers_enter(struct ans_readers *readers);
void ans_readers_leave(struct ans_readers *readers);

/* queue.c */
bool ans_queue_init(struct ans_queue *queue);
void ans_queue_free(struct ans_queue *queue);
enum ans_work { ANS_WORK_JOBS, ANS_WORK_ERRAND, ANS_WORK_TIME, ANS_WORK_STOP };
/* Wait at most `ms` (negative: for ever) for work; takes up to ANS_BATCH
 * jobs. */
enum ans_work ans_queue_take(struct ans_queue *queue, int ms,
                             struct ans_job **jobs, size_t *count,
                             struct ans_errand **errand);
/* The writer wants to go; false when there is work after all. */
bool ans_queue_leave(struct ans_queue *queue);
/* Run an errand in the writer's thread and wait for it. */
ANS_MUST_CHECK
bool ans_queue_send(struct ans_store *store, struct ans_errand *errand,
                    struct ans_err *err);

/* batch.c: run jobs, commit, wake their callers. */
void ans_batch_run(struct ans_store *store, struct ans_job **jobs,
                   size_t count);
/* Write a little to learn whether the disk takes it again. */
void ans_batch_probe(struct ans_store *store);

/* checkpoint.c: between batches; when nothing has come for a while. */
void ans_checkpoint_bound(struct ans_store *store);
void ans_checkpoint_idle(struct ans_store *store);
/* All of the WAL into the file, and the WAL emptied. */
ANS_MUST_CHECK
bool ans_checkpoint_all(struct ans_db *db, struct ans_err *err);

/* writer.c: the thread is there while there is work and a little longer.
 * ans_writer_attend, with the queue's lock held: start one unless it is there.
 */
ANS_MUST_CHECK
bool ans_writer_attend(struct ans_store *store, struct ans_err *err);
void ans_writer_join(struct ans_store *store);
/* Within it, or before it runs: close the connection until there is work, and
 * open it. */
void ans_writer_rest(struct ans_store *store);
ANS_MUST_CHECK
bool ans_writer_wake(struct ans_store *store, struct ans_err *err);

/* file.c */
ANS_MUST_CHECK
bool ans_file_create(const char *path, struct ans_err *err); /* if missing */
ANS_MUST_CHECK
bool ans_file_sync_folder(const char *path, struct ans_err *err);
