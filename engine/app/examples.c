#include "app/examples.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "edition/edition.h"

#define TEMPLATE "_template"
#define SLUG     "exempellan" /* as the template calls itself */

struct trying {
    struct ans_run *run;
    struct ans_folder sound; /* the template */
    struct ans_reference_prints *prints;
    size_t wrong;
};

static void complain(struct trying *t, const char *code, const char *what)
{
    fprintf(stderr, "anslut: the fault %s %s\n", code, what);
    t->wrong++;
}

/* `text` with the one `right` in it made `wrong`. False: there is none, or
 * more than one. */
static bool replace_once(struct ans_arena *arena, struct ans_str text,
                         const struct ans_fault_example *e, struct ans_str *out)
{
    struct ans_str right = ans_str_from(e->right);
    ptrdiff_t at = ans_str_find_str(text, right);
    if (at < 0)
        return false;
    struct ans_str rest = ans_str_sub(text, (size_t)at + right.len, SIZE_MAX);
    if (ans_str_find_str(rest, right) >= 0)
        return false;
    *out = ans_arena_printf(arena, "%.*s%s%.*s", (int)at, text.ptr, e->wrong,
                            ANS_STR_ARG(rest));
    return true;
}

/* The template's file with the mistake in it. */
static bool spoil(struct trying *t, const struct ans_fault_example *e,
                  struct ans_folder_file *file)
{
    struct ans_arena *arena = t->run->arena;
    if (e->right && *e->right)
        return replace_once(arena, file->bytes, e, &file->bytes);
    file->bytes = e->right || !file->bytes.len
                      ? ans_arena_str(arena, ans_str_from(e->wrong))
                      : ans_arena_printf(arena, "%.*s\n%s\n",
                                         ANS_STR_ARG(file->bytes), e->wrong);
    return true;
}

/* The template's files, in order, with the one spoilt that the example names,
 * or with it added. */
static bool spoil_folder(struct trying *t, const struct ans_fault_example *e,
                         struct ans_folder *out)
{
    const struct ans_folder *sound = &t->sound;
    struct ans_str path = ans_str_from(e->file);
    size_t at = 0;
    while (at < sound->count && ans_str_cmp(sound->files[at].path, path) < 0)
        at++;
    bool there = at < sound->count && ans_str_eq(sound->files[at].path, path);
    size_t after = sound->count - at - there;

    *out = *sound;
    out->count = at + 1 + after;
    out->files =
        ANS_NEW_ARRAY(t->run->arena, struct ans_folder_file, out->count);
    memcpy(out->files, sound->files, at * sizeof(*out->files));
    memcpy(out->files + at + 1, sound->files + at + there,
           after * sizeof(*out->files));
    out->files[at].path = path;
    if (there)
        out->files[at].bytes = sound->files[at].bytes;
    return spoil(t, e, &out->files[at]);
}

static struct ans_str print(struct ans_arena *arena,
                            const struct ans_faults *faults,
                            struct ans_str lang)
{
    struct ans_buf out = {0};
    for (size_t i = 0; i < faults->count; i++) {
        ans_fault_write(&out, &faults->items[i], ANS_STR("counties/" SLUG),
                        lang);
        ans_buf_add_byte(&out, '\n');
    }
    struct ans_str text = ans_arena_str(arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return text;
}

static bool all_of_code(const struct ans_faults *faults, const char *code)
{
    for (size_t i = 0; i < faults->count; i++)
        if (strcmp(ans_fault_word(faults->items[i].code), code) != 0)
            return false;
    return faults->count > 0;
}

static bool try_example(struct trying *t, const char *code,
                        const struct ans_fault_example *e, struct ans_err *err)
{
    struct ans_arena *arena = t->run->arena;
    struct ans_faults faults = {.arena = arena,
                                .advice = ans_fault_word_is_advice(code)};
    struct ans_folder folder;
    if (!spoil_folder(t, e, &folder)) {
        complain(t, code,
                 "has an example that the template does not have once");
        return true;
    }
    struct ans_loaded *loaded =
        ans_loaded_of(&folder, t->run->settings.lua, &faults, err);
    ans_loaded_release(loaded);
    if (!loaded && !faults.count)
        return false;
    *err = (struct ans_err){0};
    ans_faults_sort(&faults);
    struct ans_reference_print made = {e, print(arena, &faults, ANS_STR("sv")),
                                       print(arena, &faults, ANS_STR("en"))};
    if (!all_of_code(&faults, code)) {
        complain(t, code, "has an example that gives something else:");
        fprintf(stderr, "%s\n%.*s", e->wrong, ANS_STR_ARG(made.en));
    }
    struct ans_reference_prints *p = t->prints;
    p->items = ans_arena_grow(arena, p->items, p->count, sizeof(*p->items));
    p->items[p->count++] = made;
    return true;
}

static void check_pages(struct trying *t)
{
    const char *said = "";
    for (int i = 0; i < ANS_FAULT_COUNT; i++) {
        const char *code = ans_fault_word((enum ans_fault_code)i);
        if (strcmp(code, said) != 0 && !ans_fault_page_find(ans_str_from(code)))
            complain(t, said = code,
                     "has no page: add a row to county/fault_pages_*.c");
    }
}

/* The template's own tests are of the template as it is. */
static void drop_tests(struct ans_folder *folder)
{
    size_t kept = 0;
    for (size_t i = 0; i < folder->count; i++)
        if (!ans_str_is(folder->files[i].path, "tests.lua"))
            folder->files[kept++] = folder->files[i];
    folder->count = kept;
}

bool ans_examples_try(struct ans_run *run, struct ans_reference_prints *prints,
                      size_t *wrong, struct ans_err *err)
{
    struct trying t = {.run = run, .prints = prints};
    *prints = (struct ans_reference_prints){0};
    struct ans_str path =
        ans_arena_printf(run->arena, "%s/" TEMPLATE, run->settings.counties);
    if (!ans_folder_read(path.ptr, ANS_STR(SLUG), run->arena, &t.sound, err))
        return false;
    drop_tests(&t.sound);
    size_t count;
    const struct ans_fault_chapter *const *chapters =
        ans_fault_chapters(&count);
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < chapters[c]->count; i++) {
            const struct ans_fault_page *page = &chapters[c]->pages[i];
            for (const struct ans_fault_example *e = page->examples;
                 e && e->file; e++)
                if (!try_example(&t, page->code, e, err))
                    return false;
        }
    check_pages(&t);
    *wrong = t.wrong;
    return true;
}
