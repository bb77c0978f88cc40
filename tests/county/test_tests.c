/* tests.lua: personas and what is expected of them, as data. */
#include "check.h"
#include "county/mittlan.h"
#include "county/tests.h"

static const char sound[] =
    "persona \"en liten förening\" {\n"
    "  name = \"Åkerby IK\", kind = \"association\",\n"
    "  email = \"styrelsen@example.org\", focus = { \"vald\" },\n"
    "  decided = \"2026-03-01\", share = 12,\n"
    "  staff = { women = 2, men = 1 },\n"
    "  goals = { { text = \"Hälften\", year = 2027 } },\n"
    "}\n"
    "expect \"en liten förening\" {\n"
    "  is_asked = { \"focus\", \"share\" },\n"
    "  is_not_asked = \"town\",\n"
    "  shows = { \"name\", focus = \"Våld\" },\n"
    "  is_refused = false,\n"
    "  letter_says = \"Åkerby IK\",\n"
    "  gets = { \"symbol\", \"diplom\" },\n"
    "  confirm_by = \"2024-01-08\",\n"
    "}\n";

struct world {
    struct mittlan m;
    const struct ans_tests *tests;
};

/* Build the tests with one change. */
static void build(struct world *w, const char *from, const char *to)
{
    mittlan_build(&w->m, NULL, NULL, NULL);
    assert_non_null(w->m.county);
    struct ans_decls decls = {0};
    const char *text =
        from ? mittlan_spoil(w->m.arena, sound, from, to) : sound;
    script_read(w->m.arena, "tests.lua", text, &decls);
    w->tests = ans_tests_build(w->m.arena, w->m.county, ANS_STR("tests.lua"),
                               &decls, &w->m.folder, &w->m.faults);
    ans_faults_sort(&w->m.faults);
}

static void a_persona_answers_and_its_test_expects(void **state)
{
    (void)state;
    struct world w = {0};
    build(&w, NULL, NULL);
    for (size_t i = 0; i < w.m.faults.count; i++)
        print_error("%s\n", mittlan_fault(&w.m, i, "sv").ptr);
    assert_non_null(w.tests);
    const struct ans_persona *p =
        ans_tests_persona(w.tests, ANS_STR("en liten förening"));
    assert_non_null(p);
    assert_str(ans_map_str(p->answers, "name"), "Åkerby IK");
    assert_int_equal(ans_map_find(p->answers, "share").i, 12);
    assert_int_equal(
        ans_map_find(ans_map_find(p->answers, "staff").map, "women").i, 2);
    assert_int_equal(ans_map_find(p->answers, "goals").list->count, 1);
    assert_null(ans_tests_persona(w.tests, ANS_STR("en stor förening")));
    const struct ans_expect *e = ANS_AT(ans_expect, w.tests->expects, 0);
    assert_int_equal(e->is_asked.count, 2);
    assert_str(e->is_not_asked.items[0], "town");
    assert_int_equal(e->shows.count, 2);
    assert_str(e->shows.items[1].question, "focus");
    assert_str(e->shows.items[1].text, "Våld");
    assert_true(e->is_refused.made && !e->is_refused.holds);
    assert_int_equal(e->confirm_by.day, 8);
    mittlan_free(&w.m);
}

static void an_expectation_knows_the_line_of_each_field(void **state)
{
    (void)state;
    struct world w = {0};
    build(&w, NULL, NULL);
    const struct ans_expect *e = ANS_AT(ans_expect, w.tests->expects, 0);
    assert_int_equal(ans_expect_line(e, "is_asked"), 9);
    assert_int_equal(ans_expect_line(e, "gets"), 14);
    assert_int_equal(ans_expect_line(e, "gets_not"), 8);
    mittlan_free(&w.m);
}

static void the_tests_own_day_is_when_the_strategy_in_force_begins(void **state)
{
    (void)state;
    struct world w = {0};
    build(&w, NULL, NULL);
    struct ans_date first = {2024, 1, 1};
    assert_int_equal(ans_tests_day(w.m.county, 20000), ans_date_to_days(first));
    mittlan_free(&w.m);
}

static void every_mistake_is_told_at_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to, *fault, *meant;
    } cases[] = {
        {"email =", "emial =", "tests.lua:3: unknown-reference", "«email»"},
        {"staff = { women = 2, men = 1 }", "staff = 3",
         "tests.lua:5: wrong-answer", "{ women = 12, men = 8 }"},
        {"staff = { women = 2,", "staff = { woman = 2,",
         "tests.lua:5: wrong-answer", "women"},
        {"focus = { \"vald\" }", "focus = { \"valt\" }",
         "tests.lua:3: wrong-answer", "«vald»"},
        {"kind = \"association\"", "kind = \"assosiation\"",
         "tests.lua:2: wrong-answer", "«association»"},
        {"{ text = \"Hälften\"", "{ txt = \"Hälften\"",
         "tests.lua:6: wrong-answer", "goals"},
        {"is_asked = { \"focus\"", "is_asked = { \"fokus\"",
         "tests.lua:9: unknown-reference", "«focus»"},
        {"is_not_asked =", "is_not_askd =", "tests.lua:10: unknown-word",
         "«is_not_asked»"},
        {"focus = \"Våld\" }", "fokus = \"Våld\" }",
         "tests.lua:11: unknown-reference", "«focus»"},
        {"gets = { \"symbol\"", "gets = { \"symbl\"",
         "tests.lua:14: unknown-reference", "«symbol»"},
        {"expect \"en liten förening\"", "expect \"en liten förning\"",
         "tests.lua:8: unknown-reference", "«en liten förening»"},
        {"is_refused = false", "is_refused = 3", "tests.lua:12: wrong-type",
         "is_refused"},
        {"\"2024-01-08\"", "\"8 januari\"", "tests.lua:15: wrong-value",
         "confirm_by"},
        {"letter_says =", "language = \"fi\", letter_says =",
         "tests.lua:13: unknown-language", "fi"},
        {"share = 12,", "share = 12, renews \"2023\" { name = \"X\" },",
         "tests.lua:4: unknown-reference", "«2024»"},
        {"share = 12,", "share = 12, renews \"2024\" { nam = \"X\" },",
         "tests.lua:4: unknown-reference", "«name»"},
        {"share = 12,", "share = 12, renews \"2024\" { focus = { \"magt\" } },",
         "tests.lua:4: wrong-answer", "«makt»"},
        {"share = 12,", "share = 12, comes { way = \"papper\" },",
         "tests.lua:4: wrong-choice", "«paper»"},
        {"share = 12,", "share = 12, comes { on = \"igår\" },",
         "tests.lua:4: wrong-value", "on"},
        {"share = 12,",
         "share = 12, renews \"2024\" { }, comes { way = \"paper\" },",
         "tests.lua:4: wrong-value", "renews"},
        {"is_refused = false", "is_followed_up = \"2026\"",
         "tests.lua:12: unknown-reference", "2026"},
        {"expect \"en liten förening\" {", "step \"x\" {",
         "tests.lua:8: wrong-place", "join"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct world w = {0};
        build(&w, cases[i].from, cases[i].to);
        assert_null(w.tests);
        assert_true(w.m.faults.count > 0);
        assert_str(mittlan_fault(&w.m, 0, NULL), cases[i].fault);
        struct ans_str line = mittlan_fault(&w.m, 0, "sv");
        if (ans_str_find_str(line, ans_str_from(cases[i].meant)) < 0)
            fail_msg("%s lacks %s", line.ptr, cases[i].meant);
        mittlan_free(&w.m);
    }
}

static void what_is_wrong_on_purpose_is_no_mistake(void **state)
{
    (void)state;
    struct world w = {0};
    build(&w,
          "focus = { \"vald\" },\n"
          "  decided",
          "focus = { \"valt\" },\n"
          "  decided");
    assert_null(w.tests);
    mittlan_free(&w.m);
    w = (struct world){0};
    mittlan_build(&w.m, NULL, NULL, NULL);
    struct ans_decls decls = {0};
    script_read(w.m.arena, "tests.lua",
                "persona \"fel\" { focus = { \"valt\" } }\n"
                "expect \"fel\" { problems = { focus = \"not-offered\" } }\n",
                &decls);
    assert_non_null(ans_tests_build(w.m.arena, w.m.county, ANS_STR("tests.lua"),
                                    &decls, &w.m.folder, &w.m.faults));
    mittlan_free(&w.m);
}

static void a_persona_stands_in_no_other_file(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "more.lua", "", "persona \"x\" { name = \"X\" }\n");
    assert_null(m.county);
    assert_str(mittlan_fault(&m, 0, NULL), "more.lua:1: wrong-place");
    assert_true(
        ans_str_find_str(mittlan_fault(&m, 0, "sv"), ANS_STR("tests.lua")) > 0);
    mittlan_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_persona_answers_and_its_test_expects),
        cmocka_unit_test(an_expectation_knows_the_line_of_each_field),
        cmocka_unit_test(
            the_tests_own_day_is_when_the_strategy_in_force_begins),
        cmocka_unit_test(every_mistake_is_told_at_its_line),
        cmocka_unit_test(what_is_wrong_on_purpose_is_no_mistake),
        cmocka_unit_test(a_persona_stands_in_no_other_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
