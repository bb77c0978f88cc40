#include "base/clock.h"

#include <stdatomic.h>
#include <time.h>

static _Atomic int64_t stopped_at;

static int64_t read_clock(clockid_t id, int64_t per_second)
{
    struct timespec t;
    clock_gettime(id, &t);
    return t.tv_sec * per_second + t.tv_nsec / (1000000000 / per_second);
}

int64_t ans_clock_now(void)
{
    int64_t stopped = atomic_load(&stopped_at);
    return stopped ? stopped : read_clock(CLOCK_REALTIME, 1000);
}

int64_t ans_clock_steady(void)
{
    return read_clock(CLOCK_MONOTONIC, 1000);
}

int64_t ans_clock_cpu(void)
{
    return read_clock(CLOCK_THREAD_CPUTIME_ID, 1000000);
}

void ans_clock_set(int64_t ms)
{
    atomic_store(&stopped_at, ms);
}
