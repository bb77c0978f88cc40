#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "store/internal.h"

bool ans_db_is_trouble(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return true;
    default:
        return false;
    }
}

static enum ans_err_kind kind_of_open(int system_errno)
{
    switch (system_errno) {
    case EACCES:
    case EPERM:
    case EROFS:
        return ANS_ERR_DENIED;
    case ENOENT:
    case ENOTDIR:
        return ANS_ERR_NOT_FOUND;
    case EISDIR:
        return ANS_ERR_INPUT;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EMFILE:
    case ENFILE:
        return ANS_ERR_BUSY;
    default:
        return ANS_ERR_INTERNAL;
    }
}

static enum ans_err_kind kind_of(int code, int system_errno)
{
    if (ans_db_is_trouble(code))
        return ANS_ERR_BUSY;
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return ANS_ERR_CONFLICT;
    case SQLITE_INTERRUPT:
        return ANS_ERR_BUSY;
    case SQLITE_TOOBIG:
        return ANS_ERR_LIMIT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ANS_ERR_DENIED;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ANS_ERR_INPUT;
    case SQLITE_CANTOPEN:
        return kind_of_open(system_errno);
    default:
        return ANS_ERR_INTERNAL;
    }
}

/* What helps the reader of the sentence more than SQLite's own words. */
static const char *explain(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return "the disk is full";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program holds the database";
    case SQLITE_NOTADB:
        return "the file is damaged or not a database; restore a backup of it "
               "or move it away";
    case SQLITE_CORRUPT:
        return "the file is damaged; restore a backup of it or move it away";
    default:
        return NULL;
    }
}

bool ans_db_fail(sqlite3 *handle, int code, struct ans_err *err,
                 const char *fmt, ...)
{
    if (!err)
        return false;
    char what[sizeof(err->text) / 2];
    va_list va;
    va_start(va, fmt);
    vsnprintf(what, sizeof(what), fmt, va);
    va_end(va);

    int system_errno = handle ? sqlite3_system_errno(handle) : 0;
    const char *why = explain(code);
    if (!why)
        why = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    enum ans_err_kind kind = kind_of(code, system_errno);
    int family = code & 0xff;
    if ((family == SQLITE_CANTOPEN || family == SQLITE_IOERR) && system_errno) {
        char reason[96];
        return ans_err_set(err, kind, "%s: %s (%s)", what, why,
                           strerror_r(system_errno, reason, sizeof(reason)));
    }
    return ans_err_set(err, kind, "%s: %s", what, why);
}
