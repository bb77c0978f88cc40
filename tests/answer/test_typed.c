#include "form.h"

/* What is judged of `sent`, sent again from the typed answers. */
static void assert_comes_back(struct form *f, const char *sent,
                              const char *fields)
{
    judge(f, sent);
    assert_int_equal(f->judged.count, 0);
    struct ans_str answers = answers_text(f);
    struct ans_fields again = {0};
    for (size_t i = 0; i < f->step->questions.count; i++) {
        const struct ans_question *q =
            ANS_AT(ans_question, f->step->questions, i);
        ans_answer_fields(f->arena, q,
                          ans_map_get(f->judged.answers, q->node.id), &again);
    }
    assert_str(fields_text(f, &again), fields);
    judge_fields(f, &again, NULL);
    assert_int_equal(f->judged.count, 0);
    assert_true(ans_str_eq(answers_text(f), answers));
}

static void an_answer_of_each_type_can_be_sent_again(void **state)
{
    (void)state;
    static const struct {
        enum ans_question_type type;
        const char *sent, *fields;
    } cases[] = {
        {ANS_Q_NAME, "q= IK  Nord ", "q=IK Nord"},
        {ANS_Q_KIND, "q=region", "q=region"},
        {ANS_Q_ORG_NUMBER, "q=802000-0009", "q=8020000009"},
        {ANS_Q_MUNICIPALITY, "q=9901", "q=9901"},
        {ANS_Q_EMAIL, "q=a@example.org", "q=a@example.org"},
        {ANS_Q_YES_NO, "q=no", "q=no"},
        {ANS_Q_DATE, "q.day=4&q.month=3&q.year=2025",
         "q.day=04&q.month=03&q.year=2025"},
        {ANS_Q_MONTH, "q.month=3&q.year=2025", "q.month=03&q.year=2025"},
        {ANS_Q_YEAR, "q=2025", "q=2025"},
        {ANS_Q_NUMBER, "q=1 234", "q=1234"},
        {ANS_Q_BY_SEX, "q.women=3&q.men=0", "q.women=3&q.men=0"},
        {ANS_Q_AREAS, "q=vald&q=makt", "q=makt&q=vald"},
        {ANS_Q_CONSENT, "q=yes", "q=yes"},
        {ANS_Q_TEXT, "", ""},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct form *f = form_new();
        ask(f, cases[i].type, "q");
        assert_comes_back(f, cases[i].sent, cases[i].fields);
        form_free(f);
    }
}

static void decimals_and_rows_can_be_sent_again(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_NUMBER, "share")->decimals = 2;
    struct ans_question *group = ask(f, ANS_Q_GROUP, "goals");
    ask_in(f, &group->questions, ANS_Q_TEXT, "text");
    ask_in(f, &group->questions, ANS_Q_AREAS, "area");
    assert_comes_back(f,
                      "share=12,75&goals.2.text=A&goals.2.area=makt&"
                      "goals.5.text=B",
                      "share=12.75&goals.1.text=A&goals.1.area=makt&"
                      "goals.2.text=B");
    form_free(f);
}

static void what_is_of_another_form_is_left_to_the_judge(void **state)
{
    (void)state;
    static const struct {
        enum ans_question_type type;
        struct ans_value answer;
        const char *fields;
    } cases[] = {
        {ANS_Q_BY_SEX, {.type = ANS_INT, .i = 5}, ""},
        {ANS_Q_AREAS, {.type = ANS_TEXT, .s = {"makt", 4}}, "q=makt"},
        {ANS_Q_DATE,
         {.type = ANS_TEXT, .s = {"x", 1}},
         "q.day=&q.month=&q.year=x"},
        {ANS_Q_GROUP, {.type = ANS_TEXT, .s = {"x", 1}}, ""},
        {ANS_Q_CONSENT, {.type = ANS_BOOL, .b = false}, ""},
        {ANS_Q_TEXT, {.type = ANS_NIL}, ""},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct form *f = form_new();
        struct ans_question *q = ask(f, cases[i].type, "q");
        struct ans_fields fields = {0};
        ans_answer_fields(f->arena, q, cases[i].answer, &fields);
        assert_str(fields_text(f, &fields), cases[i].fields);
        form_free(f);
    }
}

static void a_sole_traders_number_never_stands_in_public(void **state)
{
    (void)state;
    struct ans_question q = {.type = ANS_Q_ORG_NUMBER, .public = true};
    assert_true(ans_answer_is_public(&q, ans_value_str(ANS_STR("8020000009"))));
    assert_false(
        ans_answer_is_public(&q, ans_value_str(ANS_STR("8507099805"))));
    assert_false(ans_answer_is_public(&q, ANS_VALUE_NIL));
    q.public = false;
    assert_false(
        ans_answer_is_public(&q, ans_value_str(ANS_STR("8020000009"))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_of_each_type_can_be_sent_again),
        cmocka_unit_test(decimals_and_rows_can_be_sent_again),
        cmocka_unit_test(what_is_of_another_form_is_left_to_the_judge),
        cmocka_unit_test(a_sole_traders_number_never_stands_in_public),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
