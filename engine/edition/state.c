/* What a county's state is, and since when: so that a fault is told once, and
 * not at each look at its folder. */
#include "edition/sites.h"

static bool same_fault(const struct ans_fault *a, const struct ans_fault *b)
{
    bool same = a->code == b->code && a->line == b->line &&
                ans_str_eq(a->file, b->file);
    for (size_t i = 0; same && i < ANS_COUNT(a->values); i++)
        same = ans_str_eq(a->values[i], b->values[i]);
    return same;
}

static bool same_faults(const struct ans_faults *a, const struct ans_faults *b)
{
    bool same = a->count == b->count && a->dropped == b->dropped;
    for (size_t i = 0; same && i < a->count; i++)
        same = same_fault(&a->items[i], &b->items[i]);
    return same;
}

/* A county that is the same is not built again, so that its address tells. */
static bool same_state(const struct ans_site *a, const struct ans_site *b)
{
    return a->county == b->county && a->store == b->store &&
           ans_str_eq(a->closed, b->closed) &&
           same_faults(&a->faults, &b->faults);
}

void ans_sites_compare(struct ans_edition *e, const struct ans_edition *old)
{
    for (size_t i = 0; i < e->count; i++) {
        struct ans_site *site = &e->sites[i].site;
        const struct ans_edition_site *before =
            old ? ans_sites_find(old, site->slug) : NULL;
        site->changed = !before || !same_state(site, &before->site);
        site->since = site->changed ? e->made_at : before->site.since;
    }
}

void ans_faults_carry(struct ans_faults *to, const struct ans_faults *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct ans_fault *f = &from->items[i];
        if (f->code != ANS_FAULT_HOST_TAKEN)
            ans_fault_add(to, f->code, f->file, f->line, f->values[0],
                          f->values[1], f->values[2]);
    }
    to->dropped += from->dropped;
}
