/* Which county answers to which host name. */
#include <ctype.h>
#include <stdlib.h>

#include "edition/sites.h"

#define HOST_MOST 253 /* RFC 1035 */

static const struct ans_str none;

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

void ans_sites_index_hosts(struct ans_edition *e)
{
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
            ans_fault_add(&site->faults, ANS_FAULT_HOST_TAKEN,
                          ANS_STR("county.lua"), site->county->node.line,
                          h->host, owner, none);
        }
    }
    e->host_count = kept;
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
