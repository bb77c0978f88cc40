/* str: borrowed views of bytes.
 *
 * A struct ans_str owns nothing: whoever keeps one copies it, most often into
 * an arena. It need not end in NUL and may be empty (ptr NULL, len 0). Case
 * and order here are bytes; what people read is base/text's work.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct ans_str {
    const char *ptr;
    size_t len;
};

/* A view of a string literal, and the arguments for "%.*s". */
#define ANS_STR(literal) ((struct ans_str){(literal), sizeof(literal) - 1})
#define ANS_STR_ARG(s)   (int)(s).len, (s).ptr ? (s).ptr : ""

static inline struct ans_str ans_str_from(const char *z)
{
    return (struct ans_str){z, z ? strlen(z) : 0};
}

static inline bool ans_str_eq(struct ans_str a, struct ans_str b)
{
    return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

static inline bool ans_str_is(struct ans_str a, const char *z)
{
    return ans_str_eq(a, ans_str_from(z));
}

/* <0, 0, >0 in byte order; a prefix comes before what it starts. */
int ans_str_cmp(struct ans_str a, struct ans_str b);

/* Equal but for the case of ASCII letters. */
bool ans_str_eq_nocase(struct ans_str a, struct ans_str b);

bool ans_str_starts(struct ans_str s, struct ans_str prefix);
bool ans_str_ends(struct ans_str s, struct ans_str suffix);

/* The offset of the first `byte` or of `part`, or -1. */
ptrdiff_t ans_str_find(struct ans_str s, char byte);
ptrdiff_t ans_str_find_str(struct ans_str s, struct ans_str part);

/* From `at`, at most `len` bytes; both are cut to what there is. */
struct ans_str ans_str_sub(struct ans_str s, size_t at, size_t len);

/* Cut `*rest` at the first `byte`: returns what stood before it and leaves
 * what came after. Without one returns all and leaves nothing. */
struct ans_str ans_str_cut(struct ans_str *rest, char byte);

/* Without ASCII white space at either end. */
struct ans_str ans_str_trim(struct ans_str s);

/* A decimal number with an optional minus, nothing else around it, in the
 * range of int64_t. */
bool ans_str_int(struct ans_str s, int64_t *out);

/* FNV-1a: for hash tables in memory that foreign input cannot fill. */
uint64_t ans_str_hash(struct ans_str s);
