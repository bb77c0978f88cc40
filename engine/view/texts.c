#include "view/view.h"

#include <string.h>
#include <unistd.h>

#include "view/state.h"

struct reading {
    const char *folder;
    struct ans_arena *arena;
    struct ans_texts *out;
    const char *lang;
    const char *part; /* a file of the language's folder; NULL: its own file */
    lua_State *L;
};

static struct ans_str copy_text(struct reading *r, int index)
{
    size_t len;
    const char *ptr = lua_tolstring(r->L, index, &len);
    return ans_arena_str(r->arena, (struct ans_str){ptr, len});
}

/* "sv/mails" with '/' between. */
static struct ans_str name_with(const struct reading *r, char between)
{
    return r->part
               ? ans_arena_printf(r->arena, "%s%c%s", r->lang, between, r->part)
               : ans_arena_str(r->arena, ans_str_from(r->lang));
}

/* Protected: copy the texts of one file. */
static int read_texts(lua_State *L)
{
    struct reading *r = lua_touserdata(L, 1);
    struct ans_str lang = ans_arena_str(r->arena, ans_str_from(r->lang));
    struct ans_str file =
        ans_arena_printf(r->arena, "lua/texts/%s.lua", name_with(r, '/').ptr);
    lua_pushfstring(L, "texts.%s", name_with(r, '.').ptr);
    ans_view_require(L, lua_tostring(L, -1));
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "%s: not a text under a key", file.ptr);
        struct ans_own_text text = {
            .key = copy_text(r, -2), .str = copy_text(r, -1), .file = file};
        ans_texts_add(r->arena, r->out, lang, text);
        lua_pop(L, 1);
    }
    return 0;
}

static bool read_part(void *context, const char *name, struct ans_err *err)
{
    struct reading *r = context;
    r->part = name;
    return ans_view_protect(r->L, read_texts, r, err);
}

/* texts/sv.lua, and what there is of texts/sv/. */
static bool read_language(void *context, const char *name, struct ans_err *err)
{
    struct reading *r = context;
    struct ans_str parts = ans_arena_printf(r->arena, "texts/%s", name);
    struct ans_str path =
        ans_arena_printf(r->arena, "%s/%s", r->folder, parts.ptr);
    r->lang = name;
    r->part = NULL;
    return ans_view_protect(r->L, read_texts, r, err) &&
           (access(path.ptr, F_OK) != 0 ||
            ans_view_files(r->folder, parts.ptr, read_part, r, err));
}

bool ans_view_texts(const char *folder, struct ans_arena *arena,
                    struct ans_texts *out, struct ans_err *err)
{
    struct reading r = {.folder = folder, .arena = arena, .out = out};
    *out = (struct ans_texts){0};
    r.L = ans_view_state_new(folder, NULL, err);
    if (!r.L)
        return false;
    bool ok = ans_view_files(folder, "texts", read_language, &r, err);
    lua_close(r.L);
    return ok;
}
