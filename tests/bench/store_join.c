/* bench_store_join: the durable join without what stands before it.
 *
 *     bench_store_join SAMPLE.db WORK.db JOINS CLIENTS
 *
 * Submits the newest join of SAMPLE.db again and again, from many threads,
 * as the form does when everything is judged and written (ans_join_submit):
 * no HTTP, no form, no letter. Beside bare_commit it tells what the store
 * takes, and beside the service what the rest takes. Prints the same line of
 * JSON as bench_post.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "join/commitment.h"
#include "join/join.h"
#include "member/schema.h"

#define MOST_CLIENTS 256

struct sample {
    struct ans_member member;
    struct ans_commitment commitment;
    struct ans_outbox_mail mail;
    struct ans_submission submission; /* its items */
};

struct load {
    struct ans_store *store;
    struct sample sample;
    size_t count;
    _Atomic size_t next;
    uint32_t *times; /* microseconds */
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void check(bool ok, const struct ans_err *err)
{
    if (ok)
        return;
    fprintf(stderr, "bench_store_join: %s\n", err->text);
    exit(1);
}

/* The sample. */

static int64_t newest_member(struct ans_db *db, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "SELECT max(member) FROM commitment", err);
    check(st && ans_stmt_step(st, err), err);
    int64_t id = ans_stmt_int(st, 0);
    ans_stmt_release(st);
    return id;
}

static void read_items(struct ans_db *db, int64_t member,
                       struct ans_arena *arena, struct ans_submission *s,
                       struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT item, state FROM package_item WHERE member = ? ORDER BY place",
        err);
    check(st != NULL, err);
    ans_stmt_bind_int(st, 1, member);
    while (ans_stmt_step(st, err)) {
        s->item_offers[s->item_count] =
            ans_str_is(ans_stmt_str(st, 1), "offered");
        s->item_ids[s->item_count++] =
            ans_arena_str(arena, ans_stmt_str(st, 0));
    }
    ans_stmt_release(st);
    check(!err->kind, err);
}

static void read_sample(const char *path, struct ans_arena *arena,
                        struct sample *s)
{
    struct ans_err err = {0};
    int64_t due;
    size_t count;
    struct ans_store_options options = ans_schema_county(path);
    struct ans_store *store = ans_store_open(&options, &err);
    check(store != NULL, &err);
    struct ans_db *db = ans_store_acquire(store, &err);
    check(db != NULL, &err);
    int64_t id = newest_member(db, &err);
    check(ans_member_get(db, id, arena, &s->member, &err) &&
              ans_commitment_of(db, id, arena, &s->commitment, &err) &&
              ans_outbox_due(db, INT64_MAX, 1, arena, &s->mail, &count, &due,
                             &err),
          &err);
    read_items(db, id, arena, &s->submission, &err);
    ans_store_release(store, db);
    ans_store_close(store);
}

/* Submitting it again. */

static bool never_again(void *context, struct ans_outbox_mail mails[2],
                        struct ans_err *err)
{
    (void)context;
    (void)mails;
    return ans_err_set(err, ANS_ERR_INTERNAL, "a number came twice");
}

static void submit(struct load *l, size_t number, struct ans_arena *arena)
{
    struct ans_err err = {0};
    unsigned long long n = number;
    struct ans_draft draft = {.id = (int64_t)number + 1};
    struct ans_member m = l->sample.member;
    struct ans_outbox_mail mail = l->sample.mail;
    struct ans_submission s = l->sample.submission;
    m.id = 0;
    m.name = ans_arena_printf(arena, "Åkerby verkstad %llu AB", n);
    m.org_number = ans_arena_printf(arena, "%010llu", n);
    m.email = ans_arena_printf(arena, "verkstad%llu@exempel.se", n);
    mail.recipient = m.email;
    mail.token = ans_token_new(arena);
    s.draft = &draft;
    s.member = &m;
    s.commitment = l->sample.commitment.document;
    s.confirm_token = ans_token_new(arena);
    s.confirm_mail = &mail;
    s.make_again = never_again;
    s.now = mail.created_at;
    check(ans_join_submit(l->store, &s, &err), &err);
}

static void *run_client(void *context)
{
    struct load *l = context;
    struct ans_arena *arena = ans_arena_new(0);
    for (size_t i; (i = atomic_fetch_add(&l->next, 1)) < l->count;) {
        double began = now();
        submit(l, i, arena);
        l->times[i] = (uint32_t)((now() - began) * 1e6) + 1;
        ans_arena_reset(arena);
    }
    ans_arena_free(arena);
    return NULL;
}

static bool add_drafts(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct load *l = context;
    for (size_t i = 0; i < l->count; i++) {
        struct ans_stmt *st = ans_stmt_get(
            db,
            "INSERT INTO draft (token, script_version, lang, updated_at, raw)"
            " VALUES (randomblob(32), hex(randomblob(32)), 'sv', 0,"
            " hex(randomblob(300)))",
            err);
        if (!st || !ans_stmt_run(st, err))
            return false;
    }
    return true;
}

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void run_all(struct load *l, int clients)
{
    pthread_t threads[MOST_CLIENTS];
    struct ans_err err = {.text = "no thread"};
    double began = now();
    for (int i = 0; i < clients; i++)
        check(pthread_create(&threads[i], NULL, run_client, l) == 0, &err);
    for (int i = 0; i < clients; i++)
        pthread_join(threads[i], NULL);
    double seconds = now() - began;
    qsort(l->times, l->count, sizeof(*l->times), by_size);
    printf("{\"accepted\":%zu,\"others\":0,\"seconds\":%.3f,\"rate\":%.1f,"
           "\"p50_us\":%u,\"p99_us\":%u}\n",
           l->count, seconds, (double)l->count / seconds,
           l->times[l->count / 2], l->times[l->count * 99 / 100]);
}

int main(int argc, char **argv)
{
    static struct load l;
    struct ans_err err = {0};
    int clients = argc == 5 ? atoi(argv[4]) : 0;
    if (argc != 5 || atol(argv[3]) < 1 || clients < 1 ||
        clients > MOST_CLIENTS) {
        fputs("usage: bench_store_join SAMPLE.db WORK.db JOINS CLIENTS\n",
              stderr);
        return 2;
    }
    check(ans_secret_init(&err), &err);
    struct ans_arena *arena = ans_arena_new(0);
    read_sample(argv[1], arena, &l.sample);
    unlink(argv[2]);
    struct ans_store_options options = ans_schema_county(argv[2]);
    l.count = (size_t)atol(argv[3]);
    l.times = calloc(l.count + 1, sizeof(*l.times));
    l.store = ans_store_open(&options, &err);
    check(l.store && l.times && ans_store_write(l.store, add_drafts, &l, &err),
          &err);
    run_all(&l, clients);
    ans_store_close(l.store);
    ans_arena_free(arena);
    free(l.times);
    return 0;
}
