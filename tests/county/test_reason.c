#include "county/reason.h"

#include <ctype.h>
#include <stdio.h>

#include "base/text.h"
#include "check.h"

static void expect(const char *english, const char *want)
{
    struct ans_buf out = {0};
    assert_int_equal(ans_reason_swedish(&out, ans_str_from(english)),
                     want != NULL);
    assert_str(ans_buf_str(&out), want ? want : "");
    ans_buf_free(&out);
}

static void what_libraries_say_is_said_in_swedish(void **state)
{
    (void)state;
    expect("the drawing is empty", "teckningen är tom");
    expect("the drawing has an event attribute, onload",
           "teckningen har ett attribut som kör skript, onload");
    expect("attempt to index a nil value (local 'a')",
           "skriptet letar i något som inte finns («a»)");
    expect("attempt to perform 'n%0'", "skriptet delar med noll");
    expect("'=' expected near 'x'", "här ska '=' stå, före 'x'");
    expect("'}' expected (to close '{' at line 3) near 'x'",
           "'}' saknas: det ska avsluta '{' på rad 3");
}

static void a_reason_holds_another_one(void **state)
{
    (void)state;
    expect("cannot write /data/versions/x: No space left on device",
           "/data/versions/x går inte att skriva: disken är full");
    expect("bad argument #1 to 'rep' (string expected, got nil)",
           "värde nummer 1 till 'rep' passar inte: en text ska stå där, och "
           "den saknas");
    expect("join.lua:12: attempt to call a nil value (global 'x')",
           "skriptet anropar något som inte finns («x») (rad 12 i "
           "join.lua)");
}

static void what_is_not_known_within_is_left_as_it_is(void **state)
{
    (void)state;
    expect("cannot read join.lua: Stale file handle",
           "join.lua går inte att läsa: Stale file handle");
    expect("join.lua:12: our own words", "our own words (rad 12 i join.lua)");
}

static void what_is_not_known_is_not_said(void **state)
{
    (void)state;
    expect("something else altogether", NULL);
    expect("", NULL);
    expect("the drawing has an event attribute, ", NULL);
}

static const char *const rows[][2] = {
#define X(en, sv) {en, sv},
#include "county/reasons.def"
#undef X
};

static bool has_part(const char *s, int n)
{
    for (; *s; s++)
        if ((*s == '%' || *s == '~') && s[1] == n)
            return true;
    return false;
}

static void the_table_of_reasons_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(rows); i++) {
        struct ans_str sv = ans_str_from(rows[i][1]);
        bool good = sv.len && !ans_str_ends(sv, ANS_STR(".")) &&
                    !isupper((unsigned char)*sv.ptr) && ans_text_valid(sv);
        for (int n = '1'; n <= '4'; n++)
            good =
                good && (!has_part(rows[i][1], n) || has_part(rows[i][0], n));
        for (size_t k = 0; k < i; k++)
            good = good && strcmp(rows[i][0], rows[k][0]) != 0;
        if (!good)
            print_error("%s\n", rows[i][0]);
        assert_true(good);
    }
}

/* The strings that stand after each other in a source file, made one, with 7
 * for what is filled in. */
static const char *read_strings(const char *at, struct ans_buf *out)
{
    while (*at == '"') {
        for (at++; *at && *at != '"'; at++) {
            if (*at == '\\' || (*at == '%' && at[1] == '%')) {
                ans_buf_add_byte(out, *++at);
            } else if (*at == '%') {
                at += strcspn(at, "dsuI");
                ans_buf_add_byte(out, '7');
            } else {
                ans_buf_add_byte(out, *at);
            }
        }
        at++;
        at += strspn(at, " \n");
    }
    return at;
}

/* Every sentence that `call` makes in the file is known. */
static size_t read_source(const char *file, const char *call, const char *end)
{
    static char text[64 * 1024];
    size_t count = 0;
    FILE *in = fopen(file, "re");
    assert_non_null(in);
    text[fread(text, 1, sizeof text - 1, in)] = 0;
    fclose(in);
    for (const char *at = strstr(text, call); at; at = strstr(at, call)) {
        struct ans_buf said = {0}, out = {0};
        const char *open = at + strcspn(at, "\"");
        bool mine = !strstr(call, "err") || !strstr(at, "INTERNAL") ||
                    strstr(at, "INTERNAL") > open;
        at = read_strings(open, &said);
        ans_buf_add_z(&said, end);
        bool known = ans_reason_swedish(&out, ans_buf_str(&said));
        if (mine && !known)
            print_error("%s: %.*s\n", file, ANS_STR_ARG(ans_buf_str(&said)));
        assert_true(known || !mine);
        count += mine;
        ans_buf_free(&said);
        ans_buf_free(&out);
    }
    return count;
}

static void what_scripts_and_files_can_provoke_is_known(void **state)
{
    static const struct {
        const char *file, *call, *end;
        size_t least; /* that there are */
    } sources[] = {
        {"picture/check.c", "ans_err_set(", "", 17},
        {"picture/style.c", "ans_err_set(", "", 2},
        {"markdown/markdown.c", "ans_err_set(", "", 5},
        {"markdown/fill.c", "ans_err_set(", "", 1},
        {"edition/folder.c", "ans_err_set(", "", 7},
        {"edition/folder.c", "ans_err_set_errno(", ": Permission denied", 4},
        {"version/keeping.c", "ans_err_set_errno(", ": No space left on device",
         6},
        {"script/lib_base.c", "luaL_error(", "", 2},
        {"script/lib_string.c", "luaL_error(", "", 3},
        {"script/lib_table.c", "luaL_error(", "", 4},
        {"script/freeze.c", "luaL_error(", "", 2},
        {"script/world.c", "luaL_error(", "", 3},
        {"bind/word.c", "luaL_error(", "", 3},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(sources); i++) {
        char path[400];
        snprintf(path, sizeof path, "%s/engine/%s", ANS_SOURCE_DIR,
                 sources[i].file);
        size_t count = read_source(path, sources[i].call, sources[i].end);
        if (count < sources[i].least)
            print_error("%s: only %zu\n", path, count);
        assert_true(count >= sources[i].least);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_libraries_say_is_said_in_swedish),
        cmocka_unit_test(a_reason_holds_another_one),
        cmocka_unit_test(what_is_not_known_within_is_left_as_it_is),
        cmocka_unit_test(what_is_not_known_is_not_said),
        cmocka_unit_test(the_table_of_reasons_is_whole),
        cmocka_unit_test(what_scripts_and_files_can_provoke_is_known),
    };
    return cmocka_run_group_tests_name("county reason", tests, NULL, NULL);
}
