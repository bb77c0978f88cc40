/* Reads: which answers a rule's function reads, as its source tells. A name
 * that no question has is nil for everybody, so that the function never stops
 * and never does what it is for: it has to be seen in the text.
 *
 * Followed are the function's first parameter, with a dot or with brackets, and
 * helpers of the same file that are given it first. What gets another name on
 * the way is not. */
#include "bind/loader.h"

enum { MOST_FOLLOWED = 8 };

struct reading {
    lua_State *L;
    struct loader *l;
    const struct source *s;
    struct ans_said_reads *out;
    int followed[MOST_FOLLOWED]; /* tokens of functions looked through */
    int count;
};

static bool is_symbol(const struct source *s, int i, const char *symbol)
{
    return i >= 0 && i < s->count && s->tokens[i].kind == TOKEN_SYMBOL &&
           ans_str_is(s->tokens[i].text, symbol);
}

static bool is_name(const struct source *s, int i)
{
    return i >= 0 && i < s->count && s->tokens[i].kind == TOKEN_NAME;
}

static bool is_function(const struct source *s, int i)
{
    return i >= 0 && i < s->count && s->tokens[i].kind == TOKEN_OPENS &&
           ans_str_is(s->tokens[i].text, "function");
}

/* The "(" of the parameters of the function at the token, or -1. */
static int parameters(const struct source *s, int function)
{
    int i = function + 1;
    while (is_name(s, i) || is_symbol(s, i, ".") || is_symbol(s, i, ":"))
        i++;
    return is_symbol(s, i, "(") ? i : -1;
}

/* The token of the function's `end`, or the last one. */
static int end_of(const struct source *s, int function)
{
    int depth = 0;
    for (int i = function; i < s->count; i++) {
        depth += s->tokens[i].kind == TOKEN_OPENS;
        if (s->tokens[i].kind == TOKEN_CLOSES && --depth == 0)
            return i;
    }
    return s->count;
}

/* Has the function at the token a parameter of this name? */
static bool takes(const struct source *s, int function, struct ans_str name)
{
    int i = parameters(s, function);
    for (; i >= 0 && i < s->count && !is_symbol(s, i, ")"); i++)
        if (is_name(s, i) && ans_str_eq(s->tokens[i].text, name))
            return true;
    return false;
}

/* A function of the file that is called so, or -1. */
static int find_named(const struct source *s, struct ans_str name)
{
    for (int i = 0; i < s->count; i++) {
        if (!is_name(s, i) || !ans_str_eq(s->tokens[i].text, name))
            continue;
        if (is_function(s, i - 1))
            return i - 1;
        if (is_symbol(s, i + 1, "=") && is_function(s, i + 2))
            return i + 2;
    }
    return -1;
}

static void add(struct reading *r, const struct token *name)
{
    if (r->out->count % 8 == 0)
        ans_vm_charge_memory(r->L, 8 * sizeof(*r->out->items));
    r->out->items = ans_arena_grow(r->l->decl_arena, r->out->items,
                                   r->out->count, sizeof(*r->out->items));
    r->out->items[r->out->count++] =
        (struct ans_said_read){loader_copy(r->L, r->l, name->text), name->line};
}

/* member.sector, member["sector"]; what is set is not read. */
static void note_read(struct reading *r, int i)
{
    const struct source *s = r->s;
    bool dot = is_symbol(s, i + 1, ".") && is_name(s, i + 2);
    bool brackets = is_symbol(s, i + 1, "[") && i + 3 < s->count &&
                    s->tokens[i + 2].kind == TOKEN_STRING &&
                    is_symbol(s, i + 3, "]");
    if ((dot && !is_symbol(s, i + 3, "=")) ||
        (brackets && !is_symbol(s, i + 4, "=")))
        add(r, &s->tokens[i + 2]);
}

static void look_through(struct reading *r, int function);

/* is_small(member): what it does with its own first parameter. */
static void follow(struct reading *r, int i)
{
    const struct source *s = r->s;
    bool first = is_symbol(s, i - 1, "(") && is_name(s, i - 2) &&
                 !is_symbol(s, i - 3, ".") && !is_function(s, i - 3);
    int named = first ? find_named(s, s->tokens[i - 2].text) : -1;
    for (int k = 0; k < r->count; k++)
        if (r->followed[k] == named)
            return;
    if (named >= 0)
        look_through(r, named);
}

static void look_through(struct reading *r, int function)
{
    const struct source *s = r->s;
    int open = parameters(s, function);
    if (r->count == MOST_FOLLOWED || open < 0 || !is_name(s, open + 1))
        return;
    r->followed[r->count++] = function;
    struct ans_str member = s->tokens[open + 1].text;
    int end = end_of(s, function);
    ans_vm_charge(r->L, end - function);
    for (int i = open + 2; i < end; i++) {
        if (is_function(s, i) && takes(s, i, member)) {
            i = end_of(s, i); /* another one of that name */
            continue;
        }
        if (!is_name(s, i) || !ans_str_eq(s->tokens[i].text, member) ||
            is_symbol(s, i - 1, ".") || is_symbol(s, i - 1, ":"))
            continue;
        note_read(r, i);
        follow(r, i);
    }
}

const struct ans_said_reads *reads_of(lua_State *L, struct loader *l, int token)
{
    const struct source *s = l->source;
    int function = is_function(s, token) ? token
                   : is_name(s, token)   ? find_named(s, s->tokens[token].text)
                                         : -1;
    if (function < 0)
        return NULL;
    struct reading r = {
        .L = L, .l = l, .s = s, .out = loader_alloc(L, l, sizeof(*r.out))};
    look_through(&r, function);
    return r.out;
}
