#include "form.h"

static void numbers_are_typed_the_swedish_way(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_NUMBER, "n");
    ask(f, ANS_Q_NUMBER, "d")->decimals = 2;
    static const struct sending cases[] = {
        {"n=12", "{\"n\":12}", ""},
        {"n=0", "{\"n\":0}", ""},
        {"n=007", "{\"n\":7}", ""},
        {"n=-5", "{\"n\":-5}", ""},
        {"n=\u22125", "{\"n\":-5}", ""},
        {"n=1 234", "{\"n\":1234}", ""},
        {"n=1\u00a0234\u00a0567", "{\"n\":1234567}", ""},
        {"n=12\u202f345", "{\"n\":12345}", ""},
        {"n=12,0", "{\"n\":12}", ""},
        {"n=999999999999999", "{\"n\":999999999999999}", ""},
        {"d=1 234,5", "{\"d\":1234.5}", ""},
        {"d=1\u00a0234,50", "{\"d\":1234.5}", ""},
        {"d=0.1", "{\"d\":0.1}", ""},
        {"d=-0,07", "{\"d\":-0.07}", ""},
        {"d=3,00", "{\"d\":3}", ""},
        {"n=1,5", "{}", "n not-whole"},
        {"n=1.234", "{}", "n not-whole"},
        {"d=1,234", "{}", "d too-many-decimals {\"decimals\":2}"},
        {"n=12 34", "{}", "n not-a-number"},
        {"n=1234 567", "{}", "n not-a-number"},
        {"n=1 2345", "{}", "n not-a-number"},
        {"n=1,234,5", "{}", "n not-a-number"},
        {"n=,5", "{}", "n not-a-number"},
        {"n=5,", "{}", "n not-a-number"},
        {"n=-", "{}", "n not-a-number"},
        {"n=--1", "{}", "n not-a-number"},
        {"n=+1", "{}", "n not-a-number"},
        {"n=1e5", "{}", "n not-a-number"},
        {"n=0x10", "{}", "n not-a-number"},
        {"n=nan", "{}", "n not-a-number"},
        {"n=inf", "{}", "n not-a-number"},
        {"n=tolv", "{}", "n not-a-number"},
        {"n=12 %", "{}", "n not-a-number"},
        {"n=１２", "{}", "n not-a-number"},
        {"n=9999999999999999", "{}", "n not-a-number"},
        {"d=0,1234567890123456", "{}", "d not-a-number"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void numbers_keep_to_their_limits(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_NUMBER, "q");
    q->has_from = q->has_to = true;
    q->from = 0.5;
    q->to = 100;
    q->decimals = 1;
    static const struct sending cases[] = {
        {"q=0,5", "{\"q\":0.5}", ""},
        {"q=100,0", "{\"q\":100}", ""},
        {"q=0,4", "{}", "q too-small {\"from\":0.5}"},
        {"q=-1", "{}", "q too-small {\"from\":0.5}"},
        {"q=100,1", "{}", "q too-large {\"to\":100}"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void people_are_counted_by_sex(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_BY_SEX, "e");
    ask(f, ANS_Q_BY_SEX, "o")->other = true;
    static const struct sending cases[] = {
        {"e.women=412&e.men=188", "{\"e\":{\"women\":412,\"men\":188}}", ""},
        {"e.women=1 000&e.men=0", "{\"e\":{\"women\":1000,\"men\":0}}", ""},
        {"e.women=1&e.men=2&e.other=3", "{\"e\":{\"women\":1,\"men\":2}}", ""},
        {"o.women=1&o.men=2&o.other=3",
         "{\"o\":{\"women\":1,\"men\":2,\"other\":3}}", ""},
        {"o.women=1&o.men=2&o.other=", "{\"o\":{\"women\":1,\"men\":2}}", ""},
        {"e=5", "{}", ""},
        {"e.women=412", "{}", "e.men incomplete"},
        {"e.men=188", "{}", "e.women incomplete"},
        {"o.other=1", "{}", "o.women incomplete; o.men incomplete"},
        {"e.women=-1&e.men=1", "{}", "e.women not-a-count"},
        {"e.women=1&e.men=1,5", "{}", "e.men not-a-count"},
        {"e.women=många&e.men=få", "{}",
         "e.women not-a-count; e.men not-a-count"},
        {"e.women=många", "{}", "e.women not-a-count; e.men incomplete"},
        {"e.women=100000000&e.men=1", "{}",
         "e.women too-large {\"to\":99999999}"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void a_date_is_a_day_that_exists(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_DATE, "q");
    static const struct sending cases[] = {
        {"q.day=14&q.month=3&q.year=2025", "{\"q\":\"2025-03-14\"}", ""},
        {"q.day=04&q.month=03&q.year=2025", "{\"q\":\"2025-03-04\"}", ""},
        {"q.day=29&q.month=2&q.year=2024", "{\"q\":\"2024-02-29\"}", ""},
        {"q.day=29&q.month=2&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=31&q.month=4&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=0&q.month=4&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=1&q.month=0&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=0&q.month=0&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=1&q.month=13&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=1&q.month=mars&q.year=2025", "{}", "q.month not-a-date"},
        {"q.day=1&q.month=3&q.year=25", "{}", "q.year not-a-date"},
        {"q.day=1&q.month=3&q.year=0000", "{}", "q.day not-a-date"},
        {"q.day=001&q.month=3&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=-1&q.month=3&q.year=2025", "{}", "q.day not-a-date"},
        {"q.day=1&q.month=3", "{}", "q.year incomplete-date"},
        {"q.year=2025", "{}", "q.day incomplete-date"},
        {"q.day=14&q.month=&q.year=2025", "{}", "q.month incomplete-date"},
        {"q=2025-03-14", "{}", ""},
        {"q.day=1&q.month=1&q.year=0999", "{}",
         "q.day too-early {\"from\":\"1000-01-01\"}"},
        {"q.day=2&q.month=1&q.year=2126", "{}",
         "q.day too-late {\"to\":\"2126-01-01\"}"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void dates_months_and_years_keep_to_their_limits(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *d = ask(f, ANS_Q_DATE, "d");
    d->has_from = d->has_to = true;
    d->from = (double)ans_date_to_days((struct ans_date){2024, 2, 1});
    d->to = (double)ans_date_to_days((struct ans_date){2024, 2, 29});
    struct ans_question *m = ask(f, ANS_Q_MONTH, "m");
    m->has_from = m->has_to = true;
    m->from = (double)ans_date_to_days((struct ans_date){2024, 2, 0});
    m->to = (double)ans_date_to_days((struct ans_date){2024, 4, 0});
    struct ans_question *y = ask(f, ANS_Q_YEAR, "y");
    y->has_from = y->has_to = true;
    y->from = 2024;
    y->to = 2035;
    static const struct sending cases[] = {
        {"d.day=1&d.month=2&d.year=2024", "{\"d\":\"2024-02-01\"}", ""},
        {"d.day=29&d.month=2&d.year=2024", "{\"d\":\"2024-02-29\"}", ""},
        {"d.day=31&d.month=1&d.year=2024", "{}",
         "d.day too-early {\"from\":\"2024-02-01\"}"},
        {"d.day=1&d.month=3&d.year=2024", "{}",
         "d.day too-late {\"to\":\"2024-02-29\"}"},
        {"m.month=2&m.year=2024", "{\"m\":\"2024-02\"}", ""},
        {"m.month=04&m.year=2024", "{\"m\":\"2024-04\"}", ""},
        {"m.month=1&m.year=2024", "{}",
         "m.month too-early {\"from\":\"2024-02\"}"},
        {"m.month=5&m.year=2024", "{}",
         "m.month too-late {\"to\":\"2024-04\"}"},
        {"m.month=13&m.year=2024", "{}", "m.month not-a-month"},
        {"m.month=0&m.year=2024", "{}", "m.month not-a-month"},
        {"m.month=x&m.year=2024", "{}", "m.month not-a-month"},
        {"m.month=1", "{}", "m.year incomplete-date"},
        {"y=2024", "{\"y\":2024}", ""},
        {"y=2035", "{\"y\":2035}", ""},
        {"y=2023", "{}", "y too-early {\"from\":2024}"},
        {"y=2036", "{}", "y too-late {\"to\":2035}"},
        {"y=24", "{}", "y not-a-year"},
        {"y=2 024", "{}", "y not-a-year"},
        {"y=20240", "{}", "y not-a-year"},
        {"y=i år", "{}", "y not-a-year"},
        {"y=-2024", "{}", "y not-a-year"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_typed_the_swedish_way),
        cmocka_unit_test(numbers_keep_to_their_limits),
        cmocka_unit_test(people_are_counted_by_sex),
        cmocka_unit_test(a_date_is_a_day_that_exists),
        cmocka_unit_test(dates_months_and_years_keep_to_their_limits),
    };
    return cmocka_run_group_tests_name("answer: numbers", tests, NULL, NULL);
}
