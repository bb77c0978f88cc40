#include "codec/html.h"
#include "codec/url.h"
#include "markdown/tree.h"

#define LOWEST_HEADING 6

struct writer {
    struct ans_buf *out;
    const struct ans_markdown *options;
};

/* An address as it may stand in an attribute: what no address can hold is
 * escaped; what is escaped already stays so. */
static void add_address(struct ans_buf *out, struct ans_str address)
{
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < address.len; i++) {
        unsigned char c = (unsigned char)address.ptr[i];
        if (c <= ' ' || c > '~' || strchr("\"<>\\^`{|}", c)) {
            char escaped[3] = {'%', hex[c >> 4], hex[c & 15]};
            ans_buf_add(out, (struct ans_str){escaped, sizeof(escaped)});
        } else {
            ans_html_escape(out, ans_str_sub(address, i, 1));
        }
    }
}

static bool leaves_the_site(struct ans_str address)
{
    struct ans_str scheme = ans_str_cut(&address, ':');
    return ans_str_eq_nocase(scheme, ANS_STR("http")) ||
           ans_str_eq_nocase(scheme, ANS_STR("https"));
}

/* A link that a page may not carry leaves its text. */
static void write_link(struct writer *w, cmark_node *node, bool enter)
{
    struct ans_str address = ans_str_from(cmark_node_get_url(node));
    if (!ans_url_is_safe_link(address))
        return;
    if (!enter) {
        ans_buf_add_z(w->out, "</a>");
        return;
    }
    ans_buf_add_z(w->out, "<a href=\"");
    if (address.ptr[0] == '/')
        add_address(w->out, w->options->base);
    add_address(w->out, address);
    ans_buf_add_z(w->out, leaves_the_site(address)
                              ? "\" rel=\"external\" class=\"external\">"
                              : "\">");
    if (!cmark_node_first_child(node)) /* a link needs a name */
        ans_html_escape(w->out, address);
}

static void write_heading(struct writer *w, cmark_node *node, bool enter)
{
    int level = cmark_node_get_heading_level(node) + w->options->heading - 1;
    if (level > LOWEST_HEADING)
        level = LOWEST_HEADING;
    ans_buf_printf(w->out, enter ? "<h%d>" : "</h%d>\n", level);
}

static void write_list(struct writer *w, cmark_node *node, bool enter)
{
    bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    int start = cmark_node_get_list_start(node);
    if (!enter)
        ans_buf_add_z(w->out, ordered ? "</ol>\n" : "</ul>\n");
    else if (ordered && start != 1)
        ans_buf_printf(w->out, "<ol start=\"%d\">\n", start);
    else
        ans_buf_add_z(w->out, ordered ? "<ol>\n" : "<ul>\n");
}

static void write_tags(struct writer *w, bool enter, const char *before,
                       const char *after)
{
    ans_buf_add_z(w->out, enter ? before : after);
}

static void write_text(struct writer *w, const char *before,
                       struct ans_str text, const char *after)
{
    if (!text.len)
        return;
    ans_buf_add_z(w->out, before);
    ans_html_escape(w->out, text);
    ans_buf_add_z(w->out, after);
}

static void write_leaf(struct writer *w, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    struct ans_str text = ans_markdown_literal(node);
    if (type == CMARK_NODE_TEXT)
        write_text(w, "", text, "");
    else if (type == CMARK_NODE_SOFTBREAK)
        ans_buf_add_byte(w->out, '\n');
    else if (type == CMARK_NODE_LINEBREAK)
        ans_buf_add_z(w->out, "<br>\n");
    else if (type == CMARK_NODE_THEMATIC_BREAK)
        ans_buf_add_z(w->out, "<hr>\n");
    else if (type == CMARK_NODE_CODE)
        write_text(w, "<code>", text, "</code>");
    else if (type == CMARK_NODE_CODE_BLOCK)
        write_text(w, "<pre><code>", text, "</code></pre>\n");
    else if (type == CMARK_NODE_HTML_INLINE)
        write_text(w, "", ans_markdown_raw(node), "");
    else if (type == CMARK_NODE_HTML_BLOCK)
        write_text(w, "<p>", ans_markdown_raw(node), "</p>\n");
}

static void write_node(struct writer *w, cmark_node *node, bool enter)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING)
        write_heading(w, node, enter);
    else if (type == CMARK_NODE_LIST)
        write_list(w, node, enter);
    else if (type == CMARK_NODE_LINK)
        write_link(w, node, enter);
    else if (type == CMARK_NODE_ITEM)
        write_tags(w, enter, "<li>", "</li>\n");
    else if (type == CMARK_NODE_BLOCK_QUOTE)
        write_tags(w, enter, "<blockquote>\n", "</blockquote>\n");
    else if (type == CMARK_NODE_EMPH)
        write_tags(w, enter, "<em>", "</em>");
    else if (type == CMARK_NODE_STRONG)
        write_tags(w, enter, "<strong>", "</strong>");
    else if (type == CMARK_NODE_PARAGRAPH && ans_markdown_is_tight(node))
        write_tags(w, enter, "", cmark_node_next(node) ? "\n" : "");
    else if (type == CMARK_NODE_PARAGRAPH)
        write_tags(w, enter, "<p>", "</p>\n");
    else if (enter)
        write_leaf(w, node);
}

void ans_markdown_write_html(struct ans_buf *out, cmark_node *root,
                             const struct ans_markdown *options)
{
    struct writer w = {out, options};
    cmark_iter *walk = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE)
        write_node(&w, cmark_iter_get_node(walk), event == CMARK_EVENT_ENTER);
    cmark_iter_free(walk);
}
