/* What a script can reach, found by walking there. */
#include <stdlib.h>

#include "base/buf.h"
#include "script/internal.h"

struct names {
    struct ans_arena *arena;
    struct ans_str *items;
    size_t count;
};

static void add(struct names *n, const char *prefix, const char *name)
{
    n->items = ans_arena_grow(n->arena, n->items, n->count, sizeof(*n->items));
    n->items[n->count++] = ans_arena_printf(n->arena, "%s%s", prefix, name);
}

static int by_bytes(const void *a, const void *b)
{
    const struct ans_str *x = a, *y = b;
    return ans_str_cmp(*x, *y);
}

/* Push the table behind the proxy on top, or nil. */
static void push_behind(lua_State *L)
{
    if (luaL_getmetafield(L, -1, "__index") != LUA_TTABLE)
        lua_pushnil(L);
}

static void walk(lua_State *L, struct names *n, const char *prefix, int depth);

static void walk_entry(lua_State *L, struct names *n, const char *prefix,
                       int depth)
{
    const char *name =
        lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "[?]";
    add(n, prefix, name);
    if (!lua_istable(L, -1) || depth > 4)
        return;
    struct ans_str inner = ans_arena_printf(n->arena, "%s%s.", prefix, name);
    int top = lua_gettop(L);
    walk(L, n, inner.ptr, depth + 1);
    push_behind(L);
    if (lua_istable(L, -1))
        walk(L, n, inner.ptr, depth + 1);
    lua_settop(L, top);
}

/* Every entry of the table on top. */
static void walk(lua_State *L, struct names *n, const char *prefix, int depth)
{
    luaL_checkstack(L, 16, NULL);
    int table = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        walk_entry(L, n, prefix, depth);
        lua_pop(L, 1);
    }
}

/* Whatever the metatable of the type of the value on top lets one do. */
static void walk_type(lua_State *L, struct names *n, const char *type)
{
    if (!lua_getmetatable(L, -1))
        return;
    struct ans_str prefix = ans_arena_printf(n->arena, "(%s).", type);
    walk(L, n, prefix.ptr, 0);
}

static void walk_types(lua_State *L, struct names *n)
{
    lua_pushliteral(L, "");
    walk_type(L, n, "string");
    lua_pushinteger(L, 1);
    walk_type(L, n, "number");
    lua_pushboolean(L, 1);
    walk_type(L, n, "boolean");
    lua_pushnil(L);
    walk_type(L, n, "nil");
    lua_pushcfunction(L, lua_error);
    walk_type(L, n, "function");
}

struct ans_str ans_vm_reach(struct ans_vm *vm, struct ans_arena *arena)
{
    lua_State *L = vm->L;
    struct names n = {.arena = arena};
    int top = lua_gettop(L);
    ans_script_push_globals(L);
    walk(L, &n, "", 0);
    for (int i = 0; i < 4; i++) { /* globals, lib, own */
        push_behind(L);
        if (!lua_istable(L, -1))
            break;
        walk(L, &n, "", 0);
    }
    ans_script_push_own(L);
    walk(L, &n, "", 0);
    walk_types(L, &n);
    lua_settop(L, top);
    if (n.count)
        qsort(n.items, n.count, sizeof(*n.items), by_bytes);
    size_t size = 0;
    for (size_t i = 0; i < n.count; i++)
        size += n.items[i].len + 1;
    char *all = ans_arena_alloc(arena, size + 1);
    char *to = all;
    for (size_t i = 0; i < n.count; i++) {
        to = mempcpy(to, n.items[i].ptr, n.items[i].len);
        *to++ = '\n';
    }
    return (struct ans_str){all, size};
}
