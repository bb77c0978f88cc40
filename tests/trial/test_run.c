#include "trial/world.h"

#define X "persona \"x\" { " NAME_AND_MAIL "kind = \"region\" }\n"

/* The first difference that a test gives: "field -text" or "field +text". */
static struct ans_str first_miss(struct world *w)
{
    if (!w->run.misses.count)
        return ANS_STR("");
    const struct ans_miss *m = &w->run.misses.items[0];
    if (!m->differences.count)
        return ans_str_from(m->field ? m->field : "joins");
    const struct ans_difference *d = &m->differences.items[0];
    return ans_arena_printf(w->m.arena, "%s %c%.*s", m->field,
                            d->expected ? '-' : '+', ANS_STR_ARG(d->text));
}

static void what_holds_passes_and_what_does_not_is_a_difference(void **state)
{
    (void)state;
    static const struct {
        const char *expect, *miss; /* "": it passes */
    } cases[] = {
        {"is_asked = { \"focus\", \"size\" }", ""},
        {"is_asked = { \"focus\", \"town\" }", "is_asked -town"},
        {"is_not_asked = { \"town\", \"staff\" }", ""},
        {"is_not_asked = { \"focus\" }", "is_not_asked +focus"},
        {"in_order = { \"name\", \"focus\", \"size\" }", ""},
        {"in_order = { \"focus\", \"name\" }", "in_order -focus"},
        {"in_order = { \"name\", \"town\" }", "in_order -name"},
        {"is_asked_as = { focus = \"Områden\" }", ""},
        {"is_asked_as = { focus = \"Område\" }",
         "is_asked_as -focus = \"Område\""},
        {"is_asked_as = { \"town\" }", "is_asked_as -town"},
        {"is_refused = false", ""},
        {"is_closed = false", ""},
        {"letter_says = { \"Norrby IK\", \"Våld\" }", ""},
        {"letter_says = \"Söderby\"", "letter_says -Söderby"},
        {"letter_says_not = \"Söderby\"", ""},
        {"letter_says_not = \"Norrby\"", "letter_says_not +Norrby"},
        {"gets = { \"symbol\", \"diplom\" }", ""},
        {"gets = \"brev\"", "gets -brev"},
        {"gets_not = \"chefer\"", ""},
        {"gets_not = { \"chefer\", \"brev\" }", "gets_not +brev"},
        {"is_offered = \"brev\"", ""},
        {"is_offered = \"symbol\"", "is_offered -symbol"},
        {"is_not_offered = { \"symbol\", \"chefer\" }", ""},
        {"is_not_offered = \"brev\"", "is_not_offered +brev"},
        {"gets_mail = { \"confirm\", \"welcome\" }", ""},
        {"gets_mail = \"approved\"", "gets_mail -approved"},
        {"county_gets_mail = \"review\"", "county_gets_mail -review"},
        {"second_gets_mail = \"sign\"", "second_gets_mail -sign"},
        {"confirm_by = \"2024-01-08\"", ""},
        {"confirm_by = \"2024-01-09\"", "confirm_by -2024-01-09"},
        {"on = \"2026-05-11\", confirm_by = \"2026-05-18\"", ""},
        {"sign_by = \"2024-01-08\"", "sign_by -2024-01-08"},
        {"is_reviewed = false", ""},
        {"is_reviewed = true", "is_reviewed -is_reviewed"},
        {"shows = { \"name\", focus = \"Våld\" }", ""},
        {"shows = { focus = \"Makt\" }", "shows -focus = \"Makt\""},
        {"shows = \"email\"", "shows -email"},
        {"shows_not = { \"email\", \"share\" }", ""},
        {"shows_not = \"name\"", "shows_not +name = \"Norrby IK\""},
        {"language = \"en\", letter_says = \"We, Norrby IK\"", ""},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct world w = {0};
        char script[1024];
        snprintf(script, sizeof script, X "expect \"x\" { %s }",
                 cases[i].expect);
        world_open(&w, script, NULL, NULL, NULL);
        world_run(&w);
        struct ans_str miss = first_miss(&w);
        if (!ans_str_is(miss, cases[i].miss))
            fail_msg("%s gives \"%.*s\"", cases[i].expect, ANS_STR_ARG(miss));
        assert_int_equal(w.run.failed, *cases[i].miss ? 1 : 0);
        world_close(&w);
    }
}

static void whoever_is_not_said_to_fail_ought_to_join(void **state)
{
    (void)state;
    static const struct {
        const char *script;
        size_t passed, failed;
        const char *miss;
    } cases[] = {
        {"persona \"x\" { name = \"X\" }", 0, 1, "joins"},
        {"persona \"x\" { " NAME_AND_MAIL "kind = \"company\" }", 0, 1,
         "joins"},
        {X, 1, 0, ""},
        {"persona \"x\" { " NAME_AND_MAIL "kind = \"company\" }\n"
         "expect \"x\" { is_refused = true }",
         1, 0, ""},
        {"persona \"x\" { " NAME_AND_MAIL "kind = \"company\" }\n"
         "expect \"x\" { is_refused = false }",
         0, 1, "joins"},
        {X "expect \"x\" { is_refused = true }", 0, 1,
         "is_refused -is_refused"},
        {"persona \"x\" { name = \"X\", kind = \"region\" }\n"
         "expect \"x\" { problems = \"email\" }",
         1, 0, ""},
        {"persona \"x\" { name = \"X\", kind = \"region\" }\n"
         "expect \"x\" { problems = { email = \"not-an-email\" } }",
         0, 1, "problems -email = \"not-an-email\""},
        {"persona \"x\" { kind = \"region\" }\n"
         "expect \"x\" { problems = \"email\" }",
         0, 1, "problems +name = \"required\""},
        {X "expect \"x\" { problems = \"org\" }", 0, 1, "problems -org"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct world w = {0};
        world_open(&w, cases[i].script, NULL, NULL, NULL);
        world_run(&w);
        assert_str(first_miss(&w), cases[i].miss);
        assert_int_equal(w.run.passed, cases[i].passed);
        assert_int_equal(w.run.failed, cases[i].failed);
        world_close(&w);
    }
}

static const struct ans_tried *tried(const struct world *w, const char *id,
                                     const char *kind)
{
    for (size_t i = 0; i < w->run.tried.count; i++) {
        const struct ans_tried *t = &w->run.tried.items[i];
        if (ans_str_is(t->id, id) && ans_str_is(t->kind, kind))
            return t;
    }
    return NULL;
}

static void each_rule_knows_whether_it_was_tried_both_ways(void **state)
{
    (void)state;
    struct world w = {0};
    world_open(&w,
               X "persona \"y\" { " NAME_AND_MAIL
                 "kind = \"municipality\", size = \"large\" }\n"
                 "persona \"z\" { " NAME_AND_MAIL "kind = \"company\" }\n"
                 "expect \"z\" { is_refused = true }",
               "join.lua", "label = \"Områden\"",
               "label = by_kind { region = \"Länets\", association = "
               "\"Föreningens\", otherwise = \"Era\" }");
    world_run(&w);
    assert_int_equal(w.run.failed, 0);
    assert_true(ans_is_tried(tried(&w, "town", "")));
    assert_int_equal(tried(&w, "town", "")->line, 13);
    assert_str(tried(&w, "town", "")->file, "join.lua");
    assert_true(ans_is_tried(tried(&w, "staff", "")));
    assert_false(ans_is_tried(tried(&w, "chefer", "")));
    assert_false(tried(&w, "chefer", "")->held);
    assert_true(ans_is_tried(tried(&w, "focus", "region")));
    assert_false(ans_is_tried(tried(&w, "focus", "association")));
    assert_true(ans_is_tried(tried(&w, "focus", "")));
    size_t refusals = 0;
    for (size_t i = 0; i < w.run.tried.count; i++)
        if (w.run.tried.items[i].what == ANS_TRIED_REFUSAL)
            refusals += ans_is_tried(&w.run.tried.items[i]);
    assert_int_equal(refusals, 1);
    world_close(&w);
}

static void what_does_not_hold_is_a_fault_at_its_line(void **state)
{
    (void)state;
    struct world w = {0};
    world_open(&w,
               X "expect \"x\" {\n"
                 "  gets_not = { \"brev\", \"symbol\" },\n"
                 "}\n"
                 "persona \"y\" { name = \"Y\" }\n",
               NULL, NULL, NULL);
    world_run(&w);
    ans_tests_faults(&w.run, &w.m.faults);
    ans_faults_sort(&w.m.faults);
    assert_int_equal(w.m.faults.count, 2);
    assert_str(mittlan_fault(&w.m, 0, NULL), "tests.lua:3: test-failed");
    assert_true(ans_str_find_str(mittlan_fault(&w.m, 0, "en"),
                                 ANS_STR("gets_not (brev, symbol)")) > 0);
    assert_str(mittlan_fault(&w.m, 1, NULL), "tests.lua:5: test-failed");
    assert_true(
        ans_str_find_str(mittlan_fault(&w.m, 1, "sv"), ANS_STR("«kind»")) > 0);
    world_close(&w);
}

static void a_function_that_fails_is_a_fault_and_nothing_else(void **state)
{
    (void)state;
    struct world w = {.fails = true};
    world_open(&w, X "expect \"x\" { is_asked = \"staff\" }", NULL, NULL, NULL);
    world_run(&w);
    ans_tests_faults(&w.run, &w.m.faults);
    assert_int_equal(w.m.faults.count, 1);
    assert_true(ans_str_find_str(mittlan_fault(&w.m, 0, "sv"),
                                 ANS_STR("join.lua:35: oh")) > 0);
    world_close(&w);
}

static void differences_are_told_with_their_rule(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_buf text = {0};
    world_open(&w, X "expect \"x\" { is_asked = \"town\" }", NULL, NULL, NULL);
    world_run(&w);
    struct ans_telling t = world_telling(&w, "en");
    ans_tell_tests(&text, &t, &w.run, true);
    ans_tell_total(&text, &t, w.run.passed, w.run.failed);
    struct ans_str said = ans_arena_str(w.m.arena, ans_buf_str(&text));
    ans_buf_free(&text);
    static const char *const parts[] = {
        "mittlan/tests.lua:2: \"x\": is_asked\n  - town  (is shown when ",
        "mittlan/join.lua:13",
        "Not tried both ways:\n",
        "mittlan/join.lua:13: no persona is asked \"town\"",
        "mittlan/join.lua:1: no persona is refused",
        "1 passed, 1 failed\n"};
    for (size_t i = 0; i < ANS_COUNT(parts); i++)
        if (ans_str_find_str(said, ans_str_from(parts[i])) < 0)
            fail_msg("%s\nlacks %s", said.ptr, parts[i]);
    world_close(&w);
}

static void a_visit_is_told_as_text_and_as_data(void **state)
{
    (void)state;
    struct world w = {0};
    struct ans_trial trial;
    struct ans_buf text = {0};
    world_open(&w, X, NULL, NULL, NULL);
    world_walk(&w, &trial);
    struct ans_telling t = world_telling(&w, "sv");
    struct ans_visit v = {ANS_STR("sv"), &trial};
    ans_tell_visit(&text, &t, &v);
    struct ans_str said = ans_arena_str(w.m.arena, ans_buf_str(&text));
    ans_buf_free(&text);
    static const char *const parts[] = {
        "«x» besöker Ett jämställt Mittlän den 1 januari 2024.\n",
        "\n1. Ni\n   Vad heter ni? Norrby IK\n",
        "   Kommun: får inte frågan\n      town: visas ",
        "mittlan/join.lua:13",
        "   Diplom nr …: får\n",
        "till och med den 8 januari 2024",
    };
    for (size_t i = 0; i < ANS_COUNT(parts); i++)
        if (ans_str_find_str(said, ans_str_from(parts[i])) < 0)
            fail_msg("%s\nlacks %s", said.ptr, parts[i]);
    const struct ans_map *data = ans_visit_map(&t, &v);
    assert_str(ans_map_str(data, "end"), "joins");
    assert_str(ans_map_str(data, "confirm_by"), "2024-01-08");
    assert_int_equal(ans_map_find(data, "questions").list->count,
                     trial.questions.count);
    assert_int_equal(ans_map_find(data, "package").list->count, 4);
    world_close(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_holds_passes_and_what_does_not_is_a_difference),
        cmocka_unit_test(whoever_is_not_said_to_fail_ought_to_join),
        cmocka_unit_test(each_rule_knows_whether_it_was_tried_both_ways),
        cmocka_unit_test(what_does_not_hold_is_a_fault_at_its_line),
        cmocka_unit_test(a_function_that_fails_is_a_fault_and_nothing_else),
        cmocka_unit_test(differences_are_told_with_their_rule),
        cmocka_unit_test(a_visit_is_told_as_text_and_as_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
