#include "../check.h"

#include <lauxlib.h>
#include <lua.h>
#include <string.h>

#include "view/html.h"
#include "view/state.h"

struct writing {
    const char *source; /* Lua: an expression that gives a tree */
    enum ans_html_for purpose;
    struct ans_buf out;
};

static int write_tree(lua_State *L)
{
    struct writing *w = lua_touserdata(L, 1);
    lua_pushfstring(L, "local h = require('html') local tree = %s return tree",
                    w->source);
    if (luaL_loadbuffer(L, lua_tostring(L, -1), lua_rawlen(L, -1), "=case"))
        lua_error(L);
    lua_call(L, 0, 1);
    ans_html_write(L, -1, w->purpose, &w->out);
    return 0;
}

static bool run(struct writing *w, struct ans_err *err)
{
    lua_State *L = ans_view_state_new(ANS_SOURCE_DIR "/lua", NULL, err);
    assert_non_null(L);
    bool ok = ans_view_protect(L, write_tree, w, err);
    ans_view_state_free(L);
    return ok;
}

static void check_written(const char *source, const char *want)
{
    struct writing w = {.source = source};
    struct ans_err err = {0};
    if (!run(&w, &err))
        fail_msg("%s: %s", source, err.text);
    assert_str(ans_buf_str(&w.out), want);
    ans_buf_free(&w.out);
}

static void check_refused(const char *source, const char *why)
{
    struct writing w = {.source = source};
    struct ans_err err = {0};
    if (run(&w, &err))
        fail_msg("%s was written", source);
    assert_int_equal(err.kind, ANS_ERR_SCRIPT);
    if (!strstr(err.text, why))
        fail_msg("%s: \"%s\" does not say \"%s\"", source, err.text, why);
    ans_buf_free(&w.out);
}

static void trees_become_tags(void **state)
{
    (void)state;
    static const struct {
        const char *source, *want;
    } cases[] = {
        {"h.p { 'Hej' }", "<p>Hej</p>"},
        {"h.p { class = 'lead', id = 'x', 'Hej' }",
         "<p class=\"lead\" id=\"x\">Hej</p>"},
        {"h.div { h.p { 'a' }, h.p { 'b' } }", "<div><p>a</p><p>b</p></div>"},
        {"h.br {}", "<br>"},
        {"h.p { 12, ' ', 1.5, h.b and '' }", NULL},
        {"h.p { 12, ' ', 1.5 }", "<p>12 1.5</p>"},
        {"h.ol { start = 3 }", "<ol start=\"3\"></ol>"},
        {"h.p { nil, 'a', nil, false, 'b', nil }", "<p>ab</p>"},
        {"h.p { { 'a', { 'b' } }, 'c' }", "<p>abc</p>"},
        {"h.input { checked = true, disabled = false }", "<input checked>"},
        {"h.p { ['aria-label'] = 'x', ['data-a.b'] = 'y' }",
         "<p aria-label=\"x\" data-a.b=\"y\"></p>"},
        {"h.each({ 'a', 'b' }, function(s, i) return h.li { s, i } end)",
         "<li>a1</li><li>b2</li>"},
        {"h.p { { text = 'Hej', lang = 'sv' } }", "<p lang=\"sv\">Hej</p>"},
        {"h.p { lang = 'en', { text = 'Hej', lang = 'sv' } }",
         "<p lang=\"en\"><span lang=\"sv\">Hej</span></p>"},
        {"h.p { { text = 'Hej', lang = 'sv' }, '!' }",
         "<p><span lang=\"sv\">Hej</span>!</p>"},
        {"h.select { h.option { '1 ', { text = 'Hej', lang = 'sv' } } }",
         "<select><option>1 Hej</option></select>"},
        {"h.prose { html = '<p>a</p>', lang = 'sv' }",
         "<div class=\"prose\" lang=\"sv\"><p>a</p></div>"},
        {"h.div { h.prose(nil) }", "<div></div>"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        if (cases[i].want)
            check_written(cases[i].source, cases[i].want);
        else
            check_refused(cases[i].source, "there is no tag h.b");
}

static void texts_and_attributes_are_escaped(void **state)
{
    (void)state;
    check_written("h.p { '<b>&\"\\'' }", "<p>&lt;b&gt;&amp;&quot;&#39;</p>");
    check_written("h.p { title = '\">x', 'y' }",
                  "<p title=\"&quot;&gt;x\">y</p>");
    check_written("h.p { { text = '<i>', lang = '\"' } }",
                  "<p lang=\"&quot;\">&lt;i&gt;</p>");
}

/* What lua/words.lua puts around words of another language. */
static void marked_words_say_their_language(void **state)
{
    (void)state;
    static const struct {
        const char *source, *want;
    } cases[] = {
        {"h.p { '\\14sv\\2Hej\\15' }", "<p lang=\"sv\">Hej</p>"},
        {"h.p { class = 'x', '\\14sv\\2Hej\\15' }",
         "<p class=\"x\" lang=\"sv\">Hej</p>"},
        {"h.p { 'a \\14sv\\2Hej\\15 b' }",
         "<p>a <span lang=\"sv\">Hej</span> b</p>"},
        {"h.p { '\\14sv\\2a <\\14se\\2b\\15> c\\15' }",
         "<p><span lang=\"sv\">a &lt;<span lang=\"se\">b</span>&gt; c</span>"
         "</p>"},
        {"h.p { title = '\\14sv\\2Hej\\15', 'x' }", "<p title=\"Hej\">x</p>"},
        {"h.img { alt = '\\14sv\\2Hej\\15', src = '/a' }",
         "<img alt=\"Hej\" lang=\"sv\" src=\"/a\">"},
        {"h.span { title = '\\14sv\\2Hej\\15' }",
         "<span lang=\"sv\" title=\"Hej\"></span>"},
        {"h.img { lang = 'fi', alt = '\\14sv\\2Hej\\15' }",
         "<img alt=\"Hej\" lang=\"fi\">"},
        {"h.img { alt = 'a \\14sv\\2Hej\\15' }", "<img alt=\"a Hej\">"},
        {"h.title { 'x \\14sv\\2Hej\\15' }", "<title>x Hej</title>"},
        {"h.option { '\\14sv\\2Hej\\15' }", "<option lang=\"sv\">Hej</option>"},
        /* Typed by a visitor, these are nothing. */
        {"h.p { 'a\\14b' }", "<p>ab</p>"},
        {"h.p { '\\14\"x\\2b\\15' }", "<p>&quot;xb</p>"},
        {"h.p { 'a\\15b' }", "<p>ab</p>"},
        {"h.p { '\\14sv\\2b' }", "<p><span lang=\"sv\">b</span></p>"},
        {"h.p { '\\14svsvsvsvsv\\2b\\15' }", "<p>svsvsvsvsvb</p>"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        check_written(cases[i].source, cases[i].want);
}

static void addresses_that_may_be_linked_to_are_written(void **state)
{
    (void)state;
    static const char *const good[] = {
        "/",           "/anslutna?a=b#c", "#f-name", "?sok=x",
        "https://a.b", "HTTP://a.b",      "tel:+46", "mailto:a@b.se",
    };
    for (size_t i = 0; i < ANS_COUNT(good); i++) {
        char source[80];
        char want[80];
        snprintf(source, sizeof(source), "h.a { href = '%s' }", good[i]);
        snprintf(want, sizeof(want), "<a href=\"%s\"></a>", good[i]);
        check_written(source, want);
    }
}

static void other_addresses_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/\\\\evil.example",
        "\\\\\\\\evil",
        "/\\tx",
        "java\\nscript:x",
        " https://a.b",
        "sidor/x",
        "ftp://a.b",
    };
    static const char *const attributes[] = {"h.a { href", "h.img { src",
                                             "h.form { action"};
    for (size_t i = 0; i < ANS_COUNT(bad); i++)
        for (size_t k = 0; k < ANS_COUNT(attributes); k++) {
            char source[120];
            snprintf(source, sizeof(source), "%s = '%s' }", attributes[k],
                     bad[i]);
            check_refused(source, "not an address that may be linked to");
        }
}

static void mistakes_in_views_say_where_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *source, *why;
    } cases[] = {
        {"\n\nh.dvi { 'x' }", "case:3: there is no tag h.dvi"},
        {"\nh.p { clas = 'x' }", "case:2: h.p has no attribute 'clas'"},
        {"h.p { onclick = 'x' }", "has no attribute 'onclick'"},
        {"\nh.p 'x'", "case:2: h.p takes a table"},
        {"h.p(h.b)", "there is no tag h.b"},
        {"h.li(h.p { 'x' })", "h.li takes a table"},
        {"h.p { [1.5] = 'x' }", "neither a child nor an attribute"},
        {"h.div { h.p { function() end } }", "div > p > nothing that can be"},
        {"h.p { true }", "true is nothing to write"},
        {"h.p { style = 'color: red' }", "may not have the attribute style"},
        {"h.p { class = {} }", "neither text nor true or false"},
        {"h.br { 'x' }", "this tag has no inside"},
        {"h.p { { html = '<b>' } }", "a table that is no tag"},
        {"h.p { { text = 'x' } }", "a table that is no tag"},
        {"setmetatable({ 'x' }, {})", "lua/html.lua did not make"},
        {"(function() local t = h.p {} for i = 1, 200 do t = h.p { t } end "
         "return t end)()",
         "nested too deep"},
        {"(function() local t = {} t[1] = t return t end)()",
         "nested too deep"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        check_refused(cases[i].source, cases[i].why);
}

static void mails_may_hold_styles(void **state)
{
    (void)state;
    struct writing w = {.source = "h.p { style = 'margin:0', 'x' }",
                        .purpose = ANS_HTML_MAIL};
    struct ans_err err = {0};
    assert_true(run(&w, &err));
    assert_str(ans_buf_str(&w.out), "<p style=\"margin:0\">x</p>");
    ans_buf_free(&w.out);
}

static void views_reach_nothing_outside_their_folder(void **state)
{
    (void)state;
    check_written("h.p { tostring(io), tostring(os), tostring(debug), "
                  "tostring(package), tostring(load), tostring(dofile) }",
                  "<p>nilnilnilnilnilnil</p>");
    check_refused("require('../engine/x')", "is no name of a module");
    check_refused("require('..x')", "is no name of a module");
    check_refused("require('/etc/passwd')", "is no name of a module");
    check_refused("require('Html')", "is no name of a module");
    check_refused("require('no_such')", "there is no module 'no_such'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_become_tags),
        cmocka_unit_test(texts_and_attributes_are_escaped),
        cmocka_unit_test(marked_words_say_their_language),
        cmocka_unit_test(addresses_that_may_be_linked_to_are_written),
        cmocka_unit_test(other_addresses_are_refused),
        cmocka_unit_test(mistakes_in_views_say_where_they_are),
        cmocka_unit_test(mails_may_hold_styles),
        cmocka_unit_test(views_reach_nothing_outside_their_folder),
    };
    return cmocka_run_group_tests_name("view_html", tests, NULL, NULL);
}
