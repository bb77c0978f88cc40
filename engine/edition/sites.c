#include "edition/sites.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#define SLUG_MOST 40
#define HOST_MOST 253 /* RFC 1035 */

struct loading {
    const struct ans_editions_options *options;
    struct ans_stores *stores;
    struct ans_past *past;
    const struct ans_edition *old;
    struct ans_edition *edition;
    struct ans_faults *faults; /* may be NULL */
};

static const struct ans_str none;

static bool is_slug(struct ans_str s)
{
    if (!s.len || s.len > SLUG_MOST || s.ptr[0] < 'a' || s.ptr[0] > 'z')
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return true;
}

/* Pass faults of one county on, with its folder before the file. */
static void pass_on(const struct loading *l, struct ans_str slug,
                    const struct ans_faults *found)
{
    for (size_t i = 0; l->faults && i < found->count; i++) {
        const struct ans_fault *f = &found->items[i];
        struct ans_str file = ans_arena_printf(
            l->faults->arena, f->file.len ? "%.*s/%.*s" : "%.*s%.*s",
            ANS_STR_ARG(slug), ANS_STR_ARG(f->file));
        ans_fault_add(l->faults, f->code, file, f->line, f->values[0],
                      f->values[1], f->values[2]);
    }
}

static const struct ans_edition_site *find(const struct ans_edition *e,
                                           struct ans_str slug)
{
    size_t low = 0, high = e ? e->count : 0;
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
    return ans_str_eq(a->folder.version, b->folder.version) &&
           ans_str_eq(a->shared.bytes, b->shared.bytes);
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
 * without a county, when it never was sound. Faults are added to `found`. */
static struct ans_loaded *load_county(const struct loading *l, const char *path,
                                      struct ans_str slug,
                                      struct ans_site *site,
                                      struct ans_faults *found)
{
    const struct ans_edition_site *before = find(l->old, slug);
    struct ans_loaded *old = before ? before->loaded : NULL;
    bool old_sound = old && old->county;
    struct ans_err err = {0};
    struct ans_loaded *now = ans_loaded_read(path, slug, l->options->lua, &err);
    if (!now)
        ans_fault_add(found, ANS_FAULT_BAD_FOLDER, none, 0,
                      ans_str_from(err.text), none, none);
    bool same = now && old_sound && same_source(now, old);
    if (now && !same && ans_loaded_build(now, found) &&
        accept(l, now, site, found))
        return now;
    struct ans_loaded *shown = go_back(l, slug, before, site);
    if (!shown && now)
        now->county = NULL;
    if (!shown)
        return now;
    ans_loaded_release(now);
    return shown;
}

static bool add_county(const struct loading *l, struct ans_str slug,
                       struct ans_err *err)
{
    struct ans_edition *e = l->edition;
    static const struct ans_folder empty;
    struct ans_arena *scratch = ans_arena_new(0);
    struct ans_faults found = {.arena = scratch};
    struct ans_str path = ans_arena_printf(
        scratch, "%s/%.*s", l->options->counties, ANS_STR_ARG(slug));
    struct ans_site site = {.slug = ans_arena_str(e->arena, slug)};
    struct ans_loaded *loaded = load_county(l, path.ptr, slug, &site, &found);
    site.county = loaded ? loaded->county : NULL;
    site.folder = loaded ? &loaded->folder : &empty;
    site.fault_count = found.count;
    pass_on(l, slug, &found);
    ans_arena_free(scratch);
    e->sites = ans_arena_grow(e->arena, e->sites, e->count, sizeof(*e->sites));
    e->sites[e->count] = (struct ans_edition_site){site, loaded};
    struct ans_store **store = &e->sites[e->count++].site.store;
    return ans_stores_get(l->stores, slug, store, err);
}

static void fault_of_folder(const struct loading *l, struct ans_str name,
                            enum ans_fault_code code)
{
    if (l->faults)
        ans_fault_add(l->faults, code, ans_arena_str(l->faults->arena, name), 0,
                      name, none, none);
}

static bool add_entry(const struct loading *l, const struct dirent *entry,
                      struct ans_err *err)
{
    struct ans_str name = ans_str_from(entry->d_name);
    if (is_slug(name))
        return add_county(l, name, err);
    fault_of_folder(l, name, ANS_FAULT_BAD_FOLDER_NAME);
    return true;
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
    bool ok = true;
    for (int i = 0; i < count; i++) {
        ok = ok && add_entry(l, entries[i], err);
        free(entries[i]);
    }
    free(entries);
    return ok;
}

/* Hosts. */

static size_t lower(char *out, struct ans_str host)
{
    for (size_t i = 0; i < host.len; i++)
        out[i] = (char)tolower((unsigned char)host.ptr[i]);
    return host.len;
}

static int by_host(const void *a, const void *b)
{
    const struct ans_edition_host *x = a, *y = b;
    int order = ans_str_cmp(x->host, y->host);
    if (order)
        return order;
    return x->site < y->site ? -1 : x->site > y->site;
}

static void add_hosts(struct ans_edition *e, size_t site)
{
    const struct ans_county *c = e->sites[site].site.county;
    for (size_t i = 0; c && i < c->hosts.count; i++) {
        struct ans_str host = c->hosts.items[i];
        char *bytes = ans_arena_alloc(e->arena, host.len + 1);
        e->hosts = ans_arena_grow(e->arena, e->hosts, e->host_count,
                                  sizeof(*e->hosts));
        e->hosts[e->host_count++] =
            (struct ans_edition_host){{bytes, lower(bytes, host)}, site};
    }
}

/* A host belongs to the first county, by slug, that names it; the others have
 * a fault. */
static void index_hosts(const struct loading *l)
{
    struct ans_edition *e = l->edition;
    for (size_t i = 0; i < e->count; i++)
        add_hosts(e, i);
    if (e->host_count)
        qsort(e->hosts, e->host_count, sizeof(*e->hosts), by_host);
    size_t kept = 0;
    for (size_t i = 0; i < e->host_count; i++) {
        struct ans_edition_host *h = &e->hosts[i];
        if (!kept || !ans_str_eq(e->hosts[kept - 1].host, h->host)) {
            e->hosts[kept++] = *h;
        } else if (e->hosts[kept - 1].site != h->site) {
            struct ans_site *site = &e->sites[h->site].site;
            struct ans_str owner = e->sites[e->hosts[kept - 1].site].site.slug;
            site->fault_count++;
            if (l->faults)
                ans_fault_add(l->faults, ANS_FAULT_HOST_TAKEN,
                              ans_arena_printf(l->faults->arena,
                                               "%.*s/county.lua",
                                               ANS_STR_ARG(site->slug)),
                              site->county->node.line, h->host, owner, none);
        }
    }
    e->host_count = kept;
}

struct ans_edition *ans_sites_load(const struct ans_editions_options *o,
                                   struct ans_stores *stores,
                                   struct ans_past *past,
                                   const struct ans_edition *old,
                                   struct ans_faults *faults,
                                   struct ans_err *err)
{
    struct ans_edition *e = calloc(1, sizeof(*e));
    if (!e)
        abort();
    atomic_init(&e->holders, 1);
    e->arena = ans_arena_new(0);
    struct loading l = {o, stores, past, old, e, faults};
    if (!add_all(&l, err)) {
        ans_edition_release(e);
        return NULL;
    }
    index_hosts(&l);
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
    const struct ans_edition_site *found = find(edition, slug);
    return found ? &found->site : NULL;
}

const struct ans_site *ans_edition_by_host(const struct ans_edition *edition,
                                           struct ans_str host)
{
    char bytes[HOST_MOST];
    if (host.len > sizeof(bytes) || !edition->host_count)
        return NULL;
    struct ans_edition_host key = {{bytes, lower(bytes, host)}, 0};
    size_t low = 0, high = edition->host_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = ans_str_cmp(key.host, edition->hosts[middle].host);
        if (order == 0)
            return &edition->sites[edition->hosts[middle].site].site;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

struct ans_rule_runner ans_site_runner(const struct ans_site *site)
{
    const struct ans_edition_site *whole =
        (const struct ans_edition_site *)site;
    return (struct ans_rule_runner){whole->loaded, ans_vms_call};
}
