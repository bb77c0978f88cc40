/* What is wrong with a script is told at its line, by its likely cause. */
#include <stdlib.h>

#include "bind/folder.h"
#include "county/reason.h"

struct wrong {
    const char *source;
    const char *faults; /* "line code values; ..." */
};

/* The faults of a county.lua, without the file's name. */
static void check(const struct wrong *w)
{
    struct trial t;
    trial_open(&t);
    trial_add(&t, "county.lua", ans_str_from(w->source));
    trial_load(&t);
    struct ans_str all = trial_faults(&t);
    struct ans_buf plain = {0};
    struct ans_str mark = ANS_STR("county.lua:");
    while (all.len) {
        if (ans_str_starts(all, mark))
            all = ans_str_sub(all, mark.len, SIZE_MAX);
        ans_buf_add(&plain, ans_str_sub(all, 0, 1));
        all = ans_str_sub(all, 1, SIZE_MAX);
    }
    if (!ans_str_is(ans_buf_str(&plain), w->faults))
        fail_msg("%s\ngives: %.*s\nnot:   %s", w->source,
                 ANS_STR_ARG(ans_buf_str(&plain)), w->faults);
    ans_buf_free(&plain);
    trial_close(&t);
}

#define CHECK_ALL(table)                                                       \
    for (size_t i = 0; i < sizeof(table) / sizeof((table)[0]); i++)            \
    check(&(table)[i])

static void misspelt_words_are_told_with_the_nearest(void **state)
{
    (void)state;
    static const struct wrong all[] = {
        {"alrt \"x\" { title = \"X\" }", "1 unknown-word alrt alert"},
        {"\n\nownr \"x\" { name = \"X\" }", "3 unknown-word ownr owner"},
        {"question.txt \"x\" { label = \"X\" }",
         "1 unknown-word question.txt question.text"},
        {"quesiton.text \"x\" { }",
         "1 unknown-word quesiton.text question.text"},
        {"question \"x\" { }", "1 unknown-word question question.areas"},
        {"nonesuchatall \"x\" { }", "1 unknown-word nonesuchatall"},
        {"alrt \"x\" {}\nalert \"y\" {\n title = \"Y\",\n lnk \"z\" { to = "
         "\"/\" } }\nstpe { }",
         "1 unknown-word alrt alert; 4 unknown-word lnk link; 5 unknown-word "
         "stpe step"},
        {"alrt \"x\" { link \"y\" { to = \"/\" }, area \"z\" { } }",
         "1 unknown-word alrt alert"},
        {"for _, v in nonesuch do end", "1 unknown-word nonesuch"},
        {"local x = string.find(\"a\", \"b\")", "1 unknown-word string.find"},
        {"local x = alrt.x.y \"z\" + 1 .. \"x\"", "1 unknown-word alrt.x.y"},
        {"area \"x\" { required = ture, public = nej }",
         "1 unknown-word nej false; 1 unknown-word ture true"},
        {"county \"x\" { title \"y\" }", "1 syntax title"},
        {"county \"x\" { title == \"y\" }", "1 syntax title"},
        {"county \"x\" { - comment\n}", "1 comment comment"},
        {"welcome {\n  stöd \"x\" { },\n}", "2 unknown-word stöd"},
        {"theme {\n  a = 1,\n  färg = \"#fff\",\n}", "3 unknown-word färg"},
        {"ägare \"x\" { }", "1 unknown-word ägare"},
    };
    CHECK_ALL(all);
}

static void texts_without_quotes_are_told_as_such(void **state)
{
    (void)state;
    static const struct wrong all[] = {
        {"area \"x\" {\n  title = Makt,\n}", "2 missing-quotes Makt \"Makt\""},
        {"area \"x\" {\n  title = Makt och inflytande,\n}",
         "2 missing-quotes Makt \"Makt och inflytande\""},
        {"area \"x\" {\n  title = Åtgärder mot våld\n}",
         "2 missing-quotes Åtgärder \"Åtgärder mot våld\""},
        {"area \"x\" { title = Ett mål för 2030, text = \"x\" }",
         "1 missing-quotes Ett \"Ett mål för 2030\""},
        {"area \"x\" { national = power }", "1 missing-quotes power \"power\""},
        {"may_join { region, \"state\" }",
         "1 missing-quotes region \"region\""},
        {"area \"x\" { title = text }", "1 missing-quotes text"},
        {"area \"x\" { title = link }", "1 missing-quotes link"},
        {"area \"x\" { title = string }", "1 missing-quotes string"},
        {"alert(foo)", "1 missing-quotes foo \"foo\""},
        {"area makt { title = \"x\" }", "1 missing-quotes makt \"makt\""},
        {"join {\n  question.text namn { },\n}",
         "2 missing-quotes namn \"namn\""},
        {"municipality 9901 \"Västerby\"", "1 missing-quotes 9901 \"9901\""},
        {"strategy 2024 {\n}", "1 missing-quotes 2024 \"2024\""},
        {"county \"x\" {\n  municipality \"9901\" Västerby,\n}",
         "2 missing-quotes Västerby \"Västerby\""},
        {"county \"x\" {\n  municipality \"9901\" Norra Kil,\n}",
         "2 missing-quotes Norra \"Norra Kil\""},
        {"area \"x\" { title = “Makt” }", "1 curly-quotes"},
        {"area \"x\" {\n title = ”Makt och annat”,\n}", "2 curly-quotes"},
    };
    CHECK_ALL(all);
}

static void what_is_not_lua_is_told_by_its_cause(void **state)
{
    (void)state;
    static const struct wrong all[] = {
        {"county \"x\" {\n  name = \"X\"\n  code = \"99\",\n}",
         "2 missing-comma \"X\""},
        {"county \"x\" {\n  n = 3\n  code = \"99\",\n}", "2 missing-comma 3"},
        {"county \"x\" {\n  theme\n    colour = \"#123456\",\n  },\n}",
         "2 missing-brace theme"},
        {"county \"x\" {\n  n = 3,\n  alert \"y\"\n    title = \"Y\",\n  }\n}",
         "3 missing-brace alert"},
        {"county \"x\" {\n  n = f \"y\"\n  title = \"Y\",\n}",
         "2 missing-comma \"y\""},
        {"home\n  title = \"X\",\n}", "1 missing-brace home"},
        {"county \"x\"\n  name = \"X\",\n  code = \"99\",\n}",
         "1 missing-brace county"},
        {"alert \"a\" { to = \"2027\" }\ncounty \"x\"\n  n = 1,\n  m = 2,\n}",
         "2 missing-brace county"},
        {"county \"x\" {\n\u00a0 name = \"X\",\n}", "2 bad-characters"},
        {"county \"x\" {\n  n = 1,\n  municipality\u00a0\"1\" \"A\",\n}",
         "3 bad-characters"},
        {"county \"x\" {\n  \u200bname = \"X\",\n}", "2 bad-characters"},
        {"county \"x\" {\n  n = 1,\n  # Vart man vänder sig\n}", "3 comment"},
        {"# Vart man vänder sig\ncounty \"x\" { }\n", "1 file-form"},
        {"county \"x\" { }\nhej\n", "2 missing-quotes hej"},
        {"hej\ncounty \"x\" { }\n", "1 missing-quotes hej"},
        {"county \"x\" {\n  owner \"a\" { }\n  owner \"b\" { },\n}",
         "2 missing-comma }"},
        {"county \"x\" {\n  b = true\n  owner \"b\" { },\n}",
         "2 missing-comma true"},
        {"county \"x\" { hosts = { \"a\" \"b\" } }", "1 missing-comma \"a\""},
        {"county \"x\" {\n  municipality \"1\" \"A\"\n  municipality \"2\" "
         "\"B\",\n}",
         "2 missing-comma \"A\""},
        {"welcome {\n  a = function(m) return true end\n  b = 1,\n}",
         "2 missing-comma end"},
        {"area \"x\" { title = { sv = \"A\" en = \"B\" } }",
         "1 missing-comma \"A\""},
        {"county \"x\" {\n  name = \"X\",\n\n", "1 missing-brace }"},
        {"county \"x\" {", "1 missing-brace }"},
        {"county \"x\" {\n  alert \"y\" {\n    a = 1,\n  owner \"z\" {\n  "
         "},\n}\n",
         "2 missing-brace }"},
        {"join {\n  step \"a\" {\n    b = { 1, 2,\n  },\n}\n",
         "3 missing-brace }"},
        {"county \"x\" {\n  name = \"X\".\n}", "2 missing-comma \"X\""},
        {"county \"x\" {\n  r = kind_is(\"a\", \"b\",\n}", "2 missing-brace )"},
        {"county \"x\" {\n  r = kind_is(\"a\"\n", "2 missing-brace )"},
        {"county \"x\" {\n}\n}", "3 extra-brace }"},
        {"county \"x\" { r = kind_is \"a\") }", "1 extra-brace )"},
        {"county \"x\" {\n  name = \"X,\n  code = \"99\",\n}", "2 open-quote"},
        {"county \"x\" {\n  name = X\",\n  code = \"99\",\n}", "2 open-quote"},
        {"county \"x\" { name = \"Det \"stora\" länet\" }", "1 open-quote"},
        {"local t = [[\nnever\nends", "1 open-quote"},
        {"--[[\nnever\nends", "1 open-quote"},
        {"local function f()\n  if true then\n    return 1\nlocal x",
         "2 missing-end end"},
        {"function f()\n", "1 missing-end end"},
        {"county \"x\" {\n  name: \"X\",\n}", "2 syntax name"},
        {"county \"x\" {\n  name: Makt,\n}", "2 syntax name"},
        {"county \"x\" {\n  name = ,\n}", "2 missing-value name"},
        {"county \"x\" {\n  name =\n}", "2 missing-value name"},
        {"owner \"a\" { },\nowner \"b\" { }", "1 extra-comma"},
        {"county \"x\" {\n  a = 1,,\n}", "2 extra-comma"},
        {"county \"x\" {\n  - en rad för folk\n}", "2 comment"},
        {"// en rad för folk\ncounty \"x\" { }", "1 comment"},
        {"county \"x\" { }\n# en rad", "2 comment"},
        {"x = = 1", "1 syntax unexpected symbol near '='"},
        {"goto nowhere",
         "1 syntax no visible label 'nowhere' for <goto> at line 1"},
    };
    CHECK_ALL(all);
}

static void words_wrongly_used_are_told(void **state)
{
    (void)state;
    static const struct wrong all[] = {
        {"local l = link \"x\" { to = \"/\" }\nowner \"a\" { l }\nowner \"b\" "
         "{ l }",
         "1 placed-twice link x"},
        {"link \"a\" { to = \"/\" } { to = \"/\" }",
         "1 wrong-use link link \"Hela strategin (PDF)\" { to = "
         "\"files/strategi.pdf\" }"},
        {"area \"x\" { title = \"\\xff\" }", "1 bad-characters title"},
        {"area \"x\" { n = 1/0 }", "1 wrong-value n"},
        {"area \"x\" { n = 0/0 }", "1 wrong-value n"},
        {"area \"x\" { [1.5] = 2 }", "1 wrong-key"},
        {"area \"x\" { [true] = 2 }", "1 wrong-key"},
        {"area \"x\" { [\"\\xff\"] = 2 }", "1 wrong-key"},
        {"local t = {} t.t = t\n\narea \"x\" { t = t }", "3 too-large"},
        {"local t = {} for i = 1, 40 do t = { t } end\narea \"x\" { t }",
         "2 too-large"},
        {"local t = {}\nfor i = 1, 10001 do t[i] = 1 end\narea \"x\" { t = t "
         "}",
         "3 too-large"},
    };
    CHECK_ALL(all);
}

static void scripts_that_fail_are_told_with_their_line(void **state)
{
    (void)state;
    static const struct wrong all[] = {
        {"\nlocal x = nil .. \"a\"",
         "2 script-failed attempt to concatenate a nil value"},
        {"error(\"nej\")", "1 script-failed nej"},
        {"\nwhile true do end", "2 script-too-slow"},
        {"county = 1",
         "1 script-failed county belongs to the portal: choose another name"},
        {"string.len = nil",
         "1 script-failed what the portal provides cannot be changed"},
        {"_ENV = {}", "1 file-form"},
        {"# x", "1 file-form"},
        {"\xef\xbb\xbf", "1 file-form"},
        {"\x1bLua", "1 file-form"},
        {"x = 1\ny = \"\xff\"", "2 file-form"},
        {"alrt \"x\" { } local y = nil .. 1", "1 unknown-word alrt alert"},
    };
    CHECK_ALL(all);
}

static void memory_that_words_take_counts(void **state)
{
    (void)state;
    static const char *const hogs[] = {
        "local s = (\"x\"):rep(1000000)\nwhile true do link(s) end",
        "local s = (\"x\"):rep(100000)\nlocal t = {}\nfor i = 1, 9000 do t[i] "
        "= s end\narea \"x\" { t = t }",
        "while true do link \"x\" { to = \"/\" } end",
        "local t = { { }, { } }\nwhile true do area \"x\" { t, t, t } end",
        "while true do local x = nonesuch end",
        "local n = 0\nwhile true do n = n + 1 local x = question[\"x\" .. n] "
        "end",
        "local s = (\"x\"):rep(900000)\nwhile true do local x = question[s] "
        "s = s:sub(2) end",
    };
    for (size_t i = 0; i < sizeof(hogs) / sizeof(hogs[0]); i++) {
        struct trial t;
        trial_open(&t);
        trial_add(&t, "county.lua", ans_str_from(hogs[i]));
        trial_load(&t);
        assert_true(t.faults.count >= 1);
        bool stopped = false;
        for (size_t k = 0; k < t.faults.count; k++)
            stopped |= t.faults.items[k].code == ANS_FAULT_SCRIPT_TOO_LARGE ||
                       t.faults.items[k].code == ANS_FAULT_SCRIPT_TOO_SLOW;
        assert_true(stopped);
        /* Growing arrays leave their smaller selves behind. */
        if (ans_arena_used(t.arena) > 20u << 20)
            fail_msg("%s: %zu bytes", hogs[i], ans_arena_used(t.arena));
        trial_close(&t);
    }
}

static void a_file_that_fails_hides_nothing_of_the_others(void **state)
{
    (void)state;
    static const char *const first[] = {
        "county \"x\" {\n",         /* no Lua */
        "alert \"x\" { nil .. 1 }", /* fails */
        "while true do end",        /* dies */
        "\xff",                     /* no text */
    };
    for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++) {
        struct trial t;
        trial_open(&t);
        trial_add(&t, "county.lua", ans_str_from(first[i]));
        trial_add(&t, "join.lua", ANS_STR("\nalrt \"x\" { }"));
        trial_add(&t, "welcome.lua",
                  ANS_STR("tool \"t\" { a = function() return true end }"));
        trial_load(&t);
        assert_true(t.decls.partial);
        assert_int_equal(t.faults.count, 2);
        assert_true(ans_str_is(t.faults.items[0].file, "county.lua"));
        assert_int_equal(t.faults.items[1].code, ANS_FAULT_UNKNOWN_WORD);
        assert_int_equal(t.faults.items[1].line, 2);
        assert_false(trial_decl(&t, "tool", 0)->inside);
        for (size_t k = 0; k < t.decls.count; k++)
            if (ans_str_is(t.decls.items[k]->file, "county.lua"))
                assert_true(t.decls.items[k]->inside);
        trial_close(&t);
    }
}

static void what_scripts_keep_must_leave_room_for_calls(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add(&t, "county.lua",
              ANS_STR("local k = (\"x\"):rep(1000)\nall = {}\n"
                      "for i = 1, 5 do all[i] = k:rep(900) end\n"));
    trial_load(&t);
    assert_int_equal(t.faults.count, 1);
    assert_int_equal(t.faults.items[0].code, ANS_FAULT_SCRIPT_TOO_LARGE);
    trial_close(&t);
}

static void every_fault_of_bind_has_words_in_both_languages(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add(&t, "county.lua",
              ANS_STR("alrt \"x\" { }\narea \"y\" { title = "
                      "Makt }\n"));
    trial_load(&t);
    static const char *const langs[] = {"sv", "en"};
    static const char *const said[][2] = {
        {"counties/m/county.lua:1: unknown-word: «alrt» är inget ord vi "
         "känner. Menade du «alert»?",
         "counties/m/county.lua:2: missing-quotes: Makt är inget ord vi "
         "känner. Text behöver citattecken: \"Makt\"."},
        {"counties/m/county.lua:1: unknown-word: \"alrt\" is no word that we "
         "know. Did you mean \"alert\"?",
         "counties/m/county.lua:2: missing-quotes: Makt is no word that we "
         "know. Text needs quotation marks: \"Makt\"."},
    };
    for (size_t lang = 0; lang < 2; lang++)
        for (size_t i = 0; i < 2; i++) {
            struct ans_buf out = {0};
            ans_fault_write(&out, &t.faults.items[i], ANS_STR("counties/m"),
                            ans_str_from(langs[lang]));
            ans_buf_add_byte(&out, '\0');
            assert_string_equal(out.ptr, said[lang][i]);
            ans_buf_free(&out);
        }
    trial_close(&t);
}

static void what_lua_says_is_also_said_in_swedish(void **state)
{
    static const char *const lines[] = {
        "local x = nil + 1",
        "local x = {} local y = x.a.b",
        "local x <const> = 1 x = 2",
        "local x = string.rep(nil, 2)",
        "for i = 1, \"a\" do end",
        "goto out",
        "break",
        "local t = {} t[nil] = 1",
        "local x = 1 < \"a\"",
        "local a = a.b:c",
        "local a = 1 // 0",
        "local a = 1 % 0",
        "local a <foo> = 1",
        "for i in 5 do end",
        "local a = \"x\" .. {}",
        "local a = #5",
        "local a = [=x",
        "assert(false)",
        "local a = (5)()",
        "::a:: ::a::",
        "table.concat({ {} })",
        "table.insert({}, 1, 2, 3)",
        "x = y = 2",
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(lines); i++) {
        struct trial t;
        struct ans_buf out = {0};
        trial_open(&t);
        trial_add(&t, "county.lua", ans_str_from(lines[i]));
        trial_load(&t);
        assert_int_equal(t.faults.count, 1);
        if (!ans_reason_swedish(&out, t.faults.items[0].values[0]))
            fail_msg("%s gives what is not known: %.*s", lines[i],
                     ANS_STR_ARG(t.faults.items[0].values[0]));
        ans_buf_free(&out);
        trial_close(&t);
    }
}

static void a_field_that_is_said_twice_is_told(void **state)
{
    (void)state;
    static const struct wrong all[] = {
        {"area \"x\" {\n title = \"A\",\n title = \"B\",\n}",
         "2 duplicate-field title 3"},
        {"area \"x\" { title = { sv = \"A\",\n sv = \"B\" } }",
         "1 duplicate-field sv 2"},
        {"area \"x\" { [\"title\"] = \"A\",\n title = \"B\" }",
         "1 duplicate-field title 2"},
        {"area \"x\" { title = \"A\", title = \"B\",\n title = \"C\" }",
         "1 duplicate-field title 2"},
        {"area \"x\" { \"title\", title = \"A\", goal \"title\" { text = "
         "\"title\" } }",
         ""},
        {"local t = { a = 1, a = 2 }\narea \"x\" { title = \"A\" }", ""},
    };
    CHECK_ALL(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(misspelt_words_are_told_with_the_nearest),
        cmocka_unit_test(texts_without_quotes_are_told_as_such),
        cmocka_unit_test(what_is_not_lua_is_told_by_its_cause),
        cmocka_unit_test(words_wrongly_used_are_told),
        cmocka_unit_test(a_field_that_is_said_twice_is_told),
        cmocka_unit_test(scripts_that_fail_are_told_with_their_line),
        cmocka_unit_test(memory_that_words_take_counts),
        cmocka_unit_test(a_file_that_fails_hides_nothing_of_the_others),
        cmocka_unit_test(what_scripts_keep_must_leave_room_for_calls),
        cmocka_unit_test(every_fault_of_bind_has_words_in_both_languages),
        cmocka_unit_test(what_lua_says_is_also_said_in_swedish),
    };
    return cmocka_run_group_tests_name("bind_faults", tests, NULL, NULL);
}
