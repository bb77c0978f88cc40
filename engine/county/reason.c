#include "county/reason.h"

#include "base/attr.h"

enum {
    MOST_PARTS = 4,
    DEEPEST = 4 /* reasons within reasons: "cannot read x: no space left" */
};

static const struct {
    const char *en;
    const char *sv;
} table[] = {
#define X(en, sv) {en, sv},
#include "county/reasons.def"
#undef X
};

struct parts {
    struct ans_str items[MOST_PARTS];
};

/* Does one of the parts stand here? */
static bool is_part(const char *p)
{
    return (*p == '%' || *p == '~') && p[1] >= '1' && p[1] < '1' + MOST_PARTS;
}

/* Does the sentence read as the pattern does? "%1" stands for as little as
 * will do, and never for nothing. */
static bool reads_as(const char *pattern, struct ans_str s, struct parts *parts)
{
    while (*pattern && !is_part(pattern)) {
        if (!s.len || s.ptr[0] != *pattern)
            return false;
        s = ans_str_sub(s, 1, SIZE_MAX);
        pattern++;
    }
    if (!*pattern)
        return !s.len;
    struct ans_str *part = &parts->items[pattern[1] - '1'];
    pattern += 2;
    *part = s;
    if (!*pattern)
        return s.len > 0;
    for (size_t len = 1; len <= s.len; len++) {
        *part = ans_str_sub(s, 0, len);
        if (reads_as(pattern, ans_str_sub(s, len, SIZE_MAX), parts))
            return true;
    }
    return false;
}

static bool say(struct ans_buf *out, struct ans_str english, int depth);

static void fill(struct ans_buf *out, const char *sv, const struct parts *parts,
                 int depth)
{
    for (; *sv; sv++) {
        if (!is_part(sv)) {
            ans_buf_add_byte(out, *sv);
            continue;
        }
        bool reason = *sv == '~';
        struct ans_str part = parts->items[*++sv - '1'];
        if (!reason || !say(out, part, depth + 1))
            ans_buf_add(out, part);
    }
}

static bool say(struct ans_buf *out, struct ans_str english, int depth)
{
    for (size_t i = 0; depth < DEEPEST && i < ANS_COUNT(table); i++) {
        struct parts parts = {0};
        if (!reads_as(table[i].en, english, &parts))
            continue;
        fill(out, table[i].sv, &parts, depth);
        return true;
    }
    return false;
}

bool ans_reason_swedish(struct ans_buf *out, struct ans_str english)
{
    return say(out, english, 0);
}
