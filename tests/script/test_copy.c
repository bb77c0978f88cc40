/* Values on their way in and out. */
#include "base/value.h"
#include "script/guest.h"

/* echo(v): the state gives back what it was given. */
static bool echo(struct guest *g, struct ans_value v)
{
    return ans_vm_call(g->vm, g->ref, &v, 1, &ANS_BUDGET_CALL, g->arena,
                       &g->result, &g->fault);
}

static void open_echo(struct guest *g)
{
    guest_open(g);
    assert_true(guest_run(g, "keep(function(v) return v end)"));
    ans_vm_freeze(g->vm);
}

static void plain_values_come_back_as_they_went(void **state)
{
    (void)state;
    struct guest g;
    open_echo(&g);
    struct ans_list *list = ans_list_new(g.arena);
    ans_list_add(list, ans_value_int(1));
    ans_list_add(list, ans_value_str(ANS_STR("två")));
    struct ans_map *map = ans_map_new(g.arena);
    ans_map_put(map, "list", ans_value_list(list));
    ans_map_put_bool(map, "yes", true);
    const struct ans_value values[] = {
        ANS_VALUE_NIL,
        ans_value_bool(false),
        ans_value_int(INT64_MIN),
        ans_value_int(INT64_MAX),
        ans_value_num(0.25),
        ans_value_str(ANS_STR("åäö")),
        ans_value_str(ANS_STR("")),
        ans_value_list(list),
        ans_value_map(map),
    };
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        assert_true(echo(&g, values[i]));
        assert_true(ans_value_eq(values[i], g.result));
    }
    guest_close(&g);
}

static void keys_come_out_sorted(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(
        &g, "keep(function() return { b = 1, ['å'] = 2, a = 3, ab = 4 } end)"));
    assert_true(guest_call(&g));
    assert_int_equal(g.result.type, ANS_MAP);
    static const char *const keys[] = {"a", "ab", "b", "å"};
    assert_int_equal(g.result.map->count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(ans_str_is(g.result.map->pairs[i].key, keys[i]));
    guest_close(&g);
}

static void an_empty_table_is_a_list(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "keep(function() return {} end)"));
    assert_true(guest_call(&g));
    assert_int_equal(g.result.type, ANS_LIST);
    assert_int_equal(g.result.list->count, 0);
    guest_close(&g);
}

static void what_is_no_plain_value_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        const char *why;
    } cases[] = {
        {"return function() end", "a function"},
        {"return { keep }", "a function"},
        {"return { [1.5] = 1 }", "keys"},
        {"return { 1, a = 2 }", "keys"},
        {"return { [2] = 1 }", "keys"},
        {"return { nil, 2, a = 3 }", "keys"},
        {"return { [true] = 1 }", "keys"},
        {"return { [0] = 1, [-1] = 2 }", "keys"},
        {"return 1/0", "not finite"},
        {"return -1/0", "not finite"},
        {"return { 0/0 }", "not finite"},
        {"return '\\xff'", "not UTF-8"},
        {"return { ['\\xc3'] = 1 }", "not UTF-8"},
        {"return 'a\\0b'", "not UTF-8"},
        {"return '\\u{D800}'", "not UTF-8"},
        {"local t = {} t.t = t return t", "contains itself"},
        {"local a, b = {}, {} a[1] = b b[1] = a return a", "contains itself"},
        {"local t = {} for i = 1, 32 do t = { t } end return t", "32 deep"},
        {"local t = {} for i = 1, 5000 do t = { t } end return t", "32 deep"},
        {"local t = {} for i = 1, 10000 do t[i] = 1 end return t", "10,000"},
        {"local t = {} for i = 1, 10001 do t['k' .. i] = 1 end return t",
         "10,000"},
        {"local t = {} for i = 1, 20 do t = { t, t } end return t", "10,000"},
        {"local s, t = ('x'):rep(200000), {} for i = 1, 9000 do t[i] = s end "
         "return t",
         "1 MB"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct guest g;
        guest_open(&g);
        struct ans_str source =
            ans_arena_printf(g.arena, "keep(function() %s end)", cases[i].body);
        assert_true(guest_run_within(&g, source, ANS_BUDGET_LOAD));
        struct ans_budget patient = {1000, 0, 4u << 20};
        if (guest_call_within(&g, patient))
            fail_msg("let out: %s", cases[i].body);
        guest_check_fault(&g, ANS_SCRIPT_ERROR, 1, cases[i].why);
        assert_int_equal(g.result.type, ANS_NIL);
        guest_close(&g);
    }
}

static void what_is_just_allowed_is_let_out(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "local t = {} for i = 1, 31 do t = { t } end return t",
        "local t = {} for i = 1, 9999 do t[i] = 1 end return t",
        "local t = { 1 } return { t, t, t }",
        "return { a = { 1, 2 }, b = { c = 'x' } }",
    };
    for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
        struct guest g;
        guest_open(&g);
        struct ans_str source =
            ans_arena_printf(g.arena, "keep(function() %s end)", bodies[i]);
        assert_true(guest_run_within(&g, source, ANS_BUDGET_LOAD));
        struct ans_budget patient = {1000, 0, 4u << 20};
        if (!guest_call_within(&g, patient))
            fail_msg("%s: %.*s", bodies[i], ANS_STR_ARG(g.fault.text));
        guest_close(&g);
    }
}

static void values_too_deep_do_not_come_in(void **state)
{
    (void)state;
    struct guest g;
    open_echo(&g);
    struct ans_value v = ans_value_int(1);
    for (int i = 0; i < 40; i++) {
        struct ans_list *list = ans_list_new(g.arena);
        ans_list_add(list, v);
        v = ans_value_list(list);
    }
    assert_false(echo(&g, v));
    assert_int_equal(g.fault.kind, ANS_SCRIPT_ERROR);
    guest_close(&g);
}

static void a_frozen_global_is_let_out_like_its_table(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "all = { 1, { a = 2 } }\n"
                              "keep(function() return all end)"));
    ans_vm_freeze(g.vm);
    assert_true(guest_call(&g));
    assert_int_equal(g.result.type, ANS_LIST);
    assert_int_equal(g.result.list->count, 2);
    assert_int_equal(ans_map_find(g.result.list->items[1].map, "a").i, 2);
    guest_close(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_values_come_back_as_they_went),
        cmocka_unit_test(keys_come_out_sorted),
        cmocka_unit_test(an_empty_table_is_a_list),
        cmocka_unit_test(what_is_no_plain_value_is_refused),
        cmocka_unit_test(what_is_just_allowed_is_let_out),
        cmocka_unit_test(values_too_deep_do_not_come_in),
        cmocka_unit_test(a_frozen_global_is_let_out_like_its_table),
    };
    return cmocka_run_group_tests_name("script_copy", tests, NULL, NULL);
}
