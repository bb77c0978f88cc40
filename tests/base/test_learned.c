#include "base/learned.h"

#include "base/icu.h"
#include "base/text.h"
#include "check.h"

#define DAY_MS INT64_C(86400000)

/* Order, digits and words of every kind: also those that are not learned. */
static const char *const langs[] = {"sv", "en", "fi", "fit", "se",  "smj",
                                    "de", "lt", "ar", "fa",  "ja",  "hu",
                                    "lv", "es", "zh", "rom", "root"};

static void a_day_is_said_as_icu_says_it(void **state)
{
    (void)state;
    struct ans_arena *arena = ans_arena_new(0);
    const int64_t first = ans_date_to_days((struct ans_date){2023, 12, 20});
    for (size_t i = 0; i < ANS_COUNT(langs); i++)
        for (int64_t day = first; day < first + 390; day++) {
            ans_arena_reset(arena);
            struct ans_date d = ans_date_from_days(day);
            assert_str(
                ans_date_text(arena, d, langs[i]),
                ans_icu_date(arena, day * DAY_MS, ANS_ICU_DAY, langs[i]).ptr);
        }
    ans_arena_free(arena);
}

static void years_of_other_lengths_are_said_as_icu_says_them(void **state)
{
    (void)state;
    static const int years[] = {7, 999, 1000, 1523, 9999, 10000};
    struct ans_arena *arena = ans_arena_new(0);
    for (size_t i = 0; i < ANS_COUNT(years); i++) {
        struct ans_date d = {years[i], 6, 6};
        struct ans_str icu = ans_icu_date(arena, ans_date_to_days(d) * DAY_MS,
                                          ANS_ICU_DAY, "sv");
        assert_str(ans_date_text(arena, d, "sv"), icu.ptr);
    }
    ans_arena_free(arena);
}

static void a_number_is_said_as_icu_says_it(void **state)
{
    (void)state;
    struct ans_arena *arena = ans_arena_new(0);
    for (size_t i = 0; i < ANS_COUNT(langs); i++)
        for (int halves = -6; halves < 2200; halves++) {
            double n = halves / 2.0;
            ans_arena_reset(arena);
            assert_str(ans_text_number(arena, n, langs[i]),
                       ans_icu_number(arena, n, langs[i]).ptr);
        }
    ans_arena_free(arena);
}

static struct ans_str say_twice(struct ans_arena *arena, struct ans_date d,
                                const char *lang)
{
    (void)lang;
    return ans_arena_printf(arena, "%d %d %d %d", d.day, d.month, d.year,
                            d.day);
}

static struct ans_str say_odd_fourths(struct ans_arena *arena,
                                      struct ans_date d, const char *lang)
{
    (void)lang;
    return ans_arena_printf(arena, d.day == 4 ? "%dth x %d" : "%d x %d", d.day,
                            d.year);
}

static void what_cannot_be_learned_is_left_to_icu(void **state)
{
    (void)state;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str said;
    struct ans_date day = {2026, 3, 8};
    struct ans_learned l = {0};
    assert_false(ans_learned_day(&l, arena, day, say_twice, "x", &said));
    assert_int_equal(l.days, ANS_LEARNED_NEVER);
    l = (struct ans_learned){0};
    assert_false(ans_learned_day(&l, arena, day, say_odd_fourths, "x", &said));
    assert_int_equal(l.days, ANS_LEARNED_NEVER);
    (void)ans_date_text(arena, day, "smj");
    (void)ans_date_text(arena, day, "sv");
    (void)ans_text_number(arena, 5, "sv");
    assert_int_equal(ans_icu_learned("smj")->days, ANS_LEARNED_NEVER);
    assert_int_equal(ans_icu_learned("sv")->days, ANS_LEARNED);
    assert_int_equal(ans_icu_learned("sv")->numbers, ANS_LEARNED);
    ans_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_said_as_icu_says_it),
        cmocka_unit_test(years_of_other_lengths_are_said_as_icu_says_them),
        cmocka_unit_test(a_number_is_said_as_icu_says_it),
        cmocka_unit_test(what_cannot_be_learned_is_left_to_icu),
    };
    return cmocka_run_group_tests_name("learned", tests, NULL, NULL);
}
