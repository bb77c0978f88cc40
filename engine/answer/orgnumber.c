#include "answer/orgnumber.h"

#include "base/attr.h"

#define DIGITS       10
#define WITH_CENTURY 12

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The bytes of a hyphen, or of a dash that a program made of one, or of the
 * plus sign that stands for it when a person has turned a hundred. */
static size_t dash_size(struct ans_str s)
{
    static const char *const dashes[] = {"-",      "+",      "\u2010", "\u2011",
                                         "\u2012", "\u2013", "\u2212"};
    for (size_t i = 0; i < ANS_COUNT(dashes); i++)
        if (ans_str_starts(s, ans_str_from(dashes[i])))
            return strlen(dashes[i]);
    return 0;
}

static size_t space_size(struct ans_str s)
{
    static const char *const spaces[] = {" ", "\t", "\u00a0", "\u2009",
                                         "\u202f"};
    for (size_t i = 0; i < ANS_COUNT(spaces); i++)
        if (ans_str_starts(s, ans_str_from(spaces[i])))
            return strlen(spaces[i]);
    return 0;
}

/* The digits of what was typed: 10 or 12, with at most one dash before the
 * last four. Returns how many, 0 when it is something else. */
static size_t read_digits(struct ans_str typed, char digits[WITH_CENTURY])
{
    size_t count = 0;
    size_t dash_at = 0;
    for (size_t i = 0; i < typed.len;) {
        struct ans_str rest = ans_str_sub(typed, i, typed.len);
        size_t space = space_size(rest);
        size_t dash = dash_size(rest);
        if (space) {
            i += space;
        } else if (dash && count && !dash_at) {
            dash_at = count;
            i += dash;
        } else if (is_digit(rest.ptr[0]) && count < WITH_CENTURY) {
            digits[count++] = rest.ptr[0];
            i++;
        } else {
            return 0;
        }
    }
    if (count != DIGITS && count != WITH_CENTURY)
        return 0;
    return dash_at && dash_at != count - 4 ? 0 : count;
}

static int two(const char *digits)
{
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* An organisation's third and fourth digits are at least 20; a person's are a
 * month, and a day follows, or a day and 60 (coordination number). */
static bool middle_valid(const char *ten)
{
    int month = two(ten + 2);
    int day = two(ten + 4) % 60;
    return month >= 20 || (month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

/* 16 stands before an organisation's number, a century before a person's. */
static bool century_valid(const char *twelve)
{
    int century = two(twelve);
    bool person = two(twelve + 4) < 20;
    return person ? century >= 18 && century <= 20 : century == 16;
}

/* Luhn: every other digit doubled, digits of the products added up. */
static bool check_digit_valid(const char *ten)
{
    int sum = 0;
    for (int i = 0; i < DIGITS; i++) {
        int n = (ten[i] - '0') * (i % 2 ? 1 : 2);
        sum += n > 9 ? n - 9 : n;
    }
    return sum % 10 == 0;
}

enum ans_org_number ans_org_number_parse(struct ans_arena *arena,
                                         struct ans_str typed,
                                         struct ans_str *out)
{
    char digits[WITH_CENTURY] = {0};
    size_t count = read_digits(typed, digits);
    if (!count || (count == WITH_CENTURY && !century_valid(digits)))
        return ANS_ORG_FORM;
    const char *ten = digits + count - DIGITS;
    if (!middle_valid(ten))
        return ANS_ORG_FORM;
    if (!check_digit_valid(ten))
        return ANS_ORG_CHECK_DIGIT;
    *out = ans_arena_str(arena, (struct ans_str){ten, DIGITS});
    return ANS_ORG_GOOD;
}

bool ans_org_number_is_personal(struct ans_str ten_digits)
{
    return ten_digits.len == DIGITS && ten_digits.ptr[2] < '2';
}

struct ans_str ans_org_number_text(struct ans_arena *arena,
                                   struct ans_str ten_digits)
{
    if (ten_digits.len != DIGITS)
        return ans_arena_str(arena, ten_digits);
    return ans_arena_printf(arena, "%.6s-%.4s", ten_digits.ptr,
                            ten_digits.ptr + 6);
}
