#include <stdio.h>

#include "base/log.h"
#include "store/internal.h"

/* A file of at most so many pages (4 MB) is looked through whole when it is
 * opened, which takes some milliseconds. A larger one shows its damage when
 * it is read there, or to ans_store_verify: opening must not take longer for
 * a county with more members. */
#define PAGES_LOOKED_THROUGH 1024

static int newest(const struct ans_store_options *o)
{
    return o->migration_count ? o->migrations[o->migration_count - 1].version
                              : 0;
}

bool ans_db_check_identity(struct ans_db *db, const struct ans_store_options *o,
                           struct ans_err *err)
{
    int64_t application, version, tables;
    if (!ans_db_number(db, "PRAGMA application_id", &application, err) ||
        !ans_db_number(db, "PRAGMA user_version", &version, err) ||
        !ans_db_number(db, "SELECT count(*) FROM sqlite_schema", &tables, err))
        return ans_err_add(err, "%s", o->path);
    bool empty = !application && !version && !tables;
    if (!empty && (uint32_t)application != o->application)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "%s is a database of another program; move it away",
                           o->path);
    if (version > newest(o))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "%s has schema version %d and this program knows "
                           "%d; use the newer program that wrote it",
                           o->path, (int)version, newest(o));
    return true;
}

static bool look_through(struct ans_db *db, const char *path,
                         struct ans_err *err)
{
    int64_t pages;
    if (!ans_db_number(db, "PRAGMA page_count", &pages, err))
        return ans_err_add(err, "%s", path);
    if (pages > PAGES_LOOKED_THROUGH)
        return true;
    struct ans_err mine = {0};
    struct ans_stmt *st = ans_stmt_get(db, "PRAGMA quick_check(1)", &mine);
    if (st && ans_stmt_step(st, &mine)) {
        struct ans_str found = ans_stmt_str(st, 0);
        if (!ans_str_is(found, "ok"))
            ans_err_set(&mine, ANS_ERR_INPUT,
                        "the file is damaged (%.*s); restore a backup of it "
                        "or move it away",
                        ANS_STR_ARG(found));
    }
    ans_stmt_release(st);
    if (!mine.kind)
        return true;
    return ans_err_set(err, mine.kind, "%s: %s", path, mine.text);
}

/* The one setting that SQLite takes from a row and cannot be refused by an
 * error: a file system without shared memory stays in the old mode. */
static bool use_wal(struct ans_db *db, const char *path, struct ans_err *err)
{
    struct ans_err mine = {0};
    bool ok = false;
    struct ans_stmt *st = ans_stmt_get(db, "PRAGMA journal_mode = WAL", &mine);
    if (st && ans_stmt_step(st, &mine))
        ok = ans_str_is(ans_stmt_str(st, 0), "wal");
    ans_stmt_release(st);
    if (mine.kind)
        return ans_err_set(err, mine.kind, "%s: %s", path, mine.text);
    if (!ok)
        ans_err_set(err, ANS_ERR_INTERNAL,
                    "%s: the file system cannot hold a database with a WAL",
                    path);
    return ok;
}

static bool set_version(struct ans_db *db, int version, uint32_t application,
                        struct ans_err *err)
{
    char sql[96]; /* a pragma takes no parameters */
    snprintf(sql, sizeof(sql),
             "PRAGMA user_version = %d; PRAGMA application_id = %d", version,
             (int)application);
    return ans_db_exec(db, sql, err);
}

static bool check_references(struct ans_db *db, struct ans_err *err)
{
    struct ans_err mine = {0};
    struct ans_stmt *st = ans_stmt_get(db, "PRAGMA foreign_key_check", &mine);
    if (st && ans_stmt_step(st, &mine))
        ans_err_set(&mine, ANS_ERR_INTERNAL,
                    "a row of %.*s refers to one that does not exist",
                    ANS_STR_ARG(ans_stmt_str(st, 0)));
    ans_stmt_release(st);
    if (mine.kind && err)
        *err = mine;
    return !mine.kind;
}

/* Foreign keys are off here, so that a migration may build a table anew, and
 * all references are checked before it counts. */
static bool migrate_once(struct ans_db *db, const struct ans_store_options *o,
                         const struct ans_migration *m, struct ans_err *err)
{
    if (!ans_db_exec(db, "BEGIN IMMEDIATE", err))
        return false;
    if (ans_db_exec(db, m->sql, err) && check_references(db, err) &&
        set_version(db, m->version, o->application, err) &&
        ans_db_exec(db, "COMMIT", err))
        return true;
    ans_db_roll_back(db);
    return ans_err_add(err, "%s: schema version %d", o->path, m->version);
}

static bool migrate(struct ans_db *db, const struct ans_store_options *o,
                    struct ans_err *err)
{
    int64_t version;
    if (!ans_db_number(db, "PRAGMA user_version", &version, err))
        return ans_err_add(err, "%s", o->path);
    int before = (int)version;
    for (size_t i = 0; i < o->migration_count; i++) {
        const struct ans_migration *m = &o->migrations[i];
        if (m->version != (int)i + 1)
            return ans_err_set(err, ANS_ERR_INTERNAL,
                               "schema version %d stands in the place of %zu",
                               m->version, i + 1);
        if (m->version > version && !migrate_once(db, o, m, err))
            return false;
    }
    if (before && before < newest(o))
        ans_log(ANS_LOG_INFO, "store", "%s: schema version %d is now %d",
                o->path, before, newest(o));
    return true;
}

static struct ans_db *open_to_write(const struct ans_store_options *o,
                                    struct ans_err *err)
{
    struct ans_db *db = ans_db_open(o->path, ANS_DB_WRITE, err);
    if (!db)
        return NULL;
    if (sqlite3_db_readonly(db->handle, "main") == 1)
        ans_err_set(err, ANS_ERR_DENIED, "%s may not be written", o->path);
    else if (ans_db_check_identity(db, o, err))
        return db;
    ans_db_close(db);
    return NULL;
}

struct ans_db *ans_db_open_again(const struct ans_store_options *o,
                                 struct ans_err *err)
{
    struct ans_db *db = open_to_write(o, err);
    if (!db)
        return NULL;
    if (use_wal(db, o->path, err) &&
        ans_db_exec(db, "PRAGMA foreign_keys = ON", err))
        return db;
    ans_db_close(db);
    return NULL;
}

struct ans_db *ans_db_open_writer(const struct ans_store_options *o,
                                  struct ans_err *err)
{
    struct ans_db *db = open_to_write(o, err);
    if (!db)
        return NULL;
    if (look_through(db, o->path, err) && use_wal(db, o->path, err) &&
        migrate(db, o, err) && ans_db_exec(db, "PRAGMA foreign_keys = ON", err))
        return db;
    ans_db_close(db);
    return NULL;
}
