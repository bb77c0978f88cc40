#include "base/date.h"
#include "join/confirming.h"
#include "join/link.h"
#include "join/package.h"
#include "member/audit.h"

#define MINUTE (60 * INT64_C(1000))
#define DAY    (24 * 60 * MINUTE)

/* Between two presses that are taken for one. */
#define RENEW_PAUSE (10 * MINUTE)

/* The link of an unconfirmed member. When a second one was asked to sign, that
 * takes over from the link's own time. */
static bool look_at_unconfirmed(struct ans_db *db, const struct ans_member *m,
                                int64_t made_at, int64_t now,
                                struct ans_arena *arena,
                                enum ans_link_state *state, struct ans_err *err)
{
    struct ans_signing s;
    bool taken;
    if (!ans_sign_read(db, m->id, now, arena, &s, err) ||
        !ans_sign_taken(db, m, s.renews, arena, &taken, err))
        return false;
    if (taken)
        *state = ANS_LINK_TAKEN;
    else if (s.state == ANS_SIGN_OPEN)
        *state = ANS_LINK_WAITING;
    else if (s.state == ANS_SIGN_LAPSED)
        *state = ANS_LINK_LAPSED;
    else
        *state = now > made_at + ANS_CONFIRM_DAYS * DAY ? ANS_LINK_EXPIRED
                                                        : ANS_LINK_OPEN;
    return true;
}

bool ans_confirm_look(struct ans_db *db, struct ans_str token, int64_t now,
                      struct ans_arena *arena, enum ans_link_state *state,
                      struct ans_member *member, struct ans_err *err)
{
    *state = ANS_LINK_UNKNOWN;
    *member = (struct ans_member){0};
    int64_t id;
    int64_t made_at;
    if (!ans_link_find(db, token, "confirm", &id, &made_at, err))
        return false;
    if (!id)
        return true;
    if (!ans_member_get(db, id, arena, member, err))
        return false;
    *state = ANS_LINK_USED;
    return member->state != ANS_MEMBER_UNCONFIRMED ||
           look_at_unconfirmed(db, member, made_at, now, arena, state, err);
}

bool ans_join_link(struct ans_store *store, struct ans_str confirm_token,
                   int64_t now, struct ans_arena *arena,
                   enum ans_link_state *state, struct ans_member *member,
                   struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok =
        ans_confirm_look(db, confirm_token, now, arena, state, member, err);
    ans_store_release(store, db);
    return ok;
}

struct confirming {
    const struct ans_confirmation *c;
    struct ans_arena *arena;
    enum ans_link_state *state;
    struct ans_member *member;
};

bool ans_confirm_mails(struct ans_db *db, const struct ans_confirmation *c,
                       struct ans_arena *arena, const struct ans_member *member,
                       struct ans_err *err)
{
    struct ans_outbox_mail mails[2] = {{0}};
    struct ans_package package = {.member = *member};
    size_t count = 0;
    if (!ans_package_read(db, arena, &package, err) ||
        !c->make_mails(c->context, &package, mails, &count, err))
        return false;
    for (size_t i = 0; i < count && i < ANS_COUNT(mails); i++) {
        if (!ans_outbox_add(db, &mails[i], err))
            return false;
    }
    return true;
}

static bool add_links(struct ans_db *db, const struct ans_confirmation *c,
                      int64_t member, struct ans_err *err)
{
    return ans_link_add(db, c->welcome_token, "welcome", member, c->now, err) &&
           (!c->review ||
            ans_link_add(db, c->review_token, "review", member, c->now, err));
}

bool ans_confirm_apply(struct ans_db *db, const struct ans_confirmation *c,
                       struct ans_arena *arena, struct ans_member *member,
                       struct ans_err *err)
{
    const struct ans_audit entry = {
        .at = c->now,
        .actor = c->actor ? c->actor : "visitor",
        .action = c->review ? "join.confirmed-for-review" : "join.confirmed",
        .member = member->id,
    };
    const struct ans_member_start start = {
        .review = c->review,
        .day = c->day ? c->day : ans_moment_to_days(c->now),
        .first_number = c->first_number,
    };
    return ans_member_confirm(db, member, &start, arena, err) &&
           add_links(db, c, member->id, err) &&
           ans_confirm_mails(db, c, arena, member, err) &&
           ans_audit_add(db, &entry, err);
}

static bool confirm(struct ans_db *db, void *context, struct ans_err *err)
{
    struct confirming *w = context;
    const struct ans_confirmation *c = w->c;
    if (!ans_confirm_look(db, c->confirm_token, c->now, w->arena, w->state,
                          w->member, err))
        return false;
    return *w->state != ANS_LINK_OPEN ||
           ans_confirm_apply(db, c, w->arena, w->member, err);
}

bool ans_join_confirm(struct ans_store *store, const struct ans_confirmation *c,
                      struct ans_arena *arena, enum ans_link_state *state,
                      struct ans_member *member, struct ans_err *err)
{
    struct confirming w = {
        .c = c, .arena = arena, .state = state, .member = member};
    return ans_store_write(store, confirm, &w, err);
}

struct renewal {
    struct ans_str old_token;
    struct ans_str new_token;
    const struct ans_outbox_mail *mail;
    int64_t now;
    struct ans_arena *arena;
};

static bool add_renewed(struct ans_db *db, const struct renewal *r,
                        int64_t member, struct ans_err *err)
{
    const struct ans_audit entry = {.at = r->now,
                                    .actor = "visitor",
                                    .action = "join.renewed",
                                    .member = member};
    return ans_mailing_check(db, r->mail->recipient, r->now, err) &&
           ans_link_add(db, r->new_token, "confirm", member, r->now, err) &&
           ans_outbox_add(db, r->mail, err) && ans_audit_add(db, &entry, err);
}

static bool renew(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct renewal *r = context;
    enum ans_link_state state;
    struct ans_member member;
    int64_t newest;
    if (!ans_confirm_look(db, r->old_token, r->now, r->arena, &state, &member,
                          err))
        return false;
    if (state == ANS_LINK_UNKNOWN)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "there is no such link");
    if (state != ANS_LINK_EXPIRED)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "the link has not expired, or has been used");
    if (!ans_link_newest(db, member.id, &newest, err))
        return false;
    if (newest > r->now - RENEW_PAUSE)
        return true;
    return add_renewed(db, r, member.id, err);
}

bool ans_join_renew(struct ans_store *store, struct ans_str old_token,
                    struct ans_str new_token,
                    const struct ans_outbox_mail *mail, int64_t now,
                    struct ans_err *err)
{
    struct renewal r = {.old_token = old_token,
                        .new_token = new_token,
                        .mail = mail,
                        .now = now,
                        .arena = ans_arena_new(0)};
    bool ok = ans_store_write(store, renew, &r, err);
    ans_arena_free(r.arena);
    return ok;
}
