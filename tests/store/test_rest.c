/* Between jobs: the writer and its connection go, and come back. */
#include "store/fixture.h"

#include <pthread.h>

#define CLERKS 8
#define NOTES  150 /* of each */

/* Descriptors of this process that lead to the store's files. */
static int open_files(const struct fixture *f)
{
    int count = 0;
    DIR *d = opendir("/proc/self/fd");
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));) {
        char to[256];
        ssize_t n = readlinkat(dirfd(d), e->d_name, to, sizeof(to) - 1);
        to[n > 0 ? n : 0] = '\0';
        count += !strncmp(to, f->path, strlen(f->path));
    }
    closedir(d);
    return count;
}

static void open_restless(struct fixture *f, int rest_ms)
{
    struct ans_store_options o = options_of(f->path);
    o.rest_ms = rest_ms;
    f->store = ans_store_open(&o, &f->err);
    if (!f->store)
        fail_msg("%s", f->err.text);
}

static void wait_for_rest(const struct fixture *f)
{
    for (int tries = 0; open_files(f); tries++) {
        assert_true(tries < 1000);
        usleep(10000);
    }
}

static void a_new_store_holds_nothing_open(void **state)
{
    struct fixture *f = *state;
    open_restless(f, 0);
    assert_int_equal(open_files(f), 0);
}

static void a_store_without_work_holds_nothing_open(void **state)
{
    struct fixture *f = *state;
    open_restless(f, 20);
    assert_true(write_note(f, "before"));
    wait_for_rest(f);
    assert_true(write_note(f, "after"));
    assert_true(open_files(f) > 0);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 2);
}

static void a_reader_that_nobody_borrows_is_closed(void **state)
{
    struct fixture *f = *state;
    open_restless(f, 0);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 0);
    assert_int_equal(ans_store_rest(f->store), 0); /* borrowed since */
    assert_int_equal(ans_store_rest(f->store), 1);
    assert_int_equal(open_files(f), 0);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 0);
}

static void a_borrowed_reader_stays(void **state)
{
    struct fixture *f = *state;
    open_restless(f, 0);
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    for (int i = 0; i < 3; i++)
        assert_int_equal(ans_store_rest(f->store), 0);
    assert_int_equal(number(db, COUNT_NOTES), 0);
    ans_store_release(f->store, db);
}

static void what_a_reader_held_back_is_in_the_file_after_closing(void **state)
{
    struct fixture *f = *state;
    open_restless(f, 20);
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    assert_true(write_note(f, "while somebody reads"));
    usleep(400 * 1000); /* the writer goes, the WAL cannot */
    ans_store_release(f->store, db);
    close_store(f);
    char wal[192];
    path_in(f, "a.db-wal", wal, sizeof(wal));
    assert_int_not_equal(access(wal, F_OK), 0);
    open_restless(f, 0);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
}

struct clerk {
    struct fixture *f;
    int number;
    int saved;
};

/* Now and then a pause of about as long as the writer waits. */
static void *write_on_and_off(void *context)
{
    struct clerk *c = context;
    for (int i = 0; i < NOTES; i++) {
        struct ans_err err = {0};
        char text[32];
        snprintf(text, sizeof(text), "%d of %d", i, c->number);
        c->saved += ans_store_write(c->f->store, add_note, text, &err);
        if ((i + c->number) % 7 == 0)
            usleep((useconds_t)(700 + 100 * ((i * 5 + c->number) % 9)));
    }
    return NULL;
}

static void no_job_is_lost_to_a_writer_that_leaves(void **state)
{
    struct fixture *f = *state;
    pthread_t threads[CLERKS];
    struct clerk clerks[CLERKS];
    open_restless(f, 1);
    for (int i = 0; i < CLERKS; i++) {
        clerks[i] = (struct clerk){f, i, 0};
        pthread_create(&threads[i], NULL, write_on_and_off, &clerks[i]);
    }
    for (int i = 0; i < CLERKS; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(clerks[i].saved, NOTES);
    }
    assert_int_equal(read_number(f->store, COUNT_NOTES), CLERKS * NOTES);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up_closed, tear_down)
    const struct CMUnitTest tests[] = {
        T(a_new_store_holds_nothing_open),
        T(a_store_without_work_holds_nothing_open),
        T(a_reader_that_nobody_borrows_is_closed),
        T(a_borrowed_reader_stays),
        T(what_a_reader_held_back_is_in_the_file_after_closing),
        T(no_job_is_lost_to_a_writer_that_leaves),
    };
    return cmocka_run_group_tests_name("store_rest", tests, NULL, NULL);
}
