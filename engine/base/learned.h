/* learned: days and small numbers as ICU writes them in a language, learned
 * from a few of its answers. Private to base.
 *
 * A register page says fifty days and thirty numbers, each some 10,000
 * instructions of ICU. In most languages a day is the same words for each
 * month around its number and the year; that is learned, tried on other days
 * than those it was learned from, and otherwise left to ICU.
 */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/date.h"

#define ANS_LEARNED_LONGEST 47

struct ans_learned {
    enum { ANS_LEARNED_NOT_YET, ANS_LEARNED, ANS_LEARNED_NEVER } days, numbers;
    struct ans_learned_month {
        char text[ANS_LEARNED_LONGEST + 1]; /* without day and year */
        unsigned char len, day_at, year_at;
    } months[12];
};

/* Say a day, or a whole number, by ICU. */
typedef struct ans_str ans_learned_day_fn(struct ans_arena *arena,
                                          struct ans_date day,
                                          const char *lang);
typedef struct ans_str ans_learned_number_fn(struct ans_arena *arena, double n,
                                             const char *lang);

/* False when it has to be asked of ICU. The first time asks `ask`. */
bool ans_learned_day(struct ans_learned *l, struct ans_arena *arena,
                     struct ans_date day, ans_learned_day_fn *ask,
                     const char *lang, struct ans_str *out);
bool ans_learned_number(struct ans_learned *l, struct ans_arena *arena,
                        double n, ans_learned_number_fn *ask, const char *lang,
                        struct ans_str *out);
