#include "join/renew.h"

#include "answer/carry.h"
#include "join/link.h"
#include "join/package.h"
#include "join/renewal.h"
#include "member/audit.h"

#define DAY (24 * 60 * 60 * INT64_C(1000))

/* Who. */

static bool list_ids(struct ans_db *db, struct ans_str strategy, int64_t after,
                     size_t most, struct ans_renewable *out, size_t *count,
                     struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT m.id, coalesce(r.asked_at, 0) FROM member AS m"
        " LEFT JOIN renewal AS r ON r.member = m.id AND r.strategy = ?"
        " WHERE m.id > ? AND m.state = 'public' AND m.strategy <> ?"
        " ORDER BY m.id LIMIT ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, strategy);
    ans_stmt_bind_int(st, 2, after);
    ans_stmt_bind_str(st, 3, strategy);
    ans_stmt_bind_int(st, 4, (int64_t)most);
    while (*count < most && ans_stmt_step(st, err))
        out[(*count)++] = (struct ans_renewable){
            .member.id = ans_stmt_int(st, 0), .asked_at = ans_stmt_int(st, 1)};
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_renew_list(struct ans_store *store, struct ans_str strategy,
                    int64_t after, size_t most, struct ans_arena *arena,
                    struct ans_renewable *out, size_t *count,
                    struct ans_err *err)
{
    *count = 0;
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = list_ids(db, strategy, after, most, out, count, err);
    for (size_t i = 0; ok && i < *count; i++)
        ok = ans_member_get(db, out[i].member.id, arena, &out[i].member, err);
    ans_store_release(store, db);
    return ok;
}

/* Asking. */

struct asking {
    int64_t member;
    struct ans_str strategy;
    struct ans_str token;
    const struct ans_outbox_mail *mail;
};

static bool note_asked(struct ans_db *db, const struct asking *a,
                       struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO renewal (member, strategy, asked_at) VALUES (?, ?, ?)"
        " ON CONFLICT (member, strategy) DO UPDATE"
        " SET asked_at = excluded.asked_at",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, a->member);
    ans_stmt_bind_str(st, 2, a->strategy);
    ans_stmt_bind_int(st, 3, a->mail->created_at);
    return ans_stmt_run(st, err);
}

static bool ask(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct asking *a = context;
    const struct ans_audit entry = {.at = a->mail->created_at,
                                    .actor = "operator",
                                    .action = "renewal.asked",
                                    .member = a->member,
                                    .detail = a->strategy};
    return note_asked(db, a, err) &&
           ans_link_add(db, a->token, "renew", a->member, a->mail->created_at,
                        err) &&
           ans_outbox_add(db, a->mail, err) && ans_audit_add(db, &entry, err);
}

bool ans_renew_ask(struct ans_store *store, int64_t member,
                   struct ans_str strategy, struct ans_str token,
                   const struct ans_outbox_mail *mail, struct ans_err *err)
{
    struct asking a = {member, strategy, token, mail};
    return ans_store_write(store, ask, &a, err);
}

bool ans_renew_find(struct ans_store *store, struct ans_str token, int64_t now,
                    struct ans_arena *arena, struct ans_member *out,
                    bool *expired, struct ans_err *err)
{
    int64_t id = 0;
    int64_t made_at = 0;
    *out = (struct ans_member){0};
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = ans_link_find(db, token, "renew", &id, &made_at, err) &&
              (!id || ans_member_get(db, id, arena, out, err));
    ans_store_release(store, db);
    *expired = now > made_at + ANS_RENEW_DAYS * DAY;
    if (ok && out->state != ANS_MEMBER_PUBLIC)
        *out = (struct ans_member){0}; /* has left */
    return ok;
}

/* Beginning. */

static struct ans_value areas_left(struct ans_arena *arena,
                                   const struct ans_strategy *strategy,
                                   struct ans_value v)
{
    struct ans_list *left = ans_list_new(arena);
    for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++)
        if (v.list->items[i].type == ANS_TEXT &&
            ans_strategy_area_once(strategy, v.list->items[i].s))
            ans_list_add(left, v.list->items[i]);
    return ans_value_list(left);
}

struct ans_fields ans_renew_fields(struct ans_arena *arena,
                                   const struct ans_county *then,
                                   const struct ans_county *now,
                                   const struct ans_strategy *strategy,
                                   int64_t today, const struct ans_map *answers)
{
    struct ans_fields raw = {0};
    for (size_t s = 0; then->join && s < then->join->steps.count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, then->join->steps, s);
        for (size_t i = 0; i < step->questions.count; i++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, i);
            struct ans_value v = ans_map_get(answers, q->node.id);
            ans_answer_fields(
                arena, q,
                q->type == ANS_Q_AREAS ? areas_left(arena, strategy, v) : v,
                &raw);
        }
    }
    return ans_answer_carry(arena, now, today, &raw);
}

/* Renewing. */

struct renewing {
    const struct ans_renewing *r;
    struct ans_arena *arena;
    struct ans_member *member; /* prepared, what it says now */
};

bool ans_renewal_note(struct ans_db *db, const struct ans_member *m,
                      int64_t today, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO renewal (member, strategy, renewed_on) VALUES (?, ?, ?)"
        " ON CONFLICT (member, strategy) DO UPDATE"
        " SET renewed_on = excluded.renewed_on",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, m->id);
    ans_stmt_bind_str(st, 2, m->strategy);
    ans_stmt_bind_int(st, 3, today);
    return ans_stmt_run(st, err);
}

static bool add_mail(struct ans_db *db, const struct renewing *w,
                     struct ans_err *err)
{
    struct ans_outbox_mail mail;
    return w->r->make_mail(w->r->context, w->member, &mail, err) &&
           ans_outbox_add(db, &mail, err);
}

static bool renew(struct ans_db *db, void *context, struct ans_err *err)
{
    struct renewing *w = context;
    const struct ans_submission *s = w->r->s;
    struct ans_member was;
    int64_t became;
    if (!ans_renewal_begin(db, s, w->arena, &was, &became, err))
        return false;
    if (became) {
        *w->member = was;
        return true; /* sent before: the same answer, and nothing happens */
    }
    const struct ans_audit entry = {.at = s->now,
                                    .actor = "visitor",
                                    .action = "member.renewed",
                                    .member = was.id,
                                    .detail = w->member->strategy};
    return ans_member_change(db, &was, w->member, w->arena, err) &&
           ans_renewal_seal(db, s, &was, w->member->id, w->arena, err) &&
           ans_package_add(db, s, w->member->id, err) &&
           ans_renewal_note(db, w->member, w->r->today, err) &&
           ans_draft_use(db, s->draft->id, w->member->id, err) &&
           ans_link_add(db, w->r->welcome_token, "welcome", w->member->id,
                        s->now, err) &&
           add_mail(db, w, err) && ans_audit_add(db, &entry, err);
}

bool ans_renew(struct ans_store *store, const struct ans_renewing *r,
               struct ans_arena *arena, struct ans_member *member,
               struct ans_err *err)
{
    struct renewing w = {.r = r, .arena = arena, .member = member};
    *member = *r->s->member;
    ans_member_prepare(arena, member);
    return ans_store_write(store, renew, &w, err);
}

bool ans_renew_history(struct ans_db *db, int64_t member,
                       struct ans_arena *arena, struct ans_renewed **out,
                       size_t *count, struct ans_err *err)
{
    *out = NULL;
    *count = 0;
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT strategy, renewed_on FROM renewal"
                     " WHERE member = ? AND renewed_on > 0"
                     " ORDER BY renewed_on, strategy",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    while (ans_stmt_step(st, err)) {
        *out = ans_arena_grow(arena, *out, *count, sizeof(**out));
        (*out)[(*count)++] = (struct ans_renewed){
            .strategy = ans_arena_str(arena, ans_stmt_str(st, 0)),
            .day = ans_stmt_int(st, 1)};
    }
    ans_stmt_release(st);
    return !err->kind;
}
