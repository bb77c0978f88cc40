#include "base/lang.h"

#include <stddef.h>
#include <string.h>

#include "base/attr.h"

/* ICU 72 (CLDR 42) has none of these whole. Meänkieli counts, sorts and dates
 * as Finnish, its nearest kin. The Sámi languages of Sweden have a dual, which
 * CLDR knows for all but Ume Sámi, and sort as North Sámi does, with å, ä and
 * ö last; CLDR has names of months for North Sámi alone (the day comes first as
 * it is written in Finland), and those of another language would be wrong, so
 * that the others' dates are digits. */
static const struct {
    const char *lang;
    const char *rules[4]; /* by enum ans_lang_use */
} table[] = {
    {"fit", {"fi", "fi", "fi", "fi"}},  {"se", {"se", "se", "se", "se_FI"}},
    {"smj", {"smj", "se", "se", NULL}}, {"sma", {"sma", "se", "se", NULL}},
    {"sju", {"se", "se", "se", NULL}},  {"rom", {"sv", "sv", "sv", NULL}},
};

const char *ans_lang_rules(const char *lang, enum ans_lang_use use)
{
    for (size_t i = 0; i < ANS_COUNT(table); i++)
        if (!strcmp(lang, table[i].lang))
            return table[i].rules[use];
    return lang;
}

bool ans_lang_is_rtl(const char *lang)
{
    static const char *const rtl[] = {"ar", "fa", "he", "ur", "yi"};
    for (size_t i = 0; i < ANS_COUNT(rtl); i++)
        if (!strcmp(lang, rtl[i]))
            return true;
    return false;
}
