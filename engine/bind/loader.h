/* loader: the state of one load of a county's folder. Private to bind.
 *
 * Lives on the C stack of ans_bind_load and is the VM's context meanwhile;
 * afterwards the context is NULL, and words refuse to be used.
 */
#pragma once

#include <lauxlib.h>
#include <lua.h>

#include "bind/locate.h"
#include "county/decl.h"
#include "county/diag.h"
#include "county/vocab.h"
#include "script/script.h"

/* A name that nobody knows: it swallows whatever is done with it, so that one
 * run finds all of them, and what was done tells what it was meant to be. */
struct stray {
    struct stray *next;
    struct ans_str name;
    struct ans_str file;
    int line;
    bool called; /* a word, misspelt */
    bool led_on; /* only the first part of a longer name */
};

struct loader {
    struct ans_arena *arena;
    struct ans_arena *decl_arena; /* for declarations, without strings */
    struct ans_arena *scratch;    /* of this file, gone after it */
    struct ans_decls *decls;
    struct ans_faults *faults;
    struct ans_vm *vm;
    struct ans_str file; /* that runs now */
    struct source *source;
    struct stray *strays; /* of this file, the newest first */
    size_t stray_count;
};

#define NO_STR ((struct ans_str){NULL, 0})

/* The loader, or an error when no file is being loaded. */
struct loader *loader_of(lua_State *L);

/* Where the script stands now. */
int loader_line(lua_State *L, struct loader *l);

/* A zeroed thing in the arena, charged to the script. */
void *loader_alloc(lua_State *L, struct loader *l, size_t size);
struct ans_str loader_copy(lua_State *L, struct loader *l, struct ans_str s);

/* word.c: constructors, one for each name, and their handles. */
void words_bind(struct ans_vm *vm);
struct ans_decl *words_decl(lua_State *L, int i); /* NULL: no handle */

/* The fault of a declaration that stands somewhere already. */
void words_place(lua_State *L, struct loader *l, struct ans_decl *d);

/* After a file that failed: the declarations from `first` on say nothing
 * whole. */
void words_abandon(struct loader *l, size_t first);

/* said.c: what the script said, copied. `brace` is the token of a table's
 * constructor, or -1. */
struct ans_said_table *said_table(lua_State *L, struct loader *l, int i,
                                  int brace);
struct ans_said_value said_value(lua_State *L, struct loader *l, int i,
                                 struct ans_str what, int line, int token);

/* reads.c: the answers that the function reads whose value begins at the token,
 * "function" or a name; NULL when its source is not to be seen. */
const struct ans_said_reads *reads_of(lua_State *L, struct loader *l,
                                      int token);

/* stray.c */
void strays_bind(struct ans_vm *vm);
struct stray *strays_get(lua_State *L, int i); /* NULL: no stray */

/* After a file: a fault for each. */
void strays_report(struct loader *l);

/* A bare word where a text belongs, at the token `token` or -1; `name` when
 * the token does not tell. */
void strays_missing_quotes(struct loader *l, int line, int token,
                           struct ans_str name);

/* cause.c: a fault for a file that is not Lua, with its likely cause. */
void cause_of_syntax(struct loader *l, const struct ans_script_fault *f);

/* The words from the bare word at the token `i` to the end of its value:
 * "Makt och inflytande". */
struct ans_str cause_bare_text(const struct source *s, int i);
