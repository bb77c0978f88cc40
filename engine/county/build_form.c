/* Strings that must have a form. */
#include "codec/url.h"
#include "county/building.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool ans_form_digits(struct ans_str s, size_t count)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.ptr[i]))
            return false;
    return s.len == count;
}

bool ans_form_id(struct ans_str s, bool underscores)
{
    if (!s.len || s.len > 40)
        return false;
    /* What names no answer may be a year, a code or a number. */
    if (!is_letter(s.ptr[0]) && (underscores || !is_digit(s.ptr[0])))
        return false;
    for (size_t i = 1; i < s.len; i++)
        if (!is_letter(s.ptr[i]) && !is_digit(s.ptr[i]) && s.ptr[i] != '_' &&
            (underscores || s.ptr[i] != '-'))
            return false;
    return true;
}

/* "a-b.c": labels of letters, digits and inner hyphens, two at least. */
bool ans_form_host(struct ans_str s)
{
    size_t labels = 0;
    if (!s.len || s.len > 253 || s.ptr[s.len - 1] == '.')
        return false;
    while (s.len) {
        struct ans_str label = ans_str_cut(&s, '.');
        if (!label.len || label.len > 63 || label.ptr[0] == '-' ||
            label.ptr[label.len - 1] == '-')
            return false;
        for (size_t i = 0; i < label.len; i++)
            if (!is_letter(label.ptr[i]) && !is_digit(label.ptr[i]) &&
                label.ptr[i] != '-')
                return false;
        labels++;
    }
    return labels >= 2;
}

bool ans_form_email(struct ans_str s)
{
    struct ans_str domain = s;
    struct ans_str local = ans_str_cut(&domain, '@');
    char folded[254];
    if (!local.len || local.len > 64 || domain.len > sizeof folded)
        return false;
    for (size_t i = 0; i < local.len; i++) {
        char c = local.ptr[i];
        bool word = is_letter(c) || is_digit(c) || (c >= 'A' && c <= 'Z');
        bool inner = i && i + 1 < local.len && c == '.';
        if (!word && !inner && c != '-' && c != '_' && c != '+')
            return false;
    }
    for (size_t i = 0; i < domain.len; i++) {
        char c = domain.ptr[i];
        folded[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return ans_form_host((struct ans_str){folded, domain.len});
}

bool ans_form_phone(struct ans_str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (is_digit(c))
            digits++;
        else if (c != ' ' && c != '-' && !(c == '+' && !i))
            return false;
    }
    return digits >= 5 && digits <= 15;
}

/* Ten digits with or without a hyphen before the last four; the last by the
 * Luhn formula (SKV 709). */
bool ans_form_org_number(struct ans_str s)
{
    int sum = 0;
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '-' && i == 6 && s.len == 11)
            continue;
        if (!is_digit(s.ptr[i]))
            return false;
        int d = s.ptr[i] - '0';
        if (digits++ % 2 == 0)
            d = d * 2 > 9 ? d * 2 - 9 : d * 2;
        sum += d;
    }
    return digits == 10 && sum % 10 == 0;
}

bool ans_form_keep(struct ans_str s)
{
    struct ans_keep keep;
    return ans_keep_parse(s, &keep);
}
