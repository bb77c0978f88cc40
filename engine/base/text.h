/* text: what people read, by the rules of Unicode and of Swedish.
 *
 * Knows languages ("sv", "en", ...), knows no sentences: those are
 * lua/texts'. Functions that make text put it in an arena. An unknown language
 * falls back to Unicode's root rules. Safe in every thread; ICU itself is in
 * base/icu.c.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

/* Well-formed UTF-8 without NUL: no surrogates, nothing overlong, nothing
 * past U+10FFFF (RFC 3629). */
bool ans_text_valid(struct ans_str s);

/* Stands where something could not be read (U+FFFD). */
#define ANS_TEXT_LOST "\xef\xbf\xbd"

/* The same text with ANS_TEXT_LOST for each byte that makes it not valid: to
 * show it again to whoever typed it. `s` itself when it is valid. */
struct ans_str ans_text_mend(struct ans_arena *arena, struct ans_str s);

/* What a visitor typed, made ready to keep: Unicode form NFC, line breaks as
 * LF, no white space at the ends, other control and format characters that
 * no one types (Cc but LF and TAB, bidi overrides U+202A-E and U+2066-9, the
 * invisible U+200B, U+2060 and U+FEFF) taken out. `one_line` folds every run of
 * white space into one space. ANS_ERR_INPUT: not valid UTF-8, or mended.
 * ANS_ERR_LIMIT: more than 30 combining marks in a row, which no language
 * writes (UAX #15, stream-safe text). */
ANS_MUST_CHECK
bool ans_text_clean(struct ans_arena *arena, struct ans_str s, bool one_line,
                    struct ans_str *out, struct ans_err *err);

/* What people count as characters (extended grapheme clusters, UAX #29). */
size_t ans_text_length(struct ans_str s);

/* The first `characters` of a text, with "…" where something was cut. */
struct ans_str ans_text_shorten(struct ans_arena *arena, struct ans_str s,
                                size_t characters);

/* Lower case by the rules of `lang`; for search, not for showing. */
struct ans_str ans_text_fold(struct ans_arena *arena, struct ans_str s,
                             const char *lang);

/* Upper case by the rules of `lang`. */
struct ans_str ans_text_upper(struct ans_arena *arena, struct ans_str s,
                              const char *lang);

/* The first letter in upper case: "förening" -> "Förening". */
struct ans_str ans_text_capital(struct ans_arena *arena, struct ans_str s,
                                const char *lang);

/* Bytes whose order is the order of the texts in `lang`, digits by their
 * value ("2" before "10"). Compare with memcmp; stable between runs of one
 * ICU version, whose number ans_text_version() gives. */
struct ans_str ans_text_sort_key(struct ans_arena *arena, struct ans_str s,
                                 const char *lang);
int ans_text_version(void);

/* a-z, 0-9 and single hyphens, for addresses: "Åkerby IK" -> "akerby-ik".
 * At most 60 bytes; "-" when nothing is left. */
struct ans_str ans_text_slug(struct ans_arena *arena, struct ans_str s);

/* The plural category of a number (CLDR): "one" or "other" in Swedish. */
const char *ans_text_plural(int64_t n, const char *lang);

/* The plural categories that whole numbers take in a language, into `out`;
 * returns how many. */
enum { ANS_TEXT_PLURALS = 6 };
size_t ans_text_plurals(const char *lang, const char *out[ANS_TEXT_PLURALS]);

/* Is it written from right to left? */
bool ans_text_is_rtl(const char *lang);

/* "2 000" with a no-break space in Swedish, "2,000" in English. */
struct ans_str ans_text_number(struct ans_arena *arena, double n,
                               const char *lang);
