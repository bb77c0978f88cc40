/* Many at once: suspending and resuming, flights, and the stop. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <sys/resource.h>

#include "base/clock.h"
#include "http/client.h"
#include "http/fake.h"

#define HOST    "Host: example.org\r\n"
#define CLIENTS 32

static struct fake fake;
static struct ans_http *http;
static char where[64]; /* it outlives the service */

struct client {
    pthread_t thread;
    int number;
    int answered; /* complete answers 200 */
    int refused;  /* 503 */
    int broken;   /* half an answer, or none though one was due */
    int forms;    /* POSTs with a whole answer */
    unsigned seed;
    struct reply reply;
};

static struct client clients[CLIENTS];
static _Atomic bool go_on, stopping;
static _Atomic int turned_down; /* clients that got 503 */

/* "held.org" keeps an event thread waiting, and is then not served. */
static bool serves_slowly(void *context, struct ans_str host)
{
    if (ans_str_is(host, "held.org"))
        fake_hold(context);
    return ans_str_is(host, "example.org");
}

static int start(int event_threads)
{
    struct ans_err err = {0};
    fake_init(&fake);
    memset(clients, 0, sizeof(clients));
    atomic_store(&stopping, false);
    atomic_store(&turned_down, 0);
    struct ans_http_options o = fake_options(&fake);
    o.event_threads = event_threads;
    o.workers = 16;
    o.computing = 16;
    o.serves_host = serves_slowly;
    o.context = &fake;
    http = ans_http_start(&o, &err);
    if (!http)
        return -1;
    snprintf(where, sizeof(where), "%.*s", ANS_STR_ARG(ans_http_address(http)));
    return 0;
}

static int set_up(void **state)
{
    (void)state;
    return start(2);
}

static int set_up_one_thread(void **state)
{
    (void)state;
    return start(1);
}

static void run_clients(void *(*run)(void *))
{
    for (int i = 0; i < CLIENTS; i++) {
        clients[i].number = i;
        clients[i].seed = (unsigned)i + 1;
        assert_int_equal(
            pthread_create(&clients[i].thread, NULL, run, &clients[i]), 0);
    }
}

static void join_clients(void)
{
    for (int i = 0; i < CLIENTS; i++)
        pthread_join(clients[i].thread, NULL);
}

static void count(struct client *c)
{
    c->answered += c->reply.status == 200 && !c->reply.closed;
    c->refused += c->reply.status == 503;
    atomic_fetch_add(&turned_down, c->reply.status == 503);
    c->broken += c->reply.status <= 0 || c->reply.closed;
}

static void *ask_for_the_held_page(void *context)
{
    struct client *c = context;
    client_ask_z(ans_str_from(where), "GET /page/held HTTP/1.1\r\n" HOST "\r\n",
                 &c->reply);
    count(c);
    return NULL;
}

static void thirty_two_who_ask_at_once_cost_one_call(void **state)
{
    (void)state;
    run_clients(ask_for_the_held_page);
    while (ans_http_figures(http).requests < CLIENTS)
        poll(NULL, 0, 1);
    fake_wait_holding(&fake, 1);
    fake_open(&fake);
    join_clients();
    for (int i = 0; i < CLIENTS; i++)
        assert_int_equal(clients[i].answered, 1);
    assert_int_equal(fake.calls, 1);
    ans_http_stop(http, 1000);
}

/* Stale for all of them at once: again one call, and nobody gets the old
 * page. */
static void a_stale_page_is_rebuilt_once(void **state)
{
    (void)state;
    fake_open(&fake);
    static struct reply first;
    client_ask_z(ans_str_from(where), "GET /page/held HTTP/1.1\r\n" HOST "\r\n",
                 &first);
    assert_int_equal(fake.calls, 1);
    fake_close(&fake);
    atomic_store(&fake.generation, 2);
    run_clients(ask_for_the_held_page);
    while (ans_http_figures(http).requests < CLIENTS + 1)
        poll(NULL, 0, 1);
    fake_wait_holding(&fake, 1);
    fake_open(&fake);
    join_clients();
    for (int i = 0; i < CLIENTS; i++)
        assert_non_null(strstr(clients[i].reply.bytes, "gen 2\n"));
    assert_int_equal(fake.calls, 2);
    ans_http_stop(http, 1000);
}

/* A request of some kind, by the dice. */
static void write_request(struct client *c, char *text, size_t size)
{
    c->seed = c->seed * 1103515245u + 12345u;
    unsigned kind = (c->seed >> 16) % 5;
    if (kind == 0)
        snprintf(text, size,
                 "POST /form HTTP/1.1\r\n" HOST
                 "Content-Type: application/x-www-form-urlencoded\r\n"
                 "Content-Length: 3\r\n\r\na=1");
    else
        snprintf(text, size, "GET /%s?%u HTTP/1.1\r\n" HOST "%s\r\n",
                 kind == 1 ? "own" : "page", kind == 2 ? c->seed >> 16 : 0,
                 kind == 3 ? "Accept-Encoding: br\r\n" : "");
}

/* One after the other on connections kept alive, until told to stop or the
 * door is closed. */
static void *ask_all_kinds(void *context)
{
    struct client *c = context;
    int fd = -1;
    while (atomic_load(&go_on)) {
        char text[256], said[256];
        if (fd < 0)
            fd = client_connect(ans_str_from(where));
        if (fd < 0)
            break;
        write_request(c, text, sizeof(text));
        client_send_z(fd, text);
        client_read(fd, &c->reply, false, NULL);
        /* While the service stops, a connection may end before the request
         * was read: then nothing at all comes (RFC 9112, 9.3.1). */
        bool untaken = c->reply.closed && !c->reply.bytes[0];
        if (!untaken || !atomic_load(&stopping))
            count(c);
        c->forms +=
            text[0] == 'P' && c->reply.status == 200 && !c->reply.closed;
        reply_header(&c->reply, "Connection", said);
        if (c->reply.closed || !strcmp(said, "close")) {
            close(fd);
            fd = -1;
        }
    }
    if (fd >= 0)
        close(fd);
    return NULL;
}

static void sum(int *answered, int *refused, int *broken)
{
    *answered = *refused = *broken = 0;
    for (int i = 0; i < CLIENTS; i++) {
        *answered += clients[i].answered;
        *refused += clients[i].refused;
        *broken += clients[i].broken;
    }
}

/* Every request is answered whole while the data changes all the time. */
static void suspended_requests_all_come_back(void **state)
{
    (void)state;
    enum { ENOUGH = 20000 };
    atomic_store(&go_on, true);
    int64_t end = ans_clock_steady() + 20000;
    run_clients(ask_all_kinds);
    while (ans_http_figures(http).requests < ENOUGH &&
           ans_clock_steady() < end) {
        poll(NULL, 0, 1);
        atomic_fetch_add(&fake.generation, 1);
    }
    atomic_store(&go_on, false);
    join_clients();
    int answered, refused, broken;
    sum(&answered, &refused, &broken);
    struct ans_http_figures f = ans_http_figures(http);
    assert_int_equal(broken, 0);
    assert_int_equal(refused, 0);
    assert_int_equal(f.requests, answered);
    assert_int_equal(f.by_status[2], answered);
    assert_int_equal(f.queued, 0);
    ans_http_stop(http, 2000);
}

static void a_stop_under_load_answers_all_it_accepted(void **state)
{
    (void)state;
    atomic_store(&go_on, true);
    run_clients(ask_all_kinds);
    while (ans_http_figures(http).requests < 2000)
        poll(NULL, 0, 1);
    atomic_store(&stopping, true);
    ans_http_stop(http, 5000);
    join_clients();
    int answered, refused, broken, forms = 0;
    sum(&answered, &refused, &broken);
    for (int i = 0; i < CLIENTS; i++)
        forms += clients[i].forms;
    assert_int_equal(broken, 0);
    assert_int_equal(refused, 0);
    /* and what a handler did, its client knows of */
    assert_int_equal(forms, fake.forms);
}

static void *ask_held(void *context)
{
    struct client *c = context;
    char text[128];
    snprintf(text, sizeof(text), "GET /own/held/%d HTTP/1.1\r\n" HOST "\r\n",
             c->number);
    client_ask_z(ans_str_from(where), text, &c->reply);
    count(c);
    return NULL;
}

/* Let the handlers go on once the door is closed, or once so many clients
 * were refused. */
static void *open_when_stopping(void *context)
{
    const int *refused = context;
    for (int fd; !refused && (fd = client_connect(ans_str_from(where))) >= 0;) {
        close(fd);
        poll(NULL, 0, 5);
    }
    while (refused && atomic_load(&turned_down) < *refused)
        poll(NULL, 0, 5);
    fake_open(&fake);
    return NULL;
}

/* 16 workers hold, the rest waits in the queue. */
static void a_stop_waits_for_slow_handlers_and_their_queue(void **state)
{
    (void)state;
    run_clients(ask_held);
    fake_wait_holding(&fake, 16);
    while (ans_http_figures(http).queued < CLIENTS - 16)
        poll(NULL, 0, 1);
    pthread_t opener;
    pthread_create(&opener, NULL, open_when_stopping, NULL);
    ans_http_stop(http, 60000);
    join_clients();
    pthread_join(opener, NULL);
    for (int i = 0; i < CLIENTS; i++) {
        char value[256];
        assert_int_equal(clients[i].reply.status, 200);
        assert_string_equal(
            reply_header(&clients[i].reply, "Connection", value), "close");
    }
}

/* Past the time given, what waits is refused and what runs is finished. */
static void a_stop_out_of_time_refuses_what_still_waits(void **state)
{
    (void)state;
    run_clients(ask_held);
    fake_wait_holding(&fake, 16);
    while (ans_http_figures(http).queued < CLIENTS - 16)
        poll(NULL, 0, 1);
    pthread_t opener;
    int waiting = CLIENTS - 16;
    pthread_create(&opener, NULL, open_when_stopping, &waiting);
    ans_http_stop(http, 50);
    join_clients();
    pthread_join(opener, NULL);
    int answered, refused, broken;
    sum(&answered, &refused, &broken);
    assert_int_equal(broken, 0);
    assert_int_equal(answered, 16);
    assert_int_equal(refused, CLIENTS - 16);
}

static void open_many(int *fds, int count)
{
    for (int i = 0; i < count; i++) {
        fds[i] = client_connect(ans_str_from(where));
        assert_true(fds[i] >= 0);
    }
}

/* The event thread stands still while 128 requests arrive: as many as
 * libmicrohttpd takes at a time, and 0.9.75 would then wait for more. */
static void a_whole_batch_of_requests_is_not_left_lying(void **state)
{
    (void)state;
    enum { COUNT = 129 };
    static struct reply reply;
    int fds[COUNT];
    open_many(fds, COUNT);
    for (int i = 0; i < COUNT; i++) {
        client_send_z(fds[i], "GET /page HTTP/1.1\r\n" HOST "\r\n");
        client_read(fds[i], &reply, false, NULL);
        assert_int_equal(reply.status, 200);
    }
    client_send_z(fds[0], "GET / HTTP/1.1\r\nHost: held.org\r\n\r\n");
    fake_wait_holding(&fake, 1);
    for (int i = 1; i < COUNT; i++)
        client_send_z(fds[i], "GET /page HTTP/1.1\r\n" HOST "\r\n");
    fake_open(&fake);
    for (int i = 0; i < COUNT; i++) {
        client_read(fds[i], &reply, false, NULL);
        assert_int_equal(reply.status, i ? 200 : 421);
    }
    for (int i = 0; i < COUNT; i++) /* not before: an end is an event, too */
        close(fds[i]);
    ans_http_stop(http, 1000);
}

static void more_connections_than_1024_are_turned_away(void **state)
{
    (void)state;
    enum { COUNT = 1024 };
    static struct reply reply;
    static int fds[COUNT];
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur < 3 * COUNT) {
        ans_http_stop(http, 1000);
        skip();
    }
    open_many(fds, COUNT);
    int more = client_connect(ans_str_from(where));
    assert_true(client_is_closed(more));
    close(more);
    for (int i = 0; i < COUNT; i++) {
        client_send_z(fds[i], "GET /page HTTP/1.1\r\n" HOST "\r\n");
        client_read(fds[i], &reply, false, NULL);
        assert_int_equal(reply.status, 200);
    }
    assert_int_equal(ans_http_figures(http).connections, COUNT);
    for (int i = 0; i < COUNT; i++)
        close(fds[i]);
    ans_http_stop(http, 1000);
}

static void a_service_starts_and_stops_idle(void **state)
{
    (void)state;
    int64_t began = ans_clock_steady();
    ans_http_stop(http, 100000);
    ans_http_stop(NULL, 100000);
    assert_true(ans_clock_steady() - began < 50000);
}

#define TEST(test) cmocka_unit_test_setup(test, set_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(thirty_two_who_ask_at_once_cost_one_call),
        TEST(a_stale_page_is_rebuilt_once),
        TEST(suspended_requests_all_come_back),
        TEST(a_stop_under_load_answers_all_it_accepted),
        TEST(a_stop_waits_for_slow_handlers_and_their_queue),
        TEST(a_stop_out_of_time_refuses_what_still_waits),
        TEST(a_service_starts_and_stops_idle),
        cmocka_unit_test_setup(a_whole_batch_of_requests_is_not_left_lying,
                               set_up_one_thread),
        TEST(more_connections_than_1024_are_turned_away),
    };
    return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
