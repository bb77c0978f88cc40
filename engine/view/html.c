#include "view/html.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "codec/html.h"
#include "view/marks.h"

#define DEEPEST         100
#define MOST_ATTRIBUTES 24

/* What lua/html.lua puts in a tag's metatable: its name, and this. */
enum tag_form { TAG_NORMAL = 0, TAG_VOID = 1, TAG_PROSE = 2 };

struct attribute {
    struct ans_str name;
    struct ans_str value; /* ptr NULL: a boolean attribute */
};

struct writer {
    lua_State *L;
    struct ans_buf *out;
    enum ans_html_for purpose;
    const char *open[DEEPEST]; /* tags around, kept by Lua; NULL: a list */
    int depth;
};

static void write_node(struct writer *w);

/* Raise with the tags around: "html > body > main > p > ...". */
static _Noreturn void fail(struct writer *w, const char *what,
                           const char *value)
{
    luaL_Buffer b;
    luaL_buffinit(w->L, &b);
    for (int i = 0; i < w->depth; i++) {
        if (!w->open[i])
            continue;
        luaL_addstring(&b, w->open[i]);
        luaL_addstring(&b, " > ");
    }
    luaL_addstring(&b, what);
    luaL_addstring(&b, value);
    luaL_pushresult(&b);
    lua_error(w->L);
    abort(); /* lua_error does not return, which its header does not say */
}

/* Browsers drop tabs and line breaks inside an address and read a backslash
 * as a slash (WHATWG URL, 4.4), so none of them may come. */
static bool is_plain_address(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c <= ' ' || c == 0x7f || c == '\\')
            return false;
    }
    return true;
}

static bool is_safe_address(struct ans_str s)
{
    static const char *const schemes[] = {"https://", "http://",
                                          "mailto:", "tel:"};
    if (!s.len || !is_plain_address(s))
        return false;
    if (s.ptr[0] == '#' || s.ptr[0] == '?')
        return true;
    if (s.ptr[0] == '/')
        return s.len == 1 || s.ptr[1] != '/';
    for (size_t i = 0; i < ANS_COUNT(schemes); i++) {
        struct ans_str scheme = ans_str_from(schemes[i]);
        if (ans_str_eq_nocase(ans_str_sub(s, 0, scheme.len), scheme))
            return true;
    }
    return false;
}

static bool holds_address(struct ans_str name)
{
    static const char *const names[] = {"href",       "src",  "action",
                                        "formaction", "cite", "poster"};
    for (size_t i = 0; i < ANS_COUNT(names); i++)
        if (ans_str_is(name, names[i]))
            return true;
    return false;
}

static bool is_attribute_name(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(i && (c == '-' || c == '.' || (c >= '0' && c <= '9'))))
            return false;
    }
    return s.len > 0;
}

static void check_attribute(struct writer *w, const struct attribute *a)
{
    if (!is_attribute_name(a->name))
        fail(w, "no name of an attribute: ", a->name.ptr);
    if (ans_str_starts(a->name, ANS_STR("on")))
        fail(w, "a script in an attribute: ", a->name.ptr);
    if (w->purpose == ANS_HTML_PAGE && ans_str_is(a->name, "style"))
        fail(w, "a page may not have the attribute ", a->name.ptr);
    if (holds_address(a->name) && !is_safe_address(a->value))
        fail(w, "not an address that may be linked to: ",
             a->value.ptr ? a->value.ptr : "(nothing)");
}

/* The attribute whose name is at -2 and whose value is at -1; false when the
 * value says that there is none. Numbers become text in place. */
static bool read_attribute(struct writer *w, struct attribute *a)
{
    lua_State *L = w->L;
    a->name.ptr = lua_tolstring(L, -2, &a->name.len);
    a->value = (struct ans_str){0};
    switch (lua_type(L, -1)) {
    case LUA_TBOOLEAN:
        return lua_toboolean(L, -1);
    case LUA_TSTRING:
        a->value.ptr = lua_tolstring(L, -1, &a->value.len);
        return true;
    case LUA_TNUMBER: /* text of its own, kept in the tag's table */
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        a->value.ptr = lua_tolstring(L, -1, &a->value.len);
        lua_rawset(L, -5);
        return true;
    default:
        fail(w, "neither text nor true or false in the attribute ",
             a->name.ptr);
    }
}

/* In the order of their names, so that the same page is the same bytes. */
static void insert_sorted(struct attribute *list, int count, struct attribute a)
{
    while (count > 0 && ans_str_cmp(list[count - 1].name, a.name) > 0) {
        list[count] = list[count - 1];
        count--;
    }
    list[count] = a;
}

/* Collect the attributes of the tag at the top of the stack; returns the
 * largest index of its children, which may have holes (nil). */
static lua_Integer read_table(struct writer *w, struct attribute *list,
                              int *count)
{
    lua_State *L = w->L;
    lua_Integer last = 0;
    *count = 0;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        struct attribute a;
        if (lua_isinteger(L, -2)) {
            lua_Integer i = lua_tointeger(L, -2);
            last = i > last ? i : last;
        } else if (lua_type(L, -2) != LUA_TSTRING) {
            fail(w, "a key that is no text", "");
        } else if (read_attribute(w, &a)) {
            if (*count == MOST_ATTRIBUTES)
                fail(w, "too many attributes", "");
            check_attribute(w, &a);
            insert_sorted(list, (*count)++, a);
        }
        lua_pop(L, 1);
    }
    return last;
}

/* Words of an attribute, or of a tag that holds no others: marks cannot be
 * shown there. */
static void write_plain(struct writer *w, struct ans_str s)
{
    struct ans_mark_piece piece;
    while (ans_marks_next(&s, &piece))
        if (piece.is == ANS_MARK_TEXT)
            ans_html_escape(w->out, piece.str);
}

/* Is the element around, lists not counted, one that holds no others? */
static bool holds_text_only(const struct writer *w)
{
    static const char *const names[] = {"title", "option", "textarea",
                                        "script"};
    int i = w->depth;
    while (i > 0 && !w->open[i - 1])
        i--;
    for (size_t n = 0; i > 0 && n < ANS_COUNT(names); n++)
        if (!strcmp(names[n], w->open[i - 1]))
            return true;
    return false;
}

static void open_span(struct writer *w, struct ans_str lang)
{
    ans_buf_add_z(w->out, "<span lang=\"");
    ans_html_escape(w->out, lang);
    ans_buf_add_z(w->out, "\">");
}

/* Words as they stand, what is marked in them in an element that says its
 * language. */
static void write_words(struct writer *w, struct ans_str s)
{
    struct ans_mark_piece piece;
    size_t open = 0;
    if (!ans_marks_in(s)) {
        ans_html_escape(w->out, s);
        return;
    }
    if (holds_text_only(w)) {
        write_plain(w, s);
        return;
    }
    while (ans_marks_next(&s, &piece)) {
        if (piece.is == ANS_MARK_TEXT) {
            ans_html_escape(w->out, piece.str);
        } else if (piece.is == ANS_MARK_OPEN) {
            open_span(w, piece.str);
            open++;
        } else if (open) {
            ans_buf_add_z(w->out, "</span>");
            open--;
        }
    }
    for (; open; open--)
        ans_buf_add_z(w->out, "</span>");
}

static void write_attributes(struct writer *w, const struct attribute *list,
                             int count)
{
    for (int i = 0; i < count; i++) {
        ans_buf_add_byte(w->out, ' ');
        ans_buf_add(w->out, list[i].name);
        if (!list[i].value.ptr)
            continue;
        ans_buf_add_z(w->out, "=\"");
        write_plain(w, list[i].value);
        ans_buf_add_byte(w->out, '"');
    }
}

/* The children of the table at the top of the stack. */
static void write_children(struct writer *w, lua_Integer last)
{
    for (lua_Integer i = 1; i <= last; i++) {
        lua_rawgeti(w->L, -1, i);
        write_node(w);
        lua_pop(w->L, 1);
    }
}

/* { html, lang = } of h.prose: HTML that markdown made. */
static void write_prose(struct writer *w)
{
    struct ans_str s;
    lua_rawgeti(w->L, -1, 1);
    s.ptr = luaL_checklstring(w->L, -1, &s.len);
    ans_buf_add(w->out, s);
    lua_pop(w->L, 1);
}

/* { text =, lang = }: words of a county in another language than the page's
 * (docs/pages.md). At the top of the stack; kept alive by it. */
static bool read_said(struct writer *w, struct ans_str *lang,
                      struct ans_str *words)
{
    lua_State *L = w->L;
    lua_getfield(L, -1, "text");
    lua_getfield(L, -2, "lang");
    bool said =
        lua_type(L, -2) == LUA_TSTRING && lua_type(L, -1) == LUA_TSTRING;
    if (said) {
        words->ptr = lua_tolstring(L, -2, &words->len);
        lang->ptr = lua_tolstring(L, -1, &lang->len);
    }
    lua_pop(L, 2);
    return said;
}

/* The node at the top of the stack, when it is words in one other language. */
static bool read_foreign(struct writer *w, struct ans_str *lang,
                         struct ans_str *words)
{
    lua_State *L = w->L;
    struct ans_str s;
    if (lua_type(L, -1) == LUA_TSTRING) {
        s.ptr = lua_tolstring(L, -1, &s.len);
        return ans_marks_whole(s, lang, words);
    }
    if (!lua_istable(L, -1))
        return false;
    if (!lua_getmetatable(L, -1))
        return read_said(w, lang, words);
    lua_pop(L, 1);
    return false;
}

static bool has_attribute(const struct attribute *list, int count,
                          const char *name)
{
    for (int i = 0; i < count; i++)
        if (ans_str_is(list[i].name, name))
            return true;
    return false;
}

/* Words of another language in an attribute say so where the element has no
 * other words: then nothing else of it is in that language. */
static int add_language(struct attribute *list, int count)
{
    struct ans_str lang;
    struct ans_str words;
    if (count == MOST_ATTRIBUTES || has_attribute(list, count, "lang"))
        return count;
    for (int i = 0; i < count; i++) {
        if (!list[i].value.ptr ||
            !ans_marks_whole(list[i].value, &lang, &words))
            continue;
        insert_sorted(list, count, (struct attribute){ANS_STR("lang"), lang});
        return count + 1;
    }
    return count;
}

/* Words alone in their element need no other to say their language. */
static bool write_foreign(struct writer *w, struct attribute *list, int count)
{
    struct ans_str lang;
    struct ans_str words;
    lua_rawgeti(w->L, -1, 1);
    bool alone = count < MOST_ATTRIBUTES &&
                 !has_attribute(list, count, "lang") &&
                 read_foreign(w, &lang, &words);
    if (alone) {
        insert_sorted(list, count++, (struct attribute){ANS_STR("lang"), lang});
        write_attributes(w, list, count);
        ans_buf_add_byte(w->out, '>');
        ans_html_escape(w->out, words);
    }
    lua_pop(w->L, 1);
    return alone;
}

static void write_tag(struct writer *w, struct ans_str name, int form)
{
    struct attribute attributes[MOST_ATTRIBUTES];
    int count;
    lua_Integer last = read_table(w, attributes, &count);
    ans_buf_add_byte(w->out, '<');
    ans_buf_add(w->out, name);
    if (last == 1 && form == TAG_NORMAL &&
        write_foreign(w, attributes, count)) {
        ans_buf_add_z(w->out, "</");
        ans_buf_add(w->out, name);
        ans_buf_add_byte(w->out, '>');
        return;
    }
    if (!last)
        count = add_language(attributes, count);
    write_attributes(w, attributes, count);
    ans_buf_add_byte(w->out, '>');
    if (form == TAG_VOID) {
        if (last)
            fail(w, "this tag has no inside", "");
        return;
    }
    write_children(w, last);
    ans_buf_add_z(w->out, "</");
    ans_buf_add(w->out, name);
    ans_buf_add_byte(w->out, '>');
}

static bool write_said(struct writer *w)
{
    struct ans_str words;
    struct ans_str lang;
    if (!read_said(w, &lang, &words))
        return false;
    bool bare = holds_text_only(w);
    if (!bare)
        open_span(w, lang);
    ans_html_escape(w->out, words);
    if (!bare)
        ans_buf_add_z(w->out, "</span>");
    return true;
}

/* A table without a tag: a list of nodes, or what is said in some language. */
static void write_list(struct writer *w)
{
    lua_State *L = w->L;
    lua_Integer last = 0;
    bool named = false;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        if (lua_isinteger(L, -1))
            last = lua_tointeger(L, -1) > last ? lua_tointeger(L, -1) : last;
        else
            named = true;
    }
    if (!named)
        write_children(w, last);
    else if (!write_said(w))
        fail(w, "a table that is no tag, no list and nothing said", "");
}

static void write_table(struct writer *w)
{
    lua_State *L = w->L;
    luaL_checkstack(L, 12, "the tree is nested too deep");
    if (w->depth == DEEPEST)
        fail(w, "the tree is nested too deep", "");
    if (!lua_getmetatable(L, -1)) {
        w->open[w->depth++] = NULL;
        write_list(w);
        w->depth--;
        return;
    }
    struct ans_str name;
    lua_rawgeti(L, -1, 1);
    name.ptr = lua_tolstring(L, -1, &name.len);
    lua_rawgeti(L, -2, 2);
    int form = (int)lua_tointeger(L, -1);
    lua_pop(L, 3); /* the metatable is kept by lua/html.lua, and so the name */
    if (!name.ptr)
        fail(w, "a table that lua/html.lua did not make", "");
    w->open[w->depth++] = name.ptr;
    if (form == TAG_PROSE)
        write_prose(w);
    else
        write_tag(w, name, form);
    w->depth--;
}

/* The node at the top of the stack, which stays there. */
static void write_node(struct writer *w)
{
    lua_State *L = w->L;
    struct ans_str s;
    switch (lua_type(L, -1)) {
    case LUA_TNIL:
        break;
    case LUA_TBOOLEAN:
        if (lua_toboolean(L, -1))
            fail(w, "true is nothing to write", "");
        break;
    case LUA_TNUMBER:
    case LUA_TSTRING: /* a copy on the stack: a number becomes text there */
        s.ptr = lua_tolstring(L, -1, &s.len);
        write_words(w, s);
        break;
    case LUA_TTABLE:
        write_table(w);
        break;
    default:
        fail(w, "nothing that can be written: a ", luaL_typename(L, -1));
    }
}

void ans_html_write(lua_State *L, int index, enum ans_html_for purpose,
                    struct ans_buf *out)
{
    struct writer w = {.L = L, .out = out, .purpose = purpose};
    luaL_checkstack(L, 12, "the tree is nested too deep");
    lua_pushvalue(L, index);
    write_node(&w);
    lua_pop(L, 1);
}
