/* A member says anew what it is and does, and stays the member it was. */
#include "member/entries.h"
#include "member/member.h"
#include "member/row.h"
#include "member/shape.h"

static bool update(struct ans_db *db, const struct ans_member *m,
                   struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "UPDATE member SET (" ANS_ROW_SAID
                     ") = (" ANS_ROW_SAID_VALUES ") WHERE id = ?",
                     err);
    if (!st)
        return false;
    ans_row_bind(st, m);
    ans_stmt_bind_int(st, ANS_ROW_SAID_COUNT + 1, m->id);
    return ans_stmt_run(st, err);
}

static bool forget_shape(struct ans_db *db, int64_t member, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "DELETE FROM member_shape WHERE member = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    return ans_stmt_run(st, err);
}

bool ans_member_change(struct ans_db *db, const struct ans_member *was,
                       struct ans_member *m, struct ans_arena *arena,
                       struct ans_err *err)
{
    struct ans_member twin;
    m->id = was->id;
    if (!ans_member_twin(db, m, arena, &twin, err))
        return false;
    if (twin.id)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "another member is that organisation");
    m->state = was->state;
    m->number = was->number;
    m->slug = was->slug;
    m->joined_on = was->joined_on;
    m->submitted_at = was->submitted_at;
    bool public = m->state == ANS_MEMBER_PUBLIC;
    if ((public && !ans_entries_take(db, was, err)) || !update(db, m, err) ||
        !forget_shape(db, m->id, err) || !ans_shape_add(db, m, err))
        return false;
    ans_db_touch(db);
    return !public || ans_entries_put(db, m, err);
}

bool ans_member_save_answers(struct ans_db *db, const struct ans_member *m,
                             struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "UPDATE member SET answers = ? WHERE id = ?"
                     " AND state = 'unconfirmed'",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, m->packed);
    ans_stmt_bind_int(st, 2, m->id);
    return ans_stmt_run(st, err);
}

bool ans_member_forget(struct ans_db *db, int64_t id, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "DELETE FROM member WHERE id = ? AND state = 'unconfirmed'", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, id);
    return ans_stmt_run(st, err);
}
