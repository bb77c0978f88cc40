/* Texts in Markdown and in languages: what is told of them, and where. */
#include "county/mittlan.h"

#define VARFOR "Därför, i {genitive} kommuner."

static void check_text(const char *text, const char *told)
{
    struct mittlan m = {.faults = {.advice = true}};
    struct ans_buf out = {0};
    mittlan_build(&m, "texts/varfor.md", VARFOR, text);
    for (size_t i = 0; i < m.faults.count; i++)
        if (ans_str_is(m.faults.items[i].file, "texts/varfor.md"))
            ans_buf_printf(&out, "%s%.*s", out.len ? "; " : "",
                           ANS_STR_ARG(mittlan_fault(&m, i, NULL)));
    if (!ans_str_is(ans_buf_str(&out), told))
        fail_msg("%s\n  gives %.*s\n  not   %s", text,
                 ANS_STR_ARG(ans_buf_str(&out)), told);
    ans_buf_free(&out);
    mittlan_free(&m);
}

static void a_text_is_told_of_at_its_own_line(void **state)
{
    static const struct {
        const char *text, *told;
    } cases[] = {
        {"Se [oss](/sidor/om).", ""},
        {"Se\n[oss](/sidor/omm).", "texts/varfor.md:4: broken-link"},
        {"[a](/sidor/x) [b](/sidor/om)\n\n[c](/sidor/y \"Y\")",
         "texts/varfor.md:3: broken-link; texts/varfor.md:5: broken-link"},
        {"`[a](/sidor/x)`", ""},
        {"``[a](/sidor/`x)`` [b](/sidor/x)", "texts/varfor.md:3: broken-link"},
        {"```\n[a](/sidor/x)\n# a\n```\n[b](/sidor/x)",
         "texts/varfor.md:7: broken-link"},
        {"[a](/strategi#omrade-makt)", ""},
        {"[a](/strategi#rubrik-mal)", ""},
        {"[a](/strategi#makt)", "texts/varfor.md:3: broken-link"},
        {"![](https://example.org/x.png)", "texts/varfor.md:3: picture-text"},
        {"![En karta](https://example.org/x.png)", ""},
        {"## Två\n\n### Tre\n\n## Två\n\n#### Fyra",
         "texts/varfor.md:9: heading-order"},
        {"#hashtag\n\n    #### kod\n\nNr # 1", ""},
        {"[", ""},
        {"](", ""},
        {"`", ""},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        check_text(cases[i].text, cases[i].told);
}

static void a_link_to_an_area_says_what_it_is_called_there(void **state)
{
    struct mittlan m = {0};
    (void)state;
    mittlan_build(&m, "county.lua", "to = \"/sidor/om\"",
                  "to = \"/strategi#makt\"");
    assert_int_equal(m.faults.count, 1);
    assert_str(mittlan_fault(&m, 0, "sv"),
               "mittlan/county.lua:30: broken-link: länken «/strategi#makt» "
               "leder ingenstans i portalen. Menade du "
               "«/strategi#omrade-makt»?");
    mittlan_free(&m);
}

static void markdown_in_a_script_is_told_of_where_it_stands(void **state)
{
    struct mittlan m = {0};
    (void)state;
    mittlan_build(&m, "county.lua", "text = \"Om {brand}.\"",
                  "text = \"Om [oss](/sidor/inga).\"");
    assert_int_equal(m.faults.count, 1);
    assert_str(mittlan_fault(&m, 0, NULL), "county.lua:33: broken-link");
    mittlan_free(&m);
}

static void a_symbol_shown_large_has_words(void **state)
{
    struct mittlan m = {0};
    (void)state;
    mittlan_build(&m, "county.lua", "accent =", "hero = \"symbol\", accent =");
    assert_int_equal(m.faults.count, 1);
    assert_str(mittlan_fault(&m, 0, NULL), "county.lua:17: picture-text");
    mittlan_free(&m);
    mittlan_build(&m, "county.lua", "accent =",
                  "hero = \"symbol\", symbol_text = \"Vågor\", accent =");
    assert_int_equal(m.faults.count, 0);
    mittlan_free(&m);
}

static void what_a_language_lacks_is_told_once(void **state)
{
    struct mittlan m = {.faults = {.advice = true}};
    (void)state;
    mittlan_build(&m, NULL, NULL, NULL);
    assert_non_null(m.county); /* it is advice */
    assert_int_equal(m.faults.count, 1);
    assert_str(mittlan_fault(&m, 0, NULL), "county.lua:5: untranslated");
    const struct ans_fault *f = &m.faults.items[0];
    assert_str(f->values[1], "en");
    assert_true(ans_str_ends(f->values[2], ANS_STR("welcome.lua (6)")));
    mittlan_free(&m);
    m = (struct mittlan){0}; /* nobody asks */
    mittlan_build(&m, NULL, NULL, NULL);
    assert_int_equal(m.faults.count, 0);
    mittlan_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_told_of_at_its_own_line),
        cmocka_unit_test(a_link_to_an_area_says_what_it_is_called_there),
        cmocka_unit_test(markdown_in_a_script_is_told_of_where_it_stands),
        cmocka_unit_test(a_symbol_shown_large_has_words),
        cmocka_unit_test(what_a_language_lacks_is_told_once),
    };
    return cmocka_run_group_tests_name("county markdown", tests, NULL, NULL);
}
