#include "store/fixture.h"

#include <pthread.h>
#include <semaphore.h>

static void a_written_row_is_there_for_readers(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "one"));
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
}

static void a_row_outlives_closing_and_leaves_one_file(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "kept"));
    close_store(f);
    char wal[192];
    path_in(f, "a.db-wal", wal, sizeof(wal));
    assert_int_not_equal(access(wal, F_OK), 0);
    open_store(f);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
}

static void only_the_owner_may_read_the_file(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    assert_int_equal(stat(f->path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static bool add_two_and_fail(struct ans_db *db, void *context,
                             struct ans_err *err)
{
    (void)context;
    char a[] = "undone 1", b[] = "undone 2";
    if (!add_note(db, a, err) || !add_note(db, b, err))
        return false;
    return ans_err_set(err, ANS_ERR_DENIED, "changed my mind");
}

static void a_failing_job_is_undone_and_keeps_its_error(void **state)
{
    struct fixture *f = *state;
    assert_false(ans_store_write(f->store, add_two_and_fail, NULL, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_DENIED);
    assert_string_equal(f->err.text, "changed my mind");
    assert_int_equal(read_number(f->store, COUNT_NOTES), 0);
    assert_true(ans_store_writable(f->store));
}

static bool fail_in_silence(struct ans_db *db, void *context,
                            struct ans_err *err)
{
    (void)db;
    (void)context;
    (void)err;
    return false;
}

static void a_job_that_fails_in_silence_is_an_internal_error(void **state)
{
    struct fixture *f = *state;
    assert_false(ans_store_write(f->store, fail_in_silence, NULL, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INTERNAL);
    assert_false(ans_store_write(f->store, fail_in_silence, NULL, NULL));
}

static void a_broken_constraint_is_a_conflict(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "same"));
    assert_false(write_note(f, "same"));
    assert_int_equal(f->err.kind, ANS_ERR_CONFLICT);
}

static bool reply_to_nothing(struct ans_db *db, void *context,
                             struct ans_err *err)
{
    (void)context;
    struct ans_stmt *st =
        ans_stmt_get(db, "INSERT INTO reply (note) VALUES (4711)", err);
    return st && ans_stmt_run(st, err);
}

static void a_reference_to_nothing_is_a_conflict_even_when_deferred(
    void **state)
{
    struct fixture *f = *state;
    assert_false(ans_store_write(f->store, reply_to_nothing, NULL, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_CONFLICT);
    assert_true(write_note(f, "after"));
}

static bool leave_a_statement_open(struct ans_db *db, void *context,
                                   struct ans_err *err)
{
    (void)context;
    char text[] = "open";
    if (!add_note(db, text, err))
        return false;
    struct ans_stmt *st = ans_stmt_get(db, "SELECT id FROM note", err);
    return st && ans_stmt_step(st, err);
}

static void a_forgotten_statement_does_not_hold_up_the_commit(void **state)
{
    struct fixture *f = *state;
    assert_true(
        ans_store_write(f->store, leave_a_statement_open, NULL, &f->err));
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
}

static bool roll_everything_back(struct ans_db *db, void *context,
                                 struct ans_err *err)
{
    (void)context;
    char text[] = "lost";
    if (!add_note(db, text, err))
        return false;
    struct ans_stmt *st = ans_stmt_get(
        db, "INSERT OR ROLLBACK INTO note (text) VALUES ('lost')", err);
    if (st && !ans_stmt_run(st, NULL))
        return true; /* claims to be well */
    return false;
}

static void a_job_whose_transaction_was_lost_is_told_so(void **state)
{
    struct fixture *f = *state;
    assert_false(
        ans_store_write(f->store, roll_everything_back, NULL, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_BUSY);
    assert_non_null(strstr(f->err.text, "not saved"));
    assert_int_equal(read_number(f->store, COUNT_NOTES), 0);
    assert_true(write_note(f, "next"));
    assert_true(ans_store_writable(f->store));
}

static void readers_cannot_write(void **state)
{
    struct fixture *f = *state;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    char text[] = "no";
    assert_false(add_note(db, text, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_DENIED);
    ans_store_release(f->store, db);
}

static void a_reader_sees_one_moment(void **state)
{
    struct fixture *f = *state;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    assert_true(write_note(f, "later"));
    assert_int_equal(number(db, COUNT_NOTES), 0);
    ans_store_release(f->store, db);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
}

static bool touch(struct ans_db *db, void *context, struct ans_err *err)
{
    ans_db_touch(db);
    const bool *good = context;
    return *good || ans_err_set(err, ANS_ERR_DENIED, "no");
}

static void the_generation_rises_when_a_saved_job_touched(void **state)
{
    struct fixture *f = *state;
    const _Atomic uint64_t *generation = ans_store_generation(f->store);
    uint64_t before = *generation;
    assert_true(write_note(f, "untouched"));
    assert_int_equal(*generation, before);
    bool good = false;
    assert_false(ans_store_write(f->store, touch, &good, &f->err));
    assert_int_equal(*generation, before);
    good = true;
    assert_true(ans_store_write(f->store, touch, &good, &f->err));
    assert_int_equal(*generation, before + 1);
    ans_store_touch(f->store);
    assert_int_equal(*generation, before + 2);
}

/* The queue's bound: one job blocks the writer, others fill the queue. */

struct blocker {
    sem_t running, go;
};

static bool block(struct ans_db *db, void *context, struct ans_err *err)
{
    (void)db;
    (void)err;
    struct blocker *b = context;
    sem_post(&b->running);
    sem_wait(&b->go);
    return true;
}

struct caller {
    pthread_t thread;
    struct fixture *f;
    struct blocker *blocker; /* NULL: write a note */
    char text[16];
    struct ans_err err;
    bool ok;
};

static void *call(void *context)
{
    struct caller *c = context;
    c->ok = c->blocker
                ? ans_store_write(c->f->store, block, c->blocker, &c->err)
                : ans_store_write(c->f->store, add_note, c->text, &c->err);
    return NULL;
}

#define QUEUE 8

static void past_its_bound_the_queue_refuses_at_once(void **state)
{
    struct fixture *f = *state;
    struct ans_store_options o = options_of(f->path);
    o.queue = QUEUE;
    f->store = ans_store_open(&o, &f->err);
    assert_non_null(f->store);

    struct blocker b;
    sem_init(&b.running, 0, 0);
    sem_init(&b.go, 0, 0);
    struct caller callers[QUEUE + 1] = {0};
    callers[0].blocker = &b;
    for (int i = 0; i <= QUEUE; i++) {
        callers[i].f = f;
        snprintf(callers[i].text, sizeof(callers[i].text), "note %d", i);
        pthread_create(&callers[i].thread, NULL, call, &callers[i]);
        if (i == 0)
            sem_wait(&b.running);
    }
    while (ans_store_figures(f->store).queued < QUEUE)
        usleep(1000);
    assert_false(write_note(f, "one too many"));
    assert_int_equal(f->err.kind, ANS_ERR_BUSY);

    sem_post(&b.go);
    for (int i = 0; i <= QUEUE; i++) {
        pthread_join(callers[i].thread, NULL);
        assert_true(callers[i].ok);
    }
    assert_true(write_note(f, "room again"));
    assert_int_equal(read_number(f->store, COUNT_NOTES), QUEUE + 1);
    struct ans_store_figures figures = ans_store_figures(f->store);
    assert_int_equal(figures.jobs, QUEUE + 2);
    assert_int_equal(figures.batches, 3); /* the blocker, the queue, the last */
    sem_destroy(&b.running);
    sem_destroy(&b.go);
}

static void *acquire_and_count(void *context)
{
    struct fixture *f = context;
    return (void *)(intptr_t)read_number(f->store, COUNT_NOTES);
}

static void who_finds_all_readers_lent_waits_for_one(void **state)
{
    struct fixture *f = *state;
    struct ans_store_options o = options_of(f->path);
    o.readers = 1;
    f->store = ans_store_open(&o, &f->err);
    assert_non_null(f->store);
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    pthread_t thread;
    pthread_create(&thread, NULL, acquire_and_count, f);
    assert_true(write_note(f, "written while it waits"));
    ans_store_release(f->store, db);
    void *result;
    pthread_join(thread, &result);
    assert_int_equal((intptr_t)result, 1);
}

/* Asserts would leave the writer's thread by a jump: only answers here. */
static bool settings(struct ans_db *db, void *context, struct ans_err *err)
{
    (void)err;
    *(bool *)context = number(db, "PRAGMA foreign_keys") == 1 &&
                       number(db, "PRAGMA trusted_schema") == 0 &&
                       number(db, "PRAGMA cell_size_check") == 1 &&
                       number(db, "PRAGMA synchronous") == 2 &&
                       number(db, "PRAGMA wal_autocheckpoint") == 0 &&
                       number(db, "PRAGMA application_id") == APPLICATION;
    return true;
}

static void the_writer_has_the_settings_of_the_design(void **state)
{
    struct fixture *f = *state;
    bool right = false;
    assert_true(ans_store_write(f->store, settings, &right, &f->err));
    assert_true(right);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
#define T_CLOSED(name)                                                         \
    cmocka_unit_test_setup_teardown(name, set_up_closed, tear_down)
    const struct CMUnitTest tests[] = {
        T(a_written_row_is_there_for_readers),
        T(a_row_outlives_closing_and_leaves_one_file),
        T(only_the_owner_may_read_the_file),
        T(a_failing_job_is_undone_and_keeps_its_error),
        T(a_job_that_fails_in_silence_is_an_internal_error),
        T(a_broken_constraint_is_a_conflict),
        T(a_reference_to_nothing_is_a_conflict_even_when_deferred),
        T(a_forgotten_statement_does_not_hold_up_the_commit),
        T(a_job_whose_transaction_was_lost_is_told_so),
        T(readers_cannot_write),
        T(a_reader_sees_one_moment),
        T(the_generation_rises_when_a_saved_job_touched),
        T_CLOSED(past_its_bound_the_queue_refuses_at_once),
        T_CLOSED(who_finds_all_readers_lent_waits_for_one),
        T(the_writer_has_the_settings_of_the_design),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
