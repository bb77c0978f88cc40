/* Asking a rule's function. */
#include "bind/bind.h"

static bool failed(struct ans_err *err, const struct ans_script_fault *f,
                   struct ans_str text)
{
    bool limit = f->kind == ANS_SCRIPT_TIME || f->kind == ANS_SCRIPT_MEMORY;
    enum ans_err_kind kind = limit ? ANS_ERR_LIMIT : ANS_ERR_SCRIPT;
    if (!f->file.len)
        return ans_err_set(err, kind, "%.*s", ANS_STR_ARG(text));
    return ans_err_set(err, kind, "%.*s:%d: %.*s", ANS_STR_ARG(f->file),
                       f->line, ANS_STR_ARG(text));
}

bool ans_bind_call_rule(struct ans_vm *vm, int function,
                        const struct ans_map *answers, bool *holds,
                        struct ans_err *err)
{
    struct ans_map none = {0};
    struct ans_map *given = (struct ans_map *)(answers ? answers : &none);
    struct ans_value arg = ans_value_map(given);
    struct ans_value result;
    struct ans_script_fault fault;
    *holds = false;
    if (!ans_vm_call(vm, function, &arg, 1, &ANS_BUDGET_CALL, NULL, &result,
                     &fault))
        return failed(err, &fault, fault.text);
    if (result.type != ANS_BOOL) {
        struct ans_arena *arena = ans_arena_new(0);
        fault.kind = ANS_SCRIPT_ERROR;
        ans_vm_kept_where(vm, function, arena, &fault.file, &fault.line);
        failed(err, &fault, ANS_STR(ANS_RULE_UNDECIDED));
        ans_arena_free(arena);
        return false;
    }
    *holds = result.b;
    return true;
}
