/* How personas come: invited, uninvited, renewing, on paper, or to a portal
 * where nobody joins that day. */
#include "trial/world.h"

#define X    "persona \"x\" { " NAME_AND_MAIL "kind = \"region\", "
#define JOIN "join.lua", "  act = "
#define INVITE                                                                 \
    "  by_invitation = true, uninvited = \"Skriv till oss.\",\n  act = "

static const char older[] =
    "strategy \"2020\" { title = \"Förr\", period = { from = \"2020-01-01\", "
    "to = \"2022-12-31\" }, area \"makt\" { national = \"power\" }, area "
    "\"halsa\" { title = \"Hälsa\" } }\n"
    "strategy \"2024\" {\n";

static int64_t day(int year, int month, int d)
{
    return ans_date_to_days((struct ans_date){year, month, d});
}

static void assert_mails(const struct ans_trial *t, const char *names)
{
    struct ans_str rest = ans_str_from(names);
    for (size_t i = 0; i < t->mails.count; i++) {
        struct ans_str name = ans_str_cut(&rest, ' ');
        if (!ans_str_is(name, t->mails.items[i].name))
            fail_msg("%s, not %s", t->mails.items[i].name, names);
    }
    assert_int_equal(rest.len, 0);
}

static void who_has_no_invitation_reads_why(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, X "comes { way = \"uninvited\" } }", JOIN, INVITE);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_UNINVITED);
    assert_str(t.refusal, "Skriv till oss.");
    assert_mails(&t, "");
    assert_false(ans_trial_question(&t, ANS_STR("name"))->reached);
    world_close(&w);
}

static void who_says_nothing_is_invited_where_one_has_to_be(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, X "}", JOIN, INVITE);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    assert_mails(&t, "invite confirm welcome");
    assert_int_equal(t.mails.items[0].when, ANS_TRIAL_INVITED);
    assert_str(t.mails.items[0].recipient, "ik@example.org");
    world_close(&w);
}

static void one_may_be_invited_where_anyone_may_come(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, X "comes { way = \"invited\" } }", NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_mails(&t, "invite confirm welcome");
    world_close(&w);
}

static void who_comes_while_it_is_closed_may_wait(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, X "}", JOIN,
               "  closed { from = \"2024-07-01\", waiting_list = true, message "
               "= \"Sedan.\" },\n  act = ");
    w.o.today = day(2024, 7, 14);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_CLOSED);
    assert_mails(&t, "waiting open");
    assert_int_equal(t.mails.items[1].when, ANS_TRIAL_OPENS);
    assert_int_equal(t.opens_on, 0);
    world_close(&w);
}

static void between_two_strategies_it_may_be_closed(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w, X "}", JOIN, "  between = \"closed\",\n  act = ");
    w.o.today = day(2023, 12, 31);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_CLOSED);
    assert_null(t.closed);
    assert_int_equal(t.opens_on, day(2024, 1, 1));
    w.o.today = day(2024, 1, 1);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    world_close(&w);
}

static void a_renewal_begins_with_what_was_promised(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { share = 12, renews \"2020\" { name = \"Norrby "
               "IK\", email = \"ik@example.org\", kind = \"region\", focus = { "
               "\"makt\", \"halsa\" }, share = 10 } }",
               "strategy.lua", "strategy \"2024\" {\n", older);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    assert_str(ans_trial_question(&t, ANS_STR("name"))->words, "Norrby IK");
    assert_str(ans_trial_question(&t, ANS_STR("focus"))->words, "Makt");
    assert_int_equal(ans_map_find(t.answers, "share").i, 12);
    assert_mails(&t, "renew renewed");
    assert_str(t.mails.items[0].recipient, "ik@example.org");
    assert_int_equal(t.confirm_by, 0);
    assert_false(t.reviewed);
    world_close(&w);
}

static void there_is_nothing_to_renew_under_the_same_strategy(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { renews \"2024\" { " NAME_AND_MAIL
               "kind = \"region\" } }",
               NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_CURRENT);
    world_run(&w);
    assert_int_equal(w.run.failed, 1);
    ans_tests_faults(&w.run, &w.m.faults);
    assert_int_equal(w.m.faults.items[0].code, ANS_FAULT_TEST_NOT_DUE);
    world_close(&w);
}

static void a_paper_is_judged_whole_and_has_its_own_day(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               X "comes { way = \"paper\", on = \"2024-03-08\" } }\n"
                 "expect \"x\" { letter_says = \"8 mars 2024\", gets_mail = "
                 "\"welcome\", is_reviewed = false }",
               JOIN, INVITE);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_JOINS);
    assert_mails(&t, "welcome");
    assert_int_equal(t.mails.items[0].when, ANS_TRIAL_PAPER);
    assert_int_equal(t.saved_until, 0);
    /* What stands in the form from the start is not on the paper. */
    assert_int_equal(ans_trial_question(&t, ANS_STR("size"))->answer.type,
                     ANS_NIL);
    world_run(&w);
    assert_int_equal(w.run.failed, 0);
    assert_int_equal(w.run.passed, 4);
    world_close(&w);
}

static void all_that_is_wrong_on_a_paper_is_told_at_once(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               "persona \"x\" { name = \"X\", kind = \"region\", email = "
               "\"x\", comes { way = \"paper\" } }",
               NULL, NULL, NULL);
    world_walk(&w, &t);
    assert_int_equal(t.end, ANS_TRIAL_STUCK);
    assert_int_equal(t.problems.count, 2); /* of two steps */
    assert_str(t.stopped->node.id, "ni");
    world_close(&w);
}

static void only_rounds_that_are_not_over_are_met(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial t;
    world_open(&w,
               X "}\nexpect \"x\" { is_followed_up = { \"2025\", \"2026\" } }",
               "strategy.lua", "  process \"planering\"",
               "  follow_up { text = \"Svara.\", round \"2025\" { opens = "
               "\"2025-02-01\", closes = \"2025-03-31\" }, round \"2026\" { "
               "opens = \"2026-02-01\", closes = \"2026-03-31\" } },\n"
               "  process \"planering\"");
    world_run(&w);
    assert_int_equal(w.run.failed, 0);
    w.o.today = day(2025, 4, 1);
    world_walk(&w, &t);
    assert_int_equal(t.rounds.count, 1);
    assert_str(t.rounds.items[0].round->node.id, "2026");
    world_close(&w);
}

static void an_invitation_and_a_closed_time_are_tried_both_ways(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_buf text = {0};
    world_open(&w, X "}", JOIN,
               "  by_invitation = true,\n  closed { from = \"2024-07-01\", "
               "message = \"Sedan.\" },\n  act = ");
    world_run(&w);
    struct ans_telling telling = world_telling(&w, "en");
    ans_tell_tests(&text, &telling, &w.run, true);
    struct ans_str said = ans_arena_str(w.m.arena, ans_buf_str(&text));
    assert_true(ans_str_find_str(
                    said, ANS_STR("no persona comes without an invitation")) >
                0);
    assert_true(ans_str_find_str(
                    said, ANS_STR("no persona comes while it is closed")) > 0);
    ans_buf_free(&text);
    world_close(&w);
    w = (struct world){0};
    world_open(&w,
               X "}\npersona \"y\" { comes { way = \"uninvited\" } }\n"
                 "expect \"x\" { letter_says = \"Norrby\" }\n"
                 "expect \"x\" { on = \"2024-07-01\", is_closed = true }\n"
                 "expect \"y\" { is_uninvited = true }",
               JOIN,
               "  by_invitation = true,\n  closed { from = \"2024-07-01\", "
               "message = \"Sedan.\" },\n  act = ");
    world_run(&w);
    assert_int_equal(w.run.failed, 0);
    for (size_t i = 0; i < w.run.tried.count; i++)
        if (w.run.tried.items[i].what == ANS_TRIED_INVITATION ||
            w.run.tried.items[i].what == ANS_TRIED_CLOSED)
            assert_true(ans_is_tried(&w.run.tried.items[i]));
    world_close(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_no_invitation_reads_why),
        cmocka_unit_test(who_says_nothing_is_invited_where_one_has_to_be),
        cmocka_unit_test(one_may_be_invited_where_anyone_may_come),
        cmocka_unit_test(who_comes_while_it_is_closed_may_wait),
        cmocka_unit_test(between_two_strategies_it_may_be_closed),
        cmocka_unit_test(a_renewal_begins_with_what_was_promised),
        cmocka_unit_test(there_is_nothing_to_renew_under_the_same_strategy),
        cmocka_unit_test(a_paper_is_judged_whole_and_has_its_own_day),
        cmocka_unit_test(all_that_is_wrong_on_a_paper_is_told_at_once),
        cmocka_unit_test(only_rounds_that_are_not_over_are_met),
        cmocka_unit_test(an_invitation_and_a_closed_time_are_tried_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
