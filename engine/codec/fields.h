/* fields: names and values of a form or a query, in the order sent.
 *
 * Reads application/x-www-form-urlencoded (WHATWG URL, 5.1) and nothing else.
 * A name may come more than once; what that means is the reader's business.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

struct ans_field {
    struct ans_str name;
    struct ans_str value;
};

struct ans_fields {
    struct ans_field *items;
    size_t count;
};

struct ans_fields_limits {
    size_t count; /* fields */
    size_t name;  /* bytes of a decoded name */
    size_t value; /* bytes of a decoded value */
    bool mend;    /* values that are not valid text are mended, not refused:
                     whoever reads them can say so beside the field */
};

/* Decoded copies in `arena`. ANS_ERR_LIMIT: over a limit. ANS_ERR_INPUT: a
 * broken escape, a NUL or invalid UTF-8 in a name or a value; the sentence
 * names the field when it can be named. */
ANS_MUST_CHECK
bool ans_fields_parse(struct ans_arena *arena, struct ans_str body,
                      const struct ans_fields_limits *limits,
                      struct ans_fields *out, struct ans_err *err);

/* The first value of a name, or an empty view with ptr NULL. */
struct ans_str ans_fields_get(const struct ans_fields *f, const char *name);

/* How many times the name was sent. */
size_t ans_fields_times(const struct ans_fields *f, struct ans_str name);

void ans_fields_add(struct ans_arena *arena, struct ans_fields *f,
                    struct ans_str name, struct ans_str value);
