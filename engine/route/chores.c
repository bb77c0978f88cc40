#include "route/chores.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/log.h"
#include "route/due.h"

#define NOTHING ANS_STR("")

/* Time alone makes things due, too: reminders and deadlines, within so long. */
#define LOOK_MS ((int64_t)5 * 60 * 1000)

/* A county in which nothing was due: until it writes, or its scripts change, or
 * a while has passed, its database is left to rest. */
struct quiet {
    const struct ans_store *store;
    const struct ans_county *county;
    uint64_t jobs;
    int64_t at;
};

struct ans_chores {
    struct ans_service *service;
    struct quiet *quiet; /* by the county's place in the edition */
    size_t count;
};

struct ans_chores *ans_chores_new(struct ans_service *service)
{
    struct ans_chores *c = calloc(1, sizeof(*c));
    if (!c)
        abort();
    c->service = service;
    return c;
}

void ans_chores_free(struct ans_chores *c)
{
    if (!c)
        return;
    free(c->quiet);
    free(c);
}

static struct quiet *quiet_at(struct ans_chores *c, size_t i)
{
    if (i < c->count)
        return &c->quiet[i];
    c->quiet = realloc(c->quiet, (i + 1) * sizeof(*c->quiet));
    if (!c->quiet)
        abort();
    memset(&c->quiet[c->count], 0, (i + 1 - c->count) * sizeof(*c->quiet));
    c->count = i + 1;
    return &c->quiet[i];
}

static bool is_quiet(const struct quiet *q, const struct ans_site *site,
                     int64_t now)
{
    return q->store == site->store && q->county == site->county &&
           q->jobs == ans_store_figures(site->store).jobs &&
           now - q->at < LOOK_MS;
}

static struct ans_turn turn_of(struct ans_chores *c,
                               const struct ans_edition *edition,
                               const struct ans_site *site,
                               struct ans_arena *arena)
{
    struct ans_turn t = {
        .service = c->service,
        .arena = arena,
        .edition = edition,
        .site = site,
        .county = site->county,
        .texts = site->county->texts,
        .root = ans_arena_printf(arena, "/%.*s", ANS_STR_ARG(site->slug)),
        .path = ANS_STR("/"),
        .now = ans_clock_now(),
    };
    t.today = ans_moment_to_days(t.now);
    ans_turn_speak(&t, ANS_STR(""));
    return t;
}

/* What is written meanwhile, by us too, makes its number of jobs another one.
 */
static void run_site(struct ans_chores *c, const struct ans_edition *edition,
                     const struct ans_site *site, struct quiet *quiet,
                     struct ans_arena *arena)
{
    static ans_due_fn *const all[] = {ans_due_signatures, ans_due_waiting};
    struct ans_turn t = turn_of(c, edition, site, arena);
    *quiet = (struct quiet){site->store, site->county,
                            ans_store_figures(site->store).jobs, t.now};
    for (size_t i = 0; i < ANS_COUNT(all); i++) {
        struct ans_err err = {0};
        if (all[i](&t, &err))
            continue;
        *quiet = (struct quiet){.at = 0};
        ans_log(ANS_LOG_WARN, "route", "%.*s: what is due: %s",
                ANS_STR_ARG(site->slug), err.text);
    }
    ans_turn_let_go(&t);
}

void ans_chores_run(struct ans_chores *c)
{
    struct ans_arena *arena = ans_arena_new(0);
    const struct ans_edition *edition =
        ans_edition_acquire(c->service->editions);
    for (size_t i = 0; i < ans_edition_count(edition); i++) {
        const struct ans_site *site = ans_edition_at(edition, i);
        struct quiet *quiet = quiet_at(c, i);
        if (site->county && site->store &&
            !is_quiet(quiet, site, ans_clock_now()))
            run_site(c, edition, site, quiet, arena);
        ans_arena_reset(arena);
    }
    ans_edition_release(edition);
    ans_arena_free(arena);
}

/* Errands. */

static const struct {
    const char *name;
    ans_errand_fn *run;
} errands[] = {
    {"invite", ans_errand_invite},
    {"register", ans_errand_register},
    {"renew", ans_errand_renew},
};

static bool run_errand(struct ans_turn *t, const struct ans_map *errand,
                       struct ans_str document, struct ans_map *answer,
                       struct ans_err *err)
{
    for (size_t i = 0; i < ANS_COUNT(errands); i++)
        if (ans_str_is(ans_map_str(errand, "do"), errands[i].name))
            return errands[i].run(t, errand, document, answer, err);
    return ans_err_set(err, ANS_ERR_INPUT, "no such errand");
}

bool ans_chores_errand(struct ans_chores *c, const struct ans_map *errand,
                       struct ans_str document, struct ans_map *answer,
                       struct ans_err *err)
{
    const struct ans_edition *edition =
        ans_edition_acquire(c->service->editions);
    struct ans_str slug = ans_map_str(errand, "county");
    const struct ans_site *site = ans_edition_by_slug(edition, slug);
    bool ok = true;
    if (!site)
        ans_errand_fault(answer, 0, "no-county", slug, NOTHING);
    else if (!site->county || !site->store)
        ans_errand_fault(answer, 0, "not-sound", slug, NOTHING);
    else if (!site->county->join)
        ans_errand_fault(answer, 0, "nobody-joins", NOTHING, NOTHING);
    else {
        struct ans_turn t = turn_of(c, edition, site, answer->arena);
        ok = run_errand(&t, errand, document, answer, err);
        ans_turn_let_go(&t);
    }
    ans_edition_release(edition);
    return ok;
}
