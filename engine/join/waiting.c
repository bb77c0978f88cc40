#include "join/waiting.h"

#include "join/invitation.h"
#include "member/audit.h"
#include "secret/secret.h"

struct adding {
    const struct ans_waiting *w;
    struct ans_hash token;
    const struct ans_outbox_mail *mail;
};

static bool forget_address(struct ans_db *db, struct ans_str email,
                           struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "DELETE FROM waiting WHERE lower(email) = lower(?)", err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, email);
    return ans_stmt_run(st, err);
}

static bool insert(struct ans_db *db, const struct adding *a,
                   struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO waiting (token, email, name, lang, added_at)"
                     " VALUES (?, ?, ?, ?, ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(&a->token));
    ans_stmt_bind_str(st, 2, a->w->email);
    ans_stmt_bind_str(st, 3, a->w->name);
    ans_stmt_bind_str(st, 4, a->w->lang);
    ans_stmt_bind_int(st, 5, a->w->added_at);
    return ans_stmt_run(st, err);
}

static bool add(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct adding *a = context;
    return ans_mailing_check(db, a->w->email, a->w->added_at, err) &&
           forget_address(db, a->w->email, err) && insert(db, a, err) &&
           ans_outbox_add(db, a->mail, err);
}

bool ans_waiting_add(struct ans_store *store, const struct ans_waiting *w,
                     struct ans_str token, const struct ans_outbox_mail *mail,
                     struct ans_err *err)
{
    struct adding a = {.w = w, .token = ans_hash_of(token), .mail = mail};
    return ans_store_write(store, add, &a, err);
}

static void read_row(struct ans_stmt *st, struct ans_arena *arena,
                     struct ans_waiting *out)
{
    *out = (struct ans_waiting){
        .id = ans_stmt_int(st, 0),
        .email = ans_arena_str(arena, ans_stmt_str(st, 1)),
        .name = ans_arena_str(arena, ans_stmt_str(st, 2)),
        .lang = ans_arena_str(arena, ans_stmt_str(st, 3)),
        .added_at = ans_stmt_int(st, 4),
    };
}

static bool find(struct ans_db *db, const struct ans_hash *token,
                 struct ans_arena *arena, struct ans_waiting *out,
                 struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT id, email, name, lang, added_at FROM waiting"
                     " WHERE token = ?",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(token));
    bool found = ans_stmt_step(st, err);
    if (found)
        read_row(st, arena, out);
    else if (!err->kind)
        ans_err_set(err, ANS_ERR_NOT_FOUND, "nobody waits by this link");
    ans_stmt_release(st);
    return found;
}

bool ans_waiting_find(struct ans_store *store, struct ans_str token,
                      struct ans_arena *arena, struct ans_waiting *out,
                      struct ans_err *err)
{
    struct ans_hash hash = ans_hash_of(token);
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = find(db, &hash, arena, out, err);
    ans_store_release(store, db);
    return ok;
}

static bool leave(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct ans_hash *token = context;
    struct ans_stmt *st =
        ans_stmt_get(db, "DELETE FROM waiting WHERE token = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(token));
    return ans_stmt_run(st, err);
}

bool ans_waiting_leave(struct ans_store *store, struct ans_str token,
                       struct ans_err *err)
{
    struct ans_hash hash = ans_hash_of(token);
    return ans_store_write(store, leave, &hash, err);
}

bool ans_waiting_first(struct ans_store *store, size_t most,
                       struct ans_arena *arena, struct ans_waiting *out,
                       size_t *count, struct ans_err *err)
{
    *count = 0;
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT id, email, name, lang, added_at FROM waiting"
                     " ORDER BY id LIMIT ?",
                     err);
    if (st) {
        ans_stmt_bind_int(st, 1, (int64_t)most);
        while (*count < most && ans_stmt_step(st, err))
            read_row(st, arena, &out[(*count)++]);
        ans_stmt_release(st);
    }
    ans_store_release(store, db);
    return !err->kind;
}

struct telling {
    const struct ans_waiting *w;
    struct ans_str invitation;
    const struct ans_outbox_mail *mail;
};

/* Whoever has used an invitation before needs no other. */
static bool invite(struct ans_db *db, const struct telling *t,
                   struct ans_err *err)
{
    bool invited;
    const struct ans_invitation i = {.email = t->w->email,
                                     .name = t->w->name,
                                     .lang = t->w->lang,
                                     .invited_at = t->mail->created_at};
    return !t->invitation.len ||
           ans_invitation_put(db, &i, t->invitation, &invited, err);
}

static bool tell(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct telling *t = context;
    struct ans_stmt *st =
        ans_stmt_get(db, "DELETE FROM waiting WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, t->w->id);
    if (!ans_stmt_run(st, err))
        return false;
    if (!ans_db_changes(db))
        return true; /* has left meanwhile */
    const struct ans_audit entry = {
        .at = t->mail->created_at, .actor = "system", .action = "waiting.told"};
    return invite(db, t, err) && ans_outbox_add(db, t->mail, err) &&
           ans_audit_add(db, &entry, err);
}

bool ans_waiting_tell(struct ans_store *store, const struct ans_waiting *w,
                      struct ans_str invitation,
                      const struct ans_outbox_mail *mail, struct ans_err *err)
{
    struct telling t = {.w = w, .invitation = invitation, .mail = mail};
    return ans_store_write(store, tell, &t, err);
}

bool ans_waiting_sweep(struct ans_db *db, int64_t before, int64_t most,
                       int64_t *forgotten, struct ans_err *err)
{
    /* Ids rise with time, so the oldest are at the front. */
    struct ans_stmt *st = ans_stmt_get(
        db,
        "DELETE FROM waiting WHERE id IN"
        " (SELECT id FROM waiting ORDER BY id LIMIT ?) AND added_at < ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, most);
    ans_stmt_bind_int(st, 2, before);
    if (!ans_stmt_run(st, err))
        return false;
    *forgotten = ans_db_changes(db);
    return true;
}
