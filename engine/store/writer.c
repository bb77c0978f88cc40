#include "store/internal.h"

#define IDLE_MS  250  /* without work before the WAL is checkpointed */
#define PROBE_MS 1000 /* between two looks at a disk that took nothing */

/* How long to wait for work: for ever when there is nothing else to do. */
static int patience(const struct ans_store *store)
{
    if (!atomic_load_explicit(&store->writable, memory_order_relaxed))
        return PROBE_MS;
    return store->wal_dirty ? IDLE_MS : -1;
}

static void use_quiet_time(struct ans_store *store)
{
    if (store->wal_dirty)
        ans_checkpoint_idle(store);
    if (!atomic_load_explicit(&store->writable, memory_order_relaxed))
        ans_batch_probe(store);
}

static void run_errand(struct ans_store *store, struct ans_errand *errand)
{
    errand->ok = errand->run(store, errand->context, &errand->err);
    ans_wake_done(&errand->done);
}

void *ans_writer_main(void *context)
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
            use_quiet_time(store);
            break;
        case ANS_WORK_STOP:
            return NULL;
        }
    }
}
