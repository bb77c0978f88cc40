#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"

static const char *const words[] = {"debug", "info", "warn", "error"};

static size_t write_head(char *line, size_t size, enum ans_log_level level,
                         const char *area)
{
    int64_t now = ans_clock_now();
    time_t seconds = (time_t)(now / 1000);
    struct tm utc;
    gmtime_r(&seconds, &utc);
    size_t n = strftime(line, size, "%Y-%m-%dT%H:%M:%S", &utc);
    int more = snprintf(line + n, size - n, ".%03dZ %s %s: ", (int)(now % 1000),
                        words[level], area);
    return n + (size_t)more;
}

void ans_log(enum ans_log_level level, const char *area, const char *fmt, ...)
{
    char line[2048];
    size_t n = write_head(line, sizeof(line) / 2, level, area);
    va_list va;
    va_start(va, fmt);
    int text = vsnprintf(line + n, sizeof(line) - n - 1, fmt, va);
    va_end(va);
    size_t room = sizeof(line) - n - 2;
    size_t len = text < 0 ? 0 : (size_t)text;
    size_t end = n + (len < room ? len : room);
    for (size_t i = n; i < end; i++)
        if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
            line[i] = ' ';
    line[end++] = '\n';
    ssize_t written = write(STDERR_FILENO, line, end);
    (void)written; /* a log that cannot be written has nowhere to say so */
}
