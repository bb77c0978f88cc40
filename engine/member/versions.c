/* Which versions of scripts members have joined under. */
#include "codec/json.h"
#include "member/member.h"

/* One step along the index for each version, however many members have it. */
bool ans_member_versions(struct ans_db *db, struct ans_arena *arena,
                         struct ans_strs *out, struct ans_err *err)
{
    struct ans_str last = ANS_STR("");
    *out = (struct ans_strs){0};
    for (;;) {
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
}

bool ans_member_each_answers(struct ans_db *db, struct ans_arena *scratch,
                             ans_answers_fn *each, void *context,
                             struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT answers FROM member WHERE state IN ('review', 'public')"
        " ORDER BY id",
        err);
    if (!st)
        return false;
    bool more = true;
    while (more && ans_stmt_step(st, err)) {
        struct ans_value answers;
        struct ans_err ignored = {0}; /* a damaged row is not for counting */
        ans_arena_reset(scratch);
        if (ans_json_read(scratch, ans_stmt_str(st, 0), &answers, &ignored) &&
            answers.type == ANS_MAP)
            more = each(context, answers.map);
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_member_count(struct ans_db *db, int64_t *out, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT count(*) FROM member WHERE state IN ('review', 'public')",
        err);
    bool row = st && ans_stmt_step(st, err);
    *out = row ? ans_stmt_int(st, 0) : 0;
    ans_stmt_release(st);
    return row;
}
