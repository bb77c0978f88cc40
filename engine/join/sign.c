#include "join/sign.h"

#include "base/buf.h"
#include "join/commitment.h"
#include "join/confirming.h"
#include "join/link.h"
#include "member/audit.h"

static const char *const words[] = {
    [ANS_SIGN_OPEN] = "waiting",
    [ANS_SIGN_DONE] = "signed",
    [ANS_SIGN_LAPSED] = "lapsed",
};

/* The schema's CHECK lets no other word in. A signature whose time is up has
 * lapsed, also before anybody has written so. */
static enum ans_sign_state state_of(struct ans_str word, int64_t due_at,
                                    int64_t now)
{
    if (ans_str_is(word, words[ANS_SIGN_DONE]))
        return ANS_SIGN_DONE;
    return ans_str_is(word, words[ANS_SIGN_LAPSED]) || now > due_at
               ? ANS_SIGN_LAPSED
               : ANS_SIGN_OPEN;
}

static void read_row(struct ans_stmt *st, int64_t now, struct ans_arena *arena,
                     struct ans_signing *out)
{
    out->due_at = ans_stmt_int(st, 3);
    out->state = state_of(ans_stmt_str(st, 0), out->due_at, now);
    out->email = ans_arena_str(arena, ans_stmt_str(st, 1));
    out->asked_at = ans_stmt_int(st, 2);
    out->next_at = ans_stmt_int(st, 4);
    out->renews = ans_stmt_int(st, 5);
    out->asked = ans_stmt_int(st, 6);
}

bool ans_sign_read(struct ans_db *db, int64_t member, int64_t now,
                   struct ans_arena *arena, struct ans_signing *out,
                   struct ans_err *err)
{
    *out = (struct ans_signing){.state = ANS_SIGN_UNKNOWN};
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT state, email, asked_at, due_at, next_at, renews, asked"
        " FROM signature WHERE member = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    if (ans_stmt_step(st, err))
        read_row(st, now, arena, out);
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_sign_taken(struct ans_db *db, const struct ans_member *m,
                    int64_t renews, struct ans_arena *arena, bool *taken,
                    struct ans_err *err)
{
    struct ans_member other;
    if (!ans_member_twin(db, m, arena, &other, err))
        return false;
    *taken = other.id != 0 && other.id != renews;
    if (*taken || !renews)
        return true;
    if (!ans_member_get(db, renews, arena, &other, err))
        return false;
    *taken = other.state != ANS_MEMBER_PUBLIC ||
             ans_str_eq(other.strategy, m->strategy);
    return true;
}

/* The signature behind a link of a purpose, and its member. */
static bool look(struct ans_db *db, struct ans_str token, const char *purpose,
                 int64_t now, struct ans_arena *arena, struct ans_signing *out,
                 struct ans_err *err)
{
    int64_t id;
    int64_t made_at;
    bool taken;
    *out = (struct ans_signing){.state = ANS_SIGN_UNKNOWN};
    if (!ans_link_find(db, token, purpose, &id, &made_at, err))
        return false;
    if (!id)
        return true;
    if (!ans_sign_read(db, id, now, arena, out, err) ||
        !ans_member_get(db, id, arena, &out->member, err))
        return false;
    if (out->state != ANS_SIGN_OPEN)
        return true;
    if (!ans_sign_taken(db, &out->member, out->renews, arena, &taken, err))
        return false;
    if (taken)
        out->state = ANS_SIGN_TAKEN;
    return true;
}

static bool find(struct ans_store *store, struct ans_str token,
                 const char *purpose, int64_t now, struct ans_arena *arena,
                 struct ans_signing *out, struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = look(db, token, purpose, now, arena, out, err);
    ans_store_release(store, db);
    return ok;
}

bool ans_sign_find(struct ans_store *store, struct ans_str sign_token,
                   int64_t now, struct ans_arena *arena,
                   struct ans_signing *out, struct ans_err *err)
{
    return find(store, sign_token, "sign", now, arena, out, err);
}

bool ans_sign_of(struct ans_store *store, struct ans_str confirm_token,
                 int64_t now, struct ans_arena *arena, struct ans_signing *out,
                 struct ans_err *err)
{
    return find(store, confirm_token, "confirm", now, arena, out, err);
}

/* Asking. */

struct asking {
    const struct ans_asking *a;
    struct ans_arena *arena;
    enum ans_link_state *state;
    struct ans_member *member;
};

struct ans_str ans_sign_moments(struct ans_arena *arena,
                                const struct ans_asking *asking)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < asking->reminder_count; i++) {
        if (i)
            ans_buf_add_byte(&b, ' ');
        ans_buf_add_int(&b, asking->reminders[i]);
    }
    struct ans_str text = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

int64_t ans_sign_next(const struct ans_asking *asking)
{
    return asking->reminder_count ? asking->reminders[0] : asking->due_at + 1;
}

static bool add_signature(struct ans_db *db, const struct ans_asking *a,
                          int64_t member, int64_t renews,
                          struct ans_arena *arena, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO signature (member, state, email, asked_at, due_at,"
        " next_at, reminders, renews) VALUES (?, 'waiting', ?, ?, ?, ?, ?, ?)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_str(st, 2, a->email);
    ans_stmt_bind_int(st, 3, a->now);
    ans_stmt_bind_int(st, 4, a->due_at);
    ans_stmt_bind_int(st, 5, ans_sign_next(a));
    ans_stmt_bind_str(st, 6, ans_sign_moments(arena, a));
    ans_stmt_bind_int(st, 7, renews);
    return ans_stmt_run(st, err);
}

bool ans_sign_begin(struct ans_db *db, const struct ans_asking *asking,
                    int64_t member, int64_t renews, struct ans_arena *arena,
                    struct ans_err *err)
{
    return ans_mailing_check(db, asking->email, asking->now, err) &&
           add_signature(db, asking, member, renews, arena, err) &&
           ans_link_add(db, asking->sign_token, "sign", member, asking->now,
                        err) &&
           ans_outbox_add(db, asking->mail, err);
}

static bool ask(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct asking *w = context;
    const struct ans_asking *a = w->a;
    if (!ans_confirm_look(db, a->confirm_token, a->now, w->arena, w->state,
                          w->member, err))
        return false;
    if (*w->state != ANS_LINK_OPEN)
        return true;
    const struct ans_audit entry = {.at = a->now,
                                    .actor = "visitor",
                                    .action = "join.second-asked",
                                    .member = w->member->id};
    return ans_sign_begin(db, a, w->member->id, 0, w->arena, err) &&
           ans_audit_add(db, &entry, err);
}

bool ans_sign_ask(struct ans_store *store, const struct ans_asking *asking,
                  struct ans_arena *arena, enum ans_link_state *state,
                  struct ans_member *member, struct ans_err *err)
{
    struct asking w = {
        .a = asking, .arena = arena, .state = state, .member = member};
    return ans_store_write(store, ask, &w, err);
}

/* Signing. */

struct signing {
    const struct ans_confirmation *c;
    struct ans_arena *arena;
    struct ans_signing *out;
};

static bool end_signature(struct ans_db *db, int64_t member,
                          struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "UPDATE signature SET state = 'signed', email = '', reminders = ''"
        " WHERE member = ? AND state = 'waiting'",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    return ans_stmt_run(st, err);
}

/* What both have signed, sealed beside what the first one sent. */
static bool seal(struct ans_db *db, const struct signing *w,
                 struct ans_err *err)
{
    struct ans_commitment first;
    struct ans_str document;
    int64_t member = w->out->member.id;
    return ans_commitment_of(db, member, w->arena, &first, err) &&
           ans_commitment_signed(w->arena, &first, w->out->asked_at, w->c->now,
                                 &document, err) &&
           ans_commitment_seal(db, member, document, w->c->now, err);
}

static bool sign(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct signing *w = context;
    const struct ans_confirmation *c = w->c;
    if (!look(db, c->confirm_token, "sign", c->now, w->arena, w->out, err))
        return false;
    if (w->out->state != ANS_SIGN_OPEN)
        return true;
    const struct ans_audit entry = {.at = c->now,
                                    .actor = "visitor",
                                    .action = "join.second-signed",
                                    .member = ans_sign_subject(w->out)};
    if (!seal(db, w, err) || !end_signature(db, w->out->member.id, err) ||
        !ans_audit_add(db, &entry, err))
        return false;
    return w->out->renews
               ? ans_renew_apply(db, c, w->arena, w->out, err)
               : ans_confirm_apply(db, c, w->arena, &w->out->member, err);
}

bool ans_sign(struct ans_store *store, const struct ans_confirmation *c,
              struct ans_arena *arena, struct ans_signing *out,
              struct ans_err *err)
{
    struct signing w = {.c = c, .arena = arena, .out = out};
    return ans_store_write(store, sign, &w, err);
}
