/* Whatever the text, the HTML holds only the tags that this module writes,
 * well nested, and no address that a page may not carry. */
#include <stdint.h>
#include <stdlib.h>

#include "base/attr.h"
#include "markdown/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const tags[] = {
    "p",  "h1", "h2", "h3",     "h4",  "h5",   "h6",         "ul",
    "ol", "li", "em", "strong", "pre", "code", "blockquote", "a",
};

static bool word(void *context, struct ans_str w, struct ans_str *out)
{
    (void)context;
    *out = ANS_STR("<b>\"'&*x* {name}");
    return w.len != 3;
}

static size_t known(struct ans_str tag)
{
    for (size_t i = 0; i < ANS_COUNT(tags); i++)
        if (ans_str_is(tag, tags[i]))
            return i;
    abort();
}

static void check_start(struct ans_str tag)
{
    struct ans_str name = ans_str_cut(&tag, ' ');
    if (ans_str_is(name, "ol")) {
        if (!ans_str_starts(tag, ANS_STR("start=\"")))
            abort();
        return;
    }
    if (!ans_str_is(name, "a") || !ans_str_starts(tag, ANS_STR("href=\"")))
        abort();
    struct ans_str href = ans_str_sub(tag, 6, tag.len);
    static const char *const good[] = {
        "/", "#", "http:", "https:", "mailto:", "tel:"};
    struct ans_str value = ans_str_cut(&href, '"');
    for (size_t i = 0; i < ANS_COUNT(good); i++)
        if (ans_str_eq_nocase(ans_str_sub(value, 0, strlen(good[i])),
                              ans_str_from(good[i])))
            return;
    abort();
}

static void check(struct ans_str html)
{
    size_t open[128];
    size_t depth = 0;
    ptrdiff_t at;
    while ((at = ans_str_find(html, '<')) >= 0) {
        html = ans_str_sub(html, (size_t)at + 1, html.len);
        struct ans_str tag = ans_str_cut(&html, '>');
        if (ans_str_is(tag, "br") || ans_str_is(tag, "hr"))
            continue;
        if (tag.len && tag.ptr[0] == '/') {
            if (!depth || open[--depth] != known(ans_str_sub(tag, 1, tag.len)))
                abort();
            continue;
        }
        if (depth == ANS_COUNT(open))
            abort();
        struct ans_str rest = tag;
        open[depth++] = known(ans_str_cut(&rest, ' '));
        if (rest.len)
            check_start(tag);
    }
    if (depth)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str source = {(const char *)data, size};
    struct ans_markdown options = {
        .heading = 2, .base = ANS_STR("/county"), .fill = word};
    struct ans_str out;
    if (ans_markdown_html(arena, source, &options, &out, NULL))
        check(out);
    if (ans_markdown_plain(arena, source, &options, &out, NULL))
        (void)out;
    ans_arena_free(arena);
    return 0;
}
