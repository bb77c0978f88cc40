/* Values on their way in and out. */
#include <stdlib.h>

#include "base/text.h"
#include "script/internal.h"

#define DEEPEST    32
#define MOST_NODES 10000
#define MOST_TEXT  (1u << 20)
#define ODD_KEYS   "a table whose keys are not all texts or all 1, 2, 3..."

struct copy {
    lua_State *L;
    struct ans_arena *arena;
    const char *why;
    size_t nodes;
    size_t text; /* bytes: the same long text may stand in every node */
    int depth;
    const void *path[DEEPEST]; /* the tables around this one */
};

static bool copy_value(struct copy *c, int index, struct ans_value *out);

static bool refuse(struct copy *c, const char *why)
{
    c->why = why;
    return false;
}

static bool copy_text(struct copy *c, int index, struct ans_str *out)
{
    struct ans_str s;
    s.ptr = lua_tolstring(c->L, index, &s.len);
    c->text += s.len;
    if (c->text > MOST_TEXT)
        return refuse(c, "more than 1 MB of text");
    if (!ans_text_valid(s))
        return refuse(c, "a text that is not UTF-8");
    *out = ans_arena_str(c->arena, s);
    return true;
}

/* A table's keys are 1..n, or texts. An empty table is a list. */
static bool copy_list(struct copy *c, int index, lua_Integer n,
                      struct ans_value *out)
{
    struct ans_list *list = ans_list_new(c->arena);
    for (lua_Integer i = 1; i <= n; i++) {
        struct ans_value v;
        if (lua_rawgeti(c->L, index, i) == LUA_TNIL)
            return refuse(c, ODD_KEYS); /* so another key is no number */
        bool ok = copy_value(c, lua_gettop(c->L), &v);
        lua_pop(c->L, 1);
        if (!ok)
            return false;
        ans_list_add(list, v);
    }
    *out = ans_value_list(list);
    return true;
}

static int by_key(const void *a, const void *b)
{
    const struct ans_pair *x = a, *y = b;
    return ans_str_cmp(x->key, y->key);
}

/* Lua's own order of keys differs from state to state; theirs may not. */
static bool copy_map(struct copy *c, int index, struct ans_value *out)
{
    struct ans_map *map = ans_map_new(c->arena);
    lua_pushnil(c->L);
    while (lua_next(c->L, index)) {
        struct ans_pair pair;
        if (lua_type(c->L, -2) != LUA_TSTRING)
            return refuse(c, ODD_KEYS);
        if (!copy_text(c, -2, &pair.key) ||
            !copy_value(c, lua_gettop(c->L), &pair.value))
            return false;
        map->pairs = ans_arena_grow(map->arena, map->pairs, map->count,
                                    sizeof(*map->pairs));
        map->pairs[map->count++] = pair;
        lua_pop(c->L, 1);
    }
    qsort(map->pairs, map->count, sizeof(*map->pairs), by_key);
    *out = ans_value_map(map);
    return true;
}

static size_t count_keys(lua_State *L, int index, size_t most)
{
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        if (++count > most) {
            lua_pop(L, 1);
            return count;
        }
    }
    return count;
}

static bool copy_table(struct copy *c, int index, struct ans_value *out)
{
    lua_pushvalue(c->L, index);
    int table = lua_gettop(c->L);
    (void)ans_script_open_table(c->L, table);
    const void *self = lua_topointer(c->L, table);
    for (int i = 0; i < c->depth; i++)
        if (c->path[i] == self)
            return refuse(c, "a table that contains itself");
    if (c->depth == DEEPEST)
        return refuse(c, "tables more than 32 deep");
    if (!lua_checkstack(c->L, 8))
        return refuse(c, "tables too deep");
    c->path[c->depth++] = self;
    size_t keys = count_keys(c->L, table, MOST_NODES);
    if (keys > MOST_NODES)
        return refuse(c, "more than 10,000 values");
    bool listed = lua_rawlen(c->L, table) == keys;
    bool ok = listed ? copy_list(c, table, (lua_Integer)keys, out)
                     : copy_map(c, table, out);
    c->depth--;
    lua_settop(c->L, table - 1);
    return ok;
}

static bool copy_number(struct copy *c, int index, struct ans_value *out)
{
    if (lua_isinteger(c->L, index)) {
        *out = ans_value_int(lua_tointeger(c->L, index));
        return true;
    }
    double n = lua_tonumber(c->L, index);
    if (!__builtin_isfinite(n))
        return refuse(c, "a number that is not finite");
    *out = ans_value_num(n);
    return true;
}

static bool copy_value(struct copy *c, int index, struct ans_value *out)
{
    *out = ANS_VALUE_NIL;
    if (++c->nodes > MOST_NODES)
        return refuse(c, "more than 10,000 values");
    switch (lua_type(c->L, index)) {
    case LUA_TNIL:
        return true;
    case LUA_TBOOLEAN:
        *out = ans_value_bool(lua_toboolean(c->L, index));
        return true;
    case LUA_TNUMBER:
        return copy_number(c, index, out);
    case LUA_TSTRING:
        out->type = ANS_TEXT;
        return copy_text(c, index, &out->s);
    case LUA_TTABLE:
        return copy_table(c, index, out);
    case LUA_TFUNCTION:
        return refuse(c, "a function");
    default:
        return refuse(c, "something that is no plain value");
    }
}

bool ans_vm_to_value(struct lua_State *L, int index, struct ans_arena *arena,
                     struct ans_value *out, const char **why)
{
    struct copy c = {.L = L, .arena = arena};
    int top = lua_gettop(L);
    if (!lua_checkstack(L, 8))
        return *why = "tables too deep", false;
    bool ok = copy_value(&c, lua_absindex(L, index), out);
    lua_settop(L, top);
    ans_vm_charge(L, (int64_t)(c.nodes + c.text / 64));
    if (!ok) {
        *out = ANS_VALUE_NIL;
        *why = c.why;
    }
    return ok;
}

/* A list or map is charged for, and given room on the stack for, all that
 * stands in it: a rule may be given hundreds of small values. */
static void open_push(lua_State *L, size_t count, int depth)
{
    if (depth > DEEPEST)
        luaL_error(L, "values more than %d deep", DEEPEST);
    ans_vm_charge(L, (int64_t)count + 1);
    luaL_checkstack(L, 4, NULL);
}

static void push_value(lua_State *L, struct ans_value v, int depth)
{
    switch (v.type) {
    case ANS_NIL:
        lua_pushnil(L);
        break;
    case ANS_BOOL:
        lua_pushboolean(L, v.b);
        break;
    case ANS_INT:
        lua_pushinteger(L, v.i);
        break;
    case ANS_NUM:
        lua_pushnumber(L, v.n);
        break;
    case ANS_TEXT:
        lua_pushlstring(L, v.s.len ? v.s.ptr : "", v.s.len);
        break;
    case ANS_LIST:
        open_push(L, v.list->count, depth);
        lua_createtable(L, (int)v.list->count, 0);
        for (size_t i = 0; i < v.list->count; i++) {
            push_value(L, v.list->items[i], depth + 1);
            lua_rawseti(L, -2, (lua_Integer)i + 1);
        }
        break;
    case ANS_MAP:
        open_push(L, v.map->count, depth);
        lua_createtable(L, 0, (int)v.map->count);
        for (size_t i = 0; i < v.map->count; i++) {
            struct ans_str key = v.map->pairs[i].key;
            lua_pushlstring(L, key.len ? key.ptr : "", key.len);
            push_value(L, v.map->pairs[i].value, depth + 1);
            lua_rawset(L, -3);
        }
        break;
    }
}

void ans_vm_push_value(struct lua_State *L, struct ans_value v)
{
    ans_vm_charge(L, 1);
    luaL_checkstack(L, 4, NULL);
    push_value(L, v, 1);
}
