#include "http/workers.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"

/* The engine's views and SQLite are content with this. */
#define STACK (1024 * 1024)

struct ans_workers {
    const struct ans_handler *handler;
    pthread_mutex_t lock;
    pthread_cond_t some;  /* a job is there, or the queue is closed */
    pthread_cond_t empty; /* the last job was taken */
    struct ans_job *first, **end;
    size_t queued, most;
    bool closed;
    int count;
    pthread_t threads[];
};

static struct ans_job *take(struct ans_workers *w)
{
    pthread_mutex_lock(&w->lock);
    while (!w->first && !w->closed)
        pthread_cond_wait(&w->some, &w->lock);
    struct ans_job *job = w->first;
    if (job) {
        w->first = job->next;
        if (!w->first)
            w->end = &w->first;
        if (--w->queued == 0)
            pthread_cond_broadcast(&w->empty);
    }
    pthread_mutex_unlock(&w->lock);
    return job;
}

static void *work(void *context)
{
    struct ans_workers *w = context;
    struct ans_worker self = {.handler = w->handler,
                              .arena = ans_arena_new(64 * 1024)};
    if (w->handler->new_worker)
        self.state = w->handler->new_worker(w->handler->context);
    for (struct ans_job *job; (job = take(w));) {
        job->run(job, &self);
        ans_arena_reset(self.arena);
    }
    if (w->handler->free_worker)
        w->handler->free_worker(self.state);
    ans_arena_free(self.arena);
    return NULL;
}

static void init_locks(struct ans_workers *w)
{
    pthread_condattr_t steady;
    pthread_condattr_init(&steady);
    pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->some, NULL);
    pthread_cond_init(&w->empty, &steady);
    pthread_condattr_destroy(&steady);
}

struct ans_workers *ans_workers_start(const struct ans_handler *handler,
                                      int count, size_t most_queued,
                                      struct ans_err *err)
{
    struct ans_workers *w =
        calloc(1, sizeof(*w) + (size_t)count * sizeof(*w->threads));
    if (!w)
        abort();
    w->handler = handler;
    w->end = &w->first;
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
        job->next = NULL;
        *workers->end = job;
        workers->end = &job->next;
        workers->queued++;
        pthread_cond_signal(&workers->some);
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
    pthread_cond_broadcast(&workers->some);
    int late = 0;
    while (workers->queued && !late)
        late = pthread_cond_timedwait(&workers->empty, &workers->lock, &until);
    struct ans_job *rest = workers->first;
    workers->first = NULL;
    workers->end = &workers->first;
    workers->queued = 0;
    pthread_mutex_unlock(&workers->lock);

    for (struct ans_job *next; rest; rest = next) {
        next = rest->next;
        rest->run(rest, NULL);
    }
    for (int i = 0; i < workers->count; i++)
        pthread_join(workers->threads[i], NULL);
}

void ans_workers_free(struct ans_workers *workers)
{
    if (!workers)
        return;
    pthread_cond_destroy(&workers->some);
    pthread_cond_destroy(&workers->empty);
    pthread_mutex_destroy(&workers->lock);
    free(workers);
}
