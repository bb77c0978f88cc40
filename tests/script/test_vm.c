/* The life of a state: run, freeze, call, die. */
#include <stdio.h>

#include "base/clock.h"
#include "script/guest.h"

static void files_share_their_globals(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "limit = 3\nfunction helper() return limit end"));
    assert_true(guest_run(&g, "assert(helper() == 3)"));
    guest_close(&g);
}

static void globals_are_frozen_after_the_load(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "x = 1",
        "known = nil",
        "function f() end",
        "known.a = 2",
        "known.inner.b = 2",
        "known[1] = 2",
        "table.insert(known, 1)",
        "table.insert(known.inner, 1)",
        "table.remove(known)",
        "table.sort(known)",
        "for _, v in pairs(known) do v.b = 2 end",
        "local k, v = next(known.list) v.x = 1",
        "local v = table.unpack(known.list) v.x = 1",
        "for _, v in ipairs(known.list) do v.x = 1 end",
        "local _, s = ipairs(known) s.a = 1",
        "local _, s = pairs(known) s.a = 1",
        "string.len = nil",
        "known.string.len = nil",
    };
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        struct guest g;
        guest_open(&g);
        assert_true(guest_run(&g, "known = { a = 1, inner = { b = 1 }, "
                                  "list = { {} }, string = string }"));
        ans_vm_freeze(g.vm);
        if (guest_run(&g, changes[i]))
            fail_msg("changed by: %s", changes[i]);
        assert_int_equal(g.fault.kind, ANS_SCRIPT_ERROR);
        assert_int_equal(g.fault.line, 1);
        assert_true(guest_run(&g, "assert(x == nil and known.a == 1 and "
                                  "known.inner.b == 1 and known[1] == nil "
                                  "and known.list[1].x == nil)"));
        guest_close(&g);
    }
}

static void frozen_tables_read_like_others(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(
        guest_run(&g, "t = { 'a', 'b', { 'c' }, n = 1 }\nt.self = t\n"));
    ans_vm_freeze(g.vm);
    bool ok = guest_run(&g, "assert(#t == 3 and t[1] == 'a' and t.n == 1)\n"
                            "assert(type(t) == 'table' and t == t.self.self)\n"
                            "assert(t[3][1] == 'c' and t.none == nil)\n"
                            "local n = 0 for k in pairs(t) do n = n + 1 end\n"
                            "assert(n == 5)\n"
                            "n = 0 for i in ipairs(t) do n = n + i end\n"
                            "assert(n == 6)\n"
                            "assert(table.concat(t[3], ',') == 'c')\n"
                            "assert(select('#', table.unpack(t)) == 3)\n"
                            "assert(next({}) == nil)\n");
    if (!ok)
        fail_msg("%d: %.*s", g.fault.line, ANS_STR_ARG(g.fault.text));
    guest_close(&g);
}

static void a_function_gives_its_first_result(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "keep(function() return 7, 8 end)"));
    assert_true(guest_call(&g));
    assert_int_equal(g.result.type, ANS_INT);
    assert_int_equal(g.result.i, 7);
    assert_true(ans_vm_call(g.vm, g.ref, NULL, 0, &ANS_BUDGET_CALL, g.arena,
                            NULL, &g.fault));
    guest_close(&g);
}

static void functions_are_numbered_from_one_in_each_state(void **state)
{
    (void)state;
    for (int round = 0; round < 2; round++) {
        struct guest g;
        guest_open(&g);
        for (int i = 1; i <= 5; i++) {
            assert_true(guest_run(&g, "keep(function() return 1 end)"));
            assert_int_equal(g.ref, i);
        }
        guest_close(&g);
    }
}

static void what_was_never_kept_cannot_be_called(void **state)
{
    (void)state;
    static const int refs[] = {0, 1, -1, 4711};
    struct guest g;
    guest_open(&g);
    for (size_t i = 0; i < sizeof(refs) / sizeof(refs[0]); i++) {
        g.ref = refs[i];
        assert_false(guest_call(&g));
        assert_int_equal(g.fault.kind, ANS_SCRIPT_ERROR);
        assert_false(ans_vm_dead(g.vm));
    }
    guest_close(&g);
}

static void a_dead_state_stays_dead(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "keep(function() return 1 end)"));
    assert_false(guest_run(&g, "\n\nwhile true do end"));
    guest_check_fault(&g, ANS_SCRIPT_TIME, 3, "takes too long");
    assert_true(ans_vm_dead(g.vm));
    assert_false(guest_run(&g, "local x = 1"));
    assert_int_equal(g.fault.kind, ANS_SCRIPT_TIME);
    assert_false(guest_call(&g));
    assert_int_equal(g.fault.kind, ANS_SCRIPT_TIME);
    ans_vm_freeze(g.vm);
    guest_close(&g);
}

static void each_call_has_its_whole_budget(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "keep(function()\n"
                              "  local n = 0\n"
                              "  for i = 1, 20000 do n = n + i end\n"
                              "  return n\nend)"));
    ans_vm_freeze(g.vm);
    int64_t used = 0;
    for (int i = 0; used < 2 * 20000 && i < 100000; i++) {
        assert_true(guest_call(&g));
        used += ans_vm_use(g.vm).cpu_us;
    }
    assert_true(used >= 2 * 20000); /* more than one budget in all */
    guest_close(&g);
}

static void memory_that_was_let_go_does_not_count(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "keep(function()\n"
                              "  local s = ('x'):rep(500000)\n"
                              "  return #(s .. 'y')\nend)"));
    ans_vm_freeze(g.vm);
    struct ans_budget patient = {5000, 0, 4u << 20};
    for (int i = 0; i < 50; i++)
        assert_true(guest_call_within(&g, patient));
    guest_close(&g);
}

static void a_state_too_large_for_a_call_says_so(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    struct ans_budget patient = {5000, 0, 8u << 20};
    assert_true(guest_run_within(
        &g,
        ANS_STR("all = {}\nfor i = 1, 12 do all[i] = ('x'):rep(500000) .. i "
                "end\nkeep(function() return #all .. 'x' end)"),
        patient));
    ans_vm_freeze(g.vm);
    assert_true(ans_vm_use(g.vm).memory > 4u << 20);
    assert_false(guest_call(&g));
    assert_int_equal(g.fault.kind, ANS_SCRIPT_MEMORY);
    guest_close(&g);
}

/* outside(n): a C function that takes memory of its own. */
static int take_outside(struct lua_State *L)
{
    ans_vm_charge_memory(L, (size_t)luaL_checkinteger(L, 1));
    return 0;
}

static void memory_taken_by_c_functions_counts_until_the_run_ends(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    ans_vm_bind(g.vm, "outside", take_outside);
    assert_true(guest_run(&g, "outside(5000000)"));
    assert_true(guest_run(&g, "outside(5000000)"));
    assert_false(guest_run(&g, "pcall(outside, 5000000)\n"
                               "pcall(outside, 5000000)\nlocal x = 1"));
    guest_check_fault(&g, ANS_SCRIPT_MEMORY, 2, "memory");
    guest_close(&g);
}

static int is_missing(struct lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_pushliteral(L, "no ");
    lua_insert(L, 1);
    lua_concat(L, 2);
    return 1;
}

static void unknown_names_are_asked_for(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "assert(alrt == nil and text.find == nil)"));
    ans_vm_bind_missing(g.vm, is_missing);
    bool ok = guest_run(&g, "assert(alrt == 'no alrt')\n"
                            "assert(text.find == 'no text.find')\n"
                            "assert(('x').gsub == 'no string.gsub')\n"
                            "assert(text[1] == nil)\n"
                            "mine = 1 assert(mine == 1)\n");
    if (!ok)
        fail_msg("%d: %.*s", g.fault.line, ANS_STR_ARG(g.fault.text));
    guest_close(&g);
}

/* The first upvalue, as a number. */
static int say_data(struct lua_State *L)
{
    ans_vm_charge(L, 1);
    const int *n = lua_touserdata(L, lua_upvalueindex(1));
    lua_pushinteger(L, *n + (lua_Integer)lua_gettop(L) * 100);
    return 1;
}

static void a_name_can_be_a_library_and_a_function(void **state)
{
    (void)state;
    static const int one = 1, two = 2, three = 3;
    struct guest g;
    guest_open(&g);
    ans_vm_bind_with(g.vm, "text", say_data, &one);
    ans_vm_bind_with(g.vm, "question.kind", say_data, &two);
    ans_vm_bind_with(g.vm, "question", say_data, &three);
    ans_vm_bind_with(g.vm, "word", say_data, &one);
    ans_vm_bind_with(g.vm, "word.part", say_data, &two);
    bool ok = guest_run(&g, "assert(text 'x' == 101)\n"
                            "assert(text.trim ' x ' == 'x')\n"
                            "assert(question.kind(1, 2) == 202)\n"
                            "assert(question() == 3)\n"
                            "assert(word 'x' == 101)\n"
                            "assert(word.part 'x' == 102)\n");
    if (!ok)
        fail_msg("%d: %.*s", g.fault.line, ANS_STR_ARG(g.fault.text));
    guest_close(&g);
}

/* where(): file:line of who called. */
static int say_where(struct lua_State *L)
{
    ans_vm_charge(L, 1);
    struct guest *g = ans_vm_context(L);
    struct ans_str file;
    int line;
    ans_vm_where(L, 1, g->arena, &file, &line);
    lua_pushlstring(L, file.ptr, file.len);
    lua_pushinteger(L, line);
    return 2;
}

static void places_are_those_of_the_script(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    ans_vm_bind(g.vm, "where", say_where);
    assert_true(guest_run(&g, "local f, l = where()\n"
                              "assert(f == 'guest.lua' and l == 1)\n"
                              "local ok, f, l = pcall(where)\n"
                              "assert(f == 'guest.lua' and l == 3)\n"));
    guest_close(&g);
}

/* Where a fault is said to be, for each way to fail. */
static void faults_name_the_line(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        int kind;
        int line;
        const char *text;
    } cases[] = {
        {"\nlocal x = nil .. ''", ANS_SCRIPT_ERROR, 2, "concatenate"},
        {"\n\nerror('mine')", ANS_SCRIPT_ERROR, 3, "mine"},
        {"\n\nerror('mine', 0)", ANS_SCRIPT_ERROR, 3, "mine"},
        {"\nlocal function f()\nerror('above', 2)\nend\nf()", ANS_SCRIPT_ERROR,
         5, "above"},
        {"\n\nerror({})", ANS_SCRIPT_ERROR, 3, "without words"},
        {"\nstring.rep()", ANS_SCRIPT_ERROR, 2, "string expected"},
        {"\nlocal x =\n\n", ANS_SCRIPT_SYNTAX, 4, "unexpected symbol"},
        {"a = {\n  b = 1\n  c = 2\n}", ANS_SCRIPT_SYNTAX, 3, "'}' expected"},
        {"\n\n\nfor i = 1, 2 do", ANS_SCRIPT_SYNTAX, 4, "'end' expected"},
        {"\nwhile true do\n\nend", ANS_SCRIPT_TIME, 2, "too long"},
        {"local t = {}\nwhile true do\n  t = { t }\nend", ANS_SCRIPT_MEMORY, 3,
         "memory"},
        {"\n\n\nlocal s = ('x'):rep(1000000)\ns = s .. s", ANS_SCRIPT_MEMORY, 5,
         "memory"},
        {"\n\n\"\xff\"", ANS_SCRIPT_FORM, 3, "UTF-8"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct guest g;
        guest_open(&g);
        struct ans_budget budget = ANS_BUDGET_LOAD;
        if (cases[i].kind == ANS_SCRIPT_MEMORY)
            budget.cpu_ms = 5000;
        assert_false(
            guest_run_within(&g, ans_str_from(cases[i].source), budget));
        guest_check_fault(&g, cases[i].kind, cases[i].line, cases[i].text);
        assert_true(ans_str_is(g.fault.file, "guest.lua"));
        guest_close(&g);
    }
}

static void long_file_names_are_told_whole(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    struct ans_str name = ANS_STR("a-file-with-a-name-that-is-longer-than-the-"
                                  "sixty-bytes-that-lua-keeps-of-it.lua");
    assert_false(ans_vm_run(g.vm, name, ANS_STR("\nerror('x')"),
                            &ANS_BUDGET_LOAD, g.arena, &g.fault));
    guest_check_fault(&g, ANS_SCRIPT_ERROR, 2, "x");
    assert_true(ans_str_eq(g.fault.file, name));
    assert_int_equal(g.fault.text.len, 1);
    guest_close(&g);
}

static void what_a_call_gets_wrong_has_the_functions_line(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "\n\nkeep(function() return keep end)"));
    assert_false(guest_call(&g));
    guest_check_fault(&g, ANS_SCRIPT_ERROR, 3, "gave a function");
    guest_close(&g);
}

static void a_fresh_state_is_small(void **state)
{
    (void)state;
    struct ans_vm *vm = ans_vm_new(NULL);
    assert_in_range(ans_vm_use(vm).memory, 1, 24 * 1024);
    ans_vm_free(vm);
    ans_vm_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_share_their_globals),
        cmocka_unit_test(globals_are_frozen_after_the_load),
        cmocka_unit_test(frozen_tables_read_like_others),
        cmocka_unit_test(a_function_gives_its_first_result),
        cmocka_unit_test(functions_are_numbered_from_one_in_each_state),
        cmocka_unit_test(what_was_never_kept_cannot_be_called),
        cmocka_unit_test(a_dead_state_stays_dead),
        cmocka_unit_test(each_call_has_its_whole_budget),
        cmocka_unit_test(memory_that_was_let_go_does_not_count),
        cmocka_unit_test(a_state_too_large_for_a_call_says_so),
        cmocka_unit_test(memory_taken_by_c_functions_counts_until_the_run_ends),
        cmocka_unit_test(unknown_names_are_asked_for),
        cmocka_unit_test(a_name_can_be_a_library_and_a_function),
        cmocka_unit_test(places_are_those_of_the_script),
        cmocka_unit_test(faults_name_the_line),
        cmocka_unit_test(long_file_names_are_told_whole),
        cmocka_unit_test(what_a_call_gets_wrong_has_the_functions_line),
        cmocka_unit_test(a_fresh_state_is_small),
    };
    return cmocka_run_group_tests_name("script_vm", tests, NULL, NULL);
}
