#include <errno.h>
#include <time.h>

#include "store/internal.h"

bool ans_queue_init(struct ans_queue *q)
{
    q->last = &q->first;
    pthread_condattr_t attr;
    if (pthread_condattr_init(&attr) != 0)
        return false;
    bool ok = pthread_condattr_setclock(&attr, CLOCK_MONOTONIC) == 0 &&
              pthread_cond_init(&q->filled, &attr) == 0 &&
              pthread_mutex_init(&q->lock, NULL) == 0;
    pthread_condattr_destroy(&attr);
    return ok;
}

void ans_queue_free(struct ans_queue *q)
{
    pthread_cond_destroy(&q->filled);
    pthread_mutex_destroy(&q->lock);
}

/* Everyone who adds holds the lock; only the first one after the writer fell
 * asleep needs to wake it. */
static void unlock_and_wake(struct ans_queue *q)
{
    bool asleep = q->asleep;
    q->asleep = false;
    pthread_mutex_unlock(&q->lock);
    if (asleep)
        pthread_cond_signal(&q->filled);
}

static bool add(struct ans_store *store, struct ans_job *job,
                struct ans_err *err)
{
    struct ans_queue *q = &store->queue;
    pthread_mutex_lock(&q->lock);
    if (q->stopping || q->count >= store->options.queue) {
        bool stopping = q->stopping;
        pthread_mutex_unlock(&q->lock);
        return ans_err_set(err, ANS_ERR_BUSY, "not saved: %s",
                           stopping ? "the service is stopping"
                                    : "too many wait to be saved");
    }
    bool attended = ans_writer_attend(store, err);
    if (attended) {
        *q->last = job;
        q->last = &job->next;
        q->count++;
    }
    unlock_and_wake(q);
    return attended;
}

bool ans_store_write(struct ans_store *store, ans_store_job *run, void *context,
                     struct ans_err *err)
{
    struct ans_job job; /* not zeroed: half a kilobyte is the error's text */
    job.run = run;
    job.context = context;
    job.err.kind = ANS_ERR_NONE;
    job.err.text[0] = '\0';
    job.ok = false;
    atomic_init(&job.done, 0);
    job.next = NULL;
    if (!add(store, &job, err))
        return false;
    ans_wait_done(&job.done);
    if (!job.ok && err)
        *err = job.err;
    return job.ok;
}

bool ans_queue_send(struct ans_store *store, struct ans_errand *errand,
                    struct ans_err *err)
{
    struct ans_queue *q = &store->queue;
    pthread_mutex_lock(&q->lock);
    bool taken = q->stopping
                     ? ans_err_set(err, ANS_ERR_BUSY, "the service is stopping")
                     : ans_writer_attend(store, err);
    if (taken)
        q->errand = errand;
    unlock_and_wake(q);
    if (!taken)
        return false;
    ans_wait_done(&errand->done);
    if (!errand->ok && err)
        *err = errand->err;
    return errand->ok;
}

static bool has_work(const struct ans_queue *q)
{
    return q->first || q->errand || q->stopping;
}

bool ans_queue_leave(struct ans_queue *q)
{
    pthread_mutex_lock(&q->lock);
    q->attended = has_work(q);
    bool leave = !q->attended;
    pthread_mutex_unlock(&q->lock);
    return leave;
}

/* False when the time is up. */
static bool wait_for_work(struct ans_queue *q, int ms)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += ms / 1000;
    until.tv_nsec += (long)(ms % 1000) * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    while (!has_work(q)) {
        q->asleep = true;
        int code = ms < 0
                       ? pthread_cond_wait(&q->filled, &q->lock)
                       : pthread_cond_timedwait(&q->filled, &q->lock, &until);
        if (code == ETIMEDOUT && !has_work(q))
            break;
    }
    q->asleep = false;
    return has_work(q);
}

enum ans_work ans_queue_take(struct ans_queue *q, int ms, struct ans_job **jobs,
                             size_t *count, struct ans_errand **errand)
{
    enum ans_work work = ANS_WORK_JOBS;
    size_t n = 0;
    pthread_mutex_lock(&q->lock);
    if (!has_work(q) && !wait_for_work(q, ms)) {
        work = ANS_WORK_TIME;
    } else if (q->errand) {
        *errand = q->errand;
        q->errand = NULL;
        work = ANS_WORK_ERRAND;
    } else if (!q->first) {
        work = ANS_WORK_STOP;
    }
    if (work == ANS_WORK_JOBS) {
        for (; q->first && n < ANS_BATCH; n++) {
            jobs[n] = q->first;
            q->first = q->first->next;
        }
        if (!q->first)
            q->last = &q->first;
        q->count -= (int)n;
    }
    pthread_mutex_unlock(&q->lock);
    *count = n;
    return work;
}
