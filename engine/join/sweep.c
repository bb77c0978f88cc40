#include "join/invitation.h"
#include "join/join.h"
#include "join/waiting.h"
#include "member/audit.h"

#define DAY (24 * 60 * 60 * INT64_C(1000))

/* Rows of each kind that one call takes. */
#define SHARE 100

/* How long an unconfirmed member and the fact of a mail are kept. */
#define KEPT (30 * DAY)

struct sweeping {
    int64_t now;
    bool more;
};

static bool sweep_drafts(struct ans_db *db, struct sweeping *w,
                         struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "DELETE FROM draft WHERE id IN (SELECT id FROM draft"
                     " WHERE updated_at < ? ORDER BY updated_at LIMIT ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, w->now - ANS_DRAFT_DAYS * DAY);
    ans_stmt_bind_int(st, 2, SHARE);
    if (!ans_stmt_run(st, err))
        return false;
    w->more |= ans_db_changes(db) == SHARE;
    return true;
}

/* Unconfirmed members whose time has passed and who hold no link that still
 * can be used: it may have been renewed, or a second one has yet to sign (and
 * after that, its page tells for a week that the time is up). */
static bool find_lapsed(struct ans_db *db, int64_t now, int64_t *ids,
                        size_t *count, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT m.id FROM member AS m WHERE m.state = 'unconfirmed'"
        " AND m.submitted_at < ? AND NOT EXISTS (SELECT 1 FROM link AS l"
        " WHERE l.member = m.id AND l.made_at >= ?)"
        " AND NOT EXISTS (SELECT 1 FROM signature AS s"
        " WHERE s.member = m.id AND s.due_at >= ?)"
        " ORDER BY m.submitted_at LIMIT ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, now - KEPT);
    ans_stmt_bind_int(st, 2, now - ANS_CONFIRM_DAYS * DAY);
    ans_stmt_bind_int(st, 3, now - ANS_CONFIRM_DAYS * DAY);
    ans_stmt_bind_int(st, 4, SHARE);
    *count = 0;
    while (*count < SHARE && ans_stmt_step(st, err))
        ids[(*count)++] = ans_stmt_int(st, 0);
    ans_stmt_release(st);
    return !err->kind;
}

/* Seal, package and links go with the row. */
static bool delete_member(struct ans_db *db, int64_t id, int64_t now,
                          struct ans_err *err)
{
    const struct ans_audit entry = {
        .at = now, .actor = "system", .action = "join.lapsed", .member = id};
    return ans_member_forget(db, id, err) && ans_audit_add(db, &entry, err);
}

static bool sweep_members(struct ans_db *db, struct sweeping *w,
                          struct ans_err *err)
{
    int64_t ids[SHARE];
    size_t count;
    if (!find_lapsed(db, w->now, ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!delete_member(db, ids[i], w->now, err))
            return false;
    }
    w->more |= count == SHARE;
    return true;
}

static bool sweep(struct ans_db *db, void *context, struct ans_err *err)
{
    struct sweeping *w = context;
    int64_t forgotten;
    int64_t waiting;
    int64_t invited;
    if (!sweep_drafts(db, w, err) || !sweep_members(db, w, err) ||
        !ans_outbox_sweep(db, w->now - KEPT, SHARE, &forgotten, err) ||
        !ans_waiting_sweep(db, w->now - ANS_WAITING_DAYS * DAY, SHARE, &waiting,
                           err) ||
        !ans_invitation_sweep(db, w->now - ANS_INVITATION_DAYS * DAY - KEPT,
                              SHARE, &invited, err))
        return false;
    w->more |= forgotten == SHARE || waiting == SHARE || invited == SHARE;
    return true;
}

bool ans_join_sweep(struct ans_store *store, int64_t now, bool *more,
                    struct ans_err *err)
{
    struct sweeping w = {.now = now};
    bool ok = ans_store_write(store, sweep, &w, err);
    *more = ok && w.more;
    return ok;
}
