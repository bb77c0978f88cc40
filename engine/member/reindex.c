#include <stdio.h>

#include "base/text.h"
#include "member/entries.h"
#include "member/row.h"
#include "store/store.h"

#define BATCH 200

/* In meta: the version that all keys are of, and how far the work for another
 * one has come. */
#define DONE_VERSION "text_version"
#define UNDER_WAY    "reindex_version"
#define UNDER_WAY_TO "reindex_to" /* id of the last member renewed */

/* A number of meta; -1 when there is none. */
static bool read_meta(struct ans_db *db, const char *key, int64_t *n,
                      struct ans_err *err)
{
    *n = -1;
    struct ans_stmt *st =
        ans_stmt_get(db, "SELECT value FROM meta WHERE key = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, ans_str_from(key));
    if (ans_stmt_step(st, err) && !ans_str_int(ans_stmt_str(st, 0), n))
        *n = -1;
    ans_stmt_release(st);
    return !err->kind;
}

static bool save_meta(struct ans_db *db, const char *key, int64_t n,
                      struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO meta (key, value) VALUES (?, ?)"
                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                     err);
    if (!st)
        return false;
    char number[24];
    snprintf(number, sizeof(number), "%lld", (long long)n);
    ans_stmt_bind_str(st, 1, ans_str_from(key));
    ans_stmt_bind_str(st, 2, ans_str_from(number));
    return ans_stmt_run(st, err);
}

static bool read_batch(struct ans_db *db, int64_t after,
                       struct ans_arena *arena, struct ans_member *members,
                       size_t *count, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db,
                                       "SELECT " ANS_ROW_COLUMNS ANS_FROM_MEMBER
                                       " WHERE m.id > ? ORDER BY m.id LIMIT ?",
                                       err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, after);
    ans_stmt_bind_int(st, 2, BATCH);
    *count = 0;
    while (*count < BATCH && ans_stmt_step(st, err))
        ans_row_read(st, arena, &members[(*count)++]);
    ans_stmt_release(st);
    return !err->kind;
}

static bool renew(struct ans_db *db, struct ans_arena *arena,
                  const struct ans_member *m, struct ans_err *err)
{
    struct ans_str key = ans_name_key(arena, m->name);
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

struct work {
    struct ans_arena *arena;
    bool more;
};

static bool renew_batch(struct ans_db *db, void *context, struct ans_err *err)
{
    struct work *w = context;
    const int64_t version = ans_text_version();
    int64_t under_way;
    int64_t after;
    if (!read_meta(db, UNDER_WAY, &under_way, err) ||
        !read_meta(db, UNDER_WAY_TO, &after, err))
        return false;
    if (under_way != version || after < 0)
        after = 0;
    struct ans_member *members =
        ANS_NEW_ARRAY(w->arena, struct ans_member, BATCH);
    size_t count;
    if (!read_batch(db, after, w->arena, members, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!renew(db, w->arena, &members[i], err))
            return false;
    }
    w->more = count == BATCH;
    if (!w->more)
        return save_meta(db, DONE_VERSION, version, err) &&
               save_meta(db, UNDER_WAY, -1, err);
    return save_meta(db, UNDER_WAY, version, err) &&
           save_meta(db, UNDER_WAY_TO, members[count - 1].id, err);
}

bool ans_register_reindex(struct ans_store *store, bool *more,
                          struct ans_err *err)
{
    *more = false;
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    int64_t done;
    bool ok = read_meta(db, DONE_VERSION, &done, err);
    ans_store_release(store, db);
    if (!ok || done == ans_text_version())
        return ok;
    struct work w = {.arena = ans_arena_new(0)};
    ok = ans_store_write(store, renew_batch, &w, err);
    *more = ok && w.more;
    ans_arena_free(w.arena);
    return ok;
}
