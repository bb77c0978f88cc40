/* Time: when the clocks are looked at, and what counts. */
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/clock.h"
#include "script/guest.h"

static void wall_time_is_bounded_too(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    struct ans_budget budget = {60000, 30, 8u << 20};
    int64_t start = ans_clock_steady();
    assert_false(guest_run_within(&g, ANS_STR("while true do end"), budget));
    assert_int_equal(g.fault.kind, ANS_SCRIPT_TIME);
    assert_true(ans_clock_steady() - start < 10000);
    guest_close(&g);
}

/* burn(ms): CPU time goes by within one instruction, as when the machine under
 * the machine is busy. */
static int burn(struct lua_State *L)
{
    int64_t end = ans_clock_cpu() + luaL_checkinteger(L, 1) * 1000;
    while (ans_clock_cpu() < end)
        ;
    ans_vm_charge(L, 1000);
    return 0;
}

static void one_odd_moment_does_not_end_a_run_and_a_third_does(void **state)
{
    (void)state;
    struct guest g;
    struct ans_budget budget = {50, 60000, 8u << 20};
    guest_open(&g);
    ans_vm_bind(g.vm, "burn", burn);
    assert_true(guest_run_within(&g, ANS_STR("burn(0) burn(200)"), budget));
    assert_false(guest_run_within(
        &g, ANS_STR("burn(0)\nburn(200) burn(200) burn(200)"), budget));
    guest_check_fault(&g, ANS_SCRIPT_TIME, 2, "");
    guest_close(&g);
}

/* hooked(): does each instruction cost a call? */
static int is_hooked(struct lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_pushboolean(L, lua_gethookmask(L) != 0);
    return 1;
}

static void a_long_run_is_looked_at_by_the_clock_alone(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    ans_vm_bind(g.vm, "hooked", is_hooked);
    bool ok = guest_run(&g, "local first = hooked()\n"
                            "for i = 1, 5000 do end\n"
                            "assert(first and not hooked())");
    if (!ok)
        fail_msg("%d: %.*s", g.fault.line, ANS_STR_ARG(g.fault.text));
    assert_true(guest_run(&g, "assert(hooked())"));
    assert_false(guest_run(&g, "while true do end"));
    assert_int_equal(g.fault.kind, ANS_SCRIPT_TIME);
    guest_close(&g);
}

static void without_a_timer_instructions_are_counted(void **state)
{
    (void)state;
    struct guest g;
    struct rlimit before, none;
    assert_int_equal(getrlimit(RLIMIT_SIGPENDING, &before), 0);
    none = (struct rlimit){0, before.rlim_max};
    guest_open(&g);
    ans_vm_bind(g.vm, "hooked", is_hooked);
    assert_int_equal(setrlimit(RLIMIT_SIGPENDING, &none), 0);
    bool counted = guest_run(&g, "for i = 1, 5000 do end\nassert(hooked())");
    bool ended = guest_run(&g, "while true do end");
    assert_int_equal(setrlimit(RLIMIT_SIGPENDING, &before), 0);
    assert_true(counted);
    assert_false(ended);
    assert_int_equal(g.fault.kind, ANS_SCRIPT_TIME);
    guest_close(&g);
}

static void *run_without_signals(void *result)
{
    struct guest g;
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, NULL);
    guest_open(&g);
    bool ended = guest_run(&g, "while true do end");
    *(int *)result = ended ? -1 : (int)g.fault.kind;
    guest_close(&g);
    return NULL;
}

static void a_thread_that_blocks_all_signals_is_looked_at_too(void **state)
{
    (void)state;
    pthread_t thread;
    int kind = -1;
    assert_int_equal(pthread_create(&thread, NULL, run_without_signals, &kind),
                     0);
    pthread_join(thread, NULL);
    assert_int_equal(kind, ANS_SCRIPT_TIME);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wall_time_is_bounded_too),
        cmocka_unit_test(one_odd_moment_does_not_end_a_run_and_a_third_does),
        cmocka_unit_test(a_long_run_is_looked_at_by_the_clock_alone),
        cmocka_unit_test(without_a_timer_instructions_are_counted),
        cmocka_unit_test(a_thread_that_blocks_all_signals_is_looked_at_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
