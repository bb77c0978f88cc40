#include "member/schema.h"

#include "member/fixture.h"

/* Close, and open with the first `version` migrations only; 0: all. */
static void reopen_at(struct fixture *f, int version)
{
    struct ans_store_options o = ans_schema_county(f->path);
    ans_store_close(f->store);
    if (version) {
        unlink(f->path);
        o.migration_count = (size_t)version;
    }
    f->store = ans_store_open(&o, &f->err);
    assert_ok(f, f->store);
}

static bool run_all(struct ans_db *db, void *context, struct ans_err *err)
{
    for (const char *const *sql = context; *sql; sql++) {
        struct ans_stmt *st = ans_stmt_get(db, *sql, err);
        if (!st || !ans_stmt_run(st, err))
            return false;
    }
    return true;
}

static void links_and_seals_outlive_a_new_schema(void **state)
{
    struct fixture *f = *state;
    static const char *const old[] = {
        "INSERT INTO member (state, name, kind, municipality, org_number,"
        " email, lang, strategy, script_version, areas, submitted_at,"
        " identity, name_key, words, answers) VALUES ('unconfirmed', 'Byn',"
        " 'other', '', '', 'a@b.example', 'sv', '1', 'x', '', 1, 'name::byn',"
        " x'00', '', '{}')",
        "INSERT INTO link (token, purpose, member, made_at)"
        " VALUES (x'01', 'confirm', 1, 5)",
        "INSERT INTO commitment (member, hash, sealed_at, document)"
        " VALUES (1, x'02', 6, '{\"form\":1}')",
        NULL};
    reopen_at(f, 4);
    assert_ok(
        f, ans_store_write(f->store, run_all, (void *)(uintptr_t)old, &f->err));
    reopen_at(f, 0);
    assert_str(cell(f, "SELECT hex(token) || purpose || member || made_at"
                       " FROM link"),
               "01confirm15");
    assert_str(cell(f, "SELECT hex(hash) || sealed_at || document"
                       " FROM commitment"),
               "026{\"form\":1}");
    static const char *const change[] = {"UPDATE commitment SET sealed_at = 7",
                                         NULL};
    assert_false(
        ans_store_write(f->store, run_all, (void *)(uintptr_t)change, &f->err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(links_and_seals_outlive_a_new_schema,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests_name("member_schema", tests, NULL, NULL);
}
