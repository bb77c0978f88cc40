#include "base/buf.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void ans_buf_free(struct ans_buf *b)
{
    free(b->ptr);
    *b = (struct ans_buf){.limit = b->limit};
}

static bool fits(struct ans_buf *b, size_t len)
{
    if (len < SIZE_MAX / 4 && (!b->limit || b->len + len <= b->limit))
        return true;
    b->overflow = true;
    return false;
}

static char *make_room(struct ans_buf *b, size_t len)
{
    if (b->cap - b->len < len) {
        size_t cap = b->cap ? b->cap : 256;
        while (cap - b->len < len)
            cap *= 2;
        char *larger = realloc(b->ptr, cap);
        if (!larger)
            abort();
        b->ptr = larger;
        b->cap = cap;
    }
    return b->ptr + b->len;
}

char *ans_buf_reserve(struct ans_buf *b, size_t len)
{
    /* never NULL but for the limit, not even for an empty piece */
    return fits(b, len) ? make_room(b, len ? len : 1) : NULL;
}

void ans_buf_add(struct ans_buf *b, struct ans_str s)
{
    if (!s.len)
        return;
    char *to = ans_buf_reserve(b, s.len);
    if (!to)
        return;
    memcpy(to, s.ptr, s.len);
    b->len += s.len;
}

void ans_buf_add_z(struct ans_buf *b, const char *z)
{
    ans_buf_add(b, ans_str_from(z));
}

void ans_buf_add_byte(struct ans_buf *b, char byte)
{
    ans_buf_add(b, (struct ans_str){&byte, 1});
}

void ans_buf_add_int(struct ans_buf *b, int64_t n)
{
    char digits[24];
    int len = snprintf(digits, sizeof(digits), "%" PRId64, n);
    ans_buf_add(b, (struct ans_str){digits, (size_t)len});
}

void ans_buf_printf(struct ans_buf *b, const char *fmt, ...)
{
    va_list va;
    va_start(va, fmt);
    va_list again;
    va_copy(again, va);
    int len = vsnprintf(NULL, 0, fmt, va);
    if (len >= 0 && fits(b, (size_t)len)) {
        char *to = make_room(b, (size_t)len + 1); /* the NUL does not count */
        vsnprintf(to, (size_t)len + 1, fmt, again);
        b->len += (size_t)len;
    }
    va_end(again);
    va_end(va);
}
