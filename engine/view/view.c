#include "view/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "view/html.h"
#include "view/marks.h"
#include "view/state.h"

struct ans_view {
    lua_State *L;
    struct ans_view_options options;
    struct ans_arena *scratch;     /* of one call */
    const struct ans_texts *texts; /* of the page or mail being made */
};

/* One page or mail being made; the argument of protected functions. */
struct making {
    const char *folder; /* "views", "mails" */
    const char *name;
    const struct ans_texts *texts;
    const struct ans_map *data;
    struct ans_buf *out;     /* page */
    struct ans_arena *arena; /* mail */
    struct ans_view_mail *mail;
};

/* asset("app.css") -> "/web/app.3f9a1c27.css" */
static int asset(lua_State *L)
{
    const struct ans_view *view = ans_view_context(L);
    struct ans_str name;
    name.ptr = luaL_checklstring(L, 1, &name.len);
    struct ans_str found = name;
    if (view->options.asset_name)
        found = view->options.asset_name(view->options.context, name);
    if (!found.len)
        return luaL_error(L, "web/ has no file '%s'", name.ptr);
    lua_pushliteral(L, "/web/");
    lua_pushlstring(L, found.ptr, found.len);
    lua_concat(L, 2);
    return 1;
}

static int push_said(lua_State *L, struct ans_said said)
{
    if (!said.str.len)
        return 0;
    lua_pushlstring(L, said.str.ptr, said.str.len);
    lua_pushlstring(L, said.lang.ptr, said.lang.len);
    return 2;
}

static struct ans_str check_str(lua_State *L, int index)
{
    struct ans_str s;
    s.ptr = luaL_checklstring(L, index, &s.len);
    return s;
}

/* text("sv", key) -> the text and the language that it is in, or nothing */
static int text(lua_State *L)
{
    const struct ans_view *view = ans_view_context(L);
    struct ans_str lang = check_str(L, 1);
    struct ans_str key = check_str(L, 2);
    return view->texts ? push_said(L, ans_texts_find(view->texts, lang, key))
                       : 0;
}

/* counted("sv", key, n) -> the same, in the form for n */
static int counted(lua_State *L)
{
    const struct ans_view *view = ans_view_context(L);
    struct ans_str lang = check_str(L, 1);
    struct ans_str key = check_str(L, 2);
    int64_t n = luaL_checkinteger(L, 3);
    return view->texts
               ? push_said(L, ans_texts_count(view->texts, lang, key, n))
               : 0;
}

/* number(2000, "sv") -> "2 000" */
static int number(lua_State *L)
{
    const struct ans_view *view = ans_view_context(L);
    double n = luaL_checknumber(L, 1);
    const char *lang = luaL_checkstring(L, 2);
    ans_arena_reset(view->scratch);
    struct ans_str s = ans_text_number(view->scratch, n, lang);
    lua_pushlstring(L, s.ptr, s.len);
    return 1;
}

static int provide_engine(lua_State *L)
{
    static const luaL_Reg functions[] = {{"asset", asset},
                                         {"text", text},
                                         {"counted", counted},
                                         {"number", number},
                                         {NULL, NULL}};
    luaL_newlib(L, functions);
    ans_view_provide(L, "engine");
    return 0;
}

/* Push the function of "views" "home", and what it is called with. */
static void push_call(lua_State *L, const struct making *m)
{
    struct ans_view *view = ans_view_context(L);
    view->texts = m->texts;
    lua_pushfstring(L, "%s.%s", m->folder, m->name);
    ans_view_require(L, lua_tostring(L, -1));
    luaL_checktype(L, -1, LUA_TFUNCTION);
    ans_view_push(L, ans_value_map((struct ans_map *)(uintptr_t)m->data));
    ans_view_require(L, "words");
    if (lua_getfield(L, -2, "page") != LUA_TTABLE ||
        lua_getfield(L, -1, "lang") != LUA_TSTRING)
        luaL_error(L, "the data of %s.%s has no page.lang", m->folder, m->name);
    lua_remove(L, -2);
    lua_call(L, 1, 1);
}

static int make_page(lua_State *L)
{
    const struct making *m = lua_touserdata(L, 1);
    push_call(L, m);
    lua_call(L, 2, 1);
    ans_buf_add_z(m->out, "<!doctype html>\n");
    ans_html_write(L, -1, ANS_HTML_PAGE, m->out);
    ans_buf_add_byte(m->out, '\n');
    return 0;
}

/* Field `name` of the mail at the top of the stack, which must be text. */
static struct ans_str mail_text(lua_State *L, const struct making *m,
                                const char *name)
{
    struct ans_str s;
    if (lua_getfield(L, -1, name) != LUA_TSTRING)
        luaL_error(L, "mail %s has no text '%s'", m->name, name);
    s.ptr = lua_tolstring(L, -1, &s.len);
    struct ans_buf plain = {0};
    ans_marks_strip(s, &plain);
    s = ans_arena_str(m->arena, ans_buf_str(&plain));
    ans_buf_free(&plain);
    lua_pop(L, 1);
    return s;
}

static int make_mail(lua_State *L)
{
    const struct making *m = lua_touserdata(L, 1);
    push_call(L, m);
    lua_call(L, 2, 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    m->mail->subject = mail_text(L, m, "subject");
    m->mail->plain = mail_text(L, m, "plain");
    lua_getfield(L, -1, "html");
    ans_buf_add_z(m->out, "<!doctype html>\n");
    ans_html_write(L, -1, ANS_HTML_MAIL, m->out);
    ans_buf_add_byte(m->out, '\n');
    return 0;
}

static int load_one(lua_State *L)
{
    const struct making *m = lua_touserdata(L, 1);
    lua_pushfstring(L, "%s.%s", m->folder, m->name);
    ans_view_require(L, lua_tostring(L, -1));
    if (!lua_isfunction(L, -1))
        luaL_error(L, "lua/%s/%s.lua does not return a function", m->folder,
                   m->name);
    return 0;
}

static bool load_view(void *context, const char *name, struct ans_err *err)
{
    struct making m = {.folder = "views", .name = name};
    return ans_view_protect(context, load_one, &m, err);
}

static bool load_mail(void *context, const char *name, struct ans_err *err)
{
    struct making m = {.folder = "mails", .name = name};
    return ans_view_protect(context, load_one, &m, err);
}

static int load_words(lua_State *L)
{
    ans_view_require(L, "words");
    luaL_checktype(L, -1, LUA_TFUNCTION);
    return 0;
}

struct ans_view *ans_view_new(const struct ans_view_options *options,
                              struct ans_err *err)
{
    struct ans_view *view = calloc(1, sizeof(*view));
    if (!view)
        abort();
    view->options = *options;
    view->scratch = ans_arena_new(0);
    view->L = ans_view_state_new(options->folder, view, err);
    if (view->L && ans_view_protect(view->L, provide_engine, NULL, err) &&
        ans_view_protect(view->L, load_words, NULL, err) &&
        ans_view_files(options->folder, "views", load_view, view->L, err) &&
        ans_view_files(options->folder, "mails", load_mail, view->L, err))
        return view;
    ans_view_free(view);
    return NULL;
}

void ans_view_free(struct ans_view *view)
{
    if (!view)
        return;
    if (view->L)
        ans_view_state_free(view->L);
    ans_arena_free(view->scratch);
    free(view);
}

bool ans_view_page(struct ans_view *view, const struct ans_texts *texts,
                   const char *name, const struct ans_map *data,
                   struct ans_buf *out, struct ans_err *err)
{
    struct making m = {.folder = "views",
                       .name = name,
                       .texts = texts,
                       .data = data,
                       .out = out};
    size_t before = out->len;
    if (ans_view_protect(view->L, make_page, &m, err))
        return true;
    out->len = before;
    return ans_err_add(err, "view %s", name);
}

bool ans_view_mail(struct ans_view *view, const struct ans_texts *texts,
                   const char *name, const struct ans_map *data,
                   struct ans_arena *arena, struct ans_view_mail *out,
                   struct ans_err *err)
{
    struct ans_buf html = {0};
    struct making m = {.folder = "mails",
                       .name = name,
                       .texts = texts,
                       .data = data,
                       .out = &html,
                       .arena = arena,
                       .mail = out};
    bool ok = ans_view_protect(view->L, make_mail, &m, err);
    if (ok)
        out->html = ans_arena_str(arena, ans_buf_str(&html));
    else
        ans_err_add(err, "mail %s", name);
    ans_buf_free(&html);
    return ok;
}
