#include "base/clock.h"

#include <time.h>

#include "check.h"

static void a_test_stops_the_clock_and_lets_it_run_again(void **state)
{
    (void)state;
    ans_clock_set(1234567890123);
    assert_int_equal(ans_clock_now(), 1234567890123);
    assert_int_equal(ans_clock_now(), 1234567890123);
    ans_clock_set(0);
    int64_t before = (int64_t)time(NULL) * 1000;
    int64_t now = ans_clock_now();
    int64_t after = (int64_t)time(NULL) * 1000 + 1000;
    assert_true(now >= before - 1000 && now <= after);
}

static void deadlines_and_cpu_time_run_while_the_clock_stands(void **state)
{
    (void)state;
    ans_clock_set(1);
    int64_t steady = ans_clock_steady();
    int64_t cpu = ans_clock_cpu();
    while (ans_clock_steady() - steady < 3)
        assert_int_equal(ans_clock_now(), 1);
    assert_true(ans_clock_cpu() > cpu);
    ans_clock_set(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_test_stops_the_clock_and_lets_it_run_again),
        cmocka_unit_test(deadlines_and_cpu_time_run_while_the_clock_stands),
    };
    return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
