/* Rules in words, as the scripts would write them. */
#include "county/explain.h"

#include "county/mittlan.h"

#define RULE "any_of { chose(\"size\", \"large\"), function }"

/* The rule of the question "staff", were it written so. */
static const struct ans_rule *rule_of(struct mittlan *m, const char *script)
{
    mittlan_build(m, "join.lua", RULE, script);
    if (!m->county)
        print_error("%s: %.*s\n", script,
                    ANS_STR_ARG(mittlan_fault(m, 0, "en")));
    assert_non_null(m->county);
    const struct ans_question *q =
        ans_join_question(m->county->join, ANS_STR("staff"));
    return &q->shown_when;
}

static void a_rule_reads_as_a_sentence(void **state)
{
    static const struct {
        const char *script, *sv, *en;
    } cases[] = {
        {"kind_is \"region\"", "visas när sorten är region",
         "is shown when the kind is region"},
        {"kind_is(\"municipality\", \"region\")",
         "visas när sorten är municipality eller region",
         "is shown when the kind is municipality or region"},
        {"answered \"focus\"", "visas när frågan «Områden» är besvarad",
         "is shown when \"Områden\" is answered"},
        {"chose(\"size\", \"large\")",
         "visas när svaret på «Hur stora?» är «Stora»",
         "is shown when the answer to \"Hur stora?\" is \"Large\""},
        {"chose(\"focus\", \"makt\", \"vald\")",
         "visas när «Makt» eller «Våld» är valt i «Områden»",
         "is shown when \"Makt\" or \"Våld\" is chosen in \"Områden\""},
        {"answered(\"town\", \"9902\")",
         "visas när svaret på «Kommun» är «Österby»",
         "is shown when the answer to \"Kommun\" is \"Österby\""},
        {"answered(\"share\", 5)", "visas när svaret på «Andel» är 5",
         "is shown when the answer to \"Andel\" is 5"},
        {"none_of { kind_is \"region\", kind_is \"association\" }",
         "visas när sorten varken är region eller association",
         "is shown when the kind is neither region nor association"},
        {"none_of { answered \"share\" }",
         "visas när frågan «Andel» inte är besvarad",
         "is shown when \"Andel\" is not answered"},
        {"none_of { chose(\"focus\", \"makt\") }",
         "visas när «Makt» inte är valt i «Områden»",
         "is shown when \"Makt\" is not chosen in \"Områden\""},
        {"any_of { kind_is \"region\", kind_is \"municipality\" }",
         "visas när sorten är region eller municipality",
         "is shown when the kind is region or municipality"},
        {"any_of { kind_is(\"region\", \"municipality\"), "
         "chose(\"focus\", \"makt\") }",
         "visas när sorten är region eller municipality, eller «Makt» är valt "
         "i «Områden»",
         "is shown when the kind is region or municipality, or \"Makt\" is "
         "chosen in \"Områden\""},
        {"all_of { any_of { kind_is \"region\", answered \"share\" }, "
         "chose(\"size\", \"small\"), none_of { none_of { answered \"begin\" "
         "} } }",
         "visas när (sorten är region eller frågan «Andel» är besvarad), "
         "svaret på «Hur stora?» är «Små» och frågan «Start» är besvarad",
         "is shown when (the kind is region or \"Andel\" is answered), the "
         "answer to \"Hur stora?\" is \"Små\" and \"Start\" is answered"},
        {"function", "visas när skriptets regel på rad 35 i join.lua säger ja",
         "is shown when the script's rule in line 35 of join.lua says yes"},
        {"none_of { function }",
         "visas när skriptets regel på rad 35 i join.lua säger nej",
         "is shown when the script's rule in line 35 of join.lua says no"},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct mittlan m = {0};
        const struct ans_rule *rule = rule_of(&m, cases[i].script);
        struct ans_explaining x = {.county = m.county, .lang = ANS_STR("sv")};
        assert_str(ans_explain(m.arena, &x, ANS_EXPLAIN_SHOWN, rule),
                   cases[i].sv);
        x.lang = ANS_STR("en");
        assert_str(ans_explain(m.arena, &x, ANS_EXPLAIN_SHOWN, rule),
                   cases[i].en);
        mittlan_free(&m);
    }
}

static void the_verb_tells_what_the_rule_decides(void **state)
{
    struct mittlan m = {0};
    (void)state;
    const struct ans_rule *rule = rule_of(&m, "kind_is \"region\"");
    struct ans_explaining x = {.county = m.county, .lang = ANS_STR("sv")};
    assert_str(ans_explain(m.arena, &x, ANS_EXPLAIN_OFFERED, rule),
               "erbjuds när sorten är region");
    assert_str(ans_explain(m.arena, &x, ANS_EXPLAIN_GIVEN, rule),
               "ges när sorten är region");
    x.lang = ANS_STR("fi"); /* Swedish for all but English */
    assert_str(ans_explain(m.arena, &x, ANS_EXPLAIN_GIVEN, rule),
               "ges när sorten är region");
    assert_str(ans_explain_condition(m.arena, &x, rule), "sorten är region");
    const struct ans_rule always = {0};
    assert_str(ans_explain(m.arena, &x, ANS_EXPLAIN_GIVEN, &always),
               "ges alltid");
    assert_int_equal(ans_explain_condition(m.arena, &x, &always).len, 0);
    mittlan_free(&m);
}

static void kinds_are_called_as_the_portal_calls_them(void **state)
{
    struct mittlan m = {0};
    (void)state;
    const struct ans_rule *rule =
        rule_of(&m, "kind_is(\"municipality\", \"association\", \"region\")");
    struct ans_own_text kinds[] = {
        {.key = ANS_STR("kind.association"), .str = ANS_STR("Förening")},
        {.key = ANS_STR("kind.municipality"), .str = ANS_STR("Kommun")}};
    struct ans_tongue swedish = {ANS_STR("sv"), kinds, ANS_COUNT(kinds)};
    struct ans_texts texts = {.tongues = &swedish, .count = 1};
    struct ans_explaining x = {m.county, &texts, ANS_STR("sv")};
    assert_str(ans_explain_condition(m.arena, &x, rule),
               "sorten är kommun, förening eller region");
    mittlan_free(&m);
}

static void the_questions_of_a_rule_are_listed_once_each(void **state)
{
    struct mittlan m = {0};
    (void)state;
    const struct ans_rule *rule =
        rule_of(&m, "all_of { kind_is \"region\", any_of { answered \"share\", "
                    "kind_is \"municipality\", function } }");
    struct ans_strs questions = ans_rule_questions(m.arena, rule);
    assert_int_equal(questions.count, 2);
    assert_str(questions.items[0], "kind");
    assert_str(questions.items[1], "share");
    assert_true(ans_rule_has_function(rule));
    assert_false(ans_rule_has_function(&rule->rules[0]));
    mittlan_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_reads_as_a_sentence),
        cmocka_unit_test(the_verb_tells_what_the_rule_decides),
        cmocka_unit_test(kinds_are_called_as_the_portal_calls_them),
        cmocka_unit_test(the_questions_of_a_rule_are_listed_once_each),
    };
    return cmocka_run_group_tests_name("county explain", tests, NULL, NULL);
}
