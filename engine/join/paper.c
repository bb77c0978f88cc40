#include "join/paper.h"

#include "codec/json.h"
#include "join/commitment.h"
#include "join/confirming.h"
#include "join/package.h"
#include "member/audit.h"

const char *ans_paper_type(struct ans_str bytes)
{
    if (ans_str_starts(bytes, ANS_STR("%PDF-")))
        return "application/pdf";
    if (ans_str_starts(bytes, ANS_STR("\x89PNG\r\n\x1a\n")))
        return "image/png";
    return ans_str_starts(bytes, ANS_STR("\xff\xd8\xff")) ? "image/jpeg" : NULL;
}

struct joining {
    const struct ans_paper *p;
    struct ans_arena *arena;
    struct ans_member *member;
};

static bool add_scan(struct ans_db *db, const struct joining *w,
                     struct ans_err *err)
{
    if (!w->p->scan.len)
        return true;
    struct ans_hash hash = ans_hash_of(w->p->scan);
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO paper (member, hash, type, document)"
                     " VALUES (?, ?, ?, ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, w->member->id);
    ans_stmt_bind_blob(st, 2, ans_hash_str(&hash));
    ans_stmt_bind_str(st, 3, ans_str_from(w->p->type));
    ans_stmt_bind_blob(st, 4, w->p->scan);
    return ans_stmt_run(st, err);
}

static bool join(struct ans_db *db, void *context, struct ans_err *err)
{
    struct joining *w = context;
    const struct ans_submission *s = w->p->s;
    struct ans_member twin;
    if (!ans_member_twin(db, w->member, w->arena, &twin, err))
        return false;
    if (twin.id)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "the organisation has joined already");
    if (!ans_member_add(db, w->member, err))
        return false;
    const struct ans_audit entry = {.at = s->now,
                                    .actor = "operator",
                                    .action = "join.on-paper",
                                    .member = w->member->id,
                                    .detail = w->member->script_version};
    return ans_commitment_seal(db, w->member->id, s->commitment, s->now, err) &&
           ans_package_add(db, s, w->member->id, err) && add_scan(db, w, err) &&
           ans_audit_add(db, &entry, err) &&
           ans_confirm_apply(db, w->p->c, w->arena, w->member, err);
}

bool ans_paper_join(struct ans_store *store, const struct ans_paper *paper,
                    struct ans_arena *arena, struct ans_member *member,
                    struct ans_err *err)
{
    struct joining w = {.p = paper, .arena = arena, .member = member};
    *member = *paper->s->member;
    member->id = 0;
    ans_member_prepare(arena, member);
    return ans_store_write(store, join, &w, err);
}

bool ans_paper_find(struct ans_store *store, int64_t member,
                    struct ans_arena *arena, struct ans_str *scan,
                    struct ans_str *type, struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool found = false;
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT document, type FROM paper WHERE member = ?", err);
    if (st) {
        ans_stmt_bind_int(st, 1, member);
        found = ans_stmt_step(st, err);
        if (found) {
            *scan = ans_arena_str(arena, ans_stmt_str(st, 0));
            *type = ans_arena_str(arena, ans_stmt_str(st, 1));
        }
        ans_stmt_release(st);
    }
    ans_store_release(store, db);
    if (!found && !err->kind)
        ans_err_set(err, ANS_ERR_NOT_FOUND, "there is no scanned paper");
    return found;
}

/* The hash of the scan as the first commitment has it: nothing else says what
 * was scanned when both scan and hash were exchanged. */
static bool is_sealed(struct ans_str document, struct ans_hash scan)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_value doc = ANS_VALUE_NIL;
    struct ans_err why = {0};
    bool same = false;
    if (ans_json_read(arena, document, &doc, &why) && doc.type == ANS_MAP) {
        struct ans_value paper = ans_map_find(doc.map, "paper");
        same =
            paper.type == ANS_MAP && ans_str_eq(ans_map_str(paper.map, "hash"),
                                                ans_hash_hex(arena, scan));
    }
    ans_arena_free(arena);
    return same;
}

bool ans_paper_verify(struct ans_db *db,
                      void (*each)(void *context, int64_t member),
                      void *context, int64_t *checked, struct ans_err *err)
{
    *checked = 0;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT p.member, p.hash, p.document, coalesce((SELECT c.document"
        " FROM commitment AS c WHERE c.member = p.member"
        " ORDER BY c.id LIMIT 1), '') FROM paper AS p ORDER BY p.member",
        err);
    if (!st)
        return false;
    while (ans_stmt_step(st, err)) {
        struct ans_hash now = ans_hash_of(ans_stmt_str(st, 2));
        if (!ans_str_eq(ans_stmt_str(st, 1), ans_hash_str(&now)) ||
            !is_sealed(ans_stmt_str(st, 3), now))
            each(context, ans_stmt_int(st, 0));
        ++*checked;
    }
    ans_stmt_release(st);
    return !err->kind;
}
