#include "view/marks.h"

#define OPEN  '\x0e'
#define WORDS '\x02'
#define CLOSE '\x0f'

#define LONGEST_LANG 8

static bool is_mark(char c)
{
    return c <= CLOSE && (c == OPEN || c == WORDS || c == CLOSE);
}

static size_t plain_length(struct ans_str s)
{
    size_t n = 0;
    while (n < s.len && !is_mark(s.ptr[n]))
        n++;
    return n;
}

bool ans_marks_in(struct ans_str s)
{
    return plain_length(s) < s.len;
}

/* The language after an opening mark; empty when it is none. */
static struct ans_str lang_at(struct ans_str s)
{
    size_t n = 1;
    while (n < s.len && n <= LONGEST_LANG && s.ptr[n] >= 'a' && s.ptr[n] <= 'z')
        n++;
    bool good = n > 1 && n < s.len && s.ptr[n] == WORDS;
    return ans_str_sub(s, 1, good ? n - 1 : 0);
}

bool ans_marks_next(struct ans_str *rest, struct ans_mark_piece *piece)
{
    while (rest->len) {
        size_t used = plain_length(*rest);
        if (used) {
            *piece = (struct ans_mark_piece){ANS_MARK_TEXT,
                                             ans_str_sub(*rest, 0, used)};
            *rest = ans_str_sub(*rest, used, SIZE_MAX);
            return true;
        }
        char mark = rest->ptr[0];
        struct ans_str lang = lang_at(*rest);
        bool opens = mark == OPEN && lang.len;
        *rest = ans_str_sub(*rest, opens ? lang.len + 2 : 1, SIZE_MAX);
        *piece = (struct ans_mark_piece){opens ? ANS_MARK_OPEN : ANS_MARK_CLOSE,
                                         lang};
        if (opens || mark == CLOSE)
            return true;
    }
    return false;
}

bool ans_marks_whole(struct ans_str s, struct ans_str *lang,
                     struct ans_str *words)
{
    struct ans_str rest = s;
    struct ans_mark_piece piece;
    if (s.len < 4 || s.ptr[0] != OPEN || s.ptr[s.len - 1] != CLOSE ||
        !ans_marks_next(&rest, &piece) || piece.is != ANS_MARK_OPEN)
        return false;
    *lang = piece.str;
    *words = ans_str_sub(rest, 0, rest.len - 1);
    return !ans_marks_in(*words);
}

void ans_marks_strip(struct ans_str s, struct ans_buf *out)
{
    struct ans_mark_piece piece;
    while (ans_marks_next(&s, &piece))
        if (piece.is == ANS_MARK_TEXT)
            ans_buf_add(out, piece.str);
}
