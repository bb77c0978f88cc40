/* buf: bytes that grow, on the heap or in an arena.
 *
 * For building pages, mails and JSON of unknown length. A buffer with a limit
 * stops growing there and says so once, at the end, instead of at each write.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct ans_buf {
    char *ptr;
    size_t len;
    size_t cap;
    size_t limit;  /* 0: none */
    bool overflow; /* something did not fit below the limit */
};

/* Start with `struct ans_buf b = {0}` or `{.limit = n}`. */
void ans_buf_free(struct ans_buf *b);

void ans_buf_add(struct ans_buf *b, struct ans_str s);
void ans_buf_add_z(struct ans_buf *b, const char *z);
void ans_buf_add_byte(struct ans_buf *b, char byte);
void ans_buf_add_int(struct ans_buf *b, int64_t n);
void ans_buf_printf(struct ans_buf *b, const char *fmt, ...) ANS_PRINTF(2, 3);

/* Room for `len` more bytes; returns where they go, or NULL past the limit.
 * The caller then adds what it wrote to b->len. */
char *ans_buf_reserve(struct ans_buf *b, size_t len);

/* Empty, keeping the memory. */
static inline void ans_buf_clear(struct ans_buf *b)
{
    b->len = 0;
    b->overflow = false;
}

static inline struct ans_str ans_buf_str(const struct ans_buf *b)
{
    return (struct ans_str){b->ptr, b->len};
}
