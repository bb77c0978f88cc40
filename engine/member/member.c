#include "member/member.h"

#include <stdio.h>

#include "base/text.h"
#include "member/entries.h"
#include "member/row.h"
#include "member/shape.h"

/* Never less than `first`: a county may begin anew further up. */
static bool next_number(struct ans_db *db, int64_t first, int64_t *number,
                        struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "UPDATE counter SET"
                     " n = CASE WHEN n + 1 < ?1 THEN ?1 ELSE n + 1 END"
                     " WHERE name = 'member' RETURNING n",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, first);
    bool row = ans_stmt_step(st, err);
    *number = row ? ans_stmt_int(st, 0) : 0;
    ans_stmt_release(st);
    return row || err->kind ||
           ans_err_set(err, ANS_ERR_INTERNAL, "there is no member counter");
}

static bool slug_taken(struct ans_db *db, struct ans_str slug, bool *taken,
                       struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT 1 FROM member WHERE slug = ? AND slug <> ''", err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, slug);
    *taken = ans_stmt_step(st, err);
    ans_stmt_release(st);
    return !err->kind;
}

/* The next number to put after a slug that is taken, from 2. */
static bool next_suffix(struct ans_db *db, struct ans_str base, int64_t *n,
                        struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO slug (base, n) VALUES (?, 2)"
                     " ON CONFLICT (base) DO UPDATE SET n = slug.n + 1"
                     " RETURNING n",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, base);
    bool row = ans_stmt_step(st, err);
    *n = row ? ans_stmt_int(st, 0) : 0;
    ans_stmt_release(st);
    return row;
}

/* The name's slug, or with the first free number after it: a counter per
 * slug, so that the thousandth of one name does not try a thousand. A name
 * that leaves nothing gets its running number for an address. */
static bool choose_slug(struct ans_db *db, struct ans_member *m,
                        struct ans_arena *arena, struct ans_err *err)
{
    struct ans_str base = ans_text_slug(arena, m->name);
    if (ans_str_is(base, "-"))
        base = ans_arena_printf(arena, "%lld", (long long)m->number);
    m->slug = base;
    bool taken = false;
    while (slug_taken(db, m->slug, &taken, err) && taken) {
        int64_t n = 0;
        if (!next_suffix(db, base, &n, err))
            return false;
        m->slug = ans_arena_printf(arena, "%.*s-%lld", ANS_STR_ARG(base),
                                   (long long)n);
    }
    return !err->kind;
}

static bool save_confirmed(struct ans_db *db, const struct ans_member *m,
                           struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "UPDATE member SET state = ?, number = ?, slug = ?, joined_on = ?"
        " WHERE id = ? AND state = 'unconfirmed'",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, ans_state_word(m->state));
    ans_stmt_bind_int(st, 2, m->number);
    ans_stmt_bind_str(st, 3, m->slug);
    ans_stmt_bind_int(st, 4, m->joined_on);
    ans_stmt_bind_int(st, 5, m->id);
    if (!ans_stmt_run(st, err))
        return false;
    return ans_db_changes(db) == 1 ||
           ans_err_set(err, ANS_ERR_CONFLICT,
                       "the member is confirmed already");
}

bool ans_member_confirm(struct ans_db *db, struct ans_member *m,
                        const struct ans_member_start *start,
                        struct ans_arena *arena, struct ans_err *err)
{
    struct ans_member twin;
    if (!ans_member_twin(db, m, arena, &twin, err))
        return false;
    if (twin.id)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "the organisation has joined already");
    m->state = start->review ? ANS_MEMBER_REVIEW : ANS_MEMBER_PUBLIC;
    m->joined_on = start->day;
    if (!next_number(db, start->first_number, &m->number, err) ||
        !choose_slug(db, m, arena, err) || !save_confirmed(db, m, err))
        return false;
    if (start->review)
        return true;
    ans_db_touch(db);
    return ans_entries_put(db, m, err);
}

static bool change_state(struct ans_db *db, struct ans_member *m,
                         enum ans_member_state state, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "UPDATE member SET state = ? WHERE id = ? AND state = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, ans_state_word(state));
    ans_stmt_bind_int(st, 2, m->id);
    ans_stmt_bind_str(st, 3, ans_state_word(m->state));
    if (!ans_stmt_run(st, err))
        return false;
    if (ans_db_changes(db) != 1)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "the member has changed meanwhile");
    m->state = state;
    return true;
}

bool ans_member_publish(struct ans_db *db, struct ans_member *m,
                        struct ans_err *err)
{
    if (m->state != ANS_MEMBER_REVIEW)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "the member is not under review");
    ans_db_touch(db);
    return change_state(db, m, ANS_MEMBER_PUBLIC, err) &&
           ans_entries_put(db, m, err);
}

/* An address that never was public is no one's; one that was stays taken,
 * so that old links never lead to another organisation. */
static bool free_slug(struct ans_db *db, struct ans_member *m,
                      struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "UPDATE member SET slug = '' WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, m->id);
    m->slug = ANS_STR("");
    return ans_stmt_run(st, err);
}

bool ans_member_withdraw(struct ans_db *db, struct ans_member *m,
                         enum ans_member_state state, struct ans_err *err)
{
    if (state != ANS_MEMBER_DECLINED && state != ANS_MEMBER_LEFT)
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "a member cannot be withdrawn to that state");
    if (m->state != ANS_MEMBER_REVIEW && m->state != ANS_MEMBER_PUBLIC)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "the member has not joined, or not any more");
    bool was_public = m->state == ANS_MEMBER_PUBLIC;
    if (!change_state(db, m, state, err))
        return false;
    if (!was_public)
        return free_slug(db, m, err);
    ans_db_touch(db);
    return ans_entries_take(db, m, err) && ans_shape_release(db, m->id, err);
}
