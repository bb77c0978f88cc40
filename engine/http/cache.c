#include "http/cache.h"

#include <pthread.h>
#include <stdlib.h>

#define MOST_SHARDS     16
#define BYTES_FOR_SHARD ((size_t)4 * 1024 * 1024)
#define BUCKETS         1024
#define ALONE_SLOTS     4096

/* A page may take this part of its shard, and the small queue may. */
#define LARGEST_PART 4
#define SMALL_PART   8

enum queue { SMALL, LARGE };

struct entry {
    struct entry *next; /* in its bucket */
    struct entry *newer, *older;
    struct ans_page *page;
    size_t size;
    uint64_t hash;
    enum queue queue;
    _Atomic bool used; /* asked for since it was last looked at */
    size_t len;
    char text[];
};

struct line { /* a queue, oldest first */
    struct entry *oldest, *newest;
    size_t bytes;
};

struct ans_flight {
    struct ans_flight *next;
    struct ans_page_cache *cache;
    struct shard *shard;
    struct ans_waiter *first, **end;
    struct ans_page *base;
    unsigned wanted; /* a bit for each encoding */
    unsigned round;
    struct ans_page_key key; /* its text follows */
    char text[];
};

struct shard {
    pthread_rwlock_t lock;
    struct entry *buckets[BUCKETS];
    struct line lines[2];
    struct ans_flight *flights;
    size_t limit;
    _Atomic size_t bytes;
};

struct ans_page_cache {
    struct ans_sipkey key;
    size_t shard_count; /* a power of two */
    /* Hashes of addresses whose last answer was not to be kept: nobody waits
     * for another there. A collision costs a wait or a second build. */
    _Atomic uint64_t alone[ALONE_SLOTS];
    struct shard shards[];
};

struct ans_page_cache *ans_page_cache_new(size_t bytes)
{
    size_t shards = 1;
    while (shards < MOST_SHARDS && shards * 2 * BYTES_FOR_SHARD <= bytes)
        shards *= 2;
    struct ans_page_cache *cache =
        calloc(1, sizeof(*cache) + shards * sizeof(struct shard));
    if (!cache)
        abort();
    cache->key = ans_sipkey_random();
    cache->shard_count = shards;
    for (size_t i = 0; i < shards; i++) {
        pthread_rwlock_init(&cache->shards[i].lock, NULL);
        cache->shards[i].limit = bytes / shards;
    }
    return cache;
}

static void free_entry(struct entry *e)
{
    ans_page_release(e->page);
    free(e);
}

void ans_page_cache_free(struct ans_page_cache *cache)
{
    if (!cache)
        return;
    for (size_t i = 0; i < cache->shard_count; i++) {
        struct shard *s = &cache->shards[i];
        for (size_t b = 0; b < BUCKETS; b++)
            for (struct entry *e = s->buckets[b], *next; e; e = next) {
                next = e->next;
                free_entry(e);
            }
        pthread_rwlock_destroy(&s->lock);
    }
    free(cache);
}

size_t ans_page_cache_bytes(const struct ans_page_cache *cache)
{
    size_t bytes = 0;
    for (size_t i = 0; i < cache->shard_count; i++)
        bytes += atomic_load(&cache->shards[i].bytes);
    return bytes;
}

uint64_t ans_page_key_hash(const struct ans_page_cache *cache,
                           struct ans_str text)
{
    return ans_siphash(&cache->key, text.ptr, text.len);
}

static struct shard *shard_of(struct ans_page_cache *cache, uint64_t hash)
{
    return &cache->shards[hash & (cache->shard_count - 1)];
}

static struct entry **bucket_of(struct shard *s, uint64_t hash)
{
    return &s->buckets[(hash >> 8) & (BUCKETS - 1)];
}

static struct entry *find(struct shard *s, const struct ans_page_key *key)
{
    for (struct entry *e = *bucket_of(s, key->hash); e; e = e->next)
        if (e->hash == key->hash && e->len == key->text.len &&
            !memcmp(e->text, key->text.ptr, e->len))
            return e;
    return NULL;
}

static void mark_used(struct entry *e)
{
    /* read first: a hot page must not be written by every reader */
    if (!atomic_load_explicit(&e->used, memory_order_relaxed))
        atomic_store_explicit(&e->used, true, memory_order_relaxed);
}

const struct ans_page *ans_page_cache_hold(struct ans_page_cache *cache,
                                           const struct ans_page_key *key,
                                           enum ans_encoding encoding,
                                           const struct ans_page_form **form)
{
    struct shard *s = shard_of(cache, key->hash);
    pthread_rwlock_rdlock(&s->lock);
    struct entry *e = find(s, key);
    if (e && ans_page_stands(e->page) &&
        ans_page_form(e->page, encoding, form)) {
        mark_used(e);
        return e->page;
    }
    pthread_rwlock_unlock(&s->lock);
    return NULL;
}

void ans_page_cache_let(struct ans_page_cache *cache,
                        const struct ans_page_key *key)
{
    pthread_rwlock_unlock(&shard_of(cache, key->hash)->lock);
}

static void line_add(struct shard *s, struct entry *e, enum queue queue)
{
    struct line *line = &s->lines[queue];
    e->queue = queue;
    e->newer = NULL;
    e->older = line->newest;
    if (line->newest)
        line->newest->newer = e;
    else
        line->oldest = e;
    line->newest = e;
    line->bytes += e->size;
}

static void line_remove(struct shard *s, struct entry *e)
{
    struct line *line = &s->lines[e->queue];
    *(e->older ? &e->older->newer : &line->oldest) = e->newer;
    *(e->newer ? &e->newer->older : &line->newest) = e->older;
    line->bytes -= e->size;
}

static void drop(struct shard *s, struct entry *e)
{
    struct entry **at = bucket_of(s, e->hash);
    while (*at != e)
        at = &(*at)->next;
    *at = e->next;
    line_remove(s, e);
    atomic_fetch_sub(&s->bytes, e->size);
    free_entry(e);
}

/* Look at the oldest of a queue: what was used since moves on, the rest
 * goes. */
static void evict_from(struct shard *s, enum queue queue)
{
    struct entry *e = s->lines[queue].oldest;
    if (!atomic_exchange(&e->used, false)) {
        drop(s, e);
        return;
    }
    line_remove(s, e);
    line_add(s, e, LARGE);
}

static void make_room(struct shard *s)
{
    while (atomic_load(&s->bytes) > s->limit) {
        bool small = s->lines[SMALL].bytes > s->limit / SMALL_PART ||
                     !s->lines[LARGE].oldest;
        evict_from(s, small ? SMALL : LARGE);
    }
}

static struct entry *new_entry(struct shard *s, const struct ans_page_key *key)
{
    struct entry *e = calloc(1, sizeof(*e) + key->text.len);
    if (!e)
        abort();
    e->hash = key->hash;
    e->len = key->text.len;
    memcpy(e->text, key->text.ptr, key->text.len);
    struct entry **bucket = bucket_of(s, key->hash);
    e->next = *bucket;
    *bucket = e;
    return e;
}

/* Keep a page, or note that one kept already has grown by an encoding. */
static void keep(struct shard *s, const struct ans_page_key *key,
                 struct ans_page *page)
{
    struct entry *e = find(s, key);
    size_t size = sizeof(*e) + key->text.len + ans_page_size(page);
    if (size > s->limit / LARGEST_PART) {
        if (e)
            drop(s, e);
        return;
    }
    enum queue queue = SMALL;
    if (e) {
        queue = e->queue;
        line_remove(s, e);
        atomic_fetch_sub(&s->bytes, e->size);
    } else {
        e = new_entry(s, key);
    }
    if (e->page != page) {
        ans_page_acquire(page);
        ans_page_release(e->page);
        e->page = page;
    }
    e->size = size;
    line_add(s, e, queue);
    atomic_fetch_add(&s->bytes, size);
    make_room(s);
}

static _Atomic uint64_t *alone_slot(struct ans_page_cache *cache, uint64_t hash)
{
    return &cache->alone[(hash >> 20) & (ALONE_SLOTS - 1)];
}

void ans_page_cache_forgive(struct ans_page_cache *cache, uint64_t hash)
{
    if (atomic_load(alone_slot(cache, hash)) == hash)
        atomic_store(alone_slot(cache, hash), 0);
}

static struct ans_flight *new_flight(struct ans_page_cache *cache,
                                     struct shard *s,
                                     const struct ans_page_key *key)
{
    struct ans_flight *f = calloc(1, sizeof(*f) + key->text.len);
    if (!f)
        abort();
    memcpy(f->text, key->text.ptr, key->text.len);
    f->key = (struct ans_page_key){{f->text, key->text.len}, key->hash};
    f->cache = cache;
    f->shard = s;
    f->end = &f->first;
    f->round = 1;
    f->next = s->flights;
    s->flights = f;
    return f;
}

static void board(struct ans_flight *f, struct ans_waiter *w, unsigned round)
{
    w->next = NULL;
    w->round = round;
    *f->end = w;
    f->end = &w->next;
    f->wanted |= 1U << w->encoding;
}

static enum ans_join join_locked(struct ans_page_cache *cache, struct shard *s,
                                 const struct ans_page_key *key,
                                 struct ans_waiter *waiter,
                                 struct ans_page **page,
                                 struct ans_flight **flight)
{
    const struct ans_page_form *form;
    struct entry *e = find(s, key);
    bool stands = e && ans_page_stands(e->page);
    if (stands && ans_page_form(e->page, waiter->encoding, &form)) {
        mark_used(e);
        ans_page_acquire(e->page);
        *page = e->page;
        return ANS_JOIN_HIT;
    }
    for (struct ans_flight *f = s->flights; f; f = f->next)
        if (f->key.hash == key->hash && ans_str_eq(f->key.text, key->text)) {
            board(f, waiter, f->round);
            return ANS_JOIN_WAIT;
        }
    if (atomic_load(alone_slot(cache, key->hash)) == key->hash)
        return ANS_JOIN_ALONE;
    *flight = new_flight(cache, s, key);
    board(*flight, waiter, 0);
    if (stands) {
        mark_used(e);
        ans_page_acquire(e->page);
        (*flight)->base = e->page;
    }
    return ANS_JOIN_LEAD;
}

enum ans_join ans_page_cache_join(struct ans_page_cache *cache,
                                  const struct ans_page_key *key,
                                  struct ans_waiter *waiter,
                                  struct ans_page **page,
                                  struct ans_flight **flight)
{
    struct shard *s = shard_of(cache, key->hash);
    pthread_rwlock_wrlock(&s->lock);
    enum ans_join join = join_locked(cache, s, key, waiter, page, flight);
    pthread_rwlock_unlock(&s->lock);
    return join;
}

struct ans_waiter *ans_flight_leader(const struct ans_flight *flight)
{
    return flight->first; /* fixed while a round lasts: others board behind */
}

struct ans_page *ans_flight_base(const struct ans_flight *flight)
{
    if (flight->base)
        ans_page_acquire(flight->base);
    return flight->base;
}

static void end_flight(struct ans_flight *f)
{
    struct ans_flight **at = &f->shard->flights;
    while (*at != f)
        at = &(*at)->next;
    *at = f->next;
}

/* Take out those who asked before this round began; all when the page still
 * stands, for then it is as good as one built now. */
static struct ans_waiter *served_by(struct ans_flight *f, bool stands)
{
    struct ans_waiter *served = NULL, **served_end = &served;
    struct ans_waiter *all = f->first;
    f->first = NULL;
    f->end = &f->first;
    f->wanted = 0;
    for (struct ans_waiter *next; all; all = next) {
        next = all->next;
        if (stands || all->round < f->round) {
            all->next = NULL;
            *served_end = all;
            served_end = &all->next;
        } else {
            board(f, all, all->round);
        }
    }
    f->round++;
    return served;
}

struct ans_waiter *ans_flight_land(struct ans_flight *flight,
                                   struct ans_page *page, bool *again)
{
    struct shard *s = flight->shard;
    unsigned made = 1U << ANS_PLAIN;
    pthread_rwlock_wrlock(&s->lock);
    while (flight->wanted & ~made) {
        made |= flight->wanted;
        pthread_rwlock_unlock(&s->lock);
        ans_page_make(page, made);
        pthread_rwlock_wrlock(&s->lock);
    }
    bool stands = ans_page_stands(page);
    if (stands) {
        keep(s, &flight->key, page);
        ans_page_cache_forgive(flight->cache, flight->key.hash);
    }
    struct ans_waiter *served = served_by(flight, stands);
    *again = flight->first != NULL;
    if (!*again)
        end_flight(flight);
    pthread_rwlock_unlock(&s->lock);

    ans_page_release(flight->base);
    flight->base = NULL;
    if (!*again)
        free(flight);
    return served;
}

struct ans_waiter *ans_flight_abandon(struct ans_flight *flight, bool alone)
{
    struct shard *s = flight->shard;
    pthread_rwlock_wrlock(&s->lock);
    struct ans_waiter *all = flight->first;
    end_flight(flight);
    if (alone)
        atomic_store(alone_slot(flight->cache, flight->key.hash),
                     flight->key.hash);
    pthread_rwlock_unlock(&s->lock);
    ans_page_release(flight->base);
    free(flight);
    return all;
}
