/* How the counties are doing, for whoever keeps the service running: ready for
 * machines, drift for people. */
#include "codec/json.h"
#include "county/reason.h"
#include "route/turn.h"

/* One word for a county's state, the worst first. */
static const char *state_of(const struct ans_site *site)
{
    if (!site->county)
        return "unsound"; /* never sound: closed */
    if (site->closed.len)
        return "closed"; /* its database cannot be opened */
    if (site->store && !ans_store_writable(site->store))
        return "read-only";
    return site->faults.count ? "older" : "ok"; /* older: scripts serve on */
}

static const char *sentence_of(const char *state)
{
    static const struct {
        const char *state, *sentence;
    } table[] = {{"unsound", "no sound script"},
                 {"closed", "its database cannot be opened"},
                 {"read-only", "ok, cannot write"},
                 {"older", "faulty script, older one serves"},
                 {"ok", "ok"}};
    for (size_t i = 0; i < ANS_COUNT(table); i++)
        if (!strcmp(table[i].state, state))
            return table[i].sentence;
    return state;
}

/* "41 (3f9a1c27aa01)": its number, when versions are kept, and its content. */
static struct ans_str version_of(struct ans_turn *t,
                                 const struct ans_site *site)
{
    if (!site->county)
        return ANS_STR("none");
    struct ans_str content = ans_str_sub(site->county->version, 0, 12);
    if (!site->version)
        return content;
    return ans_arena_printf(t->arena, "%lld (%.*s)", (long long)site->version,
                            ANS_STR_ARG(content));
}

static bool is_ready(const char *state)
{
    return !strcmp(state, "ok") || !strcmp(state, "older");
}

/* Ready when every county is sound and can be written; otherwise says which
 * is not. Why stands in the log and on the page drift: this one is open to
 * everybody. */
bool ans_page_ready(struct ans_turn *t, struct ans_err *err)
{
    (void)err;
    bool ready = true;
    t->r->type = "text/plain; charset=utf-8";
    for (size_t i = 0; i < ans_edition_count(t->edition); i++) {
        const struct ans_site *site = ans_edition_at(t->edition, i);
        const char *state = state_of(site);
        size_t faults = site->faults.count + site->faults.dropped;
        ready = ready && is_ready(state);
        ans_buf_printf(
            &t->r->body, "%.*s: %s; version %.*s, %zu fault%s, since %.*s\n",
            ANS_STR_ARG(site->slug), sentence_of(state),
            ANS_STR_ARG(version_of(t, site)), faults, faults == 1 ? "" : "s",
            ANS_STR_ARG(ans_moment_iso(t->arena, site->since)));
    }
    t->r->status = ready ? 200 : 503;
    return true;
}

static void put_fault(struct ans_turn *t, const struct ans_fault *f,
                      struct ans_list *list)
{
    struct ans_map *m = ans_list_add_map(list);
    struct ans_buf text = {0};
    ans_fault_say(&text, f, t->lang);
    ans_map_put_str(m, "file", f->file);
    if (f->line)
        ans_map_put_int(m, "line", f->line);
    ans_map_put_str(m, "code", ans_str_from(ans_fault_word(f->code)));
    ans_map_put_str(m, "text", ans_arena_str(t->arena, ans_buf_str(&text)));
    ans_buf_free(&text);
}

static void put_faults(struct ans_turn *t, const struct ans_faults *faults,
                       struct ans_map *m)
{
    struct ans_list *list = ans_map_put_list(m, "faults");
    for (size_t i = 0; i < faults->count; i++)
        put_fault(t, &faults->items[i], list);
    ans_map_put_int(m, "more", (int64_t)faults->dropped);
}

static struct ans_str problem_of(struct ans_turn *t, struct ans_str english)
{
    struct ans_buf text = {0};
    bool swedish = ans_str_is(t->lang, "sv");
    if (!swedish || !ans_reason_swedish(&text, english))
        ans_buf_add(&text, english);
    struct ans_str said = ans_arena_str(t->arena, ans_buf_str(&text));
    ans_buf_free(&text);
    return said;
}

static void put_site(struct ans_turn *t, const struct ans_site *site,
                     struct ans_list *list)
{
    struct ans_map *m = ans_list_add_map(list);
    struct ans_str name = site->slug;
    if (site->county)
        name = ans_said_str(t, &site->county->name);
    ans_map_put_str(m, "slug", site->slug);
    ans_map_put_str(m, "name", name);
    ans_map_put_str(
        m, "href",
        ans_arena_printf(t->arena, "/%.*s/", ANS_STR_ARG(site->slug)));
    ans_map_put_str(m, "state", ans_str_from(state_of(site)));
    if (site->county)
        ans_map_put_str(m, "version", version_of(t, site));
    ans_map_put(m, "since", ans_moment_value(t, site->since));
    ans_map_put(m, "read", ans_moment_value(t, site->read_at));
    if (site->closed.len)
        ans_map_put_str(m, "problem", problem_of(t, site->closed));
    put_faults(t, &site->faults, m);
}

static const char *watching(const struct ans_service *service)
{
    switch (service->watch ? ans_watch_how(service->watch) : ANS_WATCH_NEVER) {
    case ANS_WATCH_EVENTS:
        return "events";
    case ANS_WATCH_POLL:
        return "poll";
    case ANS_WATCH_NEVER:
        break;
    }
    return "never";
}

static bool show(struct ans_turn *t, struct ans_str lang, struct ans_err *err)
{
    if (!t->q->from_loopback)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such page");
    t->lang = lang;
    t->path = ANS_STR("/drift");
    struct ans_map *data = ans_turn_data(t);
    struct ans_list *list = ans_map_put_list(data, "counties");
    size_t faulty = 0;
    for (size_t i = 0; i < ans_edition_count(t->edition); i++) {
        const struct ans_site *site = ans_edition_at(t->edition, i);
        faulty += strcmp(state_of(site), "ok") != 0;
        put_site(t, site, list);
    }
    ans_map_put_int(data, "count", (int64_t)ans_edition_count(t->edition));
    ans_map_put_int(data, "faulty", (int64_t)faulty);
    ans_map_put_str(data, "watching", ans_str_from(watching(t->service)));
    ans_map_put_str(data, "folder", ans_str_from(t->service->counties));
    ans_map_put(data, "now", ans_moment_value(t, t->now));
    put_faults(t, ans_edition_strays(t->edition), data);
    return ans_answer_page(t, "drift", 200, ans_say(t, "drift.title", NULL),
                           data, err);
}

bool ans_page_drift(struct ans_turn *t, struct ans_err *err)
{
    return show(t, ANS_STR("sv"), err);
}

bool ans_page_drift_en(struct ans_turn *t, struct ans_err *err)
{
    return show(t, ANS_STR("en"), err);
}
