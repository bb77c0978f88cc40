/* Ways to join: a mistake at a time, all on line 5 of join.lua. */
#include "county/mittlan.h"

/* What stands before `may_join`, and its fault; NULL: none. */
struct way {
    const char *said;
    const char *fault;
};

#define MAIL(id, more)                                                         \
    "step \"steg-" id "\" { title = \"Först\", question.email \"" id           \
    "\" { label = \"E\", purpose = \"P\", keep = \"with membership\", " more   \
    " } }, "
#define FIRST MAIL("first", "public = false")

static void check_way(const struct way *w)
{
    struct mittlan m = {0};
    char to[700];
    snprintf(to, sizeof(to), "  %s may_join {", w->said);
    mittlan_build(&m, "join.lua", "  may_join {", to);
    size_t wanted = w->fault ? 1 : 0;
    bool found = !w->fault;
    for (size_t i = 0; i < m.faults.count; i++)
        found |= ans_str_is(mittlan_fault(&m, i, NULL), w->fault);
    if (!found || m.faults.count != wanted) {
        print_error("\"%s\" should give %s\n", w->said,
                    w->fault ? w->fault : "no fault");
        for (size_t i = 0; i < m.faults.count; i++)
            print_error("  %.*s\n", ANS_STR_ARG(mittlan_fault(&m, i, "sv")));
        fail();
    }
    mittlan_free(&m);
}

static void a_second_signature_agrees_with_the_form(void **state)
{
    (void)state;
    static const struct way ways[] = {
        {FIRST "second_signature { asks = \"email\" },", NULL},
        {FIRST "second_signature { asks = \"email\", deadline = 10, "
               "reminders = { 9, 3 } },",
         NULL},
        {"second_signature { asks = \"email\" },", "join.lua:5: wrong-value"},
        {FIRST "second_signature { asks = \"emial\" },",
         "join.lua:5: unknown-reference"},
        {FIRST "second_signature { asks = \"name\" },",
         "join.lua:5: unknown-reference"},
        {FIRST "second_signature { },", "join.lua:5: missing-required"},
        {FIRST MAIL("other",
                    "public = false, required = false") "second_signature { "
                                                        "asks = \"other\" },",
         "join.lua:5: wrong-value"},
        {FIRST "second_signature { asks = \"email\", deadline = 0 },",
         "join.lua:5: out-of-range"},
        {FIRST "second_signature { asks = \"email\", deadline = 5, "
               "reminders = { 5 } },",
         "join.lua:5: out-of-range"},
        {FIRST "second_signature { asks = \"email\", reminders = { 0 } },",
         "join.lua:5: out-of-range"},
        {FIRST "second_signature { asks = \"email\", reminders = 3 },",
         "join.lua:5: wrong-type"},
        {FIRST "second_signature { asks = \"email\", reminders = { 1.5 } },",
         "join.lua:5: wrong-type"},
        {FIRST "second_signature { asks = \"email\", reminders = { \"3\" } },",
         "join.lua:5: wrong-type"},
        {FIRST "second_signature { asks = \"email\", deadlin = 3 },",
         "join.lua:5: unknown-word"},
    };
    for (size_t i = 0; i < ANS_COUNT(ways); i++)
        check_way(&ways[i]);
}

static void reminders_stand_in_rising_order(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "join.lua", "  may_join {",
                  FIRST "second_signature { asks = \"email\", "
                        "reminders = { 9, 3, 12 } }, may_join {");
    assert_non_null(m.county);
    const struct ans_second_signature *s = m.county->join->second;
    assert_int_equal(s->deadline, 14);
    assert_int_equal(s->reminders.count, 3);
    assert_int_equal(s->reminders.items[0], 3);
    assert_int_equal(s->reminders.items[2], 12);
    mittlan_free(&m);
}

static void closed_times_are_in_order(void **state)
{
    (void)state;
    static const struct way ways[] = {
        {"closed { },", NULL},
        {"closed { from = \"2026-06-01\", to = \"2026-06-01\" },", NULL},
        {"closed { from = \"2026-06-02\", to = \"2026-06-01\" },",
         "join.lua:5: dates-order"},
        {"closed { from = \"2026-06\" },", "join.lua:5: wrong-value"},
        {"closed { waiting_list = \"yes\" },", "join.lua:5: wrong-type"},
        {"closed { message = \"{name}\" },", "join.lua:5: unknown-placeholder"},
    };
    for (size_t i = 0; i < ANS_COUNT(ways); i++)
        check_way(&ways[i]);
}

/* The day on which it opens again, as seen on `day`; "open" or "never". */
static const char *opens(const struct ans_join *j, const char *day)
{
    static struct ans_arena *arena;
    struct ans_date d;
    int64_t when;
    if (!arena)
        arena = ans_arena_new(0);
    assert_true(ans_date_parse(ans_str_from(day), &d));
    if (!ans_join_closed(j, ans_date_to_days(d), &when))
        return "open";
    return when ? ans_date_iso(arena, ans_date_from_days(when)).ptr : "never";
}

static void it_opens_the_day_after_all_that_was_closed(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "join.lua", "  may_join {",
                  "closed { to = \"2026-01-31\" },"
                  "closed { from = \"2026-06-01\", to = \"2026-06-30\" },"
                  "closed { from = \"2026-06-10\", to = \"2026-07-10\" },"
                  "closed { from = \"2026-07-11\", to = \"2026-07-12\" },"
                  "closed { from = \"2027-01-01\" }, may_join {");
    assert_non_null(m.county);
    const struct ans_join *j = m.county->join;
    static const char *const days[][2] = {
        {"2020-01-01", "2026-02-01"}, {"2026-01-31", "2026-02-01"},
        {"2026-02-01", "open"},       {"2026-05-31", "open"},
        {"2026-06-01", "2026-07-13"}, {"2026-07-12", "2026-07-13"},
        {"2026-07-13", "open"},       {"2026-12-31", "open"},
        {"2027-01-01", "never"},      {"2040-01-01", "never"},
    };
    for (size_t i = 0; i < ANS_COUNT(days); i++)
        assert_string_equal(opens(j, days[i][0]), days[i][1]);
    mittlan_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_signature_agrees_with_the_form),
        cmocka_unit_test(reminders_stand_in_rising_order),
        cmocka_unit_test(closed_times_are_in_order),
        cmocka_unit_test(it_opens_the_day_after_all_that_was_closed),
    };
    return cmocka_run_group_tests_name("county_ways", tests, NULL, NULL);
}
