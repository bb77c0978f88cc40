#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <zlib.h>

#include "base/text.h"
#include "http/client.h"
#include "http/fake.h"

static struct fake fake;
static struct ans_http *http;
static struct reply reply;
static char value[256];

#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"
#define HOST "Host: example.org\r\n"

static void start_with(struct ans_http_options o)
{
    struct ans_err err = {0};
    http = ans_http_start(&o, &err);
    if (!http)
        fail_msg("%s", err.text);
}

static int set_up(void **state)
{
    (void)state;
    fake_init(&fake);
    http = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fake_open(&fake);
    ans_http_stop(http, 2000);
    return 0;
}

static void ask(const char *text)
{
    client_ask_z(ans_http_address(http), text, &reply);
}

static void get(const char *target, const char *more)
{
    char text[1024];
    snprintf(text, sizeof(text), "GET %s HTTP/1.1\r\n" HOST "%s\r\n", target,
             more);
    ask(text);
}

static const char *header(const char *name)
{
    return reply_header(&reply, name, value);
}

static void a_page_is_built_once_and_then_kept(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    for (int i = 0; i < 5; i++) {
        get("/page", "");
        assert_int_equal(reply.status, 200);
        assert_non_null(strstr(reply.bytes, "0 /page host example.org"));
        assert_string_equal(header("Cache-Control"), "no-cache");
    }
    assert_int_equal(fake.calls, 1);
    assert_int_equal(ans_http_figures(http).cache_hits, 4);
    assert_true(ans_http_figures(http).cache_bytes > 1000);
    get("/page?x=1", "");
    get("/page?x=2", "");
    assert_int_equal(fake.calls, 3);
}

static void a_change_builds_the_page_anew(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    get("/page", "");
    assert_non_null(strstr(reply.bytes, "gen 1\n"));
    atomic_store(&fake.generation, 2);
    get("/page", "");
    assert_non_null(strstr(reply.bytes, "gen 2\n"));
    get("/page", "");
    assert_int_equal(fake.calls, 2);
}

/* A page may hold links with the authority, so each has its own. */
static void one_authority_never_gets_the_page_of_another(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    ask("GET /page HTTP/1.1\r\nHost: Example.ORG\r\n\r\n");
    ask("GET /page HTTP/1.1\r\nHost: example.org\r\n\r\n");
    assert_int_equal(fake.calls, 1);
    ask("GET /page HTTP/1.1\r\nHost: example.org:81\r\n\r\n");
    assert_int_equal(fake.calls, 2);
    ask("GET /page HTTP/1.1\r\nHost: other.org\r\n\r\n");
    assert_int_equal(reply.status, 421);
    assert_int_equal(fake.calls, 2);
}

static void a_form_is_decoded_and_its_answer_never_kept(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    for (int i = 0; i < 2; i++) {
        ask("POST /form HTTP/1.1\r\n" HOST FORM
            "Content-Length: 17\r\n\r\na=%C3%A5+b&a=&c=1");
        assert_int_equal(reply.status, 200);
        assert_string_equal(reply.bytes + reply.head_len,
                            "a=\xc3\xa5 b\na=\nc=1\n");
        assert_string_equal(header("Cache-Control"), "no-store");
        assert_string_equal(header("ETag"), "");
    }
    assert_int_equal(fake.calls, 2);
}

static void post(const char *body, size_t len)
{
    static char text[80 * 1024];
    size_t n = (size_t)sprintf(
        text, "POST /form HTTP/1.1\r\n" HOST FORM "Content-Length: %zu\r\n\r\n",
        len);
    memcpy(text + n, body, len);
    client_ask(ans_http_address(http), text, n + len, &reply);
}

static void a_handler_is_told_what_is_wrong_with_a_form(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    static char body[70 * 1024];
    post("a=%zz", 5);
    assert_int_equal(reply.status, 400);
    post("%ff=1", 5);
    assert_int_equal(reply.status, 400);
    post("a=%ff", 5); /* its handler can say so beside the field */
    assert_int_equal(reply.status, 200);
    assert_non_null(strstr(reply.bytes + reply.head_len, ANS_TEXT_LOST));

    memset(body, 'v', sizeof(body));
    memcpy(body, "a=", 2);
    post(body, 2 + 16 * 1024);
    assert_int_equal(reply.status, 200);
    post(body, 2 + 16 * 1024 + 1);
    assert_int_equal(reply.status, 422);

    for (size_t i = 0; i < 257; i++)
        memcpy(body + 4 * i, "a=1&", 4);
    post(body, 4 * 256 - 1);
    assert_int_equal(reply.status, 200);
    post(body, 4 * 257 - 1);
    assert_int_equal(reply.status, 422);

    memset(body, 'n', 65);
    memcpy(body + 65, "=1", 2);
    post(body, 67);
    assert_int_equal(reply.status, 422);
}

static void a_body_too_large_is_refused_before_it_is_read(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    /* not a byte of the body is sent, nor "100 Continue" answered */
    ask("POST /form HTTP/1.1\r\n" HOST FORM "Content-Length: 65537\r\n"
        "Expect: 100-continue\r\n\r\n");
    assert_int_equal(reply.status, 413);
    assert_string_equal(header("Connection"), "close");
    ask("POST /form HTTP/1.1\r\n" HOST "Content-Type: text/plain\r\n"
        "Content-Length: 3\r\n\r\n");
    assert_int_equal(reply.status, 415);
    assert_int_equal(fake.calls, 0);
}

static void a_chunked_body_is_refused_when_it_gets_too_large(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    int fd = client_connect(ans_http_address(http));
    client_send_z(fd, "POST /form HTTP/1.1\r\n" HOST FORM
                      "Transfer-Encoding: chunked\r\n\r\n");
    static char chunk[4096 + 16];
    size_t n = (size_t)sprintf(chunk, "1000\r\n");
    memset(chunk + n, 'a', 4096);
    memcpy(chunk + n + 4096, "\r\n", 2);
    for (int i = 0; i < 17; i++)
        client_send(fd, chunk, n + 4096 + 2);
    client_read(fd, &reply, false, NULL);
    assert_int_equal(reply.status, 413);
    assert_string_equal(header("Connection"), "close");
    close(fd);
    assert_int_equal(fake.calls, 0);
}

static void who_waits_for_100_is_told_to_continue(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    int fd = client_connect(ans_http_address(http));
    client_send_z(fd, "POST /form HTTP/1.1\r\n" HOST FORM
                      "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    size_t extra = 0;
    client_read(fd, &reply, true, &extra);
    assert_int_equal(reply.status, 100);
    client_shift(&reply, extra);
    client_send_z(fd, "a=1");
    client_read(fd, &reply, false, &extra);
    assert_int_equal(reply.status, 200);
    close(fd);
}

static void head_is_get_without_the_body(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    char length[256];
    get("/page", "");
    strcpy(length, header("Content-Length"));
    static const char *const targets[] = {"/page", "/page?fresh", "/own"};
    for (size_t i = 0; i < ANS_COUNT(targets); i++) {
        char text[256];
        snprintf(text, sizeof(text),
                 "HEAD %s HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n",
                 targets[i]);
        int fd = client_connect(ans_http_address(http));
        client_send_z(fd, text);
        client_read(fd, &reply, true, NULL);
        assert_int_equal(reply.status, 200);
        assert_true(atoi(header("Content-Length")) > 1000);
        assert_true(client_is_closed(fd));
        close(fd);
    }
    ask("HEAD /page HTTP/1.1\r\n" HOST "\r\n");
    assert_string_equal(header("Content-Length"), length);
}

static void who_has_the_page_gets_304(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    static const char *const targets[] = {"/page", "/short"};
    static const char *const accepts[] = {"", "Accept-Encoding: gzip\r\n",
                                          "Accept-Encoding: br\r\n"};
    char seen[3][256];
    for (size_t t = 0; t < 2; t++)
        for (size_t a = 0; a < 3; a++) {
            char more[900];
            get(targets[t], accepts[a]);
            strcpy(seen[a], header("ETag"));
            assert_true(seen[a][0] == '"');
            snprintf(more, sizeof(more), "%sIf-None-Match: \"x\", W/%s\r\n",
                     accepts[a], seen[a]);
            get(targets[t], more);
            assert_int_equal(reply.status, 304);
            assert_string_equal(header("ETag"), seen[a]);
            assert_string_equal(header("Vary"), "Accept-Encoding");
        }
    assert_string_not_equal(seen[0], seen[1]);
    atomic_store(&fake.generation, 9);
    char more[300];
    get("/page", "");
    snprintf(more, sizeof(more), "If-None-Match: %s\r\n", header("ETag"));
    atomic_store(&fake.generation, 10);
    get("/page", more);
    assert_int_equal(reply.status, 200);
}

static void a_page_comes_in_the_encoding_asked_for(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    get("/page", "Accept-Encoding: gzip\r\n");
    assert_string_equal(header("Content-Encoding"), "gzip");
    static char out[8192];
    z_stream z = {.next_in = (z_const Bytef *)reply.bytes + reply.head_len,
                  .avail_in = (uInt)reply.body_len,
                  .next_out = (Bytef *)out,
                  .avail_out = sizeof(out)};
    assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    inflateEnd(&z);
    assert_memory_equal(out, "0 /page host", 12);
    get("/page", "Accept-Encoding: gzip, deflate, br\r\n");
    assert_string_equal(header("Content-Encoding"), "br");
    get("/page", "");
    assert_string_equal(header("Content-Encoding"), "");
    assert_int_equal(fake.calls, 1);
    get("/own", "Accept-Encoding: br, gzip\r\n");
    assert_string_equal(header("Content-Encoding"), "gzip");
    get("/own", "Accept-Encoding: br\r\n");
    assert_string_equal(header("Content-Encoding"), "");
}

static void every_answer_carries_the_usual_headers(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    static const char *const requests[] = {
        "GET /page HTTP/1.1\r\n" HOST "\r\n",
        "GET /page HTTP/1.1\r\n" HOST "\r\n",
        "GET /missing HTTP/1.1\r\n" HOST "\r\n",
        "GET /%00 HTTP/1.1\r\n" HOST "\r\n",
        "GET / HTTP/1.1\r\nHost: evil.org\r\n\r\n",
        "PUT / HTTP/1.1\r\n" HOST "\r\n",
    };
    for (size_t i = 0; i < ANS_COUNT(requests); i++) {
        ask(requests[i]);
        assert_non_null(strstr(header("Content-Security-Policy"),
                               "default-src 'none'; script-src 'self'"));
        assert_string_equal(header("X-Content-Type-Options"), "nosniff");
        assert_string_equal(header("Referrer-Policy"), "same-origin");
        assert_string_equal(header("Cross-Origin-Opener-Policy"),
                            "same-origin");
        assert_string_equal(header("Strict-Transport-Security"), "");
        assert_string_not_equal(header("Date"), "");
        assert_string_not_equal(header("Cache-Control"), "");
    }
    assert_string_equal(header("Allow"), "GET, HEAD, POST");
}

static void requests_in_a_row_are_answered_in_order(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    static char text[16 * 1024];
    enum { COUNT = 100 };
    size_t n = 0;
    for (int i = 0; i < COUNT; i++)
        n += (size_t)sprintf(text + n, "GET /%s?%d HTTP/1.1\r\n" HOST "\r\n",
                             i % 3 == 0   ? "own"
                             : i % 3 == 1 ? "page"
                                          : "short",
                             i % 3 == 1 ? 0 : i);
    int fd = client_connect(ans_http_address(http));
    assert_true(client_send(fd, text, n));
    size_t extra = 0;
    for (int i = 0; i < COUNT; i++) {
        char want[32];
        client_read(fd, &reply, false, &extra);
        assert_int_equal(reply.status, 200);
        snprintf(want, sizeof(want), "?%d host", i % 3 == 1 ? 0 : i);
        assert_non_null(strstr(reply.bytes, want));
        client_shift(&reply, extra);
    }
    close(fd);
}

static void a_connection_ends_with_its_thousandth_answer(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    int fd = client_connect(ans_http_address(http));
    for (int i = 1; i <= 1000; i++) {
        client_send_z(fd, "GET /page HTTP/1.1\r\n" HOST "\r\n");
        client_read(fd, &reply, false, NULL);
        assert_int_equal(reply.status, 200);
        assert_string_equal(header("Connection"), i == 1000 ? "close" : "");
        assert_non_null(strstr(reply.bytes, "0 /page host"));
    }
    assert_true(client_is_closed(fd));
    close(fd);
}

static void an_address_may_have_so_many_connections(void **state)
{
    (void)state;
    struct ans_http_options o = fake_options(&fake);
    o.per_address = 3;
    start_with(o);
    int fds[3];
    for (int i = 0; i < 3; i++) {
        fds[i] = client_connect(ans_http_address(http));
        client_send_z(fds[i], "GET /page HTTP/1.1\r\n" HOST "\r\n");
        client_read(fds[i], &reply, false, NULL);
        assert_int_equal(reply.status, 200);
    }
    int more = client_connect(ans_http_address(http));
    assert_true(client_is_closed(more));
    close(more);
    for (int i = 0; i < 3; i++)
        close(fds[i]);
    while (ans_http_figures(http).connections)
        poll(NULL, 0, 1);
    get("/page", "");
    assert_int_equal(reply.status, 200);
}

static void behind_a_proxy_the_forwarded_address_counts(void **state)
{
    (void)state;
    struct ans_http_options o = fake_options(&fake);
    o.proxy = "127.0.0.1";
    o.per_address = 1;
    o.workers = 4;
    start_with(o);
    get("/own", "X-Forwarded-For: 1.1.1.1, 192.0.2.7\r\n"
                "X-Forwarded-Proto: https\r\n");
    assert_non_null(strstr(reply.bytes, "client 192.0.2.7 secure"));
    assert_string_not_equal(header("Strict-Transport-Security"), "");
    get("/page", "X-Forwarded-Proto: https\r\n");
    assert_string_not_equal(header("Strict-Transport-Security"), "");
    get("/page", "");
    assert_string_equal(header("Strict-Transport-Security"), "");

    int held = client_connect(ans_http_address(http));
    client_send_z(held, "GET /own/held HTTP/1.1\r\n" HOST
                        "X-Forwarded-For: 192.0.2.7\r\n\r\n");
    fake_wait_holding(&fake, 1);
    get("/own", "X-Forwarded-For: 192.0.2.7\r\n");
    assert_int_equal(reply.status, 429);
    get("/own", "X-Forwarded-For: 192.0.2.8\r\n");
    assert_int_equal(reply.status, 200);
    fake_open(&fake);
    client_read(held, &reply, false, NULL);
    assert_int_equal(reply.status, 200);
    close(held);
}

static void without_a_proxy_nobody_is_believed(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    get("/own", "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\n");
    assert_non_null(strstr(reply.bytes, "client 127.0.0.1 plain"));
}

static void an_address_may_post_so_often(void **state)
{
    (void)state;
    struct ans_http_options o = fake_options(&fake);
    o.post_rate = 3;
    start_with(o);
    for (int i = 0; i < 3; i++) {
        post("a=1", 3);
        assert_int_equal(reply.status, 200);
    }
    post("a=1", 3);
    assert_int_equal(reply.status, 429);
    assert_in_range(atoi(header("Retry-After")), 1, 21);
    get("/own", "");
    assert_int_equal(reply.status, 200);
}

static void a_full_queue_says_try_again(void **state)
{
    (void)state;
    struct ans_http_options o = fake_options(&fake);
    o.workers = 1;
    start_with(o);
    enum { ALL = 1 + 32 };
    int fds[ALL];
    for (int i = 0; i < ALL; i++) {
        char text[128];
        snprintf(text, sizeof(text),
                 "GET /own/held/%d HTTP/1.1\r\n" HOST "\r\n", i);
        fds[i] = client_connect(ans_http_address(http));
        client_send_z(fds[i], text);
        if (i == 0)
            fake_wait_holding(&fake, 1);
    }
    while (ans_http_figures(http).queued < 32)
        poll(NULL, 0, 1);
    get("/own", "");
    assert_int_equal(reply.status, 503);
    assert_string_equal(header("Retry-After"), "1");
    fake_open(&fake);
    for (int i = 0; i < ALL; i++) {
        client_read(fds[i], &reply, false, NULL);
        assert_int_equal(reply.status, 200);
        close(fds[i]);
    }
}

static void a_taken_port_is_a_conflict(void **state)
{
    (void)state;
    start_with(fake_options(&fake));
    char address[64];
    snprintf(address, sizeof(address), "%.*s",
             ANS_STR_ARG(ans_http_address(http)));
    struct ans_http_options o = fake_options(&fake);
    struct ans_err err = {0};
    o.listen = address;
    assert_null(ans_http_start(&o, &err));
    assert_int_equal(err.kind, ANS_ERR_CONFLICT);
    o.listen = "127.0.0.1:0";
    o.proxy = "the.proxy";
    assert_null(ans_http_start(&o, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_page_is_built_once_and_then_kept),
        TEST(a_change_builds_the_page_anew),
        TEST(one_authority_never_gets_the_page_of_another),
        TEST(a_form_is_decoded_and_its_answer_never_kept),
        TEST(a_handler_is_told_what_is_wrong_with_a_form),
        TEST(a_body_too_large_is_refused_before_it_is_read),
        TEST(a_chunked_body_is_refused_when_it_gets_too_large),
        TEST(who_waits_for_100_is_told_to_continue),
        TEST(head_is_get_without_the_body),
        TEST(who_has_the_page_gets_304),
        TEST(a_page_comes_in_the_encoding_asked_for),
        TEST(every_answer_carries_the_usual_headers),
        TEST(requests_in_a_row_are_answered_in_order),
        TEST(a_connection_ends_with_its_thousandth_answer),
        TEST(an_address_may_have_so_many_connections),
        TEST(behind_a_proxy_the_forwarded_address_counts),
        TEST(without_a_proxy_nobody_is_believed),
        TEST(an_address_may_post_so_often),
        TEST(a_full_queue_says_try_again),
        TEST(a_taken_port_is_a_conflict),
    };
    return cmocka_run_group_tests_name("service", tests, NULL, NULL);
}
