/* The library text: plain questions about texts, in time that grows with
 * their length, and letters by the rules of Unicode. */
#include "base/text.h"
#include "script/internal.h"

/* Changing case works outside the state's memory, so on less. */
#define LONGEST_CASED (64u * 1024)

static int text_contains(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    struct ans_str part = ans_script_check_str(L, 2);
    lua_pushboolean(L, ans_str_find_str(s, part) >= 0);
    return 1;
}

static int text_starts(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    lua_pushboolean(L, ans_str_starts(s, ans_script_check_str(L, 2)));
    return 1;
}

static int text_ends(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    lua_pushboolean(L, ans_str_ends(s, ans_script_check_str(L, 2)));
    return 1;
}

/* split(s, sep) -> list; "" between two separators counts. */
static int text_split(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    struct ans_str sep = ans_script_check_str(L, 2);
    luaL_argcheck(L, sep.len, 2, "an empty text splits nothing");
    lua_newtable(L);
    for (lua_Integer i = 1;; i++) {
        ans_vm_charge(L, 1);
        ptrdiff_t at = ans_str_find_str(s, sep);
        struct ans_str piece = at < 0 ? s : ans_str_sub(s, 0, (size_t)at);
        lua_pushlstring(L, piece.len ? piece.ptr : "", piece.len);
        lua_rawseti(L, -2, i);
        if (at < 0)
            return 1;
        s = ans_str_sub(s, (size_t)at + sep.len, SIZE_MAX);
    }
}

static int text_trim(lua_State *L)
{
    struct ans_str s = ans_str_trim(ans_script_check_str(L, 1));
    lua_pushlstring(L, s.len ? s.ptr : "", s.len);
    return 1;
}

static struct ans_str check_cased(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    luaL_argcheck(L, s.len <= LONGEST_CASED, 1, "longer than 64 KB");
    ans_vm_charge(L, 10 + (int64_t)s.len);
    return s;
}

int ans_script_lower(lua_State *L)
{
    struct ans_str s =
        ans_text_fold(ans_script_scratch(ans_vm_of(L)), check_cased(L), "");
    lua_pushlstring(L, s.len ? s.ptr : "", s.len);
    return 1;
}

int ans_script_upper(lua_State *L)
{
    struct ans_str s =
        ans_text_upper(ans_script_scratch(ans_vm_of(L)), check_cased(L), "");
    lua_pushlstring(L, s.len ? s.ptr : "", s.len);
    return 1;
}

const luaL_Reg ans_script_text[] = {
    {"contains", text_contains}, {"ends", text_ends},
    {"lower", ans_script_lower}, {"split", text_split},
    {"starts", text_starts},     {"trim", text_trim},
    {"upper", ans_script_upper}, {NULL, NULL},
};
