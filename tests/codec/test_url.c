#include "codec/url.h"

#include "check.h"

static void escapes_are_decoded_or_refused(void **state)
{
    const struct {
        struct ans_str in;
        bool plus;
        const char *out; /* NULL: refused */
    } cases[] = {
        {ANS_STR(""), false, ""},
        {ANS_STR("abc"), false, "abc"},
        {ANS_STR("%C3%A5%c3%a4"), false, "åä"},
        {ANS_STR("a+b%2B"), true, "a b+"},
        {ANS_STR("a+b%2B"), false, "a+b+"},
        {ANS_STR("%25C3"), false, "%C3"},
        {ANS_STR("%"), false, NULL},
        {ANS_STR("%4"), false, NULL},
        {ANS_STR("%4g"), false, NULL},
        {ANS_STR("%+1"), true, NULL},
        {ANS_STR("a%00b"), false, NULL},
        {ANS_STR("a\0b"), false, NULL},
        {ANS_STR("%ff"), false, NULL},
        {ANS_STR("%c3"), false, NULL},
        {ANS_STR("%c0%af"), false, NULL},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_err err = {0};
        struct ans_str out;
        struct ans_str in = tight(cases[i].in);
        bool ok = ans_url_decode(*state, in, cases[i].plus, &out, &err);
        free((char *)in.ptr);
        if (ok != !!cases[i].out)
            fail_msg("case %zu", i);
        if (ok)
            assert_str(out, cases[i].out);
        else
            assert_int_equal(err.kind, ANS_ERR_INPUT);
    }
}

static void everything_but_unreserved_is_encoded(void **state)
{
    struct ans_buf b = {0};
    ans_url_encode(&b, ANS_STR("aZ09-._~ /?&=+%\"å"));
    assert_str(ans_buf_str(&b), "aZ09-._~%20%2F%3F%26%3D%2B%25%22%C3%A5");
    struct ans_str back;
    struct ans_err err = {0};
    assert_true(ans_url_decode(*state, ans_buf_str(&b), true, &back, &err));
    assert_str(back, "aZ09-._~ /?&=+%\"å");
    ans_buf_free(&b);
}

static void only_a_harmless_target_passes(void **state)
{
    (void)state;
    const struct {
        struct ans_str raw;
        bool fine;
    } cases[] = {
        {ANS_STR("/"), true},
        {ANS_STR("/a/b/"), true},
        {ANS_STR("/a//b"), true},
        {ANS_STR("/%C3%A5kerby"), true},
        {ANS_STR("/a.b/..c/...?d=.."), true},
        {ANS_STR("/a?q=IT%2Fdata&r=%5C&s=/"), true},
        {ANS_STR("/a?b?c"), true},
        {ANS_STR(""), false},
        {ANS_STR("a"), false},
        {ANS_STR("*"), false},
        {ANS_STR("http://x.se/"), false},
        {ANS_STR("//x.se/"), false},
        {ANS_STR("/a b"), false},
        {ANS_STR("/a\tb"), false},
        {ANS_STR("/a\0b"), false},
        {ANS_STR("/a\x7f"), false},
        {ANS_STR("/\xc3\xa5"), false},
        {ANS_STR("/a#b"), false},
        {ANS_STR("/a\\b"), false},
        {ANS_STR("/%"), false},
        {ANS_STR("/%4"), false},
        {ANS_STR("/%zz"), false},
        {ANS_STR("/a?b=%"), false},
        {ANS_STR("/%00"), false},
        {ANS_STR("/a?b=%00"), false},
        {ANS_STR("/%0a"), false},
        {ANS_STR("/a?b=%0D%0A"), false},
        {ANS_STR("/%1f"), false},
        {ANS_STR("/%7F"), false},
        {ANS_STR("/a%2fb"), false},
        {ANS_STR("/a%2Fb"), false},
        {ANS_STR("/a%5cb"), false},
        {ANS_STR("/a%5Cb"), false},
        {ANS_STR("/."), false},
        {ANS_STR("/.."), false},
        {ANS_STR("/a/../b"), false},
        {ANS_STR("/a/./b"), false},
        {ANS_STR("/a/..?b"), false},
        {ANS_STR("/%2e%2E/b"), false},
        {ANS_STR("/a/.%2e"), false},
        {ANS_STR("/%ff"), false},
        {ANS_STR("/%c3"), false},
        {ANS_STR("/%c0%ae%c0%ae/"), false},
        {ANS_STR("/a?b=%ff"), false},
        {ANS_STR("/%c3?%a5"), false}, /* not half a letter each */
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_str raw = tight(cases[i].raw);
        if (ans_target_harmless(raw) != cases[i].fine)
            fail_msg("%.*s", ANS_STR_ARG(raw));
        free((char *)raw.ptr);
    }
}

static void a_target_is_split_into_segments_and_fields(void **state)
{
    struct ans_target t;
    struct ans_err err = {0};
    assert_true(ans_target_parse(*state, ANS_STR("/l%C3%A4n/b/?q=a+b&q=%2F"),
                                 &t, &err));
    assert_str(t.path, "/l%C3%A4n/b/");
    assert_int_equal(t.count, 3);
    assert_str(t.segments[0], "län");
    assert_str(t.segments[1], "b");
    assert_str(t.segments[2], "");
    assert_int_equal(t.query.count, 2);
    assert_str(ans_fields_get(&t.query, "q"), "a b");
    assert_str(t.query.items[1].value, "/");
    assert_true(ans_target_parse(*state, ANS_STR("/"), &t, &err));
    assert_int_equal(t.count, 1);
    assert_str(t.segments[0], "");
    assert_int_equal(t.query.count, 0);
}

static void a_target_has_limits(void **state)
{
    struct ans_arena *arena = *state;
    struct ans_target t;
    struct ans_buf b = {0};
    for (int i = 0; i < 16; i++)
        ans_buf_add_z(&b, "/a");
    struct ans_err err = {0};
    assert_true(ans_target_parse(arena, ans_buf_str(&b), &t, &err));
    ans_buf_add_z(&b, "/");
    assert_false(ans_target_parse(arena, ans_buf_str(&b), &t, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    ans_buf_clear(&b);
    ans_buf_add_z(&b, "/?");
    for (int i = 0; i < 64; i++)
        ans_buf_add_z(&b, "a=1&");
    assert_true(ans_target_parse(arena, ans_buf_str(&b), &t, &err));
    ans_buf_add_z(&b, "a=1");
    assert_false(ans_target_parse(arena, ans_buf_str(&b), &t, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    ans_buf_free(&b);
    assert_false(ans_target_parse(arena, ANS_STR("/../a"), &t, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
}

static void a_link_stays_on_the_site_or_names_a_known_scheme(void **state)
{
    (void)state;
    static const struct {
        const char *link;
        bool safe;
    } cases[] = {
        {"/", true},
        {"/a/b?c#d", true},
        {"#innehåll", true},
        {"https://example.se", true},
        {"HTTP://example.se/å", true},
        {"mailto:a@example.se", true},
        {"tel:+46101234567", true},
        {"", false},
        {"a/b", false},
        {"//example.se", false},
        {"/\\example.se", false},
        {"/\t/example.se", false},
        {"\t/a", false},
        {" /a", false},
        {"javascript:alert(1)", false},
        {"JaVaScRiPt:alert(1)", false},
        {"java\nscript:alert(1)", false},
        {"data:text/html,x", false},
        {"vbscript:x", false},
        {"ftp://example.se", false},
        {"https:example.se", false},
        {"https://", false},
        {"https:///example.se", false},
        {"https://a b.se", false},
        {"mailto:", false},
        {"tel:", false},
        {"/a\xff", false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        if (ans_url_is_safe_link(ans_str_from(cases[i].link)) != cases[i].safe)
            fail_msg("%s", cases[i].link);
}

static void a_web_address_has_a_scheme_and_a_public_host(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        bool fine;
    } cases[] = {
        {"https://example.se", true},
        {"http://www.example.se/", true},
        {"HTTPS://Example.SE:8443/a?b=c#d", true},
        {"https://åkerby.se/om-oss", true},
        {"https://xn--kerby-hra.se?x", true},
        {"https://example.se#x", true},
        {"", false},
        {"example.se", false},
        {"www.example.se", false},
        {"ftp://example.se", false},
        {"https://", false},
        {"https://localhost", false},
        {"https://example.", false},
        {"https://.se", false},
        {"https://a..se", false},
        {"https://-a.se", false},
        {"https://a-.se", false},
        {"https://a_b.se", false},
        {"https://127.0.0.1/", false},
        {"https://[::1]/", false},
        {"https://user@example.se", false},
        {"https://user:pass@example.se", false},
        {"https://example.se:0", false},
        {"https://example.se:65536", false},
        {"https://example.se:", false},
        {"https://example.se:8a", false},
        {"https://example.se:+80", false},
        {"https://example .se", false},
        {"https://example.se/a b", false},
        {"https://example.se/\"><b>", false},
        {"https://example.se\\@evil.se", false},
        {"https:/example.se", false},
        {"javascript://example.se/%0aalert(1)", false},
        {"https://example.se/\xff", false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        if (ans_url_is_web_address(ans_str_from(cases[i].address)) !=
            cases[i].fine)
            fail_msg("%s", cases[i].address);
}

static void a_web_address_has_a_length(void **state)
{
    (void)state;
    char address[2002];
    memset(address, 'a', sizeof(address));
    memcpy(address, "https://example.se/", 19);
    assert_true(ans_url_is_web_address((struct ans_str){address, 2000}));
    assert_false(ans_url_is_web_address((struct ans_str){address, 2001}));
    memcpy(address, "https://", 8);
    memset(address + 8, 'a', 63);
    memcpy(address + 71, ".se", 3);
    assert_true(ans_url_is_web_address((struct ans_str){address, 74}));
    memcpy(address + 71, "a.se", 4);
    assert_false(ans_url_is_web_address((struct ans_str){address, 75}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_are_decoded_or_refused),
        cmocka_unit_test(everything_but_unreserved_is_encoded),
        cmocka_unit_test(only_a_harmless_target_passes),
        cmocka_unit_test(a_target_is_split_into_segments_and_fields),
        cmocka_unit_test(a_target_has_limits),
        cmocka_unit_test(a_link_stays_on_the_site_or_names_a_known_scheme),
        cmocka_unit_test(a_web_address_has_a_scheme_and_a_public_host),
        cmocka_unit_test(a_web_address_has_a_length),
    };
    return cmocka_run_group_tests_name("url", tests, arena_setup,
                                       arena_teardown);
}
