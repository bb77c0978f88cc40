#include "app/scenes.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/folder.h"
#include "edition/edition.h"

#define NEIGHBOUR "grannlan"

struct scene {
    struct ans_run *run;
    struct ans_arena *arena;
    const char *root, *counties, *data;
};

static const char *below(struct scene *s, const char *folder, const char *name)
{
    return ans_arena_printf(s->arena, "%s/%s", folder, name).ptr;
}

/* "counties/Exempellan/": the folder has that name instead. */
static bool rename_folder(struct scene *s, const struct ans_folder *f,
                          struct ans_str name, struct ans_err *err)
{
    const char *from =
        ans_arena_printf(s->arena, "%s/%.*s", s->counties, ANS_STR_ARG(f->slug))
            .ptr;
    const char *to =
        below(s, s->root,
              ans_arena_str(s->arena, ans_str_sub(name, 0, name.len - 1)).ptr);
    return rename(from, to) == 0 ||
           ans_err_set_errno(err, "cannot rename %s", from);
}

/* "files/symbol.svg -> /srv/symbol.svg": the file is a link. */
static bool make_link(struct scene *s, const struct ans_folder *f,
                      struct ans_str what, ptrdiff_t arrow, struct ans_err *err)
{
    const char *path =
        ans_arena_printf(s->arena, "%s/%.*s/%.*s", s->counties,
                         ANS_STR_ARG(f->slug), (int)arrow, what.ptr)
            .ptr;
    const char *to =
        ans_arena_str(s->arena, ans_str_sub(what, (size_t)arrow + 4, what.len))
            .ptr;
    unlink(path);
    return symlink(to, path) == 0 ||
           ans_err_set_errno(err, "cannot make the link %s", path);
}

static bool spoil_folder(struct scene *s, const struct ans_folder *f,
                         const struct ans_fault_example *e, struct ans_err *err)
{
    struct ans_str what = ans_str_from(e->wrong);
    ptrdiff_t arrow = ans_str_find_str(what, ANS_STR(" -> "));
    return arrow < 0 ? rename_folder(s, f, what, err)
                     : make_link(s, f, what, arrow, err);
}

/* The same county once more, under a name of its own. */
static bool add_neighbour(struct scene *s, const struct ans_folder *f,
                          struct ans_err *err)
{
    struct ans_folder other = *f;
    other.slug = ANS_STR(NEIGHBOUR);
    other.files = ANS_NEW_ARRAY(s->arena, struct ans_folder_file, f->count);
    for (size_t i = 0; i < f->count; i++) {
        struct ans_folder_file *file = &other.files[i];
        *file = f->files[i];
        ptrdiff_t at = ans_str_find_str(file->bytes, f->slug);
        if (ans_str_is(file->path, "county.lua") && at >= 0)
            file->bytes = ans_arena_printf(
                s->arena, "%.*s" NEIGHBOUR "%.*s", (int)at, file->bytes.ptr,
                ANS_STR_ARG(ans_str_sub(file->bytes, (size_t)at + f->slug.len,
                                        file->bytes.len)));
    }
    return ans_folder_write(s->counties, &other, err);
}

/* Versions are to be kept where nothing is: what a disk looks like that went
 * away. */
static bool lose_disk(struct scene *s, struct ans_err *err)
{
    const char *path = below(s, s->data, "versions");
    return symlink(below(s, s->data, "disk"), path) == 0 ||
           ans_err_set_errno(err, "cannot make the link %s", path);
}

static bool set_up(struct scene *s, const struct ans_fault_page *page,
                   const struct ans_fault_example *e,
                   const struct ans_folder *f, struct ans_err *err)
{
    if (!ans_folder_make(s->counties, err) || !ans_folder_make(s->data, err) ||
        !ans_folder_make(below(s, s->data, "counties"), err) ||
        !ans_folder_write(s->counties, f, err))
        return false;
    switch (page->scene) {
    case ANS_SCENE_FOLDER:
        return spoil_folder(s, f, e, err);
    case ANS_SCENE_NEIGHBOUR:
        return add_neighbour(s, f, err);
    case ANS_SCENE_DISK:
        return lose_disk(s, err);
    case ANS_SCENE_SCRIPT:
    case ANS_SCENE_SCRIPTS:
    case ANS_SCENE_MACHINE:
        break;
    }
    return true;
}

/* The folder's own name says nothing. */
static struct ans_str without_root(struct scene *s, struct ans_str value)
{
    struct ans_str root = ans_arena_printf(s->arena, "%s/", s->root);
    ptrdiff_t at = ans_str_find_str(value, root);
    if (at < 0)
        return value;
    return ans_arena_printf(
        s->arena, "%.*s%.*s", (int)at, value.ptr,
        ANS_STR_ARG(ans_str_sub(value, (size_t)at + root.len, value.len)));
}

static bool look(struct scene *s, struct ans_faults *out, struct ans_err *err)
{
    struct ans_faults found = {.arena = s->arena};
    struct ans_editions *editions = ans_editions_open(
        &(struct ans_editions_options){.counties = s->counties,
                                       .data = s->data,
                                       .lua = s->run->settings.lua},
        &found, err);
    ans_editions_close(editions);
    for (size_t i = 0; i < found.count; i++) {
        const struct ans_fault *f = &found.items[i];
        ans_fault_add(
            out, f->code, f->file, f->line, without_root(s, f->values[0]),
            without_root(s, f->values[1]), without_root(s, f->values[2]));
    }
    return editions != NULL;
}

bool ans_scene_play(struct ans_run *run, const struct ans_fault_page *page,
                    const struct ans_fault_example *e,
                    const struct ans_folder *spoilt, struct ans_faults *out,
                    struct ans_err *err)
{
    const char *tmp = getenv("TMPDIR");
    struct scene s = {.run = run, .arena = run->arena};
    s.root = ans_arena_printf(s.arena, "%s/anslut-scene-XXXXXX",
                              tmp && *tmp ? tmp : "/tmp")
                 .ptr;
    if (!mkdtemp((char *)(uintptr_t)s.root))
        return ans_err_set_errno(err, "cannot make the folder %s", s.root);
    s.counties = below(&s, s.root, "counties");
    s.data = below(&s, s.root, "data");
    bool ok = set_up(&s, page, e, spoilt, err) && look(&s, out, err);
    ans_folder_remove(s.arena, s.root);
    return ok;
}
