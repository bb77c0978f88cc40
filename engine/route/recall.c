/* Older versions of a county, held while a turn shows what was submitted under
 * them. */
#include "route/turn.h"

/* Memory has an end: an export of members of more versions than these shows
 * the further ones with today's words. */
#define RECALLED_MOST 256

struct ans_recalled {
    struct ans_recalled *next;
    struct ans_str version;
    const struct ans_site *site; /* NULL: it cannot be had */
};

const struct ans_site *ans_turn_recall(struct ans_turn *t,
                                       struct ans_str version)
{
    struct ans_recalled *r = t->recalled;
    while (r && !ans_str_eq(r->version, version))
        r = r->next;
    if (!r && t->recalled_count++ < RECALLED_MOST) {
        r = ANS_NEW(t->arena, struct ans_recalled);
        r->version = ans_arena_str(t->arena, version);
        r->site = ans_editions_recall(t->service->editions, t->site, version);
        r->next = t->recalled;
        t->recalled = r;
    }
    return r ? r->site : NULL;
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
