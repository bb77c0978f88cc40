/* clock: what time it is, for everything that asks.
 *
 * Tests set the time here; nothing else does. The one setting is an atomic,
 * the only thing in this house that could be called a mutable global.
 */
#pragma once

#include <stdint.h>

/* Milliseconds since 1970-01-01 00:00 UTC. */
int64_t ans_clock_now(void);

/* Milliseconds of a clock that only goes forward, for deadlines. */
int64_t ans_clock_steady(void);

/* Microseconds of CPU time that the calling thread has used. */
int64_t ans_clock_cpu(void);

/* Stop the clock of ans_clock_now at `ms`; 0 lets it run again. */
void ans_clock_set(int64_t ms);
