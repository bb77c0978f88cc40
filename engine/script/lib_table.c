/* The library table, each function charged by what it walks over. Libraries
 * and views are not theirs to change; table.move is not here. */
#include "script/internal.h"

#define MOST_RESULTS 200

static int table_insert(lua_State *L)
{
    ans_script_own_table(L, 1);
    lua_Integer next = (lua_Integer)lua_rawlen(L, 1) + 1;
    lua_Integer at = next;
    int count = lua_gettop(L);
    if (count == 3) {
        at = luaL_checkinteger(L, 2);
        luaL_argcheck(L, at >= 1 && at <= next, 2, "position out of bounds");
    } else if (count != 2) {
        return luaL_error(L, "insert takes a table, maybe a position, and a "
                             "value");
    }
    ans_vm_charge(L, 1 + (next - at) / 4);
    for (lua_Integer i = next; i > at; i--) {
        lua_rawgeti(L, 1, i - 1);
        lua_rawseti(L, 1, i);
    }
    lua_rawseti(L, 1, at);
    return 0;
}

static int table_remove(lua_State *L)
{
    ans_script_own_table(L, 1);
    lua_Integer size = (lua_Integer)lua_rawlen(L, 1);
    lua_Integer at = luaL_optinteger(L, 2, size);
    if (!lua_isnoneornil(L, 2))
        luaL_argcheck(L, (size == 0 && at == 0) || (at >= 1 && at <= size + 1),
                      2, "position out of bounds");
    ans_vm_charge(L, 1 + (size - at) / 4);
    lua_rawgeti(L, 1, at);
    for (; at < size; at++) {
        lua_rawgeti(L, 1, at + 1);
        lua_rawseti(L, 1, at);
    }
    if (at <= size && at >= 1) {
        lua_pushnil(L);
        lua_rawseti(L, 1, at);
    }
    return 1;
}

/* The item `i` as text; anything but strings and numbers is refused. */
static struct ans_str push_item(lua_State *L, lua_Integer i, char buffer[64])
{
    ans_vm_charge(L, 1);
    int type = lua_rawgeti(L, 1, i);
    if (type != LUA_TSTRING && type != LUA_TNUMBER)
        luaL_error(L, "concat: item %I is %s, not a text or number",
                   (LUAI_UACINT)i, lua_typename(L, type));
    return ans_script_text_of(L, -1, buffer);
}

/* concat(list [, sep [, first [, last]]]): measured first, then written. */
static int table_concat(lua_State *L)
{
    ans_vm_charge(L, 1);
    (void)ans_script_open_table(L, 1);
    struct ans_str sep = {"", 0};
    if (!lua_isnoneornil(L, 2))
        sep = ans_script_check_str(L, 2);
    lua_Integer first = luaL_optinteger(L, 3, 1);
    lua_Integer last = luaL_optinteger(L, 4, (lua_Integer)lua_rawlen(L, 1));
    char buffer[64];
    size_t total = 0;
    for (lua_Integer i = first; i <= last; i++) {
        total += push_item(L, i, buffer).len + (i < last ? sep.len : 0);
        lua_pop(L, 1);
        if (total > ANS_SCRIPT_LONGEST)
            return luaL_error(L, "a text would be longer than 1 MB");
        if (i == LUA_MAXINTEGER)
            break;
    }
    char *bytes = ans_script_bytes(L, total);
    char *to = bytes;
    for (lua_Integer i = first; i <= last; i++) {
        struct ans_str s = push_item(L, i, buffer);
        if (s.len)
            to = mempcpy(to, s.ptr, s.len);
        if (i < last && sep.len)
            to = mempcpy(to, sep.ptr, sep.len);
        lua_pop(L, 1);
        if (i == LUA_MAXINTEGER)
            break;
    }
    lua_pushlstring(L, bytes, total);
    return 1;
}

static int table_unpack(lua_State *L)
{
    ans_vm_charge(L, 1);
    bool view = ans_script_open_table(L, 1);
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = luaL_optinteger(L, 3, (lua_Integer)lua_rawlen(L, 1));
    if (first > last)
        return 0;
    lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
    if (count >= MOST_RESULTS)
        return luaL_error(L, "unpack gives at most %d values", MOST_RESULTS);
    luaL_checkstack(L, MOST_RESULTS + 8, NULL);
    for (lua_Unsigned i = 0; i <= count; i++) {
        lua_rawgeti(L, 1, first + (lua_Integer)i);
        if (view)
            ans_script_protect(L);
    }
    return (int)count + 1;
}

/* Sorting works on copies, in two tables that the script never sees, so that
 * a comparison may do what it likes. Merge sort: stable, and n log n even
 * when the comparison contradicts itself. */
struct sort {
    int from, to; /* stack places of the tables */
    bool compares;
};

/* Is the item `b` to stand before `a`? */
static bool before(lua_State *L, const struct sort *s, lua_Integer b,
                   lua_Integer a)
{
    ans_vm_charge(L, 5);
    bool less;
    if (s->compares) {
        lua_pushvalue(L, 2);
        lua_rawgeti(L, s->from, b);
        lua_rawgeti(L, s->from, a);
        lua_call(L, 2, 1);
        less = lua_toboolean(L, -1);
        lua_pop(L, 1);
    } else {
        lua_rawgeti(L, s->from, b);
        lua_rawgeti(L, s->from, a);
        if (lua_type(L, -1) == LUA_TSTRING)
            ans_vm_charge(L, (int64_t)lua_rawlen(L, -1) / 64);
        less = lua_compare(L, -2, -1, LUA_OPLT);
        lua_pop(L, 2);
    }
    return less;
}

/* Merge the runs [low, mid) and [mid, high). */
static void merge(lua_State *L, const struct sort *s, lua_Integer low,
                  lua_Integer mid, lua_Integer high)
{
    lua_Integer a = low, b = mid;
    for (lua_Integer k = low; k < high; k++) {
        bool take_b = b < high && (a >= mid || before(L, s, b, a));
        lua_rawgeti(L, s->from, take_b ? b++ : a++);
        lua_rawseti(L, s->to, k);
    }
}

static lua_Integer least(lua_Integer a, lua_Integer b)
{
    return a < b ? a : b;
}

static int table_sort(lua_State *L)
{
    ans_script_own_table(L, 1);
    lua_Integer n = (lua_Integer)lua_rawlen(L, 1);
    if (!lua_isnoneornil(L, 2))
        luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    ans_vm_charge(L, 1 + n);
    luaL_checkstack(L, 8, NULL);
    struct sort s = {3, 4, !lua_isnil(L, 2)};
    lua_newtable(L);
    lua_newtable(L);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, s.from, i);
    }
    for (lua_Integer width = 1; width < n; width *= 2) {
        for (lua_Integer low = 1; low <= n; low += 2 * width)
            merge(L, &s, low, least(low + width, n + 1),
                  least(low + 2 * width, n + 1));
        s = (struct sort){s.to, s.from, s.compares};
    }
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, s.from, i);
        lua_rawseti(L, 1, i);
    }
    return 0;
}

const luaL_Reg ans_script_table[] = {
    {"concat", table_concat}, {"insert", table_insert},
    {"remove", table_remove}, {"sort", table_sort},
    {"unpack", table_unpack}, {NULL, NULL},
};
