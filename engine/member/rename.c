/* Members of an area that has another name now. */
#include "base/clock.h"
#include "base/date.h"
#include "member/entries.h"
#include "member/row.h"
#include "store/store.h"

#define BATCH 100

struct renaming {
    struct ans_arena *arena;
    struct ans_str from, to;
    bool more;
};

static bool has(const struct ans_strs_view *areas, struct ans_str id)
{
    for (size_t i = 0; i < areas->count; i++)
        if (ans_str_eq(areas->items[i], id))
            return true;
    return false;
}

/* In its place; once, when both were chosen. */
static void put_name(const struct renaming *w, struct ans_member *m)
{
    bool twice = has(&m->areas, w->to);
    size_t kept = 0;
    for (size_t i = 0; i < m->areas.count; i++) {
        struct ans_str id = m->areas.items[i];
        if (!ans_str_eq(id, w->from))
            m->areas.items[kept++] = id;
        else if (!twice)
            m->areas.items[kept++] = w->to;
    }
    m->areas.count = kept;
}

static bool save_areas(struct ans_db *db, const struct ans_member *m,
                       struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db, "UPDATE member SET areas = ? WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, m->area_words);
    ans_stmt_bind_int(st, 2, m->id);
    return ans_stmt_run(st, err);
}

/* Counted out under the old name, and in under the new one. */
static bool rename_one(struct ans_db *db, const struct renaming *w,
                       struct ans_member *m, struct ans_err *err)
{
    if (!ans_entries_take(db, m, err))
        return false;
    put_name(w, m);
    m->area_words = ans_row_areas(w->arena, m);
    return save_areas(db, m, err) && ans_entries_put(db, m, err);
}

static bool read_members(struct ans_db *db, const struct renaming *w,
                         struct ans_member *members, size_t *count,
                         struct ans_err *err)
{
    int64_t filter, n;
    *count = 0;
    if (!ans_entries_filter(db, w->from, ANS_STR(""), ANS_STR(""), &filter, &n,
                            err))
        return false;
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT " ANS_ROW_COLUMNS ANS_FROM_MEMBER
                     " WHERE m.id IN (SELECT member FROM register_entry"
                     " WHERE filter = ? LIMIT ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, filter);
    ans_stmt_bind_int(st, 2, BATCH);
    while (*count < BATCH && ans_stmt_step(st, err))
        ans_row_read(st, w->arena, &members[(*count)++]);
    ans_stmt_release(st);
    return !err->kind;
}

static bool rename_batch(struct ans_db *db, void *context, struct ans_err *err)
{
    struct renaming *w = context;
    struct ans_member *members =
        ANS_NEW_ARRAY(w->arena, struct ans_member, BATCH);
    size_t count;
    if (!read_members(db, w, members, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!rename_one(db, w, &members[i], err))
            return false;
    w->more = count == BATCH;
    if (count)
        ans_db_touch(db);
    return true;
}

static bool has_members(struct ans_store *store, struct ans_str area, bool *out,
                        struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(store, err);
    int64_t filter, n = 0;
    bool ok = db && ans_entries_filter(db, area, ANS_STR(""), ANS_STR(""),
                                       &filter, &n, err);
    ans_store_release(store, db);
    *out = n > 0;
    return ok;
}

/* `area` took the name `from` over, unless another one has it still. */
static bool rename_from(struct ans_store *store, const struct ans_county *c,
                        const struct ans_area *area, struct ans_str from,
                        bool *more, struct ans_err *err)
{
    bool members = false;
    if (ans_county_area_once(c, from, ans_moment_to_days(ans_clock_now())) !=
        area)
        return true;
    if (!has_members(store, from, &members, err) || !members)
        return !err->kind;
    struct renaming w = {ans_arena_new(0), from, area->node.id, false};
    bool ok = ans_store_write(store, rename_batch, &w, err);
    *more |= ok && w.more;
    ans_arena_free(w.arena);
    return ok;
}

bool ans_register_rename_areas(struct ans_store *store,
                               const struct ans_county *c, bool *more,
                               struct ans_err *err)
{
    bool ok = true;
    struct ans_arena *arena = ans_arena_new(0);
    *more = false;
    for (size_t s = 0; s < c->strategies.count; s++) {
        const struct ans_nodes all = ans_strategy_all_areas(
            arena, ANS_AT(ans_strategy, c->strategies, s));
        for (size_t i = 0; i < all.count; i++) {
            const struct ans_area *a = ANS_AT(ans_area, all, i);
            for (size_t k = 0; ok && k < a->was.count; k++)
                ok = rename_from(store, c, a, a->was.items[k], more, err);
        }
    }
    ans_arena_free(arena);
    return ok;
}
