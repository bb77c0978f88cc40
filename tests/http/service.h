/* service: what tests of one running service share. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/text.h"
#include "http/client.h"
#include "http/fake.h"

static struct fake fake;
static struct ans_http *http;
static struct reply reply;
static char value[256];

#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"
#define HOST "Host: example.org\r\n"

static inline void start_with(struct ans_http_options o)
{
    struct ans_err err = {0};
    http = ans_http_start(&o, &err);
    if (!http)
        fail_msg("%s", err.text);
}

static inline int set_up(void **state)
{
    (void)state;
    fake_init(&fake);
    http = NULL;
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    fake_open(&fake);
    ans_http_stop(http, 2000);
    return 0;
}

static inline void ask(const char *text)
{
    client_ask_z(ans_http_address(http), text, &reply);
}

static inline void get(const char *target, const char *more)
{
    char text[1024];
    snprintf(text, sizeof(text), "GET %s HTTP/1.1\r\n" HOST "%s\r\n", target,
             more);
    ask(text);
}

static inline const char *header(const char *name)
{
    return reply_header(&reply, name, value);
}

static inline void post(const char *body, size_t len)
{
    static char text[80 * 1024];
    size_t n = (size_t)sprintf(
        text, "POST /form HTTP/1.1\r\n" HOST FORM "Content-Length: %zu\r\n\r\n",
        len);
    memcpy(text + n, body, len);
    client_ask(ans_http_address(http), text, n + len, &reply);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
