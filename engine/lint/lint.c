#include "lint/lint.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"

enum {
    MOST_MS = 5000,    /* for one folder */
    HOOK_EVERY = 10000 /* instructions */
};

#define LUACHECK "/usr/share/lua/5.1/?.lua;/usr/share/lua/5.1/?/init.lua"

struct linting {
    lua_State *L; /* lint.lua's function is at the bottom of its stack */
    int64_t until;
    const struct ans_folder_file *file;
    struct ans_faults *faults;
};

/* luacheck's numbers and what they are called here; of a longer and a shorter
 * one that fit, the first. */
static const struct {
    const char *starts;
    enum ans_fault_code code;
} codes[] = {
    {"11", ANS_FAULT_LINT_GLOBAL},       {"12", ANS_FAULT_LINT_GLOBAL},
    {"131", ANS_FAULT_LINT_GLOBAL},      {"142", ANS_FAULT_LINT_GLOBAL},
    {"21", ANS_FAULT_LINT_UNUSED},       {"221", ANS_FAULT_LINT_NEVER_SET},
    {"23", ANS_FAULT_LINT_VALUE},        {"24", ANS_FAULT_LINT_VALUE},
    {"314", ANS_FAULT_LINT_FIELD},       {"31", ANS_FAULT_LINT_VALUE},
    {"321", ANS_FAULT_LINT_NEVER_SET},   {"33", ANS_FAULT_LINT_VALUE},
    {"341", ANS_FAULT_LINT_NEVER_SET},   {"4", ANS_FAULT_LINT_SAME_NAME},
    {"511", ANS_FAULT_LINT_UNREACHABLE}, {"512", ANS_FAULT_LINT_ONCE},
    {"53", ANS_FAULT_LINT_UNBALANCED},   {"54", ANS_FAULT_LINT_EMPTY},
    {"571", ANS_FAULT_LINT_BACKWARDS},   {"58", ANS_FAULT_LINT_NOT},
    {"", ANS_FAULT_LINT_OTHER},
};

static enum ans_fault_code code_of(struct ans_str number)
{
    size_t i = 0;
    while (!ans_str_starts(number, ans_str_from(codes[i].starts)))
        i++;
    return codes[i].code;
}

static void end_in_time(lua_State *L, lua_Debug *ar)
{
    const struct linting *l = *(struct linting **)lua_getextraspace(L);
    (void)ar;
    if (ans_clock_steady() > l->until)
        luaL_error(L, "it takes too long");
}

static struct ans_str text_at(lua_State *L, const char *key)
{
    struct ans_str s = {0};
    lua_getfield(L, -1, key); /* the table goes on holding the text */
    if (lua_type(L, -1) == LUA_TSTRING)
        s.ptr = lua_tolstring(L, -1, &s.len);
    lua_pop(L, 1);
    return s;
}

static int number_at(lua_State *L, const char *key)
{
    lua_getfield(L, -1, key);
    lua_Integer n = lua_tointeger(L, -1);
    lua_pop(L, 1);
    return n > 0 && n < INT32_MAX ? (int)n : 0;
}

static bool has_fault(const struct linting *l, int line)
{
    for (size_t i = 0; i < l->faults->count; i++) {
        const struct ans_fault *f = &l->faults->items[i];
        if (f->line == line && ans_str_eq(f->file, l->file->path) &&
            !ans_fault_is_advice(f->code))
            return true;
    }
    return false;
}

/* The warning on top of the stack. */
static void tell(const struct linting *l)
{
    static const struct ans_str none;
    char place[300] = "";
    int line = number_at(l->L, "line");
    int before = number_at(l->L, "before");
    enum ans_fault_code code = code_of(text_at(l->L, "code"));
    bool other = code == ANS_FAULT_LINT_OTHER;
    if (has_fault(l, line))
        return;
    if (before)
        snprintf(place, sizeof(place), "%.*s:%d", ANS_STR_ARG(l->file->path),
                 before);
    ans_fault_add(l->faults, code, l->file->path, line,
                  text_at(l->L, other ? "message" : "name"),
                  ans_str_from(place), none);
}

/* A script that luacheck cannot take (too deep, too long) has no advice. */
static void lint_file(struct linting *l, const struct ans_folder_file *file)
{
    lua_State *L = l->L;
    l->file = file;
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    lua_pushlstring(L, file->bytes.ptr ? file->bytes.ptr : "", file->bytes.len);
    if (lua_pcall(L, 1, 1, 0) != LUA_OK || !lua_istable(L, -1))
        return;
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, i);
        if (lua_istable(L, -1))
            tell(l);
        lua_pop(L, 1);
    }
}

/* A state with lint.lua's function on its stack; false: no luacheck. */
static bool prepare(struct linting *l, const char *path)
{
    lua_State *L = l->L;
    *(struct linting **)lua_getextraspace(L) = l;
    luaL_openlibs(L);
    lua_getglobal(L, "package");
    lua_pushliteral(L, LUACHECK);
    lua_setfield(L, -2, "path");
    lua_pushliteral(L, "");
    lua_setfield(L, -2, "cpath");
    lua_settop(L, 0);
    lua_sethook(L, end_in_time, LUA_MASKCOUNT, HOOK_EVERY);
    return luaL_loadfilex(L, path, "t") == LUA_OK &&
           lua_pcall(L, 0, 1, 0) == LUA_OK && lua_isfunction(L, -1);
}

static bool is_script(struct ans_str path)
{
    return ans_str_ends(path, ANS_STR(".lua")) && ans_str_find(path, '/') < 0;
}

void ans_lint_folder(const struct ans_folder *folder, const char *lua,
                     struct ans_faults *faults)
{
    static const struct ans_str none;
    char path[1024];
    struct linting l = {.until = ans_clock_steady() + MOST_MS,
                        .faults = faults};
    snprintf(path, sizeof(path), "%s/lint.lua", lua);
    if (access(path, R_OK) != 0 || !(l.L = luaL_newstate()))
        return;
    if (!prepare(&l, path))
        ans_fault_add(faults, ANS_FAULT_LINT_MISSING, none, 0, none, none,
                      none);
    else
        for (size_t i = 0; i < folder->count; i++)
            if (is_script(folder->files[i].path))
                lint_file(&l, &folder->files[i]);
    lua_close(l.L);
}
