#include "http/workers.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"

/* The engine's views and SQLite are content with this. */
#define STACK (1024 * 1024)

/* A thread without work. The last one to run out is called first: what it
 * works with is still at hand for the processor. */
struct idler {
    struct idler *next;
    pthread_cond_t call;
    bool called;
};

struct queue {
    struct ans_job *first, **end;
};

struct ans_workers {
    const struct ans_handler *handler;
    pthread_mutex_t lock;
    pthread_cond_t empty;   /* the last job was taken */
    struct queue computing; /* in turn; no more than `most_computing` at once */
    struct queue waiting;
    struct idler *idle;
    int busy_computing, most_computing;
    size_t queued, most;
    bool closed;
    int count;
    pthread_t threads[];
};

static void append(struct queue *q, struct ans_job *job)
{
    job->next = NULL;
    *q->end = job;
    q->end = &job->next;
}

static struct ans_job *pop(struct queue *q)
{
    struct ans_job *job = q->first;
    if (!job)
        return NULL;
    q->first = job->next;
    if (!q->first)
        q->end = &q->first;
    return job;
}

static bool may_compute(const struct ans_workers *w)
{
    return w->busy_computing < w->most_computing;
}

static void call_one(struct ans_workers *w)
{
    struct idler *one = w->idle;
    if (!one)
        return;
    w->idle = one->next;
    one->called = true;
    pthread_cond_signal(&one->call);
}

static void call_all(struct ans_workers *w)
{
    while (w->idle)
        call_one(w);
}

static void be_idle(struct ans_workers *w, struct idler *self)
{
    self->called = false;
    self->next = w->idle;
    w->idle = self;
    while (!self->called)
        pthread_cond_wait(&self->call, &w->lock);
}

static void note_empty(struct ans_workers *w)
{
    pthread_cond_broadcast(&w->empty);
    if (w->closed)
        call_all(w); /* who waited for a turn to compute has none to come */
}

static struct ans_job *next_job(struct ans_workers *w)
{
    struct ans_job *job = may_compute(w) ? pop(&w->computing) : NULL;
    if (job)
        w->busy_computing++;
    else
        job = pop(&w->waiting);
    if (job && --w->queued == 0)
        note_empty(w);
    return job;
}

/* The next job, once this thread is through with one; NULL: there will be none.
 */
static struct ans_job *take(struct ans_workers *w, struct idler *self,
                            bool computed)
{
    struct ans_job *job;
    pthread_mutex_lock(&w->lock);
    w->busy_computing -= computed;
    while (!(job = next_job(w)) && !(w->closed && !w->queued))
        be_idle(w, self);
    pthread_mutex_unlock(&w->lock);
    return job;
}

static void *work(void *context)
{
    struct ans_workers *w = context;
    struct ans_worker self = {.handler = w->handler,
                              .arena = ans_arena_new(64 * 1024)};
    struct idler idler = {.called = false};
    pthread_cond_init(&idler.call, NULL);
    bool computed = false;
    for (struct ans_job *job; (job = take(w, &idler, computed));) {
        computed = !job->waits; /* once it has run, it is not ours */
        job->run(job, &self);
        ans_arena_reset(self.arena);
    }
    pthread_cond_destroy(&idler.call);
    ans_arena_free(self.arena);
    return NULL;
}

static void init_locks(struct ans_workers *w)
{
    pthread_condattr_t steady;
    pthread_condattr_init(&steady);
    pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->empty, &steady);
    pthread_condattr_destroy(&steady);
}

struct ans_workers *ans_workers_start(const struct ans_handler *handler,
                                      int count, int most_computing,
                                      size_t most_queued, struct ans_err *err)
{
    struct ans_workers *w =
        calloc(1, sizeof(*w) + (size_t)count * sizeof(*w->threads));
    if (!w)
        abort();
    w->handler = handler;
    w->computing.end = &w->computing.first;
    w->waiting.end = &w->waiting.first;
    w->most_computing = most_computing;
    w->most = most_queued;
    init_locks(w);
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK);
    int code = 0;
    while (!code && w->count < count) {
        code = pthread_create(&w->threads[w->count], &attr, work, w);
        if (!code)
            w->count++;
    }
    pthread_attr_destroy(&attr);
    if (!code)
        return w;
    ans_err_set(err, ANS_ERR_INTERNAL, "cannot start worker thread %d of %d",
                w->count + 1, count);
    ans_workers_stop(w, 0);
    ans_workers_free(w);
    return NULL;
}

bool ans_workers_push(struct ans_workers *workers, struct ans_job *job)
{
    pthread_mutex_lock(&workers->lock);
    bool room = !workers->closed && workers->queued < workers->most;
    if (room) {
        append(job->waits ? &workers->waiting : &workers->computing, job);
        workers->queued++;
        if (job->waits || may_compute(workers))
            call_one(workers);
    }
    pthread_mutex_unlock(&workers->lock);
    return room;
}

int ans_workers_queued(struct ans_workers *workers)
{
    pthread_mutex_lock(&workers->lock);
    int queued = (int)workers->queued;
    pthread_mutex_unlock(&workers->lock);
    return queued;
}

void ans_workers_stop(struct ans_workers *workers, int64_t deadline)
{
    struct timespec until = {.tv_sec = deadline / 1000,
                             .tv_nsec = deadline % 1000 * 1000000};
    pthread_mutex_lock(&workers->lock);
    workers->closed = true;
    call_all(workers);
    int late = 0;
    while (workers->queued && !late)
        late = pthread_cond_timedwait(&workers->empty, &workers->lock, &until);
    struct queue rest = {.end = &rest.first};
    for (struct ans_job *job; (job = pop(&workers->computing));)
        append(&rest, job);
    for (struct ans_job *job; (job = pop(&workers->waiting));)
        append(&rest, job);
    workers->queued = 0;
    note_empty(workers);
    pthread_mutex_unlock(&workers->lock);

    for (struct ans_job *job; (job = pop(&rest));)
        job->run(job, NULL);
    for (int i = 0; i < workers->count; i++)
        pthread_join(workers->threads[i], NULL);
}

void ans_workers_free(struct ans_workers *workers)
{
    if (!workers)
        return;
    pthread_cond_destroy(&workers->empty);
    pthread_mutex_destroy(&workers->lock);
    free(workers);
}
