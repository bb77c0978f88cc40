#include "base/str.h"

static unsigned char lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int ans_str_cmp(struct ans_str a, struct ans_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool ans_str_eq_nocase(struct ans_str a, struct ans_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    return true;
}

bool ans_str_starts(struct ans_str s, struct ans_str prefix)
{
    return ans_str_eq(ans_str_sub(s, 0, prefix.len), prefix);
}

bool ans_str_ends(struct ans_str s, struct ans_str suffix)
{
    return s.len >= suffix.len &&
           ans_str_eq(ans_str_sub(s, s.len - suffix.len, suffix.len), suffix);
}

ptrdiff_t ans_str_find(struct ans_str s, char byte)
{
    const char *hit = s.len ? memchr(s.ptr, byte, s.len) : NULL;
    return hit ? hit - s.ptr : -1;
}

ptrdiff_t ans_str_find_str(struct ans_str s, struct ans_str part)
{
    if (!part.len)
        return 0;
    const char *hit = s.len ? memmem(s.ptr, s.len, part.ptr, part.len) : NULL;
    return hit ? hit - s.ptr : -1;
}

struct ans_str ans_str_sub(struct ans_str s, size_t at, size_t len)
{
    if (at >= s.len)
        return (struct ans_str){NULL, 0};
    size_t left = s.len - at;
    return (struct ans_str){s.ptr + at, len < left ? len : left};
}

struct ans_str ans_str_cut(struct ans_str *rest, char byte)
{
    struct ans_str all = *rest;
    ptrdiff_t at = ans_str_find(all, byte);
    if (at < 0) {
        *rest = (struct ans_str){NULL, 0};
        return all;
    }
    *rest = ans_str_sub(all, (size_t)at + 1, SIZE_MAX);
    return ans_str_sub(all, 0, (size_t)at);
}

struct ans_str ans_str_trim(struct ans_str s)
{
    while (s.len && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool ans_str_int(struct ans_str s, int64_t *out)
{
    bool negative = s.len && s.ptr[0] == '-';
    size_t i = negative;
    if (i == s.len)
        return false;
    uint64_t limit = (uint64_t)INT64_MAX + negative;
    uint64_t n = 0;
    for (; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        uint64_t digit = (uint64_t)(s.ptr[i] - '0');
        if (n > (limit - digit) / 10)
            return false;
        n = n * 10 + digit;
    }
    *out = negative ? (int64_t)(0 - n) : (int64_t)n;
    return true;
}

uint64_t ans_str_hash(struct ans_str s)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * 1099511628211u;
    return hash;
}
