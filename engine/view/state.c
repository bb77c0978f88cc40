#include "view/state.h"

#include <dirent.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "view/tags.h"

#define LONGEST_PATH 1024
#define LONGEST_FILE (1 << 20)

/* In percent of what was in use after the last collection: a page leaves
 * nothing behind, so that collecting is mostly looking at what stays. */
#define COLLECT_AT 300

/* Keys of the registry: their addresses count. */
static const char modules_key = 'm';
static const char folder_key = 'f';
static const char handler_key = 'h';

void *ans_view_context(lua_State *L)
{
    return *(void **)lua_getextraspace(L);
}

static bool is_module_name(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_.");
    return len && len < 64 && !name[len] && !strstr(name, "..") &&
           name[0] != '.' && name[len - 1] != '.';
}

/* The file's bytes from malloc, or NULL. */
static char *read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    char *bytes = malloc(LONGEST_FILE);
    if (!bytes)
        abort();
    *len = fread(bytes, 1, LONGEST_FILE, file);
    bool whole = *len < LONGEST_FILE && !ferror(file);
    (void)fclose(file);
    if (whole)
        return bytes;
    free(bytes);
    return NULL;
}

/* Push the chunk of a module, or raise. */
static void load_module(lua_State *L, const char *name)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &folder_key);
    const char *folder = lua_tostring(L, -1);
    const char *below = luaL_gsub(L, name, ".", "/");
    char path[LONGEST_PATH];
    char chunk[LONGEST_PATH];
    int n = snprintf(path, sizeof(path), "%s/%s.lua", folder, below);
    if (n < 0 || (size_t)n >= sizeof(path))
        luaL_error(L, "the path of module '%s' is too long", name);
    (void)snprintf(chunk, sizeof(chunk), "@lua/%s.lua", below);
    size_t len = 0;
    char *bytes = read_file(path, &len);
    if (!bytes)
        luaL_error(L, "there is no module '%s' (%s)", name, path);
    int status = luaL_loadbufferx(L, bytes, len, chunk, "t");
    free(bytes);
    if (status != LUA_OK) {
        const char *why = lua_tostring(L, -1);
        if (strncmp(why, chunk + 1, strlen(chunk + 1)) != 0)
            luaL_error(L, "%s: %s", chunk + 1, why);
        lua_error(L);
    }
    lua_replace(L, -3); /* folder, below -> chunk */
    lua_pop(L, 1);
}

/* require(name) -> what the module returned, the same each time. */
static int require_module(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    lua_settop(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &modules_key);
    if (lua_getfield(L, 2, name) == LUA_TBOOLEAN)
        return luaL_error(L, "module '%s' requires itself", name);
    if (!lua_isnil(L, -1))
        return 1;
    if (!is_module_name(name))
        return luaL_error(L, "'%s' is no name of a module", name);
    lua_pushboolean(L, true); /* being loaded */
    lua_setfield(L, 2, name);
    load_module(L, name);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1) || lua_isboolean(L, -1))
        return luaL_error(L, "module '%s' returns nothing", name);
    lua_pushvalue(L, -1);
    lua_setfield(L, 2, name);
    return 1;
}

void ans_view_provide(lua_State *L, const char *name)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &modules_key);
    lua_insert(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

void ans_view_require(lua_State *L, const char *name)
{
    lua_pushcfunction(L, require_module);
    lua_pushstring(L, name);
    lua_call(L, 1, 1);
}

/* A message gets the lines that led to it. */
static int add_trace(lua_State *L)
{
    const char *message = luaL_tolstring(L, 1, NULL);
    luaL_traceback(L, L, message, 1);
    return 1;
}

static int open_libraries(lua_State *L)
{
    static const luaL_Reg libraries[] = {
        {LUA_GNAME, luaopen_base},       {LUA_STRLIBNAME, luaopen_string},
        {LUA_TABLIBNAME, luaopen_table}, {LUA_MATHLIBNAME, luaopen_math},
        {LUA_UTF8LIBNAME, luaopen_utf8},
    };
    static const char *const removed[] = {"dofile", "loadfile", "load",
                                          "collectgarbage"};
    for (size_t i = 0; i < ANS_COUNT(libraries); i++) {
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
        lua_pop(L, 1);
    }
    for (size_t i = 0; i < ANS_COUNT(removed); i++) {
        lua_pushnil(L);
        lua_setglobal(L, removed[i]);
    }
    lua_pushcfunction(L, require_module);
    lua_setglobal(L, "require");
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &modules_key);
    lua_pushstring(L, lua_touserdata(L, 1));
    lua_rawsetp(L, LUA_REGISTRYINDEX, &folder_key);
    lua_pushcfunction(L, add_trace);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &handler_key);
    lua_pushcfunction(L, ans_view_tag);
    ans_view_provide(L, "tag");
    return 0;
}

bool ans_view_protect(lua_State *L, lua_CFunction fn, void *argument,
                      struct ans_err *err)
{
    int top = lua_gettop(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &handler_key); /* nil the first time */
    bool handled = lua_isfunction(L, -1);
    lua_pushcfunction(L, fn);
    lua_pushlightuserdata(L, argument);
    bool ok = lua_pcall(L, 1, 0, handled ? top + 1 : 0) == LUA_OK;
    if (!ok) {
        const char *message = lua_tostring(L, -1);
        ans_err_set(err, ANS_ERR_SCRIPT, "%s", message ? message : "?");
    }
    lua_settop(L, top);
    return ok;
}

static void *allocate(void *pool, void *ptr, size_t old, size_t size)
{
    return ans_pool_resize(pool, ptr, old, size);
}

lua_State *ans_view_state_new(const char *folder, void *context,
                              struct ans_err *err)
{
    struct ans_pool *pool = ans_pool_new();
    lua_State *L = lua_newstate(allocate, pool);
    if (!L)
        abort();
    lua_gc(L, LUA_GCINC, COLLECT_AT, 0, 0);
    *(void **)lua_getextraspace(L) = context;
    if (ans_view_protect(L, open_libraries, (void *)(uintptr_t)folder, err))
        return L;
    ans_view_state_free(L);
    return NULL;
}

void ans_view_state_free(lua_State *L)
{
    void *pool;
    (void)lua_getallocf(L, &pool);
    lua_close(L);
    ans_pool_free(pool);
}

static void push_list(lua_State *L, const struct ans_list *list)
{
    lua_createtable(L, (int)list->count, 0);
    for (size_t i = 0; i < list->count; i++) {
        ans_view_push(L, list->items[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static void push_map(lua_State *L, const struct ans_map *map)
{
    lua_createtable(L, 0, (int)map->count);
    for (size_t i = 0; i < map->count; i++) {
        const struct ans_pair *pair = &map->pairs[i];
        lua_pushlstring(L, pair->key.ptr, pair->key.len);
        ans_view_push(L, pair->value);
        lua_rawset(L, -3);
    }
}

void ans_view_push(lua_State *L, struct ans_value v)
{
    luaL_checkstack(L, 4, "data is nested too deep");
    if (lua_gettop(L) > 3 * ANS_VIEW_DEPTH)
        luaL_error(L, "data is nested too deep");
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
        push_list(L, v.list);
        break;
    case ANS_MAP:
        push_map(L, v.map);
        break;
    }
}

static int is_lua_file(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);
    return len > 4 && entry->d_name[0] != '.' &&
           !strcmp(entry->d_name + len - 4, ".lua");
}

bool ans_view_files(const char *folder, const char *sub,
                    bool (*each)(void *context, const char *name,
                                 struct ans_err *err),
                    void *context, struct ans_err *err)
{
    char path[LONGEST_PATH];
    int n = snprintf(path, sizeof(path), "%s/%s", folder, sub);
    if (n < 0 || (size_t)n >= sizeof(path))
        return ans_err_set(err, ANS_ERR_LIMIT, "the path %s is too long",
                           folder);
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, is_lua_file, alphasort);
    if (count < 0)
        return ans_err_set_errno(err, "cannot read %s", path);
    bool ok = true;
    for (int i = 0; i < count; i++) {
        entries[i]->d_name[strlen(entries[i]->d_name) - 4] = '\0';
        ok = ok && each(context, entries[i]->d_name, err);
        free(entries[i]);
    }
    free(entries);
    return ok;
}
