#include "app/examples.h"

#include <stdio.h>
#include <string.h>

#include "app/scenes.h"
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

/* Whole files that are not there. */
static void drop_file(struct ans_folder *folder, struct ans_str path)
{
    size_t kept = 0;
    for (size_t i = 0; i < folder->count; i++)
        if (!ans_str_eq(folder->files[i].path, path))
            folder->files[kept++] = folder->files[i];
    folder->count = kept;
}

/* The files of `sound`, in order, with the one spoilt that the example names,
 * or with it added. */
static bool spoil_folder(struct trying *t, const struct ans_folder *sound,
                         const struct ans_fault_example *e,
                         struct ans_folder *out)
{
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
                            const struct ans_faults *faults, const char *within,
                            struct ans_str lang)
{
    struct ans_buf out = {0};
    for (size_t i = 0; i < faults->count; i++) {
        ans_fault_write(&out, &faults->items[i], ans_str_from(within), lang);
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

/* The template with the mistake, or with all of the page's. */
static bool spoil_all(struct trying *t, const struct ans_fault_page *page,
                      const struct ans_fault_example *e, struct ans_folder *out)
{
    *out = t->sound;
    if (page->scene != ANS_SCENE_SCRIPTS)
        return !*e->file || spoil_folder(t, &t->sound, e, out);
    for (; e->file; e++) {
        struct ans_folder before = *out;
        if (!spoil_folder(t, &before, e, out))
            return false;
        if (!*e->wrong)
            drop_file(out, ans_str_from(e->file));
    }
    return true;
}

/* What is wrong with the template, spoilt so. */
static bool find_faults(struct trying *t, const struct ans_fault_page *page,
                        const struct ans_fault_example *e,
                        const struct ans_folder *folder,
                        struct ans_faults *faults, struct ans_err *err)
{
    if (page->scene != ANS_SCENE_SCRIPT && page->scene != ANS_SCENE_SCRIPTS)
        return ans_scene_play(t->run, page, e, folder, faults, err);
    struct ans_loaded *loaded =
        ans_loaded_of(folder, t->run->settings.lua, faults, err);
    ans_loaded_release(loaded);
    if (!loaded && !faults->count)
        return false;
    *err = (struct ans_err){0};
    return true;
}

static bool try_example(struct trying *t, const struct ans_fault_page *page,
                        const struct ans_fault_example *e, struct ans_err *err)
{
    struct ans_arena *arena = t->run->arena;
    struct ans_faults faults = {.arena = arena,
                                .advice = ans_fault_word_is_advice(page->code)};
    struct ans_folder folder;
    if (!spoil_all(t, page, e, &folder)) {
        complain(t, page->code,
                 "has an example that the template does not have once");
        return true;
    }
    if (!find_faults(t, page, e, &folder, &faults, err))
        return false;
    ans_faults_sort(&faults);
    const char *within =
        page->scene == ANS_SCENE_SCRIPT || page->scene == ANS_SCENE_SCRIPTS
            ? "counties/" SLUG
            : "counties";
    struct ans_reference_print made = {
        e, print(arena, &faults, within, ANS_STR("sv")),
        print(arena, &faults, within, ANS_STR("en"))};
    if (!all_of_code(&faults, page->code)) {
        complain(t, page->code, "has an example that gives something else:");
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
        const struct ans_fault_page *page =
            ans_fault_page_find(ans_str_from(code));
        bool shown =
            page && (page->examples || page->scene == ANS_SCENE_MACHINE);
        if (strcmp(code, said) != 0 && !shown)
            complain(t, code,
                     "has no page with an example: add a row to "
                     "county/fault_pages_*.c");
        said = code;
    }
}

/* Of mistakes that are made together there is one print. */
static bool try_page(struct trying *t, const struct ans_fault_page *page,
                     struct ans_err *err)
{
    for (const struct ans_fault_example *e = page->examples; e && e->file;
         e++) {
        if (!try_example(t, page, e, err))
            return false;
        if (page->scene == ANS_SCENE_SCRIPTS)
            break;
    }
    return true;
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
    /* The template's own tests are of the template as it is. */
    drop_file(&t.sound, ANS_STR("tests.lua"));
    size_t count;
    const struct ans_fault_chapter *const *chapters =
        ans_fault_chapters(&count);
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < chapters[c]->count; i++)
            if (!try_page(&t, &chapters[c]->pages[i], err))
                return false;
    check_pages(&t);
    *wrong = t.wrong;
    return true;
}
