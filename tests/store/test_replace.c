#include "store/fixture.h"

#include <dirent.h>

/* A backup with one note, while the store goes on to two. */
static void make_copy(struct fixture *f, char *to, size_t size)
{
    path_in(f, "copy.db", to, size);
    assert_true(write_note(f, "one"));
    assert_true(ans_store_backup(f->store, to, &f->err));
    assert_true(write_note(f, "two"));
}

static void after_it_the_other_file_is_read_and_written(void **state)
{
    struct fixture *f = *state;
    char copy[192];
    make_copy(f, copy, sizeof(copy));
    uint64_t generation = *ans_store_generation(f->store);
    if (!ans_store_replace(f->store, copy, &f->err))
        fail_msg("%s", f->err.text);
    assert_true(*ans_store_generation(f->store) > generation);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
    assert_true(write_note(f, "another two"));
    close_store(f);
    open_store(f);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 2);
}

static void the_old_file_is_kept_whole(void **state)
{
    struct fixture *f = *state;
    char copy[192];
    make_copy(f, copy, sizeof(copy));
    assert_true(ans_store_replace(f->store, copy, &f->err));
    close_store(f);
    DIR *d = opendir(f->folder);
    struct dirent *e;
    int found = 0;
    while ((e = readdir(d))) {
        if (strncmp(e->d_name, "a.db.before-", 12) != 0)
            continue;
        found++;
        snprintf(f->path, sizeof(f->path), "%s/%.28s", f->folder, e->d_name);
    }
    closedir(d);
    assert_int_equal(found, 1);
    open_store(f);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 2);
}

static void a_copy_with_a_wal_of_its_own_comes_whole(void **state)
{
    struct fixture *f = *state;
    char copy[192];
    make_copy(f, copy, sizeof(copy));
    struct ans_store_options o = options_of(copy);
    struct ans_store *other = ans_store_open(&o, &f->err);
    assert_non_null(other);
    char text[] = "in the copy";
    assert_true(ans_store_write(other, add_note, text, &f->err));
    ans_store_close(other);
    assert_true(ans_store_replace(f->store, copy, &f->err));
    assert_int_equal(read_number(f->store, COUNT_NOTES), 2);
    assert_int_equal(
        read_number(f->store,
                    "SELECT count(*) FROM note WHERE text = 'in the copy'"),
        1);
}

static void still_works(struct fixture *f, enum ans_err_kind kind)
{
    assert_int_equal(f->err.kind, kind);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 2);
    assert_true(write_note(f, "three"));
    assert_true(ans_store_writable(f->store));
}

static void a_damaged_file_is_refused_and_the_store_goes_on(void **state)
{
    struct fixture *f = *state;
    char copy[192], noise[2048];
    make_copy(f, copy, sizeof(copy));
    memset(noise, 0x5a, sizeof(noise));
    int fd = open(copy, O_WRONLY);
    assert_int_equal(pwrite(fd, noise, sizeof(noise), 4096), 2048);
    close(fd);
    assert_false(ans_store_replace(f->store, copy, &f->err));
    still_works(f, ANS_ERR_INPUT);
}

static void a_missing_file_is_refused_and_the_store_goes_on(void **state)
{
    struct fixture *f = *state;
    char copy[192];
    make_copy(f, copy, sizeof(copy));
    assert_false(ans_store_replace(f->store, "/nowhere.db", &f->err));
    still_works(f, ANS_ERR_NOT_FOUND);
}

static void a_file_of_another_file_system_is_refused(void **state)
{
    struct fixture *f = *state;
    struct stat here, there;
    if (stat(f->folder, &here) != 0 || stat("/dev/shm", &there) != 0 ||
        here.st_dev == there.st_dev)
        skip();
    char copy[192], far[] = "/dev/shm/ans-store-XXXXXX";
    int fd = mkstemp(far);
    assert_true(fd >= 0);
    close(fd);
    unlink(far);
    make_copy(f, copy, sizeof(copy));
    assert_true(ans_store_copy(copy, far, &f->err));
    bool replaced = ans_store_replace(f->store, far, &f->err);
    unlink(far);
    assert_false(replaced);
    still_works(f, f->err.kind);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(after_it_the_other_file_is_read_and_written),
        T(the_old_file_is_kept_whole),
        T(a_copy_with_a_wal_of_its_own_comes_whole),
        T(a_damaged_file_is_refused_and_the_store_goes_on),
        T(a_missing_file_is_refused_and_the_store_goes_on),
        T(a_file_of_another_file_system_is_refused),
    };
    return cmocka_run_group_tests_name("store: replacing", tests, NULL, NULL);
}
