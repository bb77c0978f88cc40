#include <stdio.h>

#include "base/text.h"
#include "member/entries.h"
#include "member/row.h"
#include "store/store.h"

#define BATCH 200

/* One job's share: the members after an id. */
struct batch {
    struct ans_arena *arena;
    int64_t after;
    bool done;
};

static bool read_version(struct ans_db *db, int64_t *version,
                         struct ans_err *err)
{
    *version = -1;
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT value FROM meta WHERE key = 'text_version'", err);
    if (!st)
        return false;
    if (ans_stmt_step(st, err) && !ans_str_int(ans_stmt_str(st, 0), version))
        *version = -1;
    ans_stmt_release(st);
    return !err->kind;
}

static bool save_version(struct ans_db *db, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO meta (key, value) VALUES ('text_version', ?)"
                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                     err);
    if (!st)
        return false;
    char number[24];
    snprintf(number, sizeof(number), "%d", ans_text_version());
    ans_stmt_bind_str(st, 1, ans_str_from(number));
    return ans_stmt_run(st, err);
}

static bool read_batch(struct ans_db *db, struct batch *b,
                       struct ans_member *members, size_t *count,
                       struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT " ANS_ROW_COLUMNS " FROM member AS m"
                     " WHERE m.id > ? ORDER BY m.id LIMIT ?",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, b->after);
    ans_stmt_bind_int(st, 2, BATCH);
    *count = 0;
    while (*count < BATCH && ans_stmt_step(st, err))
        ans_row_read(st, b->arena, &members[(*count)++]);
    ans_stmt_release(st);
    return !err->kind;
}

static bool renew(struct ans_db *db, struct batch *b,
                  const struct ans_member *m, struct ans_err *err)
{
    struct ans_str key = ans_text_sort_key(b->arena, m->name, "sv");
    if (ans_str_eq(key, m->name_key))
        return true;
    struct ans_stmt *st =
        ans_stmt_get(db, "UPDATE member SET name_key = ? WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_blob(st, 1, key);
    ans_stmt_bind_int(st, 2, m->id);
    if (!ans_stmt_run(st, err))
        return false;
    if (m->state != ANS_MEMBER_PUBLIC)
        return true;
    ans_db_touch(db);
    return ans_entries_move(db, m, key, err);
}

static bool renew_batch(struct ans_db *db, void *context, struct ans_err *err)
{
    struct batch *b = context;
    struct ans_member *members =
        ANS_NEW_ARRAY(b->arena, struct ans_member, BATCH);
    size_t count;
    if (!read_batch(db, b, members, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!renew(db, b, &members[i], err))
            return false;
        b->after = members[i].id;
    }
    b->done = count < BATCH;
    /* Only at the end: what was cut short begins anew at the next start. */
    return !b->done || save_version(db, err);
}

bool ans_register_reindex(struct ans_store *store, struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    int64_t version;
    bool ok = read_version(db, &version, err);
    ans_store_release(store, db);
    if (!ok || version == ans_text_version())
        return ok;
    struct batch b = {.arena = ans_arena_new(0)};
    while (ok && !b.done) {
        ans_arena_reset(b.arena);
        ok = ans_store_write(store, renew_batch, &b, err);
    }
    ans_arena_free(b.arena);
    return ok;
}
