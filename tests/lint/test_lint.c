/* What luacheck finds, under our own codes. */
#include "lint/lint.h"

#include "check.h"

#define LUA ANS_SOURCE_DIR "/lua"

struct linted {
    struct ans_arena *arena;
    struct ans_folder_file files[2];
    struct ans_folder folder;
    struct ans_faults faults;
};

static void set_up(struct linted *l, const char *script)
{
    *l = (struct linted){.arena = ans_arena_new(0)};
    l->files[0] =
        (struct ans_folder_file){ANS_STR("join.lua"), ans_str_from(script)};
    l->files[1] = (struct ans_folder_file){ANS_STR("texts/x.lua"),
                                           ANS_STR("local a = 1")};
    l->folder = (struct ans_folder){.files = l->files, .count = 2};
    l->faults = (struct ans_faults){.arena = l->arena, .advice = true};
}

static struct ans_str told(struct linted *l)
{
    struct ans_buf out = {0};
    ans_faults_sort(&l->faults);
    for (size_t i = 0; i < l->faults.count; i++) {
        const struct ans_fault *f = &l->faults.items[i];
        ans_buf_printf(&out, "%s%d %s", i ? "; " : "", f->line,
                       ans_fault_word(f->code));
        for (size_t k = 0; k < 3 && f->values[k].len; k++)
            ans_buf_printf(&out, " %.*s", ANS_STR_ARG(f->values[k]));
    }
    struct ans_str text = ans_arena_str(l->arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return text;
}

static void what_is_odd_has_a_code_of_its_own(void **state)
{
    static const struct {
        const char *script, *told;
    } cases[] = {
        {"county \"x\" { name = \"X\" }", ""},
        {"local a = 1", "1 unused-name a"},
        {"local function f() return 1 end", "1 unused-name f"},
        {"x = 5 county(x)", "1 global-name x"},
        {"county = 5", "1 global-name county"},
        {"print = 5", "1 global-name print"},
        {"county {\n title = \"a\",\n title = \"b\" }",
         "2 duplicate-field title join.lua:3"},
        {"local a = 1\ncounty(a)\nlocal a = 2\ncounty(a)",
         "3 same-name a join.lua:1"},
        {"local a = 1\na = 2 county(a)", "1 unused-value a join.lua:2"},
        {"local a county(a)", "1 never-set a"},
        {"do return county() end\ncounty()", "2 unreachable"},
        {"while county() do break end", "1 odd-loop"},
        {"for i = #county, 1 do county(i) end", "1 odd-loop"},
        {"if county() then end", "1 empty-block"},
        {"local a = 1, 2 county(a)", "1 odd-values"},
        {"if not county() == 1 then join() end", "1 odd-not"},
        {"::here:: county()", "1 odd-script unused label 'here'"},
        {"rule(function(member) return true end)", ""},
        {"not Lua", ""},
        {"nobody_knows()  ", ""},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct linted l;
        set_up(&l, cases[i].script);
        ans_lint_folder(&l.folder, LUA, &l.faults);
        struct ans_str got = told(&l);
        if (!ans_str_is(got, cases[i].told))
            fail_msg("%s\n  gives %.*s\n  not   %s", cases[i].script,
                     ANS_STR_ARG(got), cases[i].told);
        for (size_t k = 0; k < l.faults.count; k++)
            assert_true(ans_fault_is_advice(l.faults.items[k].code));
        ans_arena_free(l.arena);
    }
}

static void a_line_with_a_fault_needs_no_advice(void **state)
{
    struct linted l;
    (void)state;
    set_up(&l, "local a = 1\nlocal b = 2");
    ans_fault_add(&l.faults, ANS_FAULT_SYNTAX, ANS_STR("join.lua"), 1,
                  ANS_STR("x"), ANS_STR(""), ANS_STR(""));
    ans_lint_folder(&l.folder, LUA, &l.faults);
    assert_str(told(&l), "1 syntax x; 2 unused-name b");
    ans_arena_free(l.arena);
}

static void a_script_too_deep_for_luacheck_has_no_advice(void **state)
{
    struct linted l;
    (void)state;
    char *deep = malloc(200001);
    memset(deep, '(', 200000);
    deep[200000] = 0;
    set_up(&l, deep);
    ans_lint_folder(&l.folder, LUA, &l.faults);
    assert_int_equal(l.faults.count, 0);
    ans_arena_free(l.arena);
    free(deep);
}

static void without_the_engines_part_nothing_is_looked_for(void **state)
{
    struct linted l;
    (void)state;
    set_up(&l, "local a = 1");
    ans_lint_folder(&l.folder, "/nowhere", &l.faults);
    assert_int_equal(l.faults.count, 0);
    ans_arena_free(l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_odd_has_a_code_of_its_own),
        cmocka_unit_test(a_line_with_a_fault_needs_no_advice),
        cmocka_unit_test(a_script_too_deep_for_luacheck_has_no_advice),
        cmocka_unit_test(without_the_engines_part_nothing_is_looked_for),
    };
    return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
