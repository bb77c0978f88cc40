/* sites: the counties of one edition and how they are found. Private to
 * edition.
 */
#pragma once

#include <stdatomic.h>

#include "edition/loaded.h"
#include "edition/past.h"
#include "edition/stores.h"

struct ans_edition_site {
    struct ans_site site; /* first: the public part is a view of the whole */
    struct ans_loaded *loaded; /* NULL: the folder could not be read */
};

struct ans_edition_host {
    struct ans_str host; /* lower case */
    size_t site;
};

struct ans_edition {
    atomic_int holders;
    struct ans_arena *arena;
    struct ans_edition_site *sites; /* sorted by slug */
    size_t count;
    struct ans_edition_host *hosts; /* sorted by host */
    size_t host_count;
    struct ans_faults strays; /* of folders that are no county */
    int64_t made_at;          /* ms */
};

/* Load all counties. `old` may be NULL; what it has sound is gone back to, and
 * what `only` (NULL: all) does not name is taken over as it stands there. */
struct ans_edition *ans_sites_load(const struct ans_editions_options *o,
                                   struct ans_stores *stores,
                                   struct ans_past *past,
                                   const struct ans_edition *old,
                                   const struct ans_slugs *only,
                                   struct ans_faults *faults,
                                   struct ans_err *err);

const struct ans_edition_site *ans_sites_find(const struct ans_edition *e,
                                              struct ans_str slug);

/* hosts.c: a host belongs to the first county, by slug, that names it; the
 * others have a fault. */
void ans_sites_index_hosts(struct ans_edition *e);

/* state.c: since when each site is as it is; `old` may be NULL. */
void ans_sites_compare(struct ans_edition *e, const struct ans_edition *old);
/* Add all of `from` but those that are found anew in each edition. */
void ans_faults_carry(struct ans_faults *to, const struct ans_faults *from);
