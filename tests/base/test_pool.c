#include "base/pool.h"

#include <stdalign.h>

#include "check.h"

#define BLOCKS 4000

struct held {
    unsigned char *ptr;
    size_t size;
};

static void fill(struct held *h, size_t seed)
{
    memset(h->ptr, (int)(seed % 251), h->size);
}

static void check_filled(const struct held *h, size_t seed, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        assert_int_equal(h->ptr[i], seed % 251);
}

static void blocks_are_aligned_and_apart(void **state)
{
    (void)state;
    static struct held held[BLOCKS];
    struct ans_pool *pool = ans_pool_new();
    for (size_t i = 0; i < BLOCKS; i++) {
        held[i].size = 1 + i * 7 % 1500; /* small and large */
        held[i].ptr = ans_pool_resize(pool, NULL, i, held[i].size);
        assert_int_equal((uintptr_t)held[i].ptr % alignof(max_align_t), 0);
        fill(&held[i], i);
    }
    for (size_t i = 0; i < BLOCKS; i++) {
        check_filled(&held[i], i, held[i].size);
        assert_null(ans_pool_resize(pool, held[i].ptr, held[i].size, 0));
    }
    ans_pool_free(pool);
    ans_pool_free(NULL);
}

static void a_block_that_changes_size_keeps_what_it_holds(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 16, 17, 100, 1024, 1025, 50000, 1024, 3};
    struct ans_pool *pool = ans_pool_new();
    for (size_t a = 0; a < ANS_COUNT(sizes); a++)
        for (size_t b = 0; b < ANS_COUNT(sizes); b++) {
            struct held h = {.size = sizes[a]};
            h.ptr = ans_pool_resize(pool, NULL, 0, sizes[a]);
            fill(&h, a + 1);
            h.ptr = ans_pool_resize(pool, h.ptr, sizes[a], sizes[b]);
            check_filled(&h, a + 1, sizes[a] < sizes[b] ? sizes[a] : sizes[b]);
            assert_null(ans_pool_resize(pool, h.ptr, sizes[b], 0));
        }
    ans_pool_free(pool);
}

static void what_is_given_back_is_used_again(void **state)
{
    (void)state;
    static void *blocks[BLOCKS];
    struct ans_pool *pool = ans_pool_new();
    size_t held = 0;
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i < BLOCKS; i++)
            blocks[i] = ans_pool_resize(pool, NULL, 0, 1 + i % 200);
        for (size_t i = 0; i < BLOCKS; i++)
            ans_pool_resize(pool, blocks[i], 1 + i % 200, 0);
        if (!round)
            held = ans_pool_held(pool);
        assert_int_equal(ans_pool_held(pool), held);
    }
    assert_true(held > 0);
    assert_null(ans_pool_resize(pool, NULL, 0, 0));
    ans_pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_aligned_and_apart),
        cmocka_unit_test(a_block_that_changes_size_keeps_what_it_holds),
        cmocka_unit_test(what_is_given_back_is_used_again),
    };
    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
