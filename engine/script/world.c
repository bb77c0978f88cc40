/* The world that a script sees.
 *
 * Three tables stand behind each other: the globals that chunks are given,
 * always empty, so that every assignment passes set_global; `lib`, what the
 * engine provides; `own`, what the scripts have set. Libraries are empty
 * tables too, before the tables with their functions. No script can get at a
 * metatable, so none of this can be undone from inside.
 */
#include <math.h>

#include "script/internal.h"

static const char lib_key = 'l';
static const char own_key = 'o';

void ans_script_push_globals(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

void ans_script_push_own(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &own_key);
}

/* Push t.name, asking no metatable; returns its type. */
static int raw_field(lua_State *L, int table, const char *name)
{
    table = lua_absindex(L, table);
    lua_pushstring(L, name);
    return lua_rawget(L, table);
}

static int refuse_change(lua_State *L)
{
    ans_vm_charge(L, 1);
    return luaL_error(L, "what the portal provides cannot be changed");
}

/* (table, key): a name that neither engine nor scripts know. The upvalue is
 * the library that lacks it, or nil. */
static int unknown_name(lua_State *L)
{
    ans_vm_charge(L, 1);
    struct ans_vm *vm = ans_vm_of(L);
    if (!vm->missing || lua_type(L, 2) != LUA_TSTRING)
        return 0;
    lua_settop(L, 2);
    lua_pushcfunction(L, vm->missing);
    if (lua_isstring(L, lua_upvalueindex(1))) {
        lua_pushvalue(L, lua_upvalueindex(1));
        lua_pushliteral(L, ".");
        lua_pushvalue(L, 2);
        lua_concat(L, 3);
    } else {
        lua_pushvalue(L, 2);
    }
    lua_call(L, 1, 1);
    return 1;
}

/* (lib, key): what the scripts have set. */
static int get_own(lua_State *L)
{
    ans_vm_charge(L, 1);
    lua_settop(L, 2);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &own_key);
    lua_pushvalue(L, 2);
    lua_rawget(L, -2);
    if (lua_isnil(L, -1))
        return unknown_name(L);
    if (ans_vm_of(L)->frozen)
        ans_script_protect(L);
    return 1;
}

/* (globals, key, value) */
static int set_global(lua_State *L)
{
    ans_vm_charge(L, 1);
    if (ans_vm_of(L)->frozen)
        return luaL_error(L, "globals cannot be set once the scripts are "
                             "loaded: write local");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lib_key);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) != LUA_TNIL)
        return luaL_error(L, "%s belongs to the portal: choose another name",
                          lua_tostring(L, 2));
    lua_rawgetp(L, LUA_REGISTRYINDEX, &own_key);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    lua_rawset(L, -3);
    return 0;
}

/* A library is called, as text "file.md" is: upvalue 1 does it. */
static int call_library(lua_State *L)
{
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_replace(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

/* The function on top becomes what the library below it does when called;
 * pops it. */
static void set_call(lua_State *L)
{
    lua_getmetatable(L, -2);
    lua_insert(L, -2);
    lua_pushcclosure(L, call_library, 1);
    lua_setfield(L, -2, "__call");
    lua_pop(L, 1);
}

/* Push the library `name` of the table `lib` on top: made if need be, a
 * function of that name becoming its call. */
static void push_library(lua_State *L, const char *name)
{
    int type = raw_field(L, -1, name);
    if (type == LUA_TTABLE)
        return;
    lua_newtable(L); /* lib old library */
    lua_createtable(L, 0, 3);
    lua_newtable(L); /* its functions */
    lua_createtable(L, 0, 1);
    lua_pushstring(L, name);
    lua_pushcclosure(L, unknown_name, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_change);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_insert(L, -2); /* lib library old */
    if (type == LUA_TNIL)
        lua_pop(L, 1);
    else
        set_call(L);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, name);
}

/* The table with the functions of the library on top. */
static void push_functions(lua_State *L)
{
    luaL_getmetafield(L, -1, "__index");
}

/* Set the function on top as `name` of the table below it; pops it. */
static void set_name(lua_State *L, const char *name)
{
    if (raw_field(L, -2, name) == LUA_TTABLE) {
        lua_insert(L, -2);
        set_call(L);
        lua_pop(L, 1);
    } else {
        lua_pop(L, 1);
        lua_setfield(L, -2, name);
    }
}

/* Bind the function on top; pops it. */
static void bind_top(lua_State *L, const char *name)
{
    const char *dot = strchr(name, '.');
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lib_key);
    if (!dot) {
        lua_insert(L, -2);
        set_name(L, name);
        lua_pop(L, 1);
        return;
    }
    const char *library = lua_pushlstring(L, name, (size_t)(dot - name));
    lua_insert(L, -2); /* fn name lib */
    push_library(L, library);
    push_functions(L);
    lua_pushvalue(L, -5);
    set_name(L, dot + 1);
    lua_pop(L, 5);
}

void ans_vm_bind(struct ans_vm *vm, const char *name, ans_vm_function *fn)
{
    lua_pushcfunction(vm->L, fn);
    bind_top(vm->L, name);
}

void ans_vm_bind_with(struct ans_vm *vm, const char *name, ans_vm_function *fn,
                      const void *data)
{
    lua_pushlightuserdata(vm->L, (void *)(uintptr_t)data);
    lua_pushcclosure(vm->L, fn, 1);
    bind_top(vm->L, name);
}

void ans_vm_bind_missing(struct ans_vm *vm, ans_vm_function *fn)
{
    vm->missing = fn;
}

static void open_library(lua_State *L, const char *name,
                         const luaL_Reg *functions)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lib_key);
    push_library(L, name);
    push_functions(L);
    luaL_setfuncs(L, functions, 0);
    lua_pop(L, 3);
}

static void open_math_constants(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lib_key);
    lua_getfield(L, -1, "math");
    push_functions(L);
    lua_pushnumber(L, 3.141592653589793);
    lua_setfield(L, -2, "pi");
    lua_pushnumber(L, (lua_Number)HUGE_VAL);
    lua_setfield(L, -2, "huge");
    lua_pushinteger(L, LUA_MAXINTEGER);
    lua_setfield(L, -2, "maxinteger");
    lua_pushinteger(L, LUA_MININTEGER);
    lua_setfield(L, -2, "mininteger");
    lua_pop(L, 3);
}

/* ("x"):rep(3) finds the same functions as string.rep, and nothing else. */
static void open_string_methods(lua_State *L)
{
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lib_key);
    lua_getfield(L, -1, "string");
    push_functions(L);
    lua_setfield(L, -4, "__index");
    lua_pop(L, 2);
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static void open_globals(lua_State *L)
{
    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lib_key);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, set_global);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

void ans_script_open(struct ans_vm *vm)
{
    lua_State *L = vm->L;
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &own_key);
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, get_own);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    luaL_setfuncs(L, ans_script_base, 0);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lib_key);
    open_library(L, "string", ans_script_string);
    open_library(L, "table", ans_script_table);
    open_library(L, "math", ans_script_math);
    open_library(L, "text", ans_script_text);
    open_math_constants(L);
    open_string_methods(L);
    open_globals(L);
    ans_script_open_views(L);
}

void ans_vm_freeze(struct ans_vm *vm)
{
    vm->frozen = true;
    if (!vm->dead)
        lua_gc(vm->L, LUA_GCCOLLECT);
    vm->use.memory = vm->used;
}
