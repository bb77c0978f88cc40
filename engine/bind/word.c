/* Words: for each name of the vocabulary a function that records what it is
 * given. `alert "x" { }` is two calls: the first gives a handle, and calling
 * that gives the rest. Nothing is judged here but whether Lua values can be a
 * declaration at all. */
#include "bind/loader.h"

static const char handle_key = 'h';

struct handle {
    struct ans_decl *decl;
};

#define MOST_ARGS 64

struct loader *loader_of(lua_State *L)
{
    struct loader *l = ans_vm_context(L);
    if (!l)
        luaL_error(L, "the words of county scripts cannot be used inside a "
                      "function that is a rule");
    return l;
}

int loader_line(lua_State *L, struct loader *l)
{
    struct ans_str file;
    int line;
    ans_vm_where(L, 1, l->arena, &file, &line);
    return line;
}

void *loader_alloc(lua_State *L, struct loader *l, size_t size)
{
    ans_vm_charge_memory(L, size + 16);
    return ans_arena_alloc(l->decl_arena, size);
}

struct ans_str loader_copy(lua_State *L, struct loader *l, struct ans_str s)
{
    ans_vm_charge_memory(L, s.len + 16);
    return ans_arena_str(l->arena, s);
}

struct ans_decl *words_decl(lua_State *L, int i)
{
    if (lua_type(L, i) != LUA_TUSERDATA || !lua_getmetatable(L, i))
        return NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &handle_key);
    bool ours = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    struct handle *h = ours ? lua_touserdata(L, i) : NULL;
    return h ? h->decl : NULL;
}

static struct ans_str first_text(const struct ans_decl *d)
{
    bool given = d->arg_count && d->args[0].type == ANS_SAID_STRING;
    return given ? d->args[0].s : NO_STR;
}

void words_place(lua_State *L, struct loader *l, struct ans_decl *d)
{
    ans_vm_charge(L, 1);
    if (d->used)
        ans_fault_add(l->faults, ANS_FAULT_PLACED_TWICE, d->file, d->line,
                      ans_str_from(d->word->name), first_text(d), NO_STR);
    d->used = true;
}

void words_abandon(struct loader *l, size_t first)
{
    for (size_t i = first; i < l->decls->count; i++)
        l->decls->items[i]->inside = true;
    l->decls->partial = true;
}

static void wrong_use(struct loader *l, const struct ans_decl *d, int line)
{
    ans_fault_add(l->faults, ANS_FAULT_WRONG_USE, d->file, line,
                  ans_str_from(d->word->name), ans_str_from(d->word->example),
                  NO_STR);
}

static struct ans_decl *new_decl(lua_State *L, struct loader *l,
                                 const struct ans_word *word)
{
    struct ans_decl *d = loader_alloc(L, l, sizeof(*d));
    d->word = word;
    d->file = l->file;
    d->line = loader_line(L, l);
    ans_vm_charge_memory(L, 2 * sizeof(d));
    l->decls->items = ans_arena_grow(l->decl_arena, l->decls->items,
                                     l->decls->count, sizeof(d));
    l->decls->items[l->decls->count++] = d;
    return d;
}

static void add_arg(lua_State *L, struct loader *l, struct ans_decl *d, int i)
{
    struct ans_said_value v =
        said_value(L, l, i, ans_str_from(d->word->name), d->line, -1);
    struct ans_said_value *args =
        loader_alloc(L, l, (d->arg_count + 1) * sizeof(v));
    for (size_t k = 0; k < d->arg_count; k++)
        args[k] = d->args[k];
    args[d->arg_count++] = v;
    d->args = args;
}

static void set_body(lua_State *L, struct loader *l, struct ans_decl *d, int i)
{
    int brace = locate_body(l->source, d->line, ans_str_from(d->word->name),
                            first_text(d));
    d->body = said_table(L, l, i, brace);
    d->finished = true;
}

/* How many texts may stand before the body. */
static size_t most_texts(const struct ans_word *word)
{
    return word->form == ANS_FORM_ID_TEXT ? 2 : 1;
}

/* What one call gave, in the arguments from `first` to the top. What cannot
 * be a part of a word is left out, so that it stays unfinished, which the
 * builder reports. */
static void take(lua_State *L, struct loader *l, struct ans_decl *d, int first)
{
    bool one = lua_gettop(L) == first;
    int type = lua_type(L, first);
    bool stray = one && strays_get(L, first);
    if (d->finished)
        wrong_use(l, d, loader_line(L, l));
    else if (one && type == LUA_TTABLE)
        set_body(L, l, d, first);
    else if (stray ||
             (one && type == LUA_TSTRING && d->arg_count < most_texts(d->word)))
        add_arg(L, l, d, first);
    if (d->arg_count && d->word->form == ANS_FORM_PATH)
        d->finished = true;
    if (d->arg_count == 2)
        d->finished = true;
}

/* answered("q", "v"), kind_is "x", any_of { rule, rule }: one call is all. */
static void take_condition(lua_State *L, struct loader *l, struct ans_decl *d)
{
    int count = lua_gettop(L);
    if (count > MOST_ARGS)
        luaL_error(L, "%s: more than %d values", d->word->name, MOST_ARGS);
    if (count == 1 && lua_istable(L, 1))
        set_body(L, l, d, 1);
    for (int i = 1; i <= count && !d->body; i++)
        add_arg(L, l, d, i);
    d->finished = true;
}

static int construct(lua_State *L)
{
    ans_vm_charge(L, 10);
    const struct ans_word *word = lua_touserdata(L, lua_upvalueindex(1));
    struct loader *l = loader_of(L);
    luaL_checkstack(L, 8, NULL);
    struct ans_decl *d = new_decl(L, l, word);
    if (word->form == ANS_FORM_CONDITION)
        take_condition(L, l, d);
    else
        take(L, l, d, 1);
    lua_settop(L, 0);
    struct handle *h = lua_newuserdatauv(L, sizeof(*h), 0);
    h->decl = d;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &handle_key);
    lua_setmetatable(L, -2);
    return 1;
}

/* (handle, ...): the next part of what the word asks for. */
static int handle_call(lua_State *L)
{
    ans_vm_charge(L, 10);
    struct loader *l = loader_of(L);
    luaL_checkstack(L, 8, NULL);
    struct ans_decl *d = words_decl(L, 1);
    if (!d)
        return luaL_error(L, "this is no word");
    take(L, l, d, 2);
    lua_settop(L, 1);
    return 1;
}

static void bind_handles(lua_State *L)
{
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, handle_call);
    lua_setfield(L, -2, "__call");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &handle_key);
}

void words_bind(struct ans_vm *vm)
{
    bind_handles(ans_vm_state(vm));
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++) {
        /* Rows of one name share their form: the first one stands for all. */
        if (!i || strcmp(words[i]->name, words[i - 1]->name) != 0)
            ans_vm_bind_with(vm, words[i]->name, construct, words[i]);
    }
}
