#include "reference/writing.h"

#include <stdlib.h>
#include <string.h>

const char *page_pick(const struct page *p, const char *sv, const char *en)
{
    return p->sv ? sv : en;
}

void page_add(struct page *p, const char *text)
{
    ans_buf_add_z(&p->buf, text);
}

void page_say(struct page *p, const char *sv, const char *en)
{
    page_add(p, page_pick(p, sv, en));
}

void page_fill(struct page *p, const char *sv, const char *en,
               const char *value)
{
    for (const char *c = page_pick(p, sv, en); *c; c++)
        if (c[0] == '%' && c[1] == 's')
            page_add(p, (c++, value));
        else
            ans_buf_add_byte(&p->buf, *c);
}

void page_code(struct page *p, const char *code)
{
    ans_buf_add_byte(&p->buf, '`');
    for (const char *c = code; *c; c++) {
        if (*c == '|')
            ans_buf_add_byte(&p->buf, '\\');
        ans_buf_add_byte(&p->buf, *c == '\n' ? ' ' : *c);
    }
    ans_buf_add_byte(&p->buf, '`');
}

static size_t indentation(struct ans_str line)
{
    size_t n = 0;
    while (n < line.len && line.ptr[n] == ' ')
        n++;
    return n;
}

/* What all lines but empty ones share; the first one may begin in the middle
 * of its line, and then it has no say. */
static size_t shared_indentation(struct ans_str code)
{
    size_t least = SIZE_MAX;
    bool first = true;
    while (code.len) {
        struct ans_str line = ans_str_cut(&code, '\n');
        size_t n = indentation(line);
        if (line.len && !(first && !n) && n < least)
            least = n;
        first = false;
    }
    return least == SIZE_MAX ? 0 : least;
}

void page_block(struct page *p, const char *language, struct ans_str code)
{
    size_t shared = shared_indentation(code);
    ans_buf_printf(&p->buf, "```%s\n", language);
    while (code.len) {
        struct ans_str line = ans_str_cut(&code, '\n');
        size_t n = indentation(line);
        ans_buf_add(&p->buf,
                    ans_str_sub(line, n < shared ? n : shared, SIZE_MAX));
        ans_buf_add_byte(&p->buf, '\n');
    }
    page_add(p, "```\n\n");
}

void page_link(struct page *p, const struct ans_word *word)
{
    ans_buf_printf(&p->buf, "(%s.md#", group_of(word)->name);
    for (const char *c = word->name; *c; c++)
        if (*c != '.')
            ans_buf_add_byte(&p->buf, *c);
    page_add(p, ")");
}

const struct ans_word_group *group_of(const struct ans_word *word)
{
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    for (size_t i = 0; i < count; i++)
        if (word >= groups[i]->words &&
            word < groups[i]->words + groups[i]->count)
            return groups[i];
    abort(); /* every word is a row of a group */
}

bool stands_in(const struct ans_word *word, const struct ans_word *parent)
{
    for (const struct ans_place *p = word->places; p->parent; p++)
        if (ans_place_is(p, parent))
            return true;
    return false;
}
