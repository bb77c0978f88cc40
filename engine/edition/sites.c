#include "edition/sites.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "base/clock.h"

struct loading {
    const struct ans_editions_options *options;
    struct ans_stores *stores;
    struct ans_past *past;
    const struct ans_edition *old; /* may be NULL */
    const struct ans_slugs *only;  /* NULL: all */
    struct ans_edition *edition;
};

static const struct ans_str none;

const struct ans_edition_site *ans_sites_find(const struct ans_edition *e,
                                              struct ans_str slug)
{
    size_t low = 0, high = e->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = ans_str_cmp(slug, e->sites[middle].site.slug);
        if (order == 0)
            return &e->sites[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool same_source(const struct ans_loaded *a, const struct ans_loaded *b)
{
    return ans_str_eq(a->folder.version, b->folder.version);
}

/* Only what is kept is shown: who joins must find its words again. */
static bool accept(const struct loading *l, struct ans_loaded *now,
                   struct ans_site *site, struct ans_faults *found)
{
    struct ans_err err = {0};
    if (ans_past_keep(l->past, now, site, &err))
        return true;
    ans_fault_add(found, ANS_FAULT_NOT_KEPT, none, 0, ans_str_from(err.text),
                  none, none);
    return false;
}

/* The county as it is shown by the edition before, or as it was kept last. */
static struct ans_loaded *go_back(const struct loading *l, struct ans_str slug,
                                  const struct ans_edition_site *before,
                                  struct ans_site *site)
{
    if (!before || !before->loaded || !before->loaded->county)
        return ans_past_newest(l->past, slug, site);
    site->version = before->site.version;
    site->version_at = before->site.version_at;
    return ans_loaded_acquire(before->loaded);
}

/* The county as it is now; as it was, when nothing changed or it is faulty;
 * without a county, when it never was sound. Faults are added to `site`. */
static struct ans_loaded *load_county(const struct loading *l,
                                      struct ans_str slug,
                                      const struct ans_edition_site *before,
                                      struct ans_site *site)
{
    struct ans_arena *scratch = ans_arena_new(0);
    struct ans_str path = ans_arena_printf(
        scratch, "%s/%.*s", l->options->counties, ANS_STR_ARG(slug));
    struct ans_loaded *old = before ? before->loaded : NULL;
    struct ans_err err = {0};
    struct ans_loaded *now = ans_loaded_read(path.ptr, slug, l->options->lua,
                                             l->options->texts, &err);
    ans_arena_free(scratch);
    if (!now)
        ans_fault_add(&site->faults, ANS_FAULT_BAD_FOLDER, none, 0,
                      ans_str_from(err.text), none, none);
    bool same = now && old && old->county && same_source(now, old);
    if (now && !same && !l->options->tries_all)
        now->accepted = ans_past_is_newest(l->past, &now->folder);
    if (now && !same && ans_loaded_build(now, &site->faults) &&
        accept(l, now, site, &site->faults))
        return now;
    struct ans_loaded *shown = go_back(l, slug, before, site);
    if (!shown && now)
        now->county = NULL;
    if (!shown)
        return now;
    ans_loaded_release(now);
    return shown;
}

static bool is_asked_for(const struct loading *l, struct ans_str slug)
{
    for (size_t i = 0; l->only && i < l->only->count; i++)
        if (ans_str_eq(l->only->items[i], slug))
            return true;
    return !l->only;
}

/* A database that cannot be opened closes its own county and no other. */
static void open_store(const struct loading *l, struct ans_site *site)
{
    struct ans_err err = {0};
    if (!ans_stores_get(l->stores, site->slug, &site->store, &err))
        site->closed = ans_arena_str(l->edition->arena, ans_str_from(err.text));
}

static void add_county(const struct loading *l, struct ans_str slug)
{
    struct ans_edition *e = l->edition;
    static const struct ans_folder empty;
    const struct ans_edition_site *before =
        l->old ? ans_sites_find(l->old, slug) : NULL;
    struct ans_site site = {.slug = ans_arena_str(e->arena, slug),
                            .faults = {.arena = e->arena},
                            .read_at = e->made_at};
    struct ans_loaded *loaded = NULL;
    if (before && !is_asked_for(l, slug)) {
        loaded = before->loaded ? ans_loaded_acquire(before->loaded) : NULL;
        ans_faults_carry(&site.faults, &before->site.faults);
        site.read_at = before->site.read_at;
        site.store = before->site.store;
        site.closed = ans_arena_str(e->arena, before->site.closed);
        site.version = before->site.version;
        site.version_at = before->site.version_at;
    } else {
        loaded = load_county(l, slug, before, &site);
        open_store(l, &site);
    }
    site.county = loaded ? loaded->county : NULL;
    site.folder = loaded ? &loaded->folder : &empty;
    e->sites = ans_arena_grow(e->arena, e->sites, e->count, sizeof(*e->sites));
    e->sites[e->count++] = (struct ans_edition_site){site, loaded};
}

static void add_entry(const struct loading *l, const struct dirent *entry)
{
    struct ans_str name = ans_str_from(entry->d_name);
    if (ans_slug_valid(name))
        add_county(l, name);
    else
        ans_fault_add(&l->edition->strays, ANS_FAULT_BAD_FOLDER_NAME, name, 0,
                      name, none, none);
}

/* A link to a folder counts, so that it is refused by name and not passed
 * over in silence. */
static int is_folder(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && entry->d_name[0] != '_' &&
           (entry->d_type == DT_DIR || entry->d_type == DT_LNK ||
            entry->d_type == DT_UNKNOWN);
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool add_all(const struct loading *l, struct ans_err *err)
{
    struct dirent **entries = NULL;
    int count = scandir(l->options->counties, &entries, is_folder, by_bytes);
    if (count < 0)
        return ans_err_set_errno(err, "cannot read the folder %s",
                                 l->options->counties);
    for (int i = 0; i < count; i++) {
        add_entry(l, entries[i]);
        free(entries[i]);
    }
    free(entries);
    return true;
}

/* Faults of all folders, each with its folder before the file. */
static void list_faults(const struct ans_edition *e, struct ans_faults *out)
{
    for (size_t i = 0; i < e->count; i++) {
        const struct ans_site *site = &e->sites[i].site;
        for (size_t j = 0; j < site->faults.count; j++) {
            const struct ans_fault *f = &site->faults.items[j];
            struct ans_str file = ans_arena_printf(
                out->arena, f->file.len ? "%.*s/%.*s" : "%.*s%.*s",
                ANS_STR_ARG(site->slug), ANS_STR_ARG(f->file));
            ans_fault_add(out, f->code, file, f->line, f->values[0],
                          f->values[1], f->values[2]);
        }
        out->dropped += site->faults.dropped;
    }
    ans_faults_carry(out, &e->strays);
}

struct ans_edition *ans_sites_load(const struct ans_editions_options *o,
                                   struct ans_stores *stores,
                                   struct ans_past *past,
                                   const struct ans_edition *old,
                                   const struct ans_slugs *only,
                                   struct ans_faults *faults,
                                   struct ans_err *err)
{
    struct ans_edition *e = calloc(1, sizeof(*e));
    if (!e)
        abort();
    atomic_init(&e->holders, 1);
    e->arena = ans_arena_new(0);
    e->strays.arena = e->arena;
    e->made_at = ans_clock_now();
    struct loading l = {o, stores, past, old, only, e};
    if (!add_all(&l, err)) {
        ans_edition_release(e);
        return NULL;
    }
    ans_sites_index_hosts(e);
    ans_sites_compare(e, old);
    if (faults)
        list_faults(e, faults);
    return e;
}

size_t ans_edition_count(const struct ans_edition *edition)
{
    return edition->count;
}

const struct ans_site *ans_edition_at(const struct ans_edition *edition,
                                      size_t i)
{
    return &edition->sites[i].site;
}

const struct ans_site *ans_edition_by_slug(const struct ans_edition *edition,
                                           struct ans_str slug)
{
    const struct ans_edition_site *found = ans_sites_find(edition, slug);
    return found ? &found->site : NULL;
}

const struct ans_faults *ans_edition_strays(const struct ans_edition *edition)
{
    return &edition->strays;
}

struct ans_rule_runner ans_site_runner(const struct ans_site *site)
{
    const struct ans_edition_site *whole =
        (const struct ans_edition_site *)site;
    return (struct ans_rule_runner){whole->loaded, ans_vms_call};
}
