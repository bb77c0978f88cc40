#include "base/date.h"

#include "check.h"

static void a_date_is_a_day_a_month_or_a_year_that_exists(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        const char *text;
        bool valid;
    } cases[] = {
        {"2025-03-14", true},   {"2025-03", true},
        {"2025", true},         {"2024-02-29", true},
        {"2000-02-29", true},   {"0001-01-01", true},
        {"9999-12-31", true},   {"2025-02-29", false},
        {"1900-02-29", false},  {"2025-04-31", false},
        {"2025-13-01", false},  {"2025-00-01", false},
        {"2025-01-00", false},  {"2025-00", false},
        {"0000", false},        {"", false},
        {"25", false},          {"2025-3", false},
        {"2025-3-14", false},   {"2025/03/14", false},
        {"2025-03-14 ", false}, {" 2025-03-14", false},
        {"2025-03-1a", false},  {"-025", false},
        {"+025", false},        {"2025-03-", false},
        {"20250314", false},    {"2025-03-14T", false},
        {"２０２５", false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_date d;
        bool valid = ans_date_parse(ans_str_from(cases[i].text), &d);
        if (valid != cases[i].valid)
            fail_msg("%s", cases[i].text);
        if (valid)
            assert_str(ans_date_iso(arena, d), cases[i].text);
    }
}

static void a_date_that_does_not_exist_is_not_valid(void **state)
{
    (void)state;
    static const struct ans_date wrong[] = {
        {0, 0, 0},     {10000, 1, 1}, {2025, 0, 5},
        {2025, -1, 0}, {2025, 1, -1}, {2025, 6, 31},
    };
    for (size_t i = 0; i < ANS_COUNT(wrong); i++)
        assert_false(ans_date_valid(wrong[i]));
}

static void dates_read_as_each_language_writes_them(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        struct ans_date date;
        const char *lang;
        const char *want;
    } cases[] = {
        {{2025, 3, 14}, "sv", "14 mars 2025"},
        {{2025, 3, 0}, "sv", "mars 2025"},
        {{2025, 0, 0}, "sv", "2025"},
        {{2025, 5, 1}, "sv", "1 maj 2025"},
        {{2025, 3, 14}, "en", "14 March 2025"},
        {{2025, 3, 0}, "en", "March 2025"},
        {{2025, 0, 0}, "en", "2025"},
        {{2025, 3, 14}, "de", "14. März 2025"},
        {{2025, 3, 14}, "fi", "14. maaliskuuta 2025"},
        {{2025, 3, 14}, "fit", "14. maaliskuuta 2025"},
        {{2025, 3, 14}, "se", "14 njukčamánnu 2025"},
        {{2025, 3, 14}, "smj", "2025-03-14"}, /* no names of months known */
        {{2025, 3, 0}, "sma", "2025-03"},
        {{1523, 6, 6}, "sv", "6 juni 1523"}, /* Gregorian even then */
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(ans_date_text(arena, cases[i].date, cases[i].lang),
                   cases[i].want);
}

static void days_count_from_1970(void **state)
{
    (void)state;
    static const struct {
        struct ans_date date;
        int64_t days;
    } cases[] = {
        {{1970, 1, 1}, 0},     {{1969, 12, 31}, -1},
        {{2000, 3, 1}, 11017}, {{2024, 2, 29}, 19782},
        {{2025, 0, 0}, 20089}, {{2025, 3, 0}, 20148},
        {{1, 1, 1}, -719162},  {{9999, 12, 31}, 2932896},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_int_equal(ans_date_to_days(cases[i].date), cases[i].days);
}

static void every_day_of_400_years_is_there_and_back(void **state)
{
    (void)state;
    struct ans_date last = ans_date_from_days(-100001);
    for (int64_t days = -100000; days < 50000; days++) {
        struct ans_date d = ans_date_from_days(days);
        assert_true(ans_date_valid(d));
        assert_int_equal(ans_date_to_days(d), days);
        bool next = d.day == last.day + 1 && d.month == last.month;
        assert_true(next || d.day == 1);
        last = d;
    }
}

static void moments_follow_the_clocks_of_sweden(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        const char *local;
        const char *utc;
    } cases[] = {
        {"2026-05-11 17:00", "2026-05-11T15:00:00Z"},
        {"2026-01-01 00:00", "2025-12-31T23:00:00Z"},
        {"2026-03-29 01:59", "2026-03-29T00:59:00Z"},
        {"2026-03-29 02:30", "2026-03-29T01:30:00Z"}, /* skipped */
        {"2026-03-29 03:00", "2026-03-29T01:00:00Z"},
        {"2026-10-25 02:30", "2026-10-25T00:30:00Z"}, /* twice: the first */
        {"2026-10-25 03:00", "2026-10-25T02:00:00Z"},
        {"1960-07-01 12:00", "1960-07-01T11:00:00Z"}, /* no summer time */
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        int64_t ms;
        assert_true(ans_moment_parse(ans_str_from(cases[i].local), &ms));
        assert_str(ans_moment_iso(arena, ms), cases[i].utc);
    }
}

static void what_is_no_moment_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "2026-05-11",
        "2026-05-11 24:00",
        "2026-05-11 17:60",
        "2026-05-11T17:00",
        "2026-05-11 17.00",
        "2026-05-11 17:00:00",
        "2026-02-30 17:00",
        "2026-05-11 1a:00",
    };
    for (size_t i = 0; i < ANS_COUNT(wrong); i++) {
        int64_t ms = 7;
        assert_false(ans_moment_parse(ans_str_from(wrong[i]), &ms));
        assert_int_equal(ms, 7);
    }
}

static void a_day_begins_at_swedish_midnight(void **state)
{
    (void)state;
    for (int64_t day = 20000; day < 20800; day++) {
        int64_t start = ans_moment_of_day(day);
        assert_int_equal(ans_moment_to_days(start), day);
        assert_int_equal(ans_moment_to_days(start - 1), day - 1);
    }
    assert_int_equal(ans_moment_of_day(0), -3600000);
    assert_int_equal(ans_moment_to_days(-3600001), -1);
}

static void a_moment_reads_as_the_language_writes_it(void **state)
{
    struct ans_arena *arena = *state;
    int64_t ms;
    assert_true(ans_moment_parse(ANS_STR("2026-05-11 17:00"), &ms));
    assert_str(ans_moment_text(arena, ms, "sv"), "11 maj 2026 kl. 17.00");
    assert_str(ans_moment_text(arena, ms, "en"), "11 May 2026 at 17:00");
    assert_true(ans_moment_text(arena, ms, "fi").len > 10);
}

static void an_iso_moment_is_utc_to_the_second(void **state)
{
    struct ans_arena *arena = *state;
    assert_str(ans_moment_iso(arena, 0), "1970-01-01T00:00:00Z");
    assert_str(ans_moment_iso(arena, -1), "1969-12-31T23:59:59Z");
    assert_str(ans_moment_iso(arena, INT64_C(1795321867999)),
               "2026-11-22T04:31:07Z");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_a_day_a_month_or_a_year_that_exists),
        cmocka_unit_test(a_date_that_does_not_exist_is_not_valid),
        cmocka_unit_test(dates_read_as_each_language_writes_them),
        cmocka_unit_test(days_count_from_1970),
        cmocka_unit_test(every_day_of_400_years_is_there_and_back),
        cmocka_unit_test(moments_follow_the_clocks_of_sweden),
        cmocka_unit_test(what_is_no_moment_is_refused),
        cmocka_unit_test(a_day_begins_at_swedish_midnight),
        cmocka_unit_test(a_moment_reads_as_the_language_writes_it),
        cmocka_unit_test(an_iso_moment_is_utc_to_the_second),
    };
    return cmocka_run_group_tests_name("date", tests, arena_setup,
                                       arena_teardown);
}
