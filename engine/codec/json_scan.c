#include "codec/json_scan.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"

#define MOST_NUMBER 60 /* characters; cJSON cuts at 63 without a word */

static char at(struct ans_str s, size_t i)
{
    return i < s.len ? s.ptr[i] : '\0';
}

static bool refuse(struct ans_err *err, const char *what, size_t offset)
{
    return ans_err_set(err, ANS_ERR_INPUT, "not JSON: %s at byte %zu", what,
                       offset);
}

static size_t skip_digits(struct ans_str s, size_t i)
{
    while (at(s, i) >= '0' && at(s, i) <= '9')
        i++;
    return i;
}

/* The end of a number at `i` by the grammar of RFC 8259, 6; 0: it is none. */
static size_t number_end(struct ans_str s, size_t i)
{
    i += at(s, i) == '-';
    size_t end = skip_digits(s, i);
    if (end == i || (at(s, i) == '0' && end > i + 1))
        return 0;
    if (at(s, end) == '.') {
        i = end + 1;
        end = skip_digits(s, i);
        if (end == i)
            return 0;
    }
    if (at(s, end) == 'e' || at(s, end) == 'E') {
        i = end + 1;
        i += at(s, i) == '+' || at(s, i) == '-';
        end = skip_digits(s, i);
        if (end == i)
            return 0;
    }
    return end;
}

static bool scan_number(struct ans_str s, size_t *i, struct ans_err *err)
{
    size_t start = *i;
    size_t end = number_end(s, start);
    if (!end)
        return refuse(err, "a malformed number", start);
    char text[MOST_NUMBER + 1] = {0};
    if (end - start > MOST_NUMBER)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "a number of more than %d characters at byte %zu",
                           MOST_NUMBER, start);
    memcpy(text, s.ptr + start, end - start);
    if (!isfinite(strtod(text, NULL)))
        return refuse(err, "a number out of range", start);
    *i = end;
    return true;
}

/* The bytes that the character at `i` should have, by its first. */
static size_t char_size(struct ans_str s, size_t i)
{
    unsigned char first = (unsigned char)at(s, i);
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* From the opening quote to after the closing one. */
static bool scan_string(struct ans_str s, size_t *i, struct ans_err *err)
{
    size_t start = (*i)++;
    while (*i < s.len && s.ptr[*i] != '"') {
        size_t size = char_size(s, *i);
        struct ans_str c = ans_str_sub(s, *i, size);
        if (c.len < size || !ans_text_valid(c))
            return refuse(err, "invalid UTF-8", *i);
        if ((unsigned char)s.ptr[*i] < 0x20)
            return refuse(err, "a raw control character", *i);
        if (ans_str_is(ans_str_sub(s, *i, 6), "\\u0000"))
            return refuse(err, "a NUL character", *i);
        *i += s.ptr[*i] == '\\' ? 2 : size;
    }
    if (*i >= s.len)
        return refuse(err, "an endless string", start);
    ++*i;
    return true;
}

static bool is_plain(char c)
{
    return c && strchr(" \t\r\n,:abcdefghijklmnopqrstuvwxyz", c);
}

bool ans_json_scan(struct ans_str text, size_t most_depth, struct ans_err *err)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.len;) {
        char c = text.ptr[i];
        bool opens = c == '[' || c == '{';
        bool closes = c == ']' || c == '}';
        depth += opens;
        if (depth > most_depth)
            return ans_err_set(err, ANS_ERR_LIMIT,
                               "deeper than %zu levels at byte %zu", most_depth,
                               i);
        if (closes && depth)
            depth--;
        if (c == '"') {
            if (!scan_string(text, &i, err))
                return false;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            if (!scan_number(text, &i, err))
                return false;
        } else if (opens || closes || is_plain(c)) {
            i++;
        } else {
            return refuse(err, "a character out of place", i);
        }
    }
    return true;
}

size_t ans_json_scan_key(struct ans_str text, size_t number)
{
    for (size_t i = 0; i < text.len;) {
        if (text.ptr[i] != '"') {
            i++;
            continue;
        }
        size_t start = i;
        if (!scan_string(text, &i, NULL))
            break;
        struct ans_str rest = ans_str_trim(ans_str_sub(text, i, SIZE_MAX));
        if (at(rest, 0) == ':' && number-- == 0)
            return start;
    }
    return 0;
}
