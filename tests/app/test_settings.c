#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/settings.h"

#define FLAGS "listen data strict settings smtp-password"

static bool read_words(struct ans_arena *arena, const char *const *words,
                       struct ans_settings *out, struct ans_args *args,
                       struct ans_err *err)
{
    char *argv[8] = {0};
    int argc = 0;
    for (; words[argc]; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc];
    *err = (struct ans_err){0};
    return ans_settings_read(arena, argc, argv, FLAGS, out, args, err);
}

static void without_anything_the_defaults_hold(void **state)
{
    struct ans_settings s;
    struct ans_args args;
    struct ans_err err;
    assert_true(
        read_words(*state, (const char *const[]){NULL}, &s, &args, &err));
    assert_string_equal(s.listen, "127.0.0.1:8080");
    assert_string_equal(s.strict, "");
    assert_int_equal(args.count, 0);
}

static void flags_are_read_in_both_ways(void **state)
{
    static const char *const words[] = {"--listen", "[::1]:1", "--data=/d",
                                        "--strict", "rest",    NULL};
    struct ans_settings s;
    struct ans_args args;
    struct ans_err err;
    assert_true(read_words(*state, words, &s, &args, &err));
    assert_string_equal(s.listen, "[::1]:1");
    assert_string_equal(s.data, "/d");
    assert_string_equal(s.strict, "yes");
    assert_int_equal(args.count, 1);
    assert_string_equal(args.items[0], "rest");
}

static void flags_go_before_variables_and_those_before_the_file(void **state)
{
    char path[128];
    int fd = temp_file(path, sizeof(path));
    assert_true(dprintf(fd, "# ours\n listen = file:1\n\ndata = file\n"
                            "smtp-password = secret\n") > 0);
    close(fd);
    setenv("ANSLUT_LISTEN", "variable:1", 1);
    setenv("ANSLUT_DATA", "variable", 1);
    const char *const words[] = {"--data", "flag", "--settings", path, NULL};
    struct ans_settings s;
    struct ans_args args;
    struct ans_err err;
    bool ok = read_words(*state, words, &s, &args, &err);
    unsetenv("ANSLUT_LISTEN");
    unsetenv("ANSLUT_DATA");
    unlink(path);
    assert_true(ok);
    assert_string_equal(s.data, "flag");
    assert_string_equal(s.listen, "variable:1");
    assert_string_equal(s.smtp_password, "secret");
}

static void a_wrong_use_names_the_flag(void **state)
{
    static const struct {
        const char *words[3];
        const char *names;
    } cases[] = {
        {{"--listne", "x", NULL}, "--listne"},
        {{"--proxy", "x", NULL}, "--proxy"}, /* not of this command */
        {{"-x", NULL, NULL}, "-x"},
        {{"--listen", NULL, NULL}, "--listen needs a value"},
        {{"--strict=yes", NULL, NULL}, "--strict takes no value"},
        {{"--settings", "/does/not/exist", NULL}, "/does/not/exist"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_settings s;
        struct ans_args args;
        struct ans_err err;
        assert_false(read_words(*state, cases[i].words, &s, &args, &err));
        if (!strstr(err.text, cases[i].names))
            fail_msg("\"%s\" does not name %s", err.text, cases[i].names);
    }
}

static void numbers_have_bounds(void **state)
{
    (void)state;
    struct ans_err err = {0};
    int64_t n;
    assert_true(ans_settings_int("workers", "", 1, 9, 4, &n, &err));
    assert_int_equal(n, 4);
    assert_true(ans_settings_int("workers", "9", 1, 9, 4, &n, &err));
    assert_int_equal(n, 9);
    assert_false(ans_settings_int("workers", "10", 1, 9, 4, &n, &err));
    assert_false(ans_settings_int("workers", "many", 1, 9, 4, &n, &err));
    assert_non_null(strstr(err.text, "--workers"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_anything_the_defaults_hold),
        cmocka_unit_test(flags_are_read_in_both_ways),
        cmocka_unit_test(flags_go_before_variables_and_those_before_the_file),
        cmocka_unit_test(a_wrong_use_names_the_flag),
        cmocka_unit_test(numbers_have_bounds),
    };
    return cmocka_run_group_tests_name("settings", tests, arena_setup,
                                       arena_teardown);
}
