#include "store/fixture.h"

static void write_file(const char *path, const void *bytes, size_t len)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, len), (ssize_t)len);
    close(fd);
}

static void refuses(struct fixture *f, const struct ans_store_options *o,
                    enum ans_err_kind kind, const char *says)
{
    f->err = (struct ans_err){0};
    struct ans_store *store = ans_store_open(o, &f->err);
    assert_null(store);
    assert_int_equal(f->err.kind, kind);
    assert_non_null(strstr(f->err.text, o->path));
    if (!strstr(f->err.text, says))
        fail_msg("\"%s\" does not say \"%s\"", f->err.text, says);
}

static void what_is_no_database_is_refused_and_left_alone(void **state)
{
    struct fixture *f = *state;
    char text[8192];
    memset(text, 'x', sizeof(text));
    write_file(f->path, text, sizeof(text));
    struct ans_store_options o = options_of(f->path);
    refuses(f, &o, ANS_ERR_INPUT, "not a database");
    assert_false(ans_store_verify(&o, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INPUT);
    struct stat st;
    assert_int_equal(stat(f->path, &st), 0);
    assert_int_equal(st.st_size, sizeof(text));
}

static void fill(struct fixture *f)
{
    open_store(f);
    char text[64];
    for (int i = 0; i < 500; i++) {
        snprintf(text, sizeof(text), "a note of some length, number %d", i);
        assert_true(write_note(f, text));
    }
    close_store(f);
}

static void a_file_with_a_hole_in_it_is_refused(void **state)
{
    struct fixture *f = *state;
    fill(f);
    char noise[4096];
    memset(noise, 0xa5, sizeof(noise));
    int fd = open(f->path, O_WRONLY);
    assert_int_equal(pwrite(fd, noise, sizeof(noise), 3 * 4096), 4096);
    close(fd);
    struct ans_store_options o = options_of(f->path);
    refuses(f, &o, ANS_ERR_INPUT, "damaged");
    assert_false(ans_store_verify(&o, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INPUT);
}

static void a_file_that_was_cut_is_refused(void **state)
{
    struct fixture *f = *state;
    fill(f);
    assert_int_equal(truncate(f->path, 2 * 4096), 0);
    struct ans_store_options o = options_of(f->path);
    refuses(f, &o, ANS_ERR_INPUT, "damaged");
}

static void a_database_of_another_program_is_refused(void **state)
{
    struct fixture *f = *state;
    fill(f);
    struct ans_store_options o = options_of(f->path);
    o.application = 7;
    refuses(f, &o, ANS_ERR_INPUT, "another program");
    assert_false(ans_store_verify(&o, &f->err));
}

static const struct ans_migration two[] = {
    {1, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,"
        " amount INTEGER NOT NULL DEFAULT 0) STRICT;"
        "CREATE TABLE reply (id INTEGER PRIMARY KEY,"
        " note INTEGER NOT NULL REFERENCES note (id)"
        " DEFERRABLE INITIALLY DEFERRED) STRICT;"},
    {2, "ALTER TABLE note ADD COLUMN read_at INTEGER;"
        "UPDATE note SET read_at = 5;"},
};

static struct ans_store_options newer_options(const char *path)
{
    struct ans_store_options o = options_of(path);
    o.migrations = two;
    o.migration_count = 2;
    return o;
}

static void an_older_schema_is_brought_up_and_a_newer_one_refused(void **state)
{
    struct fixture *f = *state;
    fill(f);
    struct ans_store_options old = options_of(f->path),
                             newer = newer_options(f->path);
    assert_true(ans_store_verify(&newer, &f->err));
    f->store = ans_store_open(&newer, &f->err);
    assert_non_null(f->store);
    assert_int_equal(read_number(f->store, "SELECT sum(read_at) FROM note"),
                     2500);
    close_store(f);
    refuses(f, &old, ANS_ERR_INPUT, "schema version 2");
    assert_false(ans_store_verify(&old, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INPUT);
}

static void a_migration_that_fails_changes_nothing(void **state)
{
    struct fixture *f = *state;
    static const char *const broken[] = {
        "ALTER TABLE note ADD COLUMN x INTEGER; INSERT INTO nowhere VALUES (1)",
        "INSERT INTO reply (note) VALUES (4711)",
    };
    fill(f);
    for (size_t i = 0; i < 2; i++) {
        struct ans_migration steps[] = {two[0], {2, broken[i]}};
        struct ans_store_options o = options_of(f->path);
        o.migrations = steps;
        o.migration_count = 2;
        refuses(f, &o, ANS_ERR_INTERNAL, "schema version 2");
    }
    open_store(f);
    assert_int_equal(read_number(f->store, COUNT_NOTES), 500);
}

static void a_table_may_be_built_anew_under_its_references(void **state)
{
    struct fixture *f = *state;
    open_store(f);
    assert_true(write_note(f, "referred to"));
    close_store(f);
    struct ans_migration steps[] = {
        two[0],
        {2, "INSERT INTO reply (note) VALUES (1);"
            "CREATE TABLE fresh (id INTEGER PRIMARY KEY,"
            " text TEXT NOT NULL) STRICT;"
            "INSERT INTO fresh (id, text) SELECT id, text FROM note;"
            "DROP TABLE note;"
            "ALTER TABLE fresh RENAME TO note;"},
    };
    struct ans_store_options o = options_of(f->path);
    o.migrations = steps;
    o.migration_count = 2;
    f->store = ans_store_open(&o, &f->err);
    if (!f->store)
        fail_msg("%s", f->err.text);
    assert_int_equal(read_number(f->store,
                                 "SELECT count(*) FROM reply JOIN note"
                                 " ON note.id = reply.note"),
                     1);
}

static void migrations_with_a_gap_are_refused(void **state)
{
    struct fixture *f = *state;
    struct ans_migration steps[] = {two[0], {3, "SELECT 1"}};
    struct ans_store_options o = options_of(f->path);
    o.migrations = steps;
    o.migration_count = 2;
    struct ans_store *store = ans_store_open(&o, &f->err);
    assert_null(store);
    assert_int_equal(f->err.kind, ANS_ERR_INTERNAL);
}

static void a_folder_that_does_not_exist_is_not_found(void **state)
{
    struct fixture *f = *state;
    strcat(f->path, ".nowhere/a.db");
    struct ans_store_options o = options_of(f->path);
    refuses(f, &o, ANS_ERR_NOT_FOUND, "cannot create");
    assert_false(ans_store_verify(&o, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_NOT_FOUND);
}

static void a_folder_in_the_place_of_the_file_is_refused(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(mkdir(f->path, 0700), 0);
    struct ans_store_options o = options_of(f->path);
    struct ans_store *store = ans_store_open(&o, &f->err);
    rmdir(f->path);
    assert_null(store);
    assert_int_equal(f->err.kind, ANS_ERR_INPUT);
}

static void a_file_that_may_only_be_read_is_refused(void **state)
{
    struct fixture *f = *state;
    fill(f);
    if (geteuid() == 0)
        skip(); /* nothing is read-only to root */
    assert_int_equal(chmod(f->path, 0400), 0);
    struct ans_store_options o = options_of(f->path);
    refuses(f, &o, ANS_ERR_DENIED, "may not be written");
}

static void a_sound_file_verifies_beside_its_store(void **state)
{
    struct fixture *f = *state;
    open_store(f);
    assert_true(write_note(f, "one"));
    struct ans_store_options o = options_of(f->path);
    assert_true(ans_store_verify(&o, &f->err));
    assert_true(write_note(f, "two"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up_closed, tear_down)
    const struct CMUnitTest tests[] = {
        T(what_is_no_database_is_refused_and_left_alone),
        T(a_file_with_a_hole_in_it_is_refused),
        T(a_file_that_was_cut_is_refused),
        T(a_database_of_another_program_is_refused),
        T(an_older_schema_is_brought_up_and_a_newer_one_refused),
        T(a_migration_that_fails_changes_nothing),
        T(a_table_may_be_built_anew_under_its_references),
        T(migrations_with_a_gap_are_refused),
        T(a_folder_that_does_not_exist_is_not_found),
        T(a_folder_in_the_place_of_the_file_is_refused),
        T(a_file_that_may_only_be_read_is_refused),
        T(a_sound_file_verifies_beside_its_store),
    };
    return cmocka_run_group_tests_name("store: opening", tests, NULL, NULL);
}
