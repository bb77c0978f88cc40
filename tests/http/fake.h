/* fake: a handler for tests that says what it was asked and counts. */
#pragma once

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/log.h"
#include "http/http.h"

struct fake {
    _Atomic int calls;
    _Atomic int forms; /* answered to a POST */
    _Atomic uint64_t generation;
    /* "/held..." waits in the handler until `open` */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool open;
    int holding;
};

static inline void fake_init(struct fake *f)
{
    memset(f, 0, sizeof(*f));
    f->generation = 1;
    pthread_mutex_init(&f->lock, NULL);
    pthread_cond_init(&f->changed, NULL);
}

static inline void fake_open(struct fake *f)
{
    pthread_mutex_lock(&f->lock);
    f->open = true;
    pthread_cond_broadcast(&f->changed);
    pthread_mutex_unlock(&f->lock);
}

static inline void fake_close(struct fake *f)
{
    pthread_mutex_lock(&f->lock);
    f->open = false;
    pthread_mutex_unlock(&f->lock);
}

/* Until `n` calls are being held. */
static inline void fake_wait_holding(struct fake *f, int n)
{
    pthread_mutex_lock(&f->lock);
    while (f->holding < n)
        pthread_cond_wait(&f->changed, &f->lock);
    pthread_mutex_unlock(&f->lock);
}

static inline void fake_hold(struct fake *f)
{
    pthread_mutex_lock(&f->lock);
    f->holding++;
    pthread_cond_broadcast(&f->changed);
    while (!f->open)
        pthread_cond_wait(&f->changed, &f->lock);
    f->holding--;
    pthread_mutex_unlock(&f->lock);
}

static inline bool fake_serves(void *context, struct ans_str host)
{
    (void)context;
    return ans_str_is(host, "example.org") || ans_str_is(host, "[::1]");
}

/* "/page..." is kept, "/own..." is not, "/short" is for five minutes, "/big"
 * has 200 KB, "/form" tells the fields it got. */
static inline void fake_handle(void *context, struct ans_request *q,
                               struct ans_response *r)
{
    struct fake *f = context;
    uint64_t generation = atomic_load(&f->generation);
    atomic_fetch_add(&f->calls, 1);
    if (q->method == ANS_POST)
        atomic_fetch_add(&f->forms, 1);
    struct ans_str path = q->target.path;
    if (ans_str_find_str(path, ANS_STR("held")) >= 0)
        fake_hold(f);
    r->type = "text/html; charset=utf-8";
    if (ans_str_starts(path, ANS_STR("/page"))) {
        r->cache = ANS_CACHE_PAGE;
        r->generation = &f->generation;
        r->built_at = generation;
    } else if (ans_str_starts(path, ANS_STR("/short"))) {
        r->cache = ANS_CACHE_SHORT;
    } else if (ans_str_starts(path, ANS_STR("/missing"))) {
        r->status = 404;
    }
    if (q->fault)
        r->status = q->fault;
    if (ans_str_starts(path, ANS_STR("/form"))) {
        for (size_t i = 0; i < q->form.count; i++)
            ans_buf_printf(&r->body, "%.*s=%.*s\n",
                           ANS_STR_ARG(q->form.items[i].name),
                           ANS_STR_ARG(q->form.items[i].value));
    } else {
        ans_buf_printf(&r->body, "%d %.*s host %.*s client %.*s %s gen %d\n",
                       (int)q->method, ANS_STR_ARG(q->raw_target),
                       ANS_STR_ARG(q->host), ANS_STR_ARG(q->client),
                       q->secure ? "secure" : "plain", (int)generation);
        int lines = ans_str_starts(path, ANS_STR("/big")) ? 4000 : 40;
        for (int i = 0; i < lines; i++)
            ans_buf_add_z(&r->body, "<p>The same line again, to be packed.\n");
    }
}

static inline struct ans_http_options fake_options(struct fake *f)
{
    return (struct ans_http_options){
        .listen = "127.0.0.1:0",
        .event_threads = 2,
        .handler = {.context = f, .handle = fake_handle},
        .serves_host = fake_serves,
        .per_address = -1,
        .post_rate = -1,
    };
}
