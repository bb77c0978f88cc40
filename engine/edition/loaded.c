#include "edition/loaded.h"

#include <stdlib.h>

#include "answer/stops.h"
#include "bind/bind.h"
#include "lint/lint.h"
#include "version/version.h"
#include "view/view.h"

/* What an older version says with its own files is what it said then; one that
 * was kept before versions held it has today's. */
static bool add_shared(struct ans_loaded *l, const char *lua,
                       struct ans_err *err)
{
    struct ans_str version = l->folder.version;
    if (!lua)
        return true;
    l->lua = ans_arena_str(l->arena, ans_str_from(lua)).ptr;
    if (l->folder.shared.path.len)
        return true;
    bool ok = ans_folder_share(&l->folder, lua, l->arena, err);
    if (l->accepted)
        l->folder.version = version;
    return ok;
}

/* The portal's own texts, which the county's stand before. */
static bool read_texts(struct ans_loaded *l, const char *lua,
                       const struct ans_texts *texts, struct ans_err *err)
{
    l->texts = texts;
    if (texts || !lua)
        return true;
    struct ans_texts *own = ANS_NEW(l->arena, struct ans_texts);
    l->texts = own;
    return ans_view_texts(lua, l->arena, own, err);
}

static struct ans_loaded *new_loaded(void)
{
    struct ans_loaded *l = calloc(1, sizeof(*l));
    if (!l || !ans_vms_init(&l->vms))
        abort();
    atomic_init(&l->holders, 1);
    l->arena = ans_arena_new(ANS_ARENA_MAPPED);
    return l;
}

struct ans_loaded *ans_loaded_read(const char *path, struct ans_str slug,
                                   const char *lua,
                                   const struct ans_texts *texts,
                                   struct ans_err *err)
{
    struct ans_loaded *l = new_loaded();
    if (read_texts(l, lua, texts, err) &&
        ans_folder_read(path, slug, l->arena, &l->folder, err) &&
        add_shared(l, lua, err))
        return l;
    ans_loaded_release(l);
    return NULL;
}

struct ans_loaded *ans_loaded_recall(const char *root, struct ans_str slug,
                                     struct ans_str content, const char *lua,
                                     const struct ans_texts *texts,
                                     struct ans_err *err)
{
    struct ans_loaded *l = new_loaded();
    l->accepted = true;
    if (read_texts(l, lua, texts, err) &&
        ans_version_read(root, slug, content, l->arena, &l->folder, err) &&
        add_shared(l, lua, err))
        return l;
    ans_loaded_release(l);
    return NULL;
}

struct ans_loaded *ans_loaded_acquire(struct ans_loaded *l)
{
    atomic_fetch_add_explicit(&l->holders, 1, memory_order_relaxed);
    return l;
}

void ans_loaded_release(struct ans_loaded *l)
{
    if (!l ||
        atomic_fetch_sub_explicit(&l->holders, 1, memory_order_acq_rel) != 1)
        return;
    ans_vms_free(&l->vms);
    ans_arena_free(l->arena);
    free(l);
}

const struct ans_county *ans_loaded_county(const struct ans_loaded *l)
{
    return l->county;
}

/* A county with functions is loaded once more, beside the first time, since a
 * new state puts tables in another order: a script that goes through one so
 * that its functions come in another order, too, would have its rules mixed
 * up later. */
static void check_functions(struct ans_loaded *l, struct ans_faults *faults)
{
    struct ans_err err = {0};
    struct ans_pooled_vm again;
    if (!l->has_functions)
        return;
    if (ans_vms_make(l, &again, &err))
        ans_vms_give(&l->vms, again);
    else
        ans_fault_add(faults, ANS_FAULT_UNSTABLE, ANS_STR("county.lua"), 0,
                      (struct ans_str){0}, (struct ans_str){0},
                      (struct ans_str){0});
}

/* Who would make a function fail? */
static void try_functions(struct ans_loaded *l, const struct ans_county *county,
                          struct ans_arena *scratch, struct ans_faults *faults)
{
    const struct ans_rule_runner runner = ans_loaded_runner(l);
    if (l->has_functions)
        ans_stops_try_people(ans_stops_new(scratch, county, &runner, faults));
}

/* `proven`: its functions and its own tests are tried, too. */
static bool build(struct ans_loaded *l, bool proven, struct ans_faults *faults)
{
    struct ans_arena *scratch = ans_arena_new(0);
    struct ans_decls decls = {.arena = scratch};
    struct ans_faults mine = {.arena = l->arena, .advice = faults->advice};
    struct ans_vm *vm = ans_bind_load(&l->folder, ans_folder_shared(&l->folder),
                                      l->arena, &decls, &mine);
    l->has_functions = ans_functions_hash(&decls, &l->functions);
    const struct ans_county *county =
        ans_county_build(l->arena, &decls, &l->folder, l->texts, &mine);
    ans_loaded_check(&l->folder, &decls, !l->accepted, scratch, &mine);
    ans_vm_free(vm); /* the next one is made when a rule asks for it */
    if (!ans_faults_count(&mine) && !l->accepted)
        check_functions(l, &mine);
    if (!ans_faults_count(&mine) && proven)
        try_functions(l, county, scratch, &mine);
    ans_arena_free(scratch);
    if (!ans_faults_count(&mine))
        l->county = county;
    if (l->county && proven)
        ans_loaded_prove(l, &mine);
    if (ans_faults_count(&mine))
        l->county = NULL;
    ans_vms_clear(&l->vms); /* most counties are not asked for a while */

    if (mine.advice && l->lua)
        ans_lint_folder(&l->folder, l->lua, &mine);

    /* The faults outlive the folder that they were found in. */
    ans_faults_sort(&mine);
    for (size_t i = 0; i < mine.count; i++) {
        const struct ans_fault *f = &mine.items[i];
        ans_fault_add(faults, f->code, ans_arena_str(faults->arena, f->file),
                      f->line, f->values[0], f->values[1], f->values[2]);
    }
    return l->county != NULL;
}

bool ans_loaded_build(struct ans_loaded *l, struct ans_faults *faults)
{
    return build(l, !l->accepted, faults);
}

/* Takes over `l`; NULL with faults when it has any. */
static struct ans_loaded *build_or_release(struct ans_loaded *l, bool proven,
                                           struct ans_faults *faults,
                                           struct ans_err *err)
{
    if (build(l, proven, faults))
        return l;
    ans_err_set(err, ANS_ERR_SCRIPT, "the scripts of %.*s have faults",
                ANS_STR_ARG(l->folder.slug));
    ans_loaded_release(l);
    return NULL;
}

struct ans_loaded *ans_loaded_new(const char *path, struct ans_str slug,
                                  const char *lua, struct ans_faults *faults,
                                  struct ans_err *err)
{
    struct ans_loaded *l = ans_loaded_read(path, slug, lua, NULL, err);
    return l ? build_or_release(l, true, faults, err) : NULL;
}

struct ans_loaded *ans_loaded_untried(const char *path, struct ans_str slug,
                                      const char *lua,
                                      struct ans_faults *faults,
                                      struct ans_err *err)
{
    struct ans_loaded *l = ans_loaded_read(path, slug, lua, NULL, err);
    return l ? build_or_release(l, false, faults, err) : NULL;
}

static struct ans_loaded *load_of(const struct ans_folder *folder,
                                  const char *lua, bool accepted,
                                  struct ans_faults *faults,
                                  struct ans_err *err)
{
    struct ans_loaded *l = new_loaded();
    l->accepted = accepted;
    l->folder = *folder;
    if (add_shared(l, lua, err) && read_texts(l, lua, NULL, err))
        return build_or_release(l, !accepted, faults, err);
    ans_loaded_release(l);
    return NULL;
}

struct ans_loaded *ans_loaded_of(const struct ans_folder *folder,
                                 const char *lua, struct ans_faults *faults,
                                 struct ans_err *err)
{
    return load_of(folder, lua, false, faults, err);
}

struct ans_loaded *ans_loaded_then(const struct ans_folder *folder,
                                   const char *lua, struct ans_faults *faults,
                                   struct ans_err *err)
{
    return load_of(folder, lua, true, faults, err);
}
