#include "route/route.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/log.h"
#include "route/turn.h"

/* Addresses below a county. "*" is one segment, kept as a capture; a literal
 * stands before the "*" that would also match. */
static const struct route {
    enum ans_method method;
    const char *path;
    ans_page_fn *page;
    bool json; /* also with ".json" at the end */
} county_routes[] = {
    {ANS_GET, "", ans_page_home, true},
    {ANS_GET, "strategi", ans_page_strategy, true},
    {ANS_GET, "strategi/*", ans_page_strategy_at, true},
    {ANS_GET, "sidor/*", ans_page_text, true},
    {ANS_GET, "anslutna", ans_page_register, true},
    {ANS_GET, "anslutna.csv", ans_page_register_csv, false},
    {ANS_GET, "anslutna/*", ans_page_member, true},
    {ANS_GET, "anslut", ans_page_join_start, true},
    {ANS_GET, "anslut/klart", ans_page_join_sent, false},
    {ANS_GET, "anslut/vantelista", ans_page_waiting_done, false},
    {ANS_POST, "anslut/vantelista", ans_post_waiting, false},
    {ANS_GET, "valkommen/*/atagande/papper", ans_page_paper, false},
    {ANS_GET, "fornya/*", ans_page_renew, false},
    {ANS_POST, "fornya/*", ans_post_renew, false},
    {ANS_GET, "inbjudan/*", ans_page_invited, false},
    {ANS_POST, "inbjudan/*", ans_post_invited, false},
    {ANS_GET, "vantelista/*", ans_page_waiting_leave, false},
    {ANS_POST, "vantelista/*", ans_post_waiting_leave, false},
    {ANS_GET, "anslut/*/kontrollera", ans_page_check, false},
    {ANS_POST, "anslut/*/kontrollera", ans_post_check, false},
    {ANS_GET, "anslut/*/spara", ans_page_save, false},
    {ANS_POST, "anslut/*/spara", ans_post_save, false},
    {ANS_GET, "anslut/*", ans_page_step, false},
    {ANS_GET, "anslut/*/*", ans_page_step, false},
    {ANS_POST, "anslut/*/*", ans_post_step, false},
    {ANS_GET, "bekrafta/*", ans_page_confirm, false},
    {ANS_POST, "bekrafta/*", ans_post_confirm, false},
    {ANS_POST, "bekrafta/*/ny", ans_post_confirm_renew, false},
    {ANS_POST, "bekrafta/*/adress", ans_post_correct, false},
    {ANS_GET, "underteckna/*", ans_page_sign, false},
    {ANS_POST, "underteckna/*", ans_post_sign, false},
    {ANS_GET, "valkommen/*", ans_page_welcome, true},
    {ANS_POST, "valkommen/*/erbjudande/*", ans_post_offer, false},
    {ANS_GET, "valkommen/*/atagande", ans_page_commitment, true},
    {ANS_GET, "valkommen/*/atagande/dokument", ans_page_commitment_file, false},
    {ANS_GET, "valkommen/*/atagande/*", ans_page_commitment_older, true},
    {ANS_GET, "valkommen/*/atagande/*/dokument", ans_page_commitment_file,
     false},
    {ANS_GET, "valkommen/*/diplom/*", ans_page_diploma, false},
    {ANS_GET, "valkommen/*/klistermarke/*", ans_page_sticker, false},
    {ANS_GET, "granska/*", ans_page_review, false},
    {ANS_POST, "granska/*", ans_post_review, false},
    {ANS_GET, "filer/*", ans_page_file, false},
    {ANS_GET, "tema/*", ans_page_theme, false},
};

/* Addresses of the whole service, on any host. */
static const struct route service_routes[] = {
    {ANS_GET, "healthz", ans_page_health, false},
    {ANS_GET, "readyz", ans_page_ready, false},
    {ANS_GET, "metrics", ans_page_metrics, false},
    {ANS_GET, "drift", ans_page_drift, true},
    {ANS_GET, "drift/en", ans_page_drift_en, true},
    {ANS_GET, "robots.txt", ans_page_robots, false},
    {ANS_GET, "favicon.ico", ans_page_favicon, false},
};

struct segments {
    const struct ans_str *items;
    size_t count;
};

static bool match(const char *pattern, struct segments s, struct ans_turn *t)
{
    struct ans_str rest = ans_str_from(pattern);
    size_t captures = 0;
    for (size_t i = 0; i < s.count; i++) {
        if (!rest.len)
            return false;
        struct ans_str part = ans_str_cut(&rest, '/');
        if (ans_str_is(part, "*")) {
            if (!s.items[i].len)
                return false;
            t->capture[captures++] = s.items[i];
        } else if (!ans_str_eq(part, s.items[i])) {
            return false;
        }
    }
    return !rest.len;
}

/* The route of a path and method; `other` when the path has only others. */
static const struct route *find_route(const struct route *routes, size_t count,
                                      struct segments s, struct ans_turn *t,
                                      bool *other)
{
    enum ans_method method = t->q->method == ANS_HEAD ? ANS_GET : t->q->method;
    for (size_t i = 0; i < count; i++) {
        if ((t->json && !routes[i].json) || !match(routes[i].path, s, t))
            continue;
        if (routes[i].method == method)
            return &routes[i];
        *other = true;
    }
    return NULL;
}

static bool take_route(struct ans_turn *t, const struct route *routes,
                       size_t count, struct segments s, struct ans_err *err)
{
    bool other = false;
    const struct route *route = find_route(routes, count, s, t, &other);
    if (route && t->q->fault) {
        t->r->status = t->q->fault;
        return ans_err_set(err, ANS_ERR_INPUT, "the form cannot be read");
    }
    if (route)
        return route->page(t, err);
    if (!other)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such page");
    t->r->status = 405;
    t->r->extra[t->r->extras++] = (struct ans_header){
        ANS_STR("Allow"),
        t->q->method == ANS_POST ? ANS_STR("GET, HEAD") : ANS_STR("POST")};
    return ans_err_set(err, ANS_ERR_INPUT, "method not allowed here");
}

/* "x.json" -> "x", and the page is asked for as JSON. */
static void take_json(struct ans_turn *t, struct ans_str *segments,
                      size_t count)
{
    if (count && ans_str_ends(segments[count - 1], ANS_STR(".json"))) {
        segments[count - 1].len -= 5;
        t->json = true;
    }
}

static bool offers_language(const struct ans_county *c, struct ans_str lang)
{
    for (size_t i = 1; c && i < c->languages.count; i++)
        if (ans_str_eq(c->languages.items[i], lang))
            return true;
    return false;
}

static void set_county(struct ans_turn *t, const struct ans_site *site,
                       struct ans_str root)
{
    t->site = site;
    t->county = site->county;
    if (t->county && t->county->texts)
        t->texts = t->county->texts;
    t->root = root;
    t->base = root;
    if (t->county && t->county->languages.count)
        t->lang = t->county->languages.items[0];
}

static struct ans_str join_path(struct ans_turn *t, struct segments s)
{
    struct ans_str path = ANS_STR("");
    for (size_t i = 0; i < s.count; i++)
        path = ans_arena_printf(t->arena, "%.*s/%.*s", ANS_STR_ARG(path),
                                ANS_STR_ARG(s.items[i]));
    return s.count ? path : ANS_STR("/");
}

/* Nothing of it can be shown: its scripts never were sound, or its database
 * cannot be opened. Why is told to whoever runs the service. */
static bool show_closed(struct ans_turn *t, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_str name = t->site->slug;
    if (t->county)
        name = ans_said_str(t, &t->county->name);
    ans_map_put_str(data, "name", name);
    ans_map_put_bool(data, "closed", t->county != NULL);
    t->county = NULL;
    t->r->retry_after = 60;
    return ans_answer_page(t, "unsound", 503, name, data, err);
}

/* What follows the county (and language): its path for views, its route. */
static bool take_county(struct ans_turn *t, struct segments s,
                        struct ans_err *err)
{
    if (!t->county || t->site->closed.len)
        return show_closed(t, err);
    ans_turn_date(t, ans_store_generation(t->site->store));
    if (s.count && offers_language(t->county, s.items[0])) {
        ans_turn_speak(t, s.items[0]);
        s.items++;
        s.count--;
        if (!s.count)
            return ans_answer_redirect(t, ANS_STR("/"));
    }
    bool slash = s.count && !s.items[s.count - 1].len;
    if (slash)
        s.count--;
    t->path = join_path(t, s);
    bool other = false;
    if (slash && s.count &&
        find_route(county_routes, ANS_COUNT(county_routes), s, t, &other))
        return ans_answer_redirect(t, t->path); /* ".../strategi/" */
    if (slash && s.count)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such page");
    return take_route(t, county_routes, ANS_COUNT(county_routes), s, err);
}

static bool take_shared_host(struct ans_turn *t, struct segments s,
                             struct ans_err *err)
{
    if (s.count == 1 && (!s.items[0].len || ans_str_is(s.items[0], "index")))
        return ans_page_portal(t, err);
    const struct ans_site *site = ans_edition_by_slug(t->edition, s.items[0]);
    if (!site)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such county");
    set_county(t, site,
               ans_arena_printf(t->arena, "/%.*s", ANS_STR_ARG(site->slug)));
    if (s.count == 1 && !t->json)
        return ans_answer_redirect(t, ANS_STR("/"));
    return take_county(t, (struct segments){s.items + 1, s.count - 1}, err);
}

static bool take(struct ans_turn *t, struct ans_err *err)
{
    struct ans_str *items = t->q->target.segments;
    struct segments s = {items, t->q->target.count};
    bool other = false;
    if (find_route(service_routes, ANS_COUNT(service_routes), s, t, &other))
        return take_route(t, service_routes, ANS_COUNT(service_routes), s, err);
    take_json(t, items, s.count);
    if (t->json &&
        find_route(service_routes, ANS_COUNT(service_routes), s, t, &other))
        return take_route(t, service_routes, ANS_COUNT(service_routes), s, err);
    const struct ans_site *site = ans_edition_by_host(t->edition, t->q->host);
    if (!site)
        return take_shared_host(t, s, err);
    set_county(t, site, ANS_STR(""));
    return take_county(t, s, err);
}

static void handle(void *context, struct ans_request *q, struct ans_response *r)
{
    struct ans_service *service = context;
    struct ans_err err = {0};
    struct ans_turn t = {.service = service,
                         .q = q,
                         .r = r,
                         .arena = q->arena,
                         .lang = ANS_STR("sv"),
                         .texts = service->texts,
                         .path = ANS_STR("/"),
                         .now = ans_clock_now()};
    t.today = ans_moment_to_days(t.now);
    t.edition = ans_edition_acquire(service->editions);
    if (!take(&t, &err))
        ans_answer_error(&t, &err);
    ans_turn_let_go(&t);
    ans_edition_release(t.edition);
}

static struct ans_str asset_name(void *context, struct ans_str name)
{
    const struct ans_asset *asset = ans_assets_find(context, name);
    return asset ? asset->hashed : (struct ans_str){NULL, 0};
}

struct ans_views *ans_route_views(const char *lua,
                                  const struct ans_assets *assets)
{
    const struct ans_view_options options = {
        .folder = lua,
        .asset_name = assets ? asset_name : NULL,
        .context = (void *)(uintptr_t)assets,
    };
    return ans_views_new(&options);
}

struct ans_handler ans_route_handler(struct ans_service *service)
{
    return (struct ans_handler){.context = service, .handle = handle};
}
