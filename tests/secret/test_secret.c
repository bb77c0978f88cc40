#include "secret/secret.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "temp.h"

struct world {
    struct ans_arena *arena;
    char folder[128];
    char path[160];
};

static int setup(void **state)
{
    struct ans_err err = {0};
    struct world *w = calloc(1, sizeof(*w));
    *state = w;
    if (!w || !ans_secret_init(&err))
        return -1;
    w->arena = ans_arena_new(0);
    temp_folder(w->folder, sizeof(w->folder));
    (void)snprintf(w->path, sizeof(w->path), "%s/key", w->folder);
    return 0;
}

static int teardown(void **state)
{
    struct world *w = *state;
    unlink(w->path);
    int failed = rmdir(w->folder); /* nothing else was left there */
    ans_arena_free(w->arena);
    free(w);
    return failed;
}

static void tokens_are_new_each_time_and_well_formed(void **state)
{
    struct world *w = *state;
    struct ans_str last = {NULL, 0};
    for (int i = 0; i < 100; i++) {
        struct ans_str token = ans_token_new(w->arena);
        assert_true(ans_token_well_formed(token));
        assert_false(ans_str_eq(token, last));
        last = token;
    }
}

static void only_32_characters_of_base64url_look_like_a_token(void **state)
{
    (void)state;
    static const struct {
        const char *token;
        bool fine;
    } cases[] = {
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345", true},
        {"abcdefghijklmnopqrstuvwxyz6789-_", true},
        {"", false},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ01234", false},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456", false},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ01234=", false},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ01234/", false},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123\xc3\xa5", false},
        {"../../../../../../../etc/passwd0", false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        if (ans_token_well_formed(ans_str_from(cases[i].token)) !=
            cases[i].fine)
            fail_msg("%s", cases[i].token);
}

static void a_hash_is_blake2b_256(void **state)
{
    struct world *w = *state;
    assert_str(
        ans_hash_hex(w->arena, ans_hash_of(ANS_STR("abc"))),
        "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    assert_str(
        ans_hash_hex(w->arena, ans_hash_of((struct ans_str){NULL, 0})),
        "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

static void parts_cannot_be_shifted_into_one_another(void **state)
{
    struct world *w = *state;
    const struct ans_str a[] = {ANS_STR("ab"), ANS_STR("c")};
    const struct ans_str b[] = {ANS_STR("a"), ANS_STR("bc")};
    const struct ans_str c[] = {ANS_STR("ab"), ANS_STR("c"), ANS_STR("")};
    struct ans_str of_a = ans_hash_hex(w->arena, ans_hash_of_parts(a, 2));
    assert_false(
        ans_str_eq(of_a, ans_hash_hex(w->arena, ans_hash_of_parts(b, 2))));
    assert_false(
        ans_str_eq(of_a, ans_hash_hex(w->arena, ans_hash_of_parts(c, 3))));
    /* so that anyone can compute it again */
    struct ans_hash plain =
        ans_hash_of(ANS_STR("\2\0\0\0\0\0\0\0ab\1\0\0\0\0\0\0\0c"));
    assert_true(ans_str_eq(of_a, ans_hash_hex(w->arena, plain)));
}

static void a_hash_is_there_and_back_in_hexadecimal(void **state)
{
    struct world *w = *state;
    struct ans_hash hash = ans_hash_of(ANS_STR("x"));
    struct ans_str hex = ans_hash_hex(w->arena, hash);
    struct ans_hash back;
    assert_true(ans_hash_from_hex(hex, &back));
    assert_true(ans_str_eq(ans_hash_str(&hash), ans_hash_str(&back)));
    assert_false(ans_hash_from_hex(ans_str_sub(hex, 0, 63), &back));
    assert_false(ans_hash_from_hex(
        ans_arena_printf(w->arena, "%.63sA", hex.ptr), &back));
    assert_false(ans_hash_from_hex(
        ans_arena_printf(w->arena, "%.63sg", hex.ptr), &back));
    assert_false(ans_hash_from_hex(
        ans_arena_printf(w->arena, "%.64s0", hex.ptr), &back));
}

static void a_key_is_made_once_and_kept_from_others(void **state)
{
    struct world *w = *state;
    struct ans_key first;
    struct ans_key second;
    struct ans_err err = {0};
    unlink(w->path);
    assert_true(ans_key_load(w->path, &first, &err));
    assert_true(ans_key_load(w->path, &second, &err));
    assert_memory_equal(first.bytes, second.bytes, sizeof(first.bytes));
    struct stat info;
    assert_int_equal(stat(w->path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    unlink(w->path);
    assert_true(ans_key_load(w->path, &second, &err));
    assert_memory_not_equal(first.bytes, second.bytes, sizeof(first.bytes));
}

static void put(const char *path, const char *text, mode_t mode)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(chmod(path, mode), 0);
}

static void a_file_that_is_no_key_is_left_alone(void **state)
{
    struct world *w = *state;
    static const char digits[] =
        "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
    static const struct {
        size_t digits;
        const char *rest;
        mode_t mode;
        enum ans_err_kind kind; /* 0: a key */
    } cases[] = {
        {64, "\n", 0600, ANS_ERR_NONE},   {64, "\n", 0400, ANS_ERR_NONE},
        {64, "\n", 0640, ANS_ERR_DENIED}, {64, "\n", 0604, ANS_ERR_DENIED},
        {64, "", 0600, ANS_ERR_INPUT},    {64, "\n\n", 0600, ANS_ERR_INPUT},
        {0, "", 0600, ANS_ERR_INPUT},     {63, "\n", 0600, ANS_ERR_INPUT},
        {63, "G\n", 0600, ANS_ERR_INPUT},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_str text = ans_arena_printf(
            w->arena, "%.*s%s", (int)cases[i].digits, digits, cases[i].rest);
        unlink(w->path);
        put(w->path, text.ptr, cases[i].mode);
        struct ans_key key;
        struct ans_err err = {0};
        bool ok = ans_key_load(w->path, &key, &err);
        if (ok != !cases[i].kind || err.kind != cases[i].kind)
            fail_msg("case %zu: %s", i, err.text);
        struct stat info;
        assert_int_equal(stat(w->path, &info), 0);
        assert_int_equal(info.st_size, text.len);
    }
}

static void a_key_cannot_be_where_nothing_can(void **state)
{
    struct world *w = *state;
    struct ans_key key;
    struct ans_err err = {0};
    assert_false(ans_key_load("/nowhere/at/all", &key, &err));
    assert_int_equal(err.kind, ANS_ERR_NOT_FOUND);
    assert_false(ans_key_load(w->folder, &key, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
}

static void a_stamp_is_good_for_its_purpose_and_time(void **state)
{
    struct world *w = *state;
    struct ans_key key = {{1}};
    struct ans_key other = {{2}};
    struct ans_str stamp =
        ans_stamp_new(w->arena, &key, ANS_STR("join"), 1000000);
    const struct {
        const struct ans_key *key;
        struct ans_str purpose;
        int64_t now;
        enum ans_stamp want;
    } cases[] = {
        {&key, ANS_STR("join"), 1000000, ANS_STAMP_GOOD},
        {&key, ANS_STR("join"), 1005000, ANS_STAMP_GOOD},
        {&key, ANS_STR("join"), 1005001, ANS_STAMP_OLD},
        {&key, ANS_STR("joi"), 1000000, ANS_STAMP_FOREIGN},
        {&key, ANS_STR(""), 1000000, ANS_STAMP_FOREIGN},
        {&other, ANS_STR("join"), 1000000, ANS_STAMP_FOREIGN},
        {&other, ANS_STR("join"), 9000000, ANS_STAMP_FOREIGN},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_int_equal(ans_stamp_check(cases[i].key, stamp, cases[i].purpose,
                                         cases[i].now, 5000),
                         cases[i].want);
}

static void a_changed_stamp_is_foreign(void **state)
{
    struct world *w = *state;
    struct ans_key key = {{7}};
    struct ans_str purpose = ANS_STR("join");
    struct ans_str stamp = ans_stamp_new(w->arena, &key, purpose, 1000000);
    for (size_t i = 0; i < stamp.len; i++) {
        struct ans_str copy = ans_arena_str(w->arena, stamp);
        char *at = (char *)copy.ptr + i;
        *at = *at == 'A' ? 'B' : 'A';
        assert_int_equal(ans_stamp_check(&key, copy, purpose, 1000000, 5000),
                         ANS_STAMP_FOREIGN);
        copy = ans_str_sub(stamp, 0, i);
        assert_int_equal(ans_stamp_check(&key, copy, purpose, 1000000, 5000),
                         ANS_STAMP_FOREIGN);
    }
    struct ans_str longer = ans_arena_printf(w->arena, "%sA", stamp.ptr);
    assert_int_equal(ans_stamp_check(&key, longer, purpose, 1000000, 5000),
                     ANS_STAMP_FOREIGN);
    assert_int_equal(ans_stamp_check(&key, (struct ans_str){NULL, 0}, purpose,
                                     1000000, 5000),
                     ANS_STAMP_FOREIGN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_are_new_each_time_and_well_formed),
        cmocka_unit_test(only_32_characters_of_base64url_look_like_a_token),
        cmocka_unit_test(a_hash_is_blake2b_256),
        cmocka_unit_test(parts_cannot_be_shifted_into_one_another),
        cmocka_unit_test(a_hash_is_there_and_back_in_hexadecimal),
        cmocka_unit_test(a_key_is_made_once_and_kept_from_others),
        cmocka_unit_test(a_file_that_is_no_key_is_left_alone),
        cmocka_unit_test(a_key_cannot_be_where_nothing_can),
        cmocka_unit_test(a_stamp_is_good_for_its_purpose_and_time),
        cmocka_unit_test(a_changed_stamp_is_foreign),
    };
    return cmocka_run_group_tests_name("secret", tests, setup, teardown);
}
