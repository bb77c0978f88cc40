/* Which versions of scripts members have joined under. */
#include "member/member.h"

/* One step along the index for each version, however many members have it. */
bool ans_member_versions(struct ans_db *db, size_t most,
                         struct ans_arena *arena, struct ans_strs *out,
                         struct ans_err *err)
{
    struct ans_str last = ANS_STR("");
    *out = (struct ans_strs){0};
    while (out->count < most) {
        struct ans_stmt *st = ans_stmt_get(
            db,
            "SELECT script_version FROM member WHERE script_version > ?"
            " ORDER BY script_version LIMIT 1",
            err);
        if (!st)
            return false;
        ans_stmt_bind_str(st, 1, last);
        bool found = ans_stmt_step(st, err);
        if (found)
            last = ans_arena_str(arena, ans_stmt_str(st, 0));
        ans_stmt_release(st);
        if (!found)
            return !err->kind;
        out->items =
            ans_arena_grow(arena, out->items, out->count, sizeof(last));
        out->items[out->count++] = last;
    }
    return true;
}
