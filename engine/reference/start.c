/* The first page: which word stands where, and where to read on. */
#include "reference/writing.h"

#define DEEPEST 5

static void write_tree(struct page *p, const struct ans_word *word, int depth);

/* The words that stand in `word`, in the order of the groups. */
static void write_below(struct page *p, const struct ans_word *word, int depth)
{
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    for (size_t g = 0; g < count; g++)
        for (size_t i = 0; i < groups[g]->count; i++)
            if (stands_in(&groups[g]->words[i], word) &&
                &groups[g]->words[i] != word)
                write_tree(p, &groups[g]->words[i], depth);
}

static void write_tree(struct page *p, const struct ans_word *word, int depth)
{
    for (int i = 0; i < depth; i++)
        page_add(p, "  ");
    ans_buf_printf(&p->buf, "- [`%s`]", word->name);
    page_link(p, word);
    ans_buf_printf(&p->buf, " – %s\n",
                   page_pick(p, word->called_sv, word->called_en));
    if (depth < DEEPEST)
        write_below(p, word, depth + 1);
}

/* Does the word begin a tree? It stands where a value does, or directly in a
 * file and in no other word. */
static bool is_top(const struct ans_word *word)
{
    for (const struct ans_place *p = word->places; p->parent; p++)
        if (ans_word_find(ans_str_from(p->parent)))
            return false;
    return true;
}

static void write_group_tree(struct page *p, const struct ans_word_group *group)
{
    ans_buf_printf(&p->buf, "### [%s](%s.md)\n\n",
                   page_pick(p, group->title_sv, group->title_en), group->name);
    for (size_t i = 0; i < group->count; i++) {
        if (is_top(&group->words[i]))
            write_tree(p, &group->words[i], 0);
    }
    page_add(p, "\n");
}

/* Does anything of the group stand by itself? */
static bool has_tops(const struct ans_word_group *group)
{
    for (size_t i = 0; i < group->count; i++)
        if (is_top(&group->words[i]))
            return true;
    return false;
}

void write_start(struct page *p)
{
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    page_say(
        p,
        "# Länsskriptens ord\n\nUppslagsboken för den som skriver ett läns "
        "skript. Hur man kommer igång står i "
        "[handledningen](../../guide/README.md). Allt här är skrivet ur "
        "portalens egen beskrivning av orden, så att det alltid stämmer; samma "
        "hjälp ger en textredigerare med Lua-stöd medan du skriver.\n\n"
        "- [Värden](values.md): vad som kan stå efter ett likhetstecken\n"
        "- [Fel](faults.md): vad `anslut check` säger, och vad det betyder\n"
        "- [För program](../json.md): samma sak som JSON\n\n"
        "## Vilket ord står var\n\nVad som står indraget kan stå i ordet "
        "ovanför. "
        "Det som kan stå i `county` får också stå för sig, i vilken fil som "
        "helst.\n\n",
        "# The words of county scripts\n\nThe reference for who writes a "
        "county's scripts. How to begin is in the "
        "[guide](../../guide/README.md), "
        "in Swedish. All of this is written from the portal's own description "
        "of the words, so that it is always true; an editor with support for "
        "Lua gives the same help while you write.\n\n"
        "- [Values](values.md): what can stand after an equals sign\n"
        "- [Faults](faults.md): what `anslut check` says, and what it means\n"
        "- [For programs](../json.md): the same as JSON\n\n"
        "## Which word stands where\n\nWhat is indented can stand in the word "
        "above. What can stand in `county` may also stand by itself, in any "
        "file.\n\n");
    for (size_t i = 0; i < count; i++)
        if (has_tops(groups[i]))
            write_group_tree(p, groups[i]);
}
