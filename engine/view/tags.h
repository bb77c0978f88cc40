/* tags: the functions of lua/html.lua that make nodes, of which a page has a
 * thousand. Private to view.
 *
 * What tags and attributes there are is said in lua/html.lua.
 */
#pragma once

#include <lua.h>

/* tag(meta, known, check) -> a function that gives the table it is called with
 * the metatable `meta` = { name, form } and returns it. It raises at its
 * caller's line when that is no table, or one that is a node already. A key
 * that is neither a child's (1, 2, ...) nor in `known` is told to
 * check(name, key), which raises or not. */
int ans_view_tag(lua_State *L);
