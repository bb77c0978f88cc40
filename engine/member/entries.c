#include "member/entries.h"

#include "base/buf.h"
#include "member/queries.h"
#include "member/shape.h"
#include "store/search.h"

/* One point of the cube; an empty view is "any". */
struct point {
    struct ans_str area;
    struct ans_str municipality;
    struct ans_str kind;
};

typedef bool point_fn(struct ans_db *db, const struct point *p,
                      const struct ans_member *m, void *context,
                      struct ans_err *err);

static bool has_area_before(const struct ans_member *m, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (ans_str_eq(m->areas.items[i], m->areas.items[at]))
            return true;
    }
    return false;
}

/* The points of one area: with and without municipality, with and without
 * kind. A member without a municipality has only the points without. */
static bool each_of_area(struct ans_db *db, const struct ans_member *m,
                         struct ans_str area, point_fn *fn, void *context,
                         struct ans_err *err)
{
    const struct ans_str none = ANS_STR("");
    for (int bits = 0; bits < 4; bits++) {
        if (((bits & 1) && !m->municipality.len) ||
            ((bits & 2) && !m->kind.len))
            continue;
        struct point p = {
            .area = area,
            .municipality = bits & 1 ? m->municipality : none,
            .kind = bits & 2 ? m->kind : none,
        };
        if (!fn(db, &p, m, context, err))
            return false;
    }
    return true;
}

static bool each_point(struct ans_db *db, const struct ans_member *m,
                       point_fn *fn, void *context, struct ans_err *err)
{
    if (!each_of_area(db, m, ANS_STR(""), fn, context, err))
        return false;
    for (size_t i = 0; i < m->areas.count; i++) {
        if (!m->areas.items[i].len || has_area_before(m, i))
            continue;
        if (!each_of_area(db, m, m->areas.items[i], fn, context, err))
            return false;
    }
    return true;
}

bool ans_query_covers(const struct ans_register_query *q,
                      struct ans_str municipality)
{
    for (size_t i = 0; i < q->county.count; i++)
        if (ans_str_eq(q->county.items[i], municipality))
            return true;
    return !q->county.count;
}

struct ans_strs_view ans_query_places(const struct ans_register_query *q)
{
    if (q->county.count && !q->municipality.len)
        return q->county;
    /* borrowed like all of the view, and never written to */
    return (struct ans_strs_view){(struct ans_str *)(uintptr_t)&q->municipality,
                                  ans_query_covers(q, q->municipality) ? 1 : 0};
}

bool ans_entries_filter(struct ans_db *db, struct ans_str area,
                        struct ans_str municipality, struct ans_str kind,
                        int64_t *filter, int64_t *n, struct ans_err *err)
{
    *filter = 0;
    *n = 0;
    struct ans_stmt *st = ans_stmt_get(db, ANS_REGISTER_FILTER, err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, area);
    ans_stmt_bind_str(st, 2, municipality);
    ans_stmt_bind_str(st, 3, kind);
    if (ans_stmt_step(st, err)) {
        *filter = ans_stmt_int(st, 0);
        *n = ans_stmt_int(st, 1);
    }
    ans_stmt_release(st);
    return !err->kind;
}

static void bind_tally(struct ans_stmt *st, int at, struct ans_tally n,
                       int64_t times)
{
    ans_stmt_bind_int(st, at, n.entries * times);
    ans_stmt_bind_int(st, at + 1, n.parts * times);
    ans_stmt_bind_int(st, at + 2, n.joint * times);
    ans_stmt_bind_int(st, at + 3, n.bodies * times);
}

static bool add_filter(struct ans_db *db, const struct point *p,
                       const struct ans_member *m, int64_t *filter,
                       struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO register_filter (area, municipality, kind,"
                     " " ANS_TALLY ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, p->area);
    ans_stmt_bind_str(st, 2, p->municipality);
    ans_stmt_bind_str(st, 3, p->kind);
    bind_tally(st, 4, ans_shape_tally(m), 1);
    if (!ans_stmt_run(st, err))
        return false;
    *filter = ans_db_last_id(db);
    return true;
}

/* Count a member in (1) or out (-1). */
static bool count(struct ans_db *db, int64_t filter, const struct ans_member *m,
                  int64_t times, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "UPDATE register_filter SET n = n + ?, parts = parts + ?,"
                     " joint = joint + ?, bodies = bodies + ? WHERE id = ?",
                     err);
    if (!st)
        return false;
    bind_tally(st, 1, ans_shape_tally(m), times);
    ans_stmt_bind_int(st, 5, filter);
    return ans_stmt_run(st, err);
}

/* Count one more at a point, which may be new; returns its filter. Not INSERT
 * ... ON CONFLICT ... RETURNING: that keeps a journal of its own for every
 * statement, and took half the time of a job. */
static bool count_up(struct ans_db *db, const struct point *p,
                     const struct ans_member *m, int64_t *filter,
                     struct ans_err *err)
{
    int64_t n;
    if (!ans_entries_filter(db, p->area, p->municipality, p->kind, filter, &n,
                            err))
        return false;
    return *filter ? count(db, *filter, m, 1, err)
                   : add_filter(db, p, m, filter, err);
}

static bool add_entry(struct ans_db *db, int64_t filter, struct ans_str key,
                      int64_t member, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO register_entry (filter, name_key, member)"
                     " VALUES (?, ?, ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, filter);
    ans_stmt_bind_blob(st, 2, key);
    ans_stmt_bind_int(st, 3, member);
    return ans_stmt_run(st, err);
}

static bool remove_entry(struct ans_db *db, int64_t filter,
                         const struct ans_member *m, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "DELETE FROM register_entry"
                     " WHERE filter = ? AND name_key = ? AND member = ?",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, filter);
    ans_stmt_bind_blob(st, 2, m->name_key);
    ans_stmt_bind_int(st, 3, m->id);
    if (!ans_stmt_run(st, err))
        return false;
    return ans_db_changes(db) == 1 ||
           ans_err_set(err, ANS_ERR_INTERNAL,
                       "member %lld is not where the register has it",
                       (long long)m->id);
}

static bool put_point(struct ans_db *db, const struct point *p,
                      const struct ans_member *m, void *context,
                      struct ans_err *err)
{
    (void)context;
    int64_t filter;
    return count_up(db, p, m, &filter, err) &&
           add_entry(db, filter, m->name_key, m->id, err);
}

static bool take_point(struct ans_db *db, const struct point *p,
                       const struct ans_member *m, void *context,
                       struct ans_err *err)
{
    (void)context;
    int64_t filter;
    int64_t n;
    return ans_entries_filter(db, p->area, p->municipality, p->kind, &filter,
                              &n, err) &&
           remove_entry(db, filter, m, err) && count(db, filter, m, -1, err);
}

static bool move_point(struct ans_db *db, const struct point *p,
                       const struct ans_member *m, void *context,
                       struct ans_err *err)
{
    const struct ans_str *new_key = context;
    int64_t filter;
    int64_t n;
    return ans_entries_filter(db, p->area, p->municipality, p->kind, &filter,
                              &n, err) &&
           remove_entry(db, filter, m, err) &&
           add_entry(db, filter, *new_key, m->id, err);
}

static bool is_plain(unsigned char c)
{
    return ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) && c != 'q';
}

struct ans_str ans_entries_word(struct ans_arena *arena, char dimension,
                                struct ans_str id)
{
    struct ans_buf b = {0};
    ans_buf_add_byte(&b, dimension);
    for (size_t i = 0; i < id.len; i++) {
        unsigned char c = (unsigned char)id.ptr[i];
        if (is_plain(c))
            ans_buf_add_byte(&b, (char)c);
        else
            ans_buf_printf(&b, "q%02x", c);
    }
    struct ans_str word = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return word;
}

/* The member as search sees it. The same when it goes as when it came. */
static struct ans_search_doc document(struct ans_arena *arena,
                                      const struct ans_member *m)
{
    struct ans_str *filters =
        ANS_NEW_ARRAY(arena, struct ans_str, m->areas.count + 2);
    size_t count = 0;
    if (m->municipality.len)
        filters[count++] = ans_entries_word(arena, 'm', m->municipality);
    if (m->kind.len)
        filters[count++] = ans_entries_word(arena, 'k', m->kind);
    for (size_t i = 0; i < m->areas.count; i++)
        filters[count++] = ans_entries_word(arena, 'a', m->areas.items[i]);
    return (struct ans_search_doc){
        .id = m->id,
        .body = ans_arena_printf(arena, "%.*s\n%.*s", ANS_STR_ARG(m->name),
                                 ANS_STR_ARG(m->words)),
        .filters = filters,
        .filter_count = count,
    };
}

bool ans_entries_put_cube(struct ans_db *db, const struct ans_member *m,
                          struct ans_err *err)
{
    return each_point(db, m, put_point, NULL, err);
}

bool ans_entries_put_search(struct ans_db *db, const struct ans_member *m,
                            struct ans_err *err)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_search_doc doc = document(arena, m);
    bool ok = ans_search_add(db, &doc, err);
    ans_arena_free(arena);
    return ok;
}

bool ans_entries_put(struct ans_db *db, const struct ans_member *m,
                     struct ans_err *err)
{
    return ans_entries_put_cube(db, m, err) &&
           ans_entries_put_search(db, m, err);
}

bool ans_entries_take(struct ans_db *db, const struct ans_member *m,
                      struct ans_err *err)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_search_doc doc = document(arena, m);
    bool ok = each_point(db, m, take_point, NULL, err) &&
              ans_search_remove(db, &doc, err);
    ans_arena_free(arena);
    return ok;
}

bool ans_entries_move(struct ans_db *db, const struct ans_member *m,
                      struct ans_str new_key, struct ans_err *err)
{
    return each_point(db, m, move_point, &new_key, err);
}
