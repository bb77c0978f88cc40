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
};

/* Load all counties. `old` may be NULL; what it has sound is gone back to. */
struct ans_edition *ans_sites_load(const struct ans_editions_options *o,
                                   struct ans_stores *stores,
                                   struct ans_past *past,
                                   const struct ans_edition *old,
                                   struct ans_faults *faults,
                                   struct ans_err *err);
