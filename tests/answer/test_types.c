#include "form.h"

/* A question "q" of one type, alone in the form. */
static struct form *form_of(enum ans_question_type type,
                            struct ans_question **q)
{
    struct form *f = form_new();
    *q = ask(f, type, "q");
    return f;
}

#define MARKS_10 "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
#define MARKS_100                                                              \
    MARKS_10 MARKS_10 MARKS_10 MARKS_10 MARKS_10 MARKS_10 MARKS_10 MARKS_10    \
        MARKS_10 MARKS_10
#define TEN "0123456789"

/* Whatever the type of a typed answer, text that cannot be is refused. */
static void no_type_takes_text_that_cannot_be(void **state)
{
    (void)state;
    static const enum ans_question_type types[] = {
        ANS_Q_NAME,   ANS_Q_KIND,    ANS_Q_ORG_NUMBER, ANS_Q_MUNICIPALITY,
        ANS_Q_EMAIL,  ANS_Q_TEXT,    ANS_Q_LONG_TEXT,  ANS_Q_CHOICE,
        ANS_Q_YES_NO, ANS_Q_YEAR,    ANS_Q_NUMBER,     ANS_Q_PHONE,
        ANS_Q_AREAS,  ANS_Q_CHOICES, ANS_Q_CONSENT,    ANS_Q_WEB_ADDRESS,
        ANS_Q_MEMBER, ANS_Q_BODIES};
    static const struct sending cases[] = {
        {"q=a\xff", "{}", "q not-valid-text"},
        {"q=\xc3", "{}", "q not-valid-text"},
        {"q=\xed\xa0\x80", "{}", "q not-valid-text"},
    };
    for (size_t i = 0; i < ANS_COUNT(types); i++) {
        struct ans_question *q;
        struct form *f = form_of(types[i], &q);
        ASSERT_SENDINGS(f, cases);
        struct ans_fields nul = fields_of(f, "q=a");
        nul.items[0].value = ANS_STR("a\0b");
        judge_fields(f, &nul, NULL);
        assert_str(problems_text(f), "q not-valid-text");
        form_free(f);
    }
}

static void parts_take_no_text_that_cannot_be(void **state)
{
    (void)state;
    static const struct {
        enum ans_question_type type;
        struct sending sending;
    } cases[] = {
        {ANS_Q_DATE,
         {"q.day=1&q.month=\xff&q.year=2025", "{}", "q.month not-valid-text"}},
        {ANS_Q_MONTH, {"q.month=1&q.year=\xff", "{}", "q.year not-valid-text"}},
        {ANS_Q_BY_SEX,
         {"q.women=\xff&q.men=1", "{}", "q.women not-valid-text"}},
        {ANS_Q_DATE,
         {"q.day=1&q.day=1&q.month=1&q.year=2025", "{}", "q.day twice"}},
        {ANS_Q_MONTH,
         {"q.month=1&q.year=2025&q.year=2026", "{}", "q.year twice"}},
        {ANS_Q_BY_SEX, {"q.women=1&q.men=1&q.men=1", "{}", "q.men twice"}},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_question *q;
        struct form *f = form_of(cases[i].type, &q);
        assert_sendings(f, &cases[i].sending, 1);
        form_free(f);
    }
}

static void a_field_for_one_value_is_sent_once(void **state)
{
    (void)state;
    static const enum ans_question_type types[] = {
        ANS_Q_NAME,    ANS_Q_KIND,       ANS_Q_ORG_NUMBER, ANS_Q_MUNICIPALITY,
        ANS_Q_EMAIL,   ANS_Q_TEXT,       ANS_Q_LONG_TEXT,  ANS_Q_CHOICE,
        ANS_Q_YES_NO,  ANS_Q_YEAR,       ANS_Q_NUMBER,     ANS_Q_PHONE,
        ANS_Q_CONSENT, ANS_Q_WEB_ADDRESS};
    for (size_t i = 0; i < ANS_COUNT(types); i++) {
        struct ans_question *q;
        struct form *f = form_of(types[i], &q);
        judge(f, "q=yes&q=yes");
        assert_str(answers_text(f), "{}");
        assert_str(problems_text(f), "q twice");
        form_free(f);
    }
}

static void what_is_required_is_asked_for_by_its_type(void **state)
{
    (void)state;
    static const struct {
        enum ans_question_type type;
        const char *problem;
    } cases[] = {
        {ANS_Q_NAME, "q required"},
        {ANS_Q_KIND, "q required-choice"},
        {ANS_Q_ORG_NUMBER, "q required"},
        {ANS_Q_MUNICIPALITY, "q required-choice"},
        {ANS_Q_EMAIL, "q required"},
        {ANS_Q_TEXT, "q required"},
        {ANS_Q_LONG_TEXT, "q required"},
        {ANS_Q_CHOICE, "q required-choice"},
        {ANS_Q_CHOICES, "q required-choice"},
        {ANS_Q_YES_NO, "q required-choice"},
        {ANS_Q_DATE, "q.day required"},
        {ANS_Q_MONTH, "q.month required"},
        {ANS_Q_YEAR, "q required"},
        {ANS_Q_NUMBER, "q required"},
        {ANS_Q_BY_SEX, "q.women required"},
        {ANS_Q_PHONE, "q required"},
        {ANS_Q_WEB_ADDRESS, "q required"},
        {ANS_Q_AREAS, "q required-choice"},
        {ANS_Q_CONSENT, "q required-consent"},
        {ANS_Q_GROUP, "q required-row"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_question *q;
        struct form *f = form_of(cases[i].type, &q);
        judge(f, "");
        assert_str(problems_text(f), "");
        judge(f, "q=&q.day=&q.month=&q.women=");
        assert_str(problems_text(f), "");
        q->required = true;
        judge(f, "");
        assert_str(problems_text(f), cases[i].problem);
        judge(f, "q=&q.day=&q.month=&q.women= &q.1.x=");
        assert_str(problems_text(f), cases[i].problem);
        assert_str(answers_text(f), "{}");
        form_free(f);
    }
}

static void text_is_kept_as_it_was_meant(void **state)
{
    (void)state;
    struct ans_question *q;
    struct form *f = form_of(ANS_Q_TEXT, &q);
    static const struct sending cases[] = {
        {"q=Åkerby IK", "{\"q\":\"Åkerby IK\"}", ""},
        {"q=  a \t b  ", "{\"q\":\"a b\"}", ""},
        {"q=a\nb", "{\"q\":\"a b\"}", ""},
        {"q=A\u030akerby", "{\"q\":\"Åkerby\"}", ""}, /* NFC */
        {"q=<script>alert(1)</script>",
         "{\"q\":\"<script>alert(1)<\\/script>\"}", ""},
        {"q=a\x07"
         "b",
         "{\"q\":\"ab\"}", ""},
        {"q=a\u202e"
         "b",
         "{\"q\":\"ab\"}", ""}, /* a bidi override */
        {"q=   ", "{}", ""},
        {"q=a" MARKS_100 MARKS_100 MARKS_100, "{}", "q too-many-marks"},
        {"q=a" MARKS_10,
         "{\"q\":\"á"
         "\u0301\u0301\u0301\u0301\u0301"
         "\u0301\u0301\u0301\u0301\"}",
         ""},
        {"q=" TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
             TEN TEN TEN TEN "x",
         "{}", "q too-long {\"longest\":200,\"given\":201}"},
        {"other=x&Q=x&q.x=y&q[]=z", "{}", ""},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void long_text_keeps_its_lines(void **state)
{
    (void)state;
    struct ans_question *q;
    struct form *f = form_of(ANS_Q_LONG_TEXT, &q);
    q->shortest = 3;
    q->longest = 8;
    static const struct sending cases[] = {
        {"q=a\r\nb\r\n\r\nc\r\n", "{\"q\":\"a\\nb\\n\\nc\"}", ""},
        {"q=åäöåäöåä", "{\"q\":\"åäöåäöåä\"}", ""}, /* 8, in 16 bytes */
        {"q=åäöåäöåäö", "{}", "q too-long {\"longest\":8,\"given\":9}"},
        {"q=å\n", "{}", "q too-short {\"shortest\":3,\"given\":1}"},
        {"q=👩‍👩‍👧‍👦a👩‍👩‍👧‍👦",
         "{\"q\":\"👩‍👩‍👧‍👦a👩‍👩‍👧‍👦\"}",
         ""}, /* 3 */
        {"q=", "{}", ""},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void every_text_has_a_longest(void **state)
{
    (void)state;
    static const struct {
        enum ans_question_type type;
        size_t longest;
        const char *head;
    } cases[] = {
        {ANS_Q_NAME, 200, ""},
        {ANS_Q_TEXT, 200, ""},
        {ANS_Q_LONG_TEXT, 5000, ""},
        {ANS_Q_PHONE, 40, "010"},
        {ANS_Q_WEB_ADDRESS, 2000, "https://example.org/"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_question *q;
        struct form *f = form_of(cases[i].type, &q);
        struct ans_buf sent = {0};
        ans_buf_printf(&sent, "q=%s", cases[i].head);
        while (sent.len < cases[i].longest + 3)
            ans_buf_add_byte(&sent, '1');
        ans_buf_add_byte(&sent, 0);
        judge(f, sent.ptr);
        struct ans_str want = ans_arena_printf(
            f->arena, "q too-long {\"longest\":%zu,\"given\":%zu}",
            cases[i].longest, cases[i].longest + 1);
        assert_str(problems_text(f), want.ptr);
        ans_buf_free(&sent);
        form_free(f);
    }
}

static void an_org_number_becomes_ten_digits(void **state)
{
    (void)state;
    struct ans_question *q;
    struct form *f = form_of(ANS_Q_ORG_NUMBER, &q);
    static const struct sending cases[] = {
        {"q=802000-0009", "{\"q\":\"8020000009\"}", ""},
        {"q= 16802000 0009", "{\"q\":\"8020000009\"}", ""},
        {"q=802000-0008", "{}", "q check-digit"},
        {"q=802000", "{}", "q not-an-org-number"},
        {"q=<b>", "{}", "q not-an-org-number"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void an_email_is_one_address(void **state)
{
    (void)state;
    struct ans_question *q;
    struct form *f = form_of(ANS_Q_EMAIL, &q);
    static const struct sending cases[] = {
        {"q= Anna.Svensson@Example.ORG ",
         "{\"q\":\"Anna.Svensson@example.org\"}", ""},
        {"q=anna@example", "{}", "q not-an-email"},
        {"q=anna example.org", "{}", "q not-an-email"},
        {"q=anna@example.org, eva@example.org", "{}", "q not-an-email"},
        {"q=Anna <anna@example.org>", "{}", "q not-an-email"},
        {"q=a@example.org\r\nBcc: b@example.org", "{}", "q not-an-email"},
        {"q=åsa@example.org", "{}", "q not-an-email"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void a_phone_number_can_be_called(void **state)
{
    (void)state;
    struct ans_question *q;
    struct form *f = form_of(ANS_Q_PHONE, &q);
    static const struct sending cases[] = {
        {"q=010-224 90 00", "{\"q\":\"010-224 90 00\"}", ""},
        {"q= 010\u2011224\u00a090  00 ", "{\"q\":\"010-224 90 00\"}", ""},
        {"q=0701234567", "{\"q\":\"0701234567\"}", ""},
        {"q=08-123 45", "{\"q\":\"08-123 45\"}", ""},
        {"q=(010) 224 90 00", "{\"q\":\"(010) 224 90 00\"}", ""},
        {"q=+46 (0)10-224 90 00", "{\"q\":\"+46 (0)10-224 90 00\"}", ""},
        {"q=0046102249000", "{\"q\":\"0046102249000\"}", ""},
        {"q=+358 9 1234567", "{\"q\":\"+358 9 1234567\"}", ""},
        {"q=224 90 00", "{}", "q not-a-phone"},
        {"q=112", "{}", "q not-a-phone"},
        {"q=010", "{}", "q not-a-phone"},
        {"q=+0102249000", "{}", "q not-a-phone"},
        {"q=+1234567890123456789", "{}", "q not-a-phone"},
        {"q=010-224 90 00 ankn 12", "{}", "q not-a-phone"},
        {"q=010+2249000", "{}", "q not-a-phone"},
        {"q=ring mig", "{}", "q not-a-phone"},
        {"q=<b>0102249000</b>", "{}", "q not-a-phone"},
        {"q=()", "{}", "q not-a-phone"},
        {"q=+", "{}", "q not-a-phone"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void a_web_address_gets_its_scheme(void **state)
{
    (void)state;
    struct ans_question *q;
    struct form *f = form_of(ANS_Q_WEB_ADDRESS, &q);
    static const struct sending cases[] = {
        {"q=www.example.org", "{\"q\":\"https://www.example.org\"}", ""},
        {"q=http://example.org/a?b#c", "{\"q\":\"http://example.org/a?b#c\"}",
         ""},
        {"q=example.org:8080/x", "{\"q\":\"https://example.org:8080/x\"}", ""},
        {"q=example", "{}", "q not-a-web-address"},
        {"q=ftp://example.org", "{}", "q not-a-web-address"},
        {"q=javascript:alert(1)", "{}", "q not-a-web-address"},
        {"q=javascript://example.org/%0aalert(1)", "{}", "q not-a-web-address"},
        {"q=mailto:a@example.org", "{}", "q not-a-web-address"},
        {"q=data:text/html,x.y", "{}", "q not-a-web-address"},
        {"q=https://user:pass@example.org", "{}", "q not-a-web-address"},
        {"q=//example.org", "{}", "q not-a-web-address"},
        {"q=https://example.org/\"><b>", "{}", "q not-a-web-address"},
        {"q=två ord.se", "{}", "q not-a-web-address"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void only_what_is_offered_can_be_picked(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_KIND, "kind");
    ask(f, ANS_Q_MUNICIPALITY, "m");
    struct ans_question *q = ask(f, ANS_Q_CHOICE, "c");
    offer(f, q, "small", "Små");
    offer(f, q, "large", "Stora");
    static const struct sending cases[] = {
        {"kind=company&m=9901&c=small",
         "{\"kind\":\"company\",\"m\":\"9901\",\"c\":\"small\"}", ""},
        {"kind=empire", "{}", "kind not-offered {\"given\":\"empire\"}"},
        {"kind=Company", "{}", "kind not-offered {\"given\":\"Company\"}"},
        {"m=0180", "{}", "m not-offered {\"given\":\"0180\"}"},
        {"c=medium", "{}", "c not-offered {\"given\":\"medium\"}"},
        {"c=<b>", "{}", "c not-offered {\"given\":\"<b>\"}"},
        {"c=" TEN TEN TEN TEN TEN TEN TEN, "{}",
         "c not-offered {\"given\":\"" TEN TEN TEN TEN TEN TEN "…\"}"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void several_choices_stand_in_the_order_declared(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_CHOICES, "c");
    offer(f, q, "meet", "Träffas");
    offer(f, q, "read", "Läsa");
    q = ask(f, ANS_Q_AREAS, "a");
    q->least = 2;
    q->most = 2;
    static const struct sending cases[] = {
        {"c=read&c=meet", "{\"c\":[\"meet\",\"read\"]}", ""},
        {"c=read&c=read&c=", "{\"c\":[\"read\"]}", ""},
        {"c=read&c=sing", "{}", "c not-offered {\"given\":\"sing\"}"},
        {"a=vald&a=makt", "{\"a\":[\"makt\",\"vald\"]}", ""},
        {"a=vald", "{}", "a too-few {\"least\":2,\"given\":1}"},
        {"a=vald&a=vald", "{}", "a too-few {\"least\":2,\"given\":1}"},
        {"a=vald&a=makt&a=halsa", "{}", "a too-many {\"most\":2,\"given\":3}"},
        {"a=", "{}", ""},
        {"a=alla", "{}", "a not-offered {\"given\":\"alla\"}"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

/* An area that an earlier strategy had is not offered now. */
static void areas_are_those_of_the_strategy_in_force(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_AREAS, "a");
    struct ans_strategy old = {
        .period = {.from = {2018, 1, 1}, .to = {2023, 12, 31}}};
    struct ans_area area = {.node = {.id = ANS_STR("arbete")}};
    struct ans_node *areas[] = {&area.node};
    old.areas = (struct ans_nodes){areas, 1};
    f->strategy.period =
        (struct ans_period){.from = {2024, 1, 1}, .to = {2027, 12, 31}};
    add_node(f, &f->county.strategies, &old, "old");
    judge(f, "a=makt");
    assert_str(answers_text(f), "{\"a\":[\"makt\"]}");
    judge(f, "a=arbete");
    assert_str(problems_text(f), "a not-offered {\"given\":\"arbete\"}");
    form_free(f);
}

static void yes_no_and_consent_are_said_in_words(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_YES_NO, "y");
    ask(f, ANS_Q_CONSENT, "c");
    static const struct sending cases[] = {
        {"y=yes&c=yes", "{\"y\":true,\"c\":true}", ""},
        {"y=no&c=", "{\"y\":false}", ""},
        {"y=1&c=no", "{}",
         "y not-offered {\"given\":\"1\"}; c not-offered {\"given\":\"no\"}"},
    };
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_type_takes_text_that_cannot_be),
        cmocka_unit_test(parts_take_no_text_that_cannot_be),
        cmocka_unit_test(a_field_for_one_value_is_sent_once),
        cmocka_unit_test(what_is_required_is_asked_for_by_its_type),
        cmocka_unit_test(text_is_kept_as_it_was_meant),
        cmocka_unit_test(long_text_keeps_its_lines),
        cmocka_unit_test(every_text_has_a_longest),
        cmocka_unit_test(an_org_number_becomes_ten_digits),
        cmocka_unit_test(an_email_is_one_address),
        cmocka_unit_test(a_phone_number_can_be_called),
        cmocka_unit_test(a_web_address_gets_its_scheme),
        cmocka_unit_test(only_what_is_offered_can_be_picked),
        cmocka_unit_test(several_choices_stand_in_the_order_declared),
        cmocka_unit_test(areas_are_those_of_the_strategy_in_force),
        cmocka_unit_test(yes_no_and_consent_are_said_in_words),
    };
    return cmocka_run_group_tests_name("answer: types", tests, NULL, NULL);
}
