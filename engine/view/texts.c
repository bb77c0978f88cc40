#include "view/view.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "view/state.h"

struct reading {
    const char *folder;
    struct ans_arena *arena;
    struct ans_texts *out;
    const char *lang;
    const char *part; /* a file of the language's folder; NULL: its own file */
    struct ans_buf source; /* the file's bytes; empty when not read */
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

/* Push the lines on which keys stand, each at the start of its own:
 * { ["form.next"] = 12 }. */
static void push_lines(lua_State *L, struct ans_str source)
{
    lua_newtable(L);
    for (int number = 1; source.len; number++) {
        struct ans_str line = ans_str_trim(ans_str_cut(&source, '\n'));
        if (!ans_str_starts(line, ANS_STR("[\"")))
            continue;
        line = ans_str_sub(line, 2, SIZE_MAX);
        struct ans_str key = ans_str_cut(&line, '"');
        lua_pushlstring(L, key.ptr, key.len);
        lua_pushinteger(L, number);
        lua_rawset(L, -3);
    }
}

/* The line of the key at the top but one; the lines stand at `lines`. */
static int line_of_key(lua_State *L, int lines)
{
    lua_pushvalue(L, -2);
    lua_rawget(L, lines);
    int line = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    return line;
}

/* Protected: copy the texts of one file. */
static int read_texts(lua_State *L)
{
    struct reading *r = lua_touserdata(L, 1);
    push_lines(L, ans_buf_str(&r->source));
    int lines = lua_gettop(L);
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
        struct ans_own_text text = {.key = copy_text(r, -2),
                                    .str = copy_text(r, -1),
                                    .file = file,
                                    .line = line_of_key(L, lines)};
        ans_texts_add(r->arena, r->out, lang, text);
        lua_pop(L, 1);
    }
    return 0;
}

/* Where keys stand is of use to people only: without the source there are no
 * lines. Whether the file can be read at all is told when it is run. */
static void read_source(struct reading *r)
{
    char path[1024];
    char bytes[4096];
    (void)snprintf(path, sizeof(path), "%s/texts/%s.lua", r->folder,
                   name_with(r, '/').ptr);
    FILE *file = fopen(path, "rb");
    for (size_t n = 1; file && n;) {
        n = fread(bytes, 1, sizeof(bytes), file);
        ans_buf_add(&r->source, (struct ans_str){bytes, n});
    }
    if (file)
        (void)fclose(file);
}

static bool read_file(struct reading *r, const char *part, struct ans_err *err)
{
    r->part = part;
    read_source(r);
    bool ok = ans_view_protect(r->L, read_texts, r, err);
    ans_buf_free(&r->source);
    return ok;
}

static bool read_part(void *context, const char *name, struct ans_err *err)
{
    return read_file(context, name, err);
}

/* texts/sv.lua, and what there is of texts/sv/. */
static bool read_language(void *context, const char *name, struct ans_err *err)
{
    struct reading *r = context;
    struct ans_str parts = ans_arena_printf(r->arena, "texts/%s", name);
    struct ans_str path =
        ans_arena_printf(r->arena, "%s/%s", r->folder, parts.ptr);
    r->lang = name;
    return read_file(r, NULL, err) &&
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
    ans_view_state_free(r.L);
    return ok;
}
