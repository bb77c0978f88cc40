/* node: what every struct begins with that a word of a county's scripts makes;
 * and lists of them.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/str.h"

struct ans_word;

struct ans_node {
    const struct ans_word *word;
    struct ans_str id;   /* "" for words without one */
    struct ans_str file; /* "join.lua" */
    int line;
};

/* Children of one kind, in the order written. */
struct ans_nodes {
    struct ans_node **items;
    size_t count;
};

/* The i-th of `nodes` as what it is: ANS_AT(ans_area, strategy->areas, i). */
#define ANS_AT(type, nodes, i) ((const struct type *)(nodes).items[i])

struct ans_strs {
    struct ans_str *items;
    size_t count;
};

struct ans_wholes {
    int64_t *items;
    size_t count;
};

struct ans_period {
    struct ans_date from; /* year 0: none */
    struct ans_date to;
};
