#include "markdown/fill.h"

#define LONGEST_WORD 64

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

/* The word of "{word}" at the start of `s`; empty when it begins none. */
static struct ans_str word_at(struct ans_str s)
{
    size_t end = 1;
    while (end < s.len && end <= LONGEST_WORD && is_word_char(s.ptr[end]))
        end++;
    if (end == 1 || end >= s.len || s.ptr[end] != '}')
        return (struct ans_str){0};
    return ans_str_sub(s, 1, end - 1);
}

bool ans_fill_add(struct ans_buf *out, struct ans_str text,
                  ans_placeholder_fn *fill, void *context, struct ans_err *err)
{
    while (text.len) {
        ptrdiff_t brace = ans_str_find(text, '{');
        if (brace < 0)
            brace = (ptrdiff_t)text.len;
        ans_buf_add(out, ans_str_sub(text, 0, (size_t)brace));
        text = ans_str_sub(text, (size_t)brace, text.len);
        if (!text.len)
            break;
        struct ans_str word = word_at(text);
        size_t used = 1;
        if (ans_str_starts(text, ANS_STR("{{"))) {
            ans_buf_add_byte(out, '{');
            used = 2;
        } else if (word.len) {
            struct ans_str value = {0};
            if (!fill(context, word, &value))
                return ans_err_set(err, ANS_ERR_INPUT,
                                   "{%.*s} is not a word that can stand here",
                                   ANS_STR_ARG(word));
            ans_buf_add(out, value);
            used = word.len + 2;
        } else {
            ans_buf_add_byte(out, '{');
        }
        text = ans_str_sub(text, used, text.len);
    }
    return true;
}

bool ans_fill(struct ans_arena *arena, struct ans_str line,
              ans_placeholder_fn *fill, void *context, struct ans_str *out,
              struct ans_err *err)
{
    *out = (struct ans_str){0};
    if (!fill || ans_str_find(line, '{') < 0) {
        *out = ans_arena_str(arena, line);
        return true;
    }
    struct ans_buf b = {.limit = ANS_MARKDOWN_MOST_OUT};
    bool ok = ans_fill_add(&b, line, fill, context, err);
    if (ok && b.overflow)
        ok = ans_err_set(err, ANS_ERR_LIMIT, "the filled line is too long");
    if (ok)
        *out = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return ok;
}
