/* A renewal that two sign: what the form says waits beside the member, as an
 * unconfirmed one, until the second one has signed. */
#include "join/renewal.h"

#include "base/date.h"
#include "join/commitment.h"
#include "join/confirming.h"
#include "join/link.h"
#include "join/package.h"
#include "member/audit.h"

bool ans_renewal_begin(struct ans_db *db, const struct ans_submission *s,
                       struct ans_arena *arena, struct ans_member *was,
                       int64_t *became, struct ans_err *err)
{
    if (!ans_draft_became(db, s->draft->id, became, err) ||
        !ans_member_get(db, s->draft->renews, arena, was, err))
        return false;
    return was->state == ANS_MEMBER_PUBLIC ||
           ans_err_set(err, ANS_ERR_NOT_FOUND,
                       "the organisation is not a member any more");
}

bool ans_renewal_seal(struct ans_db *db, const struct ans_submission *s,
                      const struct ans_member *was, int64_t member,
                      struct ans_arena *arena, struct ans_err *err)
{
    struct ans_commitment older;
    struct ans_str document;
    return ans_commitment_of(db, was->id, arena, &older, err) &&
           ans_commitment_renewing(arena, s->commitment, &older, &document,
                                   err) &&
           ans_commitment_seal(db, member, document, s->now, err);
}

/* Asking. */

struct asking {
    const struct ans_submission *s;
    const struct ans_asking *a;
    const struct ans_outbox_mail *first_mail;
    struct ans_arena *arena;
    struct ans_member member; /* prepared */
    bool *again;
};

/* Whoever sends a newer form means that one. */
static bool drop_waiting(struct ans_db *db, int64_t renews, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "DELETE FROM member WHERE state = 'unconfirmed' AND id IN"
        " (SELECT member FROM signature WHERE renews = ? AND renews > 0)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, renews);
    return ans_stmt_run(st, err);
}

/* May this be what `was` becomes? */
static bool check_twin(struct ans_db *db, struct asking *w, int64_t was,
                       struct ans_err *err)
{
    struct ans_member twin;
    if (!ans_member_twin(db, &w->member, w->arena, &twin, err))
        return false;
    return !twin.id || twin.id == was ||
           ans_err_set(err, ANS_ERR_CONFLICT,
                       "another member is that organisation");
}

static bool add_waiting(struct ans_db *db, struct asking *w,
                        const struct ans_member *was, struct ans_err *err)
{
    const struct ans_submission *s = w->s;
    const struct ans_asking *a = w->a;
    return drop_waiting(db, was->id, err) &&
           ans_member_add(db, &w->member, err) &&
           ans_renewal_seal(db, s, was, w->member.id, w->arena, err) &&
           ans_package_add(db, s, w->member.id, err) &&
           ans_sign_begin(db, a, w->member.id, was->id, w->arena, err) &&
           ans_link_add(db, a->confirm_token, "confirm", w->member.id, a->now,
                        err) &&
           ans_outbox_add(db, w->first_mail, err) &&
           ans_draft_use(db, s->draft->id, w->member.id, err);
}

static bool ask(struct ans_db *db, void *context, struct ans_err *err)
{
    struct asking *w = context;
    struct ans_member was;
    int64_t became;
    if (!ans_renewal_begin(db, w->s, w->arena, &was, &became, err))
        return false;
    *w->again = became != 0;
    if (became)
        return true;
    const struct ans_audit entry = {.at = w->a->now,
                                    .actor = "visitor",
                                    .action = "renewal.second-asked",
                                    .member = was.id,
                                    .detail = w->member.strategy};
    return check_twin(db, w, was.id, err) &&
           ans_mailing_check(db, w->first_mail->recipient, w->a->now, err) &&
           add_waiting(db, w, &was, err) && ans_audit_add(db, &entry, err);
}

bool ans_renew_ask_second(struct ans_store *store,
                          const struct ans_submission *s,
                          const struct ans_asking *asking,
                          const struct ans_outbox_mail *first_mail,
                          struct ans_arena *arena, bool *again,
                          struct ans_err *err)
{
    struct asking w = {.s = s,
                       .a = asking,
                       .first_mail = first_mail,
                       .arena = arena,
                       .member = *s->member,
                       .again = again};
    w.member.id = 0;
    w.member.submitted_at = s->now;
    ans_member_prepare(arena, &w.member);
    return ans_store_write(store, ask, &w, err);
}

bool ans_renew_waits(struct ans_store *store, int64_t member, int64_t now,
                     int64_t *due_at, struct ans_err *err)
{
    *due_at = 0;
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT due_at FROM signature WHERE renews = ? AND renews > 0"
        " AND state = 'waiting' AND due_at >= ?",
        err);
    if (st) {
        ans_stmt_bind_int(st, 1, member);
        ans_stmt_bind_int(st, 2, now);
        if (ans_stmt_step(st, err))
            *due_at = ans_stmt_int(st, 0);
        ans_stmt_release(st);
    }
    ans_store_release(store, db);
    return !err->kind;
}

/* Signed. */

static bool forget_signature(struct ans_db *db, int64_t member,
                             struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "DELETE FROM signature WHERE member = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    return ans_stmt_run(st, err);
}

static bool move_signature(struct ans_db *db, int64_t from, int64_t to,
                           struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "UPDATE signature SET member = ?, renews = 0 WHERE member = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, to);
    ans_stmt_bind_int(st, 2, from);
    return ans_stmt_run(st, err);
}

/* Everything that waited becomes the member's; then nothing waits. */
static bool move_all(struct ans_db *db, int64_t from, int64_t to,
                     struct ans_err *err)
{
    return ans_commitment_copy(db, from, to, err) &&
           ans_package_move(db, from, to, err) &&
           forget_signature(db, to, err) && move_signature(db, from, to, err) &&
           ans_link_move(db, from, to, err) && ans_member_forget(db, from, err);
}

bool ans_renew_apply(struct ans_db *db, const struct ans_confirmation *c,
                     struct ans_arena *arena, struct ans_signing *s,
                     struct ans_err *err)
{
    struct ans_member was;
    struct ans_member *m = &s->member;
    int64_t waiting = m->id;
    if (!ans_member_get(db, s->renews, arena, &was, err))
        return false;
    ans_member_prepare(arena, m);
    const struct ans_audit entry = {.at = c->now,
                                    .actor = "visitor",
                                    .action = "member.renewed",
                                    .member = was.id,
                                    .detail = m->strategy};
    return ans_member_change(db, &was, m, arena, err) &&
           move_all(db, waiting, was.id, err) &&
           ans_renewal_note(db, m, ans_moment_to_days(c->now), err) &&
           ans_link_add(db, c->welcome_token, "welcome", was.id, c->now, err) &&
           ans_confirm_mails(db, c, arena, m, err) &&
           ans_audit_add(db, &entry, err);
}
