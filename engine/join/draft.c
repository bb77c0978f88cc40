#include "join/draft.h"

#include "answer/answer.h"
#include "base/clock.h"
#include "secret/secret.h"

#define DAY (24 * 60 * 60 * INT64_C(1000))

/* A draft on its way into its row. */
struct saving {
    struct ans_draft draft;
    struct ans_hash token;
    struct ans_str packed;
};

static bool pack(struct ans_arena *arena, struct saving *s, struct ans_err *err)
{
    s->packed = ans_answer_pack(arena, &s->draft.raw);
    return s->packed.len <= ANS_DRAFT_MOST ||
           ans_err_set(err, ANS_ERR_LIMIT, "the answers are too long to save");
}

static bool insert(struct ans_db *db, void *context, struct ans_err *err)
{
    struct saving *s = context;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO draft (token, script_version, lang, updated_at, raw,"
        " invitation, renews) VALUES (?, ?, ?, ?, ?, ?, ?)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(&s->token));
    ans_stmt_bind_str(st, 2, s->draft.script_version);
    ans_stmt_bind_str(st, 3, s->draft.lang);
    ans_stmt_bind_int(st, 4, s->draft.updated_at);
    ans_stmt_bind_str(st, 5, s->packed);
    ans_stmt_bind_int(st, 6, s->draft.invitation);
    ans_stmt_bind_int(st, 7, s->draft.renews);
    if (!ans_stmt_run(st, err))
        return false;
    s->draft.id = ans_db_last_id(db);
    return true;
}

bool ans_draft_new(struct ans_store *store, struct ans_arena *arena,
                   struct ans_draft *draft, struct ans_err *err)
{
    struct saving s = {.draft = *draft};
    s.draft.token = ans_token_new(arena);
    s.draft.updated_at = ans_clock_now();
    s.draft.member = 0;
    s.token = ans_hash_of(s.draft.token);
    if (!pack(arena, &s, err) || !ans_store_write(store, insert, &s, err))
        return false;
    *draft = s.draft;
    return true;
}

static bool read_draft(struct ans_stmt *st, struct ans_arena *arena,
                       struct ans_draft *out, struct ans_err *err)
{
    *out = (struct ans_draft){
        .id = ans_stmt_int(st, 0),
        .script_version = ans_arena_str(arena, ans_stmt_str(st, 1)),
        .lang = ans_arena_str(arena, ans_stmt_str(st, 2)),
        .updated_at = ans_stmt_int(st, 3),
        .member = ans_stmt_int(st, 4),
        .invitation = ans_stmt_int(st, 6),
        .renews = ans_stmt_int(st, 7),
    };
    if (out->member)
        return true; /* sent: the answers are gone */
    struct ans_err why = {0};
    if (ans_answer_unpack(arena, ans_arena_str(arena, ans_stmt_str(st, 5)),
                          &out->raw, &why))
        return true;
    return ans_err_set(err, ANS_ERR_INTERNAL, "draft %lld cannot be read: %s",
                       (long long)out->id, why.text);
}

static bool find_draft(struct ans_db *db, const struct ans_hash *token,
                       struct ans_arena *arena, struct ans_draft *out,
                       struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT id, script_version, lang, updated_at, member, raw,"
                     " invitation, renews FROM draft"
                     " WHERE token = ? AND updated_at >= ?",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, ans_hash_str(token));
    ans_stmt_bind_int(st, 2, ans_clock_now() - ANS_DRAFT_DAYS * DAY);
    bool ok = false;
    if (ans_stmt_step(st, err))
        ok = read_draft(st, arena, out, err);
    else if (!err->kind)
        ans_err_set(err, ANS_ERR_NOT_FOUND, "there is no such form any more");
    ans_stmt_release(st);
    return ok;
}

bool ans_draft_find(struct ans_store *store, struct ans_str token,
                    struct ans_arena *arena, struct ans_draft *out,
                    struct ans_err *err)
{
    if (!ans_token_well_formed(token))
        return ans_err_set(err, ANS_ERR_NOT_FOUND,
                           "there is no such form any more");
    struct ans_hash hash = ans_hash_of(token);
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = find_draft(db, &hash, arena, out, err);
    ans_store_release(store, db);
    if (ok)
        out->token = ans_arena_str(arena, token);
    return ok;
}

static bool exists(struct ans_db *db, int64_t id, bool *found,
                   struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "SELECT 1 FROM draft WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, id);
    *found = ans_stmt_step(st, err);
    ans_stmt_release(st);
    return !err->kind;
}

static bool update(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct saving *s = context;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "UPDATE draft SET script_version = ?, lang = ?, updated_at = ?,"
        " raw = ? WHERE id = ? AND member = 0",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, s->draft.script_version);
    ans_stmt_bind_str(st, 2, s->draft.lang);
    ans_stmt_bind_int(st, 3, s->draft.updated_at);
    ans_stmt_bind_str(st, 4, s->packed);
    ans_stmt_bind_int(st, 5, s->draft.id);
    if (!ans_stmt_run(st, err))
        return false;
    if (ans_db_changes(db) == 1)
        return true;
    bool found = false;
    if (!exists(db, s->draft.id, &found, err))
        return false;
    return found ? ans_err_set(err, ANS_ERR_CONFLICT,
                               "the form has been sent meanwhile")
                 : ans_err_set(err, ANS_ERR_NOT_FOUND,
                               "there is no such form any more");
}

bool ans_draft_save(struct ans_store *store, const struct ans_draft *draft,
                    struct ans_err *err)
{
    struct saving s = {.draft = *draft};
    s.draft.updated_at = ans_clock_now();
    struct ans_arena *arena = ans_arena_new(0);
    bool ok = pack(arena, &s, err) && ans_store_write(store, update, &s, err);
    ans_arena_free(arena);
    return ok;
}

bool ans_draft_each(struct ans_db *db, int64_t now, struct ans_arena *scratch,
                    bool (*each)(void *context, struct ans_str version,
                                 const struct ans_fields *raw),
                    void *context, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db,
                                       "SELECT raw, script_version FROM draft"
                                       " WHERE member = 0 AND updated_at >= ?",
                                       err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, now - ANS_DRAFT_DAYS * DAY);
    bool more = true;
    while (more && ans_stmt_step(st, err)) {
        struct ans_fields raw;
        struct ans_err ignored = {0};
        ans_arena_reset(scratch);
        if (ans_answer_unpack(scratch,
                              ans_arena_str(scratch, ans_stmt_str(st, 0)), &raw,
                              &ignored))
            more = each(context, ans_arena_str(scratch, ans_stmt_str(st, 1)),
                        &raw);
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_draft_became(struct ans_db *db, int64_t draft, int64_t *member,
                      struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "SELECT member FROM draft WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, draft);
    bool found = ans_stmt_step(st, err);
    *member = found ? ans_stmt_int(st, 0) : 0;
    ans_stmt_release(st);
    if (!found && !err->kind)
        ans_err_set(err, ANS_ERR_NOT_FOUND, "there is no such form any more");
    return found;
}

bool ans_draft_use(struct ans_db *db, int64_t draft, int64_t member,
                   struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "UPDATE draft SET member = ?, raw = '' WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_int(st, 2, draft);
    return ans_stmt_run(st, err);
}
