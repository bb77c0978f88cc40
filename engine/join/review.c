#include "join/join.h"
#include "join/link.h"
#include "member/audit.h"

static bool find(struct ans_db *db, struct ans_str token,
                 struct ans_arena *arena, struct ans_member *member,
                 struct ans_err *err)
{
    int64_t id;
    int64_t made_at;
    if (!ans_link_find(db, token, "review", &id, &made_at, err))
        return false;
    if (!id)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "there is no such review");
    return ans_member_get(db, id, arena, member, err);
}

bool ans_review_find(struct ans_store *store, struct ans_str review_token,
                     struct ans_arena *arena, struct ans_member *member,
                     struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = find(db, review_token, arena, member, err);
    ans_store_release(store, db);
    return ok;
}

struct decision {
    struct ans_str token;
    bool approve;
    const struct ans_outbox_mail *mail;
    int64_t now;
    struct ans_arena *arena;
};

static bool decide(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct decision *d = context;
    struct ans_member m;
    if (!find(db, d->token, d->arena, &m, err))
        return false;
    if (m.state != ANS_MEMBER_REVIEW)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "the review has been decided");
    bool ok = d->approve
                  ? ans_member_publish(db, &m, err)
                  : ans_member_withdraw(db, &m, ANS_MEMBER_DECLINED, err);
    if (!ok)
        return false;
    const struct ans_audit entry = {
        .at = d->now,
        .actor = "reviewer",
        .action = d->approve ? "review.approved" : "review.declined",
        .member = m.id,
    };
    return ans_audit_add(db, &entry, err) &&
           (!d->mail || ans_outbox_add(db, d->mail, err));
}

bool ans_review_decide(struct ans_store *store, struct ans_str review_token,
                       bool approve, const struct ans_outbox_mail *mail,
                       int64_t now, struct ans_err *err)
{
    struct decision d = {.token = review_token,
                         .approve = approve,
                         .mail = mail,
                         .now = now,
                         .arena = ans_arena_new(0)};
    bool ok = ans_store_write(store, decide, &d, err);
    ans_arena_free(d.arena);
    return ok;
}
