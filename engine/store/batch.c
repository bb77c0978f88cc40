#include "base/log.h"
#include "store/internal.h"

static void say_not_saved(struct ans_job *job, const struct ans_err *why)
{
    job->ok = false;
    ans_err_set(&job->err, ANS_ERR_BUSY, "not saved: %s", why->text);
}

/* Undo what one job did. False when the whole transaction is beyond that. */
static bool undo(struct ans_db *db, struct ans_err *why)
{
    return sqlite3_get_autocommit(db->handle) ||
           (ans_db_run(db, "ROLLBACK TO job", why) &&
            ans_db_run(db, "RELEASE job", why));
}

/* A reference that must hold at the commit, but does not, would fail
 * everybody's commit: it is this job's conflict. */
static bool leaves_references_open(struct ans_db *db)
{
    int open = 0, highest = 0;
    sqlite3_db_status(db->handle, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest,
                      0);
    return open != 0;
}

/* Run one job within its savepoint. False when the transaction is lost: the
 * database rolled all of it back (as it does on a full disk), or it could not
 * undo the job alone. */
static bool run_job(struct ans_db *db, struct ans_job *job, struct ans_err *why)
{
    if (!ans_db_run(db, "SAVEPOINT job", why))
        return false;
    db->touched = false;
    job->ok = job->run(db, job->context, &job->err);
    ans_db_reset_lent(db);
    if (sqlite3_get_autocommit(db->handle)) {
        bool told = !job->ok && job->err.kind;
        ans_err_set(why, ANS_ERR_BUSY, "%s",
                    told ? job->err.text : "the transaction was rolled back");
        return false;
    }
    if (job->ok && leaves_references_open(db))
        job->ok = ans_err_set(&job->err, ANS_ERR_CONFLICT,
                              "a reference to what does not exist");
    if (job->ok)
        return ans_db_run(db, "RELEASE job", why);
    if (!job->err.kind)
        ans_err_set(&job->err, ANS_ERR_INTERNAL,
                    "a write failed without saying why");
    return undo(db, why);
}

static void note_result(struct ans_store *store, bool saved,
                        const struct ans_err *why)
{
    bool was = atomic_load_explicit(&store->writable, memory_order_relaxed);
    if (!saved) {
        atomic_fetch_add_explicit(&store->failed, 1, memory_order_relaxed);
        if (was)
            ans_log(ANS_LOG_ERROR, "store", "%s: cannot save: %s", store->path,
                    why->text);
        atomic_store(&store->writable, false);
    } else if (!was && store->writer->logged) {
        /* Only what reached the file proves that the disk takes it again. */
        ans_log(ANS_LOG_INFO, "store", "%s: saves again", store->path);
        atomic_store(&store->writable, true);
    }
}

static void note_commit(struct ans_store *store, size_t jobs)
{
    struct ans_db *db = store->writer;
    atomic_fetch_add_explicit(&store->batches, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&store->jobs, jobs, memory_order_relaxed);
    if (db->logged)
        store->wal_dirty = true;
}

static bool begin(struct ans_store *store, struct ans_err *why)
{
    if (!ans_writer_wake(store, why))
        return false;
    store->writer->logged = store->writer->trouble = false;
    return ans_db_run(store->writer, "BEGIN IMMEDIATE", why);
}

/* One transaction of at most `count` jobs; fewer when it was lost on the way,
 * since those that have not run may still have luck in another. Returns how
 * many have their result. */
static size_t run_transaction(struct ans_store *store, struct ans_job **jobs,
                              size_t count)
{
    struct ans_err why = {0};
    bool saved = begin(store, &why);
    struct ans_db *db = store->writer;
    bool touched = false;
    size_t ran = 0, good = 0;
    for (; saved && ran < count; ran++) {
        saved = run_job(db, jobs[ran], &why);
        good += jobs[ran]->ok;
        touched |= jobs[ran]->ok && db->touched;
    }
    if (!ran)
        ran = count;
    if (saved && good)
        saved = ans_db_run(db, "COMMIT", &why);
    else if (saved && db->trouble)
        saved = ans_err_set(&why, ANS_ERR_BUSY, "%s", jobs[0]->err.text);
    if (db)
        ans_db_roll_back(db);
    if (!saved) {
        for (size_t i = 0; i < ran; i++)
            if (jobs[i]->ok || !jobs[i]->err.kind)
                say_not_saved(jobs[i], &why);
        note_result(store, false, &why);
        return ran;
    }
    note_commit(store, good);
    note_result(store, true, &why);
    if (touched)
        ans_store_touch(store);
    return ran;
}

void ans_batch_run(struct ans_store *store, struct ans_job **jobs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        jobs[i]->ok = false;
    for (size_t done = 0; done < count;) {
        size_t ran = run_transaction(store, jobs + done, count - done);
        for (size_t end = done + ran; done < end; done++)
            ans_wake_done(&jobs[done]->done);
    }
}

/* Writing the schema's version as it is changes nothing and yet needs the
 * disk for a page and a commit. */
static bool write_same_version(struct ans_db *db, void *context,
                               struct ans_err *err)
{
    struct ans_store *store = context;
    size_t n = store->options.migration_count;
    char sql[48]; /* a pragma takes no parameters */
    sqlite3_snprintf(sizeof(sql), sql, "PRAGMA user_version = %d",
                     n ? store->options.migrations[n - 1].version : 0);
    return ans_db_exec(db, sql, err);
}

void ans_batch_probe(struct ans_store *store)
{
    struct ans_err err = {0};
    if (!store->writer && !store->resting)
        store->writer = ans_db_open_writer(&store->options, &err);
    struct ans_job job = {.run = write_same_version, .context = store};
    struct ans_job *jobs[] = {&job};
    (void)run_transaction(store, jobs, 1);
}
