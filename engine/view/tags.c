#include "view/tags.h"

#include <lauxlib.h>

/* What a tag's function knows. */
#define META  lua_upvalueindex(1) /* of its nodes; [1] is the tag's name */
#define KNOWN lua_upvalueindex(2)
#define CHECK lua_upvalueindex(3)

static int refuse(lua_State *L)
{
    lua_rawgeti(L, META, 1);
    const char *tag = lua_tostring(L, -1);
    return luaL_error(L, "h.%s takes a table: h.%s { ... }", tag, tag);
}

/* The key at the top of the stack is no child, and perhaps no attribute. */
static void check_key(lua_State *L)
{
    lua_pushvalue(L, -1);
    if (lua_rawget(L, KNOWN) == LUA_TNIL) {
        lua_pushvalue(L, CHECK);
        lua_rawgeti(L, META, 1);
        lua_pushvalue(L, -4);
        lua_call(L, 2, 0);
    }
    lua_pop(L, 1);
}

/* h.p { class = "lead", "Hej" } */
static int make_node(lua_State *L)
{
    if (!lua_istable(L, 1) || lua_getmetatable(L, 1))
        return refuse(L);
    lua_settop(L, 1);
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < 1)
            check_key(L);
    }
    lua_pushvalue(L, META);
    lua_setmetatable(L, 1);
    return 1;
}

int ans_view_tag(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, 2, LUA_TTABLE);
    luaL_checktype(L, 3, LUA_TFUNCTION);
    lua_settop(L, 3);
    lua_pushcclosure(L, make_node, 3);
    return 1;
}
