#include "base/date.h"

#include "base/icu.h"
#include "base/learned.h"

#define DAY_MS    INT64_C(86400000)
#define MINUTE_MS INT64_C(60000)

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool ans_date_valid(struct ans_date d)
{
    if (d.year < 1 || d.year > 9999 || d.month < 0 || d.month > 12)
        return false;
    if (d.day == 0)
        return true;
    return d.month > 0 && d.day > 0 && d.day <= days_in_month(d.year, d.month);
}

/* Exactly `count` digits at `at`. */
static bool digits(struct ans_str s, size_t at, size_t count, int *out)
{
    if (at + count > s.len)
        return false;
    int n = 0;
    for (size_t i = at; i < at + count; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *out = n;
    return true;
}

bool ans_date_parse(struct ans_str s, struct ans_date *out)
{
    if (s.len != 4 && s.len != 7 && s.len != 10)
        return false;
    struct ans_date d = {0};
    if (!digits(s, 0, 4, &d.year))
        return false;
    if (s.len >= 7 &&
        (s.ptr[4] != '-' || !digits(s, 5, 2, &d.month) || d.month == 0))
        return false;
    if (s.len == 10 &&
        (s.ptr[7] != '-' || !digits(s, 8, 2, &d.day) || d.day == 0))
        return false;
    if (!ans_date_valid(d))
        return false;
    *out = d;
    return true;
}

struct ans_str ans_date_iso(struct ans_arena *arena, struct ans_date d)
{
    if (d.month == 0)
        return ans_arena_printf(arena, "%04d", d.year);
    if (d.day == 0)
        return ans_arena_printf(arena, "%04d-%02d", d.year, d.month);
    return ans_arena_printf(arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static struct ans_str ask_day(struct ans_arena *arena, struct ans_date d,
                              const char *lang)
{
    return ans_icu_date(arena, ans_date_to_days(d) * DAY_MS, ANS_ICU_DAY, lang);
}

struct ans_str ans_date_text(struct ans_arena *arena, struct ans_date d,
                             const char *lang)
{
    struct ans_str said;
    if (d.month && d.day)
        return ans_learned_day(ans_icu_learned(lang), arena, d, ask_day, lang,
                               &said)
                   ? said
                   : ask_day(arena, d, lang);
    enum ans_icu_date form = d.month ? ANS_ICU_MONTH : ANS_ICU_YEAR;
    return ans_icu_date(arena, ans_date_to_days(d) * DAY_MS, form, lang);
}

/* Years begin in March here, so that the leap day is the last one; an era is
 * the 400 years after which the calendar repeats itself (146,097 days). */
int64_t ans_date_to_days(struct ans_date d)
{
    int64_t month = d.month ? d.month : 1;
    int64_t day = d.day ? d.day : 1;
    int64_t year = d.year - (month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct ans_date ans_date_from_days(int64_t days)
{
    int64_t n = days + 719468;
    int64_t era = (n >= 0 ? n : n - 146096) / 146097;
    int64_t day_of_era = n - era * 146097;
    int64_t leap_days =
        day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
    int64_t year_of_era = (day_of_era - leap_days) / 365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153; /* 0: March */
    struct ans_date d = {
        .year = (int)(year_of_era + era * 400 + (month >= 10)),
        .month = (int)((month + 2) % 12 + 1),
        .day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
    };
    return d;
}

static int64_t floor_div(int64_t n, int64_t by)
{
    return n / by - (n % by < 0);
}

static int64_t moment_of_local(int64_t local_ms)
{
    return local_ms - ans_icu_offset_local(local_ms);
}

bool ans_moment_parse(struct ans_str s, int64_t *ms)
{
    struct ans_date d;
    int hour;
    int minute;
    if (s.len != 16 || !ans_date_parse(ans_str_sub(s, 0, 10), &d) ||
        s.ptr[10] != ' ' || !digits(s, 11, 2, &hour) || hour > 23 ||
        s.ptr[13] != ':' || !digits(s, 14, 2, &minute) || minute > 59)
        return false;
    *ms = moment_of_local(ans_date_to_days(d) * DAY_MS +
                          (hour * 60 + minute) * MINUTE_MS);
    return true;
}

int64_t ans_moment_of_day(int64_t days)
{
    return moment_of_local(days * DAY_MS);
}

int64_t ans_moment_to_days(int64_t ms)
{
    return floor_div(ms + ans_icu_offset(ms), DAY_MS);
}

struct ans_str ans_moment_text(struct ans_arena *arena, int64_t ms,
                               const char *lang)
{
    return ans_icu_date(arena, ms + ans_icu_offset(ms), ANS_ICU_MOMENT, lang);
}

struct ans_str ans_moment_iso(struct ans_arena *arena, int64_t ms)
{
    int64_t days = floor_div(ms, DAY_MS);
    int64_t seconds = (ms - days * DAY_MS) / 1000;
    struct ans_date d = ans_date_from_days(days);
    return ans_arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year,
                            d.month, d.day, (int)(seconds / 3600),
                            (int)(seconds / 60 % 60), (int)(seconds % 60));
}
