#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "http/gate.h"

#define MOST_LINES 80

struct header {
    const char *name, *value;
};

/* Judge a request without the check of places in memory. */
static struct ans_gate_verdict judge(const char *method, const char *target,
                                     const char *version,
                                     const struct header *headers)
{
    struct ans_gate_line line = {
        .method = ans_str_from(method),
        .target = ans_str_from(target),
        .version = ans_str_from(version),
        .bytes = 100,
    };
    struct ans_gate g;
    ans_gate_begin(&g, &line);
    for (size_t i = 0; headers[i].name; i++)
        ans_gate_header(&g, ans_str_from(headers[i].name),
                        ans_str_from(headers[i].value));
    return ans_gate_judge(&g, &line);
}

#define FORM "application/x-www-form-urlencoded"

/* clang-format off */
static const struct {
    const char *why;
    int status;
    const char *method, *target, *version;
    struct header headers[8];
} cases[] = {
#define HOST {"Host", "example.org"}
    {"a plain GET", 0, "GET", "/", "HTTP/1.1", {HOST}},
    {"HEAD", 0, "HEAD", "/a?b=c", "HTTP/1.1", {HOST}},
    {"the old version", 0, "GET", "/", "HTTP/1.0", {HOST}},
    {"an empty body said", 0, "GET", "/", "HTTP/1.1",
     {HOST, {"Content-Length", "0"}}},
    {"a form", 0, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "3"}}},
    {"a form with a charset", 0, "POST", "/", "HTTP/1.1",
     {HOST, {"content-type", FORM "; charset=utf-8"}, {"content-length", "3"}}},
    {"a chunked form", 0, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", "chunked"}}},
    {"a form that waits for 100", 0, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "3"},
      {"Expect", "100-continue"}}},
    {"blanks behind a value", 0, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM " \t"}, {"Content-Length", "3"}}},
    {"as large as may be", 0, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "65536"}}},
    {"a value past ASCII", 0, "GET", "/", "HTTP/1.1",
     {HOST, {"User-Agent", "br\xc3\xa5"}}},
    {"several of a kind that may be", 0, "GET", "/", "HTTP/1.1",
     {HOST, {"Accept", "a/b"}, {"Accept", "c/d"}}},
    {"one byte too large", 413, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "65537"}}},
    {"far too large", 413, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "999999999999999999"}}},
    {"another type", 415, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", "multipart/form-data; boundary=x"},
      {"Content-Length", "3"}}},
    {"no type", 415, "POST", "/", "HTTP/1.1", {HOST, {"Content-Length", "3"}}},
    {"a type that only begins so", 415, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM "x"}, {"Content-Length", "3"}}},
    {"another expectation", 417, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Expect", "200-ok"}}},
    {"Host twice", 400, "GET", "/", "HTTP/1.1", {HOST, HOST}},
    {"Content-Length twice", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "3"},
      {"Content-Length", "3"}}},
    {"Content-Length in two spellings", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "3"},
      {"content-LENGTH", "30"}}},
    {"Content-Type twice", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Type", FORM}}},
    {"Cookie twice", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"Cookie", "a=b"}, {"Cookie", "c=d"}}},
    {"Transfer-Encoding twice", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", "chunked"},
      {"Transfer-Encoding", "chunked"}}},
    {"both lengths", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "3"},
      {"Transfer-Encoding", "chunked"}}},
    {"another coding", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", "identity"}}},
    {"two codings", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", "gzip, chunked"}}},
    {"a coding that only begins so", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", "chunkedx"}}},
    {"a coding with a blank behind", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", "chunked "}}},
    {"an empty coding", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", ""}}},
    {"a coding in the old version", 400, "POST", "/", "HTTP/1.0",
     {HOST, {"Content-Type", FORM}, {"Transfer-Encoding", "chunked"}}},
    {"a length with a sign", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "+3"}}},
    {"a negative length", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "-3"}}},
    {"a list of lengths", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "3, 3"}}},
    {"a length in hex", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", "0x3"}}},
    {"an empty length", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM}, {"Content-Length", ""}}},
    {"a length past 64 bits", 400, "POST", "/", "HTTP/1.1",
     {HOST, {"Content-Type", FORM},
      {"Content-Length", "18446744073709551617"}}},
    {"GET with a body", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"Content-Length", "3"}}},
    {"GET with chunks", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"Transfer-Encoding", "chunked"}}},
    {"a blank before the colon", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"Content-Length ", "3"}}},
    {"a folded first line", 400, "GET", "/", "HTTP/1.1",
     {{" Host", "example.org"}}},
    {"no name", 400, "GET", "/", "HTTP/1.1", {HOST, {"", "x"}}},
    {"a name past ASCII", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"\xc3\xa5", ""}}},
    {"CR in a value", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"A", "b\rContent-Length: 3"}}},
    {"a control character far into a value", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"A", "0123456789abcdef\x01"}}},
    {"DEL in a value", 400, "GET", "/", "HTTP/1.1",
     {HOST, {"A", "01234567\x7f"}}},
    {"a tab in a value", 0, "GET", "/", "HTTP/1.1",
     {HOST, {"A", "01234567\t89abcdef"}}},
    {"no Host", 400, "GET", "/", "HTTP/1.1", {{"Accept", "a/b"}}},
    {"an empty Host", 400, "GET", "/", "HTTP/1.1", {{"Host", ""}}},
    {"a user in Host", 400, "GET", "/", "HTTP/1.1", {{"Host", "a@b.org"}}},
    {"a path in Host", 400, "GET", "/", "HTTP/1.1", {{"Host", "b.org/x"}}},
    {"an escape in Host", 400, "GET", "/", "HTTP/1.1", {{"Host", "b%2eorg"}}},
    {"two hosts in one", 400, "GET", "/", "HTTP/1.1",
     {{"Host", "a.org, b.org"}}},
    {"a port that is none", 400, "GET", "/", "HTTP/1.1",
     {{"Host", "b.org:8x"}}},
    {"a port of six digits", 400, "GET", "/", "HTTP/1.1",
     {{"Host", "b.org:123456"}}},
    {"an open bracket", 400, "GET", "/", "HTTP/1.1", {{"Host", "[::1"}}},
    {"IPv6", 0, "GET", "/", "HTTP/1.1", {{"Host", "[::1]:8080"}}},
    {"an absolute target", 400, "GET", "http://example.org/", "HTTP/1.1",
     {HOST}},
    {"an asterisk", 400, "GET", "*", "HTTP/1.1", {HOST}},
    {"an authority", 400, "GET", "example.org:80", "HTTP/1.1", {HOST}},
    {"nothing", 400, "GET", "", "HTTP/1.1", {HOST}},
    {"two slashes", 400, "GET", "//evil.org/", "HTTP/1.1", {HOST}},
    {"%00", 400, "GET", "/a%00b", "HTTP/1.1", {HOST}},
    {"an encoded line end", 400, "GET", "/a%0d%0ab", "HTTP/1.1", {HOST}},
    {"an encoded slash", 400, "GET", "/a%2Fb", "HTTP/1.1", {HOST}},
    {"an encoded backslash", 400, "GET", "/a%5cb", "HTTP/1.1", {HOST}},
    {"a backslash", 400, "GET", "/a\\b", "HTTP/1.1", {HOST}},
    {"up", 400, "GET", "/a/../b", "HTTP/1.1", {HOST}},
    {"up, encoded", 400, "GET", "/a/%2e%2E/b", "HTTP/1.1", {HOST}},
    {"a broken escape", 400, "GET", "/a%2", "HTTP/1.1", {HOST}},
    {"not UTF-8", 400, "GET", "/%ff", "HTTP/1.1", {HOST}},
    {"raw UTF-8", 400, "GET", "/\xc3\xa5", "HTTP/1.1", {HOST}},
    {"a space", 400, "GET", "/a b", "HTTP/1.1", {HOST}},
    {"a tab", 400, "GET", "/a\tb", "HTTP/1.1", {HOST}},
    {"a fragment", 400, "GET", "/a#b", "HTTP/1.1", {HOST}},
    {"encoded UTF-8", 0, "GET", "/%C3%A5?q=%C3%A4", "HTTP/1.1", {HOST}},
    {"PUT", 405, "PUT", "/", "HTTP/1.1", {HOST}},
    {"OPTIONS", 405, "OPTIONS", "*", "HTTP/1.1", {HOST}},
    {"TRACE", 405, "TRACE", "/", "HTTP/1.1", {HOST}},
    {"CONNECT", 405, "CONNECT", "a.org:443", "HTTP/1.1", {HOST}},
    {"an unknown method", 501, "BREW", "/", "HTTP/1.1", {HOST}},
    {"a method in small letters", 501, "get", "/", "HTTP/1.1", {HOST}},
    {"a version to come", 400, "GET", "/", "HTTP/2.0", {HOST}},
    {"no version", 400, "GET", "/", "", {HOST}},
#undef HOST
};
/* clang-format on */

static void each_request_is_let_through_or_refused_for_its_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_gate_verdict v = judge(cases[i].method, cases[i].target,
                                          cases[i].version, cases[i].headers);
        if (v.status != cases[i].status)
            fail_msg("%s: %d instead of %d", cases[i].why, v.status,
                     cases[i].status);
    }
}

static void the_host_is_told_from_its_port(void **state)
{
    (void)state;
    static const struct {
        const char *authority;
        size_t host;
    } hosts[] = {
        {"example.org", 11}, {"example.org:8080", 11}, {"[::1]", 5},
        {"[::1]:80", 5},     {"localhost:", 9},        {"127.0.0.1:1", 9},
    };
    for (size_t i = 0; i < ANS_COUNT(hosts); i++) {
        struct header h[] = {{"Host", hosts[i].authority}, {NULL, NULL}};
        struct ans_gate_verdict v = judge("GET", "/", "HTTP/1.1", h);
        assert_int_equal(v.status, 0);
        assert_int_equal(v.host_len, hosts[i].host);
    }
}

static void sizes_are_kept_to_the_byte(void **state)
{
    (void)state;
    static char target[ANS_GATE_TARGET + 2];
    memset(target, 'a', sizeof(target) - 1);
    target[0] = '/';
    struct header host[] = {{"Host", "example.org"}, {NULL, NULL}};
    assert_int_equal(judge("GET", target, "HTTP/1.1", host).status, 414);
    target[ANS_GATE_TARGET] = '\0';
    assert_int_equal(judge("GET", target, "HTTP/1.1", host).status, 0);

    struct header many[MOST_LINES] = {{"Host", "example.org"}};
    for (size_t i = 1; i < ANS_GATE_HEADERS; i++)
        many[i] = (struct header){"X", "y"};
    assert_int_equal(judge("GET", "/", "HTTP/1.1", many).status, 0);
    many[ANS_GATE_HEADERS] = (struct header){"X", "y"};
    assert_int_equal(judge("GET", "/", "HTTP/1.1", many).status, 431);

    struct ans_gate_line line = {.method = ANS_STR("GET"),
                                 .target = ANS_STR("/"),
                                 .version = ANS_STR("HTTP/1.1")};
    struct ans_gate g;
    ans_gate_begin(&g, &line);
    ans_gate_header(&g, ANS_STR("Host"), ANS_STR("example.org"));
    line.bytes = ANS_GATE_BYTES;
    assert_int_equal(ans_gate_judge(&g, &line).status, 0);
    line.bytes++;
    assert_int_equal(ans_gate_judge(&g, &line).status, 431);
}

/* The nearest proxy writes last: its word counts. */
static void of_several_forwarded_headers_the_last_counts(void **state)
{
    (void)state;
    struct ans_gate_line line = {.method = ANS_STR("GET")};
    struct ans_gate g;
    ans_gate_begin(&g, &line);
    ans_gate_header(&g, ANS_STR("X-Forwarded-For"), ANS_STR("1.1.1.1"));
    ans_gate_header(&g, ANS_STR("X-Forwarded-For"), ANS_STR("2.2.2.2"));
    assert_true(ans_str_is(g.known.forwarded_for, "2.2.2.2"));
}

/* A request as the library leaves it in memory: NULs for line ends, colons
 * and the spaces of the request line; judged with the check of places. */
static int judge_memory(const char *memory, size_t len)
{
    char *m = malloc(len);
    memcpy(m, memory, len);
    struct ans_gate_line line = {.method = ans_str_from(m), .bytes = len};
    const char *at = m + line.method.len + 1;
    while (*at == ' ')
        at++;
    line.target = ans_str_from(at);
    line.target_at = at;
    line.version = ans_str_from(at + line.target.len + 1);
    struct ans_gate g;
    ans_gate_begin(&g, &line);
    at = line.version.ptr + line.version.len;
    for (;;) {
        while (at < m + len && !*at)
            at++;
        if (at >= m + len)
            break;
        struct ans_str name = ans_str_from(at);
        const char *value = at + name.len + 1;
        while (*value == ' ' || *value == '\t')
            value++;
        ans_gate_header(&g, name, ans_str_from(value));
        at = value + strlen(value);
    }
    int status = ans_gate_judge(&g, &line).status;
    free(m);
    return status;
}

static void what_stands_between_the_lines_betrays_itself(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        int status;
        const char *memory;
        size_t len;
    } lines[] = {
#define MEMORY(text) text, sizeof(text) - 1
        {"CR LF", 0,
         MEMORY("GET\0/\0HTTP/1.1\0\0Host\0 a.org\0\0A\0\t b\0\0\0\0")},
        {"a bare LF behind the request line", 400,
         MEMORY("GET\0/\0HTTP/1.1\0Host\0 a.org\0\0\0\0")},
        {"a bare LF between headers", 400,
         MEMORY("GET\0/\0HTTP/1.1\0\0Host\0 a.org\0A\0 b\0\0\0\0")},
        {"a bare LF at the end", 400,
         MEMORY("GET\0/\0HTTP/1.1\0\0Host\0 a.org\0\0\0")},
        {"a NUL in a value", 400,
         MEMORY("GET\0/\0HTTP/1.1\0\0Host\0 a.org\0xx\0\0A\0b\0\0\0\0")},
        {"a line that begins with NUL", 400,
         MEMORY("GET\0/\0HTTP/1.1\0\0Host\0 a.org\0\0\0\0\0")},
        {"two spaces before the target", 400,
         MEMORY("GET\0 /\0HTTP/1.1\0\0Host\0 a.org\0\0\0\0")},
#undef MEMORY
    };
    for (size_t i = 0; i < ANS_COUNT(lines); i++) {
        int status = judge_memory(lines[i].memory, lines[i].len);
        if (status != lines[i].status)
            fail_msg("%s: %d instead of %d", lines[i].why, status,
                     lines[i].status);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_request_is_let_through_or_refused_for_its_reason),
        cmocka_unit_test(the_host_is_told_from_its_port),
        cmocka_unit_test(sizes_are_kept_to_the_byte),
        cmocka_unit_test(of_several_forwarded_headers_the_last_counts),
        cmocka_unit_test(what_stands_between_the_lines_betrays_itself),
    };
    return cmocka_run_group_tests_name("gate", tests, NULL, NULL);
}
