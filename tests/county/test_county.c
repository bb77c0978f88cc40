#include "county/county.h"

#include "county/mittlan.h"

static int64_t day(const char *iso)
{
    struct ans_date d = {0};
    assert_true(ans_date_parse(ans_str_from(iso), &d));
    return ans_date_to_days(d);
}

static struct ans_strategy strategy(const char *id, const char *from,
                                    const char *to)
{
    struct ans_strategy s = {.node.id = ans_str_from(id)};
    if (from)
        assert_true(ans_date_parse(ans_str_from(from), &s.period.from));
    if (to)
        assert_true(ans_date_parse(ans_str_from(to), &s.period.to));
    return s;
}

static void the_strategy_in_force_is_found(void **state)
{
    static const struct {
        const char *day, *id;
    } cases[] = {
        {"2010-01-01", "a"}, /* before all: the next */
        {"2015-01-01", "a"}, {"2017-12-31", "a"},
        {"2018-06-01", "b"}, /* a gap: the next */
        {"2019-01-01", "b"}, {"2023-06-01", "b"},
        {"2024-01-01", "c"}, /* an overlap: the newer */
        {"2025-12-31", "c"}, {"2027-12-31", "c"},
        {"2030-01-01", "c"}, /* after all: the last */
    };
    struct ans_strategy s[] = {strategy("c", "2024-01-01", "2027"),
                               strategy("a", "2015", "2017"),
                               strategy("b", "2019-01", "2024-06")};
    struct ans_node *nodes[] = {&s[0].node, &s[1].node, &s[2].node};
    struct ans_county c = {.strategies = {nodes, 3}};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_county_strategy(&c, day(cases[i].day))->node.id,
                   cases[i].id);
}

static void a_strategy_without_dates_is_always_in_force(void **state)
{
    struct ans_strategy s[] = {strategy("old", "2015", "2017"),
                               strategy("open", NULL, NULL)};
    struct ans_node *nodes[] = {&s[0].node, &s[1].node};
    struct ans_county c = {.strategies = {nodes, 2}};
    (void)state;
    assert_str(ans_county_strategy(&c, day("2030-01-01"))->node.id, "open");
    assert_str(ans_county_strategy(&c, day("2016-01-01"))->node.id, "old");
}

static void an_area_is_that_of_the_strategy_of_the_day(void **state)
{
    struct ans_strategy s[] = {strategy("new", "2024", "2027"),
                               strategy("old", "2015", "2017")};
    struct ans_area areas[] = {{.node.id = ANS_STR("makt")},
                               {.node.id = ANS_STR("makt")},
                               {.node.id = ANS_STR("skola")}};
    struct ans_node *now[] = {&areas[0].node};
    struct ans_node *then[] = {&areas[1].node, &areas[2].node};
    struct ans_node *nodes[] = {&s[1].node, &s[0].node};
    s[0].areas = (struct ans_nodes){now, 1};
    s[1].areas = (struct ans_nodes){then, 2};
    struct ans_county c = {.strategies = {nodes, 2}};
    (void)state;
    int64_t before = day("2016-05-01"), after = day("2025-01-01");
    assert_ptr_equal(ans_county_area(&c, ANS_STR("makt"), before), &areas[1]);
    assert_ptr_equal(ans_county_area(&c, ANS_STR("makt"), after), &areas[0]);
    assert_ptr_equal(ans_county_area(&c, ANS_STR("skola"), after), &areas[2]);
    assert_null(ans_county_area(&c, ANS_STR("x"), after));
    assert_null(ans_strategy_area(&s[0], ANS_STR("skola")));
}

static void an_alert_is_shown_from_its_start_to_its_end(void **state)
{
    struct ans_alert a = {.from = 100, .to = 200};
    struct ans_alert open = {.until_further_notice = true};
    (void)state;
    assert_false(ans_alert_active(&a, 99));
    assert_true(ans_alert_active(&a, 100));
    assert_true(ans_alert_active(&a, 199));
    assert_false(ans_alert_active(&a, 200));
    assert_true(ans_alert_active(&open, 1));
    assert_true(ans_alert_active(&open, INT64_MAX));
}

static void a_date_ends_with_its_month_or_year(void **state)
{
    static const struct {
        const char *date, *last;
    } cases[] = {{"2024-02", "2024-02-29"},
                 {"2023-02", "2023-02-28"},
                 {"2027-12", "2027-12-31"},
                 {"2027", "2027-12-31"},
                 {"2027-05-04", "2027-05-04"}};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_date d;
        assert_true(ans_date_parse(ans_str_from(cases[i].date), &d));
        assert_int_equal(ans_date_end(d), day(cases[i].last));
    }
}

static void how_long_an_answer_is_kept_can_be_read(void **state)
{
    static const struct {
        const char *text;
        struct ans_keep keep;
        bool good;
    } cases[] = {
        {"with membership", {0}, true},
        {"2 years after leaving", {.years = 2}, true},
        {"1 year after leaving", {.years = 1}, true},
        {"6 months after joining", {.months = 6, .after_joining = true}, true},
        {"30 days after leaving", {.days = 30}, true},
        {"0 days after leaving", {0}, false},
        {"2 year after leaving", {0}, false},
        {"2 years", {0}, false},
        {"two years after leaving", {0}, false},
        {"for ever", {0}, false},
        {"", {0}, false},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_keep keep;
        assert_int_equal(ans_keep_parse(ans_str_from(cases[i].text), &keep),
                         cases[i].good);
        if (!cases[i].good)
            continue;
        assert_int_equal(keep.years, cases[i].keep.years);
        assert_int_equal(keep.months, cases[i].keep.months);
        assert_int_equal(keep.days, cases[i].keep.days);
        assert_int_equal(keep.after_joining, cases[i].keep.after_joining);
    }
}

static void parts_of_a_county_are_found_by_id(void **state)
{
    struct mittlan m = {0};
    (void)state;
    mittlan_build(&m, NULL, NULL, NULL);
    const struct ans_county *c = m.county;
    assert_non_null(c);
    assert_str(ans_county_municipality(c, ANS_STR("9902"))->name.items[0].str,
               "Österby");
    assert_null(ans_county_municipality(c, ANS_STR("9903")));
    assert_non_null(ans_county_page(c, ANS_STR("om")));
    assert_null(ans_county_page(c, ANS_STR("x")));
    assert_non_null(ans_county_national(c, ANS_STR("power")));
    assert_non_null(ans_join_step(c->join, ANS_STR("vill")));
    assert_null(ans_join_step(c->join, ANS_STR("x")));
    /* A question in a group is its group's. */
    assert_null(ans_join_question(c->join, ANS_STR("text")));
    assert_non_null(ans_join_question(c->join, ANS_STR("goals")));
    assert_null(ans_join_question_of(c->join, ANS_Q_CONSENT));
    assert_null(ans_welcome_item(c->welcome, ANS_STR("x")));
    mittlan_free(&m);
}

static void who_may_join_is_a_list_or_everybody(void **state)
{
    struct ans_str kinds[] = {ANS_STR("region"), ANS_STR("company")};
    struct ans_join some = {.may_join = {kinds, 2}};
    struct ans_join all = {0};
    (void)state;
    assert_true(ans_join_admits(&some, ANS_STR("company")));
    assert_false(ans_join_admits(&some, ANS_STR("state")));
    assert_true(ans_join_admits(&all, ANS_STR("state")));
    assert_int_equal(ans_kind_count, 9);
    assert_null(ans_kinds[ans_kind_count]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_strategy_in_force_is_found),
        cmocka_unit_test(a_strategy_without_dates_is_always_in_force),
        cmocka_unit_test(an_area_is_that_of_the_strategy_of_the_day),
        cmocka_unit_test(an_alert_is_shown_from_its_start_to_its_end),
        cmocka_unit_test(a_date_ends_with_its_month_or_year),
        cmocka_unit_test(how_long_an_answer_is_kept_can_be_read),
        cmocka_unit_test(parts_of_a_county_are_found_by_id),
        cmocka_unit_test(who_may_join_is_a_list_or_everybody),
    };
    return cmocka_run_group_tests_name("county finders", tests, NULL, NULL);
}
