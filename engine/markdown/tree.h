/* tree: what the two writers of markdown share. Private to markdown. */
#pragma once

#include <cmark-gfm.h>

#include "base/buf.h"
#include "markdown/markdown.h"

/* Write the whole tree. Its text has been filled. */
void ans_markdown_write_html(struct ans_buf *out, cmark_node *root,
                             const struct ans_markdown *options);
void ans_markdown_write_plain(struct ans_buf *out, cmark_node *root,
                              const struct ans_markdown *options);

/* The text of a node, "" when it has none. */
static inline struct ans_str ans_markdown_literal(cmark_node *node)
{
    return ans_str_from(cmark_node_get_literal(node));
}

/* Is this a paragraph of a list whose items stand close together? */
static inline bool ans_markdown_is_tight(cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    cmark_node *list = item ? cmark_node_parent(item) : NULL;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list);
}

/* The raw HTML of a node, which is to be shown as text, without the comments
 * that it begins with: those are nobody's to read. */
struct ans_str ans_markdown_raw(cmark_node *node);

/* Containers within each other, the document not counted. */
#define ANS_MARKDOWN_DEEPEST 32
