/* markdown: texts of county scripts to HTML and to plain text. The one module
 * with cmark-gfm.
 *
 * CommonMark without raw HTML, images, tables or titles of links: HTML is
 * text, but for comments, which are left out; an image is its alternative
 * text. Headings begin at the level the caller asks for. Links are http,
 * https, mailto, tel or site paths; those that leave the site get
 * rel="external" and class "external"; any other leaves its text.
 * Placeholders ({name}) are replaced in text nodes after parsing, so that a
 * value can never become markup; "{{" is a brace.
 */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

#define ANS_MARKDOWN_MOST_OUT ((size_t)1024 * 1024)

/* The value of a placeholder, or false when there is no such word. */
typedef bool ans_placeholder_fn(void *context, struct ans_str word,
                                struct ans_str *out);

struct ans_markdown {
    int heading;              /* the level of "#": 1..4 */
    struct ans_str base;      /* put before site paths in links: "/county" */
    ans_placeholder_fn *fill; /* NULL: placeholders stay as written */
    void *context;
};

/* The plain text has an empty line between paragraphs, a line for each item of
 * a list, and the address of a link after its text.
 * ANS_ERR_LIMIT: over 64 KB in, 1 MB out, or nested deeper than 32.
 * ANS_ERR_INPUT: an unknown placeholder, which the sentence names; or not
 * UTF-8. */
ANS_MUST_CHECK
bool ans_markdown_html(struct ans_arena *arena, struct ans_str source,
                       const struct ans_markdown *options, struct ans_str *out,
                       struct ans_err *err);
ANS_MUST_CHECK
bool ans_markdown_plain(struct ans_arena *arena, struct ans_str source,
                        const struct ans_markdown *options, struct ans_str *out,
                        struct ans_err *err);

/* Placeholders in one plain line, without Markdown ("Diplom nr {number}").
 * "{{" is a brace. */
ANS_MUST_CHECK
bool ans_fill(struct ans_arena *arena, struct ans_str line,
              ans_placeholder_fn *fill, void *context, struct ans_str *out,
              struct ans_err *err);
