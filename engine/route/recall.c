/* Older versions of a county, held while a turn shows what was submitted under
 * them. */
#include "route/turn.h"

/* Held at once. A page shows far fewer; an export, which goes through members
 * of any number of versions, is done with one when its row is written. */
#define HELD_MOST 128

struct ans_recalled {
    struct ans_recalled *next; /* asked for before this one */
    struct ans_str version;
    const struct ans_site *site; /* NULL: it cannot be had */
    bool kept;                   /* until the turn ends */
};

/* The one asked for longest ago, unless it is kept. */
static void drop_oldest(struct ans_turn *t)
{
    struct ans_recalled **oldest = NULL;
    for (struct ans_recalled **at = &t->recalled; *at; at = &(*at)->next)
        if (!(*at)->kept)
            oldest = at;
    if (!oldest)
        return;
    ans_site_let_go((*oldest)->site);
    *oldest = (*oldest)->next;
    t->recalled_count--;
}

/* Taken out of the row, to stand first in it. */
static struct ans_recalled *take(struct ans_turn *t, struct ans_str version)
{
    struct ans_recalled **at = &t->recalled;
    while (*at && !ans_str_eq((*at)->version, version))
        at = &(*at)->next;
    struct ans_recalled *found = *at;
    if (found)
        *at = found->next;
    return found;
}

static struct ans_recalled *recall(struct ans_turn *t, struct ans_str version)
{
    struct ans_recalled *r = take(t, version);
    if (!r) {
        if (t->recalled_count >= HELD_MOST)
            drop_oldest(t);
        r = ANS_NEW(t->arena, struct ans_recalled);
        r->version = ans_arena_str(t->arena, version);
        r->site = ans_editions_recall(t->service->editions, t->site, version);
        t->recalled_count++;
    }
    r->next = t->recalled;
    t->recalled = r;
    return r;
}

const struct ans_site *ans_turn_recall(struct ans_turn *t,
                                       struct ans_str version)
{
    return recall(t, version)->site;
}

void ans_turn_keep(struct ans_turn *t, struct ans_str version)
{
    if (!ans_str_eq(version, t->county->version))
        recall(t, version)->kept = true;
}

const struct ans_county *ans_turn_county_of(struct ans_turn *t,
                                            struct ans_str version)
{
    if (ans_str_eq(version, t->county->version))
        return t->county;
    const struct ans_site *then = ans_turn_recall(t, version);
    return then ? then->county : t->county;
}

void ans_turn_let_go(struct ans_turn *t)
{
    for (struct ans_recalled *r = t->recalled; r; r = r->next)
        ans_site_let_go(r->site);
    t->recalled = NULL;
}
