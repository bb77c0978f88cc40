#include "app/limits.h"

#include <sys/resource.h>

#include "base/log.h"

/* Connections of visitors, twice (a proxy's too), and the program's own. */
#define OTHERS 2200

/* A database and its WAL for the writer, one file that all share, and both
 * again for each reader; a busy county has a few of those. */
#define A_COUNTY 16

void ans_limits_raise(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 ||
        limit.rlim_cur == limit.rlim_max)
        return;
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        ans_log(ANS_LOG_WARN, "app",
                "no more than %llu files may be open at once",
                (unsigned long long)before);
}

void ans_limits_judge(size_t counties)
{
    struct rlimit limit;
    rlim_t wanted = (rlim_t)(OTHERS + counties * A_COUNTY);
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    ans_log(
        ANS_LOG_WARN, "app",
        "%llu files may be open at once, too few for %zu counties in a busy "
        "hour; allow %llu (LimitNOFILE= of systemd, ulimit -Hn)",
        (unsigned long long)limit.rlim_cur, counties,
        (unsigned long long)wanted);
}
