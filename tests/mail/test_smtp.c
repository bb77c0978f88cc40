#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/buf.h"
#include "mail/mail.h"

#define HANG_UP NULL

/* A server that says what it is told to, to one client. */
struct server {
    const char *greeting, *hello, *mail, *rcpt, *data, *done;
    const char *auth;
    int listener;
    int port;
    pthread_t thread;
    struct ans_buf heard;   /* commands */
    struct ans_buf message; /* between DATA and its end */
};

static struct server friendly(void)
{
    return (struct server){
        .greeting = "220 ready\r\n",
        .hello = "250-here\r\n250 SIZE 1000000\r\n",
        .mail = "250 ok\r\n",
        .rcpt = "250 ok\r\n",
        .data = "354 go on\r\n",
        .done = "250 taken\r\n",
        .auth = "235 welcome\r\n",
    };
}

static const char *answer_to(const struct server *s, const char *line)
{
    const struct {
        const char *verb;
        const char *answer;
    } verbs[] = {
        {"EHLO", s->hello},      {"HELO", s->hello}, {"MAIL", s->mail},
        {"RCPT", s->rcpt},       {"DATA", s->data},  {"AUTH", "334 \r\n"},
        {"QUIT", "221 bye\r\n"},
    };
    for (size_t i = 0; i < ANS_COUNT(verbs); i++)
        if (!strncmp(line, verbs[i].verb, 4))
            return verbs[i].answer;
    return s->auth; /* to what follows AUTH */
}

static bool say(int fd, const char *text)
{
    return text && send(fd, text, strlen(text), MSG_NOSIGNAL) > 0;
}

static bool hear_message(struct server *s, FILE *in, int fd)
{
    char line[1200];
    while (fgets(line, sizeof(line), in)) {
        if (!strcmp(line, ".\r\n"))
            return say(fd, s->done);
        ans_buf_add_z(&s->message, line);
    }
    return false;
}

static void *serve(void *context)
{
    struct server *s = context;
    int fd = accept(s->listener, NULL, NULL);
    if (fd < 0)
        return NULL;
    FILE *in = fdopen(dup(fd), "r");
    bool on = in && say(fd, s->greeting) && s->greeting[0] == '2';
    char line[1200];
    while (on && fgets(line, sizeof(line), in)) {
        ans_buf_add_z(&s->heard, line);
        on = say(fd, answer_to(s, line)) && strncmp(line, "QUIT", 4) != 0;
        if (on && !strncmp(line, "DATA", 4) && s->data[0] == '3')
            on = hear_message(s, in, fd);
    }
    if (in)
        fclose(in);
    close(fd);
    return NULL;
}

static void start(struct server *s)
{
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof(at);
    s->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(s->listener >= 0);
    assert_int_equal(bind(s->listener, (struct sockaddr *)&at, size), 0);
    assert_int_equal(listen(s->listener, 1), 0);
    assert_int_equal(getsockname(s->listener, (struct sockaddr *)&at, &size),
                     0);
    s->port = ntohs(at.sin_port);
    assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

static void stop(struct server *s)
{
    shutdown(s->listener, SHUT_RDWR); /* ends an accept that still waits */
    pthread_join(s->thread, NULL);
    close(s->listener);
}

static struct ans_mail note(void)
{
    return (struct ans_mail){
        .from = ANS_STR("portal@example.org"),
        .to = ANS_STR("anna@example.se"),
        .subject = ANS_STR("Hej"),
        .plain = ANS_STR(".\n..en punkt\nHej å!\n"),
        .id = ANS_STR("one"),
        .lang = ANS_STR("sv"),
        .at = 1795321927120,
    };
}

static bool deliver(struct server *s, struct ans_mail_route route,
                    struct ans_err *err)
{
    char address[64];
    start(s);
    snprintf(address, sizeof(address), "smtp://127.0.0.1:%d", s->port);
    route.server = ans_str_from(address);
    struct ans_mail m = note();
    ans_mail_deliver(&route, &m, 1, err);
    bool delivered = !err->kind;
    stop(s);
    ans_buf_add_byte(&s->heard, 0);
    ans_buf_add_byte(&s->message, 0);
    return delivered;
}

static void forget(struct server *s)
{
    ans_buf_free(&s->heard);
    ans_buf_free(&s->message);
}

static void a_mail_reaches_the_server_as_it_was_built(void **state)
{
    (void)state;
    struct server s = friendly();
    struct ans_err err = {0};
    if (!deliver(&s, (struct ans_mail_route){0}, &err))
        fail_msg("not delivered: %s", err.text);
    assert_non_null(strstr(s.heard.ptr, "MAIL FROM:<portal@example.org>"));
    assert_non_null(strstr(s.heard.ptr, "RCPT TO:<anna@example.se>"));
    assert_null(strstr(s.heard.ptr, "AUTH"));

    struct ans_mail m = note();
    struct ans_buf built = {0};
    assert_true(ans_mail_build(&m, &built, NULL));
    s.message.len--;
    assert_true(ans_str_eq(ans_buf_str(&s.message), ans_buf_str(&built)));
    ans_buf_free(&built);
    forget(&s);
}

static void a_login_is_used_when_the_server_asks_for_one(void **state)
{
    (void)state;
    struct server s = friendly();
    s.hello = "250-here\r\n250 AUTH PLAIN\r\n";
    struct ans_err err = {0};
    assert_true(deliver(&s,
                        (struct ans_mail_route){.user = ANS_STR("portal"),
                                                .password = ANS_STR("secret")},
                        &err));
    assert_non_null(strstr(s.heard.ptr, "AUTH PLAIN"));
    forget(&s);
}

static void what_the_server_says_decides_whether_to_try_again(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t where; /* in struct server */
        const char *answer;
        enum ans_err_kind kind;
        const char *heard;
    } cases[] = {
        {"greylisted", offsetof(struct server, rcpt), "451 come back later\r\n",
         ANS_ERR_BUSY, "451 come back later"},
        {"mailbox full", offsetof(struct server, rcpt), "452 full\r\n",
         ANS_ERR_BUSY, "452 full"},
        {"sender put off", offsetof(struct server, mail), "421 too many\r\n",
         ANS_ERR_BUSY, "421 too many"},
        {"content put off", offsetof(struct server, done), "451 wait\r\n",
         ANS_ERR_BUSY, "451 wait"},
        {"no such mailbox", offsetof(struct server, rcpt),
         "550 5.1.1 nobody here\r\n", ANS_ERR_DENIED, "550 5.1.1 nobody here"},
        {"sender refused", offsetof(struct server, mail), "553 not you\r\n",
         ANS_ERR_DENIED, "553 not you"},
        {"data refused", offsetof(struct server, data), "554 no\r\n",
         ANS_ERR_DENIED, "554 no"},
        {"content refused", offsetof(struct server, done), "554 spam\r\n",
         ANS_ERR_DENIED, "554 spam"},
        {"closed for all", offsetof(struct server, greeting),
         "554 no service\r\n", ANS_ERR_BUSY, "554"},
        {"hello refused", offsetof(struct server, hello), "550 no\r\n",
         ANS_ERR_BUSY, "550"},
        {"gone at the greeting", offsetof(struct server, greeting), HANG_UP,
         ANS_ERR_BUSY, NULL},
        {"gone at the hello", offsetof(struct server, hello), HANG_UP,
         ANS_ERR_BUSY, NULL},
        {"gone at the sender", offsetof(struct server, mail), HANG_UP,
         ANS_ERR_BUSY, NULL},
        {"gone at the recipient", offsetof(struct server, rcpt), HANG_UP,
         ANS_ERR_BUSY, NULL},
        {"gone after the content", offsetof(struct server, done), HANG_UP,
         ANS_ERR_BUSY, NULL},
        {"not a mail server", offsetof(struct server, greeting),
         "HTTP/1.1 400 Bad Request\r\n", ANS_ERR_BUSY, NULL},
        {"control characters", offsetof(struct server, rcpt),
         "550 a\x1b[31m\xe5 b\r\n", ANS_ERR_DENIED, "550 a?[31m? b"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct server s = friendly();
        memcpy((char *)&s + cases[i].where, &cases[i].answer,
               sizeof(cases[i].answer));
        struct ans_err err = {0};
        if (deliver(&s, (struct ans_mail_route){0}, &err))
            fail_msg("%s: delivered", cases[i].name);
        if (err.kind != cases[i].kind)
            fail_msg("%s: %s: %s", cases[i].name, ans_err_word(err.kind),
                     err.text);
        if (cases[i].heard && !strstr(err.text, cases[i].heard))
            fail_msg("%s: does not tell: %s", cases[i].name, err.text);
        forget(&s);
    }
}

static void a_refused_login_does_not_lose_the_mail(void **state)
{
    (void)state;
    struct server s = friendly();
    s.hello = "250-here\r\n250 AUTH PLAIN\r\n";
    s.auth = "535 wrong password\r\n";
    struct ans_err err = {0};
    assert_false(deliver(&s,
                         (struct ans_mail_route){.user = ANS_STR("portal"),
                                                 .password = ANS_STR("old")},
                         &err));
    assert_int_equal(err.kind, ANS_ERR_BUSY);
    assert_null(strstr(err.text, "old"));
    forget(&s);
}

static void without_tls_nothing_is_said_when_tls_is_required(void **state)
{
    (void)state;
    struct server s = friendly();
    struct ans_err err = {0};
    assert_false(deliver(&s,
                         (struct ans_mail_route){.require_tls = true,
                                                 .user = ANS_STR("portal"),
                                                 .password = ANS_STR("secret")},
                         &err));
    assert_int_equal(err.kind, ANS_ERR_BUSY);
    assert_null(strstr(s.heard.ptr, "MAIL"));
    assert_null(strstr(s.heard.ptr, "AUTH"));
    forget(&s);
}

static void a_server_that_is_not_there_is_tried_again_later(void **state)
{
    (void)state;
    struct server s = friendly();
    start(&s); /* finds a free port */
    stop(&s);
    char address[64];
    snprintf(address, sizeof(address), "smtp://127.0.0.1:%d", s.port);
    struct ans_mail_route route = {.server = ans_str_from(address)};
    struct ans_mail m = note();
    struct ans_err err = {0};
    ans_mail_deliver(&route, &m, 1, &err);
    assert_int_equal(err.kind, ANS_ERR_BUSY);
    forget(&s);
}

static void only_mail_servers_are_spoken_to(void **state)
{
    (void)state;
    const struct ans_str bad[] = {
        ANS_STR("http://127.0.0.1:1/"), ANS_STR("file:///etc/passwd"),
        ANS_STR("127.0.0.1:25"), ANS_STR("smtp://127.0.0.1:1\r\nX"),
        ANS_STR("smtp://127.0.0.1:1\0x")};
    for (size_t i = 0; i < ANS_COUNT(bad); i++) {
        struct ans_mail_route route = {.server = bad[i]};
        struct ans_mail m = note();
        struct ans_err err = {0};
        ans_mail_deliver(&route, &m, 1, &err);
        assert_int_equal(err.kind, ANS_ERR_BUSY);
    }
}

static void a_mail_that_is_wrong_never_reaches_the_server(void **state)
{
    (void)state;
    struct ans_mail_route route = {.server = ANS_STR("smtp://127.0.0.1:1")};
    struct ans_mail m = note();
    m.to = ANS_STR("anna@example.se>\r\nRCPT TO:<eva@example.se");
    struct ans_err err = {0};
    ans_mail_deliver(&route, &m, 1, &err);
    assert_int_equal(err.kind, ANS_ERR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mail_reaches_the_server_as_it_was_built),
        cmocka_unit_test(a_login_is_used_when_the_server_asks_for_one),
        cmocka_unit_test(what_the_server_says_decides_whether_to_try_again),
        cmocka_unit_test(a_refused_login_does_not_lose_the_mail),
        cmocka_unit_test(without_tls_nothing_is_said_when_tls_is_required),
        cmocka_unit_test(a_server_that_is_not_there_is_tried_again_later),
        cmocka_unit_test(only_mail_servers_are_spoken_to),
        cmocka_unit_test(a_mail_that_is_wrong_never_reaches_the_server),
    };
    return cmocka_run_group_tests_name("mail: smtp", tests, NULL, NULL);
}
