/* Types that count: numbers as Swedes type them. */
#include "answer/judging.h"

#include <stdlib.h>

#define MOST_DIGITS 15       /* before the comma: exact in a double */
#define MOST_COUNT  99999999 /* people; ten times those of Sweden */

struct number {
    bool minus;
    char digits[MOST_DIGITS + 1]; /* before the comma */
    size_t whole;                 /* how many */
    char after[MOST_DIGITS + 1];  /* behind it */
    size_t decimals;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A space that may part thousands; all kinds of it are typed and pasted. */
static size_t space_size(struct ans_str s)
{
    static const char *const spaces[] = {" ", "\u00a0", "\u2009", "\u202f"};
    for (size_t i = 0; i < ANS_COUNT(spaces); i++)
        if (ans_str_starts(s, ans_str_from(spaces[i])))
            return strlen(spaces[i]);
    return 0;
}

static bool cut_minus(struct ans_str *s)
{
    static const char *const signs[] = {"-", "\u2212", "\u2013"};
    for (size_t i = 0; i < ANS_COUNT(signs); i++)
        if (ans_str_starts(*s, ans_str_from(signs[i]))) {
            *s = ans_str_sub(*s, strlen(signs[i]), s->len);
            return true;
        }
    return false;
}

static size_t count_digits(struct ans_str s)
{
    size_t n = 0;
    while (n < s.len && is_digit(s.ptr[n]))
        n++;
    return n;
}

/* "1 234" or "1234": groups behind a space have three digits each. */
static bool cut_whole(struct ans_str *s, struct number *n)
{
    for (bool first = true;; first = false) {
        size_t space = first ? 0 : space_size(*s);
        if (!first && !space)
            return true;
        *s = ans_str_sub(*s, space, s->len);
        size_t count = count_digits(*s);
        if (!count || n->whole + count > MOST_DIGITS || (!first && count != 3))
            return false;
        memcpy(n->digits + n->whole, s->ptr, count);
        n->whole += count;
        *s = ans_str_sub(*s, count, s->len);
        if (first && space_size(*s) && count > 3)
            return false;
    }
}

/* The comma is ours; a point is taken for one. */
static bool read_number(struct ans_str s, struct number *n)
{
    *n = (struct number){.minus = cut_minus(&s)};
    if (!cut_whole(&s, n))
        return false;
    if (!s.len)
        return true;
    if (s.ptr[0] != ',' && s.ptr[0] != '.')
        return false;
    s = ans_str_sub(s, 1, s.len);
    n->decimals = count_digits(s);
    if (!n->decimals || n->decimals != s.len || n->decimals > MOST_DIGITS)
        return false;
    memcpy(n->after, s.ptr, n->decimals);
    return true;
}

/* Without its last zeros, which say nothing. */
static void drop_zeros(struct number *n)
{
    while (n->decimals && n->after[n->decimals - 1] == '0')
        n->after[--n->decimals] = 0;
}

/* An ANS_INT when it is whole, as JSON would read it. */
static struct ans_value value_of(const struct number *n)
{
    if (!n->decimals) {
        int64_t i = 0;
        ans_str_int(ans_str_from(n->digits), &i);
        return ans_value_int(n->minus ? -i : i);
    }
    double value = 0;
    for (size_t i = 0; i < n->whole; i++)
        value = value * 10 + (n->digits[i] - '0');
    double part = 0;
    double scale = 1;
    for (size_t i = 0; i < n->decimals; i++) {
        part = part * 10 + (n->after[i] - '0');
        scale *= 10;
    }
    /* One division, so that 0,1 becomes what the literal 0.1 is. */
    value = (value * scale + part) / scale;
    return ans_value_num(n->minus ? -value : value);
}

static double as_double(struct ans_value v)
{
    return v.type == ANS_INT ? (double)v.i : v.n;
}

static struct ans_value limit_value(double limit)
{
    return limit == (double)(int64_t)limit ? ans_value_int((int64_t)limit)
                                           : ans_value_num(limit);
}

enum ans_judged ans_judge_number(struct ans_judging *j,
                                 const struct ans_question *q,
                                 struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    struct number n;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    if (!read_number(typed, &n))
        return ans_judge_wrong(j, q, name, "not-a-number");
    drop_zeros(&n);
    if (n.decimals && !q->decimals)
        return ans_judge_wrong(j, q, name, "not-whole");
    if ((int64_t)n.decimals > q->decimals) {
        struct ans_map *values =
            ans_judge_problem(j, q, name, "too-many-decimals");
        ans_map_put_int(values, "decimals", q->decimals);
        return ANS_JUDGED_WRONG;
    }
    *out = value_of(&n);
    double value = as_double(*out);
    bool small = q->has_from && value < q->from;
    if (small || (q->has_to && value > q->to)) {
        struct ans_map *values =
            ans_judge_problem(j, q, name, small ? "too-small" : "too-large");
        ans_map_put(values, small ? "from" : "to",
                    limit_value(small ? q->from : q->to));
        return ANS_JUDGED_WRONG;
    }
    return ANS_JUDGED_GOOD;
}

static enum ans_judged judge_count(struct ans_judging *j,
                                   const struct ans_question *q,
                                   struct ans_str field, int64_t *count)
{
    struct ans_str typed;
    struct number n;
    enum ans_judged judged = ans_judge_one(j, q, field, true, &typed);
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    if (!read_number(typed, &n) || n.minus || n.decimals)
        return ans_judge_wrong(j, q, field, "not-a-count");
    *count = value_of(&n).i;
    if (*count <= MOST_COUNT)
        return ANS_JUDGED_GOOD;
    struct ans_map *values = ans_judge_problem(j, q, field, "too-large");
    ans_map_put_int(values, "to", MOST_COUNT);
    return ANS_JUDGED_WRONG;
}

/* Women and men go together: one without the other is no answer by sex. What
 * is other or unknown may be left out. */
enum ans_judged ans_judge_by_sex(struct ans_judging *j,
                                 const struct ans_question *q,
                                 struct ans_str name, struct ans_value *out)
{
    static const char *const parts[] = {"women", "men", "other"};
    size_t count = q->other ? 3 : 2;
    enum ans_judged judged[3] = {0};
    bool wrong = false;
    bool good = false;
    struct ans_map *answer = ans_map_new(j->arena);
    for (size_t i = 0; i < count; i++) {
        int64_t n = 0;
        judged[i] = judge_count(j, q, ans_judge_part(j, name, parts[i]), &n);
        wrong |= judged[i] == ANS_JUDGED_WRONG;
        good |= judged[i] == ANS_JUDGED_GOOD;
        if (judged[i] == ANS_JUDGED_GOOD)
            ans_map_put_int(answer, parts[i], n);
    }
    if (!wrong && !good)
        return ANS_JUDGED_BLANK;
    for (size_t i = 0; i < 2; i++)
        if (judged[i] == ANS_JUDGED_BLANK) {
            ans_judge_problem(j, q, ans_judge_part(j, name, parts[i]),
                              "incomplete");
            wrong = true;
        }
    *out = ans_value_map(answer);
    return wrong ? ANS_JUDGED_WRONG : ANS_JUDGED_GOOD;
}
