#include "base/log.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "check.h"

/* What is written to standard error between here and heard(). */
struct ear {
    int saved;
    int ends[2];
};

static struct ear listen_to_errors(void)
{
    struct ear ear = {.saved = dup(STDERR_FILENO)};
    assert_true(ear.saved >= 0);
    assert_int_equal(pipe(ear.ends), 0);
    assert_true(dup2(ear.ends[1], STDERR_FILENO) >= 0);
    return ear;
}

static void heard(struct ear *ear, char text[8192])
{
    dup2(ear->saved, STDERR_FILENO);
    close(ear->saved);
    close(ear->ends[1]);
    ssize_t count = read(ear->ends[0], text, 8191);
    text[count < 0 ? 0 : count] = '\0';
    close(ear->ends[0]);
}

static void a_line_tells_when_what_and_who(void **state)
{
    (void)state;
    ans_clock_set(INT64_C(1795321867120));
    char text[8192];
    struct ear ear = listen_to_errors();
    ans_log(ANS_LOG_WARN, "store", "could not %s: %d", "sync", 5);
    ans_log(ANS_LOG_DEBUG, "a", "b");
    heard(&ear, text);
    ans_clock_set(0);
    assert_string_equal(
        text, "2026-11-22T04:31:07.120Z warn store: could not sync: 5\n"
              "2026-11-22T04:31:07.120Z debug a: b\n");
}

static void foreign_bytes_cannot_forge_a_line(void **state)
{
    (void)state;
    char text[8192];
    struct ear ear = listen_to_errors();
    ans_log(ANS_LOG_INFO, "http", "%s",
            "x\r\n2026 error store: \x1b[31m\x7f\t");
    heard(&ear, text);
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
    assert_null(strpbrk(text, "\r\t\x1b\x7f"));
    assert_non_null(strstr(text, "http: x  2026 error store:  [31m"));
}

static void a_long_line_is_cut_and_ends(void **state)
{
    (void)state;
    char sentence[4000];
    memset(sentence, 'x', sizeof(sentence) - 1);
    sentence[sizeof(sentence) - 1] = '\0';
    char text[8192];
    struct ear ear = listen_to_errors();
    ans_log(ANS_LOG_ERROR, "app", "%s", sentence);
    heard(&ear, text);
    assert_in_range(strlen(text), 2000, 2048);
    assert_int_equal(text[strlen(text) - 1], '\n');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_tells_when_what_and_who),
        cmocka_unit_test(foreign_bytes_cannot_forge_a_line),
        cmocka_unit_test(a_long_line_is_cut_and_ends),
    };
    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
