#include "bind/locate.h"

#include <string.h>

struct lexer {
    struct ans_str text;
    size_t at;
    int line;
};

static char peek(const struct lexer *l, size_t ahead)
{
    size_t at = l->at + ahead;
    return at < l->text.len ? l->text.ptr[at] : '\0';
}

static bool at_end(const struct lexer *l)
{
    return l->at >= l->text.len;
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* One step, counting lines as Lua does: \r\n and \n\r are one break. */
static void step(struct lexer *l)
{
    char c = peek(l, 0);
    char next = peek(l, 1);
    l->at++;
    if (!is_break(c))
        return;
    l->line++;
    if (is_break(next) && next != c)
        l->at++;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The level of a long bracket that opens here ("[==["), or -1. */
static int long_level(const struct lexer *l)
{
    if (peek(l, 0) != '[')
        return -1;
    size_t n = 1;
    while (peek(l, n) == '=')
        n++;
    return peek(l, n) == '[' ? (int)n - 1 : -1;
}

/* Past the long bracket of `level`; gives what stands inside. */
static struct ans_str skip_long(struct lexer *l, int level, bool *open)
{
    l->at += (size_t)level + 2;
    size_t start = l->at;
    *open = true;
    while (!at_end(l)) {
        int n = 0;
        if (peek(l, 0) == ']')
            while (peek(l, (size_t)n + 1) == '=')
                n++;
        if (peek(l, 0) == ']' && n == level && peek(l, (size_t)n + 1) == ']') {
            struct ans_str inside = {l->text.ptr + start, l->at - start};
            l->at += (size_t)level + 2;
            *open = false;
            return inside;
        }
        step(l);
    }
    return ans_str_sub(l->text, start, SIZE_MAX);
}

/* White space and comments. */
static void skip_blank(struct lexer *l)
{
    while (!at_end(l)) {
        char c = peek(l, 0);
        if (c == '-' && peek(l, 1) == '-') {
            bool open;
            l->at += 2;
            int level = long_level(l);
            if (level >= 0)
                (void)skip_long(l, level, &open);
            else
                while (!at_end(l) && !is_break(peek(l, 0)))
                    l->at++;
        } else if (c == ' ' || c == '\t' || c == '\v' || c == '\f' ||
                   is_break(c)) {
            step(l);
        } else {
            return;
        }
    }
}

/* Past an escape; \z takes the white space after it along. */
static void skip_escape(struct lexer *l)
{
    l->at++;
    bool blank = peek(l, 0) == 'z';
    if (!at_end(l))
        step(l);
    while (blank && !at_end(l) &&
           (strchr(" \t\v\f", peek(l, 0)) || is_break(peek(l, 0))) &&
           peek(l, 0))
        step(l);
}

static void read_quoted(struct lexer *l, struct token *t)
{
    char quote = peek(l, 0);
    size_t start = ++l->at;
    while (!at_end(l) && peek(l, 0) != quote && !is_break(peek(l, 0))) {
        if (peek(l, 0) == '\\')
            skip_escape(l);
        else
            l->at++;
    }
    size_t end = l->at < l->text.len ? l->at : l->text.len;
    t->kind = TOKEN_STRING;
    t->text = ans_str_sub(l->text, start, end - start);
    t->open = peek(l, 0) != quote || at_end(l);
    if (!t->open)
        l->at++;
}

static enum token_kind keyword_kind(struct ans_str name)
{
    static const struct {
        const char *word;
        enum token_kind kind;
    } table[] = {
        {"and", TOKEN_WORD},       {"break", TOKEN_WORD},
        {"do", TOKEN_OPENS},       {"else", TOKEN_WORD},
        {"elseif", TOKEN_WORD},    {"end", TOKEN_CLOSES},
        {"false", TOKEN_WORD},     {"for", TOKEN_WORD},
        {"function", TOKEN_OPENS}, {"goto", TOKEN_WORD},
        {"if", TOKEN_OPENS},       {"in", TOKEN_WORD},
        {"local", TOKEN_WORD},     {"nil", TOKEN_WORD},
        {"not", TOKEN_WORD},       {"or", TOKEN_WORD},
        {"repeat", TOKEN_OPENS},   {"return", TOKEN_WORD},
        {"then", TOKEN_WORD},      {"true", TOKEN_WORD},
        {"until", TOKEN_CLOSES},   {"while", TOKEN_WORD},
    };
    size_t low = 0;
    size_t high = ANS_COUNT(table);
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = ans_str_cmp(name, ans_str_from(table[middle].word));
        if (order == 0)
            return table[middle].kind;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return TOKEN_NAME;
}

/* Letters of other alphabets count too: Lua knows no such names, but people
 * who forget quotes write them. */
static bool is_name_byte(char c)
{
    return is_letter(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static void read_name(struct lexer *l, struct token *t)
{
    size_t start = l->at;
    while (!at_end(l) && is_name_byte(peek(l, 0)))
        l->at++;
    t->text = ans_str_sub(l->text, start, l->at - start);
    t->kind = keyword_kind(t->text);
}

static void read_number(struct lexer *l, struct token *t)
{
    size_t start = l->at;
    while (!at_end(l) && (is_name_byte(peek(l, 0)) || peek(l, 0) == '.'))
        l->at++;
    t->kind = TOKEN_NUMBER;
    t->text = ans_str_sub(l->text, start, l->at - start);
}

static void read_symbol(struct lexer *l, struct token *t)
{
    static const char *const longer[] = {
        "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};
    struct ans_str rest = ans_str_sub(l->text, l->at, SIZE_MAX);
    size_t len = 1;
    /* Most stand alone: of two or three, the second is one of these. */
    bool may_be_longer = rest.len > 1 && strchr(".=/:<>", rest.ptr[1]);
    for (size_t i = 0; may_be_longer && i < ANS_COUNT(longer); i++)
        if (ans_str_starts(rest, ans_str_from(longer[i]))) {
            len = strlen(longer[i]);
            break;
        }
    t->kind = TOKEN_SYMBOL;
    t->text = ans_str_sub(rest, 0, len);
    l->at += len;
}

static bool next_token(struct lexer *l, struct token *t)
{
    skip_blank(l);
    if (at_end(l))
        return false;
    *t = (struct token){.line = l->line};
    char c = peek(l, 0);
    int level = long_level(l);
    if (level >= 0) {
        t->kind = TOKEN_STRING;
        t->text = skip_long(l, level, &t->open);
    } else if (c == '"' || c == '\'') {
        read_quoted(l, t);
    } else if (is_digit(c)) {
        read_number(l, t);
    } else if (is_name_byte(c)) {
        read_name(l, t);
    } else {
        read_symbol(l, t);
    }
    t->last_line = l->line;
    return true;
}

struct source *locate_scan(struct ans_arena *arena, struct ans_str text)
{
    struct source *s = ANS_NEW(arena, struct source);
    s->text = text;
    struct token t;
    for (struct lexer l = {text, 0, 1}; next_token(&l, &t); s->count++) {
        s->tokens = ans_arena_grow(arena, s->tokens, (size_t)s->count,
                                   sizeof(*s->tokens));
        s->tokens[s->count] = t;
    }
    return s;
}

static bool is_symbol(const struct source *s, int i, const char *symbol)
{
    return i >= 0 && i < s->count && s->tokens[i].kind == TOKEN_SYMBOL &&
           ans_str_is(s->tokens[i].text, symbol);
}

static bool is_kind(const struct source *s, int i, enum token_kind kind)
{
    return i >= 0 && i < s->count && s->tokens[i].kind == kind;
}

/* The first token on `line` or after it. */
static int first_on(const struct source *s, int line)
{
    int low = 0, high = s->count;
    while (low < high) {
        int mid = low + (high - low) / 2;
        if (s->tokens[mid].line < line)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Do the tokens from `i` spell `word`, dots and all? The token after them,
 * or -1. */
static int spells(const struct source *s, int i, struct ans_str word)
{
    if (is_symbol(s, i - 1, ".") || is_symbol(s, i - 1, ":"))
        return -1;
    for (;;) {
        struct ans_str part = ans_str_cut(&word, '.');
        if (!is_kind(s, i, TOKEN_NAME) || !ans_str_eq(s->tokens[i].text, part))
            return -1;
        i++;
        if (!word.len)
            return i;
        if (!is_symbol(s, i++, "."))
            return -1;
    }
}

/* From behind the word to the "{" of its body, over its id, with or without
 * parentheses; -1 when it is another id, or no body follows. */
static int body_after(const struct source *s, int i, struct ans_str id)
{
    bool more = true;
    for (int round = 0; more && round < 3; round++) {
        bool in_parens = is_symbol(s, i, "(");
        i += in_parens;
        if (is_symbol(s, i, "{"))
            return i;
        more = is_kind(s, i, TOKEN_STRING) || is_kind(s, i, TOKEN_NAME);
        if (round == 0 && is_kind(s, i, TOKEN_STRING) &&
            !ans_str_eq(s->tokens[i].text, id))
            return -1;
        i += 1 + (in_parens && is_symbol(s, i + 1, ")"));
    }
    return -1;
}

int locate_body(const struct source *s, int line, struct ans_str word,
                struct ans_str id)
{
    int i = first_on(s, line);
    for (; i < s->count && s->tokens[i].line == line; i++) {
        int after = spells(s, i, word);
        int body = after < 0 ? -1 : body_after(s, after, id);
        if (body >= 0)
            return body;
    }
    return -1;
}

static struct ans_str symbol_at(const struct source *s, int i)
{
    return is_kind(s, i, TOKEN_SYMBOL) ? s->tokens[i].text
                                       : (struct ans_str){NULL, 0};
}

void locate_around(const struct source *s, int line, struct ans_str name,
                   struct ans_str *before, struct ans_str *after)
{
    int i = first_on(s, line);
    int next = -1;
    for (; i < s->count && s->tokens[i].line == line && next < 0; i++)
        next = spells(s, i, name);
    *before = next < 0 ? symbol_at(s, -1) : symbol_at(s, i - 2);
    *after = symbol_at(s, next);
}

/* How the token changes the depth of braces, parentheses and blocks. */
static int depth_change(const struct token *t)
{
    if (t->kind == TOKEN_OPENS)
        return 1;
    if (t->kind == TOKEN_CLOSES)
        return -1;
    if (t->kind != TOKEN_SYMBOL || t->text.len != 1)
        return 0;
    switch (t->text.ptr[0]) {
    case '{':
    case '(':
    case '[':
        return 1;
    case '}':
    case ')':
    case ']':
        return -1;
    default:
        return 0;
    }
}

/* What an entry that starts at the token `i` is. */
static struct entry read_entry(const struct source *s, int i)
{
    struct entry e = {.line = s->tokens[i].line, .value = i};
    if (is_kind(s, i, TOKEN_NAME) && is_symbol(s, i + 1, "=")) {
        e.key = s->tokens[i].text;
        e.value = i + 2;
    } else if (is_symbol(s, i, "[") && is_kind(s, i + 1, TOKEN_STRING) &&
               is_symbol(s, i + 2, "]") && is_symbol(s, i + 3, "=")) {
        e.key = s->tokens[i + 1].text;
        e.value = i + 4;
    }
    return e;
}

struct entries locate_entries(const struct source *s, int brace,
                              struct ans_arena *arena)
{
    struct entries list = {0};
    if (!is_symbol(s, brace, "{"))
        return list;
    bool fresh = true; /* an entry starts at the next token */
    int depth = 1;
    int i = brace + 1;
    for (; i < s->count; i++) {
        if (depth == 1 && is_symbol(s, i, "}"))
            break;
        if (depth == 1 && (is_symbol(s, i, ",") || is_symbol(s, i, ";"))) {
            fresh = true;
            continue;
        }
        if (fresh) {
            list.items = ans_arena_grow(arena, list.items, (size_t)list.count,
                                        sizeof(*list.items));
            list.items[list.count++] = read_entry(s, i);
        }
        fresh = false;
        depth += depth_change(&s->tokens[i]);
        if (depth < 1)
            break;
    }
    list.seen = i - brace;
    return list;
}

const struct entry *locate_key(const struct entries *entries,
                               struct ans_str key)
{
    if (!key.len)
        return NULL;
    /* The last one counts, as in Lua. */
    for (int i = entries->count - 1; i >= 0; i--)
        if (ans_str_eq(entries->items[i].key, key))
            return &entries->items[i];
    return NULL;
}

const struct entry *locate_item(const struct entries *entries, int i)
{
    for (int k = 0; k < entries->count; k++)
        if (!entries->items[k].key.len && --i == 0)
            return &entries->items[k];
    return NULL;
}

int locate_brace(const struct source *s, int value)
{
    return is_symbol(s, value, "{") ? value : -1;
}
