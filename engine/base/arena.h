/* arena: memory that is freed all at once.
 *
 * One arena per request and one per county edition. Allocation never returns
 * NULL: a program without memory ends (abort), and foreign input cannot get
 * there, since every size it sets has a limit. Not for sharing between
 * threads.
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

struct ans_arena;

/* Blocks of this size have pages of their own, of which only those that are
 * used take memory: for what stays long and has no size that is known. */
#define ANS_ARENA_MAPPED ((size_t)256 * 1024)

/* `block` is the size of the first block in bytes; 0 chooses 4 KB. */
struct ans_arena *ans_arena_new(size_t block);
void ans_arena_free(struct ans_arena *arena); /* NULL is fine */

/* Forget everything and keep the first block, for the next request. */
void ans_arena_reset(struct ans_arena *arena);

/* Zeroed, aligned for any type. */
void *ans_arena_alloc(struct ans_arena *arena, size_t size);

/* An array of `count` zeroed elements of `size` bytes each. */
void *ans_arena_array(struct ans_arena *arena, size_t count, size_t size);

#define ANS_NEW(arena, type) ((type *)ans_arena_alloc((arena), sizeof(type)))
#define ANS_NEW_ARRAY(arena, type, count)                                      \
    ((type *)ans_arena_array((arena), (count), sizeof(type)))

/* Copies, with a NUL after the last byte that `len` does not count. */
struct ans_str ans_arena_str(struct ans_arena *arena, struct ans_str s);
struct ans_str ans_arena_printf(struct ans_arena *arena, const char *fmt, ...)
    ANS_PRINTF(2, 3);
struct ans_str ans_arena_vprintf(struct ans_arena *arena, const char *fmt,
                                 va_list va) ANS_PRINTF(2, 0);

/* Grow an array in an arena by one: returns the array, with room for
 * count + 1 elements, the old ones copied when it had to move. Start with
 * NULL and 0; the capacity is always the next power of two, from 2, since
 * most of what a county says comes in ones and twos. */
void *ans_arena_grow(struct ans_arena *arena, void *array, size_t count,
                     size_t size);

/* Bytes handed out since new or reset: for limits and metrics. */
size_t ans_arena_used(const struct ans_arena *arena);
