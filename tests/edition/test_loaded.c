#include "edition/counties.h"

static void a_sound_folder_becomes_a_county(void **state)
{
    struct service *s = *state;
    struct ans_loaded *l = ans_loaded_new(SOUND, ANS_STR("mittlan"), LUA,
                                          &s->f->faults, &s->f->err);
    print_faults(&s->f->faults);
    assert_non_null(l);
    const struct ans_county *c = ans_loaded_county(l);
    assert_true(ans_str_is(c->slug, "mittlan"));
    assert_int_equal(c->version.len, 64);
    ans_loaded_release(l);
}

static void each_fault_of_a_folder_is_told_at_its_place(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "wrong");
    write_text(county_file(f, "wrong", "files/symbol.svg"),
               "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
               "<script>alert(1)</script></svg>");
    char *deep = calloc(1, 4096);
    for (int i = 0; i < 200; i++)
        strcat(deep, "> ");
    write_text(county_file(f, "wrong", "texts/radet.md"), strcat(deep, "x"));
    free(deep);
    edit(county_file(f, "wrong", "join.lua"), "join {", "join {{{");
    struct ans_loaded *l =
        ans_loaded_new(path_of(f->counties, "wrong"), ANS_STR("wrong"), LUA,
                       &f->faults, &f->err);
    assert_null(l);
    assert_int_equal(f->err.kind, ANS_ERR_SCRIPT);
    assert_true(has_fault(&f->faults, "bad-picture", "county.lua", -1));
    assert_true(has_fault(&f->faults, "bad-picture", "welcome.lua", -1));
    assert_true(has_fault(&f->faults, "bad-markdown", "texts/radet.md", 0));
    assert_true(has_fault(&f->faults, "missing-brace", "join.lua", 3));
}

static void a_script_with_another_ending_is_told_by_its_name(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "wrong");
    write_text(county_file(f, "wrong", "home.lua.txt"), "");
    write_text(county_file(f, "wrong", "texts/om.md.txt"), "");
    write_text(county_file(f, "wrong", "files/list.txt"), "");
    assert_null(ans_loaded_new(path_of(f->counties, "wrong"), ANS_STR("wrong"),
                               LUA, &f->faults, &f->err));
    assert_int_equal(f->faults.count, 2);
    assert_true(has_fault(&f->faults, "file-form", "home.lua.txt", 0));
    assert_true(has_fault(&f->faults, "file-form", "texts/om.md.txt", 0));
}

static void a_script_that_differs_each_time_is_a_fault(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "x");
    /* 24 functions in the order of a table's keys, which each state mixes in
     * its own way. */
    char script[8192] = "local keys = {\n";
    for (int i = 0; i < 24; i++)
        sprintf(script + strlen(script), "  key%d = true,\n", i);
    strcat(script, "}\n"
                   "local body = { title = \"Hej\" }\n"
                   "for key in pairs(keys) do\n"
                   "  body[#body + 1] = tool(key) {\n"
                   "    title = key, because = key,\n"
                   "    offered_when = function() return true end,\n"
                   "  }\n"
                   "end\n"
                   "welcome(body)\n");
    write_text(county_file(f, "x", "welcome.lua"), script);
    assert_null(ans_loaded_new(path_of(f->counties, "x"), ANS_STR("x"), LUA,
                               &f->faults, &f->err));
    print_faults(&f->faults);
    assert_int_equal(f->faults.count, 1);
    assert_true(has_fault(&f->faults, "unstable", "county.lua", 0));
}

static void a_folder_without_engine_files_is_an_error(void **state)
{
    struct service *s = *state;
    assert_null(ans_loaded_new(SOUND, ANS_STR("mittlan"), "/nowhere",
                               &s->f->faults, &s->f->err));
    assert_int_equal(s->f->err.kind, ANS_ERR_NOT_FOUND);
    assert_int_equal(s->f->faults.count, 0);
}

/* Functions of scripts. */

static void rules_run_in_vms_of_their_county(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    struct ans_err err = {0};
    assert_true(holds(site(e, "a"), -1, &err));
    assert_true(holds(site(e, "a"), 100, &err));
    assert_false(holds(site(e, "a"), 200, &err));
    assert_int_equal(err.kind, ANS_ERR_NONE);
    ans_edition_release(e);
}

static void a_rule_without_end_is_an_error_and_the_next_call_works(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    edit(county_file(s->f, "a", "welcome.lua"), "return is_small(member)",
         "while member.employees and member.employees.women == 77 do end "
         "return is_small(member)");
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    struct ans_err err = {0};
    assert_false(holds(site(e, "a"), 77, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    err = (struct ans_err){0};
    for (int i = 0; i < 8; i++)
        assert_true(holds(site(e, "a"), 100, &err));
    assert_int_equal(err.kind, ANS_ERR_NONE);
    ans_edition_release(e);
}

static void a_rule_that_stops_for_some_is_a_fault(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "x");
    edit(county_file(f, "x", "welcome.lua"), "return is_small(member)",
         "return member.employees.women + member.employees.men < 50");
    assert_null(ans_loaded_new(path_of(f->counties, "x"), ANS_STR("x"), LUA,
                               &f->faults, &f->err));
    assert_int_equal(f->faults.count, 1);
    assert_true(has_fault(&f->faults, "fails-for-some", "welcome.lua", 25));
    struct ans_buf told = {0};
    ans_fault_write(&told, &f->faults.items[0], ANS_STR("x"), ANS_STR("sv"));
    const char *wanted =
        "x/welcome.lua:25: fails-for-some: regeln stannar för en kommun, som "
        "aldrig får frågan «employees» (rad ";
    assert_true(ans_str_starts(ans_buf_str(&told), ans_str_from(wanted)));
    ans_buf_free(&told);
}

static void a_rule_that_stops_for_a_persona_is_a_fault(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "x");
    edit(county_file(f, "x", "welcome.lua"), "return is_small(member)",
         "return member.name ~= \"Udda IK\" or member.employees.women == 1");
    write_text(county_file(f, "x", "tests.lua"),
               "persona \"en udda förening\" { name = \"Udda IK\", kind = "
               "\"association\" }\n");
    assert_null(ans_loaded_new(path_of(f->counties, "x"), ANS_STR("x"), LUA,
                               &f->faults, &f->err));
    assert_int_equal(f->faults.count, 1);
    struct ans_buf told = {0};
    ans_fault_write(&told, &f->faults.items[0], ANS_STR("x"), ANS_STR("sv"));
    const char *wanted = "x/welcome.lua:25: fails-for-some: regeln stannar "
                         "för \"en udda förening\", som aldrig får frågan "
                         "«employees» (rad ";
    assert_true(ans_str_starts(ans_buf_str(&told), ans_str_from(wanted)));
    ans_buf_free(&told);
}

static void a_rule_that_answers_guard_is_sound(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "x");
    edit(county_file(f, "x", "welcome.lua"),
         "offered_when = function(member)\n"
         "      return is_small(member)\n"
         "    end",
         "offered_when = all_of { answered \"employees\", function(member)\n"
         "      return member.employees.women < 50\n"
         "    end }");
    write_text(county_file(f, "x", "tests.lua"), "");
    struct ans_loaded *l = ans_loaded_new(
        path_of(f->counties, "x"), ANS_STR("x"), LUA, &f->faults, &f->err);
    print_faults(&f->faults);
    assert_non_null(l);
    ans_loaded_release(l);
}

/* A function that reads what nobody answers never stops; its source tells. */
static void an_answer_that_no_question_has_is_seen_in_a_function(void **state)
{
    static const struct {
        const char *rule;
        const char *told; /* "" when it is sound */
    } cases[] = {
        {"function(member)\n      return member.employes ~= nil\n    end",
         "x/welcome.lua:26: unknown-reference: regeln nämner frågan "
         "«employes», som inte finns. Menade du «employees»?"},
        {"function(m) return m[\"employes\"] == 1 end",
         "x/welcome.lua:25: unknown-reference: regeln nämner frågan "
         "«employes», som inte finns. Menade du «employees»?"},
        {"any_of { kind_is \"state\", function(m) return m.kindd == \"x\" end "
         "}",
         "x/welcome.lua:25: unknown-reference: regeln nämner frågan «kindd», "
         "som inte finns. Menade du «kind»?"},
        /* a branch that none of those takes who are tried */
        {"function(m) return m.name == \"x\" and m.emplyees ~= nil end",
         "x/welcome.lua:25: unknown-reference: regeln nämner frågan "
         "«emplyees», som inte finns. Menade du «employees»?"},
        /* in a helper: is_small(member) reads its own `employees` */
        {"function(m) return is_small(m) and is_none(m) end",
         "x/welcome.lua:1: unknown-reference: regeln nämner frågan «kid», som "
         "inte finns. Menade du «kind»?"},
        {"is_none",
         "x/welcome.lua:1: unknown-reference: regeln nämner frågan «kid», som "
         "inte finns. Menade du «kind»?"},
        /* other tables have other names */
        {"function(m) local t = { x = 1 } return t.x == 1 and m.kind ~= nil "
         "end",
         ""},
        {"function(m) local f = function(m) return m.x end return f({ x = 1 }) "
         "== 1 and m.kind ~= nil end",
         ""},
        {"function(m) return m.employees ~= nil and m.employees.women > 9 end",
         ""},
    };
    struct service *s = *state;
    struct fixture *f = s->f;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_buf told = {0};
        add_county(f, "x");
        const char *welcome = county_file(f, "x", "welcome.lua");
        edit(welcome, "-- What each who joins gets",
             "local function is_none(m) return m.kid == nil end --");
        edit(welcome,
             "function(member)\n      return is_small(member)\n    end",
             cases[i].rule);
        write_text(county_file(f, "x", "tests.lua"), "");
        struct ans_loaded *l = ans_loaded_new(
            path_of(f->counties, "x"), ANS_STR("x"), LUA, &f->faults, &f->err);
        if (f->faults.count)
            ans_fault_write(&told, &f->faults.items[0], ANS_STR("x"),
                            ANS_STR("sv"));
        if (!ans_str_is(ans_buf_str(&told), cases[i].told))
            fail_msg("%s gives %.*s", cases[i].rule,
                     ANS_STR_ARG(ans_buf_str(&told)));
        assert_true(!l == (*cases[i].told != 0));
        ans_loaded_release(l);
        ans_buf_free(&told);
        forget_faults(f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_sound_folder_becomes_a_county),
        T(each_fault_of_a_folder_is_told_at_its_place),
        T(a_script_with_another_ending_is_told_by_its_name),
        T(a_script_that_differs_each_time_is_a_fault),
        T(a_folder_without_engine_files_is_an_error),
        T(rules_run_in_vms_of_their_county),
        T(a_rule_that_stops_for_some_is_a_fault),
        T(a_rule_that_stops_for_a_persona_is_a_fault),
        T(a_rule_that_answers_guard_is_sound),
        T(an_answer_that_no_question_has_is_seen_in_a_function),
        T(a_rule_without_end_is_an_error_and_the_next_call_works),
    };
    return cmocka_run_group_tests_name("edition: one county", tests, NULL,
                                       NULL);
}
