/* Pages on codes of faults. */
#include "reference/writing.h"

#include <stdlib.h>
#include <string.h>

static int cmp_codes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *fault_codes(struct ans_arena *arena, size_t *count)
{
    const char **codes = ANS_NEW_ARRAY(arena, const char *, ANS_FAULT_COUNT);
    size_t kept = 0;
    for (int i = 0; i < ANS_FAULT_COUNT; i++)
        codes[i] = ans_fault_word((enum ans_fault_code)i);
    qsort(codes, ANS_FAULT_COUNT, sizeof(*codes), cmp_codes);
    for (size_t i = 0; i < ANS_FAULT_COUNT; i++)
        if (!kept || strcmp(codes[kept - 1], codes[i]) != 0)
            codes[kept++] = codes[i];
    *count = kept;
    return codes;
}

struct ans_str ans_reference_fault_path(struct ans_arena *arena,
                                        const char *code, struct ans_str lang)
{
    return ans_arena_printf(arena, "docs/reference/%s/faults/%s.md",
                            ans_str_is(lang, "en") ? "en" : "sv", code);
}

/* A sentence of faults.def with three dots for its values. */
static void write_sentence(struct page *p, const char *sentence)
{
    page_add(p, "- ");
    for (const char *c = sentence; *c; c++) {
        bool value = strchr("%@#~", *c) && c[1] >= '1' && c[1] <= '3';
        if (value) {
            page_add(p, "…");
            c++;
        } else if (*c == '[' || *c == ']') {
            continue; /* what may be left out is shown */
        } else if (*c == '<' || *c == '*' || *c == '_') {
            ans_buf_printf(&p->buf, "\\%c", *c);
        } else {
            ans_buf_add_byte(&p->buf, *c);
        }
    }
    page_add(p, "\n");
}

static void write_sentences(struct page *p, const char *code)
{
    struct ans_str lang = p->sv ? ANS_STR("sv") : ANS_STR("en");
    page_say(p, "## Så säger `anslut check`\n\n",
             "## What `anslut check` says\n\n");
    for (int i = 0; i < ANS_FAULT_COUNT; i++)
        if (!strcmp(ans_fault_word((enum ans_fault_code)i), code))
            write_sentence(p, ans_fault_sentence((enum ans_fault_code)i, lang));
    page_add(p, "\n");
}

static struct ans_str printed(const struct page *p,
                              const struct ans_fault_example *example)
{
    for (size_t i = 0; p->prints && i < p->prints->count; i++)
        if (p->prints->items[i].example == example)
            return p->sv ? p->prints->items[i].sv : p->prints->items[i].en;
    return (struct ans_str){0};
}

static const char *language_of(const char *file)
{
    struct ans_str name = ans_str_from(file);
    return !name.len                             ? "text"
           : ans_str_ends(name, ANS_STR(".lua")) ? "lua"
           : ans_str_ends(name, ANS_STR(".svg")) ? "xml"
                                                 : "markdown";
}

static void write_heading(struct page *p, const struct ans_fault_page *about,
                          const struct ans_fault_example *e)
{
    if (about->scene == ANS_SCENE_DISK)
        page_say(p, "## Ett exempel, när disken inte går att skriva på\n\n",
                 "## An example, when the disk cannot be written\n\n");
    else if (about->scene == ANS_SCENE_NEIGHBOUR)
        page_fill(p, "## Ett exempel, i `%s` i två län\n\n",
                  "## An example, in `%s` of two counties\n\n", e->file);
    else if (!*e->file)
        page_say(p, "## Ett exempel, i mappen\n\n",
                 "## An example, in the folder\n\n");
    else
        page_fill(p, "## Ett exempel, i `%s`\n\n", "## An example, in `%s`\n\n",
                  e->file);
}

/* Files that are not there, when mistakes are made together. */
static void write_missing(struct page *p, const struct ans_fault_page *about,
                          const struct ans_fault_example *e)
{
    if (about->scene == ANS_SCENE_SCRIPTS)
        for (e++; e->file; e++)
            if (!*e->wrong)
                page_fill(p, "Filen `%s` finns inte.\n\n",
                          "There is no file `%s`.\n\n", e->file);
}

static void write_example(struct page *p, const struct ans_fault_page *about,
                          const struct ans_fault_example *e)
{
    const char *language = language_of(e->file);
    struct ans_str print = printed(p, e);
    write_heading(p, about, e);
    write_missing(p, about, e);
    if (*e->wrong) {
        page_say(p, "Fel:\n\n", "Wrong:\n\n");
        page_block(p, language, ans_str_from(e->wrong));
    } else if (about->scene != ANS_SCENE_DISK) {
        page_say(p, "Något som ska finnas är borttaget.\n\n",
                 "Something that should be there has been taken away.\n\n");
    }
    if (print.len)
        page_block(p, "text", print);
    if (e->right && *e->right) {
        page_say(p, "Rätt:\n\n", "Right:\n\n");
        page_block(p, language, ans_str_from(e->right));
    }
}

void write_fault(struct page *p, const char *code)
{
    const struct ans_fault_page *about =
        ans_fault_page_find(ans_str_from(code));
    ans_buf_printf(&p->buf, "# %s\n\n", code);
    if (about)
        ans_buf_printf(&p->buf, "%s\n\n", page_pick(p, about->sv, about->en));
    write_sentences(p, code);
    for (const struct ans_fault_example *e = about ? about->examples : NULL;
         e && e->file; e++) {
        write_example(p, about, e);
        if (about->scene == ANS_SCENE_SCRIPTS)
            break;
    }
}

static void write_chapter(struct page *p,
                          const struct ans_fault_chapter *chapter)
{
    ans_buf_printf(&p->buf, "## %s\n\n",
                   page_pick(p, chapter->title_sv, chapter->title_en));
    for (size_t i = 0; i < chapter->count; i++)
        ans_buf_printf(&p->buf, "- [%s](faults/%s.md)\n",
                       chapter->pages[i].code, chapter->pages[i].code);
    page_add(p, "\n");
}

void write_faults(struct page *p)
{
    size_t count;
    const struct ans_fault_chapter *const *chapters =
        ans_fault_chapters(&count);
    page_say(
        p,
        "# Fel\n\n`anslut check` skriver varje fel på en rad: filen, raden, "
        "felets kod, vad som är fel och hur du rättar det. Koderna ändras "
        "inte, och var och en har en sida här.\n\n",
        "# Faults\n\n`anslut check` writes every fault on a line: the file, "
        "the line, the code of the fault, what is wrong and how to mend it. "
        "Codes do not change, and each has a page here.\n\n");
    for (size_t i = 0; i < count; i++)
        write_chapter(p, chapters[i]);
}
