/* Copies: written beside their name, made durable, then given the name, so
 * that a file with the name is always a whole one. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/internal.h"

/* All pages of the moment that `from` reads, into an empty file. The copy is
 * no database with a WAL, so that reading it leaves no files beside it. */
static bool copy_pages(struct ans_db *from, const char *to, struct ans_err *err)
{
    bool ok = false;
    struct ans_db *copy = ans_db_open(to, ANS_DB_WRITE, err);
    if (!copy)
        return false;
    /* Until it has its name it may break; the caller makes it durable. */
    if (!ans_db_exec(copy,
                     "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
                     err))
        goto done;
    sqlite3_backup *b =
        sqlite3_backup_init(copy->handle, "main", from->handle, "main");
    if (!b) {
        ans_db_fail(copy->handle, sqlite3_errcode(copy->handle), err,
                    "cannot copy to %s", to);
        goto done;
    }
    int code = sqlite3_backup_step(b, -1);
    int end = sqlite3_backup_finish(b);
    if (code != SQLITE_DONE) {
        ans_db_fail(copy->handle, end ? end : code, err, "cannot copy to %s",
                    to);
        goto done;
    }
    ok = ans_db_exec(copy, "PRAGMA journal_mode = DELETE", err);

done:
    ans_db_close(copy);
    return ok;
}

static bool sync_file(const char *path, struct ans_err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (!ok)
        ans_err_set_errno(err, "cannot make %s durable", path);
    if (fd >= 0)
        close(fd);
    return ok;
}

/* Give the finished copy its name, never that of another file. */
static bool publish(const char *part, const char *to, struct ans_err *err)
{
    if (renameat2(AT_FDCWD, part, AT_FDCWD, to, RENAME_NOREPLACE) != 0) {
        /* Not every file system knows that way; link does the same. */
        if (errno != EINVAL || link(part, to) != 0)
            return ans_err_set_errno(err, "cannot create %s", to);
        unlink(part);
    }
    return ans_file_sync_folder(to, err);
}

static char *part_name(const char *to)
{
    char *part = NULL;
    if (asprintf(&part, "%s.part", to) < 0)
        abort();
    return part;
}

static bool copy_to(struct ans_db *from, const char *to, struct ans_err *err)
{
    bool ok = false;
    char *part = part_name(to);
    struct stat st;
    if (lstat(to, &st) == 0) {
        ans_err_set(err, ANS_ERR_CONFLICT, "%s exists", to);
        goto done;
    }
    unlink(part); /* of a copy that was broken off */
    ok = ans_file_create(part, err) && copy_pages(from, part, err) &&
         sync_file(part, err) && publish(part, to, err);
    if (!ok)
        unlink(part);

done:
    free(part);
    return ok;
}

/* A moment to copy, and proof that there is a database. */
static bool begin(struct ans_db *db, struct ans_err *err)
{
    int64_t tables;
    return ans_db_run(db, "BEGIN", err) &&
           ans_db_number(db, "SELECT count(*) FROM sqlite_schema", &tables,
                         err);
}

static bool same_file(const struct stat *before, const char *path,
                      struct ans_err *err)
{
    struct stat now;
    if (stat(path, &now) == 0 && now.st_ino == before->st_ino &&
        now.st_dev == before->st_dev)
        return true;
    return ans_err_set(err, ANS_ERR_BUSY, "%s was replaced while it was copied",
                       path);
}

bool ans_store_copy(const char *from, const char *to, struct ans_err *err)
{
    bool ok = false;
    struct stat before;
    if (stat(from, &before) != 0)
        return ans_err_set_errno(err, "cannot copy %s", from);
    struct ans_db *db = ans_db_open(from, ANS_DB_READ, err);
    if (!db)
        return false;
    if (!begin(db, err)) {
        ans_err_add(err, "%s", from);
        goto done;
    }
    ok = copy_to(db, to, err);
    if (ok && !same_file(&before, from, err)) {
        unlink(to);
        ok = false;
    }

done:
    ans_db_close(db);
    return ok;
}

/* A connection of its own: a long copy must not keep one from the pages. */
bool ans_store_backup(struct ans_store *store, const char *to,
                      struct ans_err *err)
{
    ans_readers_enter(&store->readers);
    bool ok = ans_store_copy(store->path, to, err);
    ans_readers_leave(&store->readers);
    return ok;
}
