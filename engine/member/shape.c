#include "member/shape.h"

#include <stdlib.h>

#include "base/buf.h"
#include "member/entries.h"
#include "member/queries.h"

struct ans_tally ans_shape_tally(const struct ans_member *m)
{
    bool part = m->parent > 0;
    bool joint = !part && m->bodies.count > 1;
    return (struct ans_tally){
        .entries = 1,
        .parts = part,
        .joint = joint,
        .bodies = joint ? (int64_t)m->bodies.count : 0,
    };
}

struct ans_str ans_shape_join(struct ans_arena *arena,
                              const struct ans_strs_view *bodies)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < bodies->count; i++) {
        if (i)
            ans_buf_add_byte(&b, '\n');
        ans_buf_add(&b, bodies->items[i]);
    }
    struct ans_str text = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

void ans_shape_split(struct ans_arena *arena, struct ans_str text,
                     struct ans_strs_view *out)
{
    *out = (struct ans_strs_view){0};
    while (text.len) {
        struct ans_str name = ans_str_cut(&text, '\n');
        out->items = ans_arena_grow(arena, out->items, out->count, sizeof name);
        out->items[out->count++] = name;
    }
}

static bool find_parent(struct ans_db *db, struct ans_member *m,
                        struct ans_err *err)
{
    m->parent = 0;
    if (!m->parent_slug.len)
        return true;
    struct ans_stmt *st = ans_stmt_get(db, ANS_MEMBER_ID_BY_SLUG, err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, m->parent_slug);
    if (ans_stmt_step(st, err))
        m->parent = ans_stmt_int(st, 0);
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_shape_add(struct ans_db *db, struct ans_member *m, struct ans_err *err)
{
    if (!find_parent(db, m, err))
        return false;
    if (!m->parent && !m->body_lines.len)
        return true;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO member_shape (member, parent, bodies) VALUES (?, ?, ?)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, m->id);
    ans_stmt_bind_int(st, 2, m->parent);
    ans_stmt_bind_str(st, 3, m->body_lines);
    return ans_stmt_run(st, err);
}

/* The ids of all parts, in `arena`. */
static bool part_ids(struct ans_db *db, int64_t parent, struct ans_arena *arena,
                     int64_t **ids, size_t *count, struct ans_err *err)
{
    *ids = NULL;
    *count = 0;
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT member FROM member_shape WHERE parent = ? AND parent > 0",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, parent);
    while (ans_stmt_step(st, err)) {
        *ids = ans_arena_grow(arena, *ids, *count, sizeof **ids);
        (*ids)[(*count)++] = ans_stmt_int(st, 0);
    }
    ans_stmt_release(st);
    return !err->kind;
}

static bool forget_parent(struct ans_db *db, int64_t part, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "UPDATE member_shape SET parent = 0 WHERE member = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, part);
    return ans_stmt_run(st, err);
}

/* Out of the counters as a part, and in again as what it now is. */
static bool release_part(struct ans_db *db, int64_t part,
                         struct ans_arena *arena, struct ans_err *err)
{
    struct ans_member m;
    if (!ans_member_get(db, part, arena, &m, err))
        return false;
    bool public = m.state == ANS_MEMBER_PUBLIC;
    if (public && !ans_entries_take(db, &m, err))
        return false;
    m.parent = 0;
    return forget_parent(db, part, err) &&
           (!public || ans_entries_put(db, &m, err));
}

bool ans_shape_release(struct ans_db *db, int64_t parent, struct ans_err *err)
{
    struct ans_arena *arena = ans_arena_new(0);
    int64_t *ids;
    size_t count;
    bool ok = part_ids(db, parent, arena, &ids, &count, err);
    for (size_t i = 0; ok && i < count; i++)
        ok = release_part(db, ids[i], arena, err);
    ans_arena_free(arena);
    return ok;
}

static int by_name(const void *a, const void *b)
{
    const struct ans_member *x = a;
    const struct ans_member *y = b;
    return ans_str_cmp(x->name_key, y->name_key);
}

bool ans_member_parts(struct ans_db *db, int64_t member, size_t most,
                      struct ans_arena *arena, struct ans_register_page *out,
                      bool *more, struct ans_err *err)
{
    *out = (struct ans_register_page){0};
    struct ans_stmt *st = ans_stmt_get(db, ANS_MEMBER_PARTS, err);
    if (!st)
        return false;
    out->members = ANS_NEW_ARRAY(arena, struct ans_member, most + 1);
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_int(st, 2, (int64_t)most + 1);
    while (out->count <= most && ans_stmt_step(st, err))
        ans_row_read(st, arena, &out->members[out->count++]);
    ans_stmt_release(st);
    *more = out->count > most;
    if (*more)
        out->count = most;
    qsort(out->members, out->count, sizeof *out->members, by_name);
    return !err->kind;
}
