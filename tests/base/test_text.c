#include "base/text.h"

#include <pthread.h>

#include "check.h"

static void only_well_formed_utf8_without_nul_is_valid(void **state)
{
    (void)state;
    const struct {
        struct ans_str text;
        bool valid;
    } cases[] = {
        {{NULL, 0}, true},
        {ANS_STR("abc"), true},
        {ANS_STR("\xc3\xa5\xe2\x82\xac\xf0\x9f\x98\x80"), true},
        {ANS_STR("\x7f\xc2\x80\xdf\xbf"), true},
        {ANS_STR("\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80"), true},
        {ANS_STR("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), true},
        {ANS_STR("a\0b"), false},         /* NUL */
        {ANS_STR("\x80"), false},         /* a tail alone */
        {ANS_STR("\xc3"), false},         /* cut */
        {ANS_STR("\xe2\x82"), false},     /* cut */
        {ANS_STR("\xf0\x9f\x98"), false}, /* cut */
        {ANS_STR("\xc3("), false},        /* a head without its tail */
        {ANS_STR("\xe2\x28\xa1"), false},
        {ANS_STR("\xc0\xaf"), false},         /* overlong */
        {ANS_STR("\xc1\xbf"), false},         /* overlong */
        {ANS_STR("\xe0\x9f\xbf"), false},     /* overlong */
        {ANS_STR("\xf0\x8f\xbf\xbf"), false}, /* overlong */
        {ANS_STR("\xed\xa0\x80"), false},     /* a surrogate */
        {ANS_STR("\xed\xbf\xbf"), false},     /* a surrogate */
        {ANS_STR("\xf4\x90\x80\x80"), false}, /* past U+10FFFF */
        {ANS_STR("\xf5\x80\x80\x80"), false},
        {ANS_STR("\xff"), false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        if (ans_text_valid(cases[i].text) != cases[i].valid)
            fail_msg("case %zu", i);
}

static void a_cut_character_is_not_read_past_its_end(void **state)
{
    (void)state;
    struct ans_str cut = tight(ANS_STR("\xe2\x82"));
    assert_false(ans_text_valid(cut));
    free((char *)cut.ptr);
}

static void a_cleaned_text_is_ready_to_keep(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        const char *typed;
        const char *kept;
        const char *line;
    } cases[] = {
        {"", "", ""},
        {" \t\r\n", "", ""},
        {"  Ada  ", "Ada", "Ada"},
        {"a\r\nb\rc\nd", "a\nb\nc\nd", "a b c d"},
        {"a\tb", "a\tb", "a b"},
        {"a   b", "a   b", "a b"},
        {"a\u00a0b\u2028c", "a\u00a0b\nc", "a b c"},
        {"a\r\r\n\nb\vc\fd", "a\n\n\nb\nc\nd", "a b c d"},
        {"\u00a0\u3000x\u2003", "x", "x"},
        {"\u00a0\u3000", "", ""},
        {"A\u030akerby o\u0308", "\u00c5kerby \u00f6", "\u00c5kerby \u00f6"},
        {"\u212b", "\u00c5", "\u00c5"},
        {"\uac00 \u1100\u1161", "\uac00 \uac00", "\uac00 \uac00"},
        {"a\001b\x7f\x1b"
         "c",
         "abc", "abc"},
        {"c\xc2\x85"
         "d\xc2\x80",
         "c\nd", "c d"},
        {"evil\u202egpj.exe\u202c", "evilgpj.exe", "evilgpj.exe"},
        {"\u2066x\u2069\ufeff\u200b\u2060", "x", "x"},
        {"\u200b", "", ""},
        {"a \u200b b", "a  b", "a b"},
        {"\xf0\x9f\x91\xa9\u200d\xf0\x9f\x8c\xbe", /* needs its joiner */
         "\xf0\x9f\x91\xa9\u200d\xf0\x9f\x8c\xbe",
         "\xf0\x9f\x91\xa9\u200d\xf0\x9f\x8c\xbe"},
        {"<b>&amp;</b>", "<b>&amp;</b>", "<b>&amp;</b>"},
        {" Åsa", "Åsa", "Åsa"},
        {"Åsa\n", "Åsa", "Åsa"},
        {"Åsa\n\n  Öst", "Åsa\n\n  Öst", "Åsa Öst"},
        {"2025\u20132030 \u201dja\u201d", "2025\u20132030 \u201dja\u201d",
         "2025\u20132030 \u201dja\u201d"},
        {"a \u00adb", "a \u00adb", "a \u00adb"},
        {"\u02ffo\u0308", "\u02ff\u00f6", "\u02ff\u00f6"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_str typed = ans_str_from(cases[i].typed);
        struct ans_str out;
        struct ans_err err = {0};
        assert_true(ans_text_clean(arena, typed, false, &out, &err));
        assert_str(out, cases[i].kept);
        assert_true(ans_text_clean(arena, typed, true, &out, &err));
        assert_str(out, cases[i].line);
        assert_true(ans_text_clean(arena, out, true, &out, &err));
        assert_str(out, cases[i].line);
        /* what is plain has a way of its own, which may make no difference */
        struct ans_str hard =
            ans_arena_printf(arena, "\u200b%s", cases[i].typed);
        assert_true(ans_text_clean(arena, hard, false, &out, &err));
        assert_str(out, cases[i].kept);
    }
}

static void invalid_utf8_cannot_be_cleaned(void **state)
{
    struct ans_arena *arena = *state;
    struct ans_str out = ANS_STR("untouched");
    struct ans_err err = {0};
    assert_false(ans_text_clean(arena, ANS_STR("a\xff"), false, &out, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_false(ans_text_clean(arena, ANS_STR("a\0b"), false, &out, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_str(out, "untouched");
}

static void a_mended_text_can_be_shown_but_not_kept(void **state)
{
    const struct {
        struct ans_str text;
        const char *mended;
    } cases[] = {
        {ANS_STR("Åby\n"), "Åby\n"},
        {ANS_STR(""), ""},
        {ANS_STR("a\xff"
                 "b"),
         "a" ANS_TEXT_LOST "b"},
        {ANS_STR("a\0"), "a" ANS_TEXT_LOST},
        {ANS_STR("\xed\xa0\x80"), ANS_TEXT_LOST ANS_TEXT_LOST ANS_TEXT_LOST},
        {ANS_STR("\xc3"), ANS_TEXT_LOST},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_str out;
        struct ans_str mended = ans_text_mend(*state, cases[i].text);
        bool whole = ans_text_valid(cases[i].text);
        assert_str(mended, cases[i].mended);
        assert_true(ans_text_valid(mended));
        assert_int_equal(ans_text_clean(*state, mended, false, &out, NULL),
                         whole);
    }
}

/* 'e' and `count` marks, with `between` after each tenth. */
static struct ans_str heap(struct ans_arena *arena, const char *mark,
                           size_t count, const char *between)
{
    struct ans_str s = ANS_STR("e");
    for (size_t i = 0; i < count; i++)
        s = ans_arena_printf(arena, "%.*s%s%s", ANS_STR_ARG(s), mark,
                             i % 10 == 9 ? between : "");
    return s;
}

static void more_than_thirty_marks_in_a_row_are_refused(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        const char *mark;
        size_t count;
        const char *between;
        bool fine;
    } cases[] = {
        {"\u0327", 30, "", true},       {"\u0327", 31, "", false},
        {"\u0327", 300, "", false},     {"\u0327", 300, "x", true},
        {"\u0327", 300, "\001", false}, {"\u0344", 30, "", false},
        {"\u20dd", 31, "", false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_str out;
        struct ans_err err = {0};
        struct ans_str s =
            heap(arena, cases[i].mark, cases[i].count, cases[i].between);
        if (ans_text_clean(arena, s, false, &out, &err) != cases[i].fine)
            fail_msg("case %zu", i);
        if (!cases[i].fine)
            assert_int_equal(err.kind, ANS_ERR_LIMIT);
    }
}

static void characters_are_what_people_count(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {
        {"", 0},
        {"abc", 3},
        {"åäö", 3},
        {"a\u030a", 1},
        {"a\r\nb", 3},
        {"\xf0\x9f\x87\xb8\xf0\x9f\x87\xaa", 1},        /* a flag */
        {"\xf0\x9f\x91\xa9\u200d\xf0\x9f\x8c\xbe!", 2}, /* a farmer */
        {"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", 1},        /* skin tone */
        {"\u0e01\u0e33", 1},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_int_equal(ans_text_length(ans_str_from(cases[i].text)),
                         cases[i].length);
}

static void a_shortened_text_ends_in_an_ellipsis_only_if_cut(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        const char *text;
        size_t characters;
        const char *want;
    } cases[] = {
        {"Jämställt", 9, "Jämställt"},
        {"Jämställt", 20, "Jämställt"},
        {"Jämställt", 2, "Jä…"},
        {"Ett hus", 4, "Ett…"},
        {"", 3, ""},
        {"abc", 0, "…"},
        {"e\u0327x", 1, "e\u0327…"},
        {"abc", 2, "ab…"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_text_shorten(arena, ans_str_from(cases[i].text),
                                    cases[i].characters),
                   cases[i].want);
}

static void case_follows_the_language(void **state)
{
    struct ans_arena *arena = *state;
    assert_str(ans_text_fold(arena, ANS_STR("ÅÄÖ Straße ABC"), "sv"),
               "åäö straße abc");
    assert_str(ans_text_fold(arena, ANS_STR("IĞDIR"), "tr"), "ığdır");
    assert_str(ans_text_fold(arena, (struct ans_str){NULL, 0}, "sv"), "");
    assert_str(ans_text_capital(arena, ANS_STR("förening för alla"), "sv"),
               "Förening för alla");
    assert_str(ans_text_capital(arena, ANS_STR("ÅKERBY ik"), "sv"),
               "ÅKERBY ik");
    assert_str(ans_text_capital(arena, ANS_STR("ökning"), "sv"), "Ökning");
    assert_str(ans_text_capital(arena, ANS_STR("ijs"), "nl"), "IJs");
    assert_str(ans_text_capital(arena, ANS_STR("i dag"), "tr"), "İ dag");
    assert_str(ans_text_capital(arena, (struct ans_str){NULL, 0}, "sv"), "");
}

static void swedish_order_puts_the_last_letters_last(void **state)
{
    struct ans_arena *arena = *state;
    static const char *const ordered[] = {
        "",      "2 systrar", "10 bröder", "Abba", "abborre", "Andersson",
        "ek",    "ék",        "Ek-by",     "Zorn", "Åkerby",  "Ås",
        "Äpple", "ärlig",     "Ö 2",       "ö 10", "Öland",
    };
    for (size_t i = 0; i + 1 < ANS_COUNT(ordered); i++) {
        struct ans_str a =
            ans_text_sort_key(arena, ans_str_from(ordered[i]), "sv");
        struct ans_str b =
            ans_text_sort_key(arena, ans_str_from(ordered[i + 1]), "sv");
        if (ans_str_cmp(a, b) >= 0)
            fail_msg("%s comes before %s", ordered[i + 1], ordered[i]);
    }
}

static int order(struct ans_arena *arena, const char *a, const char *b,
                 const char *lang)
{
    return ans_str_cmp(ans_text_sort_key(arena, ans_str_from(a), lang),
                       ans_text_sort_key(arena, ans_str_from(b), lang));
}

static void order_follows_the_language(void **state)
{
    struct ans_arena *arena = *state;
    assert_true(order(arena, "öl", "zon", "sv") > 0);
    assert_true(order(arena, "öl", "zon", "en") < 0);
    assert_true(order(arena, "öl", "zon", "xx") <
                0); /* root, whatever the machine */
    assert_int_equal(order(arena, "o\u0308l", "öl", "sv"), 0);
    assert_true(order(arena, "åker", "äpple", "fit") < 0);
    assert_true(order(arena, "ábc", "az", "sv") < 0); /* an a */
    assert_true(order(arena, "ábc", "az", "se") > 0); /* after a */
    assert_true(order(arena, "ábc", "az", "smj") > 0);
    assert_true(order(arena, "ål", "zon", "smj") > 0);
    assert_true(ans_text_version() >= 7200);
}

static void a_long_text_has_a_sort_key_too(void **state)
{
    struct ans_arena *arena = *state;
    char longer[3001];
    memset(longer, 'a', sizeof(longer) - 1);
    longer[3000] = '\0';
    struct ans_str all = ans_text_sort_key(arena, ans_str_from(longer), "sv");
    longer[2999] = 'b';
    struct ans_str b = ans_text_sort_key(arena, ans_str_from(longer), "sv");
    assert_true(ans_str_cmp(all, b) < 0);
    assert_true(ans_str_find(all, '\0') < 0);
}

static void a_slug_is_plain_letters_digits_and_single_hyphens(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        const char *name;
        const char *slug;
    } cases[] = {
        {"Åkerby IK", "akerby-ik"},
        {"  Kvinno- & tjejjouren (ideell) ", "kvinno-tjejjouren-ideell"},
        {"Ærø Øl Straße", "aero-ol-strasse"},
        {"ŁÓDŹ 2025", "lodz-2025"},
        {"A\u030akerby", "akerby"},
        {"ﬁlm ①", "film-1"},
        {"../../etc/passwd", "etc-passwd"},
        {"!!!", "-"},
        {"", "-"},
        {"数学", "-"},
        {"a数b", "a-b"},
        {"abcdefghij abcdefghij abcdefghij abcdefghij abcdefghij abcd x",
         "abcdefghij-abcdefghij-abcdefghij-abcdefghij-abcdefghij-abcd"},
        {"abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghiß",
         "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghi"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_text_slug(arena, ans_str_from(cases[i].name)),
                   cases[i].slug);
}

static void plurals_follow_the_language(void **state)
{
    (void)state;
    static const struct {
        int64_t n;
        const char *lang;
        const char *category;
    } cases[] = {
        {0, "sv", "other"},
        {1, "sv", "one"},
        {2, "sv", "other"},
        {1, "en", "one"},
        {21, "en", "other"},
        {0, "ar", "zero"},
        {2, "ar", "two"},
        {3, "pl", "few"},
        {5, "pl", "many"},
        {2, "fi", "other"},
        {1, "fit", "one"}, /* as Finnish */
        {2, "fit", "other"},
        {1, "se", "one"}, /* the Sámi languages have a dual */
        {2, "se", "two"},
        {3, "se", "other"},
        {2, "smj", "two"},
        {2, "sma", "two"},
        {2, "sju", "two"},
        {1, "xx", "other"},
        {1, "", "other"},
        {1, NULL, "other"},
        {1, "a-language-that-is-too-long", "other"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_string_equal(ans_text_plural(cases[i].n, cases[i].lang),
                            cases[i].category);
}

static void the_plural_forms_of_a_language_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *lang;
        size_t count;
    } cases[] = {{"sv", 2},  {"fi", 2}, {"fit", 2}, {"se", 3},
                 {"smj", 3}, {"pl", 3}, {"ar", 6},  {"xx", 1}};
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        const char *forms[ANS_TEXT_PLURALS];
        assert_int_equal(ans_text_plurals(cases[i].lang, forms),
                         cases[i].count);
    }
}

static void some_languages_are_written_from_right_to_left(void **state)
{
    (void)state;
    assert_true(ans_text_is_rtl("ar"));
    assert_true(ans_text_is_rtl("fa"));
    assert_false(ans_text_is_rtl("sv"));
    assert_false(ans_text_is_rtl("fit"));
}

static void numbers_are_written_as_the_language_does(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        double n;
        const char *lang;
        const char *want;
    } cases[] = {
        {0, "sv", "0"},
        {2000, "sv", "2\u00a0000"},
        {1234567, "sv", "1\u00a0234\u00a0567"},
        {-5, "sv", "\u22125"},
        {2.5, "sv", "2,5"},
        {2000, "en", "2,000"},
        {2.5, "en", "2.5"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_text_number(arena, cases[i].n, cases[i].lang),
                   cases[i].want);
}

static void *work(void *memory)
{
    size_t *wrong = memory;
    static const char *const langs[] = {"sv", "en", "de", "pl",
                                        "ar", "fi", "nb", "da"};
    struct ans_arena *own = ans_arena_new(0);
    for (size_t i = 0; i < 400; i++) {
        const char *lang = langs[i % ANS_COUNT(langs)];
        ans_arena_reset(own);
        struct ans_str a = ans_text_sort_key(own, ANS_STR("Åkerby 2"), lang);
        struct ans_str b = ans_text_sort_key(own, ANS_STR("Åkerby 10"), lang);
        *wrong += ans_str_cmp(a, b) >= 0;
        *wrong += ans_text_length(ANS_STR("e\u0327x")) != 2;
        *wrong += !ans_text_number(own, 2000, lang).len;
    }
    ans_arena_free(own);
    return NULL;
}

static void threads_share_nothing_and_leave_nothing(void **state)
{
    (void)state;
    pthread_t threads[4];
    size_t wrong[ANS_COUNT(threads)] = {0};
    for (size_t i = 0; i < ANS_COUNT(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, &wrong[i]), 0);
    for (size_t i = 0; i < ANS_COUNT(threads); i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(wrong[i], 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_well_formed_utf8_without_nul_is_valid),
        cmocka_unit_test(a_cut_character_is_not_read_past_its_end),
        cmocka_unit_test(a_cleaned_text_is_ready_to_keep),
        cmocka_unit_test(invalid_utf8_cannot_be_cleaned),
        cmocka_unit_test(a_mended_text_can_be_shown_but_not_kept),
        cmocka_unit_test(more_than_thirty_marks_in_a_row_are_refused),
        cmocka_unit_test(characters_are_what_people_count),
        cmocka_unit_test(a_shortened_text_ends_in_an_ellipsis_only_if_cut),
        cmocka_unit_test(case_follows_the_language),
        cmocka_unit_test(swedish_order_puts_the_last_letters_last),
        cmocka_unit_test(order_follows_the_language),
        cmocka_unit_test(a_long_text_has_a_sort_key_too),
        cmocka_unit_test(a_slug_is_plain_letters_digits_and_single_hyphens),
        cmocka_unit_test(plurals_follow_the_language),
        cmocka_unit_test(the_plural_forms_of_a_language_are_known),
        cmocka_unit_test(some_languages_are_written_from_right_to_left),
        cmocka_unit_test(numbers_are_written_as_the_language_does),
        cmocka_unit_test(threads_share_nothing_and_leave_nothing),
    };
    return cmocka_run_group_tests_name("text", tests, arena_setup,
                                       arena_teardown);
}
