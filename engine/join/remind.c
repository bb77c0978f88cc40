/* Second signatures that wait: whose turn it is, and what was done. */
#include "join/confirming.h"
#include "join/link.h"
#include "member/audit.h"

static bool list_due(struct ans_db *db, int64_t now, size_t most,
                     struct ans_signing *out, size_t *count,
                     struct ans_arena *arena, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT member, email, asked_at, due_at, next_at, renews"
                     " FROM signature WHERE state = 'waiting' AND next_at <= ?"
                     " ORDER BY next_at LIMIT ?",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, now);
    ans_stmt_bind_int(st, 2, (int64_t)most);
    while (*count < most && ans_stmt_step(st, err)) {
        struct ans_signing *s = &out[(*count)++];
        *s = (struct ans_signing){
            .member.id = ans_stmt_int(st, 0),
            .email = ans_arena_str(arena, ans_stmt_str(st, 1)),
            .asked_at = ans_stmt_int(st, 2),
            .due_at = ans_stmt_int(st, 3),
            .next_at = ans_stmt_int(st, 4),
            .renews = ans_stmt_int(st, 5),
        };
        s->state = now > s->due_at ? ANS_SIGN_LAPSED : ANS_SIGN_OPEN;
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_sign_due(struct ans_store *store, int64_t now, size_t most,
                  struct ans_arena *arena, struct ans_signing *out,
                  size_t *count, struct ans_err *err)
{
    *count = 0;
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = list_due(db, now, most, out, count, arena, err);
    for (size_t i = 0; ok && i < *count; i++)
        ok = ans_member_get(db, out[i].member.id, arena, &out[i].member, err);
    ans_store_release(store, db);
    return ok;
}

struct reminding {
    const struct ans_signing *s;
    struct ans_str first_token, sign_token;
    const struct ans_outbox_mail *mails;
    int64_t now;
    struct ans_arena *arena;
};

/* The reminders that are still to come after `now`. */
static struct ans_str left_of(struct ans_arena *arena, struct ans_str moments,
                              int64_t now, int64_t *first)
{
    struct ans_str left = {0};
    while (moments.len) {
        int64_t at;
        struct ans_str word = ans_str_cut(&moments, ' ');
        if (!ans_str_int(word, &at) || at <= now)
            continue;
        if (!left.len)
            *first = at;
        left = ans_arena_printf(arena, "%.*s%s%.*s", ANS_STR_ARG(left),
                                left.len ? " " : "", ANS_STR_ARG(word));
    }
    return left;
}

/* What reminders it still has; false without an error: it has been reminded
 * of, or signed, meanwhile. */
static bool read_reminders(struct ans_db *db, const struct reminding *w,
                           struct ans_str *out, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT reminders FROM signature WHERE member = ? AND next_at = ?"
        " AND state = 'waiting'",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, w->s->member.id);
    ans_stmt_bind_int(st, 2, w->s->next_at);
    bool found = ans_stmt_step(st, err);
    if (found)
        *out = ans_arena_str(w->arena, ans_stmt_str(st, 0));
    ans_stmt_release(st);
    return found;
}

static bool save(struct ans_db *db, const struct reminding *w,
                 struct ans_str reminders, struct ans_err *err)
{
    bool over = w->s->state == ANS_SIGN_LAPSED;
    int64_t next = w->s->due_at + 1;
    struct ans_str left = left_of(w->arena, reminders, w->now, &next);
    struct ans_stmt *st = ans_stmt_get(
        db,
        "UPDATE signature SET state = ?, email = ?, next_at = ?, reminders = ?"
        " WHERE member = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, over ? ANS_STR("lapsed") : ANS_STR("waiting"));
    ans_stmt_bind_str(st, 2, over ? ANS_STR("") : w->s->email);
    ans_stmt_bind_int(st, 3, next);
    ans_stmt_bind_str(st, 4, over ? ANS_STR("") : left);
    ans_stmt_bind_int(st, 5, w->s->member.id);
    return ans_stmt_run(st, err);
}

/* What the mails lead to. */
static bool add_links(struct ans_db *db, const struct reminding *w,
                      struct ans_err *err)
{
    const struct ans_signing *s = w->s;
    if (s->state == ANS_SIGN_LAPSED)
        return !s->renews || ans_link_add(db, w->first_token, "renew",
                                          s->renews, w->now, err);
    return ans_link_add(db, w->first_token, "confirm", s->member.id, w->now,
                        err) &&
           ans_link_add(db, w->sign_token, "sign", s->member.id, w->now, err);
}

static bool remind(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct reminding *w = context;
    struct ans_str reminders = {0};
    bool over = w->s->state == ANS_SIGN_LAPSED;
    if (!read_reminders(db, w, &reminders, err))
        return !err->kind;
    const struct ans_audit entry = {.at = w->now,
                                    .actor = "system",
                                    .action = over ? "join.second-lapsed"
                                                   : "join.second-reminded",
                                    .member = ans_sign_subject(w->s)};
    return save(db, w, reminders, err) && add_links(db, w, err) &&
           ans_outbox_add(db, &w->mails[0], err) &&
           ans_outbox_add(db, &w->mails[1], err) &&
           ans_audit_add(db, &entry, err);
}

bool ans_sign_remind(struct ans_store *store, const struct ans_signing *s,
                     struct ans_str first_token, struct ans_str sign_token,
                     const struct ans_outbox_mail mails[2], int64_t now,
                     struct ans_err *err)
{
    struct reminding w = {.s = s,
                          .first_token = first_token,
                          .sign_token = sign_token,
                          .mails = mails,
                          .now = now,
                          .arena = ans_arena_new(0)};
    bool ok = ans_store_write(store, remind, &w, err);
    ans_arena_free(w.arena);
    return ok;
}
