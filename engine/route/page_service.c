/* Pages of the service itself: for whoever keeps it running. */
#include "route/turn.h"

static bool plain(struct ans_turn *t, int status, const char *text)
{
    t->r->status = status;
    t->r->type = "text/plain; charset=utf-8";
    ans_buf_add_z(&t->r->body, text);
    return true;
}

bool ans_page_health(struct ans_turn *t, struct ans_err *err)
{
    (void)err;
    return plain(t, 200, "ok\n");
}

bool ans_page_metrics(struct ans_turn *t, struct ans_err *err)
{
    if (!t->q->from_loopback)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such page");
    plain(t, 200, "");
    t->r->type = "text/plain; version=0.0.4; charset=utf-8";
    if (t->service->metrics)
        t->service->metrics(t->service->metrics_context, &t->r->body);
    for (size_t i = 0; i < ans_edition_count(t->edition); i++) {
        const struct ans_site *site = ans_edition_at(t->edition, i);
        if (!site->store)
            continue;
        struct ans_store_figures f = ans_store_figures(site->store);
        int len = (int)site->slug.len;
        const char *slug = site->slug.ptr;
        ans_buf_printf(&t->r->body,
                       "anslut_writes_total{county=\"%.*s\"} %llu\n"
                       "anslut_write_batches_total{county=\"%.*s\"} %llu\n"
                       "anslut_writes_failed_total{county=\"%.*s\"} %llu\n"
                       "anslut_write_queue{county=\"%.*s\"} %d\n"
                       "anslut_wal_bytes{county=\"%.*s\"} %lld\n",
                       len, slug, (unsigned long long)f.jobs, len, slug,
                       (unsigned long long)f.batches, len, slug,
                       (unsigned long long)f.failed, len, slug, f.queued, len,
                       slug, (long long)f.wal_bytes);
    }
    return true;
}

bool ans_page_robots(struct ans_turn *t, struct ans_err *err)
{
    (void)err;
    t->r->cache = ANS_CACHE_SHORT;
    return plain(t, 200,
                 "User-agent: *\n"
                 "Disallow: /*/anslut/\n"
                 "Disallow: /*/bekrafta/\n"
                 "Disallow: /*/underteckna/\n"
                 "Disallow: /*/inbjudan/\n"
                 "Disallow: /*/fornya/\n"
                 "Disallow: /*/vantelista/\n"
                 "Disallow: /*/valkommen/\n"
                 "Disallow: /*/granska/\n");
}

bool ans_page_favicon(struct ans_turn *t, struct ans_err *err)
{
    const struct ans_asset *icon =
        ans_assets_find(t->service->assets, ANS_STR("favicon.svg"));
    if (!icon)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no icon");
    t->r->status = 302;
    t->r->location =
        ans_arena_printf(t->arena, "/web/%.*s", ANS_STR_ARG(icon->hashed));
    return true;
}
