/* workers: threads that run the handler in plain blocking style, and the
 * bounded queue in front of them.
 *
 * There are more of them than cores, since a form waits for the disk. What
 * only computes gains nothing by running beside others on the same core, and
 * loses what the processor has at hand: of that, only so much runs at once. */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "message/message.h"

struct ans_workers;

/* What one thread has to itself. */
struct ans_worker {
    const struct ans_handler *handler;
    struct ans_arena *arena; /* emptied before each job */
};

/* Embedded in what has to be done. `worker` is NULL when the service is
 * stopping and there is no time left: refuse. */
struct ans_job {
    struct ans_job *next;
    bool waits; /* for the disk, mostly: any number runs at once */
    void (*run)(struct ans_job *job, struct ans_worker *worker);
};

/* `handler` is borrowed. `most_computing`: jobs at once that do not wait. */
struct ans_workers *ans_workers_start(const struct ans_handler *handler,
                                      int count, int most_computing,
                                      size_t most_queued, struct ans_err *err);

/* False when the queue is full or closed. */
ANS_MUST_CHECK
bool ans_workers_push(struct ans_workers *workers, struct ans_job *job);

int ans_workers_queued(struct ans_workers *workers);

/* Close the queue, run what is in it until `deadline` (ms of the steady
 * clock), refuse the rest, end the threads. Handlers under way are waited
 * for. Pushing is still allowed, and fails. */
void ans_workers_stop(struct ans_workers *workers, int64_t deadline);
void ans_workers_free(struct ans_workers *workers); /* stopped, or NULL */
