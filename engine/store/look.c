/* Looking at a database without serving it. */
#include <errno.h>
#include <unistd.h>

#include "store/internal.h"

static bool is_of_today(struct ans_db *db, const struct ans_store_options *o,
                        struct ans_err *err)
{
    int64_t version;
    int64_t newest = o->migrations[o->migration_count - 1].version;
    if (!ans_db_check_identity(db, o, err) ||
        !ans_db_number(db, "PRAGMA user_version", &version, err))
        return false;
    return version == newest ||
           ans_err_set(err, ANS_ERR_CONFLICT,
                       "%s has schema version %d and this program's is %d; "
                       "start the server once",
                       o->path, (int)version, (int)newest);
}

struct ans_db *ans_store_look(const struct ans_store_options *o,
                              struct ans_err *err)
{
    if (access(o->path, R_OK) != 0) {
        ans_err_set_errno(err, "cannot read %s", o->path);
        return NULL;
    }
    struct ans_db *db = ans_db_open(o->path, ANS_DB_READ, err);
    if (db && ans_db_run(db, "BEGIN", err) && is_of_today(db, o, err))
        return db;
    ans_db_close(db);
    return NULL;
}

void ans_store_look_end(struct ans_db *db)
{
    if (db)
        ans_db_reset_lent(db);
    ans_db_close(db);
}
