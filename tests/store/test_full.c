/* A full disk, played by the largest size that a file may have. */
#include "store/fixture.h"

#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/resource.h>

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static off_t size_of_wal(const struct fixture *f)
{
    char path[192];
    struct stat st;
    path_in(f, "a.db-wal", path, sizeof(path));
    return stat(path, &st) == 0 ? st.st_size : 0;
}

static void fill_disk(const struct fixture *f)
{
    limit_files((rlim_t)size_of_wal(f));
}

static void free_disk(void)
{
    limit_files(RLIM_INFINITY);
}

static void nothing_is_saved_on_a_full_disk_and_all_is_well_after(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "before"));
    fill_disk(f);
    bool saved = write_note(f, "during");
    bool writable = ans_store_writable(f->store);
    free_disk();
    assert_false(saved);
    assert_int_equal(f->err.kind, ANS_ERR_BUSY);
    assert_non_null(strstr(f->err.text, "not saved"));
    assert_false(writable);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);

    f->err = (struct ans_err){0};
    assert_true(write_note(f, "during"));
    assert_true(ans_store_writable(f->store));
    assert_int_equal(read_number(f->store, COUNT_NOTES), 2);
    assert_int_equal(ans_store_figures(f->store).failed, 1);
}

static void readers_go_on_while_the_disk_is_full(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "before"));
    fill_disk(f);
    int64_t count = read_number(f->store, COUNT_NOTES);
    free_disk();
    assert_int_equal(count, 1);
}

static void a_store_without_writes_finds_out_that_the_disk_has_room(
    void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "before"));
    fill_disk(f);
    bool saved = write_note(f, "during");
    free_disk();
    assert_false(saved);
    int waited = 0; /* it looks once a second */
    while (!ans_store_writable(f->store) && waited++ < 1000)
        usleep(10000);
    assert_true(ans_store_writable(f->store));
}

static bool look_only(struct ans_db *db, void *context, struct ans_err *err)
{
    (void)context;
    (void)err;
    return number(db, COUNT_NOTES) >= 0;
}

static void a_job_that_writes_nothing_does_not_make_it_writable(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "before"));
    fill_disk(f);
    bool saved = write_note(f, "during");
    bool looked = ans_store_write(f->store, look_only, NULL, &f->err);
    bool writable = ans_store_writable(f->store);
    free_disk();
    assert_false(saved);
    assert_true(looked);
    assert_false(writable);
}

/* A whole batch: some jobs are well, one fails by itself, then the commit
 * fails. */

struct gate {
    sem_t running, go;
};

static bool wait_at(struct ans_db *db, void *context, struct ans_err *err)
{
    (void)db;
    (void)err;
    struct gate *g = context;
    sem_post(&g->running);
    sem_wait(&g->go);
    return true;
}

static bool refuse(struct ans_db *db, void *context, struct ans_err *err)
{
    return add_note(db, context, err) &&
           ans_err_set(err, ANS_ERR_DENIED, "refused");
}

struct caller {
    pthread_t thread;
    struct fixture *f;
    ans_store_job *job;
    void *context;
    char text[16];
    struct ans_err err;
    bool ok;
};

static void *call(void *context)
{
    struct caller *c = context;
    c->ok = ans_store_write(c->f->store, c->job, c->context, &c->err);
    return NULL;
}

#define CALLERS 12

static void start(struct fixture *f, struct gate *gate, struct caller *callers)
{
    sem_init(&gate->running, 0, 0);
    sem_init(&gate->go, 0, 0);
    callers[0].job = wait_at;
    callers[0].context = gate;
    for (int i = 0; i < CALLERS; i++) {
        struct caller *c = &callers[i];
        c->f = f;
        if (i > 0) {
            snprintf(c->text, sizeof(c->text), "caller %d", i);
            c->job = i % 4 == 0 ? refuse : add_note;
            c->context = c->text;
        }
        pthread_create(&c->thread, NULL, call, c);
        if (i == 0)
            sem_wait(&gate->running);
    }
    while (ans_store_figures(f->store).queued < CALLERS - 1)
        usleep(1000);
}

static void each_of_a_lost_batch_is_told_what_became_of_it(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "before"));
    struct gate gate;
    struct caller callers[CALLERS] = {0};
    start(f, &gate, callers);
    fill_disk(f);
    sem_post(&gate.go);
    for (int i = 0; i < CALLERS; i++)
        pthread_join(callers[i].thread, NULL);
    free_disk();
    sem_destroy(&gate.running);
    sem_destroy(&gate.go);

    assert_true(callers[0].ok); /* wrote nothing, in a batch of its own */
    for (int i = 1; i < CALLERS; i++) {
        assert_false(callers[i].ok);
        assert_int_equal(callers[i].err.kind,
                         i % 4 == 0 ? ANS_ERR_DENIED : ANS_ERR_BUSY);
    }
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
    assert_true(write_note(f, "after"));
}

/* More than the page cache holds, so that a statement itself needs the disk
 * and SQLite rolls everything back by itself. */
static bool add_much(struct ans_db *db, void *context, struct ans_err *err)
{
    (void)context;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        " WHERE i < 12000)"
        " INSERT INTO note (text) SELECT i || hex(zeroblob(400)) FROM n",
        err);
    return st && ans_stmt_run(st, err);
}

static void a_job_too_large_for_the_disk_is_not_saved_in_part(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "before"));
    limit_files(2 * 1024 * 1024);
    bool saved = ans_store_write(f->store, add_much, NULL, &f->err);
    struct ans_err err = f->err;
    bool small = write_note(f, "small");
    free_disk();
    assert_false(saved);
    assert_int_equal(err.kind, ANS_ERR_BUSY);
    assert_true(small);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 2);
    assert_true(ans_store_write(f->store, add_much, NULL, &f->err));
    assert_int_equal(read_number(f->store, COUNT_NOTES), 12002);
    close_store(f);
    struct ans_store_options o = options_of(f->path);
    assert_true(ans_store_verify(&o, &f->err));
}

static void a_copy_that_finds_no_room_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    char to[192], part[192];
    path_in(f, "copy.db", to, sizeof(to));
    path_in(f, "copy.db.part", part, sizeof(part));
    limit_files(4096);
    bool copied = ans_store_backup(f->store, to, &f->err);
    free_disk();
    assert_false(copied);
    assert_int_equal(f->err.kind, ANS_ERR_BUSY);
    assert_int_not_equal(access(to, F_OK), 0);
    assert_int_not_equal(access(part, F_OK), 0);
    assert_true(ans_store_backup(f->store, to, &f->err));
}

static void opening_on_a_full_disk_says_so(void **state)
{
    struct fixture *f = *state;
    struct ans_store_options o = options_of(f->path);
    limit_files(0);
    struct ans_store *store = ans_store_open(&o, &f->err);
    free_disk();
    assert_null(store);
    assert_int_equal(f->err.kind, ANS_ERR_BUSY);
    assert_non_null(strstr(f->err.text, f->path));
    open_store(f);
    assert_true(write_note(f, "room"));
}

int main(void)
{
    signal(SIGXFSZ, SIG_IGN);
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(nothing_is_saved_on_a_full_disk_and_all_is_well_after),
        T(readers_go_on_while_the_disk_is_full),
        T(a_store_without_writes_finds_out_that_the_disk_has_room),
        T(a_job_that_writes_nothing_does_not_make_it_writable),
        T(each_of_a_lost_batch_is_told_what_became_of_it),
        T(a_job_too_large_for_the_disk_is_not_saved_in_part),
        T(a_copy_that_finds_no_room_leaves_nothing),
        cmocka_unit_test_setup_teardown(opening_on_a_full_disk_says_so,
                                        set_up_closed, tear_down),
    };
    return cmocka_run_group_tests_name("store: full disk", tests, NULL, NULL);
}
