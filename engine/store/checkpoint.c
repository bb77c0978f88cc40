#include "base/log.h"
#include "store/internal.h"

static void note_size(struct ans_store *store)
{
    int64_t pages = store->writer->wal_pages;
    int64_t bytes = pages ? 32 + pages * (24 + 4096) : 0; /* SQLite's format */
    atomic_store_explicit(&store->wal_bytes, bytes, memory_order_relaxed);
}

static int checkpoint(struct ans_store *store, int mode)
{
    sqlite3 *handle = store->writer->handle;
    int in_wal = 0, done = 0;
    sqlite3_busy_timeout(handle, ANS_RESTART_WAIT_MS);
    int code = sqlite3_wal_checkpoint_v2(handle, "main", mode, &in_wal, &done);
    sqlite3_busy_timeout(handle, ANS_LOCK_WAIT_MS);
    if (code != SQLITE_OK && code != SQLITE_BUSY) {
        struct ans_err err = {0};
        ans_db_fail(handle, code, &err, "cannot checkpoint");
        ans_log(ANS_LOG_WARN, "store", "%s: %s", store->path, err.text);
    }
    return code;
}

/* The next checkpoint after so many more pages; from the beginning when a
 * commit has found that no reader needs the WAL and begun it anew. */
void ans_checkpoint_bound(struct ans_store *store)
{
    if (!store->writer)
        return;
    int pages = store->writer->wal_pages;
    note_size(store);
    if (pages > store->wal_highest)
        store->wal_highest = pages;
    if (pages + ANS_WAL_BOUND < store->wal_next)
        store->wal_next = ANS_WAL_BOUND;
    if (pages < store->wal_next)
        return;
    checkpoint(store, pages < ANS_WAL_RESTART ? SQLITE_CHECKPOINT_PASSIVE
                                              : SQLITE_CHECKPOINT_RESTART);
    store->wal_next = pages + ANS_WAL_BOUND;
}

void ans_checkpoint_idle(struct ans_store *store)
{
    store->wal_dirty = false;
    if (!store->writer)
        return;
    bool large = store->wal_highest > ANS_WAL_BOUND;
    int code = checkpoint(store, large ? SQLITE_CHECKPOINT_TRUNCATE
                                       : SQLITE_CHECKPOINT_PASSIVE);
    if (large && code == SQLITE_OK) {
        store->wal_highest = 0;
        store->writer->wal_pages = 0;
    }
    note_size(store);
}

bool ans_checkpoint_all(struct ans_db *db, struct ans_err *err)
{
    int code = sqlite3_wal_checkpoint_v2(
        db->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    if (code != SQLITE_OK)
        return ans_db_fail(db->handle, code, err, "cannot checkpoint");
    return true;
}
