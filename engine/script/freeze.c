/* Views: after the load, tables that scripts keep in globals are seen through
 * read-only views, made when first asked for. What a function holds in its
 * own upvalues stays its own.
 */
#include "script/internal.h"

static const char meta_key = 'm';
static const char shown_key = 's'; /* view -> table; weak keys */
static const char views_key = 'v'; /* table -> view; weak both */

/* Push the table behind the view at `i`. */
static void push_shown(lua_State *L, int i)
{
    i = lua_absindex(L, i);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &shown_key);
    lua_pushvalue(L, i);
    lua_rawget(L, -2);
    lua_remove(L, -2);
}

static bool is_view(lua_State *L, int i)
{
    if (!lua_istable(L, i) || !lua_getmetatable(L, i))
        return false;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &meta_key);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same;
}

void ans_script_protect(lua_State *L)
{
    if (!lua_istable(L, -1))
        return;
    if (lua_getmetatable(L, -1)) { /* a view, or a library */
        lua_pop(L, 1);
        return;
    }
    luaL_checkstack(L, 6, NULL);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &views_key);
    lua_pushvalue(L, -2);
    if (lua_rawget(L, -2) == LUA_TNIL) { /* table views nil */
        lua_pop(L, 1);
        lua_newtable(L);
        lua_rawgetp(L, LUA_REGISTRYINDEX, &meta_key);
        lua_setmetatable(L, -2); /* table views view */
        lua_rawgetp(L, LUA_REGISTRYINDEX, &shown_key);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -5);
        lua_rawset(L, -3);
        lua_pop(L, 1);
        lua_pushvalue(L, -3);
        lua_pushvalue(L, -2);
        lua_rawset(L, -4);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

bool ans_script_open_table(lua_State *L, int i)
{
    luaL_checktype(L, i, LUA_TTABLE);
    if (!is_view(L, i))
        return false;
    push_shown(L, i);
    lua_replace(L, i);
    return true;
}

void ans_script_own_table(lua_State *L, int i)
{
    luaL_checktype(L, i, LUA_TTABLE);
    if (lua_getmetatable(L, i))
        luaL_error(L, "this table cannot be changed");
}

/* (view, key) */
static int view_get(lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_settop(L, 2);
    push_shown(L, 1);
    lua_pushvalue(L, 2);
    lua_rawget(L, -2);
    ans_script_protect(L);
    return 1;
}

static int view_length(lua_State *L)
{
    ans_vm_charge(L, 1);
    push_shown(L, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
    return 1;
}

static int view_set(lua_State *L)
{
    ans_vm_charge(L, 1);
    return luaL_error(L, "tables in globals cannot be changed once the "
                         "scripts are loaded");
}

static void new_weak(lua_State *L, const char *mode, const void *key)
{
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushstring(L, mode);
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

void ans_script_open_views(lua_State *L)
{
    static const luaL_Reg meta[] = {
        {"__index", view_get},
        {"__newindex", view_set},
        {"__len", view_length},
        {NULL, NULL},
    };
    lua_createtable(L, 0, 3);
    luaL_setfuncs(L, meta, 0);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &meta_key);
    new_weak(L, "k", &shown_key);
    new_weak(L, "kv", &views_key);
}
