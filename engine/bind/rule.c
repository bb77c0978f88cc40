/* Asking a rule's function. */
#include "bind/bind.h"

static bool failed(struct ans_err *err, const struct ans_script_fault *f,
                   struct ans_str text)
{
    if (!f->file.len)
        return ans_err_set(err, ANS_ERR_SCRIPT, "%.*s", ANS_STR_ARG(text));
    return ans_err_set(err, ANS_ERR_SCRIPT, "%.*s:%d: %.*s",
                       ANS_STR_ARG(f->file), f->line, ANS_STR_ARG(text));
}

bool ans_bind_call_rule(struct ans_vm *vm, int function,
                        const struct ans_map *answers, bool *holds,
                        struct ans_err *err)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_map none = {.arena = arena};
    struct ans_map *given = (struct ans_map *)(answers ? answers : &none);
    struct ans_value arg = ans_value_map(given);
    struct ans_value result;
    struct ans_script_fault fault;
    *holds = false;
    bool ok = ans_vm_call(vm, function, &arg, 1, &ANS_BUDGET_CALL, arena,
                          &result, &fault);
    if (!ok)
        failed(err, &fault, fault.text);
    else if (result.type != ANS_BOOL)
        ok = failed(err, &fault,
                    ANS_STR("the rule gave neither true nor false"));
    else
        *holds = result.b;
    ans_arena_free(arena);
    return ok;
}
