/* Pages on words: a section for each, with its fields. */
#include "reference/writing.h"

#include <string.h>

/* A number as people write it: 1, 366, 0.5. */
static void add_number(struct page *p, double n)
{
    ans_buf_printf(&p->buf, "%.15g", n);
}

/* "ett av `a`, `b`", "1–366", "fil: .svg", "heltal". */
static void write_field_kind(struct page *p, const struct ans_word_field *f)
{
    struct kind kind = kind_of(f->kind);
    ans_buf_printf(&p->buf, "[%s](values.md#%s)",
                   page_pick(p, kind.sv, kind.en), kind.name);
    for (size_t i = 0; f->choices && f->choices[i]; i++) {
        page_add(p, i ? ", " : ": ");
        if (f->kind == ANS_IS_FILE)
            ans_buf_printf(&p->buf, ".%s", f->choices[i]);
        else
            ans_buf_printf(&p->buf, "`\"%s\"`", f->choices[i]);
    }
    if (f->least < f->most) {
        page_add(p, ", ");
        add_number(p, f->least);
        page_add(p, "–");
        add_number(p, f->most);
    }
    const struct ans_word *referred =
        f->refers ? ans_word_find(ans_str_from(f->refers)) : NULL;
    if (f->refers && !strcmp(f->refers, "question"))
        page_say(p, ": frågor", ": questions");
    if (f->refers && !strcmp(f->refers, "item"))
        page_say(p, ": delar av paketet", ": items of the package");
    if (referred) {
        ans_buf_printf(&p->buf, ": [`%s`]", referred->name);
        page_link(p, referred);
    }
}

static void write_fills(struct page *p, const struct ans_word_field *f)
{
    for (size_t i = 0; f->fills && f->fills[i]; i++) {
        if (!i)
            page_say(p, " Här kan också ", " Here ");
        else
            page_add(p,
                     f->fills[i + 1] ? ", " : page_pick(p, " och ", " and "));
        ans_buf_printf(&p->buf, "`{%s}`", f->fills[i]);
        if (!f->fills[i + 1])
            page_say(p, " fyllas i.", " can be filled in too.");
    }
}

static void write_field(struct page *p, const struct ans_word_field *f)
{
    ans_buf_printf(&p->buf, "| `%s` | ", f->name);
    write_field_kind(p, f);
    page_add(p, " | ");
    if (f->required)
        page_say(p, "måste finnas", "required");
    else if (f->fallback)
        page_code(p, f->fallback);
    ans_buf_printf(&p->buf, " | %s", page_pick(p, f->sv, f->en));
    write_fills(p, f);
    page_add(p, " | ");
    page_code(p, f->example);
    page_add(p, " |\n");
}

static void write_fields(struct page *p, const struct ans_word *word)
{
    bool any = false;
    for (size_t i = 0; i < word->field_count; i++) {
        const struct ans_word_field *f = &word->fields[i];
        if (!ans_word_has(word, f))
            continue;
        if (!any)
            page_say(p,
                     "| fält | värde | annars | | till exempel |\n"
                     "|---|---|---|---|---|\n",
                     "| field | value | default | | for example |\n"
                     "|---|---|---|---|---|\n");
        any = true;
        write_field(p, f);
    }
    if (any)
        page_add(p, "\n");
}

/* The word that a place means; NULL: the top of a file. */
static const struct ans_word *word_of_place(const struct ans_place *place)
{
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++)
        if (ans_place_is(place, words[i]))
            return words[i];
    return NULL;
}

static void write_place(struct page *p, const struct ans_place *place)
{
    const struct ans_word *parent = word_of_place(place);
    if (parent) {
        ans_buf_printf(&p->buf, "[`%s`]", parent->name);
        page_link(p, parent);
    } else if (*place->parent) { /* a file that is not the county's own */
        page_code(p, place->parent);
    } else {
        page_say(p, "direkt i en fil", "directly in a file");
    }
    if (place->single)
        page_say(p, " (högst en)", " (at most one)");
    else if (place->most)
        page_fill(p, " (högst %s)", " (at most %s)",
                  ans_arena_printf(p->arena, "%zu", place->most).ptr);
}

static void write_places(struct page *p, const struct ans_word *word)
{
    if (!word->places->parent) {
        page_say(p, "Står där ett värde ska stå.\n\n",
                 "Stands where a value should be.\n\n");
        return;
    }
    page_say(p, "Står i: ", "Stands in: ");
    for (const struct ans_place *at = word->places; at->parent; at++) {
        if (at != word->places)
            page_add(p, ", ");
        write_place(p, at);
    }
    page_add(p, ".\n\n");
}

/* The words that may stand in this one. */
static void write_children(struct page *p, const struct ans_word *word)
{
    size_t count;
    bool any = false;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++) {
        if (!stands_in(words[i], word))
            continue;
        page_add(p, any ? ", " : page_pick(p, "I ordet kan stå: ", "Holds: "));
        any = true;
        ans_buf_printf(&p->buf, "[`%s`]", words[i]->name);
        page_link(p, words[i]);
    }
    if (any)
        page_add(p, ".\n\n");
}

void write_word(struct page *p, const struct ans_word *word)
{
    struct ans_str form = form_text(p, word);
    ans_buf_printf(&p->buf, "## %s\n\n**%s.** %s\n\n", word->name,
                   page_pick(p, word->called_sv, word->called_en),
                   page_pick(p, word->sv, word->en));
    if (form.len) {
        page_say(p, "Skrivs: ", "Written: ");
        page_code(p, form.ptr);
        page_add(p, ". ");
    }
    write_places(p, word);
    page_block(p, "lua", ans_str_from(word->example));
    write_children(p, word);
    if (word->answers_offset)
        page_say(p,
                 "Fälten är namnen på länets egna frågor, och värdena vad "
                 "organisationen svarar.\n\n",
                 "Its fields are the names of the county's own questions, and "
                 "the values what the organisation answers.\n\n");
    write_fields(p, word);
}

void write_group(struct page *p, const struct ans_word_group *group)
{
    ans_buf_printf(&p->buf, "# %s\n\n",
                   page_pick(p, group->title_sv, group->title_en));
    if (group->file)
        page_fill(p, "De här orden står oftast i `%s`.\n\n",
                  "These words usually stand in `%s`.\n\n", group->file);
    for (size_t i = 0; i < group->count; i++)
        write_word(p, &group->words[i]);
}
