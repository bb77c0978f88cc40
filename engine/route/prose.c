/* Texts of counties, with their placeholders filled, as HTML or plain. */
#include "codec/html.h"
#include "join/letter.h"
#include "markdown/markdown.h"
#include "route/turn.h"

struct words {
    struct ans_turn *turn;
    const struct ans_map *more;
};

/* {name}, {date}, {areas} come from `more`; the county's own words always. */
static bool fill(void *context, struct ans_str word, struct ans_str *out)
{
    const struct words *w = context;
    return ans_letter_word(w->turn->county, w->more, w->turn->lang, word, out);
}

static struct ans_markdown options(struct words *w)
{
    return (struct ans_markdown){
        .heading = 2, .base = w->turn->base, .fill = fill, .context = w};
}

static bool paragraph(struct words *w, struct ans_str text,
                      struct ans_str *html, struct ans_err *err)
{
    struct ans_str filled;
    if (!ans_fill(w->turn->arena, text, fill, w, &filled, err))
        return false;
    struct ans_buf buf = {0};
    ans_buf_add_z(&buf, "<p>");
    ans_html_escape(&buf, filled);
    ans_buf_add_z(&buf, "</p>");
    *html = ans_arena_str(w->turn->arena, ans_buf_str(&buf));
    ans_buf_free(&buf);
    return true;
}

bool ans_prose_value(struct ans_turn *t, const struct ans_text *text,
                     const struct ans_map *more, struct ans_value *out,
                     struct ans_err *err)
{
    struct ans_said said = ans_text_for(text, t->lang, t->kind);
    *out = ANS_VALUE_NIL;
    if (!said.str.len)
        return true;
    struct words w = {t, more};
    struct ans_markdown how = options(&w);
    struct ans_str html;
    if (text->markdown
            ? !ans_markdown_html(t->arena, said.str, &how, &html, err)
            : !paragraph(&w, said.str, &html, err))
        return false;
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "html", html);
    if (!ans_str_eq(said.lang, t->lang))
        ans_map_put_str(m, "lang", said.lang);
    *out = ans_value_map(m);
    return true;
}

bool ans_prose_plain(struct ans_turn *t, const struct ans_text *text,
                     const struct ans_map *more, struct ans_str *out,
                     struct ans_err *err)
{
    return ans_letter_plain(t->arena, t->county, text,
                            (struct ans_reader){t->lang, t->kind, t->base},
                            more, out, err);
}

bool ans_prose_said(struct ans_turn *t, const struct ans_text *text,
                    const struct ans_map *more, struct ans_value *out,
                    struct ans_err *err)
{
    struct ans_said said = ans_text_for(text, t->lang, t->kind);
    if (!ans_prose_plain(t, text, more, &said.str, err))
        return false;
    *out = ans_present_said(t, said);
    return true;
}
