/* Clients that dawdle are cut by the total, however busy they look. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/clock.h"
#include "http/client.h"
#include "http/fake.h"

#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"
#define HOST "Host: example.org\r\n"
#define LONG 600000

static struct fake fake;
static struct ans_http *http;
static struct reply reply;

static void start_with(int headers, int body, int answer, int idle)
{
    struct ans_http_options o = fake_options(&fake);
    struct ans_err err = {0};
    o.headers_ms = headers;
    o.body_ms = body;
    o.answer_ms = answer;
    o.idle_ms = idle;
    http = ans_http_start(&o, &err);
    assert_non_null(http);
}

static int set_up(void **state)
{
    (void)state;
    fake_init(&fake);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fake_open(&fake);
    ans_http_stop(http, 2000);
    return 0;
}

/* Send a byte every few ms until the other side has had enough; returns for
 * how long it went. */
static int64_t dribble(int fd, const char *start, const char *byte)
{
    int64_t began = ans_clock_steady();
    client_send_z(fd, start);
    struct pollfd p = {.fd = fd, .events = POLLIN};
    while (poll(&p, 1, 10) == 0 && ans_clock_steady() - began < PATIENCE)
        client_send_z(fd, byte);
    client_read(fd, &reply, false, NULL);
    return ans_clock_steady() - began;
}

static void headers_must_be_there_in_time(void **state)
{
    (void)state;
    start_with(200, LONG, LONG, LONG);
    int fd = client_connect(ans_http_address(http));
    int64_t took = dribble(fd, "GET /own HTTP/1.1\r\nX: ", "y");
    assert_int_equal(reply.status, 408);
    assert_true(took >= 150);
    assert_true(client_is_closed(fd));
    close(fd);
    assert_int_equal(ans_http_figures(http).cut, 1);
    assert_int_equal(fake.calls, 0);
}

static void a_request_line_must_be_there_in_time(void **state)
{
    (void)state;
    start_with(200, LONG, LONG, LONG);
    int fd = client_connect(ans_http_address(http));
    dribble(fd, "GET /", "a");
    assert_int_equal(reply.status, 0);
    assert_true(reply.closed);
    close(fd);
    fd = client_connect(ans_http_address(http));
    assert_true(client_is_closed(fd)); /* who says nothing at all */
    close(fd);
}

static void say(void *context, int status, struct ans_str host,
                struct ans_str target, struct ans_buf *out)
{
    (void)context;
    ans_buf_printf(out, "%d %.*s %.*s\n", status, ANS_STR_ARG(host),
                   ANS_STR_ARG(target));
}

static void who_was_cut_is_told_so_with_every_header(void **state)
{
    (void)state;
    static const struct {
        const char *start, *byte, *said;
    } cases[] = {
        {"GET /own HTTP/1.1\r\nX: ", "y", "408  \n"},
        {"POST /form?a HTTP/1.1\r\n" HOST FORM
         "Content-Length: 60000\r\n\r\na=",
         "b", "408 example.org /form?a\n"},
    };
    struct ans_http_options o = fake_options(&fake);
    struct ans_err err = {0};
    o.headers_ms = 200;
    o.body_ms = 200;
    o.refusal = say;
    http = ans_http_start(&o, &err);
    assert_non_null(http);
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        int fd = client_connect(ans_http_address(http));
        char value[256];
        dribble(fd, cases[i].start, cases[i].byte);
        assert_int_equal(reply.status, 408);
        assert_string_equal(reply_header(&reply, "Referrer-Policy", value),
                            "same-origin");
        assert_int_equal(reply.body_len, strlen(cases[i].said));
        assert_memory_equal(reply.bytes + reply.head_len, cases[i].said,
                            reply.body_len);
        close(fd);
    }
}

static void a_body_must_be_there_in_time(void **state)
{
    (void)state;
    start_with(LONG, 200, LONG, LONG);
    int fd = client_connect(ans_http_address(http));
    int64_t took = dribble(fd,
                           "POST /form HTTP/1.1\r\n" HOST FORM
                           "Content-Length: 60000\r\n\r\na=",
                           "b");
    assert_int_equal(reply.status, 408);
    assert_true(took >= 150);
    close(fd);
    fd = client_connect(ans_http_address(http));
    dribble(fd,
            "POST /form HTTP/1.1\r\n" HOST FORM
            "Transfer-Encoding: chunked\r\n\r\n",
            "1\r\nb\r\n");
    assert_int_equal(reply.status, 408);
    close(fd);
    assert_int_equal(fake.calls, 0);
}

static void an_answer_must_be_taken_in_time(void **state)
{
    (void)state;
    start_with(LONG, LONG, 300, LONG);
    int fd = client_connect(ans_http_address(http));
    int small = 4096;
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof(small));
    static char text[20000];
    size_t n = 0;
    for (int i = 0; i < 200; i++)
        n += (size_t)sprintf(text + n, "GET /big HTTP/1.1\r\n" HOST "\r\n");
    client_send(fd, text, n);
    while (!ans_http_figures(http).cut)
        poll(NULL, 0, 5); /* and not a byte is read */
    close(fd);
    while (ans_http_figures(http).connections)
        poll(NULL, 0, 5);
}

static void a_handler_that_hangs_does_not_hold_the_client(void **state)
{
    (void)state;
    start_with(LONG, LONG, 200, LONG);
    int fd = client_connect(ans_http_address(http));
    client_send_z(fd, "GET /own/held HTTP/1.1\r\n" HOST "\r\n");
    assert_true(client_is_closed(fd));
    close(fd);
    assert_int_equal(ans_http_figures(http).connections, 1);
    fake_open(&fake);
    while (ans_http_figures(http).connections)
        poll(NULL, 0, 5);
}

static void between_requests_a_connection_may_rest_for_a_while(void **state)
{
    (void)state;
    start_with(LONG, LONG, LONG, 1000);
    int fd = client_connect(ans_http_address(http));
    for (int i = 0; i < 3; i++) {
        client_send_z(fd, "GET /page HTTP/1.1\r\n" HOST "\r\n");
        client_read(fd, &reply, false, NULL);
        assert_int_equal(reply.status, 200);
    }
    int64_t began = ans_clock_steady();
    assert_true(client_is_closed(fd));
    assert_true(ans_clock_steady() - began >= 700);
    close(fd);
    assert_int_equal(ans_http_figures(http).cut, 0);
}

static void the_second_request_has_its_own_time(void **state)
{
    (void)state;
    start_with(1000, LONG, LONG, LONG);
    int fd = client_connect(ans_http_address(http));
    client_send_z(fd, "GET /page HTTP/1.1\r\n" HOST "\r\n");
    client_read(fd, &reply, false, NULL);
    assert_int_equal(reply.status, 200);
    dribble(fd, "GET /own HTTP/1.1\r\nX: ", "y");
    assert_int_equal(reply.status, 408);
    close(fd);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(headers_must_be_there_in_time),
        TEST(a_request_line_must_be_there_in_time),
        TEST(who_was_cut_is_told_so_with_every_header),
        TEST(a_body_must_be_there_in_time),
        TEST(an_answer_must_be_taken_in_time),
        TEST(a_handler_that_hangs_does_not_hold_the_client),
        TEST(between_requests_a_connection_may_rest_for_a_while),
        TEST(the_second_request_has_its_own_time),
    };
    return cmocka_run_group_tests_name("deadlines", tests, NULL, NULL);
}
