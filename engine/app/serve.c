/* anslut serve: everything put together, until a signal ends it. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app.h"
#include "app/changes.h"
#include "app/errand.h"
#include "app/folder.h"
#include "app/hosts.h"
#include "app/limits.h"
#include "app/mailer.h"
#include "app/refusals.h"
#include "app/restore.h"
#include "base/log.h"
#include "edition/watch.h"
#include "http/http.h"
#include "picture/picture.h"
#include "route/route.h"
#include "view/views.h"

#define STOP_MS 4500 /* of the 5 s that a stop may take */

struct server {
    struct ans_run *run;
    int lock;
    struct ans_assets *assets;
    struct ans_texts texts;
    struct ans_editions *editions;
    struct ans_service service;
    struct ans_hosts hosts;
    struct ans_refusals refusals;
    struct ans_mailer *mailer;
    struct ans_chores *chores;
    struct ans_watch *watch;
    struct ans_http *http;
};

static bool open_data(struct server *s, struct ans_err *err)
{
    const struct ans_settings *set = &s->run->settings;
    struct ans_arena *arena = s->run->arena;
    static const char *const folders[] = {"counties", "outbox", "restore"};
    if (!ans_folder_make(set->data, err))
        return false;
    for (size_t i = 0; i < ANS_COUNT(folders); i++)
        if (!ans_folder_make(
                ans_arena_printf(arena, "%s/%s", set->data, folders[i]).ptr,
                err))
            return false;
    return (ans_folder_lock(set->data, &s->lock, err) &&
            ans_key_load(ans_arena_printf(arena, "%s/key", set->data).ptr,
                         &s->service.key, err)) ||
           ans_app_blame_files(err);
}

/* Drawings use the portal's typeface when the build of web/ has it. */
static void add_font(struct server *s)
{
    struct ans_err err = {0};
    struct ans_str path = ans_arena_printf(
        s->run->arena, "%s/atkinson-latin.woff2", s->run->settings.web);
    if (!ans_picture_add_font(path.ptr, &err))
        ans_log(ANS_LOG_WARN, "app", "stickers use another typeface: %s",
                err.text);
}

/* A view that cannot be loaded must be known before the first visitor. */
static bool open_views(struct server *s, struct ans_err *err)
{
    s->service.views = ans_route_views(s->run->settings.lua, s->assets);
    struct ans_view *first = ans_views_take(s->service.views, err);
    ans_views_give(s->service.views, first);
    return first != NULL;
}

/* With --strict nothing is served unless everything can be. */
static bool judge_counties(struct server *s, const struct ans_edition *e,
                           struct ans_err *err)
{
    size_t faults = ans_edition_strays(e)->count;
    bool strict = *s->run->settings.strict;
    ans_changes_log(NULL, e);
    ans_limits_judge(ans_edition_count(e));
    for (size_t i = 0; i < ans_edition_count(e); i++) {
        const struct ans_site *site = ans_edition_at(e, i);
        faults += site->faults.count + site->faults.dropped;
        if (strict && site->closed.len)
            return ans_err_set(err, ANS_ERR_CONFLICT, "%.*s: %.*s",
                               ANS_STR_ARG(site->slug),
                               ANS_STR_ARG(site->closed));
    }
    return !strict || !faults ||
           ans_err_set(err, ANS_ERR_SCRIPT,
                       "%zu faults in county scripts (anslut check lists them)",
                       faults);
}

static bool open_counties(struct server *s, struct ans_err *err)
{
    const struct ans_settings *set = &s->run->settings;
    struct ans_editions_options options = {.counties = set->counties,
                                           .data = set->data,
                                           .lua = set->lua,
                                           .texts = &s->texts,
                                           .author = set->author,
                                           .tries_all = *set->strict};
    s->editions = ans_editions_open(&options, NULL, err);
    if (!s->editions)
        return ans_app_blame_files(err);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    bool ok = judge_counties(s, e, err);
    ans_edition_release(e);
    return ok;
}

/* Watching. */

static void tell_reload(void *context, const struct ans_edition *before,
                        const struct ans_edition *now,
                        const struct ans_err *err, bool asked)
{
    (void)context;
    if (err)
        ans_log(ANS_LOG_ERROR, "app", "county scripts not loaded: %s",
                err->text);
    else if (asked)
        ans_log(ANS_LOG_INFO, "app", "county scripts loaded anew");
    ans_changes_log(before, now);
}

static void tell_fallback(void *context, const struct ans_err *why)
{
    (void)context;
    ans_log(ANS_LOG_WARN, "app",
            "%s; the folders are looked at several times a second instead",
            why->text);
}

static bool read_watching(const char *value, enum ans_watching *out,
                          struct ans_err *err)
{
    static const char *const words[] = {[ANS_WATCH_EVENTS] = "events",
                                        [ANS_WATCH_POLL] = "poll",
                                        [ANS_WATCH_NEVER] = "never"};
    for (size_t i = 0; i < ANS_COUNT(words); i++) {
        *out = (enum ans_watching)i;
        if (!strcmp(value, words[i]))
            return true;
    }
    return ans_err_set(err, ANS_ERR_INPUT,
                       "--watch is \"events\", \"poll\" or \"never\": %s",
                       value);
}

static bool start_watch(struct server *s, struct ans_err *err)
{
    const struct ans_settings *set = &s->run->settings;
    struct ans_watch_options options = {.editions = s->editions,
                                        .counties = set->counties,
                                        .reloaded = tell_reload,
                                        .fell_back = tell_fallback};
    if (!read_watching(set->watch, &options.how, err))
        return false;
    s->watch = ans_watch_start(&options, err);
    s->service.watch = s->watch;
    s->service.counties = set->counties;
    return s->watch != NULL;
}

static struct ans_mail_route mail_route(struct server *s)
{
    const struct ans_settings *set = &s->run->settings;
    return (struct ans_mail_route){
        .folder = ans_arena_printf(s->run->arena, "%s/outbox", set->data),
        .server = ans_str_from(set->smtp),
        .user = ans_str_from(set->smtp_user),
        .password = ans_str_from(set->smtp_password),
        .require_tls = strcmp(set->smtp_tls, "possible") != 0,
        .ca_file = *set->smtp_ca ? set->smtp_ca : NULL,
    };
}

static bool start_mailer(struct server *s, struct ans_err *err)
{
    struct ans_str from = ans_str_from(s->run->settings.mail_from);
    if (!ans_mail_address_valid(from))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "--mail-from is not an address: %s", from.ptr);
    struct ans_mailer_options options = {
        .editions = s->editions, .route = mail_route(s), .from = from};
    s->mailer = ans_mailer_start(&options, err);
    s->service.wake_mail = ans_mailer_wake;
    s->service.wake_context = s->mailer;
    return s->mailer != NULL;
}

static void write_metrics(void *context, struct ans_buf *out)
{
    const struct server *s = context;
    struct ans_http_figures f = ans_http_figures(s->http);
    ans_buf_printf(out,
                   "anslut_requests_total %llu\n"
                   "anslut_cache_hits_total %llu\n"
                   "anslut_refused_total %llu\n"
                   "anslut_cut_total %llu\n"
                   "anslut_connections %d\n"
                   "anslut_requests_queued %d\n"
                   "anslut_cache_bytes %zu\n",
                   (unsigned long long)f.requests,
                   (unsigned long long)f.cache_hits,
                   (unsigned long long)f.refused, (unsigned long long)f.cut,
                   f.connections, f.queued, f.cache_bytes);
    for (int i = 1; i < 6; i++)
        ans_buf_printf(out, "anslut_responses_total{class=\"%dxx\"} %llu\n", i,
                       (unsigned long long)f.by_status[i]);
}

static bool start_http(struct server *s, struct ans_err *err)
{
    const struct ans_settings *set = &s->run->settings;
    int64_t workers;
    int64_t rate;
    int64_t per_address;
    if (!ans_settings_int("workers", set->workers, 1, 512, 32, &workers, err) ||
        !ans_settings_int("post-rate", set->post_rate, 0, 1000000, 60, &rate,
                          err) ||
        !ans_settings_int("per-address", set->per_address, 0, 1024, 64,
                          &per_address, err))
        return false;
    struct ans_http_options options = {
        .listen = set->listen,
        .workers = (int)workers,
        .handler = ans_route_handler(&s->service),
        .assets = s->assets,
        .serves_host = ans_hosts_serve,
        .context = &s->hosts,
        .refusal = ans_refusals_say,
        .refusal_context = &s->refusals,
        .proxy = *set->proxy ? set->proxy : NULL,
        .per_address = per_address ? (int)per_address : 1024,
        .post_rate = rate ? (int)rate : -1,
    };
    s->http = ans_http_start(&options, err);
    return s->http != NULL;
}

static bool open_all(struct server *s, struct ans_err *err)
{
    const struct ans_settings *set = &s->run->settings;
    s->assets = ans_assets_load(set->web, err);
    if (!s->assets)
        return ans_err_add(err, "styles and scripts");
    s->service.assets = s->assets;
    s->service.texts = &s->texts;
    s->service.metrics = write_metrics;
    s->service.metrics_context = s;
    if (!ans_secret_init(err) || !open_data(s, err) ||
        !ans_view_texts(set->lua, s->run->arena, &s->texts, err) ||
        !open_views(s, err) || !open_counties(s, err) ||
        !start_mailer(s, err) || !start_watch(s, err))
        return false;
    add_font(s);
    s->service.editions = s->editions;
    s->hosts = (struct ans_hosts){s->editions, ans_str_from(set->hosts)};
    s->refusals = (struct ans_refusals){s->editions, &s->texts};
    s->service.public_url = ans_app_url(s->run);
    return start_http(s, err);
}

/* Commands have left something: databases, errands. */
static void take_in(struct server *s)
{
    ans_restore_waiting(s->editions, s->run->settings.data);
    ans_errands_take(&s->service, s->run->settings.data);
}

static void wait_for_end(struct server *s, const sigset_t *signals)
{
    for (;;) {
        int signal = 0;
        if (sigwait(signals, &signal) != 0)
            continue;
        if (signal == SIGHUP)
            ans_watch_ask(s->watch);
        else if (signal == SIGUSR1)
            take_in(s);
        else
            return;
    }
}

static void close_all(struct server *s)
{
    if (s->http)
        ans_http_stop(s->http, STOP_MS);
    ans_watch_stop(s->watch);
    ans_mailer_stop(s->mailer);
    ans_chores_free(s->chores);
    ans_editions_close(s->editions);
    ans_views_free(s->service.views);
    ans_assets_free(s->assets);
    if (s->lock >= 0)
        close(s->lock);
}

/* Blocked before any thread starts, so that only sigwait takes them. A file
 * that may not grow is an error of its write, not a signal. */
static void take_signals(sigset_t *signals)
{
    sigemptyset(signals);
    sigaddset(signals, SIGTERM);
    sigaddset(signals, SIGINT);
    sigaddset(signals, SIGHUP);
    sigaddset(signals, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, signals, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

/* The port is known only now, when 0 was asked for. */
static void say_address(struct server *s)
{
    struct ans_str address = ans_http_address(s->http);
    if (!*s->run->settings.public_url)
        s->service.public_url = ans_arena_printf(s->run->arena, "http://%.*s",
                                                 ANS_STR_ARG(address));
    printf("listening on http://%.*s\n", ANS_STR_ARG(address));
    fflush(stdout);
}

int ans_command_serve(struct ans_run *run)
{
    struct ans_err err = {0};
    struct server s = {.run = run, .lock = -1};
    sigset_t signals;
    if (run->args.count) {
        ans_err_set(&err, ANS_ERR_INPUT, "serve takes no arguments: %s",
                    run->args.items[0]);
        return ans_app_fail(&err);
    }
    umask(027);
    ans_limits_raise();
    take_signals(&signals);
    bool ok = open_all(&s, &err);
    if (ok) {
        say_address(&s);
        s.chores = ans_chores_new(&s.service);
        ans_mailer_take_chores(s.mailer, s.chores);
        wait_for_end(&s, &signals);
    }
    close_all(&s);
    return ok ? 0 : ans_app_fail(&err);
}
