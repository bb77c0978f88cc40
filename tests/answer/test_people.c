/* Made-up organisations: what they answer could be sent. */
#include "answer/people.h"

#include "form.h"

/* One question of each type, with limits that a careless answer breaks. */
static struct form *form_of_all(void)
{
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_NAME, "name");
    q->required = true;
    q->longest = 5;
    ask(f, ANS_Q_KIND, "kind")->required = true;
    ask(f, ANS_Q_ORG_NUMBER, "org_number");
    ask(f, ANS_Q_MUNICIPALITY, "municipality");
    ask(f, ANS_Q_EMAIL, "email")->required = true;
    ask(f, ANS_Q_TEXT, "text")->shortest = 33;
    ask(f, ANS_Q_LONG_TEXT, "long_text");
    q = ask(f, ANS_Q_CHOICE, "choice");
    offer(f, q, "a", "A");
    offer(f, q, "b", "B");
    q = ask(f, ANS_Q_CHOICES, "choices");
    q->least = 2;
    q->most = 2;
    offer(f, q, "a", "A");
    offer(f, q, "b", "B");
    offer(f, q, "c", "C");
    ask(f, ANS_Q_YES_NO, "yes_no");
    q = ask(f, ANS_Q_DATE, "date");
    q->has_from = true;
    q->from = TODAY + 400;
    q = ask(f, ANS_Q_MONTH, "month");
    q->has_to = true;
    q->to = TODAY - 4000;
    q = ask(f, ANS_Q_YEAR, "year");
    q->has_to = true;
    q->to = 2020;
    q = ask(f, ANS_Q_NUMBER, "number");
    q->has_from = q->has_to = true;
    q->from = 0.5;
    q->to = 1.5;
    q->decimals = 1;
    ask(f, ANS_Q_BY_SEX, "by_sex")->other = true;
    ask(f, ANS_Q_PHONE, "phone");
    ask(f, ANS_Q_WEB_ADDRESS, "web_address");
    ask(f, ANS_Q_AREAS, "areas")->most = 1;
    ask(f, ANS_Q_MEMBER, "member");
    ask(f, ANS_Q_BODIES, "bodies");
    ask(f, ANS_Q_CONSENT, "consent");
    q = ask(f, ANS_Q_GROUP, "group");
    q->least = 2;
    ask_in(f, &q->questions, ANS_Q_TEXT, "part");
    ask_in(f, &q->questions, ANS_Q_YEAR, "when");
    return f;
}

static void what_a_made_up_one_answers_is_taken(void **state)
{
    static const size_t counts[] = {3, 22, 22}; /* by enum ans_person_says */
    (void)state;
    struct form *f = form_of_all();
    for (int says = ANS_PERSON_MINIMUM; says <= ANS_PERSON_ALL; says++) {
        struct ans_person person = {.kind = ANS_STR("region"),
                                    .says = (enum ans_person_says)says};
        struct ans_map *answers =
            ans_person_answers(f->arena, &f->county, &person, &f->runner);
        struct ans_fields sent = {0};
        for (size_t i = 0; i < f->step->questions.count; i++) {
            const struct ans_question *q =
                ANS_AT(ans_question, f->step->questions, i);
            ans_answer_fields(f->arena, q, ans_map_get(answers, q->node.id),
                              &sent);
        }
        judge_fields(f, &sent, NULL);
        if (f->judged.count)
            fail_msg("%.*s", ANS_STR_ARG(problems_text(f)));
        assert_int_equal(answers->count, counts[says]);
        struct ans_str judged = answers_text(f);
        f->judged.answers = answers;
        if (!ans_str_eq(judged, answers_text(f)))
            fail_msg("%.*s\n%.*s", ANS_STR_ARG(judged),
                     ANS_STR_ARG(answers_text(f)));
    }
    form_free(f);
}

static void who_is_brief_says_no_more_than_a_part(void **state)
{
    (void)state;
    struct form *f = form_of_all();
    struct ans_person person = {.kind = ANS_STR("region"),
                                .says = ANS_PERSON_BRIEF};
    for (int all = 0; all < 2; all++) {
        person.says = all ? ANS_PERSON_ALL : ANS_PERSON_BRIEF;
        struct ans_map *answers =
            ans_person_answers(f->arena, &f->county, &person, &f->runner);
        const struct ans_list *rows =
            ans_map_get(answers, ANS_STR("group")).list;
        assert_int_equal(rows->count, 2);
        assert_int_equal(rows->items[0].map->count, all ? 2 : 1);
        assert_int_equal(ans_map_get(answers, ANS_STR("by_sex")).map->count,
                         all ? 3 : 2);
    }
    form_free(f);
}

static void one_question_can_be_answered_otherwise(void **state)
{
    (void)state;
    struct form *f = form_of_all();
    const struct ans_question *choice =
        ans_join_question(&f->join, ANS_STR("choice"));
    assert_int_equal(ans_person_options(choice), 2);
    assert_int_equal(
        ans_person_options(ans_join_question_of(&f->join, ANS_Q_YES_NO)), 2);
    assert_int_equal(
        ans_person_options(ans_join_question_of(&f->join, ANS_Q_TEXT)), 0);
    static const struct {
        enum ans_person_says says;
        size_t option;
        const char *answer; /* NULL: none */
    } cases[] = {{ANS_PERSON_ALL, 0, NULL},
                 {ANS_PERSON_MINIMUM, 0, "a"},
                 {ANS_PERSON_ALL, 2, "b"},
                 {ANS_PERSON_MINIMUM, 1, "a"}};
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_person person = {ANS_STR("region"), cases[i].says, choice,
                                    cases[i].option};
        struct ans_map *answers =
            ans_person_answers(f->arena, &f->county, &person, &f->runner);
        assert_str(ans_map_str(answers, "choice"),
                   cases[i].answer ? cases[i].answer : "");
    }
    form_free(f);
}

static void a_hidden_question_has_no_answer(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_KIND, "kind")->required = true;
    struct ans_question *q = ask(f, ANS_Q_TEXT, "unit");
    only_when(f, q, "kind", "region");
    only_when(f, ask(f, ANS_Q_TEXT, "more"), "unit", NULL);
    struct ans_person person = {.kind = ANS_STR("region"),
                                .says = ANS_PERSON_ALL};
    assert_int_equal(
        ans_person_answers(f->arena, &f->county, &person, &f->runner)->count,
        3);
    person.kind = ANS_STR("state");
    assert_int_equal(
        ans_person_answers(f->arena, &f->county, &person, &f->runner)->count,
        1);
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_made_up_one_answers_is_taken),
        cmocka_unit_test(who_is_brief_says_no_more_than_a_part),
        cmocka_unit_test(one_question_can_be_answered_otherwise),
        cmocka_unit_test(a_hidden_question_has_no_answer),
    };
    return cmocka_run_group_tests_name("answer people", tests, NULL, NULL);
}
