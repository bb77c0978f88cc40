#include "trial/world.h"

static bool is_asked(const struct ans_trial *t, const char *id)
{
    return ans_trial_question(t, ans_str_from(id))->asked;
}

static void an_organisation_walks_to_the_end_of_the_form(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { " NAME_AND_MAIL
               "kind = \"municipality\", town = \"9901\" }",
               NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    assert_null(t.stopped);
    assert_str(t.kind, "municipality");
    assert_true(is_asked(&t, "town"));
    assert_false(is_asked(&t, "staff"));
    assert_true(ans_str_find_str(t.letter, ANS_STR("Norrby IK")) >= 0);
    assert_true(ans_str_find_str(t.letter, ANS_STR("1 januari 2024")) >= 0);
    assert_int_equal(t.confirm_by - w.o.today, 7);
    assert_int_equal(t.saved_until - w.o.today, 30);
    assert_int_equal(t.mails.count, 2);
    assert_string_equal(t.mails.items[0].name, "confirm");
    assert_str(t.mails.items[1].recipient, "ik@example.org");
    assert_false(t.reviewed);
    world_close(&w);
}

static void what_a_later_answer_of_the_page_hides_was_seen(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { " NAME_AND_MAIL
               "kind = \"region\", town = \"9901\" }",
               NULL, NULL, NULL);
    world_walk(&w, &t);
    const struct ans_trial_question *town =
        ans_trial_question(&t, ANS_STR("town"));
    assert_true(town->seen && !town->asked);
    assert_int_equal(town->answer.type, ANS_NIL);
    assert_true(town->dropped);
    world_close(&w);
}

static void what_stands_there_from_the_start_is_an_answer(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, "persona \"x\" { " NAME_AND_MAIL "kind = \"region\" }", NULL,
               NULL, NULL);
    world_walk(&w, &t);
    const struct ans_trial_question *size =
        ans_trial_question(&t, ANS_STR("size"));
    assert_true(ans_value_eq(size->answer, ans_value_str(ANS_STR("small"))));
    assert_str(size->words, "Små");
    world_close(&w);
}

static void a_question_that_an_answer_brings_up_is_asked(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { " NAME_AND_MAIL
               "kind = \"region\", size = \"large\", staff = { women = 3, men "
               "= 4 } }",
               NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    assert_true(is_asked(&t, "staff"));
    assert_int_equal(
        ans_map_find(ans_map_find(t.answers, "staff").map, "men").i, 4);
    world_close(&w);
}

static void it_stops_at_the_step_that_does_not_take_an_answer(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { " NAME_AND_MAIL
               "kind = \"region\", org = \"802000-0001\" }",
               NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_STUCK);
    assert_str(t.stopped->node.id, "ni");
    assert_int_equal(t.problems.count, 1);
    assert_string_equal(t.problems.items[0].code, "check-digit");
    assert_false(ans_trial_question(&t, ANS_STR("focus"))->reached);
    assert_int_equal(t.items.count, 0);
    assert_int_equal(t.mails.count, 0);
    world_close(&w);
}

static void a_kind_that_may_not_join_is_refused(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, "persona \"x\" { " NAME_AND_MAIL "kind = \"company\" }",
               "join.lua", "  act =",
               "  refusal = \"Läs {brand}.\",\n"
               "  act =");
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_REFUSED);
    assert_str(t.refusal, "Läs Ett jämställt Mittlän.");
    assert_false(is_asked(&t, "focus"));
    world_close(&w);
}

static void nobody_joins_on_a_day_when_it_is_closed(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, "persona \"x\" { " NAME_AND_MAIL "kind = \"region\" }",
               "join.lua", "  step \"ni\" {",
               "  closed { from = \"2024-07-01\", to = \"2024-07-31\", message "
               "= \"Vi är lediga.\" },\n"
               "  step \"ni\" {");
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    w.o.today = ans_date_to_days((struct ans_date){2024, 7, 14});
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_CLOSED);
    assert_str(t.refusal, "Vi är lediga.");
    assert_int_equal(t.opens_on,
                     ans_date_to_days((struct ans_date){2024, 8, 1}));
    assert_false(ans_trial_question(&t, ANS_STR("name"))->reached);
    world_close(&w);
}

static void the_package_is_what_the_rules_give(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { name = \"X\", email = \"x@example.org\", kind "
               "= \"municipality\", focus = { \"makt\" } }",
               NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(ans_trial_item(&t, ANS_STR("symbol"))->gets,
                     ANS_TRIAL_GIVEN);
    assert_int_equal(ans_trial_item(&t, ANS_STR("chefer"))->gets,
                     ANS_TRIAL_OFFERED);
    assert_str(ans_trial_item(&t, ANS_STR("diplom"))->title, "Diplom nr …");
    world_close(&w);
    w = (struct world){0};
    world_open(&w, "persona \"x\" { " NAME_AND_MAIL "kind = \"region\" }", NULL,
               NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(ans_trial_item(&t, ANS_STR("chefer"))->gets,
                     ANS_TRIAL_NOT);
    world_close(&w);
}

static void a_county_that_reviews_gets_a_mail_of_its_own(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, "persona \"x\" { " NAME_AND_MAIL "kind = \"region\" }",
               "county.lua", "unit = \"Social\",",
               "unit = \"Social\", email = \"lan@example.org\",");
    ((struct ans_join *)(uintptr_t)w.m.county->join)->review = true;
    world_walk(&w, &t);
    assert_true(t.reviewed);
    assert_int_equal(t.mails.count, 4);
    assert_string_equal(t.mails.items[2].name, "review");
    assert_int_equal(t.mails.items[2].whom, ANS_TRIAL_COUNTY);
    assert_str(t.mails.items[2].recipient, "lan@example.org");
    assert_int_equal(t.mails.items[3].when, ANS_TRIAL_APPROVED);
    world_close(&w);
}

static void a_second_one_is_asked_to_sign_and_reminded(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { " NAME_AND_MAIL
               "kind = \"region\", boss = \"chef@example.org\" }",
               "join.lua", "  step \"vill\" {",
               "  second_signature { asks = \"boss\", deadline = 14, reminders "
               "= { 3, 10 } },\n"
               "  step \"mer\" { title = \"Mer\", question.email \"boss\" { "
               "label = \"Chef\", purpose = \"Skriver under.\", keep = \"with "
               "membership\" } },\n"
               "  step \"vill\" {");
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    assert_int_equal(t.sign_by - w.o.today, 14);
    assert_int_equal(t.mails.count, 7);
    assert_string_equal(t.mails.items[1].name, "sign");
    assert_str(t.mails.items[1].recipient, "chef@example.org");
    assert_int_equal(t.mails.items[4].days, 10);
    assert_int_equal(t.mails.items[6].when, ANS_TRIAL_SIGNED);
    world_close(&w);
}

static void only_what_is_public_is_shown(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(
        &w, "persona \"x\" { " NAME_AND_MAIL "kind = \"region\", share = 12 }",
        NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(t.shown.count, 3);
    assert_str(t.shown.items[0].label, "Namn");
    assert_str(t.shown.items[0].words, "Norrby IK");
    assert_str(t.shown.items[2].words, "Våld");
    world_close(&w);
}

static void a_function_that_fails_is_told_once(void **state)
{
    (void)state;
    struct world w = {.fails = true};
    struct ans_trial t;
    world_open(&w, "persona \"x\" { " NAME_AND_MAIL "kind = \"region\" }", NULL,
               NULL, NULL);
    world_walk(&w, &t);
    assert_string_equal(t.rule_err.text, "join.lua:35: oh");
    world_close(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_organisation_walks_to_the_end_of_the_form),
        cmocka_unit_test(what_a_later_answer_of_the_page_hides_was_seen),
        cmocka_unit_test(what_stands_there_from_the_start_is_an_answer),
        cmocka_unit_test(a_question_that_an_answer_brings_up_is_asked),
        cmocka_unit_test(it_stops_at_the_step_that_does_not_take_an_answer),
        cmocka_unit_test(a_kind_that_may_not_join_is_refused),
        cmocka_unit_test(nobody_joins_on_a_day_when_it_is_closed),
        cmocka_unit_test(the_package_is_what_the_rules_give),
        cmocka_unit_test(a_county_that_reviews_gets_a_mail_of_its_own),
        cmocka_unit_test(a_second_one_is_asked_to_sign_and_reminded),
        cmocka_unit_test(only_what_is_public_is_shown),
        cmocka_unit_test(a_function_that_fails_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
