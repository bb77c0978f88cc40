/* Rules that can never hold, in the words of a county, and those that always
 * do. */
#include "county/mittlan.h"

/* What stands in mittlan, and could be otherwise. */
#define STAFF "shown_when = any_of { chose(\"size\", \"large\"), function }"
#define TOWN  "none_of { kind_is \"region\", kind_is \"association\" }"
#define OFFERED                                                                \
    "all_of { kind_is(\"municipality\"), chose(\"focus\", \"makt\") }"
#define STAFF_IS(rule) "join.lua", STAFF, "shown_when = " rule

struct odd {
    const char *path, *from, *to;
    const char *sv; /* NULL: nothing to say */
};

static void check(const struct odd *k)
{
    struct mittlan m = {.faults = {.advice = true}};
    mittlan_build(&m, k->path, k->from, k->to);
    size_t kept = 0; /* what English lacks is another test's */
    for (size_t i = 0; i < m.faults.count; i++)
        if (m.faults.items[i].code != ANS_FAULT_UNTRANSLATED)
            m.faults.items[kept++] = m.faults.items[i];
    m.faults.count = kept;
    size_t wanted = k->sv ? 1 : 0;
    struct ans_str told =
        m.faults.count ? mittlan_fault(&m, 0, "sv") : (struct ans_str){0};
    if (m.faults.count != wanted || (k->sv && !ans_str_is(told, k->sv))) {
        print_error("%s:\n  wanted %s\n", k->to, k->sv ? k->sv : "nothing");
        for (size_t i = 0; i < m.faults.count; i++)
            print_error("  given  %.*s\n",
                        ANS_STR_ARG(mittlan_fault(&m, i, "sv")));
        fail();
    }
    assert_int_equal(!m.county, ans_faults_count(&m.faults) > 0);
    mittlan_free(&m);
}

#define CHECK_ALL(cases)                                                       \
    for (size_t i = 0; i < ANS_COUNT(cases); i++)                              \
    check(&(cases)[i])

static void a_question_is_shown_to_somebody(void **state)
{
    static const struct odd cases[] = {
        {STAFF_IS("all_of { kind_is \"region\", kind_is \"municipality\" }"),
         "mittlan/join.lua:35: never-shown: frågan «staff» kan aldrig visas: "
         "det som regeln kräver går inte ihop, hur man än svarar på kind. "
         "Menade du `any_of`?"},
        {STAFF_IS("all_of { chose(\"size\", \"small\"), none_of { answered "
                  "\"size\" } }"),
         "mittlan/join.lua:35: never-shown: frågan «staff» kan aldrig visas: "
         "det som regeln kräver går inte ihop, hur man än svarar på size. "
         "Menade du `any_of`?"},
        {STAFF_IS("all_of { kind_is \"region\", answered \"town\" }"),
         "mittlan/join.lua:35: never-shown: frågan «staff» kan aldrig visas: "
         "regeln ser på frågan «town» (rad 11 i join.lua), som är dold för "
         "alla som regeln annars gäller."},
        {STAFF_IS("none_of { answered \"email\" }"),
         "mittlan/join.lua:35: never-shown: frågan «staff» visas aldrig i ett "
         "färdigt formulär: regeln vill att frågan «email» är obesvarad, men "
         "den måste besvaras (rad 15 i join.lua)."},
        {STAFF_IS("all_of { function, kind_is \"region\", answered \"town\" }"),
         "mittlan/join.lua:35: never-shown: frågan «staff» kan aldrig visas: "
         "regeln ser på frågan «town» (rad 11 i join.lua), som är dold för "
         "alla som regeln annars gäller."},
    };
    (void)state;
    CHECK_ALL(cases);
}

static void what_must_be_answered_is_asked(void **state)
{
    static const struct odd cases[] = {
        {STAFF_IS("none_of { answered \"name\" }, required = true"),
         "mittlan/join.lua:35: required-never-shown: frågan «staff» måste "
         "besvaras, men regeln utesluter det: den vill att frågan «name» är "
         "obesvarad, och den måste också besvaras (rad 8 i join.lua)."},
        {STAFF_IS("all_of { kind_is \"association\", answered \"town\" }, "
                  "required = true"),
         "mittlan/join.lua:35: required-never-shown: frågan «staff» måste "
         "besvaras, men regeln utesluter det: den ser på frågan «town» (rad "
         "11 i join.lua), som är dold för alla som regeln annars gäller."},
        {STAFF_IS("all_of { kind_is \"association\", kind_is \"region\" }, "
                  "required = true"),
         "mittlan/join.lua:35: required-never-shown: frågan «staff» måste "
         "besvaras, men regeln utesluter det: den kan aldrig visas, hur man "
         "än svarar på kind. Menade du `any_of`?"},
    };
    (void)state;
    CHECK_ALL(cases);
}

static void what_depends_on_such_a_question_is_told_of_once(void **state)
{
    static const struct odd cases[] = {
        {"join.lua", TOWN,
         "all_of { kind_is \"region\", kind_is "
         "\"association\" } },\n"
         "question.text \"more\" { label = \"Mer\", "
         "shown_when = answered \"town\"",
         "mittlan/join.lua:13: never-shown: frågan «town» kan aldrig visas: "
         "det som regeln kräver går inte ihop, hur man än svarar på kind. "
         "Menade du `any_of`?"},
    };
    (void)state;
    CHECK_ALL(cases);
}

static void an_item_is_for_somebody(void **state)
{
    static const struct odd cases[] = {
        {"welcome.lua", OFFERED,
         "all_of { kind_is \"region\", answered \"town\" }",
         "mittlan/welcome.lua:7: never-given: ingen kan få «chefer»: regeln "
         "ser på frågan «town» (rad 11 i join.lua), som är dold för alla som "
         "regeln annars gäller."},
        {"welcome.lua", OFFERED, "none_of { answered \"focus\" }",
         "mittlan/welcome.lua:7: never-given: ingen kan få «chefer»: regeln "
         "vill att frågan «focus» är obesvarad, men den måste besvaras (rad "
         "23 i join.lua)."},
        {"welcome.lua", OFFERED,
         "all_of { chose(\"size\", \"small\"), chose(\"size\", \"large\") }",
         "mittlan/welcome.lua:7: never-given: ingen kan få «chefer»: det som "
         "regeln kräver går inte ihop, hur man än svarar på size. Menade du "
         "`any_of`?"},
    };
    (void)state;
    CHECK_ALL(cases);
}

static void a_part_of_a_rule_can_be_true(void **state)
{
    static const struct odd cases[] = {
        {STAFF_IS("any_of {\n answered \"share\",\n all_of { kind_is "
                  "\"region\", kind_is \"municipality\" } }"),
         "mittlan/join.lua:37: never-true: den här delen av regeln kan aldrig "
         "vara sann, hur man än svarar på kind. Menade du `any_of`?"},
        {STAFF_IS("none_of { answered \"share\", all_of { kind_is \"region\", "
                  "answered \"town\" } }"),
         "mittlan/join.lua:35: never-true: den här delen av regeln kan aldrig "
         "vara sann, hur man än svarar på kind, town."},
    };
    (void)state;
    CHECK_ALL(cases);
}

static void a_rule_that_always_holds_is_advice(void **state)
{
    static const struct odd cases[] = {
        {STAFF_IS("answered \"email\""),
         "mittlan/join.lua:35: always-true: (råd) regeln är alltid sann, så "
         "«staff» "
         "gäller för alla. Ta bort regeln, eller rätta den."},
        {"welcome.lua", OFFERED,
         "kind_is(\"municipality\", \"region\", \"association\")",
         "mittlan/welcome.lua:7: always-true: (råd) regeln är alltid sann, så "
         "«chefer» gäller för alla. Ta bort regeln, eller rätta den."},
    };
    (void)state;
    CHECK_ALL(cases);
    struct mittlan m = {0}; /* nobody asked for advice */
    mittlan_build(&m, "join.lua", STAFF, "shown_when = answered \"email\"");
    assert_int_equal(m.faults.count, 0);
    assert_non_null(m.county);
    mittlan_free(&m);
}

static void what_may_hold_is_left_alone(void **state)
{
    static const struct odd cases[] = {
        {STAFF_IS("all_of { kind_is \"municipality\", answered \"town\" }"),
         NULL},
        {STAFF_IS("all_of { kind_is \"municipality\", function }"), NULL},
        {STAFF_IS("all_of { chose(\"focus\", \"makt\"), chose(\"focus\", "
                  "\"vald\") }"),
         NULL},
        {STAFF_IS("none_of { function }"), NULL},
        {STAFF_IS("all_of { answered(\"share\", 5), answered \"decided\" }"),
         NULL},
    };
    (void)state;
    CHECK_ALL(cases);
}

static void one_choice_cannot_be_two(void **state)
{
    static const struct odd cases[] = {
        {"join.lua", "least = 1, most = 3", "most = 1", NULL},
    };
    (void)state;
    CHECK_ALL(cases);
    struct mittlan m = {0};
    mittlan_build(&m, "join.lua", "least = 1, most = 3 },",
                  "most = 1 }, question.text \"both\" { label = \"Båda\", "
                  "shown_when = all_of { chose(\"focus\", \"makt\"), "
                  "chose(\"focus\", \"vald\") } },");
    assert_int_equal(m.faults.count, 1);
    assert_str(mittlan_fault(&m, 0, NULL), "join.lua:23: never-shown");
    mittlan_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_is_shown_to_somebody),
        cmocka_unit_test(what_must_be_answered_is_asked),
        cmocka_unit_test(what_depends_on_such_a_question_is_told_of_once),
        cmocka_unit_test(an_item_is_for_somebody),
        cmocka_unit_test(a_part_of_a_rule_can_be_true),
        cmocka_unit_test(a_rule_that_always_holds_is_advice),
        cmocka_unit_test(what_may_hold_is_left_alone),
        cmocka_unit_test(one_choice_cannot_be_two),
    };
    return cmocka_run_group_tests_name("county never", tests, NULL, NULL);
}
