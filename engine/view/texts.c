#include "view/view.h"

#include <string.h>

#include "view/state.h"

struct reading {
    const char *folder;
    struct ans_arena *arena;
    struct ans_texts *out;
    const char *lang; /* the file being read */
    lua_State *L;
};

static struct ans_str copy_text(struct reading *r, int index)
{
    size_t len;
    const char *ptr = lua_tolstring(r->L, index, &len);
    return ans_arena_str(r->arena, (struct ans_str){ptr, len});
}

/* Protected: copy the texts of r->lang. */
static int read_language(lua_State *L)
{
    struct reading *r = lua_touserdata(L, 1);
    struct ans_str lang = ans_arena_str(r->arena, ans_str_from(r->lang));
    struct ans_str file =
        ans_arena_printf(r->arena, "lua/texts/%s.lua", r->lang);
    lua_pushfstring(L, "texts.%s", r->lang);
    ans_view_require(L, lua_tostring(L, -1));
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "lua/texts/%s.lua: not a text under a key", r->lang);
        struct ans_own_text text = {
            .key = copy_text(r, -2), .str = copy_text(r, -1), .file = file};
        ans_texts_add(r->arena, r->out, lang, text);
        lua_pop(L, 1);
    }
    return 0;
}

static bool read_file(void *context, const char *name, struct ans_err *err)
{
    struct reading *r = context;
    r->lang = name;
    return ans_view_protect(r->L, read_language, r, err);
}

bool ans_view_texts(const char *folder, struct ans_arena *arena,
                    struct ans_texts *out, struct ans_err *err)
{
    struct reading r = {.folder = folder, .arena = arena, .out = out};
    *out = (struct ans_texts){0};
    r.L = ans_view_state_new(folder, NULL, err);
    if (!r.L)
        return false;
    bool ok = ans_view_files(folder, "texts", read_file, &r, err);
    lua_close(r.L);
    return ok;
}
