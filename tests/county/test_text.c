#include "county/text.h"

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
    const struct ans_text text = {items, ANS_COUNT(items), false};
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
    const struct ans_text text = {items, 1, false};
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
    const struct ans_text text = {items, ANS_COUNT(items), false};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_text_for(&text, ans_str_from(cases[i].lang),
                                ans_str_from(cases[i].kind))
                       .str,
                   cases[i].str);
}

static void the_portals_texts_fall_back_to_swedish_and_the_key(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_map *sv = ans_map_new(arena), *en = ans_map_new(arena);
    struct ans_texts texts = {.count = 2};
    (void)state;
    ans_map_put_str(sv, "a", ANS_STR("å"));
    ans_map_put_str(sv, "b", ANS_STR("bä"));
    ans_map_put_str(en, "a", ANS_STR("ay"));
    texts.languages[0].lang = ANS_STR("sv");
    texts.languages[0].map = sv;
    texts.languages[1].lang = ANS_STR("en");
    texts.languages[1].map = en;
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
        cmocka_unit_test(the_portals_texts_fall_back_to_swedish_and_the_key),
    };
    return cmocka_run_group_tests_name("county text", tests, NULL, NULL);
}
