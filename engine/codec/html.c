#include "codec/html.h"

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void ans_html_escape(struct ans_buf *out, struct ans_str s)
{
    size_t start = 0;
    for (size_t i = 0; i < s.len; i++) {
        /* All of them stand at or before '>': most letters need one look. */
        const char *e = s.ptr[i] > '>' ? NULL : entity(s.ptr[i]);
        if (!e)
            continue;
        ans_buf_add(out, ans_str_sub(s, start, i - start));
        ans_buf_add_z(out, e);
        start = i + 1;
    }
    ans_buf_add(out, ans_str_sub(s, start, SIZE_MAX));
}
