#include "county/texts.h"

#include "check.h"

#define ITEM(lang, kind, str)                                                  \
    {                                                                          \
        ANS_STR(lang), ANS_STR(kind), ANS_STR(str)                             \
    }

static void a_text_falls_back_by_its_chain(void **state)
{
    struct ans_text_item items[] = {
        ITEM("en", "", "hello"), ITEM("sv", "", "hej"), ITEM("fi", "", "hei"),
        ITEM("se", "", "bures")};
    static const struct {
        const char *asked, *str, *lang;
    } cases[] = {{"sv", "hej", "sv"},  {"en", "hello", "en"},
                 {"fit", "hei", "fi"}, {"smj", "bures", "se"},
                 {"de", "hej", "sv"},  {"", "hej", "sv"}};
    const struct ans_text text = {.items = items, .count = ANS_COUNT(items)};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_said said = ans_text_in(&text, ans_str_from(cases[i].asked));
        assert_str(said.str, cases[i].str);
        assert_str(said.lang, cases[i].lang);
    }
}

static void without_swedish_any_language_will_do(void **state)
{
    struct ans_text_item items[] = {ITEM("en", "", "hello")};
    const struct ans_text text = {.items = items, .count = 1};
    const struct ans_text nothing = {0};
    (void)state;
    assert_str(ans_text_in(&text, ANS_STR("fi")).str, "hello");
    assert_str(ans_text_in(&nothing, ANS_STR("sv")).str, "");
    assert_false(ans_text_said(&nothing));
}

static void the_kind_weighs_more_than_the_language(void **state)
{
    struct ans_text_item items[] = {ITEM("sv", "company", "företaget"),
                                    ITEM("sv", "", "ni"),
                                    ITEM("en", "", "you")};
    static const struct {
        const char *lang, *kind, *str;
    } cases[] = {{"sv", "company", "företaget"},
                 {"en", "company", "företaget"},
                 {"en", "region", "you"},
                 {"sv", "region", "ni"},
                 {"en", "", "you"}};
    const struct ans_text text = {.items = items, .count = ANS_COUNT(items)};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_text_for(&text, ans_str_from(cases[i].lang),
                                ans_str_from(cases[i].kind))
                       .str,
                   cases[i].str);
}

static void say(struct ans_arena *arena, struct ans_texts *texts,
                const char *lang, const char *key, const char *str)
{
    struct ans_own_text text = {.key = ans_str_from(key),
                                .str = ans_str_from(str)};
    ans_texts_add(arena, texts, ans_str_from(lang), text);
}

static void the_county_may_say_what_stands_in_for_a_language(void **state)
{
    struct ans_text_item items[] = {
        ITEM("en", "", "hello"), ITEM("sv", "", "hej"), ITEM("fi", "", "hei")};
    struct ans_str then[] = {ANS_STR("en"), ANS_STR("fi")};
    struct ans_chain chain[] = {{.lang = ANS_STR("fi")},
                                {.lang = ANS_STR("fit")},
                                {ANS_STR("se"), then, ANS_COUNT(then)}};
    const struct ans_chains chains = {chain, ANS_COUNT(chain)};
    const struct ans_text text = {
        .items = items, .count = ANS_COUNT(items), .chains = &chains};
    static const struct {
        const char *asked, *lang;
    } cases[] = {{"se", "en"}, {"fit", "fi"}, {"de", "fi"}, {"sv", "sv"}};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_text_in(&text, ans_str_from(cases[i].asked)).lang,
                   cases[i].lang);
}

static void a_chain_names_each_language_once(void **state)
{
    struct ans_str then[] = {ANS_STR("sv"), ANS_STR("fi")};
    struct ans_chain chain[] = {{.lang = ANS_STR("sv")},
                                {ANS_STR("fit"), then, ANS_COUNT(then)}};
    const struct ans_chains chains = {chain, ANS_COUNT(chain)};
    struct ans_str out[ANS_CHAIN_MOST];
    (void)state;
    assert_int_equal(ans_chain_of(&chains, ANS_STR("fit"), out), 3);
    assert_str(out[0], "fit");
    assert_str(out[1], "sv");
    assert_str(out[2], "fi");
    assert_int_equal(ans_chain_of(NULL, ANS_STR("sv"), out), 1);
    assert_int_equal(ans_chain_of(NULL, ANS_STR("smj"), out), 3);
    assert_str(out[1], "se");
}

static void a_countys_text_stands_before_the_portals(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_texts portal = {0};
    struct ans_texts texts = {.behind = &portal};
    (void)state;
    say(arena, &portal, "sv", "a", "portalens");
    say(arena, &portal, "en", "a", "the portal's");
    say(arena, &texts, "sv", "a", "först");
    say(arena, &texts, "sv", "a", "länets");
    assert_str(ans_texts_get(&texts, ANS_STR("sv"), "a"), "länets");
    /* In the reader's language, whoever says it. */
    assert_str(ans_texts_get(&texts, ANS_STR("en"), "a"), "the portal's");
    struct ans_said said = ans_texts_find(&texts, ANS_STR("fi"), ANS_STR("a"));
    assert_str(said.str, "länets");
    assert_str(said.lang, "sv");
    assert_null(ans_texts_own(&texts, ANS_STR("fi"), ANS_STR("a")));
    ans_arena_free(arena);
}

/* The form of the language that the text is in, not that of the reader. */
static void a_text_that_counts_takes_the_form_of_its_language(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_texts texts = {0};
    static const struct {
        const char *asked;
        int64_t n;
        const char *str, *lang;
    } cases[] = {{"se", 1, "okta", "se"},    {"se", 2, "guokte", "se"},
                 {"se", 3, "eanet", "se"},   {"sv", 2, "flera", "sv"},
                 {"smj", 2, "guokte", "se"}, {"fi", 2, "flera", "sv"},
                 {"fi", 1, "en", "sv"}};
    (void)state;
    say(arena, &texts, "sv", "x.one", "en");
    say(arena, &texts, "sv", "x.other", "flera");
    say(arena, &texts, "se", "x.one", "okta");
    say(arena, &texts, "se", "x.two", "guokte");
    say(arena, &texts, "se", "x.other", "eanet");
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_said said = ans_texts_count(
            &texts, ans_str_from(cases[i].asked), ANS_STR("x"), cases[i].n);
        assert_str(said.str, cases[i].str);
        assert_str(said.lang, cases[i].lang);
    }
    assert_int_equal(
        ans_texts_count(&texts, ANS_STR("sv"), ANS_STR("y"), 1).str.len, 0);
    ans_arena_free(arena);
}

static void the_portals_texts_fall_back_to_swedish_and_the_key(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_texts texts = {0};
    (void)state;
    say(arena, &texts, "sv", "b", "bä");
    say(arena, &texts, "sv", "a", "å");
    say(arena, &texts, "en", "a", "ay");
    assert_str(ans_texts_get(&texts, ANS_STR("en"), "a"), "ay");
    assert_str(ans_texts_get(&texts, ANS_STR("en"), "b"), "bä");
    assert_str(ans_texts_get(&texts, ANS_STR("fi"), "a"), "å");
    assert_str(ans_texts_get(&texts, ANS_STR("en"), "c.one"), "c.one");
    ans_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_falls_back_by_its_chain),
        cmocka_unit_test(without_swedish_any_language_will_do),
        cmocka_unit_test(the_kind_weighs_more_than_the_language),
        cmocka_unit_test(the_county_may_say_what_stands_in_for_a_language),
        cmocka_unit_test(a_chain_names_each_language_once),
        cmocka_unit_test(a_countys_text_stands_before_the_portals),
        cmocka_unit_test(a_text_that_counts_takes_the_form_of_its_language),
        cmocka_unit_test(the_portals_texts_fall_back_to_swedish_and_the_key),
    };
    return cmocka_run_group_tests_name("county text", tests, NULL, NULL);
}
