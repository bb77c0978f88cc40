/* Texts in Markdown and in languages: what is told of them, and where. */
#include "county/mittlan.h"

#include <glob.h>
#include <stdio.h>

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
        {"[a](/strategi#rubrik-vad)", "texts/varfor.md:3: broken-link"},
        {"[a](/strategi/2024#omrade-makt)", ""},
        {"[a](/strategi/1999)", "texts/varfor.md:3: broken-link"},
        {"[a](/#rubrik-omraden)", ""},
        {"[a](/#omraden)", "texts/varfor.md:3: broken-link"},
        {"[a](/sidor/om#innehall)", ""},
        {"[a](/sidor/om#syfte)", "texts/varfor.md:3: broken-link"},
        {"[a](/anslut#paket)", ""},
        {"[a](/anslut/ny)", ""},
        {"[a](/anslutna#sok)", ""},
        {"[a](/anslutna?omrade=makt&sort=company)", ""},
        {"[a](/anslutna?omrade=mat)", "texts/varfor.md:3: broken-link"},
        {"[a](/anslutna?kommun=0001)", "texts/varfor.md:3: broken-link"},
        {"[a](/anslutna.csv)", ""},
        {"[a](/anslutna/byn-2)", ""}, /* whoever has joined */
        {"[a](/anslutna/byn/2)", "texts/varfor.md:3: broken-link"},
        {"[a](/valkommen/hemligt)", "texts/varfor.md:3: broken-link"},
        {"[a](/anslut/klart)", "texts/varfor.md:3: broken-link"},
        {"[a](strategi)", "texts/varfor.md:3: broken-link"},
        {"[a]( /strategy )", "texts/varfor.md:3: broken-link"},
        {"[a](#omrade-makt)", ""},
        {"[a](#makt)", "texts/varfor.md:3: broken-link"},
        {"[a][1]\n\n[1]: /sidor/x", "texts/varfor.md:5: broken-link"},
        {"[a][1]\n\n[1]: /sidor/om", ""},
        {"[a](https://example.org/sidor/x)", ""},
        {"[a](https://jamstallt.mittlan.example/sidor/x#y)",
         "texts/varfor.md:3: broken-link"},
        {"[a](https://jamstallt.mittlan.example/mittlan/sidor/om)", ""},
        {"[a](https://jamstallt.mittlan.example)", ""},
        {"![En karta](karta.png)", ""},
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
               "leder till en rubrik som inte finns på sidan «/strategi». "
               "Menade du «/strategi#omrade-makt»?");
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

static bool stands_in(const char *pattern, const char *text)
{
    glob_t files;
    bool found = false;
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc && !found; i++) {
        static char bytes[64 * 1024];
        FILE *in = fopen(files.gl_pathv[i], "re");
        assert_non_null(in);
        bytes[fread(bytes, 1, sizeof bytes - 1, in)] = 0;
        fclose(in);
        found = strstr(bytes, text) != NULL;
    }
    globfree(&files);
    return found;
}

/* The table of check_links.c, read as text, against the views. */
static void headings_that_links_may_name_stand_in_the_views(void **state)
{
    static char source[32 * 1024];
    FILE *in = fopen(ANS_SOURCE_DIR "/engine/county/check_links.c", "re");
    size_t count = 0;
    (void)state;
    assert_non_null(in);
    source[fread(source, 1, sizeof source - 1, in)] = 0;
    fclose(in);
    char *at = strstr(source, "} headings[] = {");
    char *end = at ? strstr(at, "};") : NULL;
    if (!end)
        fail_msg("there is no such table");
    else
        *end = 0;
    while ((at = strstr(at, "\"}"))) {
        *at = 0;
        char *id = strrchr(source, '"') + 1;
        char text[80];
        snprintf(text, sizeof text, "id = \"%s\"",
                 strncmp(id, "rubrik-", 7) ? id : id + 7);
        *at++ = '"';
        if (!stands_in(ANS_SOURCE_DIR "/lua/views/*.lua", text) &&
            !stands_in(ANS_SOURCE_DIR "/lua/parts/*.lua", text))
            fail_msg("%s stands in no view", text);
        count++;
    }
    assert_true(count > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_told_of_at_its_own_line),
        cmocka_unit_test(headings_that_links_may_name_stand_in_the_views),
        cmocka_unit_test(a_link_to_an_area_says_what_it_is_called_there),
        cmocka_unit_test(markdown_in_a_script_is_told_of_where_it_stands),
        cmocka_unit_test(a_symbol_shown_large_has_words),
        cmocka_unit_test(what_a_language_lacks_is_told_once),
    };
    return cmocka_run_group_tests_name("county markdown", tests, NULL, NULL);
}
