/* The first one gave a wrong address: somebody else is asked to sign. */
#include "join/confirming.h"
#include "join/link.h"
#include "member/audit.h"

struct correcting {
    const struct ans_asking *a;
    struct ans_str question;
    struct ans_arena *arena;
    enum ans_link_state *state;
};

static bool save_signature(struct ans_db *db, const struct correcting *w,
                           int64_t member, struct ans_err *err)
{
    const struct ans_asking *a = w->a;
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "UPDATE signature SET email = ?, due_at = ?, next_at = ?,"
                     " reminders = ?, asked = asked + 1"
                     " WHERE member = ? AND state = 'waiting'",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, a->email);
    ans_stmt_bind_int(st, 2, a->due_at);
    ans_stmt_bind_int(st, 3, ans_sign_next(a));
    ans_stmt_bind_str(st, 4, ans_sign_moments(w->arena, a));
    ans_stmt_bind_int(st, 5, member);
    return ans_stmt_run(st, err);
}

static bool save_answer(struct ans_db *db, const struct correcting *w,
                        struct ans_member *m, struct ans_err *err)
{
    ans_map_set(m->answers, w->question, ans_value_str(w->a->email));
    ans_member_prepare(w->arena, m);
    return ans_member_save_answers(db, m, err);
}

static bool correct(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct correcting *w = context;
    const struct ans_asking *a = w->a;
    struct ans_member m;
    struct ans_signing s;
    if (!ans_confirm_look(db, a->confirm_token, a->now, w->arena, w->state, &m,
                          err))
        return false;
    if (*w->state != ANS_LINK_WAITING)
        return true;
    if (!ans_sign_read(db, m.id, a->now, w->arena, &s, err))
        return false;
    if (s.asked >= ANS_SIGN_ASKED_MOST)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "too many have been asked to sign already");
    s.member = m;
    const struct ans_audit entry = {.at = a->now,
                                    .actor = "visitor",
                                    .action = "join.second-corrected",
                                    .member = ans_sign_subject(&s)};
    return ans_mailing_check(db, a->email, a->now, err) &&
           ans_link_stop(db, m.id, "sign", err) &&
           save_signature(db, w, m.id, err) && save_answer(db, w, &m, err) &&
           ans_link_add(db, a->sign_token, "sign", m.id, a->now, err) &&
           ans_outbox_add(db, a->mail, err) && ans_audit_add(db, &entry, err);
}

bool ans_sign_correct(struct ans_store *store, const struct ans_asking *asking,
                      struct ans_str question, struct ans_arena *arena,
                      enum ans_link_state *state, struct ans_err *err)
{
    struct correcting w = {
        .a = asking, .question = question, .arena = arena, .state = state};
    return ans_store_write(store, correct, &w, err);
}
