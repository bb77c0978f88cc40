/* bare_commit: the control for the durable join: SQLite and nothing else.
 *
 *     bench_bare_commit SAMPLE.db WORK.db JOINS CLIENTS
 *
 * Writes the rows of the newest join in SAMPLE.db again and again, into the
 * same tables in the new file WORK.db: clients queue a join and sleep until it
 * is durable; one thread takes what is queued into one transaction and commits
 * it with synchronous=FULL. No HTTP, no form, no rules, no looking before
 * writing. Prints the same line of JSON as bench_post.
 */
#include <pthread.h>
#include <semaphore.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"
#include "member/schema.h"
#include "store/store.h"

#define MOST_CLIENTS 256
#define MOST_BATCH   128
#define MOST_COLUMNS 16
#define MOST_ROWS    16   /* of one join in one table */
#define WAL_BOUND    4000 /* pages */

/* Parameter 1 of each is the member; `vary` marks columns that no two joins
 * share, from the first one selected. */
static const struct table {
    const char *select;
    const char *insert;
    unsigned vary;
} tables[] = {
    {"SELECT state, name, kind, municipality, org_number, email, lang,"
     " strategy, script_version, areas, submitted_at, identity, name_key,"
     " words, answers FROM member WHERE id = ?1",
     "INSERT INTO member (id, state, name, kind, municipality, org_number,"
     " email, lang, strategy, script_version, areas, submitted_at, identity,"
     " name_key, words, answers) VALUES"
     " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
     1U << 1 | 1U << 4 | 1U << 5 | 1U << 11 | 1U << 12},
    {"SELECT hash, sealed_at, document FROM commitment WHERE member = ?1",
     "INSERT INTO commitment (member, hash, sealed_at, document)"
     " VALUES (?1, ?2, ?3, ?4)",
     1U},
    {"SELECT place, item, state FROM package_item WHERE member = ?1",
     "INSERT INTO package_item (member, place, item, state)"
     " VALUES (?1, ?2, ?3, ?4)",
     0},
    {"SELECT token, purpose, made_at FROM link WHERE member = ?1",
     "INSERT INTO link (member, token, purpose, made_at)"
     " VALUES (?1, ?2, ?3, ?4)",
     1U},
    {"SELECT token, purpose, recipient, lang, subject, plain, html,"
     " created_at, due_at FROM mail WHERE purpose = 'confirm' AND plain > ''"
     " ORDER BY id DESC LIMIT 1",
     "INSERT INTO mail (token, purpose, recipient, lang, subject, plain,"
     " html, created_at, due_at)"
     " VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
     1U | 1U << 2},
    {"SELECT at, actor, action, detail FROM audit WHERE member = ?1",
     "INSERT INTO audit (member, at, actor, action, detail)"
     " VALUES (?1, ?2, ?3, ?4, ?5)",
     0},
};

struct sample {
    sqlite3_value *rows[ANS_COUNT(tables)][MOST_ROWS][MOST_COLUMNS];
    int row_count[ANS_COUNT(tables)];
    int column_count[ANS_COUNT(tables)];
};

struct job {
    size_t number;
    sem_t durable;
    struct job *next;
};

struct loop {
    sqlite3 *db;
    sqlite3_stmt *inserts[ANS_COUNT(tables)];
    sqlite3_stmt *begin, *commit, *consume;
    struct sample sample;
    pthread_mutex_t lock;
    pthread_cond_t filled;
    struct job *first, **last;
    bool ended;
    int wal_pages;
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

static void check(bool ok, const char *what, sqlite3 *db)
{
    if (ok)
        return;
    fprintf(stderr, "bench_bare_commit: %s: %s\n", what,
            db ? sqlite3_errmsg(db) : "");
    exit(1);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *st = NULL;
    check(sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK, sql, db);
    return st;
}

static void run(sqlite3 *db, sqlite3_stmt *st)
{
    check(sqlite3_step(st) == SQLITE_DONE, sqlite3_sql(st), db);
    sqlite3_reset(st);
}

static void exec(sqlite3 *db, const char *sql)
{
    check(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, sql, db);
}

/* The sample. */

static int64_t newest_member(sqlite3 *db)
{
    sqlite3_stmt *st = prepare(db, "SELECT max(member) FROM commitment");
    check(sqlite3_step(st) == SQLITE_ROW && sqlite3_column_int64(st, 0) > 0,
          "the sample has no join", NULL);
    int64_t id = sqlite3_column_int64(st, 0);
    sqlite3_finalize(st);
    return id;
}

static void read_table(sqlite3 *db, size_t t, int64_t member, struct sample *s)
{
    sqlite3_stmt *st = prepare(db, tables[t].select);
    if (sqlite3_bind_parameter_count(st) > 0)
        sqlite3_bind_int64(st, 1, member);
    s->column_count[t] = sqlite3_column_count(st);
    int n = 0;
    for (; n < MOST_ROWS && sqlite3_step(st) == SQLITE_ROW; n++)
        for (int c = 0; c < s->column_count[t]; c++)
            s->rows[t][n][c] = sqlite3_value_dup(sqlite3_column_value(st, c));
    s->row_count[t] = n;
    sqlite3_finalize(st);
    check(n > 0, tables[t].select, NULL);
}

static void read_sample(const char *path, struct sample *s)
{
    sqlite3 *db = NULL;
    check(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK,
          path, db);
    int64_t member = newest_member(db);
    for (size_t t = 0; t < ANS_COUNT(tables); t++)
        read_table(db, t, member, s);
    sqlite3_close(db);
}

static void free_sample(struct sample *s)
{
    for (size_t t = 0; t < ANS_COUNT(tables); t++)
        for (int r = 0; r < s->row_count[t]; r++)
            for (int c = 0; c < s->column_count[t]; c++)
                sqlite3_value_free(s->rows[t][r][c]);
}

/* Writing it again. */

/* The value with its first bytes replaced by what a number gives. */
static void bind_varied(sqlite3_stmt *st, int at, sqlite3_value *v,
                        size_t number)
{
    int len = sqlite3_value_bytes(v);
    const void *bytes = sqlite3_value_blob(v);
    char copy[256];
    if (len > (int)sizeof(copy))
        len = (int)sizeof(copy);
    if (len)
        memcpy(copy, bytes, (size_t)len);
    if (sqlite3_value_type(v) == SQLITE_TEXT) {
        char digits[24];
        int n = snprintf(digits, sizeof(digits), "%010zu", number);
        memcpy(copy, digits, (size_t)(n < len ? n : len));
        sqlite3_bind_text(st, at, copy, len, SQLITE_TRANSIENT);
        return;
    }
    /* spread, as hashes are (splitmix64) */
    uint64_t z = (number + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    z ^= z >> 31;
    memcpy(copy, &z, len < 8 ? (size_t)len : 8);
    sqlite3_bind_blob(st, at, copy, len, SQLITE_TRANSIENT);
}

static void insert_table(struct loop *l, size_t t, int64_t member,
                         size_t number)
{
    sqlite3_stmt *st = l->inserts[t];
    const struct sample *s = &l->sample;
    for (int r = 0; r < s->row_count[t]; r++) {
        if (member)
            sqlite3_bind_int64(st, 1, member);
        for (int c = 0; c < s->column_count[t]; c++) {
            if (tables[t].vary & 1U << c)
                bind_varied(st, c + 2, s->rows[t][r][c], number);
            else
                sqlite3_bind_value(st, c + 2, s->rows[t][r][c]);
        }
        run(l->db, st);
    }
}

static void write_join(struct loop *l, size_t number)
{
    insert_table(l, 0, 0, number);
    int64_t member = sqlite3_last_insert_rowid(l->db);
    for (size_t t = 1; t < ANS_COUNT(tables); t++)
        insert_table(l, t, member, number);
    sqlite3_bind_int64(l->consume, 1, member);
    sqlite3_bind_int64(l->consume, 2, (int64_t)number + 1);
    run(l->db, l->consume);
}

/* Waits for work; returns what is queued, at most a batch; NULL: the end. */
static struct job *take(struct loop *l)
{
    pthread_mutex_lock(&l->lock);
    while (!l->first && !l->ended)
        pthread_cond_wait(&l->filled, &l->lock);
    struct job *batch = l->first;
    struct job **end = &l->first;
    for (int n = 0; *end && n < MOST_BATCH; n++)
        end = &(*end)->next;
    l->first = *end;
    if (end != &l->first)
        *end = NULL;
    if (!l->first)
        l->last = &l->first;
    pthread_mutex_unlock(&l->lock);
    return batch;
}

static void *run_writer(void *context)
{
    struct loop *l = context;
    int checkpoint_at = WAL_BOUND;
    for (struct job *batch; (batch = take(l));) {
        run(l->db, l->begin);
        for (struct job *j = batch; j; j = j->next)
            write_join(l, j->number);
        run(l->db, l->commit);
        for (struct job *next; batch; batch = next) {
            next = batch->next;
            sem_post(&batch->durable);
        }
        if (l->wal_pages + WAL_BOUND < checkpoint_at)
            checkpoint_at = WAL_BOUND;
        if (l->wal_pages < checkpoint_at)
            continue;
        sqlite3_wal_checkpoint_v2(l->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL,
                                  NULL);
        checkpoint_at = l->wal_pages + WAL_BOUND;
    }
    return NULL;
}

static void *run_client(void *context)
{
    struct loop *l = context;
    struct job job = {0};
    sem_init(&job.durable, 0, 0);
    while ((job.number = atomic_fetch_add(&l->next, 1)) < l->count) {
        double began = now();
        job.next = NULL;
        pthread_mutex_lock(&l->lock);
        *l->last = &job;
        l->last = &job.next;
        pthread_cond_signal(&l->filled);
        pthread_mutex_unlock(&l->lock);
        while (sem_wait(&job.durable) != 0)
            ;
        l->times[job.number] = (uint32_t)((now() - began) * 1e6) + 1;
    }
    sem_destroy(&job.durable);
    return NULL;
}

/* The new file. */

static int after_commit(void *context, sqlite3 *db, const char *schema,
                        int pages)
{
    (void)db;
    (void)schema;
    ((struct loop *)context)->wal_pages = pages;
    return SQLITE_OK;
}

static void make_tables(const char *path)
{
    struct ans_store_options options = ans_schema_county(path);
    struct ans_err err = {0};
    unlink(path);
    struct ans_store *store = ans_store_open(&options, &err);
    check(store != NULL, err.text, NULL);
    ans_store_close(store);
}

static void add_drafts(struct loop *l)
{
    sqlite3_stmt *st = prepare(
        l->db, "INSERT INTO draft (token, script_version, lang, updated_at,"
               " raw) VALUES (randomblob(32), hex(randomblob(32)), 'sv', 0,"
               " hex(randomblob(300)))");
    run(l->db, l->begin);
    for (size_t i = 0; i < l->count; i++)
        run(l->db, st);
    run(l->db, l->commit);
    sqlite3_finalize(st);
    exec(l->db, "PRAGMA wal_checkpoint(TRUNCATE)");
}

static void open_loop(struct loop *l, const char *path)
{
    make_tables(path);
    check(sqlite3_open(path, &l->db) == SQLITE_OK, path, l->db);
    exec(l->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY");
    l->begin = prepare(l->db, "BEGIN IMMEDIATE");
    l->commit = prepare(l->db, "COMMIT");
    l->consume =
        prepare(l->db, "UPDATE draft SET member = ?1, raw = '' WHERE id = ?2");
    for (size_t t = 0; t < ANS_COUNT(tables); t++)
        l->inserts[t] = prepare(l->db, tables[t].insert);
    add_drafts(l);
    sqlite3_wal_hook(l->db, after_commit, l);
    pthread_mutex_init(&l->lock, NULL);
    pthread_cond_init(&l->filled, NULL);
    l->last = &l->first;
    l->times = calloc(l->count + 1, sizeof(*l->times));
    check(l->times != NULL, "memory", NULL);
}

static void close_loop(struct loop *l)
{
    sqlite3_finalize(l->begin);
    sqlite3_finalize(l->commit);
    sqlite3_finalize(l->consume);
    for (size_t t = 0; t < ANS_COUNT(tables); t++)
        sqlite3_finalize(l->inserts[t]);
    sqlite3_close(l->db);
    free_sample(&l->sample);
    free(l->times);
}

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void run_all(struct loop *l, int clients)
{
    pthread_t writer;
    pthread_t threads[MOST_CLIENTS];
    double began = now();
    check(pthread_create(&writer, NULL, run_writer, l) == 0, "thread", NULL);
    for (int i = 0; i < clients; i++)
        check(pthread_create(&threads[i], NULL, run_client, l) == 0, "thread",
              NULL);
    for (int i = 0; i < clients; i++)
        pthread_join(threads[i], NULL);
    double seconds = now() - began;
    pthread_mutex_lock(&l->lock);
    l->ended = true;
    pthread_cond_signal(&l->filled);
    pthread_mutex_unlock(&l->lock);
    pthread_join(writer, NULL);
    qsort(l->times, l->count, sizeof(*l->times), by_size);
    printf("{\"accepted\":%zu,\"others\":0,\"seconds\":%.3f,\"rate\":%.1f,"
           "\"p50_us\":%u,\"p99_us\":%u}\n",
           l->count, seconds, (double)l->count / seconds,
           l->times[l->count / 2], l->times[l->count * 99 / 100]);
}

int main(int argc, char **argv)
{
    static struct loop l; /* large */
    int clients = argc == 5 ? atoi(argv[4]) : 0;
    if (argc != 5 || atol(argv[3]) < 1 || clients < 1 ||
        clients > MOST_CLIENTS) {
        fputs("usage: bench_bare_commit SAMPLE.db WORK.db JOINS CLIENTS\n",
              stderr);
        return 2;
    }
    l.count = (size_t)atol(argv[3]);
    read_sample(argv[1], &l.sample);
    open_loop(&l, argv[2]);
    run_all(&l, clients);
    close_loop(&l);
    return 0;
}
