/* bind: the words of county scripts as Lua globals, and the way back to their
 * functions.
 *
 * Makes one constructor for every word of county/vocab.h; they record what
 * was said, where, into declarations. No meaning is decided here.
 */
#pragma once

#include "base/attr.h"
#include "county/build.h"
#include "county/decl.h"
#include "county/diag.h"
#include "county/rule.h"
#include "script/script.h"

/* Run the folder's scripts in a new VM: `shared` (lua/national.lua) first,
 * then county.lua, then the other top-level *.lua by name, but not tests.lua.
 * Faults (syntax, limits, a word unknown to Lua, a word used where Lua cannot
 * call it) are added with their place; all files are tried. The VM holds the
 * script's functions; it is frozen. */
struct ans_vm *ans_bind_load(const struct ans_folder *folder,
                             const struct ans_folder_file *shared,
                             struct ans_arena *arena, struct ans_decls *decls,
                             struct ans_faults *faults);

/* Run one file by itself in a VM of its own, such as tests.lua, which knows
 * the words but none of the county's scripts. Its functions are gone after
 * it. */
void ans_bind_load_file(const struct ans_folder_file *file,
                        struct ans_arena *arena, struct ans_decls *decls,
                        struct ans_faults *faults);

/* Call a rule's function with the answers as one table. A missing answer
 * reads as nil. ANS_ERR_SCRIPT: it failed, or gave no true or false;
 * ANS_ERR_LIMIT: it took too long, or too much memory; the
 * sentence has file and line. */
ANS_MUST_CHECK
bool ans_bind_call_rule(struct ans_vm *vm, int function,
                        const struct ans_map *answers, bool *holds,
                        struct ans_err *err);
