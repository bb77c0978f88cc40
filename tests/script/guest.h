/* guest: a state to try scripts in, with a way to keep functions. For the
 * tests of script only.
 */
#pragma once

/* cmocka wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <lua.h>

#include "script/script.h"

struct guest {
    struct ans_vm *vm;
    struct ans_arena *arena;
    struct ans_script_fault fault;
    struct ans_value result;
    int ref; /* what the script gave to keep() last */
};

/* keep(f): the test may call `f` later. */
static inline int guest_keep(struct lua_State *L)
{
    ans_vm_charge(L, 1);
    struct guest *g = ans_vm_context(L);
    lua_settop(L, 1);
    g->ref = ans_vm_keep(L);
    return 0;
}

static inline void guest_open(struct guest *g)
{
    *g = (struct guest){0};
    g->arena = ans_arena_new(0);
    g->vm = ans_vm_new(g);
    ans_vm_bind(g->vm, "keep", guest_keep);
}

static inline void guest_close(struct guest *g)
{
    ans_vm_free(g->vm);
    ans_arena_free(g->arena);
}

static inline bool guest_run_within(struct guest *g, struct ans_str source,
                                    struct ans_budget budget)
{
    return ans_vm_run(g->vm, ANS_STR("guest.lua"), source, &budget, g->arena,
                      &g->fault);
}

static inline bool guest_run(struct guest *g, const char *source)
{
    return guest_run_within(g, ans_str_from(source), ANS_BUDGET_LOAD);
}

static inline bool guest_call_within(struct guest *g, struct ans_budget budget)
{
    return ans_vm_call(g->vm, g->ref, NULL, 0, &budget, g->arena, &g->result,
                       &g->fault);
}

static inline bool guest_call(struct guest *g)
{
    return guest_call_within(g, ANS_BUDGET_CALL);
}

/* The text of the fault stays where a failing assertion can show it. */
static inline void guest_check_fault(const struct guest *g, int kind, int line,
                                     const char *part)
{
    if ((int)g->fault.kind != kind || g->fault.line != line ||
        ans_str_find_str(g->fault.text, ans_str_from(part)) < 0)
        fail_msg("fault of kind %d at %.*s:%d: %.*s", (int)g->fault.kind,
                 ANS_STR_ARG(g->fault.file), g->fault.line,
                 ANS_STR_ARG(g->fault.text));
}
