#include <zlib.h>

#include "http/service.h"

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
    };
    return cmocka_run_group_tests_name("service", tests, NULL, NULL);
}
