/* script: a sandboxed Lua state for code that we do not trust.
 *
 * Knows no county: it loads text, calls functions, copies values in and out,
 * within bounds of time, memory, depth and reach. docs/architecture.md says
 * what was measured and why each bound is there.
 *
 *   - an allow-list environment: no metatables, raw access, coroutines, load,
 *     xpcall, collectgarbage, io, os, package, debug; own pcall that lets
 *     limit errors through; own bounded string.rep, table.concat,
 *     string.format (no %p), tostring, table.sort; no pattern matching, but
 *     the module `text` (contains, starts, ends, split, trim, lower, upper);
 *   - a state that ran out of anything is dead for good: the hook, the
 *     allocator and every C function set and see the flag, and each charges
 *     the budget;
 *   - text chunks only, at most 256 KB, valid UTF-8, no NUL, no byte order
 *     mark, no "#" line;
 *   - what the engine provides can never be changed; globals are frozen after
 *     the load (ans_vm_freeze), tables in them too. A function's own upvalues
 *     stay its own.
 *
 * One thread at a time. Freed states leave nothing behind.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"
#include "base/value.h"

struct lua_State;
struct ans_vm;

struct ans_budget {
    int cpu_ms;    /* of the thread */
    int wall_ms;   /* 0: fifty times cpu_ms: others may hold the cores */
    size_t memory; /* bytes that the state may hold in all */
};

#define ANS_BUDGET_LOAD ((struct ans_budget){50, 0, 8u << 20})
#define ANS_BUDGET_CALL ((struct ans_budget){20, 0, 4u << 20})

/* Where in the script something failed, for people. */
struct ans_script_fault {
    struct ans_str file; /* chunk name, "" when unknown */
    int line;            /* 0 when unknown */
    struct ans_str text; /* without position */
    enum {
        ANS_SCRIPT_ERROR,  /* it raised an error */
        ANS_SCRIPT_SYNTAX, /* it is not Lua */
        ANS_SCRIPT_TIME,
        ANS_SCRIPT_MEMORY,
        ANS_SCRIPT_FORM, /* encoding, size, bytecode */
    } kind;
    enum ans_script_form {
        ANS_FILE_SOUND, /* of every kind but ANS_SCRIPT_FORM */
        ANS_FILE_SIZE,
        ANS_FILE_ENCODING, /* not UTF-8, or NUL within */
        ANS_FILE_MARK,     /* a byte order mark */
        ANS_FILE_HASH,     /* a "#" line, which Lua's own loader skips */
        ANS_FILE_COMPILED,
        ANS_FILE_ENVIRONMENT, /* the name _ENV */
        ANS_FILE_JUMPS,       /* goto and break beyond reason */
    } form;
};

/* `context` is what ans_vm_context gives to C functions that were bound. */
struct ans_vm *ans_vm_new(void *context);
void ans_vm_free(struct ans_vm *vm); /* NULL is fine */
bool ans_vm_dead(const struct ans_vm *vm);

/* Load and run a chunk named `name` ("join.lua"). Values it returns are
 * dropped. `fault` (strings in `arena`) tells what went wrong. */
ANS_MUST_CHECK
bool ans_vm_run(struct ans_vm *vm, struct ans_str name, struct ans_str source,
                const struct ans_budget *budget, struct ans_arena *arena,
                struct ans_script_fault *fault);

/* No global may be set or changed from now on, library tables included. */
void ans_vm_freeze(struct ans_vm *vm);

/* Call the function kept as `ref` (ans_vm_keep) with `args`; its first result,
 * copied out with checks (depth 32, 10,000 nodes, 1 MB of text, finite
 * numbers, UTF-8; keys are texts, sorted, or 1, 2, 3...; {} is a list),
 * goes to `result`, which may be NULL. Result and fault are put in `arena`, or,
 * when that is NULL, live until the state's next run or call. */
ANS_MUST_CHECK
bool ans_vm_call(struct ans_vm *vm, int ref, const struct ans_value *args,
                 size_t count, const struct ans_budget *budget,
                 struct ans_arena *arena, struct ans_value *result,
                 struct ans_script_fault *fault);

/* Where the function kept as `ref` begins; an empty file when there is none. */
void ans_vm_kept_where(struct ans_vm *vm, int ref, struct ans_arena *arena,
                       struct ans_str *file, int *line);

/* What the last run or call used. */
struct ans_vm_use {
    int64_t cpu_us; /* 0: too short to be timed */
    size_t memory;  /* at most; after a freeze, what the state holds */
};
struct ans_vm_use ans_vm_use(const struct ans_vm *vm);

/* For bind: the bridge to C functions. Those that raise errors, or see
 * lua_State, are for calling from a bound function only. */

/* Another context, or NULL when what it points to goes away. */
void ans_vm_set_context(struct ans_vm *vm, void *context);

/* Bind a C function as a global (or a field of a global table, "a.b"), before
 * anything runs. The function may raise; it calls ans_vm_charge first. */
typedef int ans_vm_function(struct lua_State *L);
void ans_vm_bind(struct ans_vm *vm, const char *name, ans_vm_function *fn);

/* The same with `data` as light userdata in the function's first upvalue. A
 * name can be both a library and a function ("text" and "text.trim"). */
void ans_vm_bind_with(struct ans_vm *vm, const char *name, ans_vm_function *fn,
                      const void *data);

/* Ask `fn` for names that nobody has bound or set: it is called with the name
 * ("alrt", "question.txt"), and its result is what the script reads. Without
 * it, or with NULL, that is nil. */
void ans_vm_bind_missing(struct ans_vm *vm, ans_vm_function *fn);

struct ans_vm *ans_vm_of(struct lua_State *L);

/* The state, to prepare it (metatables in the registry) before anything
 * runs. */
struct lua_State *ans_vm_state(struct ans_vm *vm);
void *ans_vm_context(struct lua_State *L);

/* Charge `units` (about a VM instruction each); raises when the budget is
 * gone. */
void ans_vm_charge(struct lua_State *L, int64_t units);

/* Count memory that a C function takes outside the state, until the run ends,
 * as the state's own; raises when there is none left. Charges time too. */
void ans_vm_charge_memory(struct lua_State *L, size_t bytes);

/* Keep the function at the top of the stack; pops it. Numbers count from 1, so
 * that the same run in another state gives the same ones. */
int ans_vm_keep(struct lua_State *L);

/* Where the caller at `level` stands, C functions passed over. */
void ans_vm_where(struct lua_State *L, int level, struct ans_arena *arena,
                  struct ans_str *file, int *line);

/* Copy the value at `index` out into `arena`. Functions are refused.
 * False: `why` (a literal) says what is wrong. */
bool ans_vm_to_value(struct lua_State *L, int index, struct ans_arena *arena,
                     struct ans_value *out, const char **why);
void ans_vm_push_value(struct lua_State *L, struct ans_value v);

/* How a frozen environment looks from inside: every name that a script can
 * reach, one a line, sorted ("string.len"). Frozen in a test. */
struct ans_str ans_vm_reach(struct ans_vm *vm, struct ans_arena *arena);
