#include "join/invitation.h"

#include "member/audit.h"
#include "secret/secret.h"

#define DAY (24 * 60 * 60 * INT64_C(1000))

/* Has a confirmed member come of an invitation? A form that was sent and never
 * confirmed has not used it. */
#define IS_USED                                                                \
    " EXISTS (SELECT 1 FROM member AS m WHERE m.id = i.member"                 \
    " AND m.state <> 'unconfirmed')"

static bool was_used(struct ans_db *db, struct ans_str email, bool *used,
                     struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT 1 FROM invitation AS i"
                     " WHERE lower(i.email) = lower(?) AND" IS_USED,
                     err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, email);
    *used = ans_stmt_step(st, err);
    ans_stmt_release(st);
    return !err->kind;
}

/* The row of an address is the same when it is invited again, so that a form
 * which it began goes on. */
static bool upsert(struct ans_db *db, const struct ans_invitation *i,
                   struct ans_str token, struct ans_err *err)
{
    struct ans_hash hash = ans_hash_of(token);
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO invitation (token, email, name, lang, invited_at)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (lower(email)) DO UPDATE"
        " SET token = excluded.token, name = excluded.name,"
        " lang = excluded.lang, invited_at = excluded.invited_at",
        err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(&hash));
    ans_stmt_bind_str(st, 2, i->email);
    ans_stmt_bind_str(st, 3, i->name);
    ans_stmt_bind_str(st, 4, i->lang);
    ans_stmt_bind_int(st, 5, i->invited_at);
    return ans_stmt_run(st, err);
}

bool ans_invitation_put(struct ans_db *db,
                        const struct ans_invitation *invitation,
                        struct ans_str token, bool *invited,
                        struct ans_err *err)
{
    bool used = false;
    if (!was_used(db, invitation->email, &used, err))
        return false;
    *invited = !used;
    return used || upsert(db, invitation, token, err);
}

struct adding {
    const struct ans_invitation *invitation;
    struct ans_str token;
    const struct ans_outbox_mail *mail;
    bool *invited;
};

static bool add(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct adding *a = context;
    const struct ans_audit entry = {.at = a->invitation->invited_at,
                                    .actor = "operator",
                                    .action = "invitation.sent"};
    if (!ans_invitation_put(db, a->invitation, a->token, a->invited, err))
        return false;
    return !*a->invited ||
           (ans_outbox_add(db, a->mail, err) && ans_audit_add(db, &entry, err));
}

bool ans_invitation_add(struct ans_store *store,
                        const struct ans_invitation *invitation,
                        struct ans_str token,
                        const struct ans_outbox_mail *mail, bool *invited,
                        struct ans_err *err)
{
    struct adding a = {invitation, token, mail, invited};
    return ans_store_write(store, add, &a, err);
}

static void read_row(struct ans_stmt *st, int64_t now, struct ans_arena *arena,
                     struct ans_invitation *out)
{
    *out = (struct ans_invitation){
        .id = ans_stmt_int(st, 0),
        .email = ans_arena_str(arena, ans_stmt_str(st, 1)),
        .name = ans_arena_str(arena, ans_stmt_str(st, 2)),
        .lang = ans_arena_str(arena, ans_stmt_str(st, 3)),
        .invited_at = ans_stmt_int(st, 4),
    };
    if (ans_stmt_int(st, 5))
        out->state = ANS_INVITATION_USED;
    else if (now > out->invited_at + ANS_INVITATION_DAYS * DAY)
        out->state = ANS_INVITATION_EXPIRED;
    else
        out->state = ANS_INVITATION_OPEN;
}

static bool find(struct ans_db *db, const struct ans_hash *token, int64_t now,
                 struct ans_arena *arena, struct ans_invitation *out,
                 struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT i.id, i.email, i.name, i.lang, i.invited_at," IS_USED
        " FROM invitation AS i WHERE i.token = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(token));
    if (ans_stmt_step(st, err))
        read_row(st, now, arena, out);
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_invitation_find(struct ans_store *store, struct ans_str token,
                         int64_t now, struct ans_arena *arena,
                         struct ans_invitation *out, struct ans_err *err)
{
    struct ans_hash hash = ans_hash_of(token);
    *out = (struct ans_invitation){.state = ANS_INVITATION_UNKNOWN};
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = find(db, &hash, now, arena, out, err);
    ans_store_release(store, db);
    return ok;
}

bool ans_invitation_use(struct ans_db *db, int64_t invitation, int64_t member,
                        struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "UPDATE invitation AS i SET member = ? WHERE i.id = ?"
                     " AND NOT" IS_USED,
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_int(st, 2, invitation);
    if (!ans_stmt_run(st, err))
        return false;
    return ans_db_changes(db) == 1 ||
           ans_err_set(err, ANS_ERR_CONFLICT,
                       "the invitation has been used, or is not there");
}

bool ans_invitation_sweep(struct ans_db *db, int64_t before, int64_t most,
                          int64_t *forgotten, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "DELETE FROM invitation WHERE id IN (SELECT id FROM invitation"
        " WHERE invited_at < ? LIMIT ?)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, before);
    ans_stmt_bind_int(st, 2, most);
    if (!ans_stmt_run(st, err))
        return false;
    *forgotten = ans_db_changes(db);
    return true;
}
