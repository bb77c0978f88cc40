#include "base/text.h"
#include "codec/fields.h"

#include "check.h"

static const struct ans_fields_limits limits = {
    .count = 4, .name = 8, .value = 16};

static void fields_come_decoded_in_the_order_sent(void **state)
{
    struct ans_fields f;
    struct ans_err err = {0};
    assert_true(ans_fields_parse(*state,
                                 ANS_STR("namn=%C3%85sa+Ek&b=1%2B1&&namn=&tom"),
                                 &limits, &f, &err));
    assert_int_equal(f.count, 4);
    assert_str(f.items[0].name, "namn");
    assert_str(f.items[0].value, "Åsa Ek");
    assert_str(f.items[1].value, "1+1");
    assert_str(f.items[2].value, "");
    assert_str(f.items[3].name, "tom");
    assert_str(ans_fields_get(&f, "namn"), "Åsa Ek");
    assert_non_null(ans_fields_get(&f, "tom").ptr);
    assert_null(ans_fields_get(&f, "borta").ptr);
    assert_int_equal(ans_fields_times(&f, ANS_STR("namn")), 2);
    assert_int_equal(ans_fields_times(&f, ANS_STR("borta")), 0);
}

static void an_empty_body_has_no_fields(void **state)
{
    static const char *const bodies[] = {"", "&", "&&&"};
    for (size_t i = 0; i < ANS_COUNT(bodies); i++) {
        struct ans_fields f;
        struct ans_err err = {0};
        assert_true(ans_fields_parse(*state, ans_str_from(bodies[i]), &limits,
                                     &f, &err));
        assert_int_equal(f.count, 0);
    }
}

static void names_and_values_may_be_odd(void **state)
{
    struct ans_fields f;
    struct ans_err err = {0};
    assert_true(ans_fields_parse(*state, ANS_STR("=x&a=b=c&%3D=%26&+=+"),
                                 &limits, &f, &err));
    assert_int_equal(f.count, 4);
    assert_str(f.items[0].name, "");
    assert_str(f.items[0].value, "x");
    assert_str(f.items[1].value, "b=c");
    assert_str(f.items[2].name, "=");
    assert_str(f.items[2].value, "&");
    assert_str(f.items[3].name, " ");
}

static void bad_input_is_refused_by_name(void **state)
{
    const struct {
        struct ans_str body;
        enum ans_err_kind kind;
        const char *says;
    } cases[] = {
        {ANS_STR("a=1&b=%"), ANS_ERR_INPUT, "field \"b\": a broken"},
        {ANS_STR("b=%zz"), ANS_ERR_INPUT, "field \"b\": a broken"},
        {ANS_STR("b=x%00"), ANS_ERR_INPUT, "field \"b\": a NUL"},
        {ANS_STR("b=x\0y"), ANS_ERR_INPUT, "field \"b\": a NUL"},
        {ANS_STR("b=\xff"), ANS_ERR_INPUT, "field \"b\": not valid UTF-8"},
        {ANS_STR("b=%ed%a0%80"), ANS_ERR_INPUT, "field \"b\": not valid"},
        {ANS_STR("%=1"), ANS_ERR_INPUT, "the name of a field: a broken"},
        {ANS_STR("%ff=1"), ANS_ERR_INPUT, "the name of a field: not valid"},
        {ANS_STR("b=12345678901234567"), ANS_ERR_LIMIT,
         "field \"b\" has more than 16 bytes"},
        {ANS_STR("123456789=1"), ANS_ERR_LIMIT,
         "the name of a field has more than 8 bytes"},
        {ANS_STR("a&b&c&d&e"), ANS_ERR_LIMIT, "more than 4 fields"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_fields f = {.count = 99};
        struct ans_err err = {0};
        assert_false(
            ans_fields_parse(*state, cases[i].body, &limits, &f, &err));
        assert_int_equal(err.kind, cases[i].kind);
        if (strncmp(err.text, cases[i].says, strlen(cases[i].says)) != 0)
            fail_msg("case %zu says %s", i, err.text);
        assert_int_equal(f.count, 99);
    }
}

static void values_that_are_no_text_are_mended_when_asked_for(void **state)
{
    struct ans_fields_limits mending = limits;
    struct ans_fields f;
    struct ans_err err = {0};
    mending.mend = true;
    assert_true(ans_fields_parse(*state, ANS_STR("a=x%ff&b=%00&c=%c3%a5"),
                                 &mending, &f, &err));
    assert_str(f.items[0].value, "x" ANS_TEXT_LOST);
    assert_str(f.items[1].value, ANS_TEXT_LOST);
    assert_str(f.items[2].value, "å");
    assert_false(
        ans_fields_parse(*state, ANS_STR("a=%zz"), &mending, &f, &err));
    assert_false(
        ans_fields_parse(*state, ANS_STR("%ff=1"), &mending, &f, &err));
}

static void the_limits_are_of_decoded_bytes(void **state)
{
    struct ans_fields f;
    struct ans_err err = {0};
    assert_true(ans_fields_parse(
        *state, ANS_STR("%61%62%63%64%65%66%67%68=1234567890123456"), &limits,
        &f, &err));
    assert_str(f.items[0].name, "abcdefgh");
    assert_int_equal(f.items[0].value.len, 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_come_decoded_in_the_order_sent),
        cmocka_unit_test(an_empty_body_has_no_fields),
        cmocka_unit_test(names_and_values_may_be_odd),
        cmocka_unit_test(bad_input_is_refused_by_name),
        cmocka_unit_test(values_that_are_no_text_are_mended_when_asked_for),
        cmocka_unit_test(the_limits_are_of_decoded_bytes),
    };
    return cmocka_run_group_tests_name("fields", tests, arena_setup,
                                       arena_teardown);
}
