#include "app/mailer.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "join/join.h"
#include "outbox/outbox.h"

#define LONGEST_PAUSE_MS 30000
#define SWEEP_MS         ((int64_t)60 * 60 * 1000)
#define CHORES_MS        ((int64_t)20 * 1000)

struct ans_mailer {
    struct ans_mailer_options options;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    bool woken;
    bool stop;
    int64_t swept_at;
    struct ans_chores *chores; /* NULL until they are handed over */
    int64_t seen_to_at;
};

/* What a job of the writer needs to know of a mail's fate. */
struct fate {
    int64_t mail;
    bool sent;
    bool for_good;
    struct ans_str problem;
    int64_t now;
};

static bool note_fate(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct fate *f = context;
    return f->sent ? ans_outbox_sent(db, f->mail, err)
                   : ans_outbox_not_sent(db, f->mail, f->for_good, f->problem,
                                         f->now, err);
}

static bool next_mail(const struct ans_site *site, struct ans_arena *arena,
                      struct ans_outbox_mail *mail, int64_t *next_due,
                      struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(site->store, err);
    if (!db)
        return false;
    bool ok = ans_outbox_next(db, ans_clock_now(), arena, mail, next_due, err);
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

static bool deliver(const struct ans_mailer *m, const struct ans_site *site,
                    const struct ans_outbox_mail *waiting, struct ans_err *err)
{
    struct ans_mail mail = {
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
    return ans_mail_deliver(&m->options.route, &mail, err);
}

/* One mail of a county; false when none is due or storage fails. */
static bool send_one(const struct ans_mailer *m, const struct ans_site *site,
                     struct ans_arena *arena, int64_t *next_due)
{
    struct ans_err err = {0};
    struct ans_outbox_mail mail = {0};
    if (!next_mail(site, arena, &mail, next_due, &err)) {
        ans_log(ANS_LOG_ERROR, "mail", "%.*s: %s", ANS_STR_ARG(site->slug),
                err.text);
        return false;
    }
    if (!mail.id)
        return false;
    struct ans_err why = {0};
    struct fate fate = {.mail = mail.id, .now = ans_clock_now()};
    fate.sent = deliver(m, site, &mail, &why);
    fate.for_good = why.kind == ANS_ERR_DENIED || why.kind == ANS_ERR_INPUT;
    fate.problem = ans_str_from(why.text);
    if (!fate.sent)
        ans_log(ANS_LOG_WARN, "mail", "%.*s: mail %lld not sent%s: %s",
                ANS_STR_ARG(site->slug), (long long)mail.id,
                fate.for_good ? ", given up" : "", why.text);
    if (ans_store_write(site->store, note_fate, &fate, &err))
        return true;
    ans_log(ANS_LOG_ERROR, "mail", "%.*s: %s", ANS_STR_ARG(site->slug),
            err.text);
    return false;
}

static bool is_stopping(struct ans_mailer *m)
{
    pthread_mutex_lock(&m->mutex);
    bool stop = m->stop;
    pthread_mutex_unlock(&m->mutex);
    return stop;
}

/* Send what is due in every county, a county's mails in a row but not so
 * many that the others wait long. Returns when to look again; 0: at once. */
static int64_t send_due(struct ans_mailer *m)
{
    const int in_a_row = 20;
    int64_t earliest = ans_clock_now() + LONGEST_PAUSE_MS;
    struct ans_arena *arena = ans_arena_new(0);
    const struct ans_edition *edition =
        ans_edition_acquire(m->options.editions);
    for (size_t i = 0; i < ans_edition_count(edition); i++) {
        const struct ans_site *site = ans_edition_at(edition, i);
        int64_t next_due = 0;
        int sent = 0;
        while (site->store && sent < in_a_row && !is_stopping(m) &&
               send_one(m, site, arena, &next_due)) {
            sent++;
            ans_arena_reset(arena);
        }
        if (sent == in_a_row)
            earliest = 0;
        else if (next_due && next_due < earliest)
            earliest = next_due;
    }
    ans_edition_release(edition);
    ans_arena_free(arena);
    return earliest;
}

static void sweep(struct ans_mailer *m)
{
    int64_t now = ans_clock_now();
    if (now - m->swept_at < SWEEP_MS)
        return;
    m->swept_at = now;
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
    do {
        sweep(m);
        see_to_chores(m);
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
    free(m);
}
