/* locate: where in a source text something stands that Lua has no line for.
 *
 * Lua tells where a constructor was called, and nothing about the fields of
 * its table. So the text is cut into tokens once, and fields are looked up
 * there. Works on any bytes, Lua or not; what it cannot find has line 0.
 * Private to bind; knows no Lua state.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum token_kind {
    TOKEN_NAME,
    TOKEN_OPENS,  /* function, if, do, repeat */
    TOKEN_CLOSES, /* end, until */
    TOKEN_WORD,   /* another keyword */
    TOKEN_STRING, /* text: between the quotes, escapes as written */
    TOKEN_NUMBER,
    TOKEN_SYMBOL, /* text: "{", "==", ... */
};

struct token {
    enum token_kind kind;
    int line;      /* where it begins */
    int last_line; /* where it ends */
    struct ans_str text;
    bool open; /* a string without its closing quote */
};

struct source {
    struct ans_str text;
    struct token *tokens;
    int count;
};

/* Views into `text`, which must live as long. */
struct source *locate_scan(struct ans_arena *arena, struct ans_str text);

/* The "{" of the body of `word` ("question.text"), called on `line` with
 * `id` (which may be empty) before it; -1 when it is not to be seen. */
int locate_body(const struct source *s, int line, struct ans_str word,
                struct ans_str id);

/* The symbols right before and after the name (dots and all) on `line`; empty
 * where something else stands. */
void locate_around(const struct source *s, int line, struct ans_str name,
                   struct ans_str *before, struct ans_str *after);

/* One entry of a table constructor: key = value, ["key"] = value, value. */
struct entry {
    struct ans_str key; /* empty for an item */
    int line;
    int value; /* token */
};

struct entries {
    struct entry *items;
    int count;
    int seen; /* tokens looked at: what it cost */
};

/* The entries of the constructor that starts at the token `brace`; none for
 * -1. Keys with escapes are passed over. */
struct entries locate_entries(const struct source *s, int brace,
                              struct ans_arena *arena);

/* The entry of a key, the i-th item (from 1), or NULL. */
const struct entry *locate_key(const struct entries *entries,
                               struct ans_str key);
const struct entry *locate_item(const struct entries *entries, int i);

/* The token `value` if it is a "{", else -1. */
int locate_brace(const struct source *s, int value);
