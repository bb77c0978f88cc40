#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

/* Keeping statements. */

static size_t slot_of(const struct ans_db *db, const char *sql)
{
    uint64_t h = (uint64_t)(uintptr_t)sql * 0x9e3779b97f4a7c15u;
    return (size_t)(h >> 32) & (db->kept_size - 1);
}

static struct ans_stmt *find_kept(const struct ans_db *db, const char *sql)
{
    if (!db->kept_size)
        return NULL;
    size_t i = slot_of(db, sql);
    while (db->kept[i] && db->kept[i]->sql != sql)
        i = (i + 1) & (db->kept_size - 1);
    return db->kept[i];
}

static void place(struct ans_db *db, struct ans_stmt *st)
{
    size_t i = slot_of(db, st->sql);
    while (db->kept[i])
        i = (i + 1) & (db->kept_size - 1);
    db->kept[i] = st;
}

static void keep(struct ans_db *db, struct ans_stmt *st)
{
    if (2 * (db->kept_count + 1) > db->kept_size) {
        struct ans_stmt **old = db->kept;
        size_t old_size = db->kept_size;
        db->kept_size = old_size ? 2 * old_size : 32;
        db->kept = calloc(db->kept_size, sizeof(struct ans_stmt *));
        if (!db->kept)
            abort();
        for (size_t i = 0; i < old_size; i++)
            if (old[i])
                place(db, old[i]);
        free(old);
    }
    place(db, st);
    db->kept_count++;
    st->kept = true;
}

static sqlite3_stmt *prepare(struct ans_db *db, const char *sql,
                             struct ans_err *err)
{
    sqlite3_stmt *handle = NULL;
    const char *rest = NULL;
    int code = sqlite3_prepare_v3(db->handle, sql, -1,
                                  SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    if (code != SQLITE_OK) {
        ans_db_fail(db->handle, code, err, "cannot prepare a statement");
        return NULL;
    }
    if (!handle || rest[strspn(rest, " \t\n;")]) {
        sqlite3_finalize(handle);
        ans_err_set(err, ANS_ERR_INTERNAL, "not one statement: %s", sql);
        return NULL;
    }
    return handle;
}

static struct ans_stmt *make(struct ans_db *db, const char *sql,
                             struct ans_err *err)
{
    sqlite3_stmt *handle = prepare(db, sql, err);
    if (!handle)
        return NULL;
    struct ans_stmt *st = calloc(1, sizeof(*st));
    if (!st)
        abort();
    st->handle = handle;
    st->db = db;
    st->sql = sql;
    return st;
}

static void drop(struct ans_stmt *st)
{
    sqlite3_finalize(st->handle);
    free(st);
}

/* The kept statement for this text, or NULL with or without an error. The
 * address alone does not tell: a text that was freed may have left its
 * address to another. */
static struct ans_stmt *take_kept(struct ans_db *db, const char *sql,
                                  struct ans_err *err)
{
    struct ans_stmt *st = find_kept(db, sql);
    if (!st || st->lent)
        return NULL;
    if (strcmp(sqlite3_sql(st->handle), sql) == 0)
        return st;
    sqlite3_stmt *handle = prepare(db, sql, err);
    if (!handle)
        return NULL;
    sqlite3_finalize(st->handle);
    st->handle = handle;
    return st;
}

struct ans_stmt *ans_stmt_get(struct ans_db *db, const char *sql,
                              struct ans_err *err)
{
    struct ans_stmt *st = take_kept(db, sql, err);
    if (!st) {
        st = make(db, sql, err);
        if (!st)
            return NULL;
        if (!find_kept(db, sql))
            keep(db, st);
    }
    st->lent = true;
    st->ended = false;
    st->bind_code = SQLITE_OK;
    st->next = db->lent;
    db->lent = st;
    return st;
}

void ans_stmt_release(struct ans_stmt *st)
{
    if (!st || !st->lent)
        return;
    struct ans_stmt **at = &st->db->lent;
    while (*at != st)
        at = &(*at)->next;
    *at = st->next;
    st->lent = false;
    if (!st->kept) {
        drop(st);
        return;
    }
    sqlite3_reset(st->handle);
    sqlite3_clear_bindings(st->handle);
}

void ans_db_reset_lent(struct ans_db *db)
{
    while (db->lent)
        ans_stmt_release(db->lent);
}

void ans_db_drop_statements(struct ans_db *db)
{
    ans_db_reset_lent(db);
    for (size_t i = 0; i < db->kept_size; i++)
        if (db->kept[i])
            drop(db->kept[i]);
    free(db->kept);
    db->kept = NULL;
    db->kept_size = db->kept_count = 0;
}

/* Parameters. */

static void note(struct ans_stmt *st, int code)
{
    if (code != SQLITE_OK && st->bind_code == SQLITE_OK)
        st->bind_code = code;
}

void ans_stmt_bind_int(struct ans_stmt *st, int at, int64_t n)
{
    note(st, sqlite3_bind_int64(st->handle, at, n));
}

void ans_stmt_bind_num(struct ans_stmt *st, int at, double n)
{
    note(st, sqlite3_bind_double(st->handle, at, n));
}

/* An empty view is an empty text, not NULL, as SQLite would have it. */
void ans_stmt_bind_str(struct ans_stmt *st, int at, struct ans_str s)
{
    note(st, sqlite3_bind_text64(st->handle, at, s.len ? s.ptr : "", s.len,
                                 SQLITE_STATIC, SQLITE_UTF8));
}

void ans_stmt_bind_blob(struct ans_stmt *st, int at, struct ans_str s)
{
    note(st, sqlite3_bind_blob64(st->handle, at, s.len ? s.ptr : "", s.len,
                                 SQLITE_STATIC));
}

void ans_stmt_bind_null(struct ans_stmt *st, int at)
{
    note(st, sqlite3_bind_null(st->handle, at));
}

/* Rows. */

bool ans_stmt_step(struct ans_stmt *st, struct ans_err *err)
{
    if (st->ended)
        return false;
    int code = st->bind_code;
    if (code == SQLITE_OK)
        code = sqlite3_step(st->handle);
    if (code == SQLITE_ROW)
        return true;
    st->ended = true;
    if (code == SQLITE_DONE)
        return false;
    if (ans_db_is_trouble(code))
        st->db->trouble = true;
    return ans_db_fail(st->db->handle, code, err, "the database refused");
}

int64_t ans_stmt_int(struct ans_stmt *st, int column)
{
    return sqlite3_column_int64(st->handle, column);
}

double ans_stmt_num(struct ans_stmt *st, int column)
{
    return sqlite3_column_double(st->handle, column);
}

struct ans_str ans_stmt_str(struct ans_stmt *st, int column)
{
    const char *ptr =
        sqlite3_column_type(st->handle, column) == SQLITE_BLOB
            ? sqlite3_column_blob(st->handle, column)
            : (const char *)sqlite3_column_text(st->handle, column);
    int len = sqlite3_column_bytes(st->handle, column);
    return (struct ans_str){ptr, ptr ? (size_t)len : 0};
}

bool ans_stmt_is_null(struct ans_stmt *st, int column)
{
    return sqlite3_column_type(st->handle, column) == SQLITE_NULL;
}

bool ans_stmt_run(struct ans_stmt *st, struct ans_err *err)
{
    if (!st)
        return false;
    struct ans_err mine;
    mine.kind = ANS_ERR_NONE;
    while (ans_stmt_step(st, &mine))
        continue;
    ans_stmt_release(st);
    if (mine.kind && err)
        *err = mine;
    return !mine.kind;
}

int64_t ans_db_last_id(struct ans_db *db)
{
    return sqlite3_last_insert_rowid(db->handle);
}

int64_t ans_db_changes(struct ans_db *db)
{
    return sqlite3_changes64(db->handle);
}

void ans_db_touch(struct ans_db *db)
{
    db->touched = true;
}
