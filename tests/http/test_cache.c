#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "http/cache.h"

static _Atomic uint64_t generation = 1;

static struct ans_page *page_of(size_t len)
{
    struct ans_response r;
    ans_response_init(&r);
    r.type = "text/plain; charset=utf-8";
    r.cache = ANS_CACHE_PAGE;
    r.generation = &generation;
    r.built_at = generation;
    for (size_t i = 0; i < len; i++)
        ans_buf_add_byte(&r.body, (char)('a' + i % 20));
    assert_true(ans_page_fits(&r));
    struct ans_page *page = ans_page_new(&r, false);
    ans_response_free(&r);
    return page;
}

static struct ans_page_key key_of(const struct ans_page_cache *cache,
                                  const char *text)
{
    struct ans_str s = ans_str_from(text);
    return (struct ans_page_key){s, ans_page_key_hash(cache, s)};
}

static bool is_kept(struct ans_page_cache *cache, const char *text,
                    enum ans_encoding encoding)
{
    struct ans_page_key key = key_of(cache, text);
    const struct ans_page_form *form;
    if (!ans_page_cache_hold(cache, &key, encoding, &form))
        return false;
    ans_page_cache_let(cache, &key);
    return true;
}

static enum ans_join join(struct ans_page_cache *cache, const char *text,
                          struct ans_waiter *w, struct ans_flight **flight)
{
    struct ans_page_key key = key_of(cache, text);
    struct ans_page *page = NULL;
    enum ans_join how = ans_page_cache_join(cache, &key, w, &page, flight);
    ans_page_release(page);
    return how;
}

/* Ask for a page, build it, keep it. */
static void fly(struct ans_page_cache *cache, const char *text, size_t len)
{
    struct ans_waiter w = {.encoding = ANS_PLAIN};
    struct ans_flight *flight = NULL;
    bool again;
    assert_int_equal(join(cache, text, &w, &flight), ANS_JOIN_LEAD);
    struct ans_page *page = page_of(len);
    assert_ptr_equal(ans_flight_land(flight, page, &again), &w);
    assert_false(again);
    ans_page_release(page);
}

static void a_page_is_kept_while_its_generation_stands(void **state)
{
    (void)state;
    struct ans_page_cache *cache = ans_page_cache_new(1024 * 1024);
    assert_false(is_kept(cache, "/", ANS_PLAIN));
    fly(cache, "/", 100);
    assert_true(is_kept(cache, "/", ANS_PLAIN));
    assert_false(is_kept(cache, "/x", ANS_PLAIN));
    generation++;
    assert_false(is_kept(cache, "/", ANS_PLAIN));
    fly(cache, "/", 100);
    assert_true(is_kept(cache, "/", ANS_PLAIN));
    ans_page_cache_free(cache);
}

static void a_page_ends_at_its_moment(void **state)
{
    (void)state;
    ans_clock_set(1000000);
    struct ans_page_cache *cache = ans_page_cache_new(1024 * 1024);
    struct ans_waiter w = {.encoding = ANS_PLAIN};
    struct ans_flight *flight = NULL;
    bool again;
    assert_int_equal(join(cache, "/", &w, &flight), ANS_JOIN_LEAD);
    struct ans_page *page = page_of(100);
    page->expires = 1000500;
    ans_flight_land(flight, page, &again);
    ans_page_release(page);
    ans_clock_set(1000499);
    assert_true(is_kept(cache, "/", ANS_PLAIN));
    ans_clock_set(1000500);
    assert_false(is_kept(cache, "/", ANS_PLAIN));
    ans_clock_set(0);
    ans_page_cache_free(cache);
}

static void those_who_come_meanwhile_wait_for_the_same_flight(void **state)
{
    (void)state;
    struct ans_page_cache *cache = ans_page_cache_new(1024 * 1024);
    struct ans_waiter w[3] = {{0}};
    struct ans_flight *flight = NULL, *none = NULL;
    bool again;
    assert_int_equal(join(cache, "/", &w[0], &flight), ANS_JOIN_LEAD);
    assert_int_equal(join(cache, "/", &w[1], &none), ANS_JOIN_WAIT);
    assert_int_equal(join(cache, "/", &w[2], &none), ANS_JOIN_WAIT);
    assert_null(none);
    assert_ptr_equal(ans_flight_leader(flight), &w[0]);
    struct ans_page *page = page_of(100);
    struct ans_waiter *served = ans_flight_land(flight, page, &again);
    assert_false(again);
    assert_ptr_equal(served, &w[0]);
    assert_ptr_equal(served->next, &w[1]);
    assert_ptr_equal(served->next->next, &w[2]);
    assert_null(served->next->next->next);
    ans_page_release(page);
    ans_page_cache_free(cache);
}

/* The change came between the first asking and the second. */
static void nobody_gets_a_page_older_than_the_question(void **state)
{
    (void)state;
    struct ans_page_cache *cache = ans_page_cache_new(1024 * 1024);
    struct ans_waiter w[3] = {{0}};
    struct ans_flight *flight = NULL, *none = NULL;
    bool again;
    assert_int_equal(join(cache, "/", &w[0], &flight), ANS_JOIN_LEAD);
    struct ans_page *old = page_of(100);
    generation++;
    assert_int_equal(join(cache, "/", &w[1], &none), ANS_JOIN_WAIT);
    struct ans_waiter *served = ans_flight_land(flight, old, &again);
    assert_ptr_equal(served, &w[0]);
    assert_null(served->next);
    assert_true(again);
    assert_false(is_kept(cache, "/", ANS_PLAIN));
    assert_ptr_equal(ans_flight_leader(flight), &w[1]);

    /* The second round began after both had asked: it serves them, even when
     * yet another change makes it too old to keep. */
    assert_int_equal(join(cache, "/", &w[2], &none), ANS_JOIN_WAIT);
    struct ans_page *new = page_of(100);
    generation++;
    served = ans_flight_land(flight, new, &again);
    assert_ptr_equal(served, &w[1]);
    assert_null(served->next);
    assert_true(again);
    struct ans_page *newest = page_of(100);
    served = ans_flight_land(flight, newest, &again);
    assert_ptr_equal(served, &w[2]);
    assert_false(again);
    assert_true(is_kept(cache, "/", ANS_PLAIN));
    ans_page_release(old);
    ans_page_release(new);
    ans_page_release(newest);
    ans_page_cache_free(cache);
}

static void a_further_encoding_is_packed_from_the_page_that_is_kept(
    void **state)
{
    (void)state;
    struct ans_page_cache *cache = ans_page_cache_new(1024 * 1024);
    fly(cache, "/", 5000);
    assert_false(is_kept(cache, "/", ANS_GZIP));
    struct ans_waiter w[2] = {{.encoding = ANS_GZIP}, {.encoding = ANS_BROTLI}};
    struct ans_flight *flight = NULL, *none = NULL;
    bool again;
    assert_int_equal(join(cache, "/", &w[0], &flight), ANS_JOIN_LEAD);
    assert_int_equal(join(cache, "/", &w[1], &none), ANS_JOIN_WAIT);
    struct ans_page *base = ans_flight_base(flight);
    assert_non_null(base);
    size_t before = ans_page_cache_bytes(cache);
    ans_flight_land(flight, base, &again);
    ans_page_release(base);
    assert_true(is_kept(cache, "/", ANS_PLAIN));
    assert_true(is_kept(cache, "/", ANS_GZIP));
    assert_true(is_kept(cache, "/", ANS_BROTLI));
    assert_true(ans_page_cache_bytes(cache) > before);
    ans_page_cache_free(cache);
}

static void an_answer_not_to_be_kept_makes_nobody_wait_again(void **state)
{
    (void)state;
    struct ans_page_cache *cache = ans_page_cache_new(1024 * 1024);
    struct ans_waiter w[2] = {{0}};
    struct ans_flight *flight = NULL, *none = NULL;
    assert_int_equal(join(cache, "/", &w[0], &flight), ANS_JOIN_LEAD);
    assert_int_equal(join(cache, "/", &w[1], &none), ANS_JOIN_WAIT);
    struct ans_waiter *all = ans_flight_abandon(flight, true);
    assert_ptr_equal(all, &w[0]);
    assert_ptr_equal(all->next, &w[1]);
    assert_int_equal(join(cache, "/", &w[0], &none), ANS_JOIN_ALONE);
    assert_int_equal(join(cache, "/", &w[1], &none), ANS_JOIN_ALONE);
    ans_page_cache_forgive(cache, key_of(cache, "/").hash);
    assert_int_equal(join(cache, "/", &w[0], &flight), ANS_JOIN_LEAD);
    ans_flight_abandon(flight, false);
    assert_int_equal(join(cache, "/", &w[0], &flight), ANS_JOIN_LEAD);
    ans_flight_abandon(flight, false);
    ans_page_cache_free(cache);
}

static void the_cache_keeps_within_its_bytes(void **state)
{
    (void)state;
    enum { BYTES = 256 * 1024 };
    struct ans_page_cache *cache = ans_page_cache_new(BYTES);
    char name[32];
    for (int i = 0; i < 500; i++) {
        snprintf(name, sizeof(name), "/%d", i);
        fly(cache, name, 3000);
        assert_true(ans_page_cache_bytes(cache) <= BYTES);
    }
    assert_true(ans_page_cache_bytes(cache) > BYTES / 2);
    assert_true(is_kept(cache, "/499", ANS_PLAIN));
    assert_false(is_kept(cache, "/0", ANS_PLAIN));
    fly(cache, "/huge", BYTES / 2);
    assert_false(is_kept(cache, "/huge", ANS_PLAIN));
    ans_page_cache_free(cache);
}

static void a_flood_of_addresses_does_not_push_out_what_is_read(void **state)
{
    (void)state;
    struct ans_page_cache *cache = ans_page_cache_new(256 * 1024);
    char name[32];
    for (int i = 0; i < 20; i++) {
        snprintf(name, sizeof(name), "/read/%d", i);
        fly(cache, name, 1000);
        assert_true(is_kept(cache, name, ANS_PLAIN));
    }
    for (int i = 0; i < 3000; i++) {
        snprintf(name, sizeof(name), "/?%d", i);
        fly(cache, name, 1000);
    }
    for (int i = 0; i < 20; i++) {
        snprintf(name, sizeof(name), "/read/%d", i);
        assert_true(is_kept(cache, name, ANS_PLAIN));
    }
    ans_page_cache_free(cache);
}

static void only_whole_pages_that_say_when_they_change_are_kept(void **state)
{
    (void)state;
    struct ans_response r;
    ans_response_init(&r);
    r.cache = ANS_CACHE_PAGE;
    r.generation = &generation;
    assert_true(ans_page_fits(&r));
    r.status = 404;
    assert_false(ans_page_fits(&r));
    r.status = 200;
    r.generation = NULL;
    assert_false(ans_page_fits(&r));
    r.generation = &generation;
    r.cache = ANS_CACHE_NONE;
    assert_false(ans_page_fits(&r));
    ans_response_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_kept_while_its_generation_stands),
        cmocka_unit_test(a_page_ends_at_its_moment),
        cmocka_unit_test(those_who_come_meanwhile_wait_for_the_same_flight),
        cmocka_unit_test(nobody_gets_a_page_older_than_the_question),
        cmocka_unit_test(
            a_further_encoding_is_packed_from_the_page_that_is_kept),
        cmocka_unit_test(an_answer_not_to_be_kept_makes_nobody_wait_again),
        cmocka_unit_test(the_cache_keeps_within_its_bytes),
        cmocka_unit_test(a_flood_of_addresses_does_not_push_out_what_is_read),
        cmocka_unit_test(only_whole_pages_that_say_when_they_change_are_kept),
    };
    return cmocka_run_group_tests_name("cache", tests, NULL, NULL);
}
