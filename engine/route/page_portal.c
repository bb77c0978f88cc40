/* The front page: all counties. And what belongs to the service as a whole. */
#include "member/member.h"
#include "route/turn.h"

static bool put_members(const struct ans_site *site, struct ans_map *m,
                        struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(site->store, err);
    if (!db)
        return false;
    int64_t total = 0;
    bool ok = ans_register_counted(db, site->county->counting, &total, err);
    ans_store_release(site->store, db);
    ans_map_put_int(m, "members", total);
    return ok;
}

static bool put_county(struct ans_turn *t, const struct ans_site *site,
                       struct ans_list *list, struct ans_err *err)
{
    const struct ans_county *c = site->county;
    const struct ans_strategy *s = ans_county_strategy(c, t->today);
    struct ans_map *m = ans_list_add_map(list);
    ans_map_put_str(m, "slug", c->slug);
    ans_map_put(m, "name", ans_said_value(t, &c->name));
    ans_map_put(m, "brand", ans_said_value(t, &c->brand));
    ans_map_put_str(m, "href",
                    ans_arena_printf(t->arena, "/%.*s/", ANS_STR_ARG(c->slug)));
    ans_map_put_int(m, "areas", (int64_t)s->areas.count);
    ans_map_put_str(m, "colour", c->theme->colour);
    ans_map_put_str(m, "accent", c->theme->accent);
    if (ans_str_starts(c->theme->symbol, ANS_STR("files/")))
        ans_map_put_str(m, "symbol",
                        ans_arena_printf(t->arena, "/%.*s/filer/%.*s",
                                         ANS_STR_ARG(c->slug),
                                         (int)(c->theme->symbol.len - 6),
                                         c->theme->symbol.ptr + 6));
    return put_members(site, m, err);
}

bool ans_page_portal(struct ans_turn *t, struct ans_err *err)
{
    const int64_t kept_ms = 5000; /* figures of many counties at one glance */
    ans_turn_date(t, ans_editions_generation(t->service->editions));
    struct ans_map *data = ans_turn_data(t);
    struct ans_list *list = ans_map_put_list(data, "counties");
    for (size_t i = 0; i < ans_edition_count(t->edition); i++) {
        const struct ans_site *site = ans_edition_at(t->edition, i);
        if (site->county && site->store && !put_county(t, site, list, err))
            return false;
    }
    t->r->cache = ANS_CACHE_PAGE;
    t->r->expires = t->now + kept_ms;
    return ans_answer_page(t, "portal", 200, ans_say(t, "portal.title", NULL),
                           data, err);
}
