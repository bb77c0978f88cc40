/* Strays: names that nobody knows. Lua would stop at the first with "attempt
 * to call a nil value"; here each gives a value that swallows what is done
 * with it, and the fault says what it most likely was: a word misspelt when it
 * was called, a text without quotes when it was not. */
#include "bind/loader.h"

static const char stray_key = 's';

/* The list of faults ends there anyway. */
#define MOST_STRAYS 250

struct stray *strays_get(lua_State *L, int i)
{
    if (lua_type(L, i) != LUA_TUSERDATA || !lua_getmetatable(L, i))
        return NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &stray_key);
    bool ours = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    struct stray **held = ours ? lua_touserdata(L, i) : NULL;
    return held ? *held : NULL;
}

static struct stray *find(lua_State *L, struct loader *l, struct ans_str name,
                          int line)
{
    for (struct stray *s = l->strays; s; s = s->next) {
        ans_vm_charge(L, 1);
        if (s->line == line && ans_str_eq(s->name, name))
            return s;
    }
    return NULL;
}

static struct stray *add(lua_State *L, struct loader *l, struct ans_str name)
{
    int line = loader_line(L, l);
    struct stray *s = find(L, l, name, line);
    if (s)
        return s;
    if (l->stray_count == MOST_STRAYS)
        return l->strays;
    s = loader_alloc(L, l, sizeof(*s));
    *s = (struct stray){.next = l->strays,
                        .name = loader_copy(L, l, name),
                        .file = l->file,
                        .line = line};
    l->strays = s;
    l->stray_count++;
    return s;
}

static int push_stray(lua_State *L, struct stray *s)
{
    struct stray **held = lua_newuserdatauv(L, sizeof(struct stray *), 0);
    *held = s;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &stray_key);
    lua_setmetatable(L, -2);
    return 1;
}

static struct ans_str text_at(lua_State *L, int i)
{
    struct ans_str s;
    s.ptr = lua_tolstring(L, i, &s.len);
    return s;
}

/* (name): what the script reads for a name that is not there. */
static int missing(lua_State *L)
{
    ans_vm_charge(L, 5);
    struct loader *l = ans_vm_context(L);
    if (!l)
        return luaL_error(L, "%s is not a name that we know",
                          lua_tostring(L, 1));
    return push_stray(L, add(L, l, text_at(L, 1)));
}

/* (stray, key): quesiton.text */
static int stray_index(lua_State *L)
{
    ans_vm_charge(L, 5);
    struct loader *l = loader_of(L);
    struct stray *s = strays_get(L, 1);
    if (!s || lua_type(L, 2) != LUA_TSTRING)
        return lua_settop(L, 1), 1;
    s->led_on = true;
    lua_settop(L, 2);
    lua_pushlstring(L, s->name.ptr, s->name.len);
    lua_pushliteral(L, ".");
    lua_pushvalue(L, 2);
    lua_concat(L, 3);
    return push_stray(L, add(L, l, text_at(L, -1)));
}

/* (stray, ...): what it is given counts as placed, so that no more faults
 * come of it. As the iterator of a loop (then the first argument is nil) it
 * ends the loop. */
static int stray_call(lua_State *L)
{
    ans_vm_charge(L, 5);
    struct loader *l = loader_of(L);
    struct stray *s = strays_get(L, 1);
    if (lua_gettop(L) > 1 && lua_isnil(L, 2))
        return 0;
    if (s)
        s->called = true;
    for (int i = 2; i <= lua_gettop(L); i++)
        (void)said_value(L, l, i, NO_STR, 0, -1);
    lua_settop(L, 1);
    return 1;
}

/* Any operator: the stray itself comes out. */
static int stray_swallow(lua_State *L)
{
    ans_vm_charge(L, 5);
    lua_settop(L, 2);
    if (!strays_get(L, 1))
        lua_replace(L, 1);
    lua_settop(L, 1);
    return 1;
}

static int stray_false(lua_State *L)
{
    ans_vm_charge(L, 5);
    lua_pushboolean(L, 0);
    return 1;
}

static int stray_zero(lua_State *L)
{
    ans_vm_charge(L, 5);
    lua_pushinteger(L, 0);
    return 1;
}

static int stray_set(lua_State *L)
{
    ans_vm_charge(L, 5);
    return 0;
}

/* question "x" { }: the name is only the first part of our words. */
static int call_first_part(lua_State *L)
{
    ans_vm_charge(L, 5);
    struct loader *l = loader_of(L);
    const struct ans_word *word = lua_touserdata(L, lua_upvalueindex(1));
    struct ans_str rest = ans_str_from(word->name);
    (void)push_stray(L, add(L, l, ans_str_cut(&rest, '.')));
    lua_insert(L, 1);
    return stray_call(L);
}

static void bind_first_parts(struct ans_vm *vm)
{
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++) {
        char name[32];
        const char *dot = strchr(words[i]->name, '.');
        size_t len = dot ? (size_t)(dot - words[i]->name) : sizeof(name);
        if (len >= sizeof(name))
            continue;
        memcpy(name, words[i]->name, len);
        name[len] = '\0';
        ans_vm_bind_with(vm, name, call_first_part, words[i]);
    }
}

void strays_bind(struct ans_vm *vm)
{
    static const luaL_Reg meta[] = {
        {"__index", stray_index},  {"__newindex", stray_set},
        {"__call", stray_call},    {"__concat", stray_swallow},
        {"__add", stray_swallow},  {"__sub", stray_swallow},
        {"__mul", stray_swallow},  {"__div", stray_swallow},
        {"__idiv", stray_swallow}, {"__mod", stray_swallow},
        {"__pow", stray_swallow},  {"__unm", stray_swallow},
        {"__len", stray_zero},     {"__lt", stray_false},
        {"__le", stray_false},     {NULL, NULL},
    };
    lua_State *L = ans_vm_state(vm);
    lua_createtable(L, 0, (int)ANS_COUNT(meta) - 1);
    luaL_setfuncs(L, meta, 0);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &stray_key);
    bind_first_parts(vm);
    ans_vm_bind_missing(vm, missing);
}

/* The word that a name most likely was. For the first part of a dotted word,
 * such a word. */
static struct ans_str nearest_word(struct loader *l, struct ans_str name)
{
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    struct ans_str *known = ANS_NEW_ARRAY(l->arena, struct ans_str, count + 2);
    for (size_t i = 0; i < count; i++) {
        known[i] = ans_str_from(words[i]->name);
        if (known[i].len > name.len && ans_str_starts(known[i], name) &&
            known[i].ptr[name.len] == '.')
            return known[i];
    }
    return ans_nearest(name, known, count);
}

/* True and false written in another way are no texts either. */
static struct ans_str nearest_constant(struct ans_str name)
{
    static const char *const yes[] = {"True", "TRUE", "ture", "yes",
                                      "Yes",  "ja",   "Ja",   "sant"};
    static const char *const no[] = {"False", "FALSE", "flase", "no",
                                     "No",    "nej",   "Nej",   "falskt",
                                     "None",  "null"};
    for (size_t i = 0; i < ANS_COUNT(yes); i++)
        if (ans_str_is(name, yes[i]))
            return ANS_STR("true");
    for (size_t i = 0; i < ANS_COUNT(no); i++)
        if (ans_str_is(name, no[i]))
            return ANS_STR("false");
    return NO_STR;
}

void strays_missing_quotes(struct loader *l, int line, int token,
                           struct ans_str name)
{
    struct ans_str text = name;
    if (token >= 0 && token < l->source->count) {
        name = l->source->tokens[token].text;
        text = cause_bare_text(l->source, token);
    }
    struct ans_str quoted =
        text.len ? ans_arena_printf(l->arena, "\"%.*s\"", ANS_STR_ARG(text))
                 : NO_STR;
    ans_fault_add(l->faults, ANS_FAULT_MISSING_QUOTES, l->file, line, name,
                  quoted, NO_STR);
}

/* Is there a field of this name somewhere? */
static bool names_field(struct ans_str name)
{
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++)
        if (ans_word_field_find(words[i], name))
            return true;
    return false;
}

static bool takes_values(struct ans_str symbol)
{
    return ans_str_is(symbol, "=") || ans_str_is(symbol, "{") ||
           ans_str_is(symbol, ",") || ans_str_is(symbol, "(");
}

/* What the unknown name most likely was; `meant` is what it should be. */
static enum ans_fault_code guess(struct loader *l, const struct stray *s,
                                 struct ans_str *meant)
{
    struct ans_str before, after;
    locate_around(l->source, s->line, s->name, &before, &after);
    *meant = s->called ? nearest_word(l, s->name) : nearest_constant(s->name);
    bool first_part = ans_str_starts(*meant, s->name); /* of question.text */
    bool is_field = s->called && !first_part && names_field(s->name);
    if (ans_str_is(after, "==") || is_field)
        return ANS_FAULT_EQUALS_SIGN;
    if (s->called || meant->len)
        return ANS_FAULT_UNKNOWN_WORD;
    if (ans_str_is(before, "-"))
        return ANS_FAULT_COMMENT;
    return takes_values(before) ? ANS_FAULT_MISSING_QUOTES
                                : ANS_FAULT_UNKNOWN_WORD;
}

static void report(struct loader *l, const struct stray *s)
{
    if (s->led_on && !s->called)
        return; /* the longer name tells */
    struct ans_str meant;
    enum ans_fault_code code = guess(l, s, &meant);
    if (code == ANS_FAULT_MISSING_QUOTES)
        strays_missing_quotes(l, s->line, -1, s->name);
    else
        ans_fault_add(l->faults, code, s->file, s->line, s->name, meant,
                      NO_STR);
}

void strays_report(struct loader *l)
{
    for (const struct stray *s = l->strays; s; s = s->next)
        report(l, s);
    l->strays = NULL;
    l->stray_count = 0;
}
