#include "form.h"

static struct ans_texts texts_of(struct form *f)
{
    static const char *const sv[][2] = {
        {"answer.yes", "Ja"},
        {"answer.no", "Nej"},
        {"answer.and", "och"},
        {"answer.women.one", "{number} kvinna"},
        {"answer.women.other", "{number} kvinnor"},
        {"answer.men.one", "{number} man"},
        {"answer.men.other", "{number} män"},
        {"answer.others.one", "{number} annat eller okänt"},
        {"answer.others.other", "{number} annat eller okänt"},
        {"kind.company", "Företag"},
    };
    struct ans_texts texts = {0};
    for (size_t i = 0; i < ANS_COUNT(sv); i++) {
        struct ans_own_text text = {.key = ans_str_from(sv[i][0]),
                                    .str = ans_str_from(sv[i][1])};
        ans_texts_add(f->arena, &texts, ANS_STR("sv"), text);
    }
    return texts;
}

/* What is sent, judged and told again in words. */
static void assert_told(struct form *f, const struct ans_question *q,
                        const char *lang, const char *sent, const char *told)
{
    struct ans_texts texts = texts_of(f);
    judge(f, sent);
    struct ans_value v = ans_map_get(f->judged.answers, q->node.id);
    assert_str(ans_answer_text(f->arena, &f->county, &texts, q, v,
                               ans_str_from(lang), TODAY),
               told);
}

static void answers_are_told_in_words(void **state)
{
    (void)state;
    static const struct {
        enum ans_question_type type;
        const char *sent, *told;
    } cases[] = {
        {ANS_Q_TEXT, "q=Åkerby <b>", "Åkerby <b>"},
        {ANS_Q_TEXT, "", ""},
        {ANS_Q_KIND, "q=company", "Företag"},
        {ANS_Q_MUNICIPALITY, "q=9902", "Österby"},
        {ANS_Q_AREAS, "q=vald&q=makt", "Makt och inflytande, Frihet från våld"},
        {ANS_Q_ORG_NUMBER, "q=8020000009", "802000-0009"},
        {ANS_Q_YES_NO, "q=yes", "Ja"},
        {ANS_Q_YES_NO, "q=no", "Nej"},
        {ANS_Q_CONSENT, "q=yes", "Ja"},
        {ANS_Q_CONSENT, "q=", ""},
        {ANS_Q_DATE, "q.day=14&q.month=3&q.year=2025", "14 mars 2025"},
        {ANS_Q_MONTH, "q.month=3&q.year=2025", "mars 2025"},
        {ANS_Q_YEAR, "q=2025", "2025"},
        {ANS_Q_BODIES, "q=Byn\nRegionen", "Byn, Regionen"},
        {ANS_Q_MEMBER, "q=byn", "byn"},
        {ANS_Q_NUMBER, "q=2000", "2\u00a0000"},
        {ANS_Q_BY_SEX, "q.women=412&q.men=1", "412 kvinnor och 1 man"},
        {ANS_Q_BY_SEX, "q.women=1&q.men=2000", "1 kvinna och 2\u00a0000 män"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct form *f = form_new();
        struct ans_question *q = ask(f, cases[i].type, "q");
        assert_told(f, q, "sv", cases[i].sent, cases[i].told);
        form_free(f);
    }
}

static void a_number_has_its_unit_and_its_comma(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_NUMBER, "q");
    q->decimals = 1;
    q->unit = text_of(f, "procent", "per cent");
    assert_told(f, q, "sv", "q=12,5", "12,5 procent");
    assert_told(f, q, "en", "q=12,5", "12.5 per cent");
    form_free(f);
}

static void three_counts_are_told_as_a_list(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_BY_SEX, "q");
    q->other = true;
    assert_told(f, q, "sv", "q.women=1&q.men=2&q.other=3",
                "1 kvinna, 2 män och 3 annat eller okänt");
    form_free(f);
}

static void choices_are_told_by_their_labels(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_CHOICES, "q");
    offer(f, q, "meet", "Träffas");
    offer(f, q, "read", "Läsa");
    assert_told(f, q, "sv", "q=read&q=meet", "Träffas, Läsa");
    struct ans_question *one = ask(f, ANS_Q_CHOICE, "one");
    offer(f, one, "small", "Små");
    assert_told(f, one, "en", "one=small", "Små"); /* said in no English */
    form_free(f);
}

/* An old member's answer may name what the county no longer has. */
static void what_is_gone_is_told_by_its_id(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_texts texts = texts_of(f);
    struct ans_question *m = ask(f, ANS_Q_MUNICIPALITY, "m");
    struct ans_question *a = ask(f, ANS_Q_AREAS, "a");
    struct ans_question *c = ask(f, ANS_Q_CHOICE, "c");
    struct ans_list *ids = ans_list_new(f->arena);
    ans_list_add(ids, ans_value_str(ANS_STR("arbete")));
    struct ans_value gone = ans_value_str(ANS_STR("gone"));
    assert_str(ans_answer_text(f->arena, &f->county, &texts, m, gone,
                               ANS_STR("sv"), TODAY),
               "gone");
    assert_str(ans_answer_text(f->arena, &f->county, &texts, c, gone,
                               ANS_STR("sv"), TODAY),
               "gone");
    assert_str(ans_answer_text(f->arena, &f->county, &texts, a,
                               ans_value_list(ids), ANS_STR("sv"), TODAY),
               "arbete");
    form_free(f);
}

static void rows_are_told_one_after_the_other(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_GROUP, "q");
    ask_in(f, &q->questions, ANS_Q_TEXT, "text");
    ask_in(f, &q->questions, ANS_Q_AREAS, "area");
    ask_in(f, &q->questions, ANS_Q_YEAR, "year");
    assert_told(f, q, "sv",
                "q.1.text=Jämna styrelser&q.1.area=makt&q.1.year=2027"
                "&q.2.text=Utbilda alla&q.2.year=2026",
                "Jämna styrelser, Makt och inflytande, 2027; "
                "Utbilda alla, 2026");
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_told_in_words),
        cmocka_unit_test(a_number_has_its_unit_and_its_comma),
        cmocka_unit_test(three_counts_are_told_as_a_list),
        cmocka_unit_test(choices_are_told_by_their_labels),
        cmocka_unit_test(what_is_gone_is_told_by_its_id),
        cmocka_unit_test(rows_are_told_one_after_the_other),
    };
    return cmocka_run_group_tests_name("answer: text", tests, NULL, NULL);
}
