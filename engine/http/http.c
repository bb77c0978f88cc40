#include "http/http.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "http/server.h"

#define WORKERS         32
#define QUEUED_A_WORKER 32
#define CACHE_BYTES     ((size_t)64 * 1024 * 1024)
#define POSTS_A_MINUTE  60
#define LOOP_STACK      (256 * 1024)

/* libmicrohttpd's buffer for one request and the head of its answer: 16 KB of
 * headers, 64 records of them and the answer's head have room, and a bit more
 * than that gets to the gate to be refused. It clears the buffer after each
 * request, so that a larger one costs time on every page. */
#define CONNECTION_MEMORY (24 * 1024)

/* How long a stopping service waits for connections with nothing under way:
 * their next request is answered with "Connection: close" instead of being
 * cut off. */
#define FAREWELL 300

/* And how long for the last answers to be taken, when the time given has
 * passed while handlers were running. */
#define LAST_WORDS 1000

static int or_default(int value, int otherwise)
{
    return value > 0 ? value : otherwise;
}

static void fill_in(struct ans_http_options *o)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    o->event_threads = or_default(o->event_threads, cores > 0 ? (int)cores : 1);
    if (o->event_threads > ANS_LOOPS_MOST)
        o->event_threads = ANS_LOOPS_MOST;
    o->workers = or_default(o->workers, WORKERS);
    o->computing = or_default(o->computing, cores > 1 ? (int)cores * 2 : 4);
    o->cache_bytes = o->cache_bytes ? o->cache_bytes : CACHE_BYTES;
    o->post_rate = o->post_rate ? o->post_rate : POSTS_A_MINUTE;
    o->headers_ms = or_default(o->headers_ms, 10000);
    o->body_ms = or_default(o->body_ms, 30000);
    o->answer_ms = or_default(o->answer_ms, 30000);
    o->idle_ms = or_default(o->idle_ms, 15000);
}

static struct ans_http *new_http(const struct ans_http_options *options)
{
    struct ans_http *http = aligned_alloc(64, sizeof(*http));
    if (!http)
        abort();
    memset(http, 0, sizeof(*http));
    http->options = *options;
    fill_in(&http->options);
    http->listen_fd = -1;
    http->wake_fd = -1;
    http->cache = ans_page_cache_new(http->options.cache_bytes);
    http->peers = ans_tally_new(ANS_HTTP_CONNECTIONS);
    http->clients = ans_tally_new(ANS_HTTP_CONNECTIONS);
    if (http->options.post_rate > 0)
        http->posts = ans_rate_new((unsigned)http->options.post_rate);
    pthread_mutex_init(&http->lock, NULL);
    ans_assets_prepare(http);
    return http;
}

static void free_http(struct ans_http *http)
{
    if (http->listen_fd >= 0)
        close(http->listen_fd);
    ans_workers_free(http->workers);
    ans_assets_discard(http);
    ans_page_cache_free(http->cache);
    ans_tally_free(http->peers);
    ans_tally_free(http->clients);
    ans_rate_free(http->posts);
    pthread_mutex_destroy(&http->lock);
    free(http);
}

static bool find_proxy(struct ans_http *http, struct ans_err *err)
{
    const char *proxy = http->options.proxy;
    if (!proxy || !*proxy)
        return true;
    http->has_proxy = ans_address_parse(ans_str_from(proxy), &http->proxy);
    return http->has_proxy ||
           ans_err_set(err, ANS_ERR_INPUT, "the proxy \"%s\" is no address",
                       proxy);
}

/* Without a listening socket: 0.9.75 can abort when a busy daemon is quiesced
 * and deadlock at its own limit of connections (docs/adr/0001). The door
 * accepts, and the library's limit is one that cannot be reached. */
static bool start_loop(struct ans_http *http, struct ans_err *err)
{
    struct ans_loop *loop = &http->loops[http->loop_count];
    loop->http = http;
    loop->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
            MHD_USE_NO_LISTEN_SOCKET,
        0, NULL, NULL, ans_connection_on_request, loop,
        MHD_OPTION_URI_LOG_CALLBACK, ans_connection_on_target, loop,
        MHD_OPTION_NOTIFY_COMPLETED, ans_connection_on_completed, loop,
        MHD_OPTION_NOTIFY_CONNECTION, ans_connection_on_notify, loop,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
        MHD_OPTION_CONNECTION_LIMIT, 2U * ANS_HTTP_CONNECTIONS,
        MHD_OPTION_CONNECTION_TIMEOUT, 0U, MHD_OPTION_THREAD_STACK_SIZE,
        (size_t)LOOP_STACK, MHD_OPTION_END);
    if (!loop->daemon)
        return ans_err_set(err, ANS_ERR_INTERNAL, "cannot start libmicrohttpd");
    http->loop_count++;
    return true;
}

/* As many as were asked for, and spare ones until all connections fit. */
static bool start_loops(struct ans_http *http, struct ans_err *err)
{
    size_t fit = (ANS_HTTP_CONNECTIONS + ANS_LOOP_CONNECTIONS - 1) /
                 ANS_LOOP_CONNECTIONS;
    size_t wanted = (size_t)http->options.event_threads;
    while (http->loop_count < wanted || http->loop_count < fit)
        if (!start_loop(http, err))
            return false;
    return true;
}

static void stop_loops(struct ans_http *http)
{
    for (size_t i = 0; i < http->loop_count; i++)
        MHD_stop_daemon(http->loops[i].daemon);
}

static bool start_all(struct ans_http *http, struct ans_err *err)
{
    if (!find_proxy(http, err))
        return false;
    http->listen_fd = ans_address_listen(http->options.listen, http->address,
                                         sizeof(http->address), err);
    if (http->listen_fd < 0)
        return false;
    http->workers = ans_workers_start(
        &http->options.handler, http->options.workers, http->options.computing,
        (size_t)http->options.workers * QUEUED_A_WORKER, err);
    return http->workers && start_loops(http, err) && ans_door_open(http, err);
}

struct ans_http *ans_http_start(const struct ans_http_options *options,
                                struct ans_err *err)
{
    struct ans_http *http = new_http(options);
    /* Threads inherit this: signals go to whoever started the service. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool ok = start_all(http, err);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (ok)
        return http;
    stop_loops(http);
    if (http->workers)
        ans_workers_stop(http->workers, 0);
    free_http(http);
    return NULL;
}

struct ans_str ans_http_address(const struct ans_http *http)
{
    return ans_str_from(http->address);
}

/* Until nothing is under way and, before `farewell`, nobody is connected. */
static void drain(struct ans_http *http, int64_t farewell, int64_t deadline)
{
    for (;;) {
        int64_t now = ans_clock_steady();
        bool busy = ans_sweep_busy(http) > 0;
        bool alone = atomic_load(&http->connections) == 0;
        if (now >= deadline || (!busy && (alone || now >= farewell)))
            return;
        poll(NULL, 0, 2);
    }
}

void ans_http_stop(struct ans_http *http, int ms)
{
    if (!http)
        return;
    int64_t start = ans_clock_steady();
    int64_t deadline = start + ms;
    ans_door_close(http);
    drain(http, start + FAREWELL, deadline);
    ans_workers_stop(http->workers, deadline);
    /* Every suspended connection has its answer by now, or is refused; the
     * last answers are on their way. */
    drain(http, start + FAREWELL, ans_clock_steady() + LAST_WORDS);
    stop_loops(http);
    ans_door_end(http);
    free_http(http);
}

struct ans_http_figures ans_http_figures(struct ans_http *http)
{
    struct ans_http_figures f = {
        .connections = atomic_load(&http->connections),
        .queued = ans_workers_queued(http->workers),
        .cache_bytes = ans_page_cache_bytes(http->cache),
        .refused = atomic_load(&http->turned_away),
    };
    for (size_t i = 0; i < http->loop_count; i++) {
        struct ans_counters *c = &http->loops[i].counters;
        f.requests += atomic_load(&c->requests);
        f.cache_hits += atomic_load(&c->cache_hits);
        f.refused += atomic_load(&c->refused);
        f.cut += atomic_load(&c->cut);
        for (size_t s = 0; s < ANS_COUNT(f.by_status); s++)
            f.by_status[s] += atomic_load(&c->by_status[s]);
    }
    return f;
}
