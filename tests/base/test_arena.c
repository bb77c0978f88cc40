#include "base/arena.h"

#include <stdalign.h>

#include "check.h"

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct ans_arena *a = ans_arena_new(64);
    for (size_t size = 0; size < 300; size++) {
        unsigned char *p = ans_arena_alloc(a, size);
        assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xff, size);
    }
    assert_true(ans_arena_used(a) >= 300 * 299 / 2);
    ans_arena_free(a);
}

static void a_reset_arena_hands_out_zeroes_again(void **state)
{
    (void)state;
    struct ans_arena *a = ans_arena_new(128);
    char *first = ans_arena_alloc(a, 100);
    memset(first, 'x', 100);
    ans_arena_alloc(a, 100000);
    ans_arena_reset(a);
    assert_int_equal(ans_arena_used(a), 0);
    char *again = ans_arena_alloc(a, 100);
    assert_ptr_equal(again, first);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(again[i], 0);
    ans_arena_free(a);
    ans_arena_free(NULL);
}

static void strings_are_copied_and_end_in_nul(void **state)
{
    struct ans_arena *a = *state;
    char bytes[] = "abc";
    struct ans_str copy = ans_arena_str(a, (struct ans_str){bytes, 2});
    bytes[0] = 'x';
    assert_str(copy, "ab");
    assert_int_equal(copy.ptr[2], '\0');
    struct ans_str empty = ans_arena_str(a, (struct ans_str){NULL, 0});
    assert_int_equal(empty.len, 0);
    assert_non_null(empty.ptr);
    struct ans_str made = ans_arena_printf(a, "%s-%05d", "n", 42);
    assert_str(made, "n-00042");
    assert_int_equal(made.ptr[made.len], '\0');
}

static void an_array_grows_and_keeps_what_it_holds(void **state)
{
    struct ans_arena *a = *state;
    size_t *array = NULL;
    for (size_t n = 0; n < 1000; n++) {
        array = ans_arena_grow(a, array, n, sizeof(*array));
        array[n] = n * n;
    }
    for (size_t n = 0; n < 1000; n++)
        assert_int_equal(array[n], n * n);
    int *zeroes = ANS_NEW_ARRAY(a, int, 9);
    for (size_t i = 0; i < 9; i++)
        assert_int_equal(zeroes[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(a_reset_arena_hands_out_zeroes_again),
        cmocka_unit_test(strings_are_copied_and_end_in_nul),
        cmocka_unit_test(an_array_grows_and_keeps_what_it_holds),
    };
    return cmocka_run_group_tests_name("arena", tests, arena_setup,
                                       arena_teardown);
}
