#include "codec/url.h"
#include "markdown/tree.h"

#define MAILTO "mailto:"

struct writer {
    struct ans_buf *out;
    const struct ans_markdown *options;
    int quotes;                         /* block quotes that stand open */
    int lists;                          /* lists that stand open */
    int next[ANS_MARKDOWN_DEEPEST + 2]; /* number of each's next item */
    cmark_node *item;                   /* begun, its marker not written */
};

static void add_times(struct ans_buf *out, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        ans_buf_add_z(out, text);
}

static void begin_line(struct writer *w)
{
    add_times(w->out, "> ", w->quotes);
    if (!w->item) {
        add_times(w->out, "  ", w->lists);
        return;
    }
    add_times(w->out, "  ", w->lists - 1);
    cmark_node *list = cmark_node_parent(w->item);
    if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
        ans_buf_printf(w->out, "%d. ", w->next[w->lists] - 1);
    else
        ans_buf_add_z(w->out, "- ");
    w->item = NULL;
}

/* Blocks are parted by an empty line, but for the items of a tight list; its
 * first item is, unless the list stands in another. */
static void begin_block(struct writer *w, cmark_node *block)
{
    bool close = false;
    if (ans_markdown_is_tight(block)) {
        cmark_node *item = cmark_node_parent(block);
        close = cmark_node_previous(item) || cmark_node_previous(block) ||
                w->lists > 1;
    }
    if (w->out->len)
        ans_buf_add_z(w->out, close ? "\n" : "\n\n");
    begin_line(w);
}

static void break_line(struct writer *w)
{
    ans_buf_add_byte(w->out, '\n');
    begin_line(w);
}

static void write_lines(struct writer *w, struct ans_str text)
{
    if (ans_str_ends(text, ANS_STR("\n")))
        text.len--;
    bool first = true;
    while (text.len) {
        if (!first)
            break_line(w);
        ans_buf_add(w->out, ans_str_cut(&text, '\n'));
        first = false;
    }
}

/* After a link's text stands its address, when the text is another. */
static void end_link(struct writer *w, cmark_node *node)
{
    struct ans_str address = ans_str_from(cmark_node_get_url(node));
    bool mail = ans_str_starts(address, ANS_STR(MAILTO));
    struct ans_str shown =
        mail ? ans_str_sub(address, strlen(MAILTO), address.len) : address;
    cmark_node *child = cmark_node_first_child(node);
    if (!ans_url_is_safe_link(address) || !shown.len || shown.ptr[0] == '#')
        return;
    if (child && !cmark_node_next(child) &&
        ans_str_eq(ans_markdown_literal(child), shown))
        return;
    ans_buf_add_z(w->out, child ? " (" : "");
    if (shown.ptr[0] == '/')
        ans_buf_add(w->out, w->options->base);
    ans_buf_add(w->out, shown);
    ans_buf_add_z(w->out, child ? ")" : "");
}

static void write_block(struct writer *w, cmark_node *node)
{
    bool raw = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    struct ans_str text =
        raw ? ans_markdown_raw(node) : ans_markdown_literal(node);
    if (!text.len)
        return;
    begin_block(w, node);
    write_lines(w, text);
}

/* Lists cannot nest deeper than everything may: markdown.c has looked. */
static void enter_container(struct writer *w, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) {
        w->quotes++;
    } else if (type == CMARK_NODE_LIST) {
        w->next[++w->lists] = cmark_node_get_list_start(node);
    } else if (type == CMARK_NODE_ITEM) {
        w->next[w->lists]++;
        w->item = node;
    }
}

static void enter_node(struct writer *w, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
        begin_block(w, node);
    } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
        write_block(w, node);
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
        begin_block(w, node);
        ans_buf_add_z(w->out, "---");
    } else if (type == CMARK_NODE_SOFTBREAK) {
        ans_buf_add_byte(w->out, ' ');
    } else if (type == CMARK_NODE_LINEBREAK) {
        break_line(w);
    } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        ans_buf_add(w->out, ans_markdown_literal(node));
    } else if (type == CMARK_NODE_HTML_INLINE) {
        ans_buf_add(w->out, ans_markdown_raw(node));
    } else {
        enter_container(w, node);
    }
}

static void leave_node(struct writer *w, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE)
        w->quotes--;
    else if (type == CMARK_NODE_LIST)
        w->lists--;
    else if (type == CMARK_NODE_ITEM)
        w->item = NULL;
    else if (type == CMARK_NODE_LINK)
        end_link(w, node);
}

void ans_markdown_write_plain(struct ans_buf *out, cmark_node *root,
                              const struct ans_markdown *options)
{
    struct writer w = {.out = out, .options = options};
    cmark_iter *walk = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter_node(&w, cmark_iter_get_node(walk));
        else
            leave_node(&w, cmark_iter_get_node(walk));
    }
    cmark_iter_free(walk);
}
