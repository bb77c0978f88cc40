#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/internal.h"

#define READERS_DEFAULT 16
#define QUEUE_DEFAULT   1024
#define REST_DEFAULT    5000

static bool init_locks(struct ans_store *s, struct ans_err *err)
{
    if (ans_queue_init(&s->queue) && ans_readers_init(&s->readers) &&
        pthread_mutex_init(&s->replacing, NULL) == 0)
        return true;
    return ans_err_set(err, ANS_ERR_BUSY, "no room for another lock");
}

static void free_store(struct ans_store *s)
{
    ans_queue_free(&s->queue);
    ans_readers_free(&s->readers);
    pthread_mutex_destroy(&s->replacing);
    free(s->path);
    free(s);
}

struct ans_store *ans_store_open(const struct ans_store_options *options,
                                 struct ans_err *err)
{
    struct ans_store *s = calloc(1, sizeof(*s));
    if (!s)
        abort();
    s->path = strdup(options->path);
    if (!s->path)
        abort();
    s->options = *options;
    s->options.path = s->path;
    if (s->options.readers <= 0)
        s->options.readers = READERS_DEFAULT;
    if (s->options.queue <= 0)
        s->options.queue = QUEUE_DEFAULT;
    if (s->options.rest_ms <= 0)
        s->options.rest_ms = REST_DEFAULT;
    s->wal_next = ANS_WAL_BOUND;
    atomic_init(&s->generation, 1);
    atomic_init(&s->writable, true);
    if (!init_locks(s, err) || !ans_file_create(s->path, err))
        goto failed;
    s->writer = ans_db_open_writer(&s->options, err);
    if (!s->writer)
        goto failed;
    ans_writer_rest(s); /* it is sound, and may wait for its first job */
    atomic_store(&s->rested, 0);
    return s;

failed:
    free_store(s);
    return NULL;
}

static bool has_wal(const char *path)
{
    char *wal = NULL;
    if (asprintf(&wal, "%s-wal", path) < 0)
        abort();
    bool has = access(wal, F_OK) == 0;
    free(wal);
    return has;
}

void ans_store_close(struct ans_store *s)
{
    if (!s)
        return;
    pthread_mutex_lock(&s->queue.lock);
    s->queue.stopping = true;
    pthread_cond_signal(&s->queue.filled);
    pthread_mutex_unlock(&s->queue.lock);
    ans_writer_join(s);
    ans_readers_shut(&s->readers);
    /* The last connection to close writes the WAL into the file; one that
     * rests could not when somebody still read. */
    if (!s->writer && has_wal(s->path))
        s->writer = ans_db_open_again(&s->options, NULL);
    ans_db_close(s->writer);
    free_store(s);
}

const _Atomic uint64_t *ans_store_generation(const struct ans_store *s)
{
    return &s->generation;
}

void ans_store_touch(struct ans_store *s)
{
    atomic_fetch_add(&s->generation, 1);
}

bool ans_store_writable(const struct ans_store *s)
{
    return atomic_load(&s->writable);
}

size_t ans_store_rest(struct ans_store *s)
{
    return ans_readers_rest(&s->readers) + atomic_exchange(&s->rested, 0);
}

struct ans_store_figures ans_store_figures(struct ans_store *s)
{
    pthread_mutex_lock(&s->queue.lock);
    int queued = s->queue.count;
    pthread_mutex_unlock(&s->queue.lock);
    return (struct ans_store_figures){
        .jobs = atomic_load(&s->jobs),
        .batches = atomic_load(&s->batches),
        .failed = atomic_load(&s->failed),
        .queued = queued,
        .wal_bytes = atomic_load(&s->wal_bytes),
    };
}
