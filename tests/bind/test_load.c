/* What scripts say is recorded, with its place. */
#include "bind/folder.h"

static void a_sound_county_loads_without_faults(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add_mittlan(&t);
    trial_load(&t);
    assert_string_equal(trial_faults(&t).ptr, "");
    assert_false(ans_vm_dead(t.vm));
    assert_false(t.decls.partial);
    for (size_t i = 0; i < t.decls.count; i++)
        assert_true(t.decls.items[i]->finished);
    trial_close(&t);
}

static void the_country_comes_first_then_county_lua_then_the_rest(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add(&t, "a.lua", ANS_STR("owner \"third\" { name = \"A\" }"));
    trial_add(&t, "county.lua", ANS_STR("owner \"second\" { name = \"C\" }"));
    trial_add(&t, "tests.lua", ANS_STR("persona \"x\" { }"));
    trial_add(&t, "texts/a.lua", ANS_STR("owner \"never\" { }"));
    trial_add(&t, "notes.txt", ANS_STR("not Lua"));
    trial_add(&t, "z.lua", ANS_STR("owner \"fourth\" { name = \"Z\" }"));
    t.shared = (struct ans_folder_file){ANS_STR("lua/national.lua"),
                                        ANS_STR("owner \"first\" { }")};
    trial_load(&t);
    assert_string_equal(trial_faults(&t).ptr, "");
    static const char *const order[] = {"first", "second", "third", "fourth"};
    assert_int_equal(t.decls.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(ans_str_is(t.decls.items[i]->args[0].s, order[i]));
    assert_true(ans_str_is(t.decls.items[0]->file, "lua/national.lua"));
    assert_true(ans_str_is(t.decls.items[3]->file, "z.lua"));
    trial_close(&t);
}

static void each_form_of_a_word_is_recorded(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add(&t, "county.lua",
              ANS_STR("theme { colour = \"#000000\" }\n"
                      "alert \"a\" { title = \"A\" }\n"
                      "municipality \"9901\" \"Västerby\"\n"
                      "option \"b\" { label = \"B\" }\n"
                      "link \"text\" { to = \"/x\" }\n"
                      "may_join { \"region\", \"state\" }\n"
                      "text \"texts/a.md\"\n"
                      "answered(\"q\", \"v\")\n"
                      "kind_is \"region\"\n"
                      "any_of { kind_is \"region\", answered \"q\" }\n"
                      "by_kind { company = \"C\", otherwise = \"O\" }\n"
                      "question.text \"id\" { label = \"L\" }\n"
                      "newsletter { name = \"N\" }\n"
                      "newsletter \"n\" { title = \"N\" }\n"
                      "alert(\"paren\")({ title = \"A\" })\n"));
    trial_load(&t);
    assert_string_equal(trial_faults(&t).ptr, "");
    static const struct {
        const char *word;
        size_t args;
        bool body;
        int line;
    } all[] = {
        {"theme", 0, true, 1},         {"alert", 1, true, 2},
        {"municipality", 2, false, 3}, {"option", 1, true, 4},
        {"link", 1, true, 5},          {"may_join", 0, true, 6},
        {"text", 1, false, 7},         {"answered", 2, false, 8},
        {"kind_is", 1, false, 9},      {"kind_is", 1, false, 10},
        {"answered", 1, false, 10},    {"any_of", 0, true, 10},
        {"by_kind", 0, true, 11},      {"question.text", 1, true, 12},
        {"newsletter", 0, true, 13},   {"newsletter", 1, true, 14},
        {"alert", 1, true, 15},
    };
    assert_int_equal(t.decls.count, sizeof(all) / sizeof(all[0]));
    for (size_t i = 0; i < t.decls.count; i++) {
        const struct ans_decl *d = t.decls.items[i];
        assert_string_equal(d->word->name, all[i].word);
        assert_int_equal(d->arg_count, all[i].args);
        assert_int_equal(d->body != NULL, all[i].body);
        assert_int_equal(d->line, all[i].line);
        assert_true(d->finished);
    }
    trial_close(&t);
}

static void values_keep_their_type_and_line(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add(&t, "county.lua",
              ANS_STR("county \"x\" {\n"
                      "  name = \"Ö\",\n"
                      "  n = 3,\n"
                      "  f = 2.5,\n"
                      "  yes = true, no = false,\n"
                      "  [\"odd key\"] = 1,\n"
                      "  label = {\n"
                      "    sv = \"S\",\n"
                      "    en = \"E\",\n"
                      "  },\n"
                      "  list = {\n    \"a\",\n    \"b\",\n  },\n"
                      "  long = [[\none\ntwo]],\n"
                      "  rule = function(m)\n    return m.x == 1\n  end,\n"
                      "  link \"l\" { to = \"/\" },\n"
                      "}\n"));
    trial_load(&t);
    assert_string_equal(trial_faults(&t).ptr, "");
    const struct ans_decl *d = trial_decl(&t, "county", 0);
    static const struct {
        const char *key;
        int type;
        int line;
    } all[] = {
        {"name", ANS_SAID_STRING, 2},  {"n", ANS_SAID_NUMBER, 3},
        {"f", ANS_SAID_NUMBER, 4},     {"yes", ANS_SAID_BOOL, 5},
        {"no", ANS_SAID_BOOL, 5},      {"odd key", ANS_SAID_NUMBER, 6},
        {"label", ANS_SAID_TABLE, 7},  {"list", ANS_SAID_TABLE, 11},
        {"long", ANS_SAID_STRING, 15}, {"rule", ANS_SAID_FUNCTION, 18},
    };
    assert_int_equal(d->body->named_count, sizeof(all) / sizeof(all[0]));
    for (size_t i = 0; i < d->body->named_count; i++) {
        const struct ans_said_pair *pair = &d->body->named[i];
        assert_true(ans_str_is(pair->key, all[i].key)); /* source order */
        assert_int_equal(pair->value.type, all[i].type);
        assert_int_equal(pair->line, all[i].line);
    }
    assert_true(trial_pair(d, "n")->value.whole);
    assert_false(trial_pair(d, "f")->value.whole);
    assert_int_equal(trial_pair(d, "label")->value.table->named[1].line, 9);
    assert_int_equal(trial_pair(d, "list")->value.table->list[1].line, 13);
    assert_int_equal(d->body->list_count, 1);
    assert_int_equal(d->body->list[0].type, ANS_SAID_DECL);
    assert_int_equal(d->body->list[0].line, 21);
    assert_true(d->body->list[0].decl->inside);
    assert_false(d->inside);
    trial_close(&t);
}

static void helpers_and_loops_may_make_words(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add(&t, "county.lua",
              ANS_STR("function place(code, name)\n"
                      "  return municipality(code)(name)\n"
                      "end\n"
                      "local all = {}\n"
                      "for i, name in ipairs { \"A\", \"B\" } do\n"
                      "  table.insert(all, place(\"990\" .. i, name))\n"
                      "end\n"
                      "county \"x\" { table.unpack(all) }\n"));
    trial_add(&t, "more.lua",
              ANS_STR("local m = place(\"9909\", \"C\")\n"
                      "county \"y\" { m }"));
    trial_load(&t);
    assert_string_equal(trial_faults(&t).ptr, "");
    const struct ans_decl *d = trial_decl(&t, "county", 0);
    assert_int_equal(d->body->list_count, 2);
    assert_true(ans_str_is(d->body->list[1].decl->args[0].s, "9902"));
    assert_int_equal(d->body->list[1].decl->line, 2);
    trial_close(&t);
}

static void functions_have_the_same_numbers_in_every_load(void **state)
{
    (void)state;
    static const char source[] =
        "welcome {\n"
        "  z = function() return 1 end,\n"
        "  a = function() return 2 end,\n"
        "  tool \"t\" { offered_when = function() return 3 end },\n"
        "  m = { function() return 4 end, x = function() return 5 end },\n"
        "}\n";
    static const char *const keys[] = {"z", "a"};
    for (int round = 0; round < 20; round++) {
        struct trial t;
        trial_open(&t);
        trial_add(&t, "county.lua", ANS_STR(source));
        trial_load(&t);
        assert_string_equal(trial_faults(&t).ptr, "");
        const struct ans_decl *d = trial_decl(&t, "welcome", 0);
        const struct ans_decl *tool = trial_decl(&t, "tool", 0);
        assert_int_equal(trial_pair(tool, "offered_when")->value.function, 1);
        for (int i = 0; i < 2; i++)
            assert_int_equal(trial_pair(d, keys[i])->value.function, i + 2);
        struct ans_said_table *m = trial_pair(d, "m")->value.table;
        assert_int_equal(m->named[0].value.function, 4);
        assert_int_equal(m->list[0].function, 5);
        trial_close(&t);
    }
}

static void a_folder_without_scripts_loads_to_nothing(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_load(&t);
    assert_int_equal(t.decls.count, 0);
    assert_int_equal(t.faults.count, 0);
    trial_close(&t);
}

static void a_rule_is_asked_with_the_answers(void **state)
{
    (void)state;
    struct trial t;
    trial_open(&t);
    trial_add(&t, "county.lua",
              ANS_STR("local function few(e) return e.women + e.men < 50 end\n"
                      "limit = { most = 3 }\n"
                      "tool \"t\" {\n"
                      "  a = function(m) return few(m.employees) end,\n"
                      "  b = function(m) return m.none == nil end,\n"
                      "  c = function(m) return #m.focus < limit.most end,\n"
                      "}\n"));
    trial_load(&t);
    assert_string_equal(trial_faults(&t).ptr, "");
    const struct ans_decl *d = trial_decl(&t, "tool", 0);
    struct ans_map *answers = ans_map_new(t.arena);
    struct ans_map *employees = ans_map_put_map(answers, "employees");
    ans_map_put_int(employees, "women", 20);
    ans_map_put_int(employees, "men", 40);
    struct ans_list *focus = ans_map_put_list(answers, "focus");
    ans_list_add(focus, ans_value_str(ANS_STR("makt")));
    static const struct {
        const char *key;
        bool holds;
    } all[] = {{"a", false}, {"b", true}, {"c", true}};
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        struct ans_err err = {0};
        bool holds;
        int function = trial_pair(d, all[i].key)->value.function;
        assert_true(ans_bind_call_rule(t.vm, function, answers, &holds, &err));
        assert_int_equal(holds, all[i].holds);
        assert_int_equal(err.kind, ANS_ERR_NONE);
    }
    trial_close(&t);
}

static void a_rule_that_fails_is_told_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        const char *text;
    } cases[] = {
        {"return m.employees.women > 1",
         "county.lua:2: attempt to index a nil value (field 'employees')"},
        {"return 1", "county.lua:2: the rule gave neither true nor false"},
        {"return nil", "county.lua:2: the rule gave neither true nor false"},
        {"return 'true'", "county.lua:2: the rule gave neither true nor false"},
        {"return {}", "county.lua:2: the rule gave neither true nor false"},
        {"return function() end", "county.lua:2: the function gave a function"},
        {"error('no')", "county.lua:2: no"},
        {"while true do end", "county.lua:2: it takes too long"},
        {"seen = true return true", "county.lua:2: globals cannot be set"},
        {"return kind_is 'x'", "county.lua:2: the words of county scripts"},
        {"alert 'x' { }", "county.lua:2: the words of county scripts"},
        {"return nonesuch == 1", "county.lua:2: nonesuch is not a name"},
        {"return text.find('a')", "county.lua:2: text.find is not a name"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct trial t;
        trial_open(&t);
        trial_add(&t, "county.lua",
                  ans_arena_printf(t.arena,
                                   "tool \"t\" {\n  a = function(m) %s end,\n}",
                                   cases[i].body));
        trial_load(&t);
        struct ans_err err = {0};
        bool holds = true;
        assert_false(ans_bind_call_rule(t.vm, 1, NULL, &holds, &err));
        assert_false(holds);
        assert_int_equal(err.kind, strstr(cases[i].body, "while true")
                                       ? ANS_ERR_LIMIT
                                       : ANS_ERR_SCRIPT);
        if (strncmp(err.text, cases[i].text, strlen(cases[i].text)) != 0)
            fail_msg("%s: %s", cases[i].body, err.text);
        trial_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_county_loads_without_faults),
        cmocka_unit_test(the_country_comes_first_then_county_lua_then_the_rest),
        cmocka_unit_test(each_form_of_a_word_is_recorded),
        cmocka_unit_test(values_keep_their_type_and_line),
        cmocka_unit_test(helpers_and_loops_may_make_words),
        cmocka_unit_test(functions_have_the_same_numbers_in_every_load),
        cmocka_unit_test(a_folder_without_scripts_loads_to_nothing),
        cmocka_unit_test(a_rule_is_asked_with_the_answers),
        cmocka_unit_test(a_rule_that_fails_is_told_with_its_line),
    };
    return cmocka_run_group_tests_name("bind_load", tests, NULL, NULL);
}
