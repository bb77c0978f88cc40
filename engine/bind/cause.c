/* Causes: what most likely went wrong where a file stops being Lua. The
 * parser knows what it met and what it expected; people need to hear what to
 * mend, and on which line. */
#include "bind/loader.h"

static bool is_symbol(const struct source *s, int i, const char *symbol)
{
    return i >= 0 && i < s->count && s->tokens[i].kind == TOKEN_SYMBOL &&
           ans_str_is(s->tokens[i].text, symbol);
}

static bool has_foreign_letter(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return true;
    return false;
}

/* Could the token be a word of a text that lacks its quotes? */
static bool is_bare(const struct source *s, int i)
{
    return i >= 0 && i < s->count && s->tokens[i].kind != TOKEN_SYMBOL &&
           s->tokens[i].kind != TOKEN_STRING;
}

/* Can the token end a value? */
static bool ends_value(const struct source *s, int i)
{
    return is_bare(s, i) || is_symbol(s, i, "}") || is_symbol(s, i, ")") ||
           (i >= 0 && s->tokens[i].kind == TOKEN_STRING);
}

struct ans_str cause_bare_text(const struct source *s, int i)
{
    const struct token *first = &s->tokens[i];
    int last = i;
    while (last + 1 < s->count && s->tokens[last + 1].line == first->line &&
           !is_symbol(s, last + 1, ",") && !is_symbol(s, last + 1, ";") &&
           !is_symbol(s, last + 1, "}") &&
           s->tokens[last + 1].kind != TOKEN_STRING)
        last++;
    const struct token *end = &s->tokens[last];
    size_t len = (size_t)(end->text.ptr + end->text.len - first->text.ptr);
    return (struct ans_str){first->text.ptr, len};
}

/* The innermost bracket that is open before the token `i`, or -1. */
static int open_bracket(const struct source *s, int i)
{
    int depth = 0;
    while (--i >= 0) {
        const struct token *t = &s->tokens[i];
        if (t->kind != TOKEN_SYMBOL || t->text.len != 1)
            continue;
        char c = t->text.ptr[0];
        if (c == '}' || c == ')' || c == ']')
            depth++;
        else if ((c == '{' || c == '(' || c == '[') && depth-- == 0)
            return i;
    }
    return -1;
}

static bool in_braces(const struct source *s, int i)
{
    return is_symbol(s, open_bracket(s, i), "{");
}

static void add(struct loader *l, enum ans_fault_code code, int line,
                struct ans_str v1, struct ans_str v2)
{
    ans_fault_add(l->faults, code, l->file, line, v1, v2, NO_STR);
}

/* Quotation marks as word processors set them. */
static size_t curly_quote(struct ans_str s)
{
    static const char *const marks[] = {"\u201c", "\u201d", "\u201e", "\u2018",
                                        "\u2019", "\u00ab", "\u00bb"};
    for (size_t i = 0; i < ANS_COUNT(marks); i++)
        if (ans_str_starts(s, ans_str_from(marks[i])))
            return strlen(marks[i]);
    return 0;
}

/* Spaces and marks that look like nothing or like a space: from web pages and
 * word processors. */
static bool is_hidden(struct loader *l, int i)
{
    static const char *const marks[] = {"\u00a0", "\u00ad", "\u2007", "\u2009",
                                        "\u200b", "\u200c", "\u200d", "\u200e",
                                        "\u202f", "\u2060", "\ufeff"};
    const struct token *t = &l->source->tokens[i];
    for (size_t k = 0; k < ANS_COUNT(marks); k++) {
        if (t->kind != TOKEN_NAME ||
            ans_str_find_str(t->text, ans_str_from(marks[k])) < 0)
            continue;
        add(l, ANS_FAULT_HIDDEN_CHARACTER, t->line, NO_STR, NO_STR);
        return true;
    }
    return false;
}

/* title = Makt och inflytande: the parser stops at the second word, or at the
 * first letter that is not English. The same words after a single hyphen or a
 * "#" are a comment. */
static bool is_bare_text(struct loader *l, int i)
{
    const struct source *s = l->source;
    if (!is_bare(s, i) || is_symbol(s, i + 1, "="))
        return false;
    int first = i;
    while (is_bare(s, first - 1) &&
           s->tokens[first - 1].line == s->tokens[i].line)
        first--;
    int line = s->tokens[first].line;
    if (curly_quote(s->tokens[first].text))
        add(l, ANS_FAULT_CURLY_QUOTES, line, NO_STR, NO_STR);
    else if (is_symbol(s, first - 1, "-") || is_symbol(s, first - 1, "#"))
        add(l, ANS_FAULT_COMMENT, line, NO_STR, NO_STR);
    else if (is_symbol(s, first - 1, "="))
        strays_missing_quotes(l, line, first, NO_STR);
    else
        return false;
    return true;
}

/* area makt { }, municipality 9901 "Västerby": the id lacks its quotes. */
static bool is_bare_id(struct loader *l, int i)
{
    const struct source *s = l->source;
    if (i < 1 || i + 1 >= s->count || s->tokens[i - 1].kind != TOKEN_NAME)
        return false;
    bool name = s->tokens[i].kind == TOKEN_NAME && is_symbol(s, i + 1, "{");
    bool number =
        s->tokens[i].kind == TOKEN_NUMBER &&
        (is_symbol(s, i + 1, "{") || s->tokens[i + 1].kind == TOKEN_STRING);
    if (!name && !number)
        return false;
    strays_missing_quotes(l, s->tokens[i].line, -1, s->tokens[i].text);
    return true;
}

/* stöd "x" { } or färg = "x": no word has such letters. */
static bool is_foreign_word(struct loader *l, int i)
{
    const struct source *s = l->source;
    bool begins = i + 1 < s->count &&
                  (is_symbol(s, i + 1, "=") || is_symbol(s, i + 1, "{") ||
                   s->tokens[i + 1].kind == TOKEN_STRING);
    if (s->tokens[i].kind != TOKEN_NAME || !begins ||
        !has_foreign_letter(s->tokens[i].text) ||
        curly_quote(s->tokens[i].text) || is_symbol(s, i - 1, "="))
        return false;
    add(l, ANS_FAULT_UNKNOWN_WORD, s->tokens[i].line, s->tokens[i].text,
        NO_STR);
    return true;
}

/* A text ends, and goes on without a comma: in "Det "stora" länet", the name
 * touches the quotation mark; in X län", a text opens that never ends. */
static bool is_broken_text(struct loader *l, int i)
{
    const struct source *s = l->source;
    if (i < 1 || s->tokens[i - 1].kind != TOKEN_STRING ||
        s->tokens[i].kind != TOKEN_NAME || is_symbol(s, i + 1, "="))
        return false;
    struct ans_str text = s->tokens[i - 1].text;
    bool touches = s->tokens[i].text.ptr == text.ptr + text.len + 1;
    bool opens = i + 1 < s->count && s->tokens[i + 1].open &&
                 s->tokens[i].line == s->tokens[i - 1].last_line;
    if (!touches && !opens)
        return false;
    add(l, ANS_FAULT_OPEN_QUOTE, s->tokens[i].line, NO_STR, NO_STR);
    return true;
}

/* municipality "9901" Västerby: the text after the id lacks its quotes. */
static bool is_bare_label(struct loader *l, int i)
{
    const struct source *s = l->source;
    if (i < 2 || i + 1 >= s->count || s->tokens[i].kind != TOKEN_NAME ||
        s->tokens[i - 1].kind != TOKEN_STRING ||
        s->tokens[i - 2].kind != TOKEN_NAME ||
        s->tokens[i].line != s->tokens[i - 2].line)
        return false;
    if (is_symbol(s, i + 1, "=") || is_symbol(s, i + 1, "{") ||
        is_symbol(s, i + 1, "(") || is_symbol(s, i + 1, ".") ||
        s->tokens[i + 1].kind == TOKEN_STRING)
        return false;
    strays_missing_quotes(l, s->tokens[i].line, i, NO_STR);
    return true;
}

/* Does a declaration begin with the token, and not a value? */
static bool begins_word(const struct source *s, int i)
{
    return i >= 0 && s->tokens[i].kind == TOKEN_NAME &&
           (!i || is_symbol(s, i - 1, ",") || is_symbol(s, i - 1, "{") ||
            is_symbol(s, i - 1, "}"));
}

/* theme, or alert "x", and on the next line colour = "...": what belongs to it
 * was never opened. */
static bool is_unopened(struct loader *l, int i)
{
    const struct source *s = l->source;
    int word = i - 1 - (i && s->tokens[i - 1].kind == TOKEN_STRING);
    if (!begins_word(s, word) || !is_bare(s, i) || !is_symbol(s, i + 1, "=") ||
        s->tokens[i].line == s->tokens[i - 1].last_line)
        return false;
    add(l, ANS_FAULT_NOT_OPENED, s->tokens[i - 1].last_line,
        s->tokens[word].text, NO_STR);
    return true;
}

/* The same outside of everything, where Lua goes on as far as the second "=":
 * county "x", and then name = "X", code = "99". */
static bool is_unopened_before(struct loader *l, int i)
{
    if (!is_symbol(l->source, i, "=") || open_bracket(l->source, i) >= 0)
        return false;
    for (int before = i - 1; before > 0; before--)
        if (open_bracket(l->source, before) < 0 && is_unopened(l, before))
            return true;
    return false;
}

/* A word on a line of its own, outside of everything. */
static bool is_lone_word(struct loader *l, int i)
{
    const struct source *s = l->source;
    const struct token *t = i > 0 ? &s->tokens[i - 1] : NULL;
    if (!t || t->kind != TOKEN_NAME || open_bracket(s, i) >= 0 ||
        (i > 1 && s->tokens[i - 2].last_line == t->line) ||
        (i < s->count && s->tokens[i].line == t->line))
        return false;
    add(l, ANS_FAULT_BARE_WORD, t->line, t->text, NO_STR);
    return true;
}

/* The end of what stands before a missing comma, as it was written. */
static struct ans_str before_comma(const struct source *s, int i)
{
    struct ans_str text = s->tokens[i].text;
    bool quoted = s->tokens[i].kind == TOKEN_STRING && text.len <= 40;
    if (quoted) /* the quotes stand around it */
        text = (struct ans_str){text.ptr - 1, text.len + 2};
    return text.len <= 42 ? text : NO_STR;
}

static bool is_missing_comma(struct loader *l, int i)
{
    const struct source *s = l->source;
    bool starts = is_bare(s, i) || is_symbol(s, i, "{") ||
                  is_symbol(s, i, "[") || s->tokens[i].kind == TOKEN_STRING;
    if (!starts || !ends_value(s, i - 1) || !in_braces(s, i))
        return false;
    add(l, ANS_FAULT_MISSING_COMMA, s->tokens[i - 1].last_line,
        before_comma(s, i - 1), NO_STR);
    return true;
}

/* name: "x", where Lua takes name:x for a call. */
static bool is_colon(struct loader *l, int i)
{
    const struct source *s = l->source;
    int colon = is_symbol(s, i, ":")       ? i
                : is_symbol(s, i - 1, ":") ? i - 1
                                           : i - 2;
    if (!is_symbol(s, colon, ":") || !colon || !in_braces(s, i))
        return false;
    add(l, ANS_FAULT_EQUALS_SIGN, s->tokens[colon].line,
        s->tokens[colon - 1].text, NO_STR);
    return true;
}

static bool is_misplaced_symbol(struct loader *l, int i)
{
    const struct source *s = l->source;
    int line = s->tokens[i].line;
    int bracket = open_bracket(s, i);
    bool ends = is_symbol(s, i, ",") || is_symbol(s, i, "}");
    if (is_symbol(s, i, "//") || is_symbol(s, i, "#"))
        add(l, ANS_FAULT_COMMENT, line, NO_STR, NO_STR);
    else if (ends && is_symbol(s, i - 1, "="))
        add(l, ANS_FAULT_MISSING_VALUE, s->tokens[i - 1].line,
            i > 1 ? s->tokens[i - 2].text : NO_STR, NO_STR);
    else if (is_symbol(s, i, "}") && is_symbol(s, bracket, "("))
        add(l, ANS_FAULT_MISSING_BRACE, s->tokens[bracket].line, ANS_STR(")"),
            NO_STR);
    else if (is_symbol(s, i, "}") && bracket < 0)
        add(l, ANS_FAULT_EXTRA_BRACE, line, ANS_STR("}"), NO_STR);
    else if (is_symbol(s, i, ")") && !is_symbol(s, bracket, "("))
        add(l, ANS_FAULT_EXTRA_BRACE, line, ANS_STR(")"), NO_STR);
    else if (is_symbol(s, i, ".") && is_symbol(s, bracket, "{") && i &&
             s->tokens[i - 1].kind == TOKEN_STRING)
        add(l, ANS_FAULT_MISSING_COMMA, s->tokens[i - 1].last_line,
            before_comma(s, i - 1), NO_STR);
    else if (is_symbol(s, i, ",") && (bracket < 0 || is_symbol(s, i - 1, ",")))
        add(l, ANS_FAULT_EXTRA_COMMA, line, NO_STR, NO_STR);
    else
        return false;
    return true;
}

/* What Lua says it stood at: near 'och', near '<\195>', near <eof>. */
static struct ans_str near_text(struct ans_str message)
{
    struct ans_str mark = ANS_STR(" near ");
    ptrdiff_t at = ans_str_find_str(message, mark);
    if (at < 0)
        return NO_STR;
    message = ans_str_sub(message, (size_t)at + mark.len, SIZE_MAX);
    if (message.len >= 2 && message.ptr[0] == '\'')
        message = ans_str_sub(message, 1, message.len - 2);
    return message;
}

static bool stands_near(const struct token *t, struct ans_str near)
{
    if (ans_str_starts(near, ANS_STR("<\\")))
        return t->kind == TOKEN_NAME && has_foreign_letter(t->text);
    if (t->kind == TOKEN_NAME && has_foreign_letter(t->text))
        return near.len && ans_str_starts(t->text, near);
    if (t->kind == TOKEN_STRING && near.len)
        return ans_str_starts(ans_str_sub(near, 1, SIZE_MAX),
                              ans_str_sub(t->text, 0, 40));
    return ans_str_eq(t->text, near);
}

/* The number after " at line ", or 0. */
static int line_named(struct ans_str message)
{
    struct ans_str mark = ANS_STR(" at line ");
    ptrdiff_t at = ans_str_find_str(message, mark);
    if (at < 0)
        return 0;
    int line = 0;
    message = ans_str_sub(message, (size_t)at + mark.len, SIZE_MAX);
    for (; message.len && line < 100000;
         line = line * 10 + *message.ptr - '0',
         message = ans_str_sub(message, 1, SIZE_MAX))
        if (*message.ptr < '0' || *message.ptr > '9')
            break;
    return line;
}

/* How far in the line of a token begins, in bytes. */
static size_t indent_of(const struct source *s, int i)
{
    const char *at = s->tokens[i].text.ptr;
    const char *end = s->text.ptr + s->text.len;
    while (at > s->text.ptr && at[-1] != '\n' && at[-1] != '\r')
        at--;
    size_t n = 0;
    while (at + n < end && (at[n] == ' ' || at[n] == '\t'))
        n++;
    return n;
}

/* The brace that most likely lacks its pair, or -1: the first that is closed
 * on a line that begins further out than its own. Lua tells the outermost,
 * which in a county is the county itself. */
static int likely_open(const struct source *s)
{
    int open[32]; /* as deep as values go */
    size_t depth = 0;
    for (int i = 0; i < s->count; i++) {
        bool first = !i || s->tokens[i - 1].last_line < s->tokens[i].line;
        if (is_symbol(s, i, "{")) {
            if (depth == ANS_COUNT(open))
                return -1;
            open[depth++] = i;
        } else if (is_symbol(s, i, "}")) {
            if (!depth)
                return -1;
            int opener = open[--depth];
            if (first && indent_of(s, i) < indent_of(s, opener))
                return opener;
        }
    }
    return -1;
}

/* Something is still open: the message begins with what would close it. What
 * lacks its `end` meets anything; a bracket, the end of the file. */
static bool is_unclosed(struct loader *l, const struct ans_script_fault *f)
{
    static const struct {
        const char *start;
        const char *what;
        enum ans_fault_code code;
        bool at_end;
    } table[] = {
        {"'}' expected", "}", ANS_FAULT_MISSING_BRACE, true},
        {"')' expected", ")", ANS_FAULT_MISSING_BRACE, true},
        {"'end' expected", "end", ANS_FAULT_MISSING_END, false},
    };
    bool at_end = ans_str_is(near_text(f->text), "<eof>");
    int line = line_named(f->text);
    for (size_t i = 0; i < ANS_COUNT(table); i++) {
        if ((table[i].at_end && !at_end) ||
            !ans_str_starts(f->text, ans_str_from(table[i].start)))
            continue;
        int at = *table[i].what == '}' ? likely_open(l->source) : -1;
        if (at >= 0)
            line = l->source->tokens[at].line;
        add(l, table[i].code, line ? line : f->line,
            ans_str_from(table[i].what), NO_STR);
        return true;
    }
    int bracket = at_end ? open_bracket(l->source, l->source->count) : -1;
    if (bracket < 0)
        return false;
    add(l, ANS_FAULT_MISSING_BRACE, l->source->tokens[bracket].line,
        is_symbol(l->source, bracket, "{")   ? ANS_STR("}")
        : is_symbol(l->source, bracket, "(") ? ANS_STR(")")
                                             : ANS_STR("]"),
        NO_STR);
    return true;
}

static bool is_unfinished_text(struct loader *l,
                               const struct ans_script_fault *f)
{
    if (!ans_str_starts(f->text, ANS_STR("unfinished ")))
        return false;
    int line = line_named(f->text);
    add(l, ANS_FAULT_OPEN_QUOTE, line ? line : f->line, NO_STR, NO_STR);
    return true;
}

void cause_of_syntax(struct loader *l, const struct ans_script_fault *f)
{
    const struct source *s = l->source;
    if (is_unclosed(l, f) || is_unfinished_text(l, f))
        return;
    struct ans_str near = near_text(f->text);
    for (int i = 0; i < s->count && s->tokens[i].line <= f->line; i++) {
        if (s->tokens[i].last_line != f->line ||
            !stands_near(&s->tokens[i], near))
            continue;
        if (is_hidden(l, i) || is_colon(l, i) || is_bare_id(l, i) ||
            is_bare_text(l, i) || is_broken_text(l, i) ||
            is_foreign_word(l, i) || is_bare_label(l, i) || is_unopened(l, i) ||
            is_unopened_before(l, i) || is_missing_comma(l, i) ||
            is_misplaced_symbol(l, i) || is_lone_word(l, i))
            return;
    }
    if (ans_str_is(near, "<eof>") && is_lone_word(l, s->count))
        return;
    add(l, ANS_FAULT_SYNTAX, f->line, f->text, NO_STR);
}
