#include "form.h"

static void all_problems_are_told_at_once(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_NAME, "name")->required = true;
    ask(f, ANS_Q_EMAIL, "email")->required = true;
    add_step(f, "two");
    ask(f, ANS_Q_YEAR, "year");
    judge(f, "email=x&year=y&never=declared");
    assert_str(problems_text(f),
               "name required; email not-an-email; year not-a-year");
    assert_str(answers_text(f), "{}");
    assert_ptr_equal(f->judged.problems[2].question,
                     ANS_AT(ans_question, f->step->questions, 0));
    form_free(f);
}

static void answers_stand_in_the_order_of_the_form(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_NAME, "name");
    ask(f, ANS_Q_TEXT, "b");
    add_step(f, "two");
    ask(f, ANS_Q_TEXT, "a");
    judge(f, "a=1&never=2&b=3&name=4");
    assert_str(answers_text(f), "{\"name\":\"4\",\"b\":\"3\",\"a\":\"1\"}");
    form_free(f);
}

static void a_step_has_its_own_problems_and_all_answers(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_NAME, "name")->required = true;
    const struct ans_step *one = f->step;
    add_step(f, "two");
    ask(f, ANS_Q_YEAR, "year")->required = true;
    ask(f, ANS_Q_TEXT, "text");
    struct ans_fields sent = fields_of(f, "text=x");
    judge_fields(f, &sent, one);
    assert_str(problems_text(f), "name required");
    assert_str(answers_text(f), "{\"text\":\"x\"}");
    judge_fields(f, &sent, f->step);
    assert_str(problems_text(f), "year required");
    form_free(f);
}

static void a_hidden_question_has_no_answer(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_KIND, "kind");
    struct ans_question *q = ask(f, ANS_Q_BY_SEX, "employees");
    q->required = true;
    only_when(f, q, "kind", "municipality");
    static const struct sending cases[] = {
        {"kind=municipality&employees.women=1&employees.men=2",
         "{\"kind\":\"municipality\",\"employees\":{\"women\":1,\"men\":2}}",
         ""},
        {"kind=association&employees.women=1&employees.men=2",
         "{\"kind\":\"association\"}", ""},
        {"kind=association&employees.women=x", "{\"kind\":\"association\"}",
         ""},
        {"kind=municipality", "{\"kind\":\"municipality\"}",
         "employees.women required"},
        {"employees.women=1&employees.men=2", "{}", ""},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

/* c hangs on b, b hangs on a: without a, neither is there. */
static void what_hangs_on_the_hidden_is_hidden_too(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_YES_NO, "a");
    only_when(f, ask(f, ANS_Q_YES_NO, "b"), "a", "yes");
    only_when(f, ask(f, ANS_Q_TEXT, "c"), "b", "yes");
    static const struct sending cases[] = {
        {"a=yes&b=yes&c=x", "{\"a\":true,\"b\":true,\"c\":\"x\"}", ""},
        {"a=no&b=yes&c=x", "{\"a\":false}", ""},
        {"a=yes&b=no&c=x", "{\"a\":true,\"b\":false}", ""},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

/* The same the other way round: each rule asks for a later question. */
static void a_rule_may_ask_for_a_later_question(void **state)
{
    (void)state;
    struct form *f = form_new();
    only_when(f, ask(f, ANS_Q_TEXT, "c"), "b", "yes");
    only_when(f, ask(f, ANS_Q_YES_NO, "b"), "a", "yes");
    add_step(f, "two");
    ask(f, ANS_Q_YES_NO, "a");
    static const struct sending cases[] = {
        {"a=yes&b=yes&c=x", "{\"c\":\"x\",\"b\":true,\"a\":true}", ""},
        {"a=no&b=yes&c=x", "{\"a\":false}", ""},
        {"a=yes&b=no&c=x", "{\"b\":false,\"a\":true}", ""},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void rules_in_a_circle_come_to_an_end(void **state)
{
    (void)state;
    struct form *f = form_new();
    only_when(f, ask(f, ANS_Q_TEXT, "a"), "b", NULL);
    only_when(f, ask(f, ANS_Q_TEXT, "b"), "a", NULL);
    judge(f, "a=x&b=y"); /* neither could ever have been seen */
    assert_str(answers_text(f), "{}");

    struct ans_question *q = ask(f, ANS_Q_TEXT, "self");
    struct ans_rule *not_self = ANS_NEW(f->arena, struct ans_rule);
    not_self->op = ANS_RULE_ANSWERED;
    not_self->question = ANS_STR("self");
    q->shown_when =
        (struct ans_rule){.op = ANS_RULE_NONE, .rules = not_self, .count = 1};
    judge(f, "self=x"); /* shown only when it is not answered */
    form_free(f);
}

struct functions {
    int calls;
    bool fails;
};

/* Function 1 holds when "size" is more than 50. */
static bool run_function(void *context, int function,
                         const struct ans_map *answers, bool *holds,
                         struct ans_err *err)
{
    struct functions *functions = context;
    functions->calls++;
    assert_int_equal(function, 1);
    if (functions->fails)
        return ans_err_set(err, ANS_ERR_SCRIPT, "failure %d", functions->calls);
    struct ans_value size = ans_map_find(answers, "size");
    *holds = size.type == ANS_INT && size.i > 50;
    return true;
}

static void a_function_decides_by_the_typed_answers(void **state)
{
    (void)state;
    struct functions functions = {0};
    struct form *f = form_new();
    f->runner = (struct ans_rule_runner){&functions, run_function};
    struct ans_question *q = ask(f, ANS_Q_TEXT, "plan");
    q->shown_when = (struct ans_rule){.op = ANS_RULE_FUNCTION, .function = 1};
    q->required = true;
    ask(f, ANS_Q_NUMBER, "size"); /* later: a function may look at any */
    judge(f, "size=60");
    assert_str(problems_text(f), "plan required");
    assert_true(functions.calls <= 3);
    judge(f, "size=40&plan=x");
    assert_str(answers_text(f), "{\"size\":40}");
    assert_int_equal(f->judged.rule_err.kind, ANS_ERR_NONE);
    form_free(f);
}

static void a_function_that_fails_hides_and_is_told_of(void **state)
{
    (void)state;
    struct functions functions = {.fails = true};
    struct form *f = form_new();
    f->runner = (struct ans_rule_runner){&functions, run_function};
    struct ans_question *q = ask(f, ANS_Q_TEXT, "plan");
    q->shown_when = (struct ans_rule){.op = ANS_RULE_FUNCTION, .function = 1};
    q->required = true;
    ask(f, ANS_Q_TEXT, "other");
    judge(f, "plan=x&other=y");
    assert_str(answers_text(f), "{\"other\":\"y\"}");
    assert_str(problems_text(f), "");
    assert_int_equal(f->judged.rule_err.kind, ANS_ERR_SCRIPT);
    assert_string_equal(f->judged.rule_err.text, "failure 1");
    form_free(f);
}

static void a_kind_that_may_not_join_is_refused(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_KIND, "kind");
    judge(f, "kind=company");
    assert_false(f->judged.refused); /* nothing said: everyone may */
    struct ans_str kinds[] = {ANS_STR("municipality"), ANS_STR("region")};
    f->join.may_join = (struct ans_strs){kinds, 2};
    judge(f, "kind=company");
    assert_true(f->judged.refused);
    assert_str(problems_text(f), "");
    assert_str(answers_text(f), "{\"kind\":\"company\"}");
    judge(f, "kind=region");
    assert_false(f->judged.refused);
    judge(f, "kind=empire");
    assert_false(f->judged.refused); /* a mistake, not a refusal */
    judge(f, "");
    assert_false(f->judged.refused);
    form_free(f);
}

static struct ans_question *goals(struct form *f)
{
    struct ans_question *q = ask(f, ANS_Q_GROUP, "goals");
    struct ans_question *text = ask_in(f, &q->questions, ANS_Q_TEXT, "text");
    text->required = true;
    text->longest = 10;
    ask_in(f, &q->questions, ANS_Q_AREAS, "area")->most = 1;
    ask_in(f, &q->questions, ANS_Q_DATE, "by");
    return q;
}

static void a_group_is_a_list_of_rows(void **state)
{
    (void)state;
    struct form *f = form_new();
    goals(f)->most = 2;
    static const struct sending cases[] = {
        {"goals.1.text=a&goals.1.area=vald&goals.1.by.day=1&goals.1.by.month=2"
         "&goals.1.by.year=2026&goals.2.text=b",
         "{\"goals\":[{\"text\":\"a\",\"area\":[\"vald\"],"
         "\"by\":\"2026-02-01\"},{\"text\":\"b\"}]}",
         ""},
        {"goals.1.text=&goals.2.text= \u00a0&goals.3.text=c",
         "{\"goals\":[{\"text\":\"c\"}]}", ""},
        {"goals.10.text=j&goals.2.text=b",
         "{\"goals\":[{\"text\":\"b\"},{\"text\":\"j\"}]}", ""},
        {"goals.1.area=makt", "{}", "goals.1.text required"},
        {"goals.1.text=a&goals.3.text=a text too long", "{}",
         "goals.3.text too-long {\"longest\":10,\"given\":15}"},
        {"goals.1.text=a&goals.1.text=b", "{}", "goals.1.text twice"},
        {"goals.1.text=\xff", "{}", "goals.1.text not-valid-text"},
        {"goals.1.text=a&goals.1.area=vald&goals.1.area=makt", "{}",
         "goals.1.area too-many {\"most\":1,\"given\":2}"},
        {"goals.1.text=a&goals.1.by.day=31&goals.1.by.month=2"
         "&goals.1.by.year=2026",
         "{}", "goals.1.by.day not-a-date"},
        {"goals.1.text=a&goals.2.text=b&goals.3.text=c", "{}",
         "goals too-many {\"most\":2,\"given\":3}"},
        {"goals.0.text=a&goals.01.text=b&goals.x.text=c&goals..text=d"
         "&goals.-1.text=e&goals.1000.text=f&goals.1.never=g&goals.1=h"
         "&goals=i&goals.1.text.x=j&goals.99999999999999999999.text=k",
         "{}", ""},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void a_group_may_ask_for_rows(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = goals(f);
    q->required = true;
    q->least = 2;
    static const struct sending cases[] = {
        {"", "{}", "goals required-row"},
        {"goals.1.text=a", "{}", "goals too-few {\"least\":2,\"given\":1}"},
        {"goals.1.by.year=2026", "{}",
         "goals too-few {\"least\":2,\"given\":1}; goals.1.text required; "
         "goals.1.by.day incomplete-date"},
        {"goals.1.text=a&goals.7.text=b",
         "{\"goals\":[{\"text\":\"a\"},{\"text\":\"b\"}]}", ""},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void a_group_without_a_limit_has_one(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = goals(f);
    struct ans_buf sent = {0};
    for (int i = 1; i <= ANS_MOST_ROWS; i++)
        ans_buf_printf(&sent, "goals.%d.text=x&", i);
    ans_buf_add_byte(&sent, 0);
    judge(f, sent.ptr);
    assert_str(problems_text(f), "");
    assert_int_equal(ans_map_get(f->judged.answers, q->node.id).list->count,
                     ANS_MOST_ROWS);
    sent.len--;
    ans_buf_printf(&sent, "goals.999.text=x%c", 0);
    judge(f, sent.ptr);
    assert_str(problems_text(f), "goals too-many {\"most\":50,\"given\":51}");
    ans_buf_free(&sent);
    form_free(f);
}

static void a_county_that_nobody_joins_asks_nothing(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_NAME, "name")->required = true;
    f->county.join = NULL;
    judge(f, "name=x");
    assert_str(answers_text(f), "{}");
    assert_int_equal(f->judged.count, 0);
    assert_false(f->judged.refused);
    form_free(f);
}

static void two_signatures_are_of_two_addresses(void **state)
{
    (void)state;
    struct form *f = form_new();
    const struct ans_second_signature second = {.asks = ANS_STR("other")};
    f->join.second = &second;
    ask(f, ANS_Q_EMAIL, "email");
    const struct ans_step *one = f->step;
    add_step(f, "two");
    ask(f, ANS_Q_EMAIL, "other");
    judge(f, "email=a@exempel.se&other=A@Exempel.se");
    assert_str(problems_text(f), "other same-address");
    struct ans_fields sent =
        fields_of(f, "email=a@exempel.se&other=a@exempel.se");
    judge_fields(f, &sent, one);
    assert_str(problems_text(f), "");
    judge_fields(f, &sent, f->step);
    assert_str(problems_text(f), "other same-address");
    judge(f, "email=a@exempel.se&other=b@exempel.se");
    assert_str(problems_text(f), "");
    judge(f, "email=a@exempel.se");
    assert_str(problems_text(f), "");
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_problems_are_told_at_once),
        cmocka_unit_test(answers_stand_in_the_order_of_the_form),
        cmocka_unit_test(a_step_has_its_own_problems_and_all_answers),
        cmocka_unit_test(a_hidden_question_has_no_answer),
        cmocka_unit_test(what_hangs_on_the_hidden_is_hidden_too),
        cmocka_unit_test(a_rule_may_ask_for_a_later_question),
        cmocka_unit_test(rules_in_a_circle_come_to_an_end),
        cmocka_unit_test(a_function_decides_by_the_typed_answers),
        cmocka_unit_test(a_function_that_fails_hides_and_is_told_of),
        cmocka_unit_test(a_kind_that_may_not_join_is_refused),
        cmocka_unit_test(a_group_is_a_list_of_rows),
        cmocka_unit_test(a_group_may_ask_for_rows),
        cmocka_unit_test(a_group_without_a_limit_has_one),
        cmocka_unit_test(a_county_that_nobody_joins_asks_nothing),
        cmocka_unit_test(two_signatures_are_of_two_addresses),
    };
    return cmocka_run_group_tests_name("answer: judge", tests, NULL, NULL);
}
