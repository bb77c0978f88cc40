#include <errno.h>

#include "store/internal.h"

#define STACK (512u * 1024) /* a county each: not 8 MB of addresses */

#define IDLE_MS  250  /* without work before the WAL is checkpointed */
#define PROBE_MS 1000 /* between two looks at a disk that took nothing */

/* How long to wait for work. */
static int patience(const struct ans_store *store)
{
    if (!atomic_load_explicit(&store->writable, memory_order_relaxed))
        return PROBE_MS;
    return store->wal_dirty ? IDLE_MS : store->options.rest_ms;
}

bool ans_writer_wake(struct ans_store *store, struct ans_err *err)
{
    if (!store->writer && store->resting)
        store->writer = ans_db_open_again(&store->options, err);
    else if (!store->writer)
        ans_err_set(err, ANS_ERR_BUSY, "the database is not open");
    if (store->writer)
        store->resting = false;
    return store->writer != NULL;
}

/* A connection holds the schema, statements and pages: with hundreds of
 * counties, most of which are quiet at any time, that was most of the memory.
 */
void ans_writer_rest(struct ans_store *store)
{
    ans_db_close(store->writer);
    store->writer = NULL;
    store->resting = true;
    atomic_fetch_add(&store->rested, 1);
    store->wal_next = ANS_WAL_BOUND;
}

/* True when there is nothing left to wait for. */
static bool use_quiet_time(struct ans_store *store)
{
    bool writable =
        atomic_load_explicit(&store->writable, memory_order_relaxed);
    if (store->wal_dirty) {
        ans_checkpoint_idle(store);
    } else if (writable) {
        ans_writer_rest(store);
        return ans_queue_leave(&store->queue);
    }
    if (!writable)
        ans_batch_probe(store);
    return false;
}

static void run_errand(struct ans_store *store, struct ans_errand *errand)
{
    errand->ok = errand->run(store, errand->context, &errand->err);
    ans_wake_done(&errand->done);
}

static void *run(void *context)
{
    struct ans_store *store = context;
    struct ans_job *jobs[ANS_BATCH];
    for (;;) {
        size_t count = 0;
        struct ans_errand *errand = NULL;
        switch (ans_queue_take(&store->queue, patience(store), jobs, &count,
                               &errand)) {
        case ANS_WORK_JOBS:
            ans_batch_run(store, jobs, count);
            ans_checkpoint_bound(store);
            break;
        case ANS_WORK_ERRAND:
            run_errand(store, errand);
            break;
        case ANS_WORK_TIME:
            if (use_quiet_time(store))
                return NULL;
            break;
        case ANS_WORK_STOP:
            return NULL;
        }
    }
}

bool ans_writer_attend(struct ans_store *store, struct ans_err *err)
{
    pthread_attr_t attr;
    if (store->queue.attended)
        return true;
    ans_writer_join(store); /* one that has left */
    int code = pthread_attr_init(&attr);
    if (code == 0) {
        pthread_attr_setstacksize(&attr, STACK);
        code = pthread_create(&store->thread, &attr, run, store);
        pthread_attr_destroy(&attr);
    }
    store->started = store->queue.attended = code == 0;
    errno = code;
    if (code != 0) {
        ans_err_set_errno(err, "not saved: cannot start a thread");
        err->kind = ANS_ERR_BUSY;
    }
    return code == 0;
}

void ans_writer_join(struct ans_store *store)
{
    if (store->started)
        pthread_join(store->thread, NULL);
    store->started = false;
}
