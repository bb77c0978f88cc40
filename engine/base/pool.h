/* pool: one thread's many small blocks that come and go.
 *
 * For a Lua state of our own scripts, which makes and drops thousands of
 * tables and texts for a page: a block of a size is taken from those of that
 * size that were given back, so that the next page lies where the last one
 * was and the processor still has it at hand. Whoever gives a block back knows
 * its size, so none is written beside it. What was taken from the system goes
 * back when the pool is freed; large blocks are the system's own.
 *
 * Not for sharing between threads. Without memory the program ends (abort).
 */
#pragma once

#include <stddef.h>

struct ans_pool;

struct ans_pool *ans_pool_new(void);
void ans_pool_free(struct ans_pool *pool); /* NULL is fine */

/* A block of `size` bytes, aligned for any type, with what stands in the one
 * at `block`, of `old` bytes, as far as it fits; that one is given back.
 * `block` NULL: a new one, and `old` is not read. `size` 0: NULL. */
void *ans_pool_resize(struct ans_pool *pool, void *block, size_t old,
                      size_t size);

/* Bytes taken from the system for small blocks. */
size_t ans_pool_held(const struct ans_pool *pool);
