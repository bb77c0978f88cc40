/* Files before they run: their form, and sources made to hurt the parser. */
#include <stdlib.h>

#include "base/buf.h"
#include "script/guest.h"

#define LARGEST (256u * 1024)

static void files_of_the_wrong_form_are_refused(void **state)
{
    (void)state;
    static const struct {
        struct ans_str source;
        int form;
        int line;
    } cases[] = {
        {{"\xef\xbb\xbfx = 1", 8}, ANS_FILE_MARK, 1},
        {{"#!/usr/bin/lua\nx = 1", 20}, ANS_FILE_HASH, 1},
        {{"#\n\x1bLua", 6}, ANS_FILE_HASH, 1},
        {{"\x1bLuaT", 5}, ANS_FILE_COMPILED, 1},
        {{"\x1b", 1}, ANS_FILE_COMPILED, 1},
        {{"x = 1\ny = '\xc3'", 12}, ANS_FILE_ENCODING, 2},
        {{"\n\n\xed\xa0\x80", 5}, ANS_FILE_ENCODING, 3},
        {{"\xc0\x80", 2}, ANS_FILE_ENCODING, 1},
        {{"\xf4\x90\x80\x80", 4}, ANS_FILE_ENCODING, 1},
        {{"x = 1\0y = 2", 11}, ANS_FILE_ENCODING, 1},
        {{"\0", 1}, ANS_FILE_ENCODING, 1},
        {{"\xff\xfex\0", 4}, ANS_FILE_ENCODING, 1},
        {{"\nlocal e = _ENV", 15}, ANS_FILE_ENVIRONMENT, 2},
        {{"_ENV=1", 6}, ANS_FILE_ENVIRONMENT, 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct guest g;
        guest_open(&g);
        assert_false(guest_run_within(&g, cases[i].source, ANS_BUDGET_LOAD));
        assert_int_equal(g.fault.kind, ANS_SCRIPT_FORM);
        assert_int_equal(g.fault.form, cases[i].form);
        assert_int_equal(g.fault.line, cases[i].line);
        assert_false(ans_vm_dead(g.vm));
        assert_true(guest_run(&g, "x = 1"));
        guest_close(&g);
    }
}

static void files_of_the_right_form_are_run(void **state)
{
    (void)state;
    static const struct ans_str sources[] = {
        {NULL, 0},
        {"", 0},
        {"-- åäö", 9},
        {"x = MY_ENVIRONMENT", 18},
        {"local a_ENV, _ENVb = 1, 2", 25},
        {"x = 'åäö \xf0\x9f\x98\x80'\r\n", 19},
        {"-- #", 4},
    };
    for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
        struct guest g;
        guest_open(&g);
        if (!guest_run_within(&g, sources[i], ANS_BUDGET_LOAD))
            fail_msg("%zu: %.*s", i, ANS_STR_ARG(g.fault.text));
        guest_close(&g);
    }
}

static void a_byte_over_the_limit_is_too_much(void **state)
{
    (void)state;
    char *source = malloc(LARGEST + 1);
    assert_non_null(source);
    memset(source, ' ', LARGEST + 1);
    struct guest g;
    guest_open(&g);
    struct ans_budget patient = {2000, 0, 8u << 20};
    assert_true(
        guest_run_within(&g, (struct ans_str){source, LARGEST}, patient));
    assert_false(
        guest_run_within(&g, (struct ans_str){source, LARGEST + 1}, patient));
    assert_int_equal(g.fault.form, ANS_FILE_SIZE);
    guest_close(&g);
    free(source);
}

/* A source is `start`, `part` as often as it fits (but at most `most` times,
 * when that is not 0), and `end`. "%" in a part is a number that counts. */
struct bomb {
    const char *name;
    const char *start;
    const char *part;
    const char *end;
    size_t most;
};

static void write_part(struct ans_buf *out, const char *part, size_t n)
{
    for (; *part; part++) {
        if (*part == '%')
            ans_buf_add_int(out, (int64_t)n);
        else
            ans_buf_add_byte(out, *part);
    }
}

static void write_bomb(struct ans_buf *out, const struct bomb *b)
{
    ans_buf_add_z(out, b->start);
    size_t room = LARGEST - strlen(b->end) - strlen(b->part) - 24;
    for (size_t n = 0; out->len < room && (!b->most || n < b->most); n++)
        write_part(out, b->part, n);
    ans_buf_add_z(out, b->end);
}

static const struct bomb bombs[] = {
    {"parentheses", "x = ", "(", "", 0},
    {"balanced parentheses", "x = ((((((((((((((((((((", "(", "1", 200},
    {"braces", "x = ", "{", "", 0},
    {"brackets", "x = ", "a[", "", 0},
    {"functions", "", "function f() ", "", 0},
    {"function values", "x = ", "function() return ", "", 0},
    {"do blocks", "", "do ", "", 0},
    {"if blocks", "", "if a then ", "", 0},
    {"while blocks", "", "while a do ", "", 0},
    {"repeat blocks", "", "repeat ", "", 0},
    {"for blocks", "", "for i = 1, 2 do ", "", 0},
    {"minus signs", "x = ", "- ", "1", 0},
    {"nots", "x = ", "not ", "1", 0},
    {"lengths", "x = ", "#", "a", 0},
    {"powers", "x = 1", "^1", "", 0},
    {"concatenations", "x = a", "..a", "", 0},
    {"ors", "x = a", " or a", "", 0},
    {"ands", "x = a", " and a", "", 0},
    {"ands and ors", "x = a", " or a and a", "", 0},
    {"comparisons", "x = 1", "<1", "", 0},
    {"additions", "x = 1", "+a", "", 0},
    {"calls", "f", "()", "", 0},
    {"calls of texts", "f", "''", "", 0},
    {"calls of tables", "f", "{}", "", 0},
    {"methods", "f", ":a()", "", 0},
    {"fields", "x = a", ".b", "", 0},
    {"indices", "x = a", "[1]", "", 0},
    {"assignments", "a", ",a", "= 1", 0},
    {"values", "x = 1", ",1", "", 0},
    {"locals", "local a", ",a%", "", 0},
    {"local statements", "", "local a% ", "", 0},
    {"constants", "x = {", "%.5,", "}", 0},
    {"text constants", "x = {", "'%',", "}", 0},
    {"names", "", "a%=1 ", "", 0},
    {"table items", "x = {", "1,", "}", 0},
    {"table fields", "x = {", "a%=1,", "}", 0},
    {"nested tables", "x = {", "{},", "}", 0},
    {"elseifs", "if a then ", "elseif a then ", "end", 0},
    {"labels", "", "::a%:: ", "", 0},
    {"gotos", "do ", "goto a ", "::a:: end", 0},
    {"gotos below the limit", "do ", "goto a ", "::a:: end", 1900},
    {"breaks", "while true do ", "break ", "end", 0},
    {"breaks below the limit", "while true do ", "break ", "end", 1900},
    {"pending gotos", "", "goto a% ", "", 1900},
    {"semicolons", "", ";", "", 0},
    {"a long name", "", "a", " = 1", 0},
    {"a long text", "x = '", "a", "'", 0},
    {"a long text of escapes", "x = '", "\\065", "'", 0},
    {"a long text of wide escapes", "x = '", "\\u{7fffffff}", "'", 0},
    {"a long text of escaped blanks", "x = '", "\\z ", "'", 0},
    {"a long bracket", "x = [", "=", "[", 0},
    {"a long comment", "--[[", "]", "", 0},
    {"a long number", "x = ", "1", "", 0},
    {"a long fraction", "x = 0.", "0", "1", 0},
    {"a long hexadecimal number", "x = 0x", "f", ".8p1", 0},
    {"a long exponent", "x = 1e", "9", "", 0},
    {"lines", "", "\n", "x", 0},
    {"carriage returns", "", "\r", "x", 0},
    {"an unfinished text", "x = '", "a", "", 0},
    {"upvalues", "local a0 ", "local a%=1 function f%() return a% end ", "",
     150},
    {"parameters", "function f(", "a%,", "a) end", 0},
    {"varargs", "f(", "...,", "...)", 0},
    {"attributes", "", "local a<const> = 1 ", "", 0},
    {"folded constants", "x = 1", "+1", "", 0},
    {"shifts", "x = 1", "<<1", "", 0},
    {"deep names", "", "do local a,b,c,d,e,f,g,h,i,j,k,l ", "x=x x=x", 150},
};

/* Scopes in scopes, each full of locals, and names that are in none: every
 * look-up walks through all. */
static void write_scopes(struct ans_buf *out)
{
    for (int f = 0; f < 90; f++) {
        ans_buf_add_z(out, "function f() local ");
        for (int i = 0; i < 180; i++)
            ans_buf_add_z(out, i ? ",a" : "a");
        ans_buf_add_z(out, " ");
    }
    while (out->len < LARGEST - 1000)
        ans_buf_add_z(out, "x=x ");
    for (int f = 0; f < 90; f++)
        ans_buf_add_z(out, "end ");
}

static void check_contained(const char *name, struct ans_str source)
{
    struct guest g;
    guest_open(&g);
    struct ans_budget budget = ANS_BUDGET_LOAD;
    (void)guest_run_within(&g, source, budget);
    struct ans_vm_use use = ans_vm_use(g.vm);
    if (use.cpu_us > 2000 * (int64_t)budget.cpu_ms ||
        use.memory > budget.memory)
        fail_msg("%s: %lld us and %zu bytes", name, (long long)use.cpu_us,
                 use.memory);
    guest_close(&g);
}

static void sources_made_to_hurt_the_parser_are_contained(void **state)
{
    (void)state;
    struct ans_buf source = {0};
    for (size_t i = 0; i < sizeof(bombs) / sizeof(bombs[0]); i++) {
        ans_buf_clear(&source);
        write_bomb(&source, &bombs[i]);
        check_contained(bombs[i].name, ans_buf_str(&source));
    }
    ans_buf_clear(&source);
    write_scopes(&source);
    check_contained("scopes in scopes", ans_buf_str(&source));
    ans_buf_free(&source);
}

static void nesting_that_is_too_deep_is_told_as_such(void **state)
{
    (void)state;
    static const struct bomb deep = {"", "x =\n", "(", "", 1000};
    struct ans_buf source = {0};
    write_bomb(&source, &deep);
    struct guest g;
    guest_open(&g);
    assert_false(guest_run_within(&g, ans_buf_str(&source), ANS_BUDGET_LOAD));
    guest_check_fault(&g, ANS_SCRIPT_SYNTAX, 2, "overflow");
    assert_false(ans_vm_dead(g.vm));
    guest_close(&g);
    ans_buf_free(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_of_the_wrong_form_are_refused),
        cmocka_unit_test(files_of_the_right_form_are_run),
        cmocka_unit_test(a_byte_over_the_limit_is_too_much),
        cmocka_unit_test(sources_made_to_hurt_the_parser_are_contained),
        cmocka_unit_test(nesting_that_is_too_deep_is_told_as_such),
    };
    return cmocka_run_group_tests_name("script_form", tests, NULL, NULL);
}
