/* Loading a county's folder: which files, in which order, and what is told
 * when one fails. */
#include "bind/bind.h"
#include "bind/loader.h"

/* What the scripts keep must leave this much for each call. */
#define MOST_KEPT (ANS_BUDGET_CALL.memory - (1u << 20))

static struct ans_vm *new_vm(struct loader *l)
{
    struct ans_vm *vm = ans_vm_new(l);
    words_bind(vm);
    strays_bind(vm);
    return vm;
}

static void add_fault(struct loader *l, enum ans_fault_code code, int line,
                      struct ans_str value)
{
    ans_fault_add(l->faults, code, l->file, line, value, NO_STR, NO_STR);
}

static enum ans_fault_code form_code(enum ans_script_form form)
{
    switch (form) {
    case ANS_FILE_SIZE:
        return ANS_FAULT_FILE_TOO_LARGE;
    case ANS_FILE_MARK:
        return ANS_FAULT_FILE_MARK;
    case ANS_FILE_HASH:
        return ANS_FAULT_FILE_HASH;
    case ANS_FILE_COMPILED:
        return ANS_FAULT_FILE_COMPILED;
    case ANS_FILE_ENVIRONMENT:
        return ANS_FAULT_FILE_ENVIRONMENT;
    case ANS_FILE_JUMPS:
        return ANS_FAULT_FILE_JUMPS;
    case ANS_FILE_ENCODING:
    case ANS_FILE_SOUND:
        break;
    }
    return ANS_FAULT_FILE_FORM;
}

static bool is_stray_line(const struct loader *l, int line)
{
    for (const struct stray *s = l->strays; s; s = s->next)
        if (s->line == line)
            return true;
    return false;
}

static void report(struct loader *l, const struct ans_script_fault *f)
{
    switch (f->kind) {
    case ANS_SCRIPT_SYNTAX:
        cause_of_syntax(l, f);
        break;
    case ANS_SCRIPT_FORM:
        add_fault(l, form_code(f->form), f->line, NO_STR);
        break;
    case ANS_SCRIPT_TIME:
        add_fault(l, ANS_FAULT_SCRIPT_TOO_SLOW, f->line, NO_STR);
        break;
    case ANS_SCRIPT_MEMORY:
        add_fault(l, ANS_FAULT_SCRIPT_TOO_LARGE, f->line, NO_STR);
        break;
    case ANS_SCRIPT_ERROR: /* an unknown name on the line explains it */
        if (!is_stray_line(l, f->line))
            add_fault(l, ANS_FAULT_SCRIPT_FAILED, f->line, f->text);
        break;
    }
}

/* A state that died takes no further file; a new one does, so that the other
 * files' faults are found too. */
static void run_file(struct loader *l, const struct ans_folder_file *file)
{
    if (ans_vm_dead(l->vm)) {
        ans_vm_free(l->vm);
        l->vm = new_vm(l);
    }
    struct ans_script_fault f;
    size_t first = l->decls->count;
    l->scratch = ans_arena_new(0); /* tokens are many */
    l->file = file->path;
    l->source = locate_scan(l->scratch, file->bytes);
    bool ok = ans_vm_run(l->vm, file->path, file->bytes, &ANS_BUDGET_LOAD,
                         l->arena, &f);
    if (!ok) {
        report(l, &f);
        words_abandon(l, first);
    }
    strays_report(l);
    l->source = NULL;
    ans_arena_free(l->scratch);
    l->scratch = NULL;
}

/* A script of the county: *.lua at the folder's top, but not its tests. */
static bool is_script(struct ans_str path)
{
    return ans_str_ends(path, ANS_STR(".lua")) && ans_str_find(path, '/') < 0 &&
           !ans_str_is(path, "tests.lua");
}

static void check_kept(struct loader *l)
{
    l->file = ANS_STR("county.lua");
    if (!ans_vm_dead(l->vm) && ans_vm_use(l->vm).memory > MOST_KEPT)
        add_fault(l, ANS_FAULT_SCRIPT_TOO_LARGE, 0, NO_STR);
}

struct ans_vm *ans_bind_load(const struct ans_folder *folder,
                             const struct ans_folder_file *shared,
                             struct ans_arena *arena, struct ans_decls *decls,
                             struct ans_faults *faults)
{
    struct loader l = {.arena = arena,
                       .decl_arena = decls->arena ? decls->arena : arena,
                       .decls = decls,
                       .faults = faults};
    l.vm = new_vm(&l);
    const struct ans_folder_file *first =
        ans_folder_find(folder, ANS_STR("county.lua"));
    if (shared)
        run_file(&l, shared);
    if (first)
        run_file(&l, first);
    for (size_t i = 0; i < folder->count; i++)
        if (&folder->files[i] != first && is_script(folder->files[i].path))
            run_file(&l, &folder->files[i]);
    ans_vm_freeze(l.vm);
    check_kept(&l);
    ans_vm_set_context(l.vm, NULL);
    return l.vm;
}

void ans_bind_load_file(const struct ans_folder_file *file,
                        struct ans_arena *arena, struct ans_decls *decls,
                        struct ans_faults *faults)
{
    struct loader l = {.arena = arena,
                       .decl_arena = decls->arena ? decls->arena : arena,
                       .decls = decls,
                       .faults = faults};
    l.vm = new_vm(&l);
    run_file(&l, file);
    ans_vm_free(l.vm);
}
