/* Many threads at once: writing, reading, replacing. */
#include "store/fixture.h"

#include <pthread.h>
#include <stdatomic.h>

#include "base/clock.h"

#define WRITERS 32
#define READERS 8
#define WRITES  100

struct crowd {
    struct fixture *f;
    atomic_int next; /* a number for each text */
    atomic_int saved, refused, faults;
    atomic_int spoilt; /* restarts of the WAL that somebody read through */
    atomic_bool stop;
};

/* Adds 1 to a row's amount and a row; the sum and the count always agree. */
static bool add_and_count(struct ans_db *db, void *context, struct ans_err *err)
{
    if (!add_note(db, context, err))
        return false;
    struct ans_stmt *st = ans_stmt_get(
        db, "UPDATE note SET amount = amount + 1 WHERE id = 1", err);
    if (!st || !ans_stmt_run(st, err))
        return false;
    ans_db_touch(db);
    return true;
}

static void *write_many(void *context)
{
    struct crowd *crowd = context;
    for (int i = 0; i < WRITES; i++) {
        struct ans_err err = {0};
        char text[32];
        int n = atomic_fetch_add(&crowd->next, 1);
        /* One in ten repeats a text that is there, and must fail alone. */
        snprintf(text, sizeof(text), n % 10 ? "note %d" : "first", n);
        if (ans_store_write(crowd->f->store, add_and_count, text, &err))
            atomic_fetch_add(&crowd->saved, 1);
        else if (err.kind == ANS_ERR_CONFLICT)
            atomic_fetch_add(&crowd->refused, 1);
        else
            atomic_fetch_add(&crowd->faults, 1);
    }
    return NULL;
}

static void *read_on(void *context)
{
    struct crowd *crowd = context;
    int64_t before = 0;
    while (!atomic_load(&crowd->stop)) {
        struct ans_err err = {0};
        struct ans_db *db = ans_store_acquire(crowd->f->store, &err);
        if (!db) {
            atomic_fetch_add(&crowd->faults, 1);
            continue;
        }
        int64_t count = number(db, COUNT_NOTES);
        int64_t sum = number(db, "SELECT amount FROM note WHERE id = 1");
        ans_store_release(crowd->f->store, db);
        if (count != sum || count < before)
            atomic_fetch_add(&crowd->faults, 1);
        before = count;
    }
    return NULL;
}

static void thirty_two_writers_and_eight_readers_agree(void **state)
{
    struct fixture *f = *state;
    struct crowd crowd = {.f = f, .next = 1};
    char first[] = "first";
    assert_true(ans_store_write(f->store, add_and_count, first, &f->err));
    pthread_t writers[WRITERS], readers[READERS];
    for (int i = 0; i < READERS; i++)
        pthread_create(&readers[i], NULL, read_on, &crowd);
    for (int i = 0; i < WRITERS; i++)
        pthread_create(&writers[i], NULL, write_many, &crowd);
    for (int i = 0; i < WRITERS; i++)
        pthread_join(writers[i], NULL);
    atomic_store(&crowd.stop, true);
    for (int i = 0; i < READERS; i++)
        pthread_join(readers[i], NULL);

    assert_int_equal(crowd.faults, 0);
    assert_int_equal(crowd.refused, WRITERS * WRITES / 10);
    assert_int_equal(crowd.saved, WRITERS * WRITES * 9 / 10);
    assert_int_equal(read_number(f->store, COUNT_NOTES), crowd.saved + 1);
    struct ans_store_figures figures = ans_store_figures(f->store);
    assert_int_equal(figures.jobs, crowd.saved + 1);
    assert_true(figures.batches < figures.jobs);
    assert_int_equal(figures.queued, 0);
}

static void the_generation_is_raised_before_the_caller_is_woken(void **state)
{
    struct fixture *f = *state;
    const _Atomic uint64_t *generation = ans_store_generation(f->store);
    for (int i = 0; i < 200; i++) {
        uint64_t before = *generation;
        char text[32];
        snprintf(text, sizeof(text), "note %d", i);
        assert_true(ans_store_write(f->store, add_and_count, text, &f->err));
        assert_true(*generation > before);
    }
}

static bool add_large(struct ans_db *db, void *context, struct ans_err *err)
{
    int *n = context;
    struct ans_stmt *st = ans_stmt_get(
        db, "INSERT INTO note (text) VALUES (? || hex(zeroblob(200000)))", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, (*n)++);
    return ans_stmt_run(st, err);
}

/* What a restart of the WAL waits for readers, and what is written between
 * two attempts (store/internal.h). */
#define RESTART_WAIT 20
#define BETWEEN      (4000 * INT64_C(4120))

/* Holds each moment for a while, so that among three there is always one. On a
 * busy machine a thread may have to wait for its turn while it holds one, for
 * longer than a restart is patient. */
static void *linger(void *context)
{
    struct crowd *crowd = context;
    while (!atomic_load(&crowd->stop)) {
        struct ans_err err = {0};
        int64_t began = ans_clock_steady();
        struct ans_db *db = ans_store_acquire(crowd->f->store, &err);
        if (!db)
            atomic_fetch_add(&crowd->faults, 1);
        usleep(3000);
        ans_store_release(crowd->f->store, db);
        int64_t held = ans_clock_steady() - began;
        atomic_fetch_add(&crowd->spoilt, (int)(held / RESTART_WAIT));
    }
    return NULL;
}

/* How large the WAL becomes while about 200 MB are written, each text also
 * into an index. */
static int64_t highest_of(struct crowd *crowd, int *n)
{
    struct fixture *f = crowd->f;
    int64_t highest = 0;
    pthread_t readers[3];
    for (int i = 0; i < 3; i++)
        pthread_create(&readers[i], NULL, linger, crowd);
    for (int i = 0; i < 250; i++) {
        assert_true(ans_store_write(f->store, add_large, n, &f->err));
        int64_t bytes = ans_store_figures(f->store).wal_bytes;
        highest = bytes > highest ? bytes : highest;
    }
    atomic_store(&crowd->stop, true);
    for (int i = 0; i < 3; i++)
        pthread_join(readers[i], NULL);
    return highest;
}

/* Readers that never all leave at once would let it grow for ever. Each reader
 * that outlasts a restart may cost what is written until the next one; when
 * that is much, it is tried once more, since such a bound says little. */
static void the_wal_stays_bounded_while_somebody_always_reads(void **state)
{
    struct fixture *f = *state;
    const int64_t bound = 100 << 20;
    int n = 0;
    int64_t highest = 0;
    int64_t most = bound;
    for (int round = 0; round < 3 && (!round || highest > bound); round++) {
        struct crowd crowd = {.f = f};
        highest = highest_of(&crowd, &n);
        most = bound + crowd.spoilt * BETWEEN;
        assert_int_equal(crowd.faults, 0);
    }
    assert_in_range(highest, 10 << 20, most);
}

/* Replacing under load. */

static void *read_sums(void *context)
{
    struct crowd *crowd = context;
    while (!atomic_load(&crowd->stop)) {
        struct ans_err err = {0};
        struct ans_db *db = ans_store_acquire(crowd->f->store, &err);
        if (!db) {
            atomic_fetch_add(&crowd->faults, 1);
            continue;
        }
        int64_t count = number(db, COUNT_NOTES);
        int64_t sum = number(db, "SELECT amount FROM note WHERE id = 1");
        ans_store_release(crowd->f->store, db);
        if (count != sum)
            atomic_fetch_add(&crowd->faults, 1);
    }
    return NULL;
}

static void *write_on(void *context)
{
    struct crowd *crowd = context;
    while (!atomic_load(&crowd->stop)) {
        struct ans_err err = {0};
        char text[32];
        snprintf(text, sizeof(text), "note %d",
                 atomic_fetch_add(&crowd->next, 1));
        if (!ans_store_write(crowd->f->store, add_and_count, text, &err))
            atomic_fetch_add(&crowd->faults, 1);
        atomic_fetch_add(&crowd->saved, 1);
    }
    return NULL;
}

static void replacing_under_load_mixes_nothing(void **state)
{
    struct fixture *f = *state;
    struct crowd crowd = {.f = f, .next = 1};
    char first[] = "first", to[192];
    path_in(f, "copy.db", to, sizeof(to));
    assert_true(ans_store_write(f->store, add_and_count, first, &f->err));
    pthread_t writers[8], readers[4];
    for (int i = 0; i < 8; i++)
        pthread_create(&writers[i], NULL, write_on, &crowd);
    for (int i = 0; i < 4; i++)
        pthread_create(&readers[i], NULL, read_sums, &crowd);
    for (int round = 0; round < 5; round++) {
        assert_true(ans_store_backup(f->store, to, &f->err));
        int so_far = atomic_load(&crowd.saved);
        while (atomic_load(&crowd.saved) < so_far + 50)
            usleep(500);
        uint64_t generation = *ans_store_generation(f->store);
        if (!ans_store_replace(f->store, to, &f->err))
            fail_msg("%s", f->err.text);
        assert_true(*ans_store_generation(f->store) > generation);
        assert_int_not_equal(access(to, F_OK), 0);
        so_far = atomic_load(&crowd.saved);
        while (atomic_load(&crowd.saved) < so_far + 50)
            usleep(500);
    }
    atomic_store(&crowd.stop, true);
    for (int i = 0; i < 8; i++)
        pthread_join(writers[i], NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(readers[i], NULL);
    assert_int_equal(crowd.faults, 0);
    close_store(f);
    struct ans_store_options o = options_of(f->path);
    if (!ans_store_verify(&o, &f->err))
        fail_msg("%s", f->err.text);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(thirty_two_writers_and_eight_readers_agree),
        T(the_generation_is_raised_before_the_caller_is_woken),
        T(the_wal_stays_bounded_while_somebody_always_reads),
        T(replacing_under_load_mixes_nothing),
    };
    return cmocka_run_group_tests_name("store: load", tests, NULL, NULL);
}
