#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "http/address.h"
#include "http/encoding.h"
#include "http/rate.h"
#include "http/siphash.h"

static struct ans_address address(const char *text)
{
    struct ans_address a = {{0}};
    assert_true(ans_address_parse(ans_str_from(text), &a));
    return a;
}

static void addresses_are_read_in_every_form(void **state)
{
    (void)state;
    static const struct {
        const char *text, *address; /* NULL: none */
    } cases[] = {
        {"192.0.2.1", "192.0.2.1"},
        {"192.0.2.1:80", "192.0.2.1"},
        {" 192.0.2.1 ", "192.0.2.1"},
        {"::ffff:192.0.2.1", "192.0.2.1"},
        {"2001:db8::1", "2001:db8::1"},
        {"[2001:db8::1]", "2001:db8::1"},
        {"[2001:db8::1]:443", "2001:db8::1"},
        {"", NULL},
        {"unknown", NULL},
        {"_hidden", NULL},
        {"192.0.2.256", NULL},
        {"[::1", NULL},
        {"1234567890123456789012345678901234567890123456789", NULL},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_address a;
        char text[ANS_ADDRESS_TEXT];
        bool ok = ans_address_parse(ans_str_from(cases[i].text), &a);
        assert_int_equal(ok, cases[i].address != NULL);
        if (ok)
            assert_true(
                ans_str_is(ans_address_write(&a, text), cases[i].address));
    }
}

static void the_proxy_wrote_the_last_forwarded_address(void **state)
{
    (void)state;
    struct ans_address a, b = address("203.0.113.9");
    assert_true(ans_address_forwarded(ANS_STR("10.0.0.1, 203.0.113.9"), &a));
    assert_true(ans_address_eq(&a, &b));
    assert_true(ans_address_forwarded(ANS_STR("203.0.113.9"), &a));
    assert_false(ans_address_forwarded(ANS_STR("203.0.113.9, "), &a));
    assert_false(ans_address_forwarded((struct ans_str){0}, &a));
}

static void loopback_is_known_in_both_families(void **state)
{
    (void)state;
    struct ans_address yes[] = {address("127.0.0.1"), address("127.9.9.9"),
                                address("::1"), address("::ffff:127.0.0.1")};
    struct ans_address no[] = {address("10.0.0.1"), address("::2")};
    for (size_t i = 0; i < ANS_COUNT(yes); i++)
        assert_true(ans_address_is_loopback(&yes[i]));
    for (size_t i = 0; i < ANS_COUNT(no); i++)
        assert_false(ans_address_is_loopback(&no[i]));
}

static void a_network_of_64_bits_counts_as_one(void **state)
{
    (void)state;
    struct ans_tally *t = ans_tally_new(8);
    struct ans_address a = address("2001:db8::1"), b = address("2001:db8::2");
    struct ans_address c = address("2001:db8:0:1::1");
    struct ans_address d = address("192.0.2.1"), e = address("192.0.2.2");
    assert_true(ans_tally_add(t, &a, 1));
    assert_false(ans_tally_add(t, &b, 1));
    assert_true(ans_tally_add(t, &c, 1));
    assert_true(ans_tally_add(t, &d, 1));
    assert_true(ans_tally_add(t, &e, 1));
    ans_tally_drop(t, &b);
    assert_true(ans_tally_add(t, &a, 1));
    ans_tally_free(t);
}

/* Against a plain array, over many random steps, so that slots move. */
static void a_tally_counts_right_whatever_comes_and_goes(void **state)
{
    (void)state;
    enum { KINDS = 200, LIMIT = 3, STEPS = 40000 };
    struct ans_tally *t = ans_tally_new(KINDS);
    unsigned counts[KINDS] = {0};
    unsigned seed = 7;
    for (int i = 0; i < STEPS; i++) {
        seed = seed * 1103515245u + 12345u;
        unsigned who = (seed >> 16) % KINDS;
        char text[32];
        snprintf(text, sizeof(text), "10.0.%u.1", who);
        struct ans_address a = address(text);
        if (seed & 0x1000) {
            assert_int_equal(ans_tally_add(t, &a, LIMIT), counts[who] < LIMIT);
            counts[who] += counts[who] < LIMIT;
        } else if (counts[who]) {
            ans_tally_drop(t, &a);
            counts[who]--;
        }
    }
    ans_tally_free(t);
}

static void a_full_tally_takes_no_new_address(void **state)
{
    (void)state;
    struct ans_tally *t = ans_tally_new(8);
    int taken = 0;
    for (int i = 0; i < 100; i++) {
        char text[32];
        snprintf(text, sizeof(text), "10.0.0.%d", i);
        struct ans_address a = address(text);
        taken += ans_tally_add(t, &a, 5);
    }
    assert_int_equal(taken, 8);
    struct ans_address known = address("10.0.0.0");
    assert_true(ans_tally_add(t, &known, 5));
    ans_tally_free(t);
}

static void a_rate_lets_through_so_many_and_fills_up_evenly(void **state)
{
    (void)state;
    struct ans_rate *r = ans_rate_new(60);
    struct ans_address a = address("192.0.2.1"), b = address("192.0.2.2");
    int wait = 0;
    int64_t now = 1000;
    for (int i = 0; i < 60; i++)
        assert_true(ans_rate_take(r, &a, now, &wait));
    assert_false(ans_rate_take(r, &a, now, &wait));
    assert_in_range(wait, 1, 2);
    assert_true(ans_rate_take(r, &b, now, &wait));
    now += 1000;
    assert_true(ans_rate_take(r, &a, now, &wait));
    assert_false(ans_rate_take(r, &a, now, &wait));
    now += 3600000;
    for (int i = 0; i < 60; i++)
        assert_true(ans_rate_take(r, &a, now, &wait));
    assert_false(ans_rate_take(r, &a, now, &wait));
    ans_rate_free(r);
}

static void a_flood_of_addresses_costs_no_memory(void **state)
{
    (void)state;
    struct ans_rate *r = ans_rate_new(1);
    int wait;
    for (int i = 0; i < 100000; i++) {
        struct ans_address a = {{[10] = 0xff,
                                 0xff,
                                 10,
                                 (unsigned char)(i >> 16),
                                 (unsigned char)(i >> 8),
                                 (unsigned char)i}};
        assert_true(ans_rate_take(r, &a, 1000 + i, &wait));
    }
    ans_rate_free(r);
}

static void the_best_encoding_is_chosen_by_weight(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        enum ans_encoding best;
        bool gzip;
    } cases[] = {
        {"", ANS_PLAIN, false},
        {"gzip", ANS_GZIP, true},
        {"br", ANS_BROTLI, false},
        {"gzip, deflate, br", ANS_BROTLI, true},
        {"gzip, deflate, br, zstd", ANS_BROTLI, true},
        {"GZIP", ANS_GZIP, true},
        {"br;q=0.5, gzip;q=0.8", ANS_GZIP, true},
        {"br; q=0.5 , gzip ; q=0.5", ANS_BROTLI, true},
        {"br;q=0, gzip", ANS_GZIP, true},
        {"br;q=0.000, gzip;q=0", ANS_PLAIN, false},
        {"*", ANS_BROTLI, true},
        {"*;q=0", ANS_PLAIN, false},
        {"gzip;q=0.1, *;q=0", ANS_GZIP, true},
        {"identity;q=1, gzip;q=0.5", ANS_PLAIN, true},
        {"identity;q=0.5, gzip;q=0.5", ANS_GZIP, true},
        {"gzip;q=1.001", ANS_PLAIN, false},
        {"gzip;q=x", ANS_PLAIN, false},
        {"gzip;q=", ANS_PLAIN, false},
        {"deflate", ANS_PLAIN, false},
        {",,;,", ANS_PLAIN, false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_str header = ans_str_from(cases[i].header);
        if (ans_encoding_choose(header) != cases[i].best ||
            ans_encoding_takes_gzip(header) != cases[i].gzip)
            fail_msg("Accept-Encoding: %s", cases[i].header);
    }
}

static void a_tag_is_compared_weakly_in_a_list(void **state)
{
    (void)state;
    struct ans_str tag = ANS_STR("\"abc\"");
    assert_true(ans_etag_matches(ANS_STR("\"abc\""), tag));
    assert_true(ans_etag_matches(ANS_STR("\"x\", W/\"abc\""), tag));
    assert_true(ans_etag_matches(ANS_STR("*"), tag));
    assert_false(ans_etag_matches(ANS_STR("\"abcd\""), tag));
    assert_false(ans_etag_matches(ANS_STR("abc"), tag));
    assert_false(ans_etag_matches((struct ans_str){0}, tag));
}

/* From the authors' test vectors, for SipHash-1-3 as in Rust's std tests. */
static void the_hash_is_siphash_1_3(void **state)
{
    (void)state;
    struct ans_sipkey key = {0x0706050403020100, 0x0f0e0d0c0b0a0908};
    unsigned char in[16];
    for (unsigned i = 0; i < sizeof(in); i++)
        in[i] = (unsigned char)i;
    assert_true(ans_siphash(&key, in, 0) == 0xabac0158050fc4dcu);
    assert_true(ans_siphash(&key, in, 1) == 0xc9f49bf37d57ca93u);
    assert_true(ans_siphash(&key, in, 8) == 0x369095118d299a8eu);
}

static void listening_says_what_is_wrong(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",          "8080",         "localhost:8080",
        "127.0.0.1", "127.0.0.1:",   "127.0.0.1:65536",
        "::1:8080",  "127.0.0.1:-1",
    };
    char text[64], again[64];
    struct ans_err err = {0};
    for (size_t i = 0; i < ANS_COUNT(wrong); i++) {
        assert_int_equal(ans_address_listen(wrong[i], text, 64, &err), -1);
        assert_int_equal(err.kind, ANS_ERR_INPUT);
    }
    int fd = ans_address_listen("127.0.0.1:0", text, sizeof(text), &err);
    assert_true(fd >= 0);
    assert_int_equal(ans_address_listen(text, again, 64, &err), -1);
    assert_int_equal(err.kind, ANS_ERR_CONFLICT);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_are_read_in_every_form),
        cmocka_unit_test(the_proxy_wrote_the_last_forwarded_address),
        cmocka_unit_test(loopback_is_known_in_both_families),
        cmocka_unit_test(a_network_of_64_bits_counts_as_one),
        cmocka_unit_test(a_tally_counts_right_whatever_comes_and_goes),
        cmocka_unit_test(a_full_tally_takes_no_new_address),
        cmocka_unit_test(a_rate_lets_through_so_many_and_fills_up_evenly),
        cmocka_unit_test(a_flood_of_addresses_costs_no_memory),
        cmocka_unit_test(the_best_encoding_is_chosen_by_weight),
        cmocka_unit_test(a_tag_is_compared_weakly_in_a_list),
        cmocka_unit_test(the_hash_is_siphash_1_3),
        cmocka_unit_test(listening_says_what_is_wrong),
    };
    return cmocka_run_group_tests_name("address, rate, encoding", tests, NULL,
                                       NULL);
}
