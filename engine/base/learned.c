#include "base/learned.h"

/* Days of two digits and of one, none of whose numbers is part of another's.
 */
#define YEAR     2017
#define DAY      23
#define TRY_YEAR 1985
#define TRY_DAY  4

static size_t count_digits(struct ans_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.ptr[i] >= '0' && s.ptr[i] <= '9';
    return n;
}

/* Cut day and year out of what ICU says; false when they do not stand there
 * once each, in these digits, with no others. */
static bool learn_month(struct ans_learned_month *m, struct ans_str said)
{
    ptrdiff_t day = ans_str_find_str(said, ANS_STR("23"));
    ptrdiff_t year = ans_str_find_str(said, ANS_STR("2017"));
    if (day < 0 || year < 0 || count_digits(said) != 6 ||
        said.len - 6 > ANS_LEARNED_LONGEST)
        return false;
    for (size_t i = 0; i < said.len; i++)
        if (said.ptr[i] < '0' || said.ptr[i] > '9')
            m->text[m->len++] = said.ptr[i];
    m->day_at = (unsigned char)(day > year ? day - 4 : day);
    m->year_at = (unsigned char)(year > day ? year - 2 : year);
    return m->day_at != m->year_at; /* else which comes first is forgotten */
}

static struct ans_str say(const struct ans_learned_month *m,
                          struct ans_arena *arena, struct ans_date d)
{
    char *out = ans_arena_alloc(arena, (size_t)m->len + 7);
    size_t len = 0;
    for (size_t i = 0; i <= m->len; i++) {
        if (i == m->day_at && d.day > 9)
            out[len++] = (char)('0' + d.day / 10);
        if (i == m->day_at)
            out[len++] = (char)('0' + d.day % 10);
        for (int part = 1000; i == m->year_at && part; part /= 10)
            out[len++] = (char)('0' + d.year / part % 10);
        if (i < m->len)
            out[len++] = m->text[i];
    }
    return (struct ans_str){out, len};
}

static bool learn_days(struct ans_learned *l, struct ans_arena *arena,
                       ans_learned_day_fn *ask, const char *lang)
{
    bool learned = true;
    for (int i = 0; learned && i < 12; i++) {
        struct ans_learned_month *m = &l->months[i];
        const struct ans_date try = {TRY_YEAR, i + 1, TRY_DAY};
        *m = (struct ans_learned_month){.len = 0};
        learned = learn_month(m, ask(arena, (struct ans_date){YEAR, i + 1, DAY},
                                     lang)) &&
                  ans_str_eq(say(m, arena, try), ask(arena, try, lang));
    }
    return learned;
}

bool ans_learned_day(struct ans_learned *l, struct ans_arena *arena,
                     struct ans_date day, ans_learned_day_fn *ask,
                     const char *lang, struct ans_str *out)
{
    if (l->days == ANS_LEARNED_NOT_YET)
        l->days =
            learn_days(l, arena, ask, lang) ? ANS_LEARNED : ANS_LEARNED_NEVER;
    if (l->days != ANS_LEARNED || day.year < 1000 || day.year > 9999)
        return false;
    *out = say(&l->months[day.month - 1], arena, day);
    return true;
}

/* The digits are ours; how thousands are parted is ICU's to say. */
bool ans_learned_number(struct ans_learned *l, struct ans_arena *arena,
                        double n, ans_learned_number_fn *ask, const char *lang,
                        struct ans_str *out)
{
    if (l->numbers == ANS_LEARNED_NOT_YET)
        l->numbers = ans_str_is(ask(arena, 968, lang), "968") &&
                             ans_str_is(ask(arena, 7, lang), "7")
                         ? ANS_LEARNED
                         : ANS_LEARNED_NEVER;
    int whole = n >= 0 && n < 1000 ? (int)n : -1;
    if (l->numbers != ANS_LEARNED || whole < 0 || n > whole || n < whole)
        return false;
    *out = ans_arena_printf(arena, "%d", whole);
    return true;
}
