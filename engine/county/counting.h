/* counting: how a county numbers and counts those who have joined. Part of
 * county/county.h.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "county/node.h"
#include "county/text.h"

/* What "54 organisations have joined" counts. The register keeps apart what a
 * rule may tell apart, so that a changed rule holds at once. */
struct ans_counting {
    struct ans_node node;
    bool parts;           /* a part of a member is one of its own */
    struct ans_str joint; /* "one": a joint member is one; "each": its bodies */
    struct ans_strs kinds; /* those that count; empty: every kind */
    struct ans_text text;  /* the rule in the county's words */
};

/* A number of members in the register, told apart. */
struct ans_tally {
    int64_t entries; /* all that the register lists */
    int64_t parts;   /* of these, parts of another member */
    int64_t joint;   /* of these, joint members that are no part */
    int64_t bodies;  /* the bodies of the joint ones */
};

/* How many organisations a tally is; `rule` NULL: every entry is one. Kinds
 * are the caller's business. */
int64_t ans_counting_apply(const struct ans_counting *rule, struct ans_tally n);

/* The running numbers of members. A number once given never changes. */
struct ans_numbering {
    struct ans_node node;
    int64_t from;           /* the first one */
    int64_t digits;         /* at least so many, with zeros before */
    struct ans_text format; /* with {number} and {year}; not said: the number */
};

struct ans_milestone { /* milestone "50" { text = } */
    struct ans_node node;
    struct ans_text text;
    struct ans_nodes links;
};
