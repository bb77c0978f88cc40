/* decl: what a script said, word for word, before it means anything.
 *
 * bind makes these while a script runs; county/build.c gives them meaning by
 * the vocabulary. Plain data in the arena of the edition being built.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct ans_word;
struct ans_decl;

enum ans_said_type {
    ANS_SAID_NIL = 0, /* e.g. a word without quotes; bind has told it */
    ANS_SAID_BOOL,
    ANS_SAID_NUMBER,
    ANS_SAID_STRING,
    ANS_SAID_TABLE,
    ANS_SAID_DECL,     /* a word's declaration */
    ANS_SAID_FUNCTION, /* kept in the county's VM under `function` */
};

/* An answer that a function's source reads: member.sector. */
struct ans_said_read {
    struct ans_str name;
    int line;
};

struct ans_said_reads {
    struct ans_said_read *items;
    size_t count;
};

struct ans_said_value {
    enum ans_said_type type;
    bool b;
    double n;
    bool whole; /* n was an integer */
    struct ans_str s;
    struct ans_said_table *table;
    struct ans_decl *decl;
    int function;
    const struct ans_said_reads *reads; /* of a function; NULL: not seen */
    int line; /* 0 when the value has none of its own */
};

struct ans_said_pair {
    struct ans_str key;
    struct ans_said_value value;
    int line; /* of "key =", found in the source; 0 when not found */
};

struct ans_said_table {
    struct ans_said_pair *named;
    size_t named_count;
    struct ans_said_value *list; /* 1, 2, ... */
    size_t list_count;
};

/* word "id" "text" { body }, or word(a, b), as the word's form allows. */
struct ans_decl {
    const struct ans_word *word;
    struct ans_str file;
    int line;
    bool used;     /* it stands in a table or among the values of a word */
    bool finished; /* all that its form asks for has been given */
    struct ans_said_value *args; /* strings before the body, or conditions */
    size_t arg_count;
    struct ans_said_table *body; /* NULL without one */
    bool inside; /* it stands in another one, in an unknown word, or in a
                    file that failed: no word of the county's own */
};

/* All that a folder said: declarations in the order made, used or not. */
struct ans_decls {
    struct ans_decl **items;
    size_t count;
    bool partial; /* a file failed: what is missing may stand there */
    /* Where they live, but for their strings, which a county goes on to use;
     * NULL: where the strings do. */
    struct ans_arena *arena;
};
