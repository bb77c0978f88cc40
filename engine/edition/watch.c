#include "edition/watch.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "edition/changes.h"
#include "edition/look.h"
#include "edition/notify.h"

/* Between two looks at all folders, where the kernel does not tell; and at the
 * folder of counties itself, which may be taken away or replaced as a whole. */
#define LOOK_MS  300
#define PLACE_MS 400

/* A county without a store may have one when the disk has room again. */
#define STORE_MS 30000

struct ans_watch {
    struct ans_watch_options options;
    struct ans_arena *arena; /* of the options */
    pthread_t thread;
    int wake; /* eventfd: something below was set */
    atomic_bool stop;
    atomic_bool asked;
    atomic_int how;
    /* The thread's own. */
    struct ans_notify *notify; /* while the kernel tells */
    struct ans_look *look;     /* while it does not */
    struct ans_changes changes;
    struct ans_err last; /* why the last reload failed */
    int64_t looked_at;
    int64_t stores_at; /* when stores were last tried; steady ms */
};

static const struct ans_str anywhere;

/* Is the folder of a county that is served not there? Without a name: of any
 * county. */
static bool is_gone(void *context, struct ans_str slug)
{
    const struct ans_watch *w = context;
    const struct ans_edition *e = ans_edition_acquire(w->options.editions);
    struct ans_arena *arena = ans_arena_new(0);
    bool gone = false;
    for (size_t i = 0; !gone && i < ans_edition_count(e); i++) {
        struct ans_str at = ans_edition_at(e, i)->slug;
        struct stat st;
        if (!slug.len || ans_str_eq(at, slug))
            gone = lstat(ans_arena_printf(arena, "%s/%.*s", w->options.counties,
                                          ANS_STR_ARG(at))
                             .ptr,
                         &st) != 0;
    }
    ans_arena_free(arena);
    ans_edition_release(e);
    return gone;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return b && b < a ? b : a;
}

/* When to look again, by the clock of deadlines; INT64_MAX: no such time. */
static int64_t next_look(const struct ans_watch *w)
{
    int64_t when = INT64_MAX;
    if (w->look)
        when = earlier(when, w->looked_at + LOOK_MS);
    if (w->notify)
        when = earlier(when, w->looked_at + PLACE_MS);
    return earlier(when, ans_changes_due(&w->changes));
}

/* Reloading. */

static void tell(struct ans_watch *w, const struct ans_edition *before,
                 const struct ans_err *err, bool asked)
{
    bool again = err && w->last.kind == err->kind &&
                 ans_str_is(ans_str_from(w->last.text), err->text);
    w->last = err ? *err : (struct ans_err){0};
    if (again && !asked)
        return;
    const struct ans_edition *now = ans_edition_acquire(w->options.editions);
    w->options.reloaded(w->options.context, before, now, err, asked);
    ans_edition_release(now);
}

static void use_poll(struct ans_watch *w, const struct ans_err *why)
{
    ans_notify_free(w->notify);
    w->notify = NULL;
    w->look = ans_look_new(w->options.counties);
    atomic_store(&w->how, ANS_WATCH_POLL);
    if (w->options.fell_back)
        w->options.fell_back(w->options.context, why);
}

/* First the watches, then the reading: what changes meanwhile is told. */
static void sync_watches(struct ans_watch *w)
{
    struct ans_err err = {0};
    if (w->notify && !ans_notify_sync(w->notify, &err) &&
        err.kind == ANS_ERR_BUSY)
        use_poll(w, &err);
}

static void reload(struct ans_watch *w, const struct ans_rested *what,
                   bool asked)
{
    struct ans_err err = {0};
    const struct ans_edition *before = ans_edition_acquire(w->options.editions);
    sync_watches(w);
    struct ans_slugs slugs = {what->slugs, what->count};
    bool ok = what->all ? ans_editions_reload(w->options.editions, NULL, &err)
                        : ans_editions_reload_some(w->options.editions, slugs,
                                                   NULL, &err);
    if (!ok) /* until it can be read */
        ans_changes_add(&w->changes, anywhere, ans_clock_steady());
    tell(w, before, ok ? NULL : &err, asked);
    ans_edition_release(before);
}

static void reload_what_is_due(struct ans_watch *w, int64_t now)
{
    struct ans_rested all = {.all = true};
    if (atomic_exchange(&w->asked, false)) {
        reload(w, &all, true);
        return;
    }
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_rested what =
        ans_changes_take(&w->changes, now, is_gone, w, arena);
    if (what.count)
        reload(w, &what, false);
    ans_arena_free(arena);
}

/* Counties without a store count as changed from time to time. */
static void retry_stores(struct ans_watch *w, int64_t now)
{
    if (now - w->stores_at < STORE_MS)
        return;
    w->stores_at = now;
    const struct ans_edition *e = ans_edition_acquire(w->options.editions);
    for (size_t i = 0; i < ans_edition_count(e); i++)
        if (ans_edition_at(e, i)->closed.len)
            ans_changes_add(&w->changes, ans_edition_at(e, i)->slug, now);
    ans_edition_release(e);
}

/* The thread. */

static void look(struct ans_watch *w, int64_t now)
{
    if (w->notify) {
        ans_notify_take(w->notify, &w->changes, now);
        if (now - w->looked_at >= PLACE_MS) {
            w->looked_at = now;
            if (!w->last.kind && ans_notify_lost(w->notify))
                ans_changes_add(&w->changes, anywhere, now);
        }
    }
    if (w->look && now - w->looked_at >= LOOK_MS) {
        ans_look_take(w->look, &w->changes, now);
        w->looked_at = ans_clock_steady();
    }
    retry_stores(w, now);
}

static int wait_ms(const struct ans_watch *w)
{
    const int64_t again = 20; /* a gone folder's time is a bit longer */
    int64_t when = next_look(w);
    int64_t now = ans_clock_steady();
    if (when == INT64_MAX)
        return STORE_MS;
    return (int)(when > now ? when - now : again);
}

static void wait_for_more(const struct ans_watch *w)
{
    uint64_t count;
    struct pollfd fds[2] = {
        {.fd = w->wake, .events = POLLIN},
        {.fd = w->notify ? ans_notify_fd(w->notify) : -1, .events = POLLIN}};
    if (poll(fds, 2, wait_ms(w)) > 0 && (fds[0].revents & POLLIN) &&
        read(w->wake, &count, sizeof(count)) < 0)
        return; /* somebody took it before us: there is nobody */
}

static void *run(void *context)
{
    struct ans_watch *w = context;
    if (atomic_load(&w->how) != ANS_WATCH_NEVER)
        ans_changes_add(&w->changes, anywhere, ans_clock_steady());
    sync_watches(w);
    while (!atomic_load(&w->stop)) {
        int64_t now = ans_clock_steady();
        look(w, now);
        reload_what_is_due(w, now);
        wait_for_more(w);
    }
    return NULL;
}

static void wake(struct ans_watch *w)
{
    uint64_t one = 1;
    if (write(w->wake, &one, sizeof(one)) < 0)
        return; /* it is awake already */
}

static bool start_thread(struct ans_watch *w, struct ans_err *err)
{
    errno = pthread_create(&w->thread, NULL, run, w);
    return errno == 0 || ans_err_set_errno(err, "cannot start watching");
}

static void free_watch(struct ans_watch *w)
{
    ans_notify_free(w->notify);
    ans_look_free(w->look);
    ans_changes_free(&w->changes);
    ans_arena_free(w->arena);
    if (w->wake >= 0)
        close(w->wake);
    free(w);
}

struct ans_watch *ans_watch_start(const struct ans_watch_options *options,
                                  struct ans_err *err)
{
    struct ans_watch *w = calloc(1, sizeof(*w));
    struct ans_err why = {0};
    if (!w)
        abort();
    w->arena = ans_arena_new(0);
    w->options = *options;
    w->options.counties =
        ans_arena_str(w->arena, ans_str_from(options->counties)).ptr;
    atomic_init(&w->how, (int)options->how);
    ans_changes_init(&w->changes);
    w->stores_at = ans_clock_steady();
    w->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (w->wake < 0)
        ans_err_set_errno(err, "cannot start watching");
    if (options->how == ANS_WATCH_EVENTS) {
        w->notify = ans_notify_new(options->counties, &why);
        if (!w->notify)
            use_poll(w, &why);
    } else if (options->how == ANS_WATCH_POLL) {
        w->look = ans_look_new(options->counties);
    }
    if (w->wake >= 0 && start_thread(w, err))
        return w;
    free_watch(w);
    return NULL;
}

void ans_watch_stop(struct ans_watch *w)
{
    if (!w)
        return;
    atomic_store(&w->stop, true);
    wake(w);
    pthread_join(w->thread, NULL);
    free_watch(w);
}

void ans_watch_ask(struct ans_watch *w)
{
    atomic_store(&w->asked, true);
    wake(w);
}

enum ans_watching ans_watch_how(const struct ans_watch *w)
{
    return (enum ans_watching)atomic_load(&w->how);
}
