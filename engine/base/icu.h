/* icu: what text and date need of ICU, in our own types. Private to base.
 *
 * ICU's collators, break iterators and formatters are dear to open and not to
 * be shared, so each thread keeps its own by language, opened when first
 * needed and closed when the thread ends. Texts need not be well-formed: what
 * is not UTF-8 counts as U+FFFD.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum ans_icu_date { ANS_ICU_YEAR, ANS_ICU_MONTH, ANS_ICU_DAY, ANS_ICU_MOMENT };

/* What this thread has learned of a language (learned.h). */
struct ans_learned;
struct ans_learned *ans_icu_learned(const char *lang);

/* Normalization forms (UAX #15). */
struct ans_str ans_icu_nfc(struct ans_arena *arena, struct ans_str s);
struct ans_str ans_icu_nfkd(struct ans_arena *arena, struct ans_str s);

struct ans_str ans_icu_lower(struct ans_arena *arena, struct ans_str s,
                             const char *lang);
struct ans_str ans_icu_upper(struct ans_arena *arena, struct ans_str s,
                             const char *lang);
struct ans_str ans_icu_title(struct ans_arena *arena, struct ans_str s,
                             const char *lang);

/* Count the grapheme clusters, up to `most`; `bytes` is where the last one
 * counted ends. */
size_t ans_icu_clusters(struct ans_str s, size_t most, size_t *bytes);

struct ans_str ans_icu_sort_key(struct ans_arena *arena, struct ans_str s,
                                const char *lang);
const char *ans_icu_plural(int64_t n, const char *lang);
struct ans_str ans_icu_number(struct ans_arena *arena, double n,
                              const char *lang);

/* Categories M* and Z*, TAB and line breaks. */
bool ans_icu_is_mark(uint32_t c);
bool ans_icu_is_space(uint32_t c);

/* A time of the proleptic Gregorian calendar, in milliseconds as if the local
 * clock showed UTC, in words. */
struct ans_str ans_icu_date(struct ans_arena *arena, int64_t local_ms,
                            enum ans_icu_date form, const char *lang);

/* What Swedish clocks show ahead of UTC, in milliseconds, at a moment; and
 * when they show `local_ms`: before the change, if it skips or doubles that
 * time. */
int64_t ans_icu_offset(int64_t ms);
int64_t ans_icu_offset_local(int64_t local_ms);

/* Major and minor: 7201. */
int ans_icu_version(void);
