/* What a script said: its values copied into declarations, with the lines
 * that the source tells. Functions are kept in the order of the source, so
 * that each load of the same folder numbers them alike. */
#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "bind/loader.h"

#define DEEPEST     32
#define MOST_VALUES 10000

struct copy {
    lua_State *L;
    struct loader *l;
    int line; /* of the declaration, for what has none of its own */
    int depth;
    const void *path[DEEPEST];
};

static struct ans_said_value copy_value(struct copy *c, int i,
                                        struct ans_str what, int line,
                                        int token);

static void fault(struct copy *c, enum ans_fault_code code, int line,
                  struct ans_str what)
{
    ans_fault_add(c->l->faults, code, c->l->file, line ? line : c->line, what,
                  NO_STR, NO_STR);
}

/* While the names are sorted, `line` holds the place of their entry among the
 * others; names that the source does not show come first. */
static int by_place(const void *a, const void *b)
{
    const struct ans_said_pair *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return ans_str_cmp(x->key, y->key);
}

static void sort_keys(const struct entries *entries, struct ans_said_table *out)
{
    if (out->named_count)
        qsort(out->named, out->named_count, sizeof(*out->named), by_place);
    for (size_t k = 0; k < out->named_count; k++) {
        int place = out->named[k].line;
        out->named[k].line = place ? entries->items[place - 1].line : 0;
    }
}

/* The key on top, if it is a name; else a fault, but for the items. */
static bool read_key(struct copy *c, lua_Integer length, struct ans_str *key)
{
    lua_State *L = c->L;
    if (lua_isinteger(L, -1) && lua_tointeger(L, -1) >= 1 &&
        lua_tointeger(L, -1) <= length)
        return false;
    if (lua_type(L, -1) == LUA_TSTRING) {
        key->ptr = lua_tolstring(L, -1, &key->len);
        if (ans_text_valid(*key))
            return true;
    }
    fault(c, ANS_FAULT_WRONG_KEY, 0, NO_STR);
    return false;
}

/* The names of the table at `i`, in the order of the source; values still to
 * come. */
static void copy_keys(struct copy *c, int i, const struct entries *entries,
                      struct ans_said_table *out)
{
    lua_State *L = c->L;
    lua_Integer length = (lua_Integer)lua_rawlen(L, i);
    lua_pushnil(L);
    while (lua_next(L, i)) {
        struct ans_str key;
        lua_pop(L, 1);
        ans_vm_charge_memory(L, 2 * sizeof(*out->named));
        ans_vm_charge(L, 1 + entries->count / 8);
        if (!read_key(c, length, &key))
            continue;
        const struct entry *e = locate_key(entries, key);
        out->named = ans_arena_grow(c->l->decl_arena, out->named,
                                    out->named_count, sizeof(*out->named));
        out->named[out->named_count++] = (struct ans_said_pair){
            .key = loader_copy(L, c->l, key),
            .line = e ? (int)(e - entries->items) + 1 : 0};
    }
    sort_keys(entries, out);
}

static void copy_named(struct copy *c, int i, const struct entries *entries,
                       struct ans_said_table *out)
{
    for (size_t k = 0; k < out->named_count; k++) {
        struct ans_said_pair *pair = &out->named[k];
        const struct entry *e = locate_key(entries, pair->key);
        lua_pushlstring(c->L, pair->key.ptr, pair->key.len);
        lua_rawget(c->L, i);
        pair->value = copy_value(c, lua_gettop(c->L), pair->key, pair->line,
                                 e ? e->value : -1);
        lua_pop(c->L, 1);
    }
}

static void copy_items(struct copy *c, int i, const struct entries *entries,
                       struct ans_said_table *out)
{
    size_t count = lua_rawlen(c->L, i);
    if (!count)
        return;
    out->list = loader_alloc(c->L, c->l, count * sizeof(*out->list));
    out->list_count = count;
    for (size_t k = 0; k < count; k++) {
        ans_vm_charge(c->L, 1 + entries->count / 8);
        const struct entry *e = locate_item(entries, (int)k + 1);
        lua_rawgeti(c->L, i, (lua_Integer)k + 1);
        out->list[k] = copy_value(c, lua_gettop(c->L), NO_STR, e ? e->line : 0,
                                  e ? e->value : -1);
        lua_pop(c->L, 1);
    }
}

static bool contains_itself(const struct copy *c, const void *table)
{
    for (int i = 0; i < c->depth; i++)
        if (c->path[i] == table)
            return true;
    return false;
}

/* Of two fields of one name Lua keeps the last and forgets the other, so the
 * source is asked. */
static void look_for_twice(struct copy *c, const struct entries *entries)
{
    for (int i = 0; i < entries->count; i++) {
        const struct entry *e = &entries->items[i];
        ans_vm_charge(c->L, 1 + entries->count / 8);
        const struct entry *last = locate_key(entries, e->key);
        if (!last || last == e)
            continue;
        ans_fault_add(c->l->faults, ANS_FAULT_FIELD_TWICE, c->l->file, e->line,
                      e->key,
                      ans_arena_printf(c->l->arena, "%.*s:%d",
                                       ANS_STR_ARG(c->l->file), last->line),
                      NO_STR);
    }
}

static struct ans_said_table *copy_table(struct copy *c, int i, int brace)
{
    struct ans_said_table *out = loader_alloc(c->L, c->l, sizeof(*out));
    const void *self = lua_topointer(c->L, i);
    bool large = lua_rawlen(c->L, i) > MOST_VALUES;
    if (c->depth == DEEPEST || contains_itself(c, self) || large) {
        fault(c, ANS_FAULT_TOO_NESTED, 0, NO_STR);
        return out;
    }
    luaL_checkstack(c->L, 8, NULL);
    c->path[c->depth++] = self;
    struct entries entries = locate_entries(c->l->source, brace, c->l->scratch);
    ans_vm_charge(c->L, entries.seen);
    ans_vm_charge_memory(c->L,
                         (size_t)entries.count * 2 * sizeof(struct entry));
    look_for_twice(c, &entries);
    copy_keys(c, i, &entries, out);
    copy_named(c, i, &entries, out);
    copy_items(c, i, &entries, out);
    c->depth--;
    return out;
}

static void copy_text(struct copy *c, int i, struct ans_str what, int line,
                      struct ans_said_value *v)
{
    struct ans_str s;
    s.ptr = lua_tolstring(c->L, i, &s.len);
    if (!ans_text_valid(s)) {
        fault(c, ANS_FAULT_BAD_CHARACTERS, line, what);
        return;
    }
    v->s = loader_copy(c->L, c->l, s);
    v->type = ANS_SAID_STRING;
}

static void copy_number(struct copy *c, int i, struct ans_str what, int line,
                        struct ans_said_value *v)
{
    v->n = lua_tonumber(c->L, i);
    v->whole = lua_isinteger(c->L, i);
    if (isfinite(v->n))
        v->type = ANS_SAID_NUMBER;
    else
        fault(c, ANS_FAULT_NOT_FINITE, line, what);
}

/* A function of the script is kept. One of ours, or a library, is the name of
 * a word that stands alone, or of a text without quotes that is also a word. */
static void copy_function(struct copy *c, int i, int line, int token,
                          struct ans_said_value *v)
{
    if (lua_iscfunction(c->L, i) || lua_istable(c->L, i)) {
        bool seen = token >= 0 && token < c->l->source->count;
        fault(c, ANS_FAULT_BARE_WORD, line,
              seen ? c->l->source->tokens[token].text : NO_STR);
        return;
    }
    lua_pushvalue(c->L, i);
    v->function = ans_vm_keep(c->L);
    v->reads = reads_of(c->L, c->l, token);
    v->type = ANS_SAID_FUNCTION;
}

static void copy_decl(struct copy *c, int i, struct ans_said_value *v)
{
    v->decl = words_decl(c->L, i);
    if (!v->decl)
        return; /* a stray: it has a fault of its own */
    words_place(c->L, c->l, v->decl);
    v->decl->inside = true;
    v->type = ANS_SAID_DECL;
    v->line = v->decl->line;
}

static bool is_plain_table(lua_State *L, int i)
{
    if (!lua_getmetatable(L, i))
        return true;
    lua_pop(L, 1);
    return false;
}

static struct ans_said_value copy_value(struct copy *c, int i,
                                        struct ans_str what, int line,
                                        int token)
{
    struct ans_said_value v = {.line = line};
    ans_vm_charge(c->L, 2);
    switch (lua_type(c->L, i)) {
    case LUA_TBOOLEAN:
        v.type = ANS_SAID_BOOL;
        v.b = lua_toboolean(c->L, i);
        break;
    case LUA_TNUMBER:
        copy_number(c, i, what, line, &v);
        break;
    case LUA_TSTRING:
        copy_text(c, i, what, line, &v);
        break;
    case LUA_TTABLE:
        if (!is_plain_table(c->L, i)) {
            copy_function(c, i, line, token, &v);
            break;
        }
        v.type = ANS_SAID_TABLE;
        v.table = copy_table(c, i, locate_brace(c->l->source, token));
        break;
    case LUA_TFUNCTION:
        copy_function(c, i, line, token, &v);
        break;
    case LUA_TUSERDATA:
        copy_decl(c, i, &v);
        break;
    default:
        break;
    }
    return v;
}

struct ans_said_table *said_table(lua_State *L, struct loader *l, int i,
                                  int brace)
{
    struct copy c = {.L = L, .l = l, .line = loader_line(L, l)};
    return copy_table(&c, lua_absindex(L, i), brace);
}

struct ans_said_value said_value(lua_State *L, struct loader *l, int i,
                                 struct ans_str what, int line, int token)
{
    struct copy c = {.L = L, .l = l, .line = line};
    struct ans_said_value v =
        copy_value(&c, lua_absindex(L, i), what, line, token);
    return v;
}
