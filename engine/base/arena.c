#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#define FIRST_BLOCK  4096
#define LARGEST_STEP ANS_ARENA_MAPPED

struct block {
    struct block *next;
    size_t size; /* of data */
    size_t used;
    alignas(max_align_t) char data[];
};

struct ans_arena {
    struct block *top; /* the one allocated from; `next` leads to older ones */
    struct block *first;
    size_t used;
};

static struct block *block_new(size_t size, struct block *next)
{
    if (size > SIZE_MAX / 2)
        abort();
    struct block *b = NULL;
    if (size < ANS_ARENA_MAPPED)
        b = malloc(sizeof(*b) + size);
    else
        b = mmap(NULL, sizeof(*b) + size, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (!b || b == MAP_FAILED)
        abort();
    *b = (struct block){.next = next, .size = size};
    return b;
}

static void block_free(struct block *b)
{
    if (b->size < ANS_ARENA_MAPPED)
        free(b);
    else
        munmap(b, sizeof(*b) + b->size);
}

struct ans_arena *ans_arena_new(size_t block)
{
    struct ans_arena *arena = malloc(sizeof(*arena));
    if (!arena)
        abort();
    struct block *first = block_new(block ? block : FIRST_BLOCK, NULL);
    *arena = (struct ans_arena){.top = first, .first = first};
    return arena;
}

static void free_newer(struct ans_arena *arena)
{
    while (arena->top != arena->first) {
        struct block *next = arena->top->next;
        block_free(arena->top);
        arena->top = next;
    }
}

void ans_arena_free(struct ans_arena *arena)
{
    if (!arena)
        return;
    free_newer(arena);
    block_free(arena->first);
    free(arena);
}

void ans_arena_reset(struct ans_arena *arena)
{
    free_newer(arena);
    arena->first->used = 0;
    arena->used = 0;
}

/* A third of what there is already, so that much takes few blocks and little
 * is wasted: a county's arena stays for as long as it serves. */
static void add_block(struct ans_arena *arena, size_t size)
{
    size_t step = arena->used / 3;
    if (step < arena->first->size)
        step = arena->first->size;
    if (step > LARGEST_STEP)
        step = LARGEST_STEP;
    arena->top = block_new(size > step ? size : step, arena->top);
}

void *ans_arena_alloc(struct ans_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 4)
        abort();
    size_t whole = (size + align - 1) / align * align;
    if (arena->top->size - arena->top->used < whole)
        add_block(arena, whole);
    void *memory = arena->top->data + arena->top->used;
    arena->top->used += whole;
    arena->used += whole;
    return memset(memory, 0, whole);
}

void *ans_arena_array(struct ans_arena *arena, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        abort();
    return ans_arena_alloc(arena, total);
}

struct ans_str ans_arena_str(struct ans_arena *arena, struct ans_str s)
{
    char *copy = ans_arena_alloc(arena, s.len + 1);
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    return (struct ans_str){copy, s.len};
}

struct ans_str ans_arena_vprintf(struct ans_arena *arena, const char *fmt,
                                 va_list va)
{
    va_list again;
    va_copy(again, va);
    int len = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    if (len < 0)
        abort();
    char *text = ans_arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, fmt, va);
    return (struct ans_str){text, (size_t)len};
}

struct ans_str ans_arena_printf(struct ans_arena *arena, const char *fmt, ...)
{
    va_list va;
    va_start(va, fmt);
    struct ans_str s = ans_arena_vprintf(arena, fmt, va);
    va_end(va);
    return s;
}

void *ans_arena_grow(struct ans_arena *arena, void *array, size_t count,
                     size_t size)
{
    bool full = count == 0 || (count >= 2 && (count & (count - 1)) == 0);
    if (!full)
        return array;
    void *larger = ans_arena_array(arena, count ? count * 2 : 2, size);
    if (count)
        memcpy(larger, array, count * size);
    return larger;
}

size_t ans_arena_used(const struct ans_arena *arena)
{
    return arena->used;
}
