#include "http/service.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_address_may_have_so_many_connections),
        TEST(behind_a_proxy_the_forwarded_address_counts),
        TEST(without_a_proxy_nobody_is_believed),
        TEST(an_address_may_post_so_often),
        TEST(a_full_queue_says_try_again),
        TEST(a_taken_port_is_a_conflict),
    };
    return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
