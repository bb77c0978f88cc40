/* fixture: pages' data written in Lua (tests/view/fixtures.lua), as the maps
 * that handlers make. For tests of views and for looking at pages.
 */
#pragma once

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "base/arena.h"
#include "base/value.h"

static struct ans_value fixture_value(lua_State *L, struct ans_arena *arena);

static struct ans_str fixture_str(lua_State *L, struct ans_arena *arena)
{
    size_t len;
    const char *ptr = lua_tolstring(L, -1, &len);
    return ans_arena_str(arena, (struct ans_str){ptr, len});
}

/* A table with a first item, or with nothing, is a list. */
static struct ans_value fixture_table(lua_State *L, struct ans_arena *arena)
{
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    lua_pushnil(L);
    bool empty = !lua_next(L, -2);
    if (!empty)
        lua_pop(L, 2);
    if (count || empty) {
        struct ans_list *list = ans_list_new(arena);
        for (lua_Integer i = 1; i <= count; i++) {
            lua_rawgeti(L, -1, i);
            ans_list_add(list, fixture_value(L, arena));
            lua_pop(L, 1);
        }
        return ans_value_list(list);
    }
    struct ans_map *map = ans_map_new(arena);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        struct ans_value v = fixture_value(L, arena);
        lua_pop(L, 1);
        ans_map_set(map, fixture_str(L, arena), v);
    }
    return ans_value_map(map);
}

static struct ans_value fixture_value(lua_State *L, struct ans_arena *arena)
{
    luaL_checkstack(L, 8, NULL);
    switch (lua_type(L, -1)) {
    case LUA_TBOOLEAN:
        return ans_value_bool(lua_toboolean(L, -1));
    case LUA_TNUMBER:
        return lua_isinteger(L, -1) ? ans_value_int(lua_tointeger(L, -1))
                                    : ans_value_num(lua_tonumber(L, -1));
    case LUA_TSTRING:
        return ans_value_str(fixture_str(L, arena));
    case LUA_TTABLE:
        return fixture_table(L, arena);
    default:
        return ANS_VALUE_NIL;
    }
}

/* Call each(context, file, kind, name, data) for every fixture: `kind` is
 * "view" or "mail". NULL, or what went wrong. */
static const char *fixtures_each(
    const char *path, struct ans_arena *arena,
    void (*each)(void *context, struct ans_str file, struct ans_str kind,
                 struct ans_str name, const struct ans_map *data),
    void *context)
{
    lua_State *L = luaL_newstate();
    luaL_openlibs(L);
    if (luaL_dofile(L, path)) {
        struct ans_str why = fixture_str(L, arena);
        lua_close(L);
        return why.ptr;
    }
    struct ans_value all = fixture_value(L, arena);
    lua_close(L);
    for (size_t i = 0; i < all.list->count; i++) {
        const struct ans_map *one = all.list->items[i].map;
        each(context, ans_map_str(one, "file"), ans_map_str(one, "kind"),
             ans_map_str(one, "name"), ans_map_find(one, "data").map);
    }
    return NULL;
}
