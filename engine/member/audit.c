#include "member/audit.h"

bool ans_audit_add(struct ans_db *db, const struct ans_audit *entry,
                   struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO audit (at, actor, action, member, detail)"
                     " VALUES (?, ?, ?, ?, ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, entry->at);
    ans_stmt_bind_str(st, 2, ans_str_from(entry->actor));
    ans_stmt_bind_str(st, 3, ans_str_from(entry->action));
    ans_stmt_bind_int(st, 4, entry->member);
    ans_stmt_bind_str(st, 5, entry->detail);
    return ans_stmt_run(st, err);
}
