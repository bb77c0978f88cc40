#include "base/buf.h"

#include "check.h"

static void a_buffer_grows_with_what_is_added(void **state)
{
    (void)state;
    struct ans_buf b = {0};
    for (int i = 0; i < 1000; i++) {
        ans_buf_add_z(&b, "abc");
        ans_buf_add_byte(&b, '-');
    }
    assert_int_equal(b.len, 4000);
    assert_memory_equal(b.ptr + 3996, "abc-", 4);
    ans_buf_clear(&b);
    assert_int_equal(b.len, 0);
    ans_buf_add_int(&b, INT64_MIN);
    ans_buf_add(&b, (struct ans_str){NULL, 0});
    ans_buf_printf(&b, " %s %03d", "x", 7);
    assert_str(ans_buf_str(&b), "-9223372036854775808 x 007");
    ans_buf_free(&b);
    assert_null(b.ptr);
    ans_buf_free(&b);
}

static void a_buffer_stops_at_its_limit_and_says_so(void **state)
{
    (void)state;
    struct ans_buf b = {.limit = 5};
    ans_buf_add_z(&b, "abc");
    assert_false(b.overflow);
    ans_buf_add_z(&b, "def");
    assert_true(b.overflow);
    assert_str(ans_buf_str(&b), "abc");
    assert_null(ans_buf_reserve(&b, 3));
    ans_buf_printf(&b, "%s", "long enough");
    assert_str(ans_buf_str(&b), "abc");
    ans_buf_clear(&b);
    assert_false(b.overflow);
    ans_buf_add_z(&b, "12345");
    assert_str(ans_buf_str(&b), "12345");
    assert_false(b.overflow);
    ans_buf_free(&b);
    assert_int_equal(b.limit, 5);
}

static void formatted_text_may_fill_the_limit(void **state)
{
    (void)state;
    struct ans_buf b = {.limit = 5};
    ans_buf_printf(&b, "%s", "12345");
    assert_str(ans_buf_str(&b), "12345");
    assert_false(b.overflow);
    ans_buf_free(&b);
}

static void an_absurd_size_is_refused(void **state)
{
    (void)state;
    struct ans_buf b = {0};
    assert_null(ans_buf_reserve(&b, SIZE_MAX / 2));
    assert_true(b.overflow);
    ans_buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_buffer_grows_with_what_is_added),
        cmocka_unit_test(a_buffer_stops_at_its_limit_and_says_so),
        cmocka_unit_test(formatted_text_may_fill_the_limit),
        cmocka_unit_test(an_absurd_size_is_refused),
    };
    return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
