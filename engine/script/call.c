/* Calling a kept function on values. */
#include "script/internal.h"

#define MOST_ARGS 64

struct call {
    int ref;
    const struct ans_value *args;
    size_t count;
    struct ans_arena *arena;
    struct ans_value *result;
};

void ans_vm_kept_where(struct ans_vm *vm, int ref, struct ans_arena *arena,
                       struct ans_str *file, int *line)
{
    lua_Debug ar;
    *file = (struct ans_str){"", 0};
    *line = 0;
    ans_script_push_kept(vm->L, ref);
    if (!lua_isfunction(vm->L, -1)) {
        lua_pop(vm->L, 1);
        return;
    }
    if (!lua_getinfo(vm->L, ">S", &ar) || ar.linedefined < 0)
        return;
    *line = ar.linedefined;
    *file =
        ans_arena_str(arena, ans_str_from(ar.source + (ar.source[0] == '@')));
}

static int call_kept(lua_State *L)
{
    const struct call *c = lua_touserdata(L, 1);
    lua_settop(L, 0);
    luaL_checkstack(L, MOST_ARGS + 8, NULL);
    ans_script_push_kept(L, c->ref);
    if (!lua_isfunction(L, -1))
        return luaL_error(L, "no function is kept under %d", c->ref);
    for (size_t i = 0; i < c->count; i++)
        ans_vm_push_value(L, c->args[i]);
    lua_call(L, (int)c->count, 1);
    const char *why;
    if (c->result && !ans_vm_to_value(L, -1, c->arena, c->result, &why))
        return luaL_error(L, "the function gave %s", why);
    return 0;
}

bool ans_vm_call(struct ans_vm *vm, int ref, const struct ans_value *args,
                 size_t count, const struct ans_budget *budget,
                 struct ans_arena *arena, struct ans_value *result,
                 struct ans_script_fault *fault)
{
    struct call c = {ref, args, count < MOST_ARGS ? count : MOST_ARGS, NULL,
                     result};
    if (result)
        *result = ANS_VALUE_NIL;
    ans_script_begin(vm, budget, arena, fault);
    c.arena = vm->arena;
    bool ok = ans_script_guard(vm, call_kept, &c);
    if (!ok && !fault->line) /* it went wrong around the function */
        ans_vm_kept_where(vm, ref, c.arena, &fault->file, &fault->line);
    return ok;
}
