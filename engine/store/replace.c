/* Another file in the place of a store's, while it serves.
 *
 * Every moment of it leaves a whole database under the store's name: the old
 * one gets a second name before the new one takes over the first.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "store/internal.h"

struct replacement {
    const char *from;
    char *before;
};

static char *beside(const char *path, const char *fmt, long long ms)
{
    char *name = NULL;
    char ending[64];
    snprintf(ending, sizeof(ending), "%s%lld", fmt, ms);
    if (asprintf(&name, "%s%s", path, ending) < 0)
        abort();
    return name;
}

/* A WAL belongs to the file that stood here when it was written; the next one
 * under this name must not find it. */
static bool remove_wal(const char *path, struct ans_err *err)
{
    static const char *const endings[] = {"-wal", "-shm"};
    bool ok = true;
    for (size_t i = 0; i < ANS_COUNT(endings); i++) {
        char *name = NULL;
        if (asprintf(&name, "%s%s", path, endings[i]) < 0)
            abort();
        if (unlink(name) != 0 && errno != ENOENT)
            ok = ans_err_set_errno(err, "cannot remove %s", name);
        free(name);
    }
    return ok;
}

static bool swap_files(const char *path, const struct replacement *r,
                       struct ans_err *err)
{
    if (!remove_wal(path, err))
        return false;
    if (link(path, r->before) != 0)
        return ans_err_set_errno(err, "cannot keep the old file as %s",
                                 r->before);
    if (rename(r->from, path) != 0) {
        ans_err_set_errno(err, "cannot put %s in its place", r->from);
        unlink(r->before);
        return false;
    }
    return ans_file_sync_folder(path, err);
}

static void swap_back(struct ans_store *store, const struct replacement *r)
{
    struct ans_err err = {0};
    if (remove_wal(store->path, &err) && (link(store->path, r->from) != 0 ||
                                          rename(r->before, store->path) != 0))
        ans_err_set_errno(&err, "cannot put the old file back");
    if (err.kind)
        ans_log(ANS_LOG_ERROR, "store", "%s: %s", store->path, err.text);
}

static void reopen(struct ans_store *store)
{
    struct ans_err err = {0};
    store->writer = ans_db_open_writer(&store->options, &err);
    if (store->writer)
        return;
    ans_log(ANS_LOG_ERROR, "store", "%s", err.text);
    atomic_store(&store->writable, false); /* so that the writer tries again */
}

/* In the writer's thread, between two batches, with all readers out. */
static bool replace(struct ans_store *store, void *context, struct ans_err *err)
{
    struct replacement *r = context;
    struct ans_err closed = {0};
    if (ans_writer_wake(store, &closed) &&
        !ans_checkpoint_all(store->writer, err))
        return false;
    ans_db_close(store->writer);
    store->writer = NULL;
    store->resting = false;
    if (!swap_files(store->path, r, err)) {
        reopen(store);
        return false;
    }
    store->writer = ans_db_open_writer(&store->options, err);
    if (!store->writer) {
        swap_back(store, r);
        reopen(store);
        return false;
    }
    store->wal_next = ANS_WAL_BOUND;
    store->wal_highest = 0;
    store->wal_dirty = true;
    atomic_store(&store->writable, true);
    ans_store_touch(store);
    return true;
}

/* What it holds in a WAL of its own comes into the file, since only the file
 * is moved. */
static bool make_single(const char *from, struct ans_err *err)
{
    struct ans_db *db = ans_db_open(from, ANS_DB_WRITE, err);
    if (!db)
        return false;
    bool ok = ans_db_exec(db, "PRAGMA journal_mode = DELETE", err);
    ans_db_close(db);
    return ok;
}

bool ans_store_replace(struct ans_store *store, const char *from,
                       struct ans_err *err)
{
    struct ans_store_options other = store->options;
    other.path = from;
    if (!ans_store_verify(&other, err) || !make_single(from, err))
        return false;

    pthread_mutex_lock(&store->replacing);
    struct replacement r = {
        from, beside(store->path, ".before-", (long long)ans_clock_now())};
    struct ans_errand errand = {.run = replace, .context = &r};
    ans_readers_shut(&store->readers);
    bool ok = ans_queue_send(store, &errand, err);
    ans_readers_open(&store->readers);
    pthread_mutex_unlock(&store->replacing);
    if (ok)
        ans_log(ANS_LOG_INFO, "store", "%s: replaced; the old file is %s",
                store->path, r.before);
    free(r.before);
    return ok;
}

/* A file that was not there is none to keep. */
static bool set_aside(const char *path, struct ans_err *err)
{
    static const char *const endings[] = {"-wal", "-shm", ""};
    char *before = beside(path, ".before-", (long long)ans_clock_now());
    bool ok = true;
    for (size_t i = 0; ok && i < ANS_COUNT(endings); i++) {
        char *from = NULL, *to = NULL;
        if (asprintf(&from, "%s%s", path, endings[i]) < 0 ||
            asprintf(&to, "%s%s", before, endings[i]) < 0)
            abort();
        if (rename(from, to) != 0 && errno != ENOENT)
            ok = ans_err_set_errno(err, "cannot keep the old file as %s", to);
        free(from);
        free(to);
    }
    if (ok)
        ans_log(ANS_LOG_INFO, "store", "%s: replaced; the old file is %s", path,
                before);
    free(before);
    return ok;
}

bool ans_store_put(const struct ans_store_options *options, const char *from,
                   struct ans_err *err)
{
    struct ans_store_options other = *options;
    other.path = from;
    if (!ans_store_verify(&other, err) || !make_single(from, err) ||
        !set_aside(options->path, err))
        return false;
    if (rename(from, options->path) != 0)
        return ans_err_set_errno(err, "cannot put %s in its place", from);
    return ans_file_sync_folder(options->path, err);
}
