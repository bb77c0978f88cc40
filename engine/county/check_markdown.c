/* Texts in Markdown: where their links lead, how their headings follow each
 * other, and that pictures have words. Read line by line: what stands in code
 * is left alone. */
#include "county/building.h"

/* A text may begin with "#" or, below its page's own heading, with "##". */
enum { FIRST_LEVEL = 1 };

struct reading {
    struct ans_build *b;
    struct ans_spot spot;
    struct ans_str fence; /* that is open; empty: none */
    int heading;          /* the level of the last one */
};

/* The address of "(/path)" or "(/path "title")", after the bracket. */
static struct ans_str address_at(struct ans_str s)
{
    size_t len = 0;
    while (len < s.len && !strchr(") \n\t", s.ptr[len]))
        len++;
    return ans_str_sub(s, 0, len);
}

/* At "](": is what stands in the brackets an image without words? */
static bool is_wordless(struct ans_str line, size_t at)
{
    size_t open = at;
    while (open && line.ptr[open - 1] == ' ')
        open--;
    return open >= 2 && line.ptr[open - 1] == '[' && line.ptr[open - 2] == '!';
}

/* The length of the code that begins here, or of its backticks when it does
 * not end on the line. */
static size_t code_length(struct ans_str s)
{
    size_t ticks = 0;
    while (ticks < s.len && s.ptr[ticks] == '`')
        ticks++;
    ptrdiff_t end = ans_str_find_str(ans_str_sub(s, ticks, SIZE_MAX),
                                     ans_str_sub(s, 0, ticks));
    return end < 0 ? ticks : ticks + (size_t)end + ticks;
}

/* At "](" after "![a picture": a picture is shown as its words. */
static bool is_picture(struct ans_str line, size_t at)
{
    int depth = 0;
    while (at--) {
        depth += line.ptr[at] == ']';
        if (line.ptr[at] == '[' && depth-- == 0)
            return at && line.ptr[at - 1] == '!';
    }
    return false;
}

static void read_links(struct reading *r, struct ans_str line)
{
    for (size_t i = 0; i < line.len; i++) {
        struct ans_str rest = ans_str_sub(line, i, SIZE_MAX);
        if (line.ptr[i] == '`') {
            i += code_length(rest) - 1;
            continue;
        }
        if (!ans_str_starts(rest, ANS_STR("](")))
            continue;
        struct ans_str to =
            address_at(ans_str_trim(ans_str_sub(rest, 2, SIZE_MAX)));
        if (is_wordless(line, i))
            ANS_BUILD_FAULT(r->b, r->spot, PICTURE_WORDLESS, to, ANS_NONE,
                            ANS_NONE);
        if (to.len && !is_picture(line, i))
            ans_check_link(r->b, &r->spot, to);
    }
}

/* "[oss]: /sidor/om", which links elsewhere in the text go by. */
static void read_definition(struct reading *r, struct ans_str text)
{
    ptrdiff_t end = ans_str_starts(text, ANS_STR("["))
                        ? ans_str_find_str(text, ANS_STR("]:"))
                        : -1;
    if (end < 0)
        return;
    struct ans_str to =
        address_at(ans_str_trim(ans_str_sub(text, (size_t)end + 2, SIZE_MAX)));
    if (to.len)
        ans_check_link(r->b, &r->spot, to);
}

static void read_heading(struct reading *r, struct ans_str line)
{
    int level = 0;
    while ((size_t)level < line.len && line.ptr[level] == '#')
        level++;
    if (!level || level > 6 ||
        ((size_t)level < line.len && line.ptr[level] != ' '))
        return;
    if (level > r->heading + 1)
        ANS_BUILD_FAULT(
            r->b, r->spot, HEADING_ORDER, ans_str_sub(line, 0, (size_t)level),
            ans_str_sub(ANS_STR("######"), 0, (size_t)r->heading + 1),
            ANS_NONE);
    r->heading = level;
}

/* "```" or "~~~" at the line's beginning; empty: none. */
static struct ans_str fence_of(struct ans_str line)
{
    struct ans_str marks = ans_str_sub(line, 0, 3);
    return ans_str_is(marks, "```") || ans_str_is(marks, "~~~") ? marks
                                                                : ANS_NONE;
}

static void read_line(struct reading *r, struct ans_str line)
{
    size_t indent = 0;
    while (indent < line.len && line.ptr[indent] == ' ')
        indent++;
    struct ans_str text = ans_str_sub(line, indent, SIZE_MAX);
    struct ans_str fence = indent < 4 ? fence_of(text) : ANS_NONE;
    if (r->fence.len || fence.len) {
        if (!r->fence.len)
            r->fence = fence;
        else if (ans_str_eq(r->fence, fence))
            r->fence = ANS_NONE;
        return;
    }
    if (indent < 4) {
        read_heading(r, text);
        read_definition(r, text);
    }
    read_links(r, line);
}

static void read_text(struct ans_build *b, struct ans_spot spot, bool in_file,
                      struct ans_str text)
{
    struct reading r = {.b = b, .spot = spot, .heading = FIRST_LEVEL};
    if (in_file)
        r.spot.line = 0;
    while (text.len) {
        r.spot.line += in_file;
        read_line(&r, ans_str_cut(&text, '\n'));
    }
}

static bool is_prose(const struct ans_spot *spot)
{
    return spot->field && spot->field->kind == ANS_IS_PROSE;
}

void ans_check_markdown(struct ans_build *b)
{
    for (size_t i = 0; i < b->files.count; i++) {
        struct ans_spot spot = {.file = b->files.items[i].path};
        read_text(b, spot, true, b->files.items[i].bytes);
    }
    for (size_t i = 0; i < b->texts.count; i++) {
        const struct ans_built_text *built = &b->texts.items[i];
        bool here = is_prose(&built->spot) && !built->text->markdown &&
                    !ans_build_is_shared(b, built->spot.file);
        for (size_t k = 0; here && k < built->text->count; k++)
            read_text(b, built->spot, false, built->text->items[k].str);
    }
}
