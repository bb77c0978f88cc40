#include <stdlib.h>

#include "store/internal.h"

/* SQLite's memory statistics take a lock of the whole process at each
 * allocation, and Debian builds it without lookaside, so readers would stand
 * in line. Must be said before the library starts; if somebody was earlier,
 * only speed is lost. */
static void configure_library(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    /* Pages one by one: else each connection begins with room for twenty,
     * used or not, which was a third of what a quiet county takes. */
    (void)sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
}

static int after_commit(void *context, sqlite3 *handle, const char *schema,
                        int pages)
{
    (void)handle;
    (void)schema;
    struct ans_db *db = context;
    db->logged = true;
    db->wal_pages = pages;
    return SQLITE_OK;
}

static bool set_up(struct ans_db *db, enum ans_db_mode mode,
                   struct ans_err *err)
{
    sqlite3 *h = db->handle;
    sqlite3_extended_result_codes(h, 1);
    sqlite3_busy_timeout(h, ANS_LOCK_WAIT_MS);
    sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_limit(h, SQLITE_LIMIT_ATTACHED, 0);
    if (!ans_db_exec(db,
                     "PRAGMA cell_size_check = ON;"
                     "PRAGMA temp_store = MEMORY;"
                     "PRAGMA synchronous = FULL;"
                     "PRAGMA wal_autocheckpoint = 0;",
                     err))
        return false;
    if (mode == ANS_DB_WRITE)
        sqlite3_wal_hook(h, after_commit, db);
    return true;
}

struct ans_db *ans_db_open(const char *path, enum ans_db_mode mode,
                           struct ans_err *err)
{
    static pthread_once_t configured = PTHREAD_ONCE_INIT;
    pthread_once(&configured, configure_library);

    struct ans_db *db = calloc(1, sizeof(*db));
    if (!db)
        abort();
    int flags =
        mode == ANS_DB_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    int code = sqlite3_open_v2(path, &db->handle, flags, NULL);
    if (code != SQLITE_OK) {
        ans_db_fail(db->handle, code, err, "cannot open %s", path);
        ans_db_close(db);
        return NULL;
    }
    if (!set_up(db, mode, err)) {
        ans_err_add(err, "%s", path);
        ans_db_close(db);
        return NULL;
    }
    return db;
}

void ans_db_close(struct ans_db *db)
{
    if (!db)
        return;
    ans_db_drop_statements(db);
    sqlite3_close(db->handle);
    free(db);
}

bool ans_db_exec(struct ans_db *db, const char *sql, struct ans_err *err)
{
    int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return ans_db_fail(db->handle, code, err, "the database refused");
    return true;
}

bool ans_db_run(struct ans_db *db, const char *sql, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db, sql, err);
    return st && ans_stmt_run(st, err);
}

bool ans_db_number(struct ans_db *db, const char *sql, int64_t *out,
                   struct ans_err *err)
{
    struct ans_err mine = {0};
    struct ans_stmt *st = ans_stmt_get(db, sql, &mine);
    *out = 0;
    if (st && ans_stmt_step(st, &mine))
        *out = ans_stmt_int(st, 0);
    ans_stmt_release(st);
    if (mine.kind && err)
        *err = mine;
    return !mine.kind;
}

void ans_db_roll_back(struct ans_db *db)
{
    if (!sqlite3_get_autocommit(db->handle))
        sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}
