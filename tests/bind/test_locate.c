/* Fields are found in the source, and nothing else is taken for one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bind/locate.h"

static const char source[] =
    "-- word \"a\" { x = 1 }\n"                                   /* 1 */
    "--[==[ word \"a\" {\n"                                       /* 2 */
    " x = 1 } ]] ]==] local s = \"word { x = 1 }\"\n"             /* 3 */
    "word \"a\" {\n"                                              /* 4 */
    "  x = \"}, y = 2\", -- z = 3\n"                              /* 5 */
    "  [\"y\"] = [[ }\n"                                          /* 6 */
    "  z = 4, ]],\n"                                              /* 7 */
    "  f = function(a, b)\n"                                      /* 8 */
    "    local q = { z = 1, w = 2 }\n"                            /* 9 */
    "    if a then q = 1, 2 end\n"                                /* 10 */
    "    for i = 1, 2 do z = 1; w = 2 end\n"                      /* 11 */
    "    repeat z = 1 until true; while false do z = 2 end\n"     /* 12 */
    "    return a, b\n"                                           /* 13 */
    "  end,\n"                                                    /* 14 */
    "  inner.word \"b\" { z = 5, },\n"                            /* 15 */
    "  z = g(1, { w = 1 }, 2)[3],\n"                              /* 16 */
    "  'item'; t = {\n"                                           /* 17 */
    "    w = 1,\n"                                                /* 18 */
    "  },\n"                                                      /* 19 */
    "  x2 == 3, x = 'again \\'}\\z\n"                             /* 20 */
    "    more',\n"                                                /* 21 */
    "}\n"                                                         /* 22 */
    "word 'b' { x = 1 } word(\"c\")({ x = 2 }) word { x = 3 }\n"; /* 23 */

static struct ans_arena *arena;
static struct source *scanned;

static int set_up(void **state)
{
    (void)state;
    arena = ans_arena_new(0);
    scanned = locate_scan(arena, ANS_STR(source));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ans_arena_free(arena);
    return 0;
}

static void fields_are_found_on_their_lines(void **state)
{
    (void)state;
    int brace = locate_body(scanned, 4, ANS_STR("word"), ANS_STR("a"));
    assert_true(brace >= 0);
    struct entries entries = locate_entries(scanned, brace, arena);
    static const struct {
        const char *key;
        int line;
    } all[] = {{"y", 6},  {"f", 8}, {"z", 16}, {"t", 17},
               {"x", 20}, {"w", 0}, {"q", 0},  {"x2", 0}};
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        const struct entry *e = locate_key(&entries, ans_str_from(all[i].key));
        assert_int_equal(e ? e->line : 0, all[i].line);
    }
    const struct entry *t = locate_key(&entries, ANS_STR("t"));
    int inner = locate_brace(scanned, t->value);
    struct entries nested = locate_entries(scanned, inner, arena);
    assert_int_equal(locate_key(&nested, ANS_STR("w"))->line, 18);
    assert_int_equal(locate_item(&entries, 1)->line, 15);
    assert_int_equal(locate_item(&entries, 2)->line, 17);
    assert_null(locate_item(&entries, 4));
}

static void bodies_are_told_apart_by_line_and_id(void **state)
{
    (void)state;
    static const struct {
        int line;
        const char *word, *id;
        bool found;
    } all[] = {
        {4, "word", "a", true},        {4, "word", "b", false},
        {1, "word", "a", false},       {3, "word", "", false},
        {15, "inner.word", "b", true}, {15, "word", "b", false},
        {15, "inner", "b", false},     {23, "word", "b", true},
        {23, "word", "c", true},       {23, "word", "d", true},
        {99, "word", "a", false},      {0, "word", "a", false},
    };
    int seen[3] = {0};
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        int brace = locate_body(scanned, all[i].line, ans_str_from(all[i].word),
                                ans_str_from(all[i].id));
        assert_int_equal(brace >= 0, all[i].found);
        if (i >= 7 && i < 10)
            seen[i - 7] = brace;
    }
    assert_true(seen[0] < seen[1] && seen[1] < seen[2]);
}

static void lines_are_counted_as_lua_does(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int line;
    } all[] = {
        {"x", 1},
        {"\nx", 2},
        {"\r\nx", 2},
        {"\n\rx", 2},
        {"\r\rx", 3},
        {"\n\nx", 3},
        {"'\\\n' x", 2},
        {"'\\z\n\n' x", 3},
        {"[[\n]] x", 2},
        {"--[[\n\n]]x", 3},
        {"--[=[\n]]\n]=] x", 3},
    };
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        struct source *s = locate_scan(arena, ans_str_from(all[i].text));
        assert_int_equal(s->tokens[s->count - 1].line, all[i].line);
    }
}

static void any_bytes_are_scanned(void **state)
{
    (void)state;
    static const struct ans_str all[] = {
        {NULL, 0},   {"", 0},        {"\"", 1},     {"'\\", 2},
        {"[[", 2},   {"[==", 3},     {"--[[", 4},   {"--[=", 4},
        {"\\", 1},   {"'\\z", 3},    {"{{{{", 4},   {"}}}}", 4},
        {"\xff", 1}, {"a=\0{", 4},   {"0x", 2},     {"..", 2},
        {"word", 4}, {"word{", 5},   {"word\"", 5}, {"word'a'", 7},
        {"]]", 2},   {"end end", 7}, {"word({", 6}, {"word\"a\"(", 8},
    };
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        struct source *s = locate_scan(arena, all[i]);
        int brace = locate_body(s, 1, ANS_STR("word"), ANS_STR("a"));
        for (int k = -1; k <= s->count; k++)
            (void)locate_entries(s, k, arena);
        assert_true(brace < s->count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_found_on_their_lines),
        cmocka_unit_test(bodies_are_told_apart_by_line_and_id),
        cmocka_unit_test(lines_are_counted_as_lua_does),
        cmocka_unit_test(any_bytes_are_scanned),
    };
    return cmocka_run_group_tests_name("bind_locate", tests, set_up, tear_down);
}
