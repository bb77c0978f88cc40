#include "store/fixture.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>

static void verify(const char *path)
{
    struct ans_store_options o = options_of(path);
    struct ans_err err = {0};
    if (!ans_store_verify(&o, &err))
        fail_msg("%s", err.text);
}

/* Two rows that always come together: a copy with one is none of a moment. */
static bool add_pair(struct ans_db *db, void *context, struct ans_err *err)
{
    int n = (*(int *)context)++;
    for (int half = 0; half < 2; half++) {
        char text[300];
        snprintf(text, sizeof(text), "pair %d half %d %0250d", n, half, n);
        if (!add_note(db, text, err))
            return false;
    }
    return true;
}

struct flow {
    pthread_t thread;
    struct fixture *f;
    atomic_bool stop;
    atomic_int written;
};

static void *write_pairs(void *context)
{
    struct flow *flow = context;
    int n = 0;
    while (!atomic_load(&flow->stop)) {
        struct ans_err err = {0};
        if (!ans_store_write(flow->f->store, add_pair, &n, &err))
            abort();
        atomic_fetch_add(&flow->written, 1);
    }
    return NULL;
}

static void a_backup_while_writing_is_of_one_moment(void **state)
{
    struct fixture *f = *state;
    struct flow flow = {.f = f};
    pthread_create(&flow.thread, NULL, write_pairs, &flow);
    int64_t before = 0;
    for (int i = 0; i < 8; i++) {
        int so_far = atomic_load(&flow.written);
        while (atomic_load(&flow.written) < so_far + 20)
            usleep(500);
        char to[192];
        snprintf(to, sizeof(to), "%s/copy%d.db", f->folder, i);
        int least = atomic_load(&flow.written);
        if (!ans_store_backup(f->store, to, &f->err))
            fail_msg("%s", f->err.text);
        verify(to);
        struct ans_store_options o = options_of(to);
        struct ans_store *copy = ans_store_open(&o, &f->err);
        assert_non_null(copy);
        int64_t count = read_number(copy, COUNT_NOTES);
        ans_store_close(copy);
        assert_int_equal(count % 2, 0);
        assert_true(count / 2 >= least);
        assert_true(count > before);
        before = count;
    }
    atomic_store(&flow.stop, true);
    pthread_join(flow.thread, NULL);
}

static void a_backup_takes_the_place_of_no_file(void **state)
{
    struct fixture *f = *state;
    char to[192];
    path_in(f, "taken", to, sizeof(to));
    close(open(to, O_CREAT | O_WRONLY, 0600));
    assert_false(ans_store_backup(f->store, to, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_CONFLICT);
    struct stat st;
    assert_int_equal(stat(to, &st), 0);
    assert_int_equal(st.st_size, 0);
}

static void a_copy_broken_off_earlier_is_no_hindrance(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "one"));
    char to[192], part[192];
    path_in(f, "copy.db", to, sizeof(to));
    path_in(f, "copy.db.part", part, sizeof(part));
    int fd = open(part, O_CREAT | O_WRONLY, 0600);
    assert_int_equal(write(fd, "rest", 4), 4);
    close(fd);
    assert_true(ans_store_backup(f->store, to, &f->err));
    verify(to);
    assert_int_not_equal(access(part, F_OK), 0);
}

static void a_copy_is_one_file_that_only_the_owner_reads(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "one"));
    char to[192], wal[192];
    path_in(f, "copy.db", to, sizeof(to));
    path_in(f, "copy.db-wal", wal, sizeof(wal));
    assert_true(ans_store_backup(f->store, to, &f->err));
    verify(to);
    assert_int_not_equal(access(wal, F_OK), 0);
    struct stat st;
    assert_int_equal(stat(to, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void a_backup_to_nowhere_says_so(void **state)
{
    struct fixture *f = *state;
    assert_false(ans_store_backup(f->store, "/nowhere/copy.db", &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_NOT_FOUND);
}

static void a_closed_store_is_copied_from_its_file(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "one"));
    close_store(f);
    char to[192];
    path_in(f, "copy.db", to, sizeof(to));
    if (!ans_store_copy(f->path, to, &f->err))
        fail_msg("%s", f->err.text);
    verify(to);
    assert_false(ans_store_copy("/nowhere.db", to, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_NOT_FOUND);
}

static void what_is_no_database_is_not_copied(void **state)
{
    struct fixture *f = *state;
    char from[192], to[192];
    path_in(f, "text", from, sizeof(from));
    path_in(f, "copy.db", to, sizeof(to));
    FILE *out = fopen(from, "w");
    for (int i = 0; i < 1000; i++)
        fputs("This is text.\n", out);
    fclose(out);
    assert_false(ans_store_copy(from, to, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INPUT);
    assert_int_not_equal(access(to, F_OK), 0);
}

/* Other processes. The child is made before this process has threads. */

static void serve_until_killed(struct fixture *f, int report)
{
    open_store(f);
    for (int n = 0;;) {
        struct ans_err err = {0};
        if (!ans_store_write(f->store, add_pair, &n, &err))
            _exit(1);
        if (write(report, &n, sizeof(n)) != sizeof(n))
            _exit(2);
    }
}

static pid_t start_server(struct fixture *f, int *reports)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        serve_until_killed(f, ends[1]);
    }
    close(ends[1]);
    *reports = ends[0];
    return child;
}

static int wait_for_pairs(int reports, int pairs)
{
    int n = 0;
    while (n < pairs)
        if (read(reports, &n, sizeof(n)) != sizeof(n))
            fail_msg("the server ended");
    return n;
}

static int kill_server(pid_t child, int reports, int last)
{
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    int n;
    while (read(reports, &n, sizeof(n)) == sizeof(n))
        last = n;
    close(reports);
    return last;
}

static void a_copy_beside_the_server_of_another_process_is_whole(void **state)
{
    struct fixture *f = *state;
    int reports;
    pid_t child = start_server(f, &reports);
    int last = wait_for_pairs(reports, 50);
    char to[192];
    path_in(f, "copy.db", to, sizeof(to));
    bool copied = ans_store_copy(f->path, to, &f->err);
    wait_for_pairs(reports, last + 50); /* it goes on */
    kill_server(child, reports, last);
    if (!copied)
        fail_msg("%s", f->err.text);
    verify(to);
    path_in(f, "copy.db", f->path, sizeof(f->path));
    open_store(f);
    int64_t count = read_number(f->store, COUNT_NOTES);
    assert_int_equal(count % 2, 0);
    assert_true(count >= 100);
}

static void what_was_said_to_be_saved_outlives_a_kill(void **state)
{
    struct fixture *f = *state;
    for (int round = 1; round <= 10; round++) {
        snprintf(f->path, sizeof(f->path), "%s/%d.db", f->folder, round);
        int reports;
        pid_t child = start_server(f, &reports);
        int saved =
            kill_server(child, reports, wait_for_pairs(reports, 7 * round));
        if (round % 2) /* with the WAL that was left, or after a copy of it */
            verify(f->path);
        open_store(f);
        int64_t count = read_number(f->store, COUNT_NOTES);
        close_store(f);
        assert_int_equal(count % 2, 0);
        assert_in_range(count, 2 * saved, 2 * (saved + 1));
        verify(f->path);
    }
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
#define T_CLOSED(name)                                                         \
    cmocka_unit_test_setup_teardown(name, set_up_closed, tear_down)
    const struct CMUnitTest tests[] = {
        T_CLOSED(a_copy_beside_the_server_of_another_process_is_whole),
        T_CLOSED(what_was_said_to_be_saved_outlives_a_kill),
        T(a_backup_while_writing_is_of_one_moment),
        T(a_backup_takes_the_place_of_no_file),
        T(a_copy_broken_off_earlier_is_no_hindrance),
        T(a_copy_is_one_file_that_only_the_owner_reads),
        T(a_backup_to_nowhere_says_so),
        T(a_closed_store_is_copied_from_its_file),
        T(what_is_no_database_is_not_copied),
    };
    return cmocka_run_group_tests_name("store: copies", tests, NULL, NULL);
}
