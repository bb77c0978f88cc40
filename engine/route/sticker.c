#include "route/sticker.h"

#include "base/text.h"
#include "codec/html.h"
#include "codec/url.h"

#define SIZE      1200
#define MOST_ROWS 4

/* A block of text in the middle of the circle: as large as its longest row
 * allows, in at most MOST_ROWS rows. */
struct block {
    struct ans_str rows[MOST_ROWS];
    size_t count;
    size_t longest; /* characters of the longest row */
};

static bool append_row(struct block *b, struct ans_str word, size_t most,
                       struct ans_arena *arena)
{
    struct ans_str *row = b->count ? &b->rows[b->count - 1] : NULL;
    if (row && ans_text_length(*row) + 1 + ans_text_length(word) <= most) {
        *row = ans_arena_printf(arena, "%.*s %.*s", ANS_STR_ARG(*row),
                                ANS_STR_ARG(word));
        return true;
    }
    if (b->count == MOST_ROWS)
        return false;
    b->rows[b->count++] = word;
    return true;
}

static struct block wrap(struct ans_str text, size_t most,
                         struct ans_arena *arena)
{
    struct block b = {0};
    struct ans_str rest = text;
    while (rest.len) {
        struct ans_str word = ans_str_cut(&rest, ' ');
        if (word.len && !append_row(&b, word, most, arena)) {
            b.rows[b.count - 1] = ans_arena_printf(
                arena, "%.*s …", ANS_STR_ARG(b.rows[b.count - 1]));
            break;
        }
    }
    for (size_t i = 0; i < b.count; i++) {
        size_t length = ans_text_length(b.rows[i]);
        b.longest = length > b.longest ? length : b.longest;
    }
    return b;
}

/* The largest size at which the longest row fits `width`, letters being 0.58
 * of the size wide on average in the portal's bold. */
static int size_for(const struct block *b, int width, int most)
{
    size_t letters = b->longest ? b->longest : 1;
    int fits = (int)((double)width / (0.58 * (double)letters));
    return fits < most ? fits : most;
}

static int draw_block(struct ans_buf *out, const struct block *b, int y,
                      int size, int weight)
{
    for (size_t i = 0; i < b->count; i++) {
        y += (int)(size * 1.12);
        ans_buf_printf(out,
                       "<text x=\"600\" y=\"%d\" font-size=\"%d\" "
                       "font-weight=\"%d\">",
                       y, size, weight);
        ans_html_escape(out, b->rows[i]);
        ans_buf_add_z(out, "</text>\n");
    }
    return y;
}

static bool is_place(struct ans_str name)
{
    static const char *const own[] = {"x", "y", "width", "height"};
    for (size_t i = 0; i < ANS_COUNT(own); i++)
        if (ans_str_is(name, own[i]))
            return true;
    return false;
}

/* The symbol's root element without its own place and size, so that it takes
 * ours. The file has been looked through: it is well-formed. */
static void add_symbol(struct ans_str svg, struct ans_buf *out)
{
    ptrdiff_t at = ans_str_find_str(svg, ANS_STR("<svg"));
    struct ans_str rest =
        ans_str_trim(ans_str_sub(svg, (size_t)at + 4, SIZE_MAX));
    ans_buf_add_z(out, "<svg x=\"490\" y=\"175\" width=\"220\" "
                       "height=\"220\"");
    while (rest.len && rest.ptr[0] != '>' && rest.ptr[0] != '/') {
        struct ans_str name = ans_str_trim(ans_str_cut(&rest, '='));
        rest = ans_str_trim(rest);
        char quote = rest.len ? rest.ptr[0] : '"';
        ans_str_cut(&rest, quote);
        struct ans_str value = ans_str_cut(&rest, quote);
        rest = ans_str_trim(rest);
        if (!is_place(name))
            ans_buf_printf(out, " %.*s=%c%.*s%c", ANS_STR_ARG(name), quote,
                           ANS_STR_ARG(value), quote);
    }
    ans_buf_add(out, rest);
    ans_buf_add_byte(out, '\n');
}

static void draw_symbol(const struct ans_sticker *s, struct ans_buf *out)
{
    if (s->symbol.len) {
        ans_buf_add_z(out, "<circle cx=\"600\" cy=\"285\" r=\"155\" "
                           "fill=\"#fff\"/>\n");
        add_symbol(s->symbol, out);
        return;
    }
    ans_buf_printf(out,
                   "<circle cx=\"545\" cy=\"285\" r=\"110\" fill=\"%.*s\"/>"
                   "<circle cx=\"655\" cy=\"285\" r=\"110\" fill=\"%.*s\" "
                   "fill-opacity=\"0.85\"/>\n",
                   ANS_STR_ARG(s->on_colour), ANS_STR_ARG(s->accent));
}

static void draw_head(const struct ans_sticker *s, struct ans_buf *out)
{
    ans_buf_printf(out,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d "
                   "%d\" role=\"img\">\n<title>",
                   SIZE, SIZE);
    ans_html_escape(out, s->name);
    ans_buf_add_z(out, " – ");
    ans_html_escape(out, s->brand);
    ans_buf_add_z(out, "</title>\n<desc>");
    ans_html_escape(out, s->licence);
    ans_buf_printf(out,
                   "</desc>\n<circle cx=\"600\" cy=\"600\" r=\"596\" "
                   "fill=\"%.*s\"/>\n<circle cx=\"600\" cy=\"600\" r=\"564\" "
                   "fill=\"none\" stroke=\"%.*s\" stroke-width=\"10\"/>\n",
                   ANS_STR_ARG(s->colour), ANS_STR_ARG(s->accent));
}

void ans_sticker_svg(const struct ans_sticker *s, struct ans_arena *arena,
                     struct ans_buf *out)
{
    struct block lead = wrap(s->lead, 40, arena);
    struct block brand = wrap(s->brand, 16, arena);
    struct block name = wrap(s->name, 26, arena);
    struct block since = wrap(s->since, 40, arena);
    draw_head(s, out);
    draw_symbol(s, out);
    ans_buf_printf(out,
                   "<g font-family=\"'Atkinson Hyperlegible Next', sans-serif\""
                   " text-anchor=\"middle\" fill=\"%.*s\">\n",
                   ANS_STR_ARG(s->on_colour));
    int y = draw_block(out, &lead, 462, size_for(&lead, 800, 44), 500);
    y = draw_block(out, &brand, y + 6, size_for(&brand, 920, 118), 800);
    ans_buf_printf(out,
                   "<rect x=\"520\" y=\"%d\" width=\"160\" height=\"8\" "
                   "fill=\"%.*s\"/>\n",
                   y + 50, ANS_STR_ARG(s->accent));
    y = draw_block(out, &name, y + 72, size_for(&name, 800, 64), 650);
    draw_block(out, &since, y + 14, size_for(&since, 540, 38), 450);
    ans_buf_add_z(out, "</g>\n</svg>\n");
}
