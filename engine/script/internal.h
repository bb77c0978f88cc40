/* internal: what the files of script share. Private to script.
 *
 * A rule for every C function that a script can call: first ans_vm_charge,
 * with more for work that grows with its arguments; no luaL_Buffer, whose
 * failing allocations raise errors that a script could catch; nothing on the
 * C heap while Lua may raise.
 */
#pragma once

#include <lauxlib.h>
#include <lua.h>

#include "script/alarm.h"
#include "script/script.h"

/* A string or table of a script is never larger, so that no single
 * instruction, which no hook can interrupt, takes long. */
#define ANS_SCRIPT_LONGEST (1u << 20)

/* Why a state is dead. */
enum ans_death { ANS_ALIVE, ANS_DEAD_TIME, ANS_DEAD_MEMORY };

struct ans_chunk_name {
    struct ans_chunk_name *next;
    char text[256];
};

struct ans_vm {
    struct lua_State *L;
    void *context;
    struct ans_arena *scratch; /* for what lasts no longer than its maker */
    struct ans_chunk_name *chunks;
    ans_vm_function *missing; /* answers for unknown names; may be NULL */
    bool frozen;
    bool running;
    enum ans_death dead;

    size_t used;     /* bytes that the state holds */
    size_t outside;  /* bytes charged since the run began */
    size_t limit;    /* 0: none, nothing runs */
    size_t large;    /* blocks that make an instruction slow */
    size_t peak;     /* of used, in this run */
    int64_t units;   /* charged since the clocks were read */
    int64_t cpu_us;  /* of this run's budget */
    int64_t wall_ms; /* of this run's budget */
    bool timed;      /* the clocks have been looked at */
    int64_t cpu_start;
    int64_t cpu_seen; /* at the last look */
    int64_t cpu_end;
    int64_t wall_end;
    struct ans_alarm alarm;
    int kept; /* functions kept so far */
    struct ans_vm_use use;

    /* Of the run under way. */
    struct ans_arena *arena;
    struct ans_script_fault *fault;
    int fed_line;      /* of the source given to the parser; 0: parsed */
    char refused[256]; /* chunk that asked for too much memory */
    int refused_line;
};

/* vm.c */
void *ans_script_allocate(void *data, void *ptr, size_t old, size_t size);
/* Look at the clocks at the next instruction. For signal handlers. */
void ans_script_look_soon(struct ans_vm *vm);
void ans_script_begin(struct ans_vm *vm, const struct ans_budget *budget,
                      struct ans_arena *arena, struct ans_script_fault *fault);

/* The state's own arena, emptied: an error raised past it leaks nothing. */
struct ans_arena *ans_script_scratch(struct ans_vm *vm);

/* Call the C function `fn` with `data`, guarded by the budget begun; false
 * with the fault filled in. Ends the run. */
bool ans_script_guard(struct ans_vm *vm, lua_CFunction fn, void *data);

/* Push the function kept as `ref`, or nil. */
void ans_script_push_kept(lua_State *L, int ref);

/* False, and the state dead, once a deadline has passed. */
bool ans_script_in_time(struct ans_vm *vm);

/* Raise what nothing catches when the state is dead. */
void ans_script_check_alive(lua_State *L, struct ans_vm *vm);

/* fault.c */
int ans_script_message_handler(lua_State *L);
void ans_script_fill_fault(struct ans_vm *vm, lua_State *L, int status);
void ans_script_dead_fault(struct ans_vm *vm);
bool ans_script_place(lua_State *L, int level, char *file, size_t size,
                      int *line);

/* world.c: what scripts see. */
void ans_script_open(struct ans_vm *vm);

/* The globals table, an upvalue of every chunk. */
void ans_script_push_globals(lua_State *L);

/* The table of what scripts have set. */
void ans_script_push_own(lua_State *L);

/* freeze.c: tables that look like others and cannot be changed. */
void ans_script_open_views(lua_State *L);

/* If the value on top is a table, put its read-only view in its place. */
void ans_script_protect(lua_State *L);

/* Argument `i` is a table to read: a view gives way to what it shows (then
 * true, and what is read from it must be protected). */
bool ans_script_open_table(lua_State *L, int i);

/* Argument `i` is a table that the script may change. */
void ans_script_own_table(lua_State *L, int i);

/* lib_*.c */
extern const luaL_Reg ans_script_base[];
extern const luaL_Reg ans_script_string[];
extern const luaL_Reg ans_script_table[];
extern const luaL_Reg ans_script_math[];
extern const luaL_Reg ans_script_text[];

/* lib_text.c: also methods of strings. */
int ans_script_lower(lua_State *L);
int ans_script_upper(lua_State *L);

/* lib_base.c: a value as text without addresses; `buffer` holds numbers. */
struct ans_str ans_script_text_of(lua_State *L, int i, char buffer[64]);

/* A string argument, its length charged. */
struct ans_str ans_script_check_str(lua_State *L, int i);

/* Bytes on the Lua stack, collected like any value; raises past the bound. */
char *ans_script_bytes(lua_State *L, size_t size);
