#include "http/rate.h"

#include <pthread.h>
#include <stdlib.h>

#include "http/siphash.h"

static void *must_alloc(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        abort();
    return memory;
}

/* Open addressing with linear probing, at most half full. */
struct tally_slot {
    struct ans_address address;
    unsigned count; /* 0: free */
};

struct ans_tally {
    pthread_mutex_t lock;
    struct ans_sipkey key;
    struct tally_slot *slots;
    size_t size; /* a power of two */
    size_t used;
};

struct ans_tally *ans_tally_new(size_t most)
{
    struct ans_tally *t = must_alloc(1, sizeof(*t));
    t->size = 16;
    while (t->size < most * 2)
        t->size *= 2;
    t->slots = must_alloc(t->size, sizeof(*t->slots));
    t->key = ans_sipkey_random();
    pthread_mutex_init(&t->lock, NULL);
    return t;
}

void ans_tally_free(struct ans_tally *tally)
{
    if (!tally)
        return;
    pthread_mutex_destroy(&tally->lock);
    free(tally->slots);
    free(tally);
}

static size_t home(const struct ans_tally *t, const struct ans_address *a)
{
    return ans_siphash(&t->key, a, sizeof(*a)) & (t->size - 1);
}

/* The slot of the address, or the free one where it would go. */
static struct tally_slot *seek(struct ans_tally *t, const struct ans_address *a)
{
    size_t i = home(t, a);
    while (t->slots[i].count && !ans_address_eq(&t->slots[i].address, a))
        i = (i + 1) & (t->size - 1);
    return &t->slots[i];
}

bool ans_tally_add(struct ans_tally *tally, const struct ans_address *a,
                   unsigned limit)
{
    struct ans_address block = ans_address_block(a);
    pthread_mutex_lock(&tally->lock);
    struct tally_slot *slot = seek(tally, &block);
    bool fits = slot->count ? slot->count < limit
                            : limit > 0 && tally->used < tally->size / 2;
    if (fits) {
        tally->used += !slot->count;
        slot->address = block;
        slot->count++;
    }
    pthread_mutex_unlock(&tally->lock);
    return fits;
}

/* Free a slot and move up those behind it that could not stand nearer to
 * their home (Knuth, 6.4, algorithm R). */
static void vacate(struct ans_tally *t, size_t hole)
{
    size_t mask = t->size - 1;
    t->slots[hole].count = 0;
    for (size_t i = (hole + 1) & mask; t->slots[i].count; i = (i + 1) & mask) {
        size_t wants = home(t, &t->slots[i].address);
        if (((i - wants) & mask) < ((i - hole) & mask))
            continue;
        t->slots[hole] = t->slots[i];
        t->slots[i].count = 0;
        hole = i;
    }
    t->used--;
}

void ans_tally_drop(struct ans_tally *tally, const struct ans_address *a)
{
    struct ans_address block = ans_address_block(a);
    pthread_mutex_lock(&tally->lock);
    struct tally_slot *slot = seek(tally, &block);
    if (slot->count == 1)
        vacate(tally, (size_t)(slot - tally->slots));
    else if (slot->count)
        slot->count--;
    pthread_mutex_unlock(&tally->lock);
}

/* A set of eight buckets for each hash: the oldest of them gives way. */
#define SETS   1024
#define IN_SET 8
#define WHOLE  1000 /* a bucket counts in thousandths */

struct bucket {
    struct ans_address address;
    int64_t seen; /* 0: free */
    int64_t left; /* thousandths */
};

struct ans_rate {
    pthread_mutex_t lock;
    struct ans_sipkey key;
    int64_t per_minute;
    struct bucket sets[SETS][IN_SET];
};

struct ans_rate *ans_rate_new(unsigned per_minute)
{
    struct ans_rate *r = must_alloc(1, sizeof(*r));
    r->per_minute = per_minute;
    r->key = ans_sipkey_random();
    pthread_mutex_init(&r->lock, NULL);
    return r;
}

void ans_rate_free(struct ans_rate *rate)
{
    if (!rate)
        return;
    pthread_mutex_destroy(&rate->lock);
    free(rate);
}

static struct bucket *bucket_of(struct ans_rate *r, const struct ans_address *a,
                                int64_t now)
{
    struct bucket *set =
        r->sets[ans_siphash(&r->key, a, sizeof(*a)) & (SETS - 1)];
    struct bucket *oldest = set;
    for (size_t i = 0; i < IN_SET; i++) {
        if (set[i].seen && ans_address_eq(&set[i].address, a))
            return &set[i];
        if (set[i].seen < oldest->seen)
            oldest = &set[i];
    }
    *oldest = (struct bucket){*a, now, r->per_minute * WHOLE};
    return oldest;
}

bool ans_rate_take(struct ans_rate *rate, const struct ans_address *a,
                   int64_t now, int *wait)
{
    struct ans_address block = ans_address_block(a);
    int64_t full = rate->per_minute * WHOLE;
    pthread_mutex_lock(&rate->lock);
    struct bucket *b = bucket_of(rate, &block, now);
    int64_t quiet = now - b->seen;
    /* past a minute it is full whatever it was; this also bounds the product */
    if (quiet >= 60000)
        b->left = full;
    else if (quiet > 0)
        b->left += quiet * full / 60000;
    if (b->left > full)
        b->left = full;
    b->seen = now;
    bool fits = b->left >= WHOLE;
    if (fits)
        b->left -= WHOLE;
    else
        *wait = (int)((WHOLE - b->left) * 60 / full) + 1;
    pthread_mutex_unlock(&rate->lock);
    return fits;
}
