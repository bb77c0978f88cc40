#include "base/icu.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unorm2.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include "base/lang.h"
#include "base/learned.h"
#include "base/log.h"

#define LANGUAGES 10 /* at once in one thread; most portals use two */
#define FORMS     4  /* of enum ans_icu_date */
#define PATTERN   80

struct language {
    char lang[16];
    UCollator *collator;
    UCaseMap *cases;
    UPluralRules *plurals;
    UNumberFormatter *numbers;
    UFormattedNumber *number;
    UDateFormat *dates[FORMS];
    struct ans_learned learned;
};

struct tools { /* of one thread */
    struct language languages[LANGUAGES];
    size_t next; /* the slot that another language takes */
    UBreakIterator *clusters;
    UCalendar *sweden;
};

struct wide {   /* UTF-16, as most of ICU wants it */
    UChar *ptr; /* small, or heap for a longer text */
    int32_t len;
    UChar *heap;
    UChar small[240];
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;

/* ICU only fails when its data is missing or memory is out: nothing that a
 * program can go on from. */
static void check(UErrorCode status)
{
    if (U_FAILURE(status)) {
        ans_log(ANS_LOG_ERROR, "base", "ICU: %s", u_errorName(status));
        abort();
    }
}

static void close_language(struct language *l)
{
    ucol_close(l->collator);
    ucasemap_close(l->cases);
    uplrules_close(l->plurals);
    unumf_close(l->numbers);
    unumf_closeResult(l->number);
    for (size_t i = 0; i < FORMS; i++)
        udat_close(l->dates[i]);
    *l = (struct language){0};
}

static void close_tools(void *memory)
{
    struct tools *t = memory;
    for (size_t i = 0; i < LANGUAGES; i++)
        close_language(&t->languages[i]);
    ubrk_close(t->clusters);
    ucal_close(t->sweden);
    free(t);
}

/* A language that ICU does not know would get the rules of the process's
 * locale, and so another order on another machine. */
static void init(void)
{
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault("root", &status);
    check(status);
    if (pthread_key_create(&key, close_tools))
        abort();
}

static struct tools *tools(void)
{
    pthread_once(&once, init);
    struct tools *t = pthread_getspecific(key);
    if (!t) {
        t = calloc(1, sizeof(*t));
        if (!t || pthread_setspecific(key, t))
            abort();
    }
    return t;
}

static struct language *language(const char *lang)
{
    struct tools *t = tools();
    if (!lang || !*lang || strlen(lang) >= sizeof(t->languages[0].lang))
        lang = "root";
    for (size_t i = 0; i < LANGUAGES; i++)
        if (!strcmp(t->languages[i].lang, lang))
            return &t->languages[i];
    struct language *l = &t->languages[t->next];
    t->next = (t->next + 1) % LANGUAGES;
    close_language(l);
    (void)snprintf(l->lang, sizeof(l->lang), "%s", lang);
    return l;
}

struct ans_learned *ans_icu_learned(const char *lang)
{
    return &language(lang)->learned;
}

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        abort();
    return memory;
}

static int32_t size_of(struct ans_str s)
{
    if (s.len > INT32_MAX / 8)
        abort(); /* no text that we let in comes near */
    return (int32_t)s.len;
}

static void widen(struct wide *w, struct ans_str s)
{
    int32_t len = size_of(s);
    int32_t room = (int32_t)ANS_COUNT(w->small);
    w->heap = NULL;
    if (len >= room) {
        room = len + 1;
        w->heap = allocate((size_t)room, sizeof(*w->heap));
    }
    w->ptr = w->heap ? w->heap : w->small;
    UErrorCode status = U_ZERO_ERROR;
    int32_t units = 0;
    u_strFromUTF8WithSub(w->ptr, room, &units, s.ptr ? s.ptr : "", len, 0xfffd,
                         NULL, &status);
    check(status);
    w->len = units;
}

static void wide_free(struct wide *w)
{
    free(w->heap);
}

static struct ans_str narrow(struct ans_arena *arena, const UChar *text,
                             int32_t len)
{
    int32_t room = len * 3 + 1;
    char *bytes = ans_arena_alloc(arena, (size_t)room);
    int32_t used = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8WithSub(bytes, room, &used, text, len, 0xfffd, NULL, &status);
    check(status);
    return (struct ans_str){bytes, (size_t)used};
}

static struct ans_str normalize(struct ans_arena *arena, struct ans_str s,
                                const UNormalizer2 *form)
{
    struct wide from;
    widen(&from, s);
    UErrorCode status = U_ZERO_ERROR;
    int32_t need = unorm2_normalize(form, from.ptr, from.len, NULL, 0, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR)
        status = U_ZERO_ERROR;
    check(status);
    UChar *to = allocate((size_t)need + 1, sizeof(*to));
    unorm2_normalize(form, from.ptr, from.len, to, need + 1, &status);
    check(status);
    struct ans_str result = narrow(arena, to, need);
    free(to);
    wide_free(&from);
    return result;
}

struct ans_str ans_icu_nfc(struct ans_arena *arena, struct ans_str s)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&status);
    check(status);
    return normalize(arena, s, form);
}

struct ans_str ans_icu_nfkd(struct ans_arena *arena, struct ans_str s)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFKDInstance(&status);
    check(status);
    return normalize(arena, s, form);
}

/* Title case as of one word: the first letter changes, no other does. */
static UCaseMap *cases(const char *lang)
{
    struct language *l = language(lang);
    UErrorCode status = U_ZERO_ERROR;
    if (!l->cases)
        l->cases = ucasemap_open(
            l->lang, U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE,
            &status);
    check(status);
    return l->cases;
}

struct ans_str ans_icu_lower(struct ans_arena *arena, struct ans_str s,
                             const char *lang)
{
    UCaseMap *map = cases(lang);
    int32_t room = size_of(s) * 3 + 1; /* no letter grows more */
    char *to = ans_arena_alloc(arena, (size_t)room);
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = ucasemap_utf8ToLower(map, to, room, s.ptr ? s.ptr : "",
                                       size_of(s), &status);
    check(status);
    return (struct ans_str){to, (size_t)len};
}

struct ans_str ans_icu_upper(struct ans_arena *arena, struct ans_str s,
                             const char *lang)
{
    UCaseMap *map = cases(lang);
    int32_t room = size_of(s) * 3 + 1;
    char *to = ans_arena_alloc(arena, (size_t)room);
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = ucasemap_utf8ToUpper(map, to, room, s.ptr ? s.ptr : "",
                                       size_of(s), &status);
    check(status);
    return (struct ans_str){to, (size_t)len};
}

struct ans_str ans_icu_title(struct ans_arena *arena, struct ans_str s,
                             const char *lang)
{
    UCaseMap *map = cases(lang);
    int32_t room = size_of(s) * 3 + 1;
    char *to = ans_arena_alloc(arena, (size_t)room);
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = ucasemap_utf8ToTitle(map, to, room, s.ptr ? s.ptr : "",
                                       size_of(s), &status);
    check(status);
    return (struct ans_str){to, (size_t)len};
}

size_t ans_icu_clusters(struct ans_str s, size_t most, size_t *bytes)
{
    struct tools *t = tools();
    UErrorCode status = U_ZERO_ERROR;
    if (!t->clusters)
        t->clusters = ubrk_open(UBRK_CHARACTER, "root", NULL, 0, &status);
    UText *text = utext_openUTF8(NULL, s.ptr ? s.ptr : "", size_of(s), &status);
    ubrk_setUText(t->clusters, text, &status);
    check(status);
    size_t count = 0;
    int32_t end = ubrk_first(t->clusters);
    while (count < most) {
        int32_t next = ubrk_next(t->clusters);
        if (next == UBRK_DONE)
            break;
        end = next;
        count++;
    }
    utext_close(text);
    *bytes = (size_t)end;
    return count;
}

static UCollator *collator(const char *lang)
{
    struct language *l = language(lang);
    UErrorCode status = U_ZERO_ERROR;
    if (!l->collator) {
        l->collator =
            ucol_open(ans_lang_rules(l->lang, ANS_LANG_ORDER), &status);
        ucol_setAttribute(l->collator, UCOL_NUMERIC_COLLATION, UCOL_ON,
                          &status);
    }
    check(status);
    return l->collator;
}

struct ans_str ans_icu_sort_key(struct ans_arena *arena, struct ans_str s,
                                const char *lang)
{
    const UCollator *order = collator(lang);
    struct wide w;
    widen(&w, s);
    uint8_t small[256];
    int32_t len = ucol_getSortKey(order, w.ptr, w.len, small, sizeof(small));
    uint8_t *to = ans_arena_alloc(arena, (size_t)len);
    if (len <= (int32_t)sizeof(small))
        memcpy(to, small, (size_t)len);
    else
        len = ucol_getSortKey(order, w.ptr, w.len, to, len);
    wide_free(&w);
    return (struct ans_str){(char *)to, (size_t)len - 1}; /* not the NUL */
}

const char *ans_icu_plural(int64_t n, const char *lang)
{
    static const char *const categories[] = {"zero", "one",  "two",
                                             "few",  "many", "other"};
    struct language *l = language(lang);
    UErrorCode status = U_ZERO_ERROR;
    if (!l->plurals)
        l->plurals =
            uplrules_open(ans_lang_rules(l->lang, ANS_LANG_COUNTS), &status);
    UChar word[16];
    int32_t len = uplrules_select(l->plurals, (double)n, word,
                                  (int32_t)ANS_COUNT(word), &status);
    check(status);
    char narrow_word[17] = {0};
    u_UCharsToChars(word, narrow_word, len);
    for (size_t i = 0; i < ANS_COUNT(categories); i++)
        if (!strcmp(categories[i], narrow_word))
            return categories[i];
    return "other";
}

struct ans_str ans_icu_number(struct ans_arena *arena, double n,
                              const char *lang)
{
    struct language *l = language(lang);
    UErrorCode status = U_ZERO_ERROR;
    if (!l->numbers) {
        l->numbers = unumf_openForSkeletonAndLocale(
            u"", 0, ans_lang_rules(l->lang, ANS_LANG_NUMBERS), &status);
        l->number = unumf_openResult(&status);
    }
    unumf_formatDouble(l->numbers, n, l->number, &status);
    int32_t len = 0;
    const UChar *text = ufmtval_getString(
        unumf_resultAsValue(l->number, &status), &len, &status);
    check(status);
    return narrow(arena, text, len);
}

bool ans_icu_is_mark(uint32_t c)
{
    return (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0;
}

bool ans_icu_is_space(uint32_t c)
{
    return u_isUWhiteSpace((UChar32)c);
}

/* The pattern of a date: Swedish writes hours with a full stop, English means
 * British English here, other languages have what CLDR gives them, or digits
 * (ISO 8601) when it gives no names of months. */
static void date_pattern(const char *lang, enum ans_icu_date form,
                         UChar pattern[PATTERN])
{
    static const UChar *const digits[FORMS] = {u"y", u"y-MM", u"y-MM-dd",
                                               u"y-MM-dd HH:mm"};
    static const UChar *const skeletons[FORMS] = {u"y", u"yMMMM", u"yMMMMd",
                                                  u"yMMMMdHHmm"};
    bool swedish = !strcmp(lang, "sv");
    bool english = !strcmp(lang, "en");
    if (form == ANS_ICU_MOMENT && (swedish || english)) {
        u_strcpy(pattern,
                 swedish ? u"d MMMM y 'kl.' HH.mm" : u"d MMMM y 'at' HH:mm");
        return;
    }
    const char *rules = ans_lang_rules(lang, ANS_LANG_DATES);
    if (!rules) {
        u_strcpy(pattern, digits[form]);
        return;
    }
    UErrorCode status = U_ZERO_ERROR;
    UDateTimePatternGenerator *make =
        udatpg_open(english ? "en_GB" : rules, &status);
    int32_t len = udatpg_getBestPattern(make, skeletons[form], -1, pattern,
                                        PATTERN - 1, &status);
    udatpg_close(make);
    check(status);
    pattern[len] = 0;
}

static UDateFormat *date_format(const char *lang, enum ans_icu_date form)
{
    struct language *l = language(lang);
    if (l->dates[form])
        return l->dates[form];
    UChar pattern[PATTERN];
    date_pattern(l->lang, form, pattern);
    const char *rules = ans_lang_rules(l->lang, ANS_LANG_DATES);
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, rules ? rules : "sv", u"UTC", 3,
                  pattern, -1, &status);
    /* A Gregorian calendar at all times, as ISO 8601 has it: ICU's own turns
     * Julian before 1582. */
    UCalendar *calendar =
        ucal_open(u"UTC", 3, rules ? rules : "sv", UCAL_GREGORIAN, &status);
    ucal_setGregorianChange(calendar, -8.64e15, &status);
    check(status);
    udat_setCalendar(format, calendar);
    ucal_close(calendar);
    l->dates[form] = format;
    return format;
}

struct ans_str ans_icu_date(struct ans_arena *arena, int64_t local_ms,
                            enum ans_icu_date form, const char *lang)
{
    UChar text[160];
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = udat_format(date_format(lang, form), (UDate)local_ms, text,
                              (int32_t)ANS_COUNT(text), NULL, &status);
    check(status);
    return narrow(arena, text, len);
}

static UCalendar *sweden(void)
{
    struct tools *t = tools();
    UErrorCode status = U_ZERO_ERROR;
    if (!t->sweden)
        t->sweden =
            ucal_open(u"Europe/Stockholm", -1, "sv", UCAL_GREGORIAN, &status);
    check(status);
    return t->sweden;
}

int64_t ans_icu_offset(int64_t ms)
{
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *clock = sweden();
    ucal_setMillis(clock, (UDate)ms, &status);
    int32_t standard = ucal_get(clock, UCAL_ZONE_OFFSET, &status);
    int32_t summer = ucal_get(clock, UCAL_DST_OFFSET, &status);
    check(status);
    return standard + summer;
}

int64_t ans_icu_offset_local(int64_t local_ms)
{
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *clock = sweden();
    ucal_setMillis(clock, (UDate)local_ms, &status);
    int32_t standard = 0;
    int32_t summer = 0;
    ucal_getTimeZoneOffsetFromLocal(clock, UCAL_TZ_LOCAL_FORMER,
                                    UCAL_TZ_LOCAL_FORMER, &standard, &summer,
                                    &status);
    check(status);
    return standard + summer;
}

int ans_icu_version(void)
{
    UVersionInfo version;
    u_getVersion(version);
    return version[0] * 100 + version[1];
}
