#include "county/rule.h"

#include "check.h"

struct case_of {
    struct ans_arena *arena;
    struct ans_map *answers;
};

static int setup(void **state)
{
    struct case_of *c = calloc(1, sizeof *c);
    if (!c)
        return -1;
    c->arena = ans_arena_new(0);
    c->answers = ans_map_new(c->arena);
    ans_map_put_str(c->answers, "kind", ANS_STR("region"));
    ans_map_put_bool(c->answers, "plan", false);
    ans_map_put_int(c->answers, "year", 2027);
    ans_map_put(c->answers, "share", ans_value_num(2.5));
    struct ans_list *focus = ans_map_put_list(c->answers, "focus");
    ans_list_add(focus, ans_value_str(ANS_STR("makt")));
    ans_list_add(focus, ans_value_str(ANS_STR("vald")));
    (void)ans_map_put_list(c->answers, "none");
    ans_map_put_str(c->answers, "blank", ANS_STR(""));
    ans_map_put_int(ans_map_put_map(c->answers, "staff"), "women", 3);
    *state = c;
    return 0;
}

static int teardown(void **state)
{
    struct case_of *c = *state;
    ans_arena_free(c->arena);
    free(c);
    return 0;
}

static struct ans_rule asks(const char *question, const char *value)
{
    static struct ans_str values[64];
    static size_t used;
    struct ans_rule r = {.op = ANS_RULE_ANSWERED,
                         .question = ans_str_from(question)};
    if (value) {
        struct ans_str *at = &values[used++ % ANS_COUNT(values)];
        *at = ans_str_from(value);
        r.values = (struct ans_strs){at, 1};
    }
    return r;
}

static bool holds(void **state, const struct ans_rule *rule)
{
    const struct case_of *c = *state;
    return ans_rule_holds(rule, NULL, c->answers, NULL, NULL);
}

static void an_answer_is_there_or_is_the_one_named(void **state)
{
    static const struct {
        const char *question, *value;
        bool want;
    } cases[] = {
        {"kind", NULL, true},     {"kind", "region", true},
        {"kind", "state", false}, {"plan", NULL, true},
        {"plan", "no", true},     {"plan", "yes", false},
        {"year", "2027", true},   {"year", "202", false},
        {"share", "2.5", true},   {"focus", NULL, true},
        {"focus", "vald", true},  {"focus", "halsa", false},
        {"none", NULL, false},    {"blank", NULL, false},
        {"staff", NULL, true},    {"staff", "3", false},
        {"unknown", NULL, false}, {"unknown", "x", false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_rule r = asks(cases[i].question, cases[i].value);
        if (holds(state, &r) != cases[i].want)
            print_error("%s %s\n", cases[i].question,
                        cases[i].value ? cases[i].value : "");
        assert_int_equal(holds(state, &r), cases[i].want);
    }
}

static void rules_combine(void **state)
{
    struct ans_rule yes = asks("kind", "region"), no = asks("kind", "state");
    const struct {
        enum ans_rule_op op;
        struct ans_rule rules[2];
        bool want;
    } cases[] = {
        {ANS_RULE_ANY, {yes, no}, true},   {ANS_RULE_ANY, {no, no}, false},
        {ANS_RULE_ALL, {yes, yes}, true},  {ANS_RULE_ALL, {yes, no}, false},
        {ANS_RULE_NONE, {no, no}, true},   {ANS_RULE_NONE, {no, yes}, false},
        {ANS_RULE_ALWAYS, {no, no}, true},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_rule rules[2] = {cases[i].rules[0], cases[i].rules[1]};
        struct ans_rule r = {.op = cases[i].op, .rules = rules, .count = 2};
        assert_int_equal(holds(state, &r), cases[i].want);
    }
}

/* A function that says what its number is: 1 yes, 0 no, else it fails. */
static bool run(void *context, int function, const struct ans_map *answers,
                bool *result, struct ans_err *err)
{
    int *calls = context;
    (*calls)++;
    assert_non_null(answers);
    *result = function == 1;
    return function < 2 ||
           ans_err_set(err, ANS_ERR_SCRIPT, "join.lua:%d: no number", function);
}

static void functions_are_asked_through_the_runner(void **state)
{
    const struct case_of *c = *state;
    int calls = 0;
    const struct ans_rule_runner runner = {&calls, run};
    for (int f = 0; f < 2; f++) {
        struct ans_err err = {0};
        struct ans_rule r = {.op = ANS_RULE_FUNCTION, .function = f};
        assert_int_equal(ans_rule_holds(&r, NULL, c->answers, &runner, &err),
                         f == 1);
        assert_int_equal(err.kind, ANS_ERR_NONE);
    }
    assert_int_equal(calls, 2);
}

static void a_function_that_fails_decides_nothing(void **state)
{
    const struct case_of *c = *state;
    int calls = 0;
    const struct ans_rule_runner runner = {&calls, run};
    struct ans_rule failing = {.op = ANS_RULE_FUNCTION, .function = 5};
    struct ans_rule again = {.op = ANS_RULE_FUNCTION, .function = 6};
    struct ans_rule yes = asks("kind", "region"), no = asks("kind", "state");
    const struct {
        enum ans_rule_op op;
        struct ans_rule rules[3];
        bool want;
    } cases[] = {
        {ANS_RULE_ANY, {failing, again, yes}, true},
        {ANS_RULE_ANY, {failing, again, no}, false},
        {ANS_RULE_ALL, {failing, again, yes}, false},
        {ANS_RULE_ALL, {failing, again, no}, false},
        {ANS_RULE_NONE, {failing, again, no}, false},
        {ANS_RULE_NONE, {failing, again, yes}, false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_err err = {0};
        struct ans_rule rules[3] = {cases[i].rules[0], cases[i].rules[1],
                                    cases[i].rules[2]};
        struct ans_rule r = {.op = cases[i].op, .rules = rules, .count = 3};
        assert_int_equal(ans_rule_holds(&r, NULL, c->answers, &runner, &err),
                         cases[i].want);
        assert_string_equal(err.text, "join.lua:5: no number");
        assert_int_equal(err.kind, ANS_ERR_SCRIPT);
    }
}

static void without_a_runner_a_function_does_not_hold(void **state)
{
    const struct case_of *c = *state;
    struct ans_err err = {0};
    struct ans_rule r = {.op = ANS_RULE_FUNCTION, .function = 1};
    assert_false(ans_rule_holds(&r, NULL, c->answers, NULL, &err));
    assert_int_equal(err.kind, ANS_ERR_SCRIPT);
    assert_false(ans_rule_holds(&r, NULL, c->answers, NULL, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_there_or_is_the_one_named),
        cmocka_unit_test(rules_combine),
        cmocka_unit_test(functions_are_asked_through_the_runner),
        cmocka_unit_test(a_function_that_fails_decides_nothing),
        cmocka_unit_test(without_a_runner_a_function_does_not_hold),
    };
    return cmocka_run_group_tests_name("county rule", tests, setup, teardown);
}
