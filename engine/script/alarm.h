/* alarm: a look at the clocks every few milliseconds of a run's CPU time.
 *
 * A count hook costs a call at each instruction, however seldom it looks. So
 * a run begins with one, for most runs end before its first look; from then on
 * a timer of the thread's own CPU time asks for looks, by a signal to that
 * thread, and the script runs at full speed in between. Lua allows for a hook
 * to be set by a signal handler (lua_sethook). The signal is SIGURG, which is
 * ignored where nobody handles it. Private to script.
 */
#pragma once

#include <stdbool.h>
#include <time.h>

#define ANS_ALARM_US 4000

struct ans_vm;

struct ans_alarm {
    timer_t timer;
    bool set;
};

/* From now on ans_script_look_soon is called, in this thread, every
 * ANS_ALARM_US of its CPU time. False: the system has no timer left, and the
 * count hook has to do. */
bool ans_alarm_set(struct ans_alarm *alarm, struct ans_vm *vm);

/* No look is asked for after it. Fine for one that is not set. */
void ans_alarm_end(struct ans_alarm *alarm);
