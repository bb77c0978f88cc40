#include "store/fixture.h"

static bool keep_values(struct ans_db *db, void *context, struct ans_err *err)
{
    (void)context;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "CREATE TABLE kept (id INTEGER PRIMARY KEY, i INTEGER, n REAL, t TEXT,"
        " b BLOB, none TEXT, empty TEXT NOT NULL) STRICT",
        err);
    if (!st || !ans_stmt_run(st, err))
        return false;
    st = ans_stmt_get(db,
                      "INSERT INTO kept (i, n, t, b, none, empty)"
                      " VALUES (?, ?, ?, ?, ?, ?)",
                      err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, INT64_MIN);
    ans_stmt_bind_num(st, 2, 0.1);
    ans_stmt_bind_str(st, 3, ANS_STR("å\0ä"));
    ans_stmt_bind_blob(st, 4, ANS_STR("\0\xff"));
    ans_stmt_bind_null(st, 5);
    ans_stmt_bind_str(st, 6, (struct ans_str){0});
    if (!ans_stmt_run(st, err))
        return false;
    return ans_db_last_id(db) == 1 && ans_db_changes(db) == 1;
}

static void values_come_back_as_they_were_bound(void **state)
{
    struct fixture *f = *state;
    if (!ans_store_write(f->store, keep_values, NULL, &f->err))
        fail_msg("%s", f->err.text);
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    struct ans_stmt *st =
        ans_stmt_get(db, "SELECT i, n, t, b, none, empty FROM kept", &f->err);
    assert_non_null(st);
    assert_true(ans_stmt_step(st, &f->err));
    assert_true(ans_stmt_int(st, 0) == INT64_MIN);
    assert_true(ans_stmt_num(st, 1) == 0.1);
    assert_true(ans_str_eq(ans_stmt_str(st, 2), ANS_STR("å\0ä")));
    assert_true(ans_str_eq(ans_stmt_str(st, 3), ANS_STR("\0\xff")));
    assert_true(ans_stmt_is_null(st, 4));
    assert_int_equal(ans_stmt_str(st, 4).len, 0);
    assert_false(ans_stmt_is_null(st, 5));
    assert_int_equal(ans_stmt_str(st, 5).len, 0);
    assert_false(ans_stmt_step(st, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_NONE);
    ans_stmt_release(st);
    ans_store_release(f->store, db);
}

static void after_the_end_a_statement_does_not_begin_again(void **state)
{
    struct fixture *f = *state;
    assert_true(write_note(f, "one"));
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    struct ans_stmt *st = ans_stmt_get(db, "SELECT id FROM note", &f->err);
    assert_true(ans_stmt_step(st, &f->err));
    assert_false(ans_stmt_step(st, &f->err));
    assert_false(ans_stmt_step(st, &f->err));
    ans_stmt_release(st);
    ans_store_release(f->store, db);
}

#define BY_ID "SELECT text FROM note WHERE id = ?"

static void a_statement_is_prepared_once_and_begins_without_bindings(
    void **state)
{
    struct fixture *f = *state;
    static const char sql[] = BY_ID;
    assert_true(write_note(f, "one"));
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    struct ans_stmt *first = ans_stmt_get(db, sql, &f->err);
    ans_stmt_bind_int(first, 1, 1);
    assert_true(ans_stmt_step(first, &f->err));
    ans_stmt_release(first);
    struct ans_stmt *again = ans_stmt_get(db, sql, &f->err);
    assert_ptr_equal(first, again);
    assert_false(ans_stmt_step(again, &f->err)); /* id is NULL now */
    ans_stmt_release(again);
    ans_stmt_release(NULL);
    ans_store_release(f->store, db);
}

static void a_statement_may_run_inside_itself(void **state)
{
    struct fixture *f = *state;
    static const char sql[] = "SELECT id FROM note ORDER BY id";
    assert_true(write_note(f, "one"));
    assert_true(write_note(f, "two"));
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    struct ans_stmt *outer = ans_stmt_get(db, sql, &f->err);
    int pairs = 0;
    while (ans_stmt_step(outer, &f->err)) {
        struct ans_stmt *inner = ans_stmt_get(db, sql, &f->err);
        assert_ptr_not_equal(outer, inner);
        while (ans_stmt_step(inner, &f->err))
            pairs++;
        ans_stmt_release(inner);
    }
    ans_stmt_release(outer);
    assert_int_equal(pairs, 4);
    ans_store_release(f->store, db);
}

static void a_text_at_the_address_of_another_is_a_statement_of_its_own(
    void **state)
{
    struct fixture *f = *state;
    char sql[32];
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    strcpy(sql, "SELECT 1");
    assert_int_equal(number(db, sql), 1);
    strcpy(sql, "SELECT 2");
    assert_int_equal(number(db, sql), 2);
    assert_int_equal(number(db, sql), 2);
    ans_store_release(f->store, db);
}

static void many_statements_are_kept_apart(void **state)
{
    struct fixture *f = *state;
    static char sql[200][32];
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 200; i++) {
            snprintf(sql[i], sizeof(sql[i]), "SELECT %d", i);
            assert_int_equal(number(db, sql[i]), i);
        }
    ans_store_release(f->store, db);
}

static void a_statement_that_is_wrong_says_why(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *sql;
        const char *says;
    } cases[] = {
        {"SELECT x FROM nowhere", "no such table"},
        {"SELEKT 1", "syntax error"},
        {"SELECT 1; SELECT 2", "not one statement"},
        {"", "not one statement"},
        {"SELECT \"text\"", "no such column"},
    };
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        f->err = (struct ans_err){0};
        assert_null(ans_stmt_get(db, cases[i].sql, &f->err));
        assert_int_equal(f->err.kind, ANS_ERR_INTERNAL);
        assert_non_null(strstr(f->err.text, cases[i].says));
    }
    ans_store_release(f->store, db);
}

static void a_binding_that_fits_nowhere_fails_the_step(void **state)
{
    struct fixture *f = *state;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    struct ans_stmt *st = ans_stmt_get(db, BY_ID, &f->err);
    ans_stmt_bind_int(st, 2, 1);
    assert_false(ans_stmt_step(st, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INTERNAL);
    ans_stmt_release(st);
    ans_store_release(f->store, db);
}

static bool add_twice(struct ans_db *db, void *context, struct ans_err *err)
{
    /* The second one fails; the job goes on and is saved all the same. */
    bool first = add_note(db, context, err);
    struct ans_err second = {0};
    return first && !add_note(db, context, &second) &&
           second.kind == ANS_ERR_CONFLICT;
}

static void a_job_may_live_with_a_conflict(void **state)
{
    struct fixture *f = *state;
    char text[] = "twice";
    assert_true(ans_store_write(f->store, add_twice, text, &f->err));
    assert_int_equal(read_number(f->store, COUNT_NOTES), 1);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(values_come_back_as_they_were_bound),
        T(after_the_end_a_statement_does_not_begin_again),
        T(a_statement_is_prepared_once_and_begins_without_bindings),
        T(a_statement_may_run_inside_itself),
        T(a_text_at_the_address_of_another_is_a_statement_of_its_own),
        T(many_statements_are_kept_apart),
        T(a_statement_that_is_wrong_says_why),
        T(a_binding_that_fits_nowhere_fails_the_step),
        T(a_job_may_live_with_a_conflict),
    };
    return cmocka_run_group_tests_name("store: statements", tests, NULL, NULL);
}
