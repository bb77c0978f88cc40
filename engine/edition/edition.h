/* edition: all counties as one counted, immutable value.
 *
 * Loads county folders (bind, county), checks what needs other libraries
 * (symbols, Markdown), pools VMs for the functions of scripts, and opens each
 * county's database, which outlives editions. Requests hold an edition while
 * they run; a new one is swapped in whole.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/err.h"
#include "county/build.h"
#include "county/county.h"
#include "county/diag.h"
#include "county/rule.h"
#include "store/store.h"
#include "trial/run.h"

struct ans_editions; /* the service's: current edition and open databases */
struct ans_edition;  /* one state of all counties */

/* One county in an edition. */
struct ans_site {
    struct ans_str slug;
    const struct ans_county *county; /* NULL: never sound; show a plain page */
    const struct ans_folder *folder; /* its files: the county's, or none */
    struct ans_store *store;  /* NULL: no data folder was given, or `closed` */
    struct ans_str closed;    /* why its database cannot be used; or empty */
    struct ans_faults faults; /* of the folder as it was last read */
    int64_t version;          /* number of what is shown; 0: not kept */
    int64_t version_at;       /* ms; when it was accepted */
    int64_t read_at;          /* ms: when the folder was last read */
    int64_t since;            /* ms: since when all of this is so */
    bool changed;             /* it was not so in the edition before */
};

struct ans_editions_options {
    const char *counties; /* folder of county folders */
    const char *data;     /* folder of databases; NULL: open none */
    const char *lua;      /* the engine's lua/, for national.lua and texts */
    const struct ans_texts *texts; /* lua/texts, when read already; outlives
                                      the editions. NULL: read them */
    const char *author; /* of new versions; NULL: whoever owns the file that
                           was saved last */
    bool tries_all;     /* also try what was accepted last, and not only what
                           is new: functions, tests, drawings */
};

/* May a county's folder be called so? a-z, 0-9 and hyphens, a letter first, at
 * most 40; none of the names that the service itself answers to. */
bool ans_slug_valid(struct ans_str slug);

/* Hidden files and those ending in "~", as editors leave them. */
bool ans_folder_passes_over(struct ans_str name);

/* Read one folder into memory: at most 1,000 files, 2 MB each, 20 MB in all,
 * two levels deep ("texts/letter.md"), no links. What is changed while it is
 * read is read again, so that no file is taken half. ANS_ERR_INPUT,
 * ANS_ERR_LIMIT: what it holds is wrong; the sentence names the file.
 * ANS_ERR_BUSY: it does not stand still. */
ANS_MUST_CHECK
bool ans_folder_read(const char *path, struct ans_str slug,
                     struct ans_arena *arena, struct ans_folder *out,
                     struct ans_err *err);

/* Add what every county says with its own files, lua/national.lua: a version
 * is of both. `lua`: the engine's folder. */
ANS_MUST_CHECK
bool ans_folder_share(struct ans_folder *folder, const char *lua,
                      struct ans_arena *arena, struct ans_err *err);

/* Make COUNTIES/<slug> with these files. It appears whole, under its name, or
 * not at all. ANS_ERR_CONFLICT: something is called so already. */
ANS_MUST_CHECK
bool ans_folder_write(const char *counties, const struct ans_folder *folder,
                      struct ans_err *err);

/* Load and check one folder, its own tests too (tests.lua): a county whose
 * tests do not hold is not sound. NULL: `faults` tells why, or `err` when it
 * was not the script's fault (no such folder, no engine files). */
struct ans_loaded; /* county, its arena and its VMs; counted */
struct ans_loaded *ans_loaded_new(const char *path, struct ans_str slug,
                                  const char *lua, struct ans_faults *faults,
                                  struct ans_err *err);
/* The same for a folder that is in memory, which must live as long. */
struct ans_loaded *ans_loaded_of(const struct ans_folder *folder,
                                 const char *lua, struct ans_faults *faults,
                                 struct ans_err *err);
/* The same for one that was accepted, whatever its tests say today. */
struct ans_loaded *ans_loaded_then(const struct ans_folder *folder,
                                   const char *lua, struct ans_faults *faults,
                                   struct ans_err *err);
void ans_loaded_release(struct ans_loaded *loaded); /* NULL is fine */
const struct ans_county *ans_loaded_county(const struct ans_loaded *loaded);

/* The same as ans_loaded_new, whatever its tests say: to run them, or to look
 * at it as one of its personas. */
struct ans_loaded *ans_loaded_untried(const char *path, struct ans_str slug,
                                      const char *lua,
                                      struct ans_faults *faults,
                                      struct ans_err *err);
/* What tests.lua says; no persona when there is none. NULL: it has faults. */
const struct ans_tests *ans_loaded_tests(const struct ans_loaded *loaded,
                                         struct ans_arena *arena,
                                         struct ans_faults *faults);
/* The same of another file, such as one with a single persona. */
const struct ans_tests *ans_loaded_tests_in(const struct ans_loaded *loaded,
                                            const struct ans_folder_file *file,
                                            struct ans_arena *arena,
                                            struct ans_faults *faults);
/* Run tests; strings of `out` live in `arena` and in `loaded`. */
ANS_MUST_CHECK
bool ans_loaded_try(struct ans_loaded *loaded, const struct ans_tests *tests,
                    struct ans_arena *arena, struct ans_test_run *out,
                    struct ans_err *err);
struct ans_rule_runner ans_loaded_runner(struct ans_loaded *loaded);

/* Load all counties, open all databases. Faulty counties are in the edition
 * without a county, those whose database cannot be opened without a store;
 * `faults` lists everything about scripts (may be NULL), each under "<slug>/".
 * Folders that begin with "_" or "." are passed over. Fails only when the
 * folders of counties or data or the engine's own files cannot be read.
 *
 * With a data folder a sound county is kept as its newest version before it is
 * shown, under DATA/versions (version/version.h); a county that is faulty from
 * the start shows its newest version. What is the newest version already was
 * tried when it was accepted, and is only read and checked. */
struct ans_editions *ans_editions_open(const struct ans_editions_options *o,
                                       struct ans_faults *faults,
                                       struct ans_err *err);
void ans_editions_close(struct ans_editions *editions); /* NULL is fine */

/* Build a new edition beside the current one and swap it in. A county that is
 * faulty now goes on with its last sound scripts; one whose files are the same
 * is not built again; one without a store tries to open it. Then the pages of
 * every county that changed are older than it. False: the current edition
 * stays, for the reasons for which opening fails. */
ANS_MUST_CHECK
bool ans_editions_reload(struct ans_editions *editions,
                         struct ans_faults *faults, struct ans_err *err);

/* The same, but only the folders with these names are read; new and missing
 * folders are seen whatever they are called. */
struct ans_slugs {
    const struct ans_str *items;
    size_t count;
};
ANS_MUST_CHECK
bool ans_editions_reload_some(struct ans_editions *editions,
                              struct ans_slugs slugs, struct ans_faults *faults,
                              struct ans_err *err);

/* The current edition, held until released. Cheap. */
const struct ans_edition *ans_edition_acquire(struct ans_editions *editions);
void ans_edition_release(const struct ans_edition *edition);

/* Is it still the current one? What is built from one that is not must not be
 * kept under a generation that was read after the swap. */
bool ans_edition_is_current(struct ans_editions *editions,
                            const struct ans_edition *edition);

size_t ans_edition_count(const struct ans_edition *edition);
const struct ans_site *ans_edition_at(const struct ans_edition *edition,
                                      size_t i); /* sorted by slug */
const struct ans_site *ans_edition_by_slug(const struct ans_edition *edition,
                                           struct ans_str slug);
/* By a host name without port, in any case. */
const struct ans_site *ans_edition_by_host(const struct ans_edition *edition,
                                           struct ans_str host);

/* Faults of folders that are no county, such as one with a wrong name. */
const struct ans_faults *ans_edition_strays(const struct ans_edition *edition);

/* Raised when an edition is swapped in: for pages about all counties. */
const _Atomic uint64_t *ans_editions_generation(
    const struct ans_editions *editions);

/* A county as an older version declared it: what was submitted is shown with
 * the words of then. `version` is a content's hash, as members, drafts and
 * commitments name it. Its rules run as a site's do; its database is today's.
 * `now` is held while this is. NULL: it was never kept, or this program finds
 * faults in it. Give it back with ans_site_let_go. */
const struct ans_site *ans_editions_recall(struct ans_editions *editions,
                                           const struct ans_site *now,
                                           struct ans_str version);
void ans_site_let_go(const struct ans_site *site); /* NULL is fine */

/* Functions of a site's scripts, run in a pooled VM of that county. Lives as
 * long as the edition is held; give it to ans_rule_holds. */
struct ans_rule_runner ans_site_runner(const struct ans_site *site);
