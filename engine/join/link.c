#include "join/link.h"

#include "secret/secret.h"

bool ans_link_add(struct ans_db *db, struct ans_str token, const char *purpose,
                  int64_t member, int64_t now, struct ans_err *err)
{
    struct ans_hash hash = ans_hash_of(token);
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO link (token, purpose, member, made_at)"
                     " VALUES (?, ?, ?, ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(&hash));
    ans_stmt_bind_str(st, 2, ans_str_from(purpose));
    ans_stmt_bind_int(st, 3, member);
    ans_stmt_bind_int(st, 4, now);
    return ans_stmt_run(st, err);
}

bool ans_link_stop(struct ans_db *db, int64_t member, const char *purpose,
                   struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "DELETE FROM link WHERE member = ? AND purpose = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_str(st, 2, ans_str_from(purpose));
    return ans_stmt_run(st, err);
}

bool ans_link_move(struct ans_db *db, int64_t from, int64_t to,
                   struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "UPDATE link SET member = ? WHERE member = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, to);
    ans_stmt_bind_int(st, 2, from);
    return ans_stmt_run(st, err);
}

bool ans_link_find(struct ans_db *db, struct ans_str token, const char *purpose,
                   int64_t *member, int64_t *made_at, struct ans_err *err)
{
    *member = 0;
    *made_at = 0;
    if (!ans_token_well_formed(token))
        return true;
    struct ans_hash hash = ans_hash_of(token);
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT member, made_at FROM link WHERE token = ? AND purpose = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(&hash));
    ans_stmt_bind_str(st, 2, ans_str_from(purpose));
    if (ans_stmt_step(st, err)) {
        *member = ans_stmt_int(st, 0);
        *made_at = ans_stmt_int(st, 1);
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_link_newest(struct ans_db *db, int64_t member, int64_t *made_at,
                     struct ans_err *err)
{
    *made_at = 0;
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT made_at FROM link WHERE member = ?"
                     " ORDER BY made_at DESC LIMIT 1",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    if (ans_stmt_step(st, err))
        *made_at = ans_stmt_int(st, 0);
    ans_stmt_release(st);
    return !err->kind;
}
