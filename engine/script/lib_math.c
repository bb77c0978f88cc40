/* The library math, without chance: the same answers give the same page. */
#include <math.h>

#include "script/internal.h"

static int math_abs(lua_State *L)
{
    ans_vm_charge(L, 1);
    if (lua_isinteger(L, 1)) {
        lua_Integer n = lua_tointeger(L, 1);
        lua_pushinteger(L, n < 0 ? (lua_Integer)(0u - (lua_Unsigned)n) : n);
    } else {
        lua_pushnumber(L, fabs(luaL_checknumber(L, 1)));
    }
    return 1;
}

/* A float that is whole and fits becomes an integer, as in Lua. */
static int push_whole(lua_State *L, double n)
{
    lua_Integer whole;
    if (lua_numbertointeger(n, &whole))
        lua_pushinteger(L, whole);
    else
        lua_pushnumber(L, n);
    return 1;
}

static int math_floor(lua_State *L)
{
    ans_vm_charge(L, 1);
    if (lua_isinteger(L, 1))
        return lua_settop(L, 1), 1;
    return push_whole(L, floor(luaL_checknumber(L, 1)));
}

static int math_ceil(lua_State *L)
{
    ans_vm_charge(L, 1);
    if (lua_isinteger(L, 1))
        return lua_settop(L, 1), 1;
    return push_whole(L, ceil(luaL_checknumber(L, 1)));
}

static int math_fmod(lua_State *L)
{
    ans_vm_charge(L, 1);
    if (lua_isinteger(L, 1) && lua_isinteger(L, 2)) {
        lua_Integer a = lua_tointeger(L, 1);
        lua_Integer b = lua_tointeger(L, 2);
        luaL_argcheck(L, b != 0, 2, "zero");
        lua_pushinteger(L, b == -1 ? 0 : a % b);
    } else {
        lua_pushnumber(L, fmod(luaL_checknumber(L, 1), luaL_checknumber(L, 2)));
    }
    return 1;
}

static int math_sqrt(lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_pushnumber(L, sqrt(luaL_checknumber(L, 1)));
    return 1;
}

static int extreme(lua_State *L, bool largest)
{
    int count = lua_gettop(L);
    ans_vm_charge(L, 1 + count);
    luaL_checknumber(L, 1);
    int best = 1;
    for (int i = 2; i <= count; i++) {
        luaL_checknumber(L, i);
        if (lua_compare(L, largest ? best : i, largest ? i : best, LUA_OPLT))
            best = i;
    }
    lua_pushvalue(L, best);
    return 1;
}

static int math_max(lua_State *L)
{
    return extreme(L, true);
}

static int math_min(lua_State *L)
{
    return extreme(L, false);
}

static int math_tointeger(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checkany(L, 1);
    int whole;
    lua_Integer n = lua_tointegerx(L, 1, &whole);
    if (whole && lua_type(L, 1) == LUA_TNUMBER)
        lua_pushinteger(L, n);
    else
        luaL_pushfail(L);
    return 1;
}

static int math_type(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checkany(L, 1);
    if (lua_type(L, 1) == LUA_TNUMBER)
        lua_pushstring(L, lua_isinteger(L, 1) ? "integer" : "float");
    else
        luaL_pushfail(L);
    return 1;
}

const luaL_Reg ans_script_math[] = {
    {"abs", math_abs},     {"ceil", math_ceil},
    {"floor", math_floor}, {"fmod", math_fmod},
    {"max", math_max},     {"min", math_min},
    {"sqrt", math_sqrt},   {"tointeger", math_tointeger},
    {"type", math_type},   {NULL, NULL},
};
