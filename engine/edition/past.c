#include "edition/past.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "edition/sites.h"
#include "version/version.h"

/* Versions kept ready; a register's page asks for few of them. */
#define READY_MOST  32
#define READY_BYTES (64u << 20)
#define SLUG_MOST   40
#define HASH_CHARS  (2 * ANS_HASH_SIZE)

struct ready {
    char slug[SLUG_MOST + 1];
    char content[HASH_CHARS + 1];
    struct ans_loaded *loaded; /* NULL: there is none, or it has faults */
    size_t bytes;
    uint64_t used; /* when, by the clock below */
};

struct ans_past {
    char *root; /* NULL: nothing is kept */
    const char *lua;
    const struct ans_texts *texts;
    const char *author;
    pthread_mutex_t lock; /* of what follows */
    struct ready ready[READY_MOST];
    size_t count;
    size_t bytes;
    uint64_t clock;
};

struct ans_past *ans_past_new(const struct ans_editions_options *o)
{
    struct ans_past *p = calloc(1, sizeof(*p));
    if (!p || pthread_mutex_init(&p->lock, NULL) != 0 ||
        (o->data && asprintf(&p->root, "%s/versions", o->data) < 0))
        abort();
    p->lua = o->lua;
    p->texts = o->texts;
    p->author = o->author;
    return p;
}

void ans_past_free(struct ans_past *p)
{
    if (!p)
        return;
    for (size_t i = 0; i < p->count; i++)
        ans_loaded_release(p->ready[i].loaded);
    pthread_mutex_destroy(&p->lock);
    free(p->root);
    free(p);
}

/* Keeping. */

static struct ans_str owner_of(const struct ans_folder *folder, char *buf,
                               size_t size)
{
    struct passwd entry;
    struct passwd *found = NULL;
    if (getpwuid_r((uid_t)folder->saved_by, &entry, buf, size, &found) == 0 &&
        found)
        return ans_str_from(entry.pw_name);
    snprintf(buf, size, "%lld", (long long)folder->saved_by);
    return ans_str_from(buf);
}

bool ans_past_keep(struct ans_past *p, const struct ans_loaded *loaded,
                   struct ans_site *site, struct ans_err *err)
{
    char buf[4096];
    struct ans_version version;
    if (!p->root)
        return true;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str author = p->author && *p->author
                                ? ans_str_from(p->author)
                                : owner_of(&loaded->folder, buf, sizeof(buf));
    bool ok = ans_version_accept(p->root, &loaded->folder, author, ANS_STR(""),
                                 arena, &version, err);
    if (ok) {
        site->version = version.number;
        site->version_at = version.at;
    }
    ans_arena_free(arena);
    return ok;
}

bool ans_past_is_newest(struct ans_past *p, const struct ans_folder *folder)
{
    struct ans_err err = {0};
    struct ans_version newest;
    if (!p->root)
        return false;
    struct ans_arena *arena = ans_arena_new(0);
    bool is = ans_version_newest(p->root, folder->slug, arena, &newest, &err) &&
              newest.number && ans_str_eq(newest.content, folder->version);
    ans_arena_free(arena);
    return is;
}

/* Finding. A version that has faults now, since the program has learned to see
 * them, was accepted all the same; but it cannot be shown. */
static struct ans_loaded *recall(const struct ans_past *p, struct ans_str slug,
                                 struct ans_str content, bool *kept)
{
    struct ans_err err = {0};
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_faults faults = {.arena = arena};
    struct ans_loaded *loaded =
        ans_loaded_recall(p->root, slug, content, p->lua, p->texts, &err);
    if (loaded && !ans_loaded_build(loaded, &faults)) {
        ans_err_set(&err, ANS_ERR_SCRIPT, "it has %zu faults to this program",
                    faults.count);
        ans_loaded_release(loaded);
        loaded = NULL;
    }
    *kept = err.kind != ANS_ERR_NOT_FOUND;
    if (!loaded && *kept)
        ans_log(ANS_LOG_WARN, "edition", "%.*s: the version %.12s: %s",
                ANS_STR_ARG(slug), content.ptr, err.text);
    ans_arena_free(arena);
    return loaded;
}

static size_t size_of(const struct ans_loaded *loaded)
{
    size_t bytes = 0;
    for (size_t i = 0; loaded && i < loaded->folder.count; i++)
        bytes += loaded->folder.files[i].bytes.len;
    return bytes;
}

static struct ready *find(struct ans_past *p, struct ans_str slug,
                          struct ans_str content)
{
    for (size_t i = 0; i < p->count; i++)
        if (ans_str_is(content, p->ready[i].content) &&
            ans_str_is(slug, p->ready[i].slug))
            return &p->ready[i];
    return NULL;
}

static void drop_oldest(struct ans_past *p)
{
    size_t oldest = 0;
    for (size_t i = 1; i < p->count; i++)
        if (p->ready[i].used < p->ready[oldest].used)
            oldest = i;
    ans_loaded_release(p->ready[oldest].loaded);
    p->bytes -= p->ready[oldest].bytes;
    p->ready[oldest] = p->ready[--p->count];
}

static void make_room(struct ans_past *p, size_t bytes)
{
    while (p->count &&
           (p->count == READY_MOST || p->bytes + bytes > READY_BYTES))
        drop_oldest(p);
    p->bytes += bytes;
}

/* What was never kept costs little to look for, and may come with a backup. */
static struct ready *add(struct ans_past *p, struct ans_str slug,
                         struct ans_str content)
{
    bool kept;
    struct ans_loaded *loaded = recall(p, slug, content, &kept);
    if (!kept)
        return NULL;
    size_t bytes = size_of(loaded);
    make_room(p, bytes);
    struct ready *r = &p->ready[p->count++];
    *r = (struct ready){.loaded = loaded, .bytes = bytes};
    memcpy(r->slug, slug.ptr, slug.len);
    memcpy(r->content, content.ptr, content.len);
    return r;
}

static struct ans_loaded *find_held(struct ans_past *p, struct ans_str slug,
                                    struct ans_str content)
{
    struct ans_hash hash;
    if (!p->root || slug.len > SLUG_MOST || !ans_hash_from_hex(content, &hash))
        return NULL;
    pthread_mutex_lock(&p->lock);
    struct ready *r = find(p, slug, content);
    if (!r)
        r = add(p, slug, content);
    if (r)
        r->used = ++p->clock;
    struct ans_loaded *loaded =
        r && r->loaded ? ans_loaded_acquire(r->loaded) : NULL;
    pthread_mutex_unlock(&p->lock);
    return loaded;
}

struct ans_loaded *ans_past_newest(struct ans_past *p, struct ans_str slug,
                                   struct ans_site *site)
{
    struct ans_err err = {0};
    struct ans_version version = {0};
    struct ans_loaded *loaded = NULL;
    bool kept;
    if (!p->root)
        return NULL;
    struct ans_arena *arena = ans_arena_new(0);
    if (!ans_version_newest(p->root, slug, arena, &version, &err))
        ans_log(ANS_LOG_WARN, "edition", "%s", err.text);
    else if (version.number)
        loaded = recall(p, slug, version.content, &kept);
    if (loaded) {
        site->version = version.number;
        site->version_at = version.at;
    }
    ans_arena_free(arena);
    return loaded;
}

const struct ans_site *ans_past_site(struct ans_past *p,
                                     const struct ans_site *now,
                                     struct ans_str content)
{
    struct ans_loaded *loaded = find_held(p, now->slug, content);
    if (!loaded)
        return NULL;
    struct ans_edition_site *whole = calloc(1, sizeof(*whole));
    if (!whole)
        abort();
    whole->loaded = loaded;
    whole->site = (struct ans_site){
        .slug = now->slug,
        .county = loaded->county,
        .folder = &loaded->folder,
        .store = now->store,
    };
    return &whole->site;
}

void ans_site_let_go(const struct ans_site *site)
{
    /* Made above; nobody else has a pointer to it. */
    struct ans_edition_site *whole = (struct ans_edition_site *)(uintptr_t)site;
    if (!whole)
        return;
    ans_loaded_release(whole->loaded);
    free(whole);
}
