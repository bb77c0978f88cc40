/* VMs of one county. A rule knows its function by a number that its VM gave
 * while the scripts ran, so every further VM must give the same numbers. */
#include "base/buf.h"
#include "bind/bind.h"
#include "county/vocab.h"
#include "edition/loaded.h"

#define DEEPEST 32 /* tables in tables; bind allows no more */

bool ans_vms_init(struct ans_vms *vms)
{
    return pthread_mutex_init(&vms->lock, NULL) == 0;
}

void ans_vms_drop(struct ans_pooled_vm vm)
{
    ans_vm_free(vm.vm);
    ans_arena_free(vm.arena);
}

void ans_vms_clear(struct ans_vms *vms)
{
    for (size_t i = 0; i < vms->count; i++)
        ans_vms_drop(vms->idle[i]);
    vms->count = 0;
}

void ans_vms_free(struct ans_vms *vms)
{
    ans_vms_clear(vms);
    pthread_mutex_destroy(&vms->lock);
}

void ans_vms_give(struct ans_vms *vms, struct ans_pooled_vm vm)
{
    if (!ans_vm_dead(vm.vm)) {
        pthread_mutex_lock(&vms->lock);
        bool room = vms->count < ANS_VMS_KEPT;
        if (room)
            vms->idle[vms->count++] = vm;
        pthread_mutex_unlock(&vms->lock);
        if (room)
            return;
    }
    ans_vms_drop(vm);
}

static bool take(struct ans_vms *vms, struct ans_pooled_vm *out)
{
    pthread_mutex_lock(&vms->lock);
    bool found = vms->count > 0;
    if (found)
        *out = vms->idle[--vms->count];
    pthread_mutex_unlock(&vms->lock);
    return found;
}

/* Which function stands where. */

struct listing {
    struct ans_buf text;
    bool any;
};

static void list_table(struct listing *l, const struct ans_said_table *table,
                       int depth);

static void list_value(struct listing *l, const struct ans_said_value *v,
                       int depth)
{
    if (v->type == ANS_SAID_FUNCTION) {
        ans_buf_printf(&l->text, "function %d %d\n", v->function, v->line);
        l->any = true;
    } else if (v->type == ANS_SAID_TABLE && depth < DEEPEST) {
        list_table(l, v->table, depth + 1);
    }
}

static void list_table(struct listing *l, const struct ans_said_table *table,
                       int depth)
{
    for (size_t i = 0; i < table->named_count; i++) {
        ans_buf_printf(&l->text, "%.*s\n", ANS_STR_ARG(table->named[i].key));
        list_value(l, &table->named[i].value, depth);
    }
    for (size_t i = 0; i < table->list_count; i++)
        list_value(l, &table->list[i], depth);
}

static void list_decl(struct listing *l, const struct ans_decl *decl)
{
    ans_buf_printf(&l->text, "%s %.*s %d\n", decl->word->name,
                   ANS_STR_ARG(decl->file), decl->line);
    for (size_t i = 0; i < decl->arg_count; i++) {
        if (decl->args[i].type == ANS_SAID_STRING)
            ans_buf_printf(&l->text, "%.*s\n", ANS_STR_ARG(decl->args[i].s));
        list_value(l, &decl->args[i], 0);
    }
    if (decl->body)
        list_table(l, decl->body, 0);
}

bool ans_functions_hash(const struct ans_decls *decls, struct ans_hash *out)
{
    struct listing l = {0};
    for (size_t i = 0; i < decls->count; i++)
        list_decl(&l, decls->items[i]);
    *out = ans_hash_of(ans_buf_str(&l.text));
    ans_buf_free(&l.text);
    return l.any;
}

bool ans_vms_make(const struct ans_loaded *loaded, struct ans_pooled_vm *out,
                  struct ans_err *err)
{
    struct ans_pooled_vm vm = {.arena = ans_arena_new(0)};
    struct ans_faults faults = {.arena = vm.arena};
    struct ans_decls decls = {0};
    struct ans_hash functions;
    vm.vm = ans_bind_load(&loaded->folder, ans_folder_shared(&loaded->folder),
                          vm.arena, &decls, &faults);
    if (vm.vm && !faults.count && ans_functions_hash(&decls, &functions) &&
        memcmp(&functions, &loaded->functions, sizeof(functions)) == 0) {
        *out = vm;
        return true;
    }
    ans_vms_drop(vm);
    return ans_err_set(err, ANS_ERR_SCRIPT,
                       "the scripts of %.*s do not say the same each time",
                       ANS_STR_ARG(loaded->folder.slug));
}

bool ans_vms_call(void *context, int function, const struct ans_map *answers,
                  bool *holds, struct ans_err *err)
{
    struct ans_loaded *loaded = context;
    struct ans_pooled_vm vm;
    if (!take(&loaded->vms, &vm) && !ans_vms_make(loaded, &vm, err))
        return false;
    bool ok = ans_bind_call_rule(vm.vm, function, answers, holds, err);
    ans_vms_give(&loaded->vms, vm);
    return ok;
}
