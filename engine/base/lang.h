/* lang: whose rules a language follows, where ICU has none of its own.
 *
 * Knows languages by their code (ISO 639) and what each use of them rests on;
 * ICU itself is in base/icu.c. A language that is not named here follows its
 * own rules, or Unicode's root when ICU has not heard of it.
 */
#pragma once

#include <stdbool.h>

enum ans_lang_use {
    ANS_LANG_COUNTS,  /* plural categories */
    ANS_LANG_ORDER,   /* sorting */
    ANS_LANG_NUMBERS, /* "2 000" */
    ANS_LANG_DATES,   /* names of months; NULL: dates are digits */
};

/* The locale to ask ICU for; NULL only for dates. */
const char *ans_lang_rules(const char *lang, enum ans_lang_use use);

bool ans_lang_is_rtl(const char *lang);
