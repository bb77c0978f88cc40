#include "join/commitment.h"
#include "join/invitation.h"
#include "join/join.h"
#include "join/link.h"
#include "join/package.h"
#include "member/audit.h"

/* A submission on its way into the store: what could be worked out before. */
struct sending {
    struct ans_submission *s;
    struct ans_member member; /* a copy that is prepared */
    struct ans_arena *arena;
};

static bool note(struct ans_db *db, const struct sending *w, const char *action,
                 int64_t member, struct ans_err *err)
{
    const struct ans_audit entry = {.at = w->s->now,
                                    .actor = "visitor",
                                    .action = action,
                                    .member = member,
                                    .detail = w->s->member->script_version};
    return ans_audit_add(db, &entry, err);
}

static bool send_new(struct ans_db *db, struct sending *w, struct ans_err *err)
{
    const struct ans_submission *s = w->s;
    return ans_member_add(db, &w->member, err) &&
           ans_commitment_seal(db, w->member.id, s->commitment, s->now, err) &&
           ans_package_add(db, w->s, w->member.id, err) &&
           (!s->draft->invitation ||
            ans_invitation_use(db, s->draft->invitation, w->member.id, err)) &&
           ans_link_add(db, s->confirm_token, "confirm", w->member.id, s->now,
                        err) &&
           ans_outbox_add(db, s->confirm_mail, err) &&
           ans_draft_use(db, s->draft->id, w->member.id, err) &&
           note(db, w, "join.sent", w->member.id, err);
}

/* Tell the member's own address, unless that is where the first mail went or
 * its mails of the day are used up. The visitor must not learn of either. */
static bool add_notice(struct ans_db *db, const struct sending *w,
                       const struct ans_member *twin,
                       struct ans_outbox_mail *notice, struct ans_err *err)
{
    if (!twin->email.len ||
        ans_str_eq_nocase(twin->email, w->s->confirm_mail->recipient))
        return true;
    struct ans_err why = {0};
    if (!ans_mailing_check(db, twin->email, w->s->now, &why)) {
        if (why.kind == ANS_ERR_LIMIT)
            return true;
        *err = why;
        return false;
    }
    notice->recipient = twin->email;
    return ans_outbox_add(db, notice, err);
}

static bool send_again(struct ans_db *db, struct sending *w,
                       const struct ans_member *twin, struct ans_err *err)
{
    struct ans_outbox_mail mails[2];
    return w->s->make_again(w->s->context, mails, err) &&
           ans_outbox_add(db, &mails[0], err) &&
           add_notice(db, w, twin, &mails[1], err) &&
           ans_draft_use(db, w->s->draft->id, -1, err) &&
           note(db, w, "join.again", twin->id, err);
}

static bool send(struct ans_db *db, void *context, struct ans_err *err)
{
    struct sending *w = context;
    int64_t became;
    if (!ans_draft_became(db, w->s->draft->id, &became, err))
        return false;
    if (became)
        return true; /* sent before: the same answer, and nothing happens */
    /* Before anything that depends on who has joined. */
    if (!ans_mailing_check(db, w->s->confirm_mail->recipient, w->s->now, err))
        return false;
    struct ans_member twin;
    if (!ans_member_twin(db, &w->member, w->arena, &twin, err))
        return false;
    return twin.id ? send_again(db, w, &twin, err) : send_new(db, w, err);
}

bool ans_join_submit(struct ans_store *store, struct ans_submission *s,
                     struct ans_err *err)
{
    struct sending w = {
        .s = s,
        .member = *s->member,
        .arena = ans_arena_new(0),
    };
    w.member.id = 0;
    w.member.submitted_at = s->now;
    ans_member_prepare(w.arena, &w.member);
    bool ok = ans_store_write(store, send, &w, err);
    if (ok && w.member.id) {
        s->member->id = w.member.id;
        s->member->state = w.member.state;
        s->member->submitted_at = s->now;
    }
    ans_arena_free(w.arena);
    return ok;
}
