#include "markdown/markdown.h"

#include "base/text.h"
#include "markdown/fill.h"
#include "markdown/tree.h"

#define MOST_IN ((size_t)64 * 1024)

typedef void writer_fn(struct ans_buf *out, cmark_node *root,
                       const struct ans_markdown *options);

struct ans_str ans_markdown_raw(cmark_node *node)
{
    struct ans_str raw = ans_str_trim(ans_markdown_literal(node));
    while (ans_str_starts(raw, ANS_STR("<!--"))) {
        ptrdiff_t end = ans_str_find_str(raw, ANS_STR("-->"));
        if (end < 0)
            return (struct ans_str){0};
        raw = ans_str_trim(ans_str_sub(raw, (size_t)end + 3, raw.len));
    }
    return raw;
}

static bool is_shallow(cmark_node *root, struct ans_err *err)
{
    int depth = 0;
    bool shallow = true;
    cmark_iter *walk = cmark_iter_new(root);
    cmark_event_type event;
    while (shallow && (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
        if (!cmark_node_first_child(cmark_iter_get_node(walk)))
            continue; /* leaves have no exit; what is empty nests nothing */
        depth += event == CMARK_EVENT_ENTER ? 1 : -1;
        shallow =
            depth <= ANS_MARKDOWN_DEEPEST + 1; /* the root is one of them */
    }
    cmark_iter_free(walk);
    return shallow || ans_err_set(err, ANS_ERR_LIMIT,
                                  "the text is nested deeper than %d levels",
                                  ANS_MARKDOWN_DEEPEST);
}

static bool fill_node(cmark_node *node, const struct ans_markdown *options,
                      struct ans_err *err)
{
    struct ans_buf b = {.limit = ANS_MARKDOWN_MOST_OUT};
    bool ok = ans_fill_add(&b, ans_markdown_literal(node), options->fill,
                           options->context, err);
    ans_buf_add_byte(&b, 0);
    if (ok && b.overflow)
        ok = ans_err_set(err, ANS_ERR_LIMIT, "the filled text is too long");
    if (ok && !cmark_node_set_literal(node, b.ptr))
        ok = ans_err_set(err, ANS_ERR_INTERNAL, "cannot fill the text");
    ans_buf_free(&b);
    return ok;
}

/* Special characters part text into several nodes, and an "_" may stand
 * within a placeholder: so join them first. */
static bool fill_tree(cmark_node *root, const struct ans_markdown *options,
                      struct ans_err *err)
{
    if (!options->fill)
        return true;
    cmark_consolidate_text_nodes(root);
    bool ok = true;
    cmark_iter *walk = cmark_iter_new(root);
    while (ok && cmark_iter_next(walk) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(walk);
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
            ok = fill_node(node, options, err);
    }
    cmark_iter_free(walk);
    return ok;
}

static bool convert(struct ans_arena *arena, struct ans_str source,
                    const struct ans_markdown *options, writer_fn *write,
                    struct ans_str *out, struct ans_err *err)
{
    *out = (struct ans_str){0};
    if (source.len > MOST_IN)
        return ans_err_set(err, ANS_ERR_LIMIT, "the text is longer than 64 KB");
    if (!ans_text_valid(source))
        return ans_err_set(err, ANS_ERR_INPUT, "the text is not valid UTF-8");
    cmark_node *root = cmark_parse_document(source.ptr ? source.ptr : "",
                                            source.len, CMARK_OPT_DEFAULT);
    if (!root)
        return ans_err_set(err, ANS_ERR_INTERNAL, "cannot read the text");
    struct ans_buf b = {.limit = ANS_MARKDOWN_MOST_OUT};
    bool ok = is_shallow(root, err) && fill_tree(root, options, err);
    if (ok) {
        write(&b, root, options);
        ok = !b.overflow || ans_err_set(err, ANS_ERR_LIMIT,
                                        "the text becomes longer than 1 MB");
    }
    if (ok)
        *out = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    cmark_node_free(root);
    return ok;
}

bool ans_markdown_html(struct ans_arena *arena, struct ans_str source,
                       const struct ans_markdown *options, struct ans_str *out,
                       struct ans_err *err)
{
    return convert(arena, source, options, ans_markdown_write_html, out, err);
}

bool ans_markdown_plain(struct ans_arena *arena, struct ans_str source,
                        const struct ans_markdown *options, struct ans_str *out,
                        struct ans_err *err)
{
    return convert(arena, source, options, ans_markdown_write_plain, out, err);
}
