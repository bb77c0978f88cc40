/* Functions that stop for some, told in the words of a fault. */
#include "answer/stops.h"

#include "form.h"

/* Functions of a script, in C: by their number. */
enum {
    READS_STAFF = 1, /* stops without "staff" */
    READS_PLAN,      /* stops without "plan" */
    READS_BOTH,      /* stops without "staff", then without "plan" */
    ALWAYS_FAILS,    /* whatever is answered */
    SAYS_NOTHING,    /* neither true nor false for a region */
    NEVER_ENDS,      /* for a region */
    COUNTS           /* works */
};

static bool lacks(const struct ans_map *answers, const char *key,
                  struct ans_err *err)
{
    if (ans_map_find(answers, key).type != ANS_NIL)
        return false;
    ans_err_set(err, ANS_ERR_SCRIPT, "join.lua:9: no %s", key);
    return true;
}

static bool run(void *context, int function, const struct ans_map *answers,
                bool *holds, struct ans_err *err)
{
    size_t *calls = context;
    bool region = ans_str_is(ans_map_str(answers, "kind"), "region");
    (*calls)++;
    *holds = true;
    switch (function) {
    case READS_STAFF:
        return !lacks(answers, "staff", err);
    case READS_PLAN:
        return !lacks(answers, "plan", err);
    case READS_BOTH:
        return !lacks(answers, "staff", err) && !lacks(answers, "plan", err);
    case ALWAYS_FAILS:
        return ans_err_set(err, ANS_ERR_SCRIPT, "join.lua:9: oops");
    case SAYS_NOTHING:
        return !region || ans_err_set(err, ANS_ERR_SCRIPT, "join.lua:9: %s",
                                      ANS_RULE_UNDECIDED);
    case NEVER_ENDS:
        return !region || ans_err_set(err, ANS_ERR_LIMIT, "too long");
    default:
        return true;
    }
}

struct stopping {
    struct form *f;
    struct ans_welcome welcome;
    struct ans_item item;
    struct ans_faults faults;
    size_t calls;
};

/* A form that asks a region and a company: both their plan, which they may
 * leave out, the company its staff, which it must tell. */
static struct stopping *open_form(struct ans_rule rule)
{
    static struct ans_str admitted[] = {{"region", 6}, {"company", 7}};
    struct form *f = form_new();
    struct stopping *s = ANS_NEW(f->arena, struct stopping);
    s->f = f;
    s->faults.arena = f->arena;
    f->join.may_join = (struct ans_strs){admitted, 2};
    ask(f, ANS_Q_KIND, "kind")->required = true;
    ask(f, ANS_Q_YES_NO, "plan");
    struct ans_question *q = ask(f, ANS_Q_BY_SEX, "staff");
    q->required = true;
    q->node.file = ANS_STR("join.lua");
    q->node.line = 5;
    only_when(f, q, "kind", "company");
    rule.file = ANS_STR("welcome.lua");
    rule.line = 7;
    s->item.offered_when = rule;
    add_node(f, &s->welcome.items, &s->item, "support");
    f->county.welcome = &s->welcome;
    return s;
}

static struct ans_str told(struct stopping *s)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < s->faults.count; i++)
        ans_fault_write(&b, &s->faults.items[i], ANS_STR("x"), ANS_STR("en"));
    struct ans_str text = ans_arena_str(s->f->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

static void try_people(struct stopping *s)
{
    const struct ans_rule_runner runner = {&s->calls, run};
    ans_stops_try_people(
        ans_stops_new(s->f->arena, &s->f->county, &runner, &s->faults));
}

static struct ans_rule function(int number)
{
    return (struct ans_rule){.op = ANS_RULE_FUNCTION,
                             .function = number,
                             .file = ANS_STR("welcome.lua"),
                             .line = 7};
}

static void it_is_told_for_whom_a_function_stops(void **state)
{
#define AT "x/welcome.lua:7: fails-for-some: the rule "
    static const struct {
        int function;
        const char *told;
    } cases[] = {
        {READS_STAFF, AT "stops for a region, which is never asked the "
                         "question \"staff\" (line 5 of join.lua)."},
        {READS_PLAN, AT "stops for a region, which has not answered the "
                        "question \"plan\" (line 0 of ). See first whether "
                        "there is an answer: `if not member.plan then return "
                        "false end`."},
        {READS_BOTH, AT "stops for a region, which is never asked the "
                        "question \"staff\" (line 5 of join.lua)."},
        {ALWAYS_FAILS, AT "stops for a region (Lua says: join.lua:9: oops)."},
        {SAYS_NOTHING, AT "says neither true nor false for a region. Let it "
                          "end with a comparison, for example `return "
                          "member.kind == \"region\"`."},
        {NEVER_ENDS, AT "never gets done for a region. Is there a loop that "
                        "does not end?"},
        {COUNTS, ""},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct stopping *s = open_form(function(cases[i].function));
        try_people(s);
        assert_str(told(s), cases[i].told);
        form_free(s->f);
    }
}

static void a_function_that_another_condition_guards_may_stop(void **state)
{
    (void)state;
    struct ans_rule parts[2] = {
        function(READS_STAFF),
        {.op = ANS_RULE_ANSWERED, .question = ANS_STR("staff")}};
    for (int op = ANS_RULE_ANY; op <= ANS_RULE_ALL; op++) {
        struct ans_rule rule = {
            .op = (enum ans_rule_op)op, .rules = parts, .count = 2};
        struct stopping *s = open_form(rule);
        try_people(s);
        /* "all" is false without staff, whatever the function says. */
        assert_int_equal(s->faults.count, op == ANS_RULE_ANY);
        form_free(s->f);
    }
}

static void a_persona_is_called_by_its_name(void **state)
{
    (void)state;
    struct stopping *s = open_form(function(READS_STAFF));
    const struct ans_rule_runner runner = {&s->calls, run};
    struct ans_map *answers = ans_map_new(s->f->arena);
    ans_map_put_str(answers, "kind", ANS_STR("region"));
    struct ans_stops *stops =
        ans_stops_new(s->f->arena, &s->f->county, &runner, &s->faults);
    ans_stops_try(stops, ANS_STR("\"a small region\""), answers);
    ans_stops_try(stops, ANS_STR("\"another\""), answers); /* told already */
    assert_str(told(s), AT "stops for \"a small region\", which is never "
                           "asked the question \"staff\" (line 5 of "
                           "join.lua).");
    form_free(s->f);
}

/* A rule of 40 choices, each with three answers, for nine kinds. */
static void a_large_form_is_tried_in_bounded_time(void **state)
{
    (void)state;
    struct stopping *s = open_form(function(COUNTS));
    s->f->join.may_join.count = 0;
    for (size_t i = 0; i < 400; i++) {
        struct ans_question *q = ask(
            s->f, ANS_Q_CHOICE, ans_arena_printf(s->f->arena, "q%zu", i).ptr);
        for (size_t k = 0; k < 3; k++)
            offer(s->f, q, ans_arena_printf(s->f->arena, "o%zu", k).ptr, "x");
    }
    try_people(s);
    assert_int_equal(s->faults.count, 0);
    assert_in_range(s->calls, 27, 6000);
    form_free(s->f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_told_for_whom_a_function_stops),
        cmocka_unit_test(a_function_that_another_condition_guards_may_stop),
        cmocka_unit_test(a_persona_is_called_by_its_name),
        cmocka_unit_test(a_large_form_is_tried_in_bounded_time),
    };
    return cmocka_run_group_tests_name("answer stops", tests, NULL, NULL);
}
