#include "store/internal.h"

static bool check_pages(struct ans_db *db, const char *path,
                        struct ans_err *err)
{
    struct ans_err mine = {0};
    struct ans_stmt *st = ans_stmt_get(db, "PRAGMA integrity_check(1)", &mine);
    if (st && ans_stmt_step(st, &mine)) {
        struct ans_str found = ans_stmt_str(st, 0);
        if (!ans_str_is(found, "ok"))
            ans_err_set(&mine, ANS_ERR_INPUT, "the file is damaged: %.*s",
                        ANS_STR_ARG(found));
    }
    ans_stmt_release(st);
    if (!mine.kind)
        return true;
    return ans_err_set(err, mine.kind, "%s: %s", path, mine.text);
}

static bool check_references(struct ans_db *db, const char *path,
                             struct ans_err *err)
{
    struct ans_err mine = {0};
    struct ans_stmt *st = ans_stmt_get(db, "PRAGMA foreign_key_check", &mine);
    if (st && ans_stmt_step(st, &mine))
        ans_err_set(&mine, ANS_ERR_INPUT,
                    "row %lld of %.*s refers to one that does not exist",
                    (long long)ans_stmt_int(st, 1),
                    ANS_STR_ARG(ans_stmt_str(st, 0)));
    ans_stmt_release(st);
    if (!mine.kind)
        return true;
    return ans_err_set(err, mine.kind, "%s: %s", path, mine.text);
}

bool ans_store_verify(const struct ans_store_options *options,
                      struct ans_err *err)
{
    struct ans_db *db = ans_db_open(options->path, ANS_DB_READ, err);
    if (!db)
        return false;
    bool ok = ans_db_check_identity(db, options, err) &&
              check_pages(db, options->path, err) &&
              check_references(db, options->path, err);
    ans_db_close(db);
    return ok;
}
