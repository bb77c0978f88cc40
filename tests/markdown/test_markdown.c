#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "markdown/markdown.h"

static struct ans_arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = ans_arena_new(0);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    ans_arena_free(arena);
    return 0;
}

/* The words of a letter, one of them as evil as a name can be. */
static bool words(void *context, struct ans_str word, struct ans_str *out)
{
    int *asked = context;
    if (asked)
        (*asked)++;
    static const struct {
        const char *word, *value;
    } known[] = {
        {"name", "Åkerby IK"},
        {"org_number", "802000-0001"},
        {"evil", "<b>*x*</b> [a](javascript:1) {name} & \"q\""},
        {"lines", "a\n\n# b"},
        {"empty", ""},
    };
    for (size_t i = 0; i < ANS_COUNT(known); i++)
        if (ans_str_is(word, known[i].word)) {
            *out = ans_str_from(known[i].value);
            return true;
        }
    return false;
}

static const struct ans_markdown letter = {
    .heading = 2, .base = {"/mittlan", 8}, .fill = words};

typedef bool convert_fn(struct ans_arena *, struct ans_str,
                        const struct ans_markdown *, struct ans_str *,
                        struct ans_err *);

struct pair {
    const char *source, *result;
};

static void assert_pairs(convert_fn *convert, const struct pair *pairs,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct ans_str out;
        struct ans_err err = {0};
        if (!convert(arena, ans_str_from(pairs[i].source), &letter, &out, &err))
            fail_msg("%s: %s", pairs[i].source, err.text);
        if (!ans_str_is(out, pairs[i].result))
            fail_msg("%s\nbecomes\n%.*s\nnot\n%s", pairs[i].source,
                     ANS_STR_ARG(out), pairs[i].result);
    }
}

static void common_markdown_becomes_html(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"", ""},
        {"Hej\ndär\n\noch där", "<p>Hej\ndär</p>\n<p>och där</p>\n"},
        {"a  \nb", "<p>a<br>\nb</p>\n"},
        {"*a* **b** `c<d`",
         "<p><em>a</em> <strong>b</strong> <code>c&lt;d</code></p>\n"},
        {"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
        {"3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
        {"1. a\n\n2. b",
         "<ol>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"},
        {"- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"},
        {"> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
        {"---", "<hr>\n"},
        {"    a <b>", "<pre><code>a &lt;b&gt;\n</code></pre>\n"},
        {"```lua\nx\n```", "<pre><code>x\n</code></pre>\n"},
        {"a &amp; b &eacute; \"c\" 'd'",
         "<p>a &amp; b é &quot;c&quot; &#39;d&#39;</p>\n"},
        {"| a | b |\n|---|---|\n| c | d |",
         "<p>| a | b |\n|---|---|\n| c | d |</p>\n"},
    };
    assert_pairs(ans_markdown_html, pairs, ANS_COUNT(pairs));
}

static void headings_begin_at_the_level_asked_for(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"# a", "<h2>a</h2>\n"},
        {"## a", "<h3>a</h3>\n"},
        {"##### a", "<h6>a</h6>\n"},
        {"###### a", "<h6>a</h6>\n"},
    };
    assert_pairs(ans_markdown_html, pairs, ANS_COUNT(pairs));
}

static void links_lead_only_where_a_page_may_lead(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"[a](https://example.org/?x=1&y=2)",
         "<p><a href=\"https://example.org/?x=1&amp;y=2\" rel=\"external\" "
         "class=\"external\">a</a></p>\n"},
        {"[a](HTTP://example.org)",
         "<p><a href=\"HTTP://example.org\" rel=\"external\" "
         "class=\"external\">a</a></p>\n"},
        {"[a](/anslut)", "<p><a href=\"/mittlan/anslut\">a</a></p>\n"},
        {"[a](#x)", "<p><a href=\"#x\">a</a></p>\n"},
        {"[a](mailto:a@example.org)",
         "<p><a href=\"mailto:a@example.org\">a</a></p>\n"},
        {"[a](tel:+4610)", "<p><a href=\"tel:+4610\">a</a></p>\n"},
        {"<https://example.org>",
         "<p><a href=\"https://example.org\" rel=\"external\" "
         "class=\"external\">https://example.org</a></p>\n"},
        {"<a@example.org>",
         "<p><a href=\"mailto:a@example.org\">a@example.org</a></p>\n"},
        {"[](/x)", "<p><a href=\"/mittlan/x\">/x</a></p>\n"},
        {"[å](/åä^)", "<p><a href=\"/mittlan/%C3%A5%C3%A4%5E\">å</a></p>\n"},
        {"[a](/x \"title\")", "<p><a href=\"/mittlan/x\">a</a></p>\n"},
        {"[a](</x\">)", "<p><a href=\"/mittlan/x%22\">a</a></p>\n"},
        {"[a](javascript:alert%281%29)", "<p>a</p>\n"},
        {"[a](JaVaScRiPt:1)", "<p>a</p>\n"},
        {"[a](data:text/html,x)", "<p>a</p>\n"},
        {"[a](vbscript:x)", "<p>a</p>\n"},
        {"[a](//example.org)", "<p>a</p>\n"},
        {"[a](java&#10;script:x)", "<p>a</p>\n"},
        {"[a](relative)", "<p>a</p>\n"},
        {"<javascript:x>", "<p>javascript:x</p>\n"},
        {"![alt *text*](https://example.org/x.png)",
         "<p>alt <em>text</em></p>\n"},
        {"[a]\n\n[a]: javascript:x", "<p>a</p>\n"},
    };
    assert_pairs(ans_markdown_html, pairs, ANS_COUNT(pairs));
}

static void raw_html_is_only_text(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"<script>alert(1)</script>",
         "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
        {"a <b onclick=\"x\">b</b>",
         "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n"},
        {"<div>\n*a*\n</div>", "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>\n"},
        {"&lt;b&gt;", "<p>&lt;b&gt;</p>\n"},
        {"<!-- a note -->\n\ntext", "<p>text</p>\n"},
        {"a <!-- note --> b", "<p>a  b</p>\n"},
        {"<!-- a --> <b>", "<p>&lt;b&gt;</p>\n"},
        {"<!-- never ends", ""},
        {"`<!-- code -->`", "<p><code>&lt;!-- code --&gt;</code></p>\n"},
    };
    assert_pairs(ans_markdown_html, pairs, ANS_COUNT(pairs));
}

static void placeholders_are_filled_and_never_become_markup(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Vi i {name}", "<p>Vi i Åkerby IK</p>\n"},
        {"**{name}**", "<p><strong>Åkerby IK</strong></p>\n"},
        {"{org_number}", "<p>802000-0001</p>\n"},
        {"{name}{name}", "<p>Åkerby IKÅkerby IK</p>\n"},
        {"{evil}", "<p>&lt;b&gt;*x*&lt;/b&gt; [a](javascript:1) {name} &amp; "
                   "&quot;q&quot;</p>\n"},
        {"{lines}", "<p>a\n\n# b</p>\n"},
        {"a{empty}b", "<p>ab</p>\n"},
        {"{{name}", "<p>{name}</p>\n"},
        {"{ name } {} { {å} {name", "<p>{ name } {} { {å} {name</p>\n"},
        {"`{name}`", "<p><code>{name}</code></p>\n"},
        {"[{name}](/x)", "<p><a href=\"/mittlan/x\">Åkerby IK</a></p>\n"},
        {"[a](/{name})", "<p><a href=\"/mittlan/%7Bname%7D\">a</a></p>\n"},
        {"# {name}", "<h2>Åkerby IK</h2>\n"},
    };
    assert_pairs(ans_markdown_html, pairs, ANS_COUNT(pairs));
}

static void an_unknown_placeholder_is_named(void **state)
{
    (void)state;
    struct ans_str out;
    struct ans_err err = {0};
    assert_false(
        ans_markdown_html(arena, ANS_STR("a {nam_e} b"), &letter, &out, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_non_null(strstr(err.text, "{nam_e}"));
    err = (struct ans_err){0};
    assert_false(
        ans_markdown_plain(arena, ANS_STR("{nobody}"), &letter, &out, &err));
    assert_non_null(strstr(err.text, "{nobody}"));
}

static void without_a_filler_placeholders_stay(void **state)
{
    (void)state;
    struct ans_markdown bare = {.heading = 1};
    struct ans_str out;
    assert_true(
        ans_markdown_html(arena, ANS_STR("{name} {{x"), &bare, &out, NULL));
    assert_true(ans_str_is(out, "<p>{name} {{x</p>\n"));
}

static void the_plain_text_reads_like_a_letter(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"", ""},
        {"# Rubrik\n\nEn rad\noch en till.\n\nNästa <b>.",
         "Rubrik\n\nEn rad och en till.\n\nNästa <b>."},
        {"a  \nb", "a\nb"},
        {"Vi:\n\n- *ett*\n- **två**\n\nSlut", "Vi:\n\n- ett\n- två\n\nSlut"},
        {"9. a\n10. b", "9. a\n10. b"},
        {"- a\n\n- b", "- a\n\n- b"},
        {"- a\n  - b\n  - c\n- d", "- a\n  - b\n  - c\n- d"},
        {"- a\n\n  b", "- a\n\n  b"},
        {"- a  \n  b", "- a\n  b"},
        {"> a\n>\n> b", "> a\n\n> b"},
        {"```\na\n b\n```", "a\n b"},
        {"---", "---"},
        {"[a](https://example.org)", "a (https://example.org)"},
        {"[a](/x)", "a (/mittlan/x)"},
        {"[a](#x)", "a"},
        {"[a](mailto:a@example.org)", "a (a@example.org)"},
        {"<a@example.org> <https://example.org>",
         "a@example.org https://example.org"},
        {"[a](javascript:x)", "a"},
        {"[](/x)", "/mittlan/x"},
        {"{evil} & &amp;", "<b>*x*</b> [a](javascript:1) {name} & \"q\" & &"},
        {"a <!-- b --> c\n\n<!-- d -->", "a  c"},
        {"<div>\nx\n</div>", "<div>\nx\n</div>"},
    };
    assert_pairs(ans_markdown_plain, pairs, ANS_COUNT(pairs));
}

static void a_single_line_is_filled_without_markdown(void **state)
{
    (void)state;
    static const struct pair lines[] = {
        {"Diplom för {name}", "Diplom för Åkerby IK"},
        {"*{name}*", "*Åkerby IK*"},
        {"{{{name}}", "{Åkerby IK}"},
        {"{{name}}", "{name}}"},
        {"{", "{"},
        {"{}", "{}"},
        {"", ""},
        {"{evil}", "<b>*x*</b> [a](javascript:1) {name} & \"q\""},
    };
    for (size_t i = 0; i < ANS_COUNT(lines); i++) {
        struct ans_str out;
        assert_true(ans_fill(arena, ans_str_from(lines[i].source), words, NULL,
                             &out, NULL));
        if (!ans_str_is(out, lines[i].result))
            fail_msg("%s: %.*s", lines[i].source, ANS_STR_ARG(out));
    }
    struct ans_str out;
    struct ans_err err = {0};
    assert_false(ans_fill(arena, ANS_STR("{x.y-z}"), words, NULL, &out, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_non_null(strstr(err.text, "{x.y-z}"));
    assert_true(ans_fill(arena, ANS_STR("{x}"), NULL, NULL, &out, &err));
    assert_true(ans_str_is(out, "{x}"));
}

static void each_placeholder_is_asked_for_once(void **state)
{
    (void)state;
    int asked = 0;
    struct ans_markdown counting = letter;
    counting.context = &asked;
    struct ans_str out;
    assert_true(ans_markdown_html(arena, ANS_STR("{name} *{name}*"), &counting,
                                  &out, NULL));
    assert_int_equal(asked, 2);
}

static struct ans_str repeated(const char *part, size_t bytes)
{
    size_t len = strlen(part);
    char *text = ans_arena_alloc(arena, bytes + len);
    size_t used = 0;
    for (; used < bytes; used += len)
        memcpy(text + used, part, len);
    return (struct ans_str){text, used};
}

static void assert_limit(convert_fn *convert, struct ans_str source)
{
    struct ans_str out;
    struct ans_err err = {0};
    assert_false(convert(arena, source, &letter, &out, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    assert_int_equal(out.len, 0);
}

static void too_much_is_refused(void **state)
{
    (void)state;
    struct ans_str out;
    assert_true(
        ans_markdown_html(arena, repeated("a", 65536), &letter, &out, NULL));
    assert_limit(ans_markdown_html, repeated("a", 65537));
    assert_limit(ans_markdown_plain, repeated("a", 65537));
    assert_limit(ans_markdown_html, repeated("> ", 70)); /* 35 deep, empty */
}

static void deep_nesting_is_refused(void **state)
{
    (void)state;
    struct ans_buf b = {0};
    struct ans_str out;
    for (int i = 0; i < 31; i++)
        ans_buf_add_z(&b, "> ");
    ans_buf_add_z(&b, "a"); /* in a paragraph, the 32nd */
    assert_true(ans_markdown_html(arena, ans_buf_str(&b), &letter, &out, NULL));
    b.len--;
    ans_buf_add_z(&b, "> a");
    assert_limit(ans_markdown_html, ans_buf_str(&b));
    assert_limit(ans_markdown_plain, ans_buf_str(&b));
    ans_buf_free(&b);
    assert_limit(ans_markdown_plain, repeated("- + ", 2000));
}

static bool long_word(void *context, struct ans_str word, struct ans_str *out)
{
    (void)word;
    *out = *(struct ans_str *)context;
    return true;
}

static void what_grows_past_a_megabyte_is_refused(void **state)
{
    (void)state;
    struct ans_str value = repeated("&", 1000);
    struct ans_markdown growing = {
        .heading = 1, .fill = long_word, .context = &value};
    struct ans_str out;
    struct ans_err err = {0};
    assert_true(ans_markdown_html(arena, ANS_STR("{x}"), &growing, &out, NULL));
    assert_false(ans_markdown_html(arena, repeated("{x} \n\n", 3000), &growing,
                                   &out, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    assert_false(
        ans_fill(arena, repeated("{x}", 6000), long_word, &value, &out, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
}

static void text_that_is_not_utf8_is_refused(void **state)
{
    (void)state;
    const struct ans_str bad[] = {ANS_STR("a\xff"), ANS_STR("a\0b"),
                                  ANS_STR("\xc3")};
    for (size_t i = 0; i < ANS_COUNT(bad); i++) {
        struct ans_str out;
        struct ans_err err = {0};
        assert_false(ans_markdown_html(arena, bad[i], &letter, &out, &err));
        assert_int_equal(err.kind, ANS_ERR_INPUT);
    }
}

int main(void)
{
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(common_markdown_becomes_html),
        TEST(headings_begin_at_the_level_asked_for),
        TEST(links_lead_only_where_a_page_may_lead),
        TEST(raw_html_is_only_text),
        TEST(placeholders_are_filled_and_never_become_markup),
        TEST(an_unknown_placeholder_is_named),
        TEST(without_a_filler_placeholders_stay),
        TEST(the_plain_text_reads_like_a_letter),
        TEST(a_single_line_is_filled_without_markdown),
        TEST(each_placeholder_is_asked_for_once),
        TEST(too_much_is_refused),
        TEST(deep_nesting_is_refused),
        TEST(what_grows_past_a_megabyte_is_refused),
        TEST(text_that_is_not_utf8_is_refused),
    };
    return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
