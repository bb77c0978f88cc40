#include "base/pool.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define STEP    alignof(max_align_t)
#define LARGEST 1024 /* of a small block */
#define CLASSES (LARGEST / STEP)
#define CHUNK   ((size_t)32 * 1024)

struct spare { /* a block that was given back */
    struct spare *next;
};

struct chunk {
    struct chunk *next;
    alignas(max_align_t) char data[];
};

struct ans_pool {
    struct spare *spare[CLASSES]; /* of 16, 32, ... bytes */
    struct chunk *chunks;         /* blocks are cut from the first one */
    size_t left;                  /* bytes of it that have not been cut */
    size_t held;
};

/* Of a size from 1 to LARGEST. */
static size_t class_of(size_t size)
{
    return (size - 1) / STEP;
}

struct ans_pool *ans_pool_new(void)
{
    struct ans_pool *pool = calloc(1, sizeof(*pool));
    if (!pool)
        abort();
    return pool;
}

void ans_pool_free(struct ans_pool *pool)
{
    if (!pool)
        return;
    for (struct chunk *next; pool->chunks; pool->chunks = next) {
        next = pool->chunks->next;
        free(pool->chunks);
    }
    free(pool);
}

static void give(struct ans_pool *pool, void *block, size_t class)
{
    struct spare *spare = block;
    spare->next = pool->spare[class];
    pool->spare[class] = spare;
}

/* What is left of a chunk is a block of its own. */
static void add_chunk(struct ans_pool *pool)
{
    if (pool->left)
        give(pool, pool->chunks->data + CHUNK - pool->left,
             class_of(pool->left));
    struct chunk *chunk = malloc(sizeof(*chunk) + CHUNK);
    if (!chunk)
        abort();
    chunk->next = pool->chunks;
    pool->chunks = chunk;
    pool->left = CHUNK;
    pool->held += CHUNK;
}

static void *take(struct ans_pool *pool, size_t class)
{
    struct spare *spare = pool->spare[class];
    if (spare) {
        pool->spare[class] = spare->next;
        return spare;
    }
    size_t size = (class + 1) * STEP;
    if (pool->left < size)
        add_chunk(pool);
    void *block = pool->chunks->data + CHUNK - pool->left;
    pool->left -= size;
    return block;
}

static void *resize_large(void *block, size_t size)
{
    void *large = realloc(block, size);
    if (!large)
        abort();
    return large;
}

void *ans_pool_resize(struct ans_pool *pool, void *block, size_t old,
                      size_t size)
{
    bool had_small = block && old && old <= LARGEST;
    bool small = size && size <= LARGEST;
    if (block && old > LARGEST && size > LARGEST)
        return resize_large(block, size);
    if (had_small && small && class_of(old) == class_of(size))
        return block;
    void *fresh = NULL;
    if (size)
        fresh = small ? take(pool, class_of(size)) : resize_large(NULL, size);
    if (block && fresh)
        memcpy(fresh, block, old < size ? old : size);
    if (had_small)
        give(pool, block, class_of(old));
    else
        free(block);
    return fresh;
}

size_t ans_pool_held(const struct ans_pool *pool)
{
    return pool->held;
}
