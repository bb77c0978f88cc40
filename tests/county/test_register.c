/* How a county counts, numbers and celebrates those who have joined. */
#include "county/mistake.h"

static struct mittlan with(const char *more)
{
    struct mittlan m = {0};
    mittlan_build(&m, "more.lua", "", more);
    for (size_t i = 0; i < m.faults.count; i++)
        print_error("%.*s\n", ANS_STR_ARG(mittlan_fault(&m, i, "sv")));
    assert_non_null(m.county);
    return m;
}

static void a_rule_of_counting_says_what_is_one(void **state)
{
    (void)state;
    const struct ans_tally n = {
        .entries = 60, .parts = 8, .joint = 2, .bodies = 7};
    static const struct {
        const char *script;
        int64_t counted;
    } cases[] = {
        {"counting { }", 52},
        {"counting { parts = true }", 60},
        {"counting { joint = \"each\" }", 57},
        {"counting { parts = true, joint = \"each\" }", 65},
    };
    assert_int_equal(ans_counting_apply(NULL, n), 60);
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct mittlan m = with(cases[i].script);
        assert_int_equal(ans_counting_apply(m.county->counting, n),
                         cases[i].counted);
        mittlan_free(&m);
    }
}

static void the_highest_milestone_that_is_reached_is_shown(void **state)
{
    (void)state;
    struct mittlan m = with("milestone \"50\" { text = \"Femtio!\" }\n"
                            "milestone \"10\" { text = \"Tio!\" }\n"
                            "milestone \"100\" { text = \"Hundra!\" }\n");
    static const struct {
        int64_t members;
        const char *milestone;
    } cases[] = {{0, NULL},  {9, NULL},  {10, "10"},   {49, "10"},
                 {50, "50"}, {99, "50"}, {100, "100"}, {5000, "100"}};
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        const struct ans_milestone *one =
            ans_county_milestone(m.county, cases[i].members);
        assert_int_equal(one != NULL, cases[i].milestone != NULL);
        if (one)
            assert_str(one->node.id, cases[i].milestone);
    }
    mittlan_free(&m);
}

static void what_cannot_be_a_number_is_told(void **state)
{
    static const struct mistake mistakes[] = {
        {"more.lua", "", "milestone \"femtio\" { text = \"Femtio!\" }",
         "more.lua:1: wrong-value"},
        {"more.lua", "", "milestone \"0\" { text = \"Ingen!\" }",
         "more.lua:1: wrong-value"},
        {"more.lua", "", "milestone \"050\" { text = \"Femtio!\" }",
         "more.lua:1: wrong-value"},
        {"more.lua", "", "milestone \"50\" { }",
         "more.lua:1: missing-required"},
        {"more.lua", "",
         "milestone \"50\" { text = \"A\" }\nmilestone \"50\" { text = \"B\" }",
         "more.lua:2: duplicate-id"},
        {"more.lua", "", "numbering { format = \"ML\" }",
         "more.lua:1: wrong-value"},
        {"more.lua", "", "numbering { format = \"{nummer}\" }",
         "more.lua:1: unknown-placeholder"},
        {"more.lua", "", "numbering { from = 0 }", "more.lua:1: out-of-range"},
        {"more.lua", "", "numbering { digits = 9 }",
         "more.lua:1: out-of-range"},
        {"more.lua", "", "counting { joint = \"all\" }",
         "more.lua:1: wrong-choice"},
        {"more.lua", "", "counting { kinds = { \"club\" } }",
         "more.lua:1: wrong-choice"},
        {"more.lua", "", "counting { }\ncounting { }", "more.lua:2: too-many"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void a_form_asks_once_what_one_is_a_part_of_and_who_takes_part(
    void **state)
{
    static const struct mistake mistakes[] = {
        {"join.lua", "    question.municipality \"town\" {",
         "    question.member \"a\" { label = \"A\" },\n"
         "    question.member \"b\" { label = \"B\" },\n"
         "    question.municipality \"town\" {",
         "join.lua:12: too-many"},
        {"join.lua", "    question.municipality \"town\" {",
         "    question.bodies \"a\" { label = \"A\" },\n"
         "    question.bodies \"b\" { label = \"B\" },\n"
         "    question.municipality \"town\" {",
         "join.lua:12: too-many"},
        {"join.lua", "    question.municipality \"town\" {",
         "    question.bodies \"a\" { label = \"A\", of = { \"region\" } },\n"
         "    question.municipality \"town\" {",
         "join.lua:11: wrong-field"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_of_counting_says_what_is_one),
        cmocka_unit_test(the_highest_milestone_that_is_reached_is_shown),
        cmocka_unit_test(what_cannot_be_a_number_is_told),
        cmocka_unit_test(
            a_form_asks_once_what_one_is_a_part_of_and_who_takes_part),
    };
    return cmocka_run_group_tests_name("county register", tests, NULL, NULL);
}
