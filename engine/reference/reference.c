#include "reference/reference.h"

#include <string.h>

#include "reference/writing.h"

struct writing {
    struct ans_arena *arena;
    const struct ans_reference_prints *prints;
    struct ans_reference_files *out;
};

static struct page new_page(const struct writing *w, bool sv)
{
    return (struct page){.arena = w->arena, .sv = sv, .prints = w->prints};
}

static void add_file(struct writing *w, struct ans_str path, struct page *p)
{
    struct ans_reference_files *out = w->out;
    /* One line ends a file, not two. */
    while (p->buf.len > 1 && p->buf.ptr[p->buf.len - 2] == '\n')
        p->buf.len--;
    out->items =
        ans_arena_grow(w->arena, out->items, out->count, sizeof(*out->items));
    out->items[out->count++] = (struct ans_reference_file){
        path, ans_arena_str(w->arena, ans_buf_str(&p->buf))};
    ans_buf_free(&p->buf);
}

static void add_page(struct writing *w, struct page *p, const char *name)
{
    add_file(w,
             ans_arena_printf(w->arena, "docs/reference/%s/%s.md",
                              p->sv ? "sv" : "en", name),
             p);
}

static void add_pages(struct writing *w, bool sv)
{
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    struct page p = new_page(w, sv);
    write_start(&p);
    add_page(w, &p, "README");
    p = new_page(w, sv);
    write_kinds(&p);
    add_page(w, &p, "values");
    for (size_t i = 0; i < count; i++) {
        p = new_page(w, sv);
        write_group(&p, groups[i]);
        add_page(w, &p, groups[i]->name);
    }
}

static void add_faults(struct writing *w, bool sv)
{
    size_t count;
    const char *const *codes = fault_codes(w->arena, &count);
    struct ans_str lang = sv ? ANS_STR("sv") : ANS_STR("en");
    struct page p = new_page(w, sv);
    write_faults(&p);
    add_page(w, &p, "faults");
    for (size_t i = 0; i < count; i++) {
        p = new_page(w, sv);
        write_fault(&p, codes[i]);
        add_file(w, ans_reference_fault_path(w->arena, codes[i], lang), &p);
    }
}

static void add_annotations(struct writing *w)
{
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    struct page p = new_page(w, true);
    write_annotated_kinds(&p);
    add_file(w, ANS_STR("lua/annotations/values.lua"), &p);
    for (size_t i = 0; i < count; i++) {
        p = new_page(w, true);
        write_annotations(&p, groups[i]);
        add_file(w,
                 ans_arena_printf(w->arena, "lua/annotations/%s.lua",
                                  groups[i]->name),
                 &p);
    }
}

void ans_reference_files(struct ans_arena *arena,
                         const struct ans_reference_prints *prints,
                         struct ans_reference_files *out)
{
    struct writing w = {arena, prints, out};
    *out = (struct ans_reference_files){0};
    for (int sv = 1; sv >= 0; sv--) {
        add_pages(&w, sv);
        add_faults(&w, sv);
    }
    add_annotations(&w);
}

static bool tell_words(struct page *p, struct ans_str name)
{
    size_t count;
    bool any = false;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++)
        if (ans_str_is(name, words[i]->name)) {
            write_word(p, words[i]);
            any = true;
        }
    return any;
}

static bool tell_fault(struct page *p, struct ans_str name)
{
    for (int i = 0; i < ANS_FAULT_COUNT; i++)
        if (ans_str_is(name, ans_fault_word((enum ans_fault_code)i))) {
            write_fault(p, ans_fault_word((enum ans_fault_code)i));
            return true;
        }
    return false;
}

bool ans_reference_tell(struct ans_arena *arena, struct ans_str name,
                        struct ans_str lang, struct ans_buf *out)
{
    struct page p = {.arena = arena, .sv = !ans_str_is(lang, "en")};
    bool found = tell_words(&p, name) || tell_fault(&p, name);
    ans_buf_add(out, ans_buf_str(&p.buf));
    ans_buf_free(&p.buf);
    return found;
}

struct ans_str ans_reference_nearest(struct ans_arena *arena,
                                     struct ans_str name)
{
    size_t words, codes;
    const struct ans_word *const *word = ans_words(&words);
    const char *const *code = fault_codes(arena, &codes);
    struct ans_str *known = ANS_NEW_ARRAY(arena, struct ans_str, words + codes);
    for (size_t i = 0; i < words; i++)
        known[i] = ans_str_from(word[i]->name);
    for (size_t i = 0; i < codes; i++)
        known[words + i] = ans_str_from(code[i]);
    return ans_nearest(name, known, words + codes);
}

void ans_reference_list(struct ans_str lang, struct ans_buf *out)
{
    size_t count;
    bool en = ans_str_is(lang, "en");
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    for (size_t i = 0; i < count; i++) {
        ans_buf_printf(out, "%s%s\n", i ? "\n" : "",
                       en ? groups[i]->title_en : groups[i]->title_sv);
        for (size_t k = 0; k < groups[i]->count; k++)
            ans_buf_printf(out, "  %-30s %s\n", groups[i]->words[k].name,
                           en ? groups[i]->words[k].called_en
                              : groups[i]->words[k].called_sv);
    }
}
