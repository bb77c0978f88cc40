/* fixture: a folder of its own and a small schema for each test of store. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka needs the four above before it. */
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/stmt.h"
#include "store/store.h"
#include "temp.h"

#define APPLICATION 0x616e7374

static const struct ans_migration schema[] = {
    {1, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,"
        " amount INTEGER NOT NULL DEFAULT 0) STRICT;"
        "CREATE TABLE reply (id INTEGER PRIMARY KEY,"
        " note INTEGER NOT NULL REFERENCES note (id)"
        " DEFERRABLE INITIALLY DEFERRED) STRICT;"},
};

struct fixture {
    char folder[128];
    char path[160];
    struct ans_store *store;
    struct ans_err err;
};

static inline struct ans_store_options options_of(const char *path)
{
    return (struct ans_store_options){
        .path = path,
        .migrations = schema,
        .migration_count = sizeof(schema) / sizeof(schema[0]),
        .application = APPLICATION,
    };
}

static inline void open_store(struct fixture *f)
{
    struct ans_store_options o = options_of(f->path);
    f->store = ans_store_open(&o, &f->err);
    if (!f->store)
        fail_msg("%s", f->err.text);
}

static inline void close_store(struct fixture *f)
{
    ans_store_close(f->store);
    f->store = NULL;
}

static inline struct fixture *new_fixture(void)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    temp_folder(f->folder, sizeof(f->folder));
    snprintf(f->path, sizeof(f->path), "%s/a.db", f->folder);
    return f;
}

static inline int set_up(void **state)
{
    struct fixture *f = new_fixture();
    open_store(f);
    *state = f;
    return 0;
}

static inline int set_up_closed(void **state)
{
    *state = new_fixture();
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    close_store(f);
    DIR *d = opendir(f->folder);
    struct dirent *e;
    while (d && (e = readdir(d)))
        unlinkat(dirfd(d), e->d_name, 0);
    if (d)
        closedir(d);
    rmdir(f->folder);
    free(f);
    return 0;
}

static inline void path_in(const struct fixture *f, const char *name, char *out,
                           size_t size)
{
    join_path(out, size, f->folder, name);
}

/* Adds a note whose text is the context, a C string. */
static inline bool add_note(struct ans_db *db, void *context,
                            struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "INSERT INTO note (text) VALUES (?)", err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, ans_str_from(context));
    return ans_stmt_run(st, err);
}

static inline bool write_note(struct fixture *f, const char *text)
{
    return ans_store_write(f->store, add_note, (void *)(uintptr_t)text,
                           &f->err);
}

static inline int64_t number(struct ans_db *db, const char *sql)
{
    struct ans_err err = {0};
    struct ans_stmt *st = ans_stmt_get(db, sql, &err);
    int64_t n = -1;
    if (st && ans_stmt_step(st, &err))
        n = ans_stmt_int(st, 0);
    ans_stmt_release(st);
    if (err.kind)
        fail_msg("%s", err.text);
    return n;
}

static inline int64_t read_number(struct ans_store *store, const char *sql)
{
    struct ans_err err = {0};
    struct ans_db *db = ans_store_acquire(store, &err);
    if (!db)
        fail_msg("%s", err.text);
    int64_t n = number(db, sql);
    ans_store_release(store, db);
    return n;
}

#define COUNT_NOTES "SELECT count(*) FROM note"
