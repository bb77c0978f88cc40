#include "app/mailer.h"

#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "join/join.h"
#include "outbox/outbox.h"

#define LONGEST_PAUSE_MS 5000 /* also how often connections may rest */
#define SWEEP_MS         ((int64_t)60 * 60 * 1000)
#define MAILER_NICE      5
#define CHORES_MS        ((int64_t)20 * 1000)

/* What was known of a county's mails after the last look: while nothing has
 * been written since, a look would find the same. */
struct look {
    const struct ans_store *store;
    uint64_t jobs;
    int64_t due; /* 0: none */
};

struct ans_mailer {
    struct ans_mailer_options options;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    bool woken;
    bool stop;
    int64_t swept_at;
    uint64_t renamed_at;       /* generation of the editions */
    struct ans_chores *chores; /* NULL until they are handed over */
    int64_t seen_to_at;
    int64_t rested_at;
    struct look *looks; /* by the county's place in the edition */
    size_t look_count;
};

/* Mails of a county that are due, and what became of each. */
struct batch {
    struct ans_outbox_mail mails[ANS_MAIL_MOST];
    struct ans_err results[ANS_MAIL_MOST];
    size_t count;
    int64_t now;
};

static bool is_for_good(const struct ans_err *result)
{
    return result->kind == ANS_ERR_DENIED || result->kind == ANS_ERR_INPUT;
}

/* A job of the writer. */
static bool note_fates(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct batch *b = context;
    bool ok = true;
    for (size_t i = 0; ok && i < b->count; i++) {
        const struct ans_err *result = &b->results[i];
        int64_t id = b->mails[i].id;
        ok = result->kind
                 ? ans_outbox_not_sent(db, id, is_for_good(result),
                                       ans_str_from(result->text), b->now, err)
                 : ans_outbox_sent(db, id, err);
    }
    return ok;
}

static bool find_due(const struct ans_mailer *m, const struct ans_site *site,
                     struct ans_arena *arena, struct batch *b,
                     int64_t *next_due, struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(site->store, err);
    if (!db)
        return false;
    bool ok =
        ans_outbox_due(db, ans_clock_now(), ans_mail_at_once(&m->options.route),
                       arena, b->mails, &b->count, next_due, err);
    ans_store_release(site->store, db);
    return ok;
}

static struct ans_str reply_address(const struct ans_county *c)
{
    for (size_t i = 0; c && i < c->contacts.count; i++) {
        const struct ans_contact *contact = ANS_AT(ans_contact, c->contacts, i);
        if (contact->email.len)
            return contact->email;
    }
    return (struct ans_str){NULL, 0};
}

static struct ans_mail letter_of(const struct ans_mailer *m,
                                 const struct ans_site *site,
                                 const struct ans_outbox_mail *waiting)
{
    return (struct ans_mail){
        .from = m->options.from,
        .from_name = site->county
                         ? ans_text_in(&site->county->brand, waiting->lang).str
                         : site->slug,
        .to = waiting->recipient,
        .reply_to = reply_address(site->county),
        .subject = waiting->subject,
        .plain = waiting->plain,
        .html = waiting->html,
        .id = waiting->token,
        .lang = waiting->lang,
        .at = waiting->created_at,
    };
}

static void deliver(const struct ans_mailer *m, const struct ans_site *site,
                    struct batch *b)
{
    struct ans_mail letters[ANS_MAIL_MOST];
    for (size_t i = 0; i < b->count; i++)
        letters[i] = letter_of(m, site, &b->mails[i]);
    ans_mail_deliver(&m->options.route, letters, b->count, b->results);
    b->now = ans_clock_now();
    for (size_t i = 0; i < b->count; i++)
        if (b->results[i].kind)
            ans_log(ANS_LOG_WARN, "mail", "%.*s: mail %lld not sent%s: %s",
                    ANS_STR_ARG(site->slug), (long long)b->mails[i].id,
                    is_for_good(&b->results[i]) ? ", given up" : "",
                    b->results[i].text);
}

/* Some mails of a county, whose number is returned; 0 when none is due or
 * storage fails. `next_due` is when to look again; 0: when something has been
 * written. */
static size_t send_batch(const struct ans_mailer *m,
                         const struct ans_site *site, struct ans_arena *arena,
                         int64_t *next_due)
{
    struct ans_err err = {0};
    struct batch b = {.count = 0};
    bool ok = find_due(m, site, arena, &b, next_due, &err);
    if (ok && !b.count)
        return 0;
    if (ok) {
        deliver(m, site, &b);
        ok = ans_store_write(site->store, note_fates, &b, &err);
    }
    if (ok)
        return b.count;
    ans_log(ANS_LOG_ERROR, "mail", "%.*s: %s", ANS_STR_ARG(site->slug),
            err.text);
    *next_due = ans_clock_now() + LONGEST_PAUSE_MS;
    return 0;
}

static bool is_stopping(struct ans_mailer *m)
{
    pthread_mutex_lock(&m->mutex);
    bool stop = m->stop;
    pthread_mutex_unlock(&m->mutex);
    return stop;
}

/* The place of the i-th county's look; a new one says that nothing is known. */
static struct look *look_of(struct ans_mailer *m, size_t i,
                            const struct ans_store *store)
{
    if (i >= m->look_count) {
        m->looks = realloc(m->looks, (i + 1) * sizeof(*m->looks));
        if (!m->looks)
            abort();
        memset(&m->looks[m->look_count], 0,
               (i + 1 - m->look_count) * sizeof(*m->looks));
        m->look_count = i + 1;
    }
    if (m->looks[i].store != store)
        m->looks[i] = (struct look){.store = store, .jobs = UINT64_MAX};
    return &m->looks[i];
}

static bool may_be_due(const struct look *look, uint64_t jobs)
{
    return look->jobs != jobs || (look->due && look->due <= ans_clock_now());
}

/* Send what is due in one county, but not so many in a row that the others
 * wait long. Returns when to look again; 0: at once. */
static int64_t send_some(struct ans_mailer *m, const struct ans_site *site,
                         struct look *look, struct ans_arena *arena)
{
    const size_t in_a_row = 20;
    uint64_t jobs = ans_store_figures(site->store).jobs;
    size_t sent = 0;
    size_t some = 1;
    if (!may_be_due(look, jobs))
        return look->due ? look->due : INT64_MAX;
    look->due = 0;
    while (some && sent < in_a_row && !is_stopping(m)) {
        some = send_batch(m, site, arena, &look->due);
        sent += some;
        ans_arena_reset(arena);
    }
    look->jobs = sent ? UINT64_MAX : jobs;
    if (sent >= in_a_row)
        return 0;
    return look->due ? look->due : INT64_MAX;
}

/* Send what is due in every county. Returns when to look again; 0: at once. */
static int64_t send_due(struct ans_mailer *m)
{
    int64_t earliest = ans_clock_now() + LONGEST_PAUSE_MS;
    struct ans_arena *arena = ans_arena_new(0);
    const struct ans_edition *edition =
        ans_edition_acquire(m->options.editions);
    for (size_t i = 0; i < ans_edition_count(edition); i++) {
        const struct ans_site *site = ans_edition_at(edition, i);
        if (!site->store)
            continue;
        int64_t when = send_some(m, site, look_of(m, i, site->store), arena);
        if (when < earliest)
            earliest = when;
    }
    ans_edition_release(edition);
    ans_arena_free(arena);
    return earliest;
}

/* Let connections rest that nobody has used for a while. What they gave back
 * lies between what others keep, where malloc leaves it unless it is asked. */
static void rest(struct ans_mailer *m)
{
    int64_t now = ans_clock_now();
    if (now - m->rested_at < LONGEST_PAUSE_MS)
        return;
    m->rested_at = now;
    size_t closed = 0;
    const struct ans_edition *edition =
        ans_edition_acquire(m->options.editions);
    for (size_t i = 0; i < ans_edition_count(edition); i++)
        if (ans_edition_at(edition, i)->store)
            closed += ans_store_rest(ans_edition_at(edition, i)->store);
    ans_edition_release(edition);
    if (closed)
        malloc_trim(0);
}

/* Members follow areas that were renamed; looked for when scripts changed, and
 * with each sweep, since who was half-way may still join under an old name. */
static void rename_areas(struct ans_mailer *m)
{
    uint64_t now = *ans_editions_generation(m->options.editions);
    bool seen = m->renamed_at == now;
    m->renamed_at = now;
    const struct ans_edition *edition =
        seen ? NULL : ans_edition_acquire(m->options.editions);
    for (size_t i = 0; edition && i < ans_edition_count(edition); i++) {
        const struct ans_site *site = ans_edition_at(edition, i);
        struct ans_err err = {0};
        bool more = site->store && site->county;
        while (
            more && !is_stopping(m) &&
            ans_register_rename_areas(site->store, site->county, &more, &err))
            ;
        if (err.kind)
            ans_log(ANS_LOG_WARN, "app", "%.*s: renaming areas: %s",
                    ANS_STR_ARG(site->slug), err.text);
    }
    if (edition)
        ans_edition_release(edition);
}

static void sweep(struct ans_mailer *m)
{
    int64_t now = ans_clock_now();
    if (now - m->swept_at < SWEEP_MS)
        return;
    m->swept_at = now;
    m->renamed_at = 0;
    const struct ans_edition *edition =
        ans_edition_acquire(m->options.editions);
    for (size_t i = 0; i < ans_edition_count(edition); i++) {
        const struct ans_site *site = ans_edition_at(edition, i);
        struct ans_err err = {0};
        bool more = true;
        if (!site->store) /* closed */
            continue;
        while (more && !is_stopping(m) &&
               ans_register_reindex(site->store, &more, &err))
            ;
        more = !err.kind;
        while (more && !is_stopping(m) &&
               ans_join_sweep(site->store, now, &more, &err))
            ;
        if (err.kind)
            ans_log(ANS_LOG_WARN, "app", "%.*s: housekeeping: %s",
                    ANS_STR_ARG(site->slug), err.text);
    }
    ans_edition_release(edition);
}

static void see_to_chores(struct ans_mailer *m)
{
    int64_t now = ans_clock_now();
    pthread_mutex_lock(&m->mutex);
    struct ans_chores *chores = m->chores;
    pthread_mutex_unlock(&m->mutex);
    if (!chores || now - m->seen_to_at < CHORES_MS)
        return;
    m->seen_to_at = now;
    ans_chores_run(chores);
}

/* Wait for a wake-up or until `when` (ms); false: stop. */
static bool pause_until(struct ans_mailer *m, int64_t when)
{
    struct timespec t = {when / 1000, (when % 1000) * 1000000};
    pthread_mutex_lock(&m->mutex);
    int timed_out = 0;
    while (when && !m->woken && !m->stop && !timed_out)
        timed_out = pthread_cond_timedwait(&m->wake, &m->mutex, &t);
    m->woken = false;
    bool go_on = !m->stop;
    pthread_mutex_unlock(&m->mutex);
    return go_on;
}

static void *run(void *context)
{
    struct ans_mailer *m = context;
    int64_t when;
    /* Of this thread alone: visitors wait for theirs, nobody for this one. */
    (void)setpriority(PRIO_PROCESS, 0, MAILER_NICE);
    do {
        sweep(m);
        rename_areas(m);
        see_to_chores(m);
        rest(m);
        when = send_due(m);
    } while (pause_until(m, when));
    return NULL;
}

struct ans_mailer *ans_mailer_start(const struct ans_mailer_options *options,
                                    struct ans_err *err)
{
    struct ans_mailer *m = calloc(1, sizeof(*m));
    if (!m)
        abort();
    m->options = *options;
    pthread_mutex_init(&m->mutex, NULL);
    pthread_cond_init(&m->wake, NULL);
    if (pthread_create(&m->thread, NULL, run, m) == 0)
        return m;
    ans_err_set(err, ANS_ERR_INTERNAL, "cannot start the mail thread");
    pthread_cond_destroy(&m->wake);
    pthread_mutex_destroy(&m->mutex);
    free(m);
    return NULL;
}

static void signal_thread(struct ans_mailer *m, bool *flag)
{
    pthread_mutex_lock(&m->mutex);
    *flag = true;
    pthread_cond_signal(&m->wake);
    pthread_mutex_unlock(&m->mutex);
}

void ans_mailer_take_chores(struct ans_mailer *m, struct ans_chores *chores)
{
    pthread_mutex_lock(&m->mutex);
    m->chores = chores;
    pthread_mutex_unlock(&m->mutex);
    ans_mailer_wake(m);
}

void ans_mailer_wake(void *mailer)
{
    struct ans_mailer *m = mailer;
    signal_thread(m, &m->woken);
}

void ans_mailer_stop(struct ans_mailer *m)
{
    if (!m)
        return;
    signal_thread(m, &m->stop);
    pthread_join(m->thread, NULL);
    pthread_cond_destroy(&m->wake);
    pthread_mutex_destroy(&m->mutex);
    free(m->looks);
    free(m);
}
