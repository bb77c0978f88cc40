/* state: a Lua state for the engine's own scripts. Private to view.
 *
 * Has base, string, table, math and utf8, and a `require` that reaches the
 * files of one folder, what is provided and nothing else:
 * require("forms.field") is forms/field.lua, and require("tag") is tags.h's. No
 * file, process or debug access from Lua.
 */
#pragma once

#include <lauxlib.h>
#include <lua.h>

#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"
#include "base/value.h"

#define ANS_VIEW_DEPTH 64 /* of data given to a view */

/* `context` is what ans_view_context gives to C functions. */
ANS_MUST_CHECK
lua_State *ans_view_state_new(const char *folder, void *context,
                              struct ans_err *err);
void ans_view_state_free(lua_State *L);
void *ans_view_context(lua_State *L);

/* Let require(name) answer the value at the top of the stack; pops it. */
void ans_view_provide(lua_State *L, const char *name);

/* Push what require(name) gives. May raise. */
void ans_view_require(lua_State *L, const char *name);

/* Call the C function `fn(L)` with `argument` as light userdata, protected.
 * ANS_ERR_SCRIPT: the message, file and line first, and where it came from. */
ANS_MUST_CHECK
bool ans_view_protect(lua_State *L, lua_CFunction fn, void *argument,
                      struct ans_err *err);

/* Push data as Lua values. May raise. */
void ans_view_push(lua_State *L, struct ans_value v);

/* Call `each(context, "home")` for every .lua file of folder/sub, in the order
 * of their names. */
ANS_MUST_CHECK
bool ans_view_files(const char *folder, const char *sub,
                    bool (*each)(void *context, const char *name,
                                 struct ans_err *err),
                    void *context, struct ans_err *err);
