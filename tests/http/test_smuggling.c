/* What must not pass, sent as bytes over a socket. After a refusal the
 * connection ends: whatever came behind is never read as a request. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "http/client.h"
#include "http/fake.h"

static struct fake fake;
static struct ans_http *http;
static struct reply reply;

static int start(void **state)
{
    (void)state;
    struct ans_err err = {0};
    fake_init(&fake);
    struct ans_http_options o = fake_options(&fake);
    http = ans_http_start(&o, &err);
    return http ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    ans_http_stop(http, 1000);
    return 0;
}

#define FORM   "Content-Type: application/x-www-form-urlencoded\r\n"
#define HIDDEN "GET /own/hidden HTTP/1.1\r\nHost: example.org\r\n\r\n"
#define HOST   "Host: example.org\r\n"

static const struct {
    const char *why;
    int status; /* 0: the library closes without a word */
    const char *bytes;
    size_t len;
} cases[] = {
#define BYTES(text) text, sizeof(text) - 1
    {"both lengths", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM "Content-Length: 5\r\n"
           "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" HIDDEN)},
    {"two lengths", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM "Content-Length: 0\r\n"
           "Content-Length: 49\r\n\r\n" HIDDEN)},
    {"two equal lengths", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM "Content-Length: 3\r\n"
           "Content-Length: 3\r\n\r\na=1" HIDDEN)},
    {"a length with a sign", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Content-Length: +3\r\n\r\na=1" HIDDEN)},
    {"a length with a blank behind", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Content-Length: 3 \r\n\r\na=1" HIDDEN)},
    {"a length with a blank inside", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Content-Length: 3 3\r\n\r\na=1" HIDDEN)},
    {"a length past 64 bits", 413,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Content-Length: 18446744073709551617\r\n\r\na" HIDDEN)},
    {"a blank before the colon", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Content-Length : 3\r\n\r\na=1" HIDDEN)},
    {"a tab before the colon", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n" HIDDEN)},
    {"identity", 400,
     BYTES(
         "POST /form HTTP/1.1\r\n" HOST FORM
         "Transfer-Encoding: identity\r\nContent-Length: 3\r\n\r\na=1" HIDDEN)},
    {"xchunked", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" HIDDEN)},
    {"chunked with a blank behind", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Transfer-Encoding: chunked \r\n\r\n0\r\n\r\n" HIDDEN)},
    {"chunked twice", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM "Transfer-Encoding: chunked\r\n"
           "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n" HIDDEN)},
    {"chunked in HTTP/1.0", 400,
     BYTES("POST /form HTTP/1.0\r\n" HOST FORM
           "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" HIDDEN)},
    {"a chunk size that is none", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n" HIDDEN)},
    {"a chunk size with 0x", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Transfer-Encoding: chunked\r\n\r\n0x3\r\na=1\r\n0\r\n\r\n" HIDDEN)},
    {"a negative chunk", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Transfer-Encoding: chunked\r\n\r\n-3\r\na=1\r\n0\r\n\r\n" HIDDEN)},
    {"a chunk longer than said", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Transfer-Encoding: chunked\r\n\r\n2\r\na=1\r\n0\r\n\r\n" HIDDEN)},
    {"a chunk past 64 bits", 413,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM "Transfer-Encoding: chunked\r\n"
           "\r\n10000000000000003\r\na=1\r\n0\r\n\r\n" HIDDEN)},
    {"GET with a body", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "Content-Length: 49\r\n\r\n" HIDDEN)},
    {"two hosts", 400, BYTES("GET /own HTTP/1.1\r\n" HOST HOST "\r\n" HIDDEN)},
    {"no host", 400, BYTES("GET /own HTTP/1.1\r\n\r\n" HIDDEN)},
    {"no host in HTTP/1.0", 400, BYTES("GET /own HTTP/1.0\r\n\r\n" HIDDEN)},
    {"a folded header", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "A: b\r\n c\r\nD: e\r\n\r\n" HIDDEN)},
    {"a folded last header", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "A: b\r\n\tc\r\n\r\n" HIDDEN)},
    {"a folded host", 400,
     BYTES("GET /own HTTP/1.1\r\nHost:\r\n example.org\r\n\r\n" HIDDEN)},
    {"a folded first line", 400,
     BYTES("GET /own HTTP/1.1\r\n X: y\r\n" HOST "\r\n" HIDDEN)},
    {"a header without a colon", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "nonsense\r\n\r\n" HIDDEN)},
    {"a NUL in a value", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "A: b\0c\r\n\r\n" HIDDEN)},
    {"a NUL in a name", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "A\0: b\r\n\r\n" HIDDEN)},
    {"a NUL for the end of the headers", 400,
     BYTES("POST /form HTTP/1.1\r\n" HOST FORM
           "Content-Length: 0\r\n\0\r\n" HIDDEN)},
    {"a NUL in the target", 400,
     BYTES("GET /own\0x HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"a NUL in the method", 400,
     BYTES("GET\0 /own HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"a bare LF between headers", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "A: b\nC: d\r\n\r\n" HIDDEN)},
    {"bare LFs everywhere", 400,
     BYTES("GET /own HTTP/1.1\nHost: example.org\n\n" HIDDEN)},
    {"a bare LF behind the request line", 400,
     BYTES("GET /own HTTP/1.1\n" HOST "\r\n" HIDDEN)},
    {"a bare LF for the empty line", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "\n" HIDDEN)},
    {"a bare CR in a value", 400,
     BYTES("GET /own HTTP/1.1\r\n" HOST "A: b\rC: d\r\n\r\n" HIDDEN)},
    {"an absolute target", 400,
     BYTES("GET http://example.org/own HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"a target with a space", 400,
     BYTES("GET /own x HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"two spaces before the target", 400,
     BYTES("GET  /own HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"a tab for a space", 0,
     BYTES("GET\t/own\tHTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"%00 in the target", 400,
     BYTES("GET /own%00 HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"%00 in the query", 400,
     BYTES("GET /own?a=%00 HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"up", 400, BYTES("GET /own/%2e%2e/x HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"up behind a query mark", 200,
     BYTES("GET /own?/../x HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n")},
    {"an unknown method", 501,
     BYTES("BREW /own HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"a known method", 405,
     BYTES("DELETE /own HTTP/1.1\r\n" HOST "\r\n" HIDDEN)},
    {"a host that is not served, posted", 421,
     BYTES("POST /form HTTP/1.1\r\nHost: evil.org\r\n" FORM
           "Content-Length: 3\r\n\r\na=1" HIDDEN)},
    {"HTTP/1.2", 400, BYTES("GET /own HTTP/1.2\r\n" HOST "\r\n" HIDDEN)},
#undef BYTES
};

/* The status of what comes first, the end of the connection, and that nobody
 * ever asked the handler for "hidden". */
static void what_is_hidden_behind_a_refusal_is_never_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        int before = fake.calls;
        int fd = client_connect(ans_http_address(http));
        assert_true(client_send(fd, cases[i].bytes, cases[i].len));
        size_t extra = 0;
        client_read(fd, &reply, false, &extra);
        if (reply.status != cases[i].status)
            fail_msg("%s: %d instead of %d", cases[i].why, reply.status,
                     cases[i].status);
        size_t have = reply.head_len + reply.body_len + extra;
        while (!reply.closed && client_more(fd, &reply, &have))
            continue;
        if (!reply.closed)
            fail_msg("%s: the connection stays open", cases[i].why);
        if (strstr(reply.bytes, "hidden"))
            fail_msg("%s: the hidden request was answered", cases[i].why);
        assert_int_equal(fake.calls, before + (reply.status == 200));
        close(fd);
    }
}

static void a_chunked_form_arrives_whole(void **state)
{
    (void)state;
    client_ask_z(ans_http_address(http),
                 "POST /form HTTP/1.1\r\n" HOST FORM
                 "Transfer-Encoding: chunked\r\n\r\n"
                 "2\r\na=\r\n5;x=y\r\n1&b=2\r\n0\r\nT: railer\r\n\r\n",
                 &reply);
    assert_int_equal(reply.status, 200);
    assert_string_equal(reply.bytes + reply.head_len, "a=1\nb=2\n");
}

static void send_sized(size_t target, size_t header, size_t headers)
{
    static char bytes[200 * 1024];
    size_t n = (size_t)sprintf(bytes, "GET /own");
    memset(bytes + n, 'a', target);
    n += target;
    n += (size_t)sprintf(bytes + n, " HTTP/1.1\r\n" HOST);
    for (size_t i = 0; i < headers; i++) {
        n += (size_t)sprintf(bytes + n, "X-%zu: ", i);
        memset(bytes + n, 'v', header);
        n += header;
        n += (size_t)sprintf(bytes + n, "\r\n");
    }
    n += (size_t)sprintf(bytes + n, "\r\n");
    client_ask(ans_http_address(http), bytes, n, &reply);
}

static void long_targets_and_headers_are_refused_by_name(void **state)
{
    (void)state;
    static const struct {
        size_t target, header, headers;
        int status;
    } sizes[] = {
        {0, 1, 1, 200},     {2000, 1, 1, 200},   {2045, 1, 1, 414},
        {8000, 1, 1, 414},  {60000, 1, 1, 414},  {0, 1, 63, 200},
        {0, 1, 64, 431},    {0, 1, 90, 431},     {0, 200, 63, 200},
        {0, 16000, 1, 200}, {0, 16384, 1, 431},  {0, 4096, 4, 431},
        {0, 60000, 1, 431}, {0, 1000, 100, 431}, {0, 1, 4000, 431},
    };
    for (size_t i = 0; i < ANS_COUNT(sizes); i++) {
        send_sized(sizes[i].target, sizes[i].header, sizes[i].headers);
        if (reply.status != sizes[i].status)
            fail_msg("%zu, %zu x %zu: %d instead of %d", sizes[i].target,
                     sizes[i].headers, sizes[i].header, reply.status,
                     sizes[i].status);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_hidden_behind_a_refusal_is_never_read),
        cmocka_unit_test(a_chunked_form_arrives_whole),
        cmocka_unit_test(long_targets_and_headers_are_refused_by_name),
    };
    return cmocka_run_group_tests_name("smuggling", tests, start, stop);
}
