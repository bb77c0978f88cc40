#include "edition/edition.h"

#include <stdlib.h>

#include "edition/past.h"
#include "edition/sites.h"

struct ans_editions {
    struct ans_editions_options options; /* its strings are copies */
    struct ans_arena *arena;
    struct ans_stores *stores;
    struct ans_past *past;
    pthread_mutex_t lock;      /* of `current` */
    pthread_mutex_t reloading; /* one at a time; of `stores` too */
    struct ans_edition *current;
    _Atomic uint64_t generation;
};

static const char *keep(struct ans_arena *arena, const char *z)
{
    return z ? ans_arena_str(arena, ans_str_from(z)).ptr : NULL;
}

struct ans_editions *ans_editions_open(const struct ans_editions_options *o,
                                       struct ans_faults *faults,
                                       struct ans_err *err)
{
    struct ans_editions *e = calloc(1, sizeof(*e));
    if (!e || pthread_mutex_init(&e->lock, NULL) != 0 ||
        pthread_mutex_init(&e->reloading, NULL) != 0)
        abort();
    atomic_init(&e->generation, 1);
    e->arena = ans_arena_new(0);
    e->options = (struct ans_editions_options){
        .counties = keep(e->arena, o->counties),
        .data = keep(e->arena, o->data),
        .lua = keep(e->arena, o->lua),
        .texts = o->texts,
        .author = keep(e->arena, o->author),
        .tries_all = o->tries_all,
    };
    e->past = ans_past_new(&e->options);
    e->stores = ans_stores_new(o->data, err);
    if (e->stores)
        e->current = ans_sites_load(&e->options, e->stores, e->past, NULL, NULL,
                                    faults, err);
    if (e->current)
        return e;
    ans_editions_close(e);
    return NULL;
}

/* The pages of counties that changed, came back or went away are old. */
static void age_pages(const struct ans_edition *old,
                      const struct ans_edition *now)
{
    for (size_t i = 0; i < now->count; i++)
        if (now->sites[i].site.changed && now->sites[i].site.store)
            ans_store_touch(now->sites[i].site.store);
    for (size_t i = 0; i < old->count; i++)
        if (old->sites[i].site.store &&
            !ans_sites_find(now, old->sites[i].site.slug))
            ans_store_touch(old->sites[i].site.store);
}

/* First the new edition, then the pages' age: a page that is built in between
 * is built once more, and none is kept that the old one made. */
static void swap_in(struct ans_editions *e, struct ans_edition *edition)
{
    pthread_mutex_lock(&e->lock);
    struct ans_edition *old = e->current;
    e->current = edition;
    pthread_mutex_unlock(&e->lock);
    age_pages(old, edition);
    atomic_fetch_add(&e->generation, 1);
    ans_edition_release(old);
}

static bool reload(struct ans_editions *e, const struct ans_slugs *only,
                   struct ans_faults *faults, struct ans_err *err)
{
    pthread_mutex_lock(&e->reloading);
    /* Only a reload changes it. */
    const struct ans_edition *old = ans_edition_acquire(e);
    struct ans_edition *edition =
        ans_sites_load(&e->options, e->stores, e->past, old, only, faults, err);
    if (edition)
        swap_in(e, edition);
    ans_edition_release(old);
    pthread_mutex_unlock(&e->reloading);
    return edition != NULL;
}

bool ans_editions_reload(struct ans_editions *e, struct ans_faults *faults,
                         struct ans_err *err)
{
    return reload(e, NULL, faults, err);
}

bool ans_editions_reload_some(struct ans_editions *e, struct ans_slugs slugs,
                              struct ans_faults *faults, struct ans_err *err)
{
    return reload(e, &slugs, faults, err);
}

void ans_editions_close(struct ans_editions *e)
{
    if (!e)
        return;
    ans_edition_release(e->current);
    ans_stores_free(e->stores);
    ans_past_free(e->past);
    pthread_mutex_destroy(&e->lock);
    pthread_mutex_destroy(&e->reloading);
    ans_arena_free(e->arena);
    free(e);
}

const struct ans_edition *ans_edition_acquire(struct ans_editions *e)
{
    pthread_mutex_lock(&e->lock);
    struct ans_edition *edition = e->current;
    atomic_fetch_add_explicit(&edition->holders, 1, memory_order_relaxed);
    pthread_mutex_unlock(&e->lock);
    return edition;
}

void ans_edition_release(const struct ans_edition *edition)
{
    /* Counting its holders is all that ever changes in an edition. */
    struct ans_edition *e = (struct ans_edition *)(uintptr_t)edition;
    if (!e ||
        atomic_fetch_sub_explicit(&e->holders, 1, memory_order_acq_rel) != 1)
        return;
    for (size_t i = 0; i < e->count; i++)
        ans_loaded_release(e->sites[i].loaded);
    ans_arena_free(e->arena);
    free(e);
}

bool ans_edition_is_current(struct ans_editions *e,
                            const struct ans_edition *edition)
{
    pthread_mutex_lock(&e->lock);
    bool current = e->current == edition;
    pthread_mutex_unlock(&e->lock);
    return current;
}

const _Atomic uint64_t *ans_editions_generation(const struct ans_editions *e)
{
    return &e->generation;
}

const struct ans_site *ans_editions_recall(struct ans_editions *e,
                                           const struct ans_site *now,
                                           struct ans_str version)
{
    return ans_past_site(e->past, now, version);
}
