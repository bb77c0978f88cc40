/* Strategies that end early, are prolonged, overlap and leave gaps; areas
 * within areas; goals in stages; figures; follow-ups. */
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

static int64_t day_of(const char *iso)
{
    struct ans_date d;
    assert_true(ans_date_parse(ans_str_from(iso), &d));
    return ans_date_to_days(d);
}

/* What holds on a day: which strategy is shown, where it is in its life, which
 * one joins, which comes next. */
struct standing {
    const char *day;
    const char *shown;
    enum ans_life life;
    const char *joined;
    const char *next; /* NULL: none */
    bool open;        /* one may join although the county closes in gaps */
};

static void check_standing(const struct ans_county *c,
                           const struct standing *want)
{
    int64_t day = day_of(want->day);
    const struct ans_strategy *s = ans_county_strategy(c, day);
    const struct ans_strategy *next = ans_county_strategy_next(c, day);
    bool good =
        ans_str_is(s->node.id, want->shown) &&
        ans_strategy_life(s, day) == want->life &&
        ans_str_is(ans_county_strategy_joined(c, day)->node.id, want->joined) &&
        (next != NULL) == (want->next != NULL) &&
        (!next || ans_str_is(next->node.id, want->next)) &&
        ans_county_open(c, day) == want->open;
    if (!good)
        fail_msg("%s: shown %.*s, life %d, joined %.*s, next %.*s, open %d",
                 want->day, ANS_STR_ARG(s->node.id),
                 (int)ans_strategy_life(s, day),
                 ANS_STR_ARG(ans_county_strategy_joined(c, day)->node.id),
                 ANS_STR_ARG(next ? next->node.id : ANS_STR("none")),
                 ans_county_open(c, day));
}

/* Mittlän's own is 2024-01-01 to 2027-12-31. */
static void check_days(const char *more, const struct standing *days,
                       size_t count)
{
    struct mittlan m = with(more);
    struct ans_join join = *m.county->join;
    struct ans_county c = *m.county;
    join.between = ANS_STR("closed");
    c.join = &join;
    for (size_t i = 0; i < count; i++)
        check_standing(&c, &days[i]);
    join.between = ANS_STR("open");
    for (size_t i = 0; i < count; i++)
        assert_true(ans_county_open(&c, day_of(days[i].day)));
    mittlan_free(&m);
}

#define CHECK_DAYS(more, days) check_days((more), (days), ANS_COUNT(days))

static void a_strategy_comes_is_in_force_and_ends(void **state)
{
    static const struct standing days[] = {
        {"2023-12-31", "2024", ANS_LIFE_COMING, "2024", "2024", false},
        {"2024-01-01", "2024", ANS_LIFE_IN_FORCE, "2024", NULL, true},
        {"2027-12-31", "2024", ANS_LIFE_IN_FORCE, "2024", NULL, true},
        {"2028-01-01", "2024", ANS_LIFE_ENDED, "2024", NULL, false},
        {"2040-01-01", "2024", ANS_LIFE_ENDED, "2024", NULL, false},
    };
    (void)state;
    CHECK_DAYS("", days);
}

static void between_two_strategies_there_may_be_a_gap(void **state)
{
    static const struct standing days[] = {
        {"2027-12-31", "2024", ANS_LIFE_IN_FORCE, "2024", "2028", true},
        {"2028-01-01", "2028", ANS_LIFE_COMING, "2028", "2028", false},
        {"2028-05-31", "2028", ANS_LIFE_COMING, "2028", "2028", false},
        {"2028-06-01", "2028", ANS_LIFE_IN_FORCE, "2028", NULL, true},
        {"2030-07-01", "2028", ANS_LIFE_ENDED, "2028", NULL, false},
    };
    (void)state;
    CHECK_DAYS("strategy \"2028\" { title = \"B\", period = { from = "
               "\"2028-06-01\", to = \"2030-06-30\" }, area \"a\" { title = "
               "\"A\" } }",
               days);
}

static void two_strategies_may_overlap(void **state)
{
    static const struct standing days[] = {
        {"2026-12-31", "2024", ANS_LIFE_IN_FORCE, "2024", "2027", true},
        {"2027-01-01", "2027", ANS_LIFE_IN_FORCE, "2027", NULL, true},
        {"2027-12-31", "2027", ANS_LIFE_IN_FORCE, "2027", NULL, true},
        {"2028-01-01", "2027", ANS_LIFE_IN_FORCE, "2027", NULL, true},
    };
    static const struct standing older[] = {
        {"2027-01-01", "2024", ANS_LIFE_IN_FORCE, "2024", NULL, true},
        {"2028-01-01", "2027", ANS_LIFE_IN_FORCE, "2024", NULL, false},
    };
    (void)state;
    CHECK_DAYS(
        "strategy \"2027\" { title = \"B\", period = { from = "
        "\"2027-01-01\", to = \"2030\" }, area \"a\" { title = \"A\" } }",
        days);
    CHECK_DAYS("strategy \"2027\" { title = \"B\", period = { from = "
               "\"2027-01-01\", to = \"2030\" }, takes_members = false, area "
               "\"a\" { title = \"A\" } }",
               older);
}

#define OLD                                                                    \
    "strategy \"2018\" { title = \"Förr\", period = { from = \"2018\", to = " \
    "\"2023-06-30\" }, "

static void a_strategy_may_be_prolonged(void **state)
{
    static const struct standing days[] = {
        {"2023-06-30", "2018", ANS_LIFE_IN_FORCE, "2018", "2024", true},
        {"2023-07-01", "2018", ANS_LIFE_PROLONGED, "2018", "2024", true},
        {"2023-12-31", "2018", ANS_LIFE_PROLONGED, "2018", "2024", true},
        {"2024-01-01", "2024", ANS_LIFE_IN_FORCE, "2024", NULL, true},
    };
    (void)state;
    CHECK_DAYS(OLD "prolonged_to = \"2023\", area \"a\" { title = \"A\" } }",
               days);
}

static void a_strategy_may_end_early_and_be_replaced(void **state)
{
    static const struct standing days[] = {
        {"2022-12-31", "2018", ANS_LIFE_IN_FORCE, "2018", "2024", true},
        {"2023-01-01", "2024", ANS_LIFE_COMING, "2024", "2024", false},
        {"2024-01-01", "2024", ANS_LIFE_IN_FORCE, "2024", NULL, true},
    };
    (void)state;
    struct mittlan m = with(OLD "ends_early = \"2022\", replaced_by = \"2024\","
                                " area \"a\" { title = \"A\" } }");
    const struct ans_strategy *old =
        ans_county_strategy_at(m.county, ANS_STR("2018"));
    assert_int_equal(ans_strategy_life(old, day_of("2023-01-01")),
                     ANS_LIFE_ENDED_EARLY);
    assert_int_equal(ans_strategy_period(old).to.year, 2022);
    mittlan_free(&m);
    CHECK_DAYS(OLD
               "ends_early = \"2022\", replaced_by = \"2024\", area \"a\" { "
               "title = \"A\" } }",
               days);
}

static void times_that_cannot_be_are_told(void **state)
{
    static const struct mistake mistakes[] = {
        {"strategy.lua", "  area \"makt\"",
         "  ends_early = \"2028\",\n  area \"makt\"",
         "strategy.lua:6: dates-order"},
        {"strategy.lua", "  area \"makt\"",
         "  ends_early = \"2023\",\n  area \"makt\"",
         "strategy.lua:6: dates-order"},
        {"strategy.lua", "  area \"makt\"",
         "  prolonged_to = \"2027-12-31\",\n  area \"makt\"",
         "strategy.lua:6: dates-order"},
        {"strategy.lua", "  area \"makt\"",
         "  ends_early = \"2026\", prolonged_to = \"2029\",\n  area \"makt\"",
         "strategy.lua:6: dates-order"},
        {"strategy.lua", "  area \"makt\"",
         "  replaced_by = \"2024\",\n  area \"makt\"",
         "strategy.lua:6: wrong-value"},
        {"strategy.lua", "  area \"makt\"",
         "  replaced_by = \"2030\",\n  area \"makt\"",
         "strategy.lua:6: unknown-reference"},
        {"more.lua", "",
         "strategy \"2030\" { title = \"B\", period = { from = \"2030\" }, "
         "replaced_by = \"2024\", area \"a\" { title = \"A\" } }",
         "more.lua:1: dates-order"},
        {"join.lua", "  act =", "  between = \"shut\",\n  act =",
         "join.lua:2: wrong-choice"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void areas_stand_within_areas_but_not_deeper(void **state)
{
    static const struct mistake mistakes[] = {
        {"strategy.lua", "    summary = \"Lika.\",",
         "    summary = \"Lika.\",\n    area \"a\" { title = \"A\",\n      "
         "area "
         "\"b\" { title = \"B\" } },",
         "strategy.lua:10: wrong-place"},
        {"strategy.lua", "    summary = \"Lika.\",",
         "    summary = \"Lika.\",\n    area \"vald\" { title = \"A\" },",
         "strategy.lua:16: duplicate-id"},
        {"strategy.lua", "    summary = \"Lika.\",",
         "    summary = \"Lika.\",\n    area \"a\" { summary = \"A\" },",
         "strategy.lua:9: missing-required"},
    };
    (void)state;
    CHECK_ALL(mistakes);
    struct mittlan m = {0};
    mittlan_build(
        &m, "strategy.lua", "    summary = \"Lika.\",",
        "    summary = \"Lika.\",\n    area \"rum\" { title = \"A\" },");
    assert_non_null(m.county);
    const struct ans_strategy *s =
        ANS_AT(ans_strategy, m.county->strategies, 0);
    struct ans_nodes all = ans_strategy_all_areas(m.arena, s);
    assert_int_equal(all.count, 3);
    assert_str(all.items[1]->id, "rum");
    const struct ans_area *inner = ans_strategy_area(s, ANS_STR("rum"));
    assert_str(ans_strategy_area_around(s, inner)->node.id, "makt");
    assert_null(
        ans_strategy_area_around(s, ans_strategy_area(s, ANS_STR("makt"))));
    mittlan_free(&m);
}

#define GOAL                                                                   \
    "      indicator \"andel\" { text = \"Andel\", unit = \"procent\" },"

static void stages_and_figures_stand_in_order(void **state)
{
    static const struct mistake mistakes[] = {
        {"strategy.lua", GOAL,
         "      stage \"a\" { text = \"A\", by = \"2028\" },",
         "strategy.lua:12: dates-order"},
        {"strategy.lua", GOAL,
         "      stage \"a\" { text = \"A\", by = \"2026\" },\n"
         "      stage \"b\" { text = \"B\", by = \"2025-12\" },",
         "strategy.lua:12: dates-order"},
        {"strategy.lua", GOAL, "      stage \"a\" { text = \"A\" },",
         "strategy.lua:12: missing-required"},
        {"strategy.lua", GOAL,
         "      indicator \"a\" { text = \"A\", measured \"i år\" { women = 1 "
         "} "
         "},",
         "strategy.lua:12: bad-id"},
        {"strategy.lua", GOAL,
         "      indicator \"a\" { text = \"A\", measured \"forra\" { women = 1 "
         "} "
         "},",
         "strategy.lua:12: wrong-value"},
        {"strategy.lua", GOAL,
         "      indicator \"a\" { text = \"A\", measured \"2025\" { } },",
         "strategy.lua:12: missing-required"},
        {"strategy.lua", GOAL,
         "      indicator \"a\" { text = \"A\", every = 2, measured \"2023\" { "
         "women = 1 },\n        measured \"2024\" { women = 1 } },",
         "strategy.lua:13: wrong-value"},
        {"strategy.lua", GOAL,
         "      indicator \"a\" { text = \"A\", from = 2024, measured \"2023\" "
         "{ "
         "women = 1 } },",
         "strategy.lua:12: wrong-value"},
        {"strategy.lua", "  area \"makt\"",
         "  follow_up { round \"2026\" { opens = \"2026-02-01\", closes = "
         "\"2026-01-01\" } },\n  area \"makt\"",
         "strategy.lua:6: dates-order"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void an_indicator_knows_when_it_is_measured_next(void **state)
{
    static const struct {
        const char *script;
        int64_t next;
    } cases[] = {
        {"      indicator \"a\" { text = \"A\" },", 0},
        {"      indicator \"a\" { text = \"A\", every = 2, from = 2025 },",
         2025},
        {"      indicator \"a\" { text = \"A\", every = 2, measured \"2023\" { "
         "women = 1.5, men = 2 } },",
         2025},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct mittlan m = {0};
        mittlan_build(&m, "strategy.lua", GOAL, cases[i].script);
        assert_non_null(m.county);
        const struct ans_area *a =
            ans_county_area(m.county, ANS_STR("makt"), 0);
        const struct ans_goal *g = ANS_AT(ans_goal, a->goals, 0);
        assert_int_equal(ANS_AT(ans_indicator, g->indicators, 0)->next,
                         cases[i].next);
        mittlan_free(&m);
    }
}

static void a_step_is_not_larger_than_a_page_can_send(void **state)
{
    struct ans_buf step = {0};
    struct mittlan m = {0};
    (void)state;
    ans_buf_add_z(&step, "  step \"stort\" {\n    title = \"Stort\",\n");
    for (int i = 0; i < 121; i++)
        ans_buf_printf(&step, "    question.text \"q%d\" { label = \"Q\" },\n",
                       i);
    ans_buf_add_z(&step, "  },\n  step \"vill\" {");
    ans_buf_add_byte(&step, 0);
    mittlan_build(&m, "join.lua", "  step \"vill\" {", step.ptr);
    assert_int_equal(m.faults.count, 1);
    assert_str(mittlan_fault(&m, 0, NULL), "join.lua:21: too-large");
    mittlan_free(&m);
    ans_buf_free(&step);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_strategy_comes_is_in_force_and_ends),
        cmocka_unit_test(between_two_strategies_there_may_be_a_gap),
        cmocka_unit_test(two_strategies_may_overlap),
        cmocka_unit_test(a_strategy_may_be_prolonged),
        cmocka_unit_test(a_strategy_may_end_early_and_be_replaced),
        cmocka_unit_test(times_that_cannot_be_are_told),
        cmocka_unit_test(areas_stand_within_areas_but_not_deeper),
        cmocka_unit_test(stages_and_figures_stand_in_order),
        cmocka_unit_test(an_indicator_knows_when_it_is_measured_next),
        cmocka_unit_test(a_step_is_not_larger_than_a_page_can_send),
    };
    return cmocka_run_group_tests_name("county life", tests, NULL, NULL);
}
