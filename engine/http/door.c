#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "http/server.h"

#define LONGEST_TICK 250
#define AT_ONCE      64 /* accepted between two looks at the clock */

/* Deadlines are kept to within a quarter of the shortest. */
static int tick_of(const struct ans_http_options *o)
{
    int shortest = o->headers_ms;
    shortest = o->body_ms < shortest ? o->body_ms : shortest;
    shortest = o->answer_ms < shortest ? o->answer_ms : shortest;
    shortest = o->idle_ms < shortest ? o->idle_ms : shortest;
    int tick = shortest / 4;
    return tick < 5 ? 5 : tick > LONGEST_TICK ? LONGEST_TICK : tick;
}

bool ans_door_counts(const struct ans_http *http, const struct ans_address *a)
{
    if (http->has_proxy)
        return !ans_address_eq(a, &http->proxy);
    return http->options.per_address >= 0 || !ans_address_is_loopback(a);
}

static unsigned limit_per_address(const struct ans_http *http)
{
    int n = http->options.per_address;
    return n > 0 ? (unsigned)n : 64;
}

/* The emptiest of the loops that are wanted; when those are full, the first
 * of the spare ones that is not. There is room for all connections. */
static struct ans_loop *choose_loop(struct ans_http *http)
{
    struct ans_loop *best = &http->loops[0];
    size_t wanted = (size_t)http->options.event_threads;
    for (size_t i = 1; i < http->loop_count; i++) {
        struct ans_loop *loop = &http->loops[i];
        int fewest = atomic_load(&best->connections);
        if (i >= wanted && fewest < ANS_LOOP_CONNECTIONS)
            break;
        if (atomic_load(&loop->connections) < fewest)
            best = loop;
    }
    return best;
}

/* Hand a connection to an event thread, or close it: over a limit there is
 * nothing to say that would not cost more than the connection. */
static void let_in(struct ans_http *http, int fd, struct sockaddr *sa,
                   socklen_t len)
{
    struct ans_address peer = {{0}};
    ans_address_from(sa, &peer);
    bool counted = ans_door_counts(http, &peer);
    bool full = atomic_load(&http->connections) >= ANS_HTTP_CONNECTIONS;
    if (full || (counted &&
                 !ans_tally_add(http->peers, &peer, limit_per_address(http)))) {
        atomic_fetch_add(&http->turned_away, 1);
        close(fd);
        return;
    }
    struct ans_loop *loop = choose_loop(http);
    atomic_fetch_add(&http->connections, 1);
    atomic_fetch_add(&loop->connections, 1);
    /* takes the descriptor, even when it fails */
    if (MHD_add_connection(loop->daemon, fd, sa, len) != MHD_YES) {
        atomic_fetch_sub(&loop->connections, 1);
        atomic_fetch_sub(&http->connections, 1);
        if (counted)
            ans_tally_drop(http->peers, &peer);
    }
}

enum waiting { NOBODY, MORE, NO_DESCRIPTORS };

static enum waiting accept_some(struct ans_http *http)
{
    for (int i = 0; i < AT_ONCE; i++) {
        struct sockaddr_storage sa;
        socklen_t len = sizeof(sa);
        int fd = accept4(http->listen_fd, (struct sockaddr *)&sa, &len,
                         SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0) {
            let_in(http, fd, (struct sockaddr *)&sa, len);
            continue;
        }
        if (errno == EINTR || errno == ECONNABORTED)
            continue;
        if (errno == EAGAIN)
            return NOBODY;
        char reason[96];
        ans_log(ANS_LOG_WARN, "http", "cannot accept a connection: %s",
                strerror_r(errno, reason, sizeof(reason)));
        return NO_DESCRIPTORS;
    }
    return MORE;
}

static void close_listener(struct ans_http *http)
{
    while (accept_some(http) == MORE)
        continue;
    close(http->listen_fd);
    http->listen_fd = -1;
    atomic_store(&http->door_closed, true);
}

static void *keep_door(void *context)
{
    struct ans_http *http = context;
    int tick = tick_of(&http->options);
    int64_t next = ans_clock_steady() + tick;
    bool pause = false; /* out of descriptors: wait a tick */
    while (!atomic_load(&http->ended)) {
        struct pollfd fds[] = {
            {.fd = http->wake_fd, .events = POLLIN},
            {.fd = pause ? -1 : http->listen_fd, .events = POLLIN},
        };
        int64_t now = ans_clock_steady();
        poll(fds, ANS_COUNT(fds), next > now ? (int)(next - now) : 0);
        uint64_t wakes;
        if (fds[0].revents && read(http->wake_fd, &wakes, sizeof(wakes)) < 0)
            continue;
        if (http->listen_fd >= 0 && atomic_load(&http->stopping))
            close_listener(http);
        else if (fds[1].revents)
            pause = accept_some(http) == NO_DESCRIPTORS;
        now = ans_clock_steady();
        if (now >= next) {
            atomic_store(&http->now, now);
            ans_sweep(http, now);
            next = now + tick;
            pause = false;
        }
    }
    return NULL;
}

static void wake(struct ans_http *http)
{
    uint64_t one = 1;
    ssize_t n = write(http->wake_fd, &one, sizeof(one));
    (void)n; /* fails only when it is full of wakes already */
}

bool ans_door_open(struct ans_http *http, struct ans_err *err)
{
    http->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (http->wake_fd < 0)
        return ans_err_set_errno(err, "cannot make an event descriptor");
    atomic_store(&http->now, ans_clock_steady());
    if (pthread_create(&http->door, NULL, keep_door, http) == 0)
        return true;
    close(http->wake_fd);
    http->wake_fd = -1;
    return ans_err_set(err, ANS_ERR_INTERNAL, "cannot start a thread");
}

void ans_door_close(struct ans_http *http)
{
    atomic_store(&http->stopping, true);
    wake(http);
    while (!atomic_load(&http->door_closed))
        poll(NULL, 0, 1);
}

void ans_door_end(struct ans_http *http)
{
    if (http->wake_fd < 0)
        return;
    atomic_store(&http->ended, true);
    wake(http);
    pthread_join(http->door, NULL);
    close(http->wake_fd);
    http->wake_fd = -1;
}
