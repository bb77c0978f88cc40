/* date: days and times of the Swedish calendar.
 *
 * A day is a count from 1970-01-01 in the proleptic Gregorian calendar, local
 * to Sweden. A moment is milliseconds UTC. Knows Europe/Stockholm and no
 * other place.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct ans_date {
    int year;  /* 1..9999 */
    int month; /* 1..12; 0: the date is a year */
    int day;   /* 1..31; 0: the date is a month or a year */
};

/* A calendar day that exists, or a month or year that does. */
bool ans_date_valid(struct ans_date d);

/* "2025-03-14", "2025-03" or "2025" (ISO 8601), nothing around it. */
bool ans_date_parse(struct ans_str s, struct ans_date *out);
struct ans_str ans_date_iso(struct ans_arena *arena, struct ans_date d);

/* "14 mars 2025", "mars 2025" or "2025", in the language's own manner. */
struct ans_str ans_date_text(struct ans_arena *arena, struct ans_date d,
                             const char *lang);

/* Days since 1970-01-01; a month or year counts as its first day. */
int64_t ans_date_to_days(struct ans_date d);
struct ans_date ans_date_from_days(int64_t days);

/* "2026-05-11 17:00" (Swedish time) to a moment and back to a day. A time
 * that the spring change skips is the moment an hour later. */
bool ans_moment_parse(struct ans_str s, int64_t *ms);
int64_t ans_moment_of_day(int64_t days); /* when the day begins */
int64_t ans_moment_to_days(int64_t ms);

/* "11 maj 2026 kl. 17.00" in Swedish, "11 May 2026 at 17:00" in English. */
struct ans_str ans_moment_text(struct ans_arena *arena, int64_t ms,
                               const char *lang);

/* "2026-05-11T15:00:00Z" (RFC 3339). */
struct ans_str ans_moment_iso(struct ans_arena *arena, int64_t ms);
