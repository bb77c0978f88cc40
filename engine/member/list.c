#include <stdlib.h>

#include "member/cursor.h"
#include "member/entries.h"
#include "member/merge.h"
#include "member/queries.h"
#include "member/row.h"
#include "store/search.h"

#define LIMIT      50
#define LIMIT_MOST 200

enum direction { FORTH, BACK };

/* Where a page is asked for. */
struct spot {
    enum direction direction;
    bool from_start; /* else from `place`, itself not included */
    struct ans_place place;
    size_t limit;
};

/* The filters that a query means: several for a county. */
struct range {
    int64_t *filters;
    size_t count;
};

static bool find_range(struct ans_db *db, const struct ans_register_query *q,
                       struct ans_arena *arena, struct range *out, int64_t *n,
                       struct ans_err *err)
{
    const struct ans_strs_view places = ans_query_places(q);
    *out = (struct range){.filters =
                              ANS_NEW_ARRAY(arena, int64_t, places.count + 1)};
    *n = 0;
    for (size_t i = 0; i < places.count; i++) {
        int64_t filter;
        int64_t members;
        if (!ans_entries_filter(db, q->area, places.items[i], q->kind, &filter,
                                &members, err))
            return false;
        if (filter)
            out->filters[out->count++] = filter;
        *n += members;
    }
    return true;
}

static bool read_spot(const struct ans_register_query *q,
                      struct ans_arena *arena, struct spot *spot,
                      struct ans_err *err)
{
    size_t limit = q->limit ? q->limit : LIMIT;
    *spot = (struct spot){
        .direction = q->before.len ? BACK : FORTH,
        .from_start = !q->before.len && !q->after.len,
        .limit = limit < LIMIT_MOST ? limit : LIMIT_MOST,
    };
    if (spot->from_start)
        return true;
    return ans_cursor_read(arena, q->before.len ? q->before : q->after,
                           &spot->place, err);
}

static struct ans_place place_of(const struct ans_member *m)
{
    return (struct ans_place){.name_key = m->name_key, .member = m->id};
}

static void bind_place(struct ans_stmt *st, int at, struct ans_place p)
{
    ans_stmt_bind_blob(st, at, p.name_key);
    ans_stmt_bind_int(st, at + 1, p.member);
}

static struct ans_stmt *select_members(struct ans_db *db, int64_t filter,
                                       const struct spot *spot,
                                       struct ans_err *err)
{
    const char *sql = spot->from_start           ? ANS_REGISTER_FIRST
                      : spot->direction == FORTH ? ANS_REGISTER_FORTH
                                                 : ANS_REGISTER_BACK;
    struct ans_stmt *st = ans_stmt_get(db, sql, err);
    if (!st)
        return NULL;
    ans_stmt_bind_int(st, 1, filter);
    if (!spot->from_start)
        bind_place(st, 2, spot->place);
    ans_stmt_bind_int(st, spot->from_start ? 2 : 4, (int64_t)spot->limit + 1);
    return st;
}

static void reverse(struct ans_member *members, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct ans_member m = members[i];
        members[i] = members[count - 1 - i];
        members[count - 1 - i] = m;
    }
}

/* The public member with an id, if there is one. */
static bool read_hit(struct ans_db *db, int64_t id, struct ans_arena *arena,
                     struct ans_register_page *out, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db, ANS_REGISTER_HIT, err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, id);
    if (ans_stmt_step(st, err))
        ans_row_read(st, arena, &out->members[out->count++]);
    ans_stmt_release(st);
    return !err->kind;
}

/* One filter is one range of an index, with its members. */
static bool read_range(struct ans_db *db, int64_t filter,
                       const struct spot *spot, struct ans_arena *arena,
                       struct ans_register_page *out, struct ans_err *err)
{
    struct ans_stmt *st = select_members(db, filter, spot, err);
    if (!st)
        return false;
    while (out->count <= spot->limit && ans_stmt_step(st, err))
        ans_row_read(st, arena, &out->members[out->count++]);
    ans_stmt_release(st);
    return !err->kind;
}

static bool read_merged(struct ans_db *db, const struct range *range,
                        const struct spot *spot, struct ans_arena *arena,
                        struct ans_register_page *out, struct ans_err *err)
{
    struct ans_merge merge;
    struct ans_place place;
    if (!ans_merge_begin(&merge, db, range->filters, range->count,
                         spot->from_start ? NULL : &spot->place,
                         spot->direction == BACK, arena, err))
        return false;
    while (out->count <= spot->limit && ans_merge_next(&merge, &place, err))
        if (!read_hit(db, place.member, arena, out, err))
            return false;
    return !err->kind;
}

/* The members from a spot, in the register's order; `more`: there are
 * others beyond, in the spot's direction. */
static bool fetch(struct ans_db *db, const struct range *range,
                  const struct spot *spot, struct ans_arena *arena,
                  struct ans_register_page *out, bool *more,
                  struct ans_err *err)
{
    out->members = ANS_NEW_ARRAY(arena, struct ans_member, spot->limit + 1);
    out->count = 0;
    if (!(range->count == 1
              ? read_range(db, range->filters[0], spot, arena, out, err)
              : read_merged(db, range, spot, arena, out, err)))
        return false;
    *more = out->count > spot->limit;
    if (*more)
        out->count = spot->limit;
    if (spot->direction == BACK)
        reverse(out->members, out->count);
    return !err->kind;
}

/* Is there anyone on this side of a place in a filter? */
static bool anyone_in(struct ans_db *db, int64_t filter,
                      enum direction direction, struct ans_place place,
                      bool *found, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, direction == FORTH ? ANS_REGISTER_ANY_FORTH : ANS_REGISTER_ANY_BACK,
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, filter);
    bind_place(st, 2, place);
    *found = ans_stmt_step(st, err);
    ans_stmt_release(st);
    return !err->kind;
}

static bool anyone(struct ans_db *db, const struct range *range,
                   enum direction direction, const struct ans_member *m,
                   bool *found, struct ans_err *err)
{
    *found = false;
    for (size_t i = 0; i < range->count && !*found; i++)
        if (!anyone_in(db, range->filters[i], direction, place_of(m), found,
                       err))
            return false;
    return true;
}

static void put_cursors(struct ans_register_page *page, bool before, bool after,
                        struct ans_arena *arena)
{
    if (!page->count)
        return;
    if (before)
        page->previous = ans_cursor_write(arena, place_of(&page->members[0]));
    if (after)
        page->next =
            ans_cursor_write(arena, place_of(&page->members[page->count - 1]));
}

static bool list_range(struct ans_db *db, const struct range *range,
                       struct spot *spot, struct ans_arena *arena,
                       struct ans_register_page *out, struct ans_err *err)
{
    bool more;
    bool other = false;
    if (!fetch(db, range, spot, arena, out, &more, err))
        return false;
    if (spot->direction == BACK && out->count < spot->limit) {
        /* The start was reached within the page: show the first one whole. */
        spot->direction = FORTH;
        spot->from_start = true;
        if (!fetch(db, range, spot, arena, out, &more, err))
            return false;
    }
    if (out->count && spot->direction == BACK &&
        !anyone(db, range, FORTH, &out->members[out->count - 1], &other, err))
        return false;
    if (out->count && spot->direction == FORTH && !spot->from_start &&
        !anyone(db, range, BACK, &out->members[0], &other, err))
        return false;
    if (spot->direction == BACK)
        put_cursors(out, more, other, arena);
    else
        put_cursors(out, other, more, arena);
    return true;
}

static int compare_places(const void *a, const void *b)
{
    return ans_place_cmp(*(const struct ans_place *)a,
                         *(const struct ans_place *)b);
}

/* Where the members of these ids stand, in the register's order. */
static bool find_places(struct ans_db *db, const int64_t *ids, size_t count,
                        struct ans_arena *arena, struct ans_place *places,
                        size_t *found, struct ans_err *err)
{
    *found = 0;
    for (size_t i = 0; i < count; i++) {
        struct ans_stmt *st = ans_stmt_get(db, ANS_REGISTER_PLACE, err);
        if (!st)
            return false;
        ans_stmt_bind_int(st, 1, ids[i]);
        if (ans_stmt_step(st, err))
            places[(*found)++] = (struct ans_place){
                .name_key = ans_arena_str(arena, ans_stmt_str(st, 0)),
                .member = ids[i],
            };
        ans_stmt_release(st);
        if (err->kind)
            return false;
    }
    qsort(places, *found, sizeof(*places), compare_places);
    return true;
}

/* The part of all places that a spot asks for. */
static void cut_places(const struct spot *spot, const struct ans_place *places,
                       size_t all, size_t *from, size_t *count)
{
    *from = 0;
    if (!spot->from_start) {
        int past = spot->direction == FORTH ? 0 : -1;
        while (*from < all && ans_place_cmp(places[*from], spot->place) <= past)
            (*from)++;
    }
    if (spot->direction == BACK)
        *from = *from > spot->limit ? *from - spot->limit : 0;
    *count = all - *from < spot->limit ? all - *from : spot->limit;
}

static bool read_hits(struct ans_db *db, const struct ans_place *places,
                      size_t count, struct ans_arena *arena,
                      struct ans_register_page *out, struct ans_err *err)
{
    out->members = ANS_NEW_ARRAY(arena, struct ans_member, count + 1);
    for (size_t i = 0; i < count; i++)
        if (!read_hit(db, places[i].member, arena, out, err))
            return false;
    return true;
}

static bool list_hits(struct ans_db *db, const struct ans_register_query *q,
                      const struct spot *spot, struct ans_arena *arena,
                      struct ans_register_page *out, struct ans_err *err)
{
    const struct {
        char dimension;
        struct ans_str id;
    } asked[] = {{'a', q->area}, {'m', q->municipality}, {'k', q->kind}};
    struct ans_str words[ANS_COUNT(asked)];
    size_t word_count = 0;
    for (size_t i = 0; i < ANS_COUNT(asked); i++) {
        if (asked[i].id.len)
            words[word_count++] =
                ans_entries_word(arena, asked[i].dimension, asked[i].id);
    }
    struct ans_str *around =
        ANS_NEW_ARRAY(arena, struct ans_str, q->county.count + 1);
    for (size_t i = 0; i < q->county.count; i++)
        around[i] = ans_entries_word(arena, 'm', q->county.items[i]);
    const struct ans_search_for search = {
        .query = q->search,
        .all = words,
        .all_count = word_count,
        .any = around,
        .any_count = q->county.count,
    };
    int64_t ids[ANS_SEARCH_MOST + 1];
    size_t count = 0;
    if (!ans_search_find(db, &search, ids, ANS_SEARCH_MOST + 1, &count, err))
        return false;
    size_t shown = count > ANS_SEARCH_MOST ? ANS_SEARCH_MOST : count;
    struct ans_place *places =
        ANS_NEW_ARRAY(arena, struct ans_place, shown + 1);
    size_t found;
    size_t from;
    size_t wanted;
    if (!find_places(db, ids, shown, arena, places, &found, err))
        return false;
    out->total = count > ANS_SEARCH_MOST ? -1 : (int64_t)found;
    cut_places(spot, places, found, &from, &wanted);
    if (!read_hits(db, places + from, wanted, arena, out, err))
        return false;
    put_cursors(out, from > 0, from + wanted < found, arena);
    return true;
}

bool ans_register_list(struct ans_db *db, const struct ans_register_query *q,
                       struct ans_arena *arena, struct ans_register_page *out,
                       struct ans_err *err)
{
    *out = (struct ans_register_page){0};
    struct spot spot;
    if (!read_spot(q, arena, &spot, err))
        return false;
    if (q->search.len)
        return list_hits(db, q, &spot, arena, out, err);
    struct range range;
    return find_range(db, q, arena, &range, &out->total, err) &&
           (!range.count || list_range(db, &range, &spot, arena, out, err));
}

/* One call each, in one range of an index. */
static bool each_of_range(struct ans_db *db, int64_t filter,
                          struct ans_arena *scratch, ans_member_fn *each,
                          void *context, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db, ANS_REGISTER_ALL, err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, filter);
    bool ok = true;
    while (ok && ans_stmt_step(st, err)) {
        struct ans_member m;
        ans_arena_reset(scratch);
        ok = ans_row_read_all(st, scratch, &m, err) && each(context, &m, err);
    }
    ans_stmt_release(st);
    return ok && !err->kind;
}

static bool each_merged(struct ans_db *db, const struct range *range,
                        struct ans_arena *lanes, struct ans_arena *scratch,
                        ans_member_fn *each, void *context, struct ans_err *err)
{
    struct ans_merge merge;
    struct ans_place place;
    struct ans_member m;
    if (!ans_merge_begin(&merge, db, range->filters, range->count, NULL, false,
                         lanes, err))
        return false;
    while (ans_merge_next(&merge, &place, err)) {
        ans_arena_reset(scratch);
        if (!ans_member_get(db, place.member, scratch, &m, err) ||
            !each(context, &m, err))
            return false;
    }
    return !err->kind;
}

bool ans_register_each(struct ans_db *db, const struct ans_register_query *q,
                       struct ans_arena *scratch, ans_member_fn *each,
                       void *context, struct ans_err *err)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct range range;
    int64_t n;
    bool ok = find_range(db, q, arena, &range, &n, err);
    if (ok && range.count == 1)
        ok = each_of_range(db, range.filters[0], scratch, each, context, err);
    else if (ok)
        ok = each_merged(db, &range, arena, scratch, each, context, err);
    ans_arena_free(arena);
    return ok;
}

bool ans_register_latest(struct ans_db *db, size_t most,
                         struct ans_arena *arena, struct ans_register_page *out,
                         struct ans_err *err)
{
    *out = (struct ans_register_page){0};
    struct ans_stmt *st = ans_stmt_get(db, ANS_REGISTER_LATEST, err);
    if (!st)
        return false;
    out->members = ANS_NEW_ARRAY(arena, struct ans_member, most + 1);
    ans_stmt_bind_int(st, 1, (int64_t)most);
    while (out->count < most && ans_stmt_step(st, err))
        ans_row_read(st, arena, &out->members[out->count++]);
    ans_stmt_release(st);
    return !err->kind && ans_register_total(db, &out->total, err);
}
