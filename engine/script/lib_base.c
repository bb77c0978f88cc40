/* The basic functions of scripts. Not here, on purpose: print, load, xpcall,
 * metatables, raw access, coroutines, collectgarbage, require. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "script/internal.h"

struct ans_str ans_script_check_str(lua_State *L, int i)
{
    struct ans_str s;
    s.ptr = luaL_checklstring(L, i, &s.len);
    ans_vm_charge(L, 1 + (int64_t)(s.len / 64));
    return s;
}

char *ans_script_bytes(lua_State *L, size_t size)
{
    if (size > ANS_SCRIPT_LONGEST)
        luaL_error(L, "a text would be longer than 1 MB");
    ans_vm_charge(L, 1 + (int64_t)(size / 64));
    return lua_newuserdatauv(L, size + 1, 0);
}

static struct ans_str float_text(double n, char buffer[64])
{
    if (isnan(n))
        return ANS_STR("nan");
    if (isinf(n))
        return n > 0 ? ANS_STR("inf") : ANS_STR("-inf");
    int len = snprintf(buffer, 64, "%.14g", n);
    if (strspn(buffer, "-0123456789") == (size_t)len)
        len += snprintf(buffer + len, 64 - (size_t)len, ".0");
    return (struct ans_str){buffer, (size_t)len};
}

struct ans_str ans_script_text_of(lua_State *L, int i, char buffer[64])
{
    struct ans_str s;
    switch (lua_type(L, i)) {
    case LUA_TSTRING:
        s.ptr = lua_tolstring(L, i, &s.len);
        return s;
    case LUA_TNUMBER:
        if (!lua_isinteger(L, i))
            return float_text(lua_tonumber(L, i), buffer);
        s.len = (size_t)snprintf(buffer, 64, "%" PRId64,
                                 (int64_t)lua_tointeger(L, i));
        s.ptr = buffer;
        return s;
    case LUA_TBOOLEAN:
        return lua_toboolean(L, i) ? ANS_STR("true") : ANS_STR("false");
    default: /* an address would tell where memory lies */
        return ans_str_from(luaL_typename(L, i));
    }
}

static int base_tostring(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checkany(L, 1);
    char buffer[64];
    struct ans_str s = ans_script_text_of(L, 1, buffer);
    lua_pushlstring(L, s.ptr, s.len);
    return 1;
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return 99;
}

/* Digits of `base` with an optional minus; wraps around as Lua does. */
static bool read_digits(struct ans_str s, int base, lua_Integer *out)
{
    bool minus = ans_str_starts(s, ANS_STR("-"));
    lua_Unsigned n = 0;
    s = ans_str_sub(s, minus, SIZE_MAX);
    for (size_t i = 0; i < s.len; i++) {
        int digit = digit_value(s.ptr[i]);
        if (digit >= base)
            return false;
        n = n * (lua_Unsigned)base + (lua_Unsigned)digit;
    }
    *out = (lua_Integer)(minus ? 0u - n : n);
    return s.len > 0;
}

/* tonumber(v [, base]) */
static int base_tonumber(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checkany(L, 1);
    if (lua_isnoneornil(L, 2)) {
        if (lua_type(L, 1) == LUA_TNUMBER)
            return lua_settop(L, 1), 1;
        if (lua_type(L, 1) != LUA_TSTRING)
            return luaL_pushfail(L), 1;
        struct ans_str s = ans_script_check_str(L, 1);
        if (lua_stringtonumber(L, s.ptr) != s.len + 1)
            luaL_pushfail(L);
        return 1;
    }
    lua_Integer base = luaL_checkinteger(L, 2);
    luaL_argcheck(L, base >= 2 && base <= 36, 2, "must be 2 to 36");
    luaL_checktype(L, 1, LUA_TSTRING);
    lua_Integer n;
    if (read_digits(ans_str_trim(ans_script_check_str(L, 1)), (int)base, &n))
        lua_pushinteger(L, n);
    else
        luaL_pushfail(L);
    return 1;
}

static int base_type(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checkany(L, 1);
    lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

static int base_assert(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checkany(L, 1);
    if (lua_toboolean(L, 1))
        return lua_gettop(L);
    if (lua_isnone(L, 2))
        return luaL_error(L, "assertion failed");
    lua_settop(L, 2);
    return lua_error(L);
}

static int base_error(lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_Integer level = luaL_optinteger(L, 2, 1);
    lua_settop(L, 1);
    if (lua_type(L, 1) == LUA_TSTRING && level > 0 && level <= 100) {
        luaL_where(L, (int)level);
        lua_insert(L, 1);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

/* Like Lua's, but what ends a dead state is not caught. */
static int base_pcall(lua_State *L)
{
    ans_vm_charge(L, 10);
    luaL_checkany(L, 1);
    struct ans_vm *vm = ans_vm_of(L);
    int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
    if (status == LUA_ERRMEM && !vm->dead)
        vm->dead = ANS_DEAD_MEMORY;
    ans_script_check_alive(L, vm);
    luaL_checkstack(L, 1, NULL);
    lua_pushboolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_gettop(L);
}

static int base_next(lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_settop(L, 2);
    bool view = ans_script_open_table(L, 1);
    if (!lua_next(L, 1))
        return luaL_pushfail(L), 1;
    if (view)
        ans_script_protect(L);
    return 2;
}

static int base_pairs(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_pushcfunction(L, base_next);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

/* (table, index) -> index, value */
static int next_index(lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_Integer i = luaL_checkinteger(L, 2);
    bool view = ans_script_open_table(L, 1);
    if (i == LUA_MAXINTEGER)
        return luaL_pushfail(L), 1;
    lua_pushinteger(L, i + 1);
    if (lua_rawgeti(L, 1, i + 1) == LUA_TNIL)
        return 1;
    if (view)
        ans_script_protect(L);
    return 2;
}

static int base_ipairs(lua_State *L)
{
    ans_vm_charge(L, 1);
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_pushcfunction(L, next_index);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

/* select("#", ...) or select(n, ...) */
static int base_select(lua_State *L)
{
    int count = lua_gettop(L);
    ans_vm_charge(L, 1 + count / 8);
    if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
        lua_pushinteger(L, count - 1);
        return 1;
    }
    lua_Integer n = luaL_checkinteger(L, 1);
    if (n < 0)
        n = count + n;
    else if (n > count)
        n = count;
    luaL_argcheck(L, n >= 1, 1, "index out of range");
    return count - (int)n;
}

const luaL_Reg ans_script_base[] = {
    {"assert", base_assert},
    {"error", base_error},
    {"ipairs", base_ipairs},
    {"next", base_next},
    {"pairs", base_pairs},
    {"pcall", base_pcall},
    {"select", base_select},
    {"tonumber", base_tonumber},
    {"tostring", base_tostring},
    {"type", base_type},
    {NULL, NULL},
};
