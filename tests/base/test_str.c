#include "base/str.h"

#include "check.h"

static const struct ans_str nothing = {NULL, 0};

static void strings_compare_by_their_bytes(void **state)
{
    (void)state;
    assert_true(ans_str_eq(nothing, ANS_STR("")));
    assert_true(ans_str_eq(ANS_STR("a\0b"), ANS_STR("a\0b")));
    assert_false(ans_str_eq(ANS_STR("a"), ANS_STR("ab")));
    assert_true(ans_str_is(ANS_STR("ab"), "ab"));
    const char *volatile no_text = NULL; /* known, GCC 12 warns in vain */
    assert_true(ans_str_is(nothing, no_text));
    assert_int_equal(ans_str_cmp(nothing, ANS_STR("")), 0);
    assert_true(ans_str_cmp(nothing, ANS_STR("a")) < 0);
    assert_true(ans_str_cmp(ANS_STR("ab"), ANS_STR("a")) > 0);
    assert_true(ans_str_cmp(ANS_STR("b"), ANS_STR("ab")) > 0);
    assert_true(ans_str_cmp(ANS_STR("\xc3\xa5"), ANS_STR("z")) > 0);
}

static void only_ascii_letters_have_no_case(void **state)
{
    (void)state;
    assert_true(ans_str_eq_nocase(ANS_STR("HosT"), ANS_STR("hOSt")));
    assert_true(ans_str_eq_nocase(nothing, nothing));
    assert_false(ans_str_eq_nocase(ANS_STR("a"), ANS_STR("ab")));
    assert_false(ans_str_eq_nocase(ANS_STR("["), ANS_STR("{")));
    assert_false(ans_str_eq_nocase(ANS_STR("@"), ANS_STR("`")));
    assert_false(ans_str_eq_nocase(ANS_STR("Å"), ANS_STR("å")));
}

static void starts_ends_and_parts_are_found(void **state)
{
    (void)state;
    struct ans_str s = ANS_STR("anslut");
    assert_true(ans_str_starts(s, ANS_STR("ans")));
    assert_true(ans_str_starts(s, nothing));
    assert_true(ans_str_starts(nothing, nothing));
    assert_false(ans_str_starts(s, ANS_STR("anslutna")));
    assert_true(ans_str_ends(s, ANS_STR("lut")));
    assert_true(ans_str_ends(s, nothing));
    assert_false(ans_str_ends(ANS_STR("lut"), s));
    assert_int_equal(ans_str_find(s, 'l'), 3);
    assert_int_equal(ans_str_find(s, 'x'), -1);
    assert_int_equal(ans_str_find(nothing, 'x'), -1);
    assert_int_equal(ans_str_find_str(s, ANS_STR("lut")), 3);
    assert_int_equal(ans_str_find_str(s, nothing), 0);
    assert_int_equal(ans_str_find_str(nothing, ANS_STR("a")), -1);
    assert_int_equal(ans_str_find_str(s, ANS_STR("lutx")), -1);
}

static void a_part_is_cut_to_what_there_is(void **state)
{
    (void)state;
    struct ans_str s = ANS_STR("anslut");
    assert_str(ans_str_sub(s, 0, 3), "ans");
    assert_str(ans_str_sub(s, 3, SIZE_MAX), "lut");
    assert_str(ans_str_sub(s, 6, 1), "");
    assert_str(ans_str_sub(s, SIZE_MAX, SIZE_MAX), "");
    assert_str(ans_str_sub(nothing, 0, 9), "");
}

static void a_list_is_cut_piece_by_piece(void **state)
{
    (void)state;
    struct ans_str rest = ANS_STR("a,,b,");
    assert_str(ans_str_cut(&rest, ','), "a");
    assert_str(ans_str_cut(&rest, ','), "");
    assert_str(ans_str_cut(&rest, ','), "b");
    assert_str(rest, "");
    assert_str(ans_str_cut(&rest, ','), "");
    rest = ANS_STR("whole");
    assert_str(ans_str_cut(&rest, ','), "whole");
    assert_str(rest, "");
}

static void white_space_is_trimmed_at_the_ends_only(void **state)
{
    (void)state;
    assert_str(ans_str_trim(ANS_STR(" \t\r\n\v\f a b \n")), "a b");
    assert_str(ans_str_trim(ANS_STR(" \n ")), "");
    assert_str(ans_str_trim(nothing), "");
    assert_str(ans_str_trim(ANS_STR("\x08x")), "\x08x");
}

static void a_whole_number_is_read_exactly_or_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool fine;
        int64_t n;
    } cases[] = {
        {"0", true, 0},
        {"-0", true, 0},
        {"007", true, 7},
        {"-12", true, -12},
        {"9223372036854775807", true, INT64_MAX},
        {"-9223372036854775808", true, INT64_MIN},
        {"9223372036854775808", false, 0},
        {"-9223372036854775809", false, 0},
        {"99999999999999999999", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"+1", false, 0},
        {" 1", false, 0},
        {"1 ", false, 0},
        {"1.0", false, 0},
        {"0x1", false, 0},
        {"--1", false, 0},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        int64_t n = 0;
        if (ans_str_int(ans_str_from(cases[i].text), &n) != cases[i].fine)
            fail_msg("\"%s\"", cases[i].text);
        assert_true(n == cases[i].n);
    }
}

static void a_hash_is_fnv_1a(void **state)
{
    (void)state;
    assert_true(ans_str_hash(nothing) == 0xcbf29ce484222325u);
    assert_true(ans_str_hash(ANS_STR("a")) == 0xaf63dc4c8601ec8cu);
    assert_true(ans_str_hash(ANS_STR("foobar")) == 0x85944171f73967e8u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_compare_by_their_bytes),
        cmocka_unit_test(only_ascii_letters_have_no_case),
        cmocka_unit_test(starts_ends_and_parts_are_found),
        cmocka_unit_test(a_part_is_cut_to_what_there_is),
        cmocka_unit_test(a_list_is_cut_piece_by_piece),
        cmocka_unit_test(white_space_is_trimmed_at_the_ends_only),
        cmocka_unit_test(a_whole_number_is_read_exactly_or_refused),
        cmocka_unit_test(a_hash_is_fnv_1a),
    };
    return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
