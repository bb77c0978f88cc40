#include "member/entries.h"
#include "member/member.h"
#include "member/queries.h"

/* A dimension: its values and counters, the other two dimensions given. */
struct dimension {
    const char *name;
    const char *sql;
};

static const struct dimension dimensions[] = {
    {"area", ANS_COUNTS_BY_AREA},
    {"municipality", ANS_COUNTS_BY_MUNICIPALITY},
    {"kind", ANS_COUNTS_BY_KIND},
};

static const struct dimension *find_dimension(const char *name)
{
    for (size_t i = 0; i < ANS_COUNT(dimensions); i++) {
        if (!strcmp(dimensions[i].name, name))
            return &dimensions[i];
    }
    return NULL;
}

static void add_count(struct ans_map *counts, struct ans_str value, int64_t n)
{
    struct ans_value had = ans_map_get(counts, value);
    if (n)
        ans_map_set(counts, value,
                    ans_value_int(n + (had.type == ANS_INT ? had.i : 0)));
}

/* Add up the counters along a dimension, those of one kind only when the
 * query has a kind; of one place. */
static bool add_counts(struct ans_db *db, const struct ans_register_query *q,
                       struct ans_str place, const struct dimension *d,
                       const struct ans_counting *rule, struct ans_map *counts,
                       struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db, d->sql, err);
    if (!st)
        return false;
    bool by_area = d == &dimensions[0];
    bool by_place = d == &dimensions[1];
    bool by_kind = d == &dimensions[2];
    ans_stmt_bind_str(st, 1, by_area ? place : q->area);
    ans_stmt_bind_str(st, 2, by_kind ? place : q->kind);
    while (ans_stmt_step(st, err)) {
        if (by_place && !ans_query_covers(q, ans_stmt_str(st, 0)))
            continue;
        struct ans_tally n = {ans_stmt_int(st, 1), ans_stmt_int(st, 2),
                              ans_stmt_int(st, 3), ans_stmt_int(st, 4)};
        add_count(counts, ans_arena_str(counts->arena, ans_stmt_str(st, 0)),
                  ans_counting_apply(rule, n));
    }
    ans_stmt_release(st);
    return !err->kind;
}

/* The same of all places that are asked for; they are what is counted along
 * their own dimension. */
static bool add_places(struct ans_db *db, const struct ans_register_query *q,
                       const struct dimension *d,
                       const struct ans_counting *rule, struct ans_map *counts,
                       struct ans_err *err)
{
    const struct ans_strs_view places = ans_query_places(q);
    if (d == &dimensions[1])
        return add_counts(db, q, ANS_STR(""), d, rule, counts, err);
    for (size_t i = 0; i < places.count; i++)
        if (!add_counts(db, q, places.items[i], d, rule, counts, err))
            return false;
    return true;
}

bool ans_register_counts(struct ans_db *db, const struct ans_register_query *q,
                         const char *dimension, const struct ans_counting *rule,
                         struct ans_arena *arena, struct ans_map **out,
                         struct ans_err *err)
{
    const struct dimension *d = find_dimension(dimension);
    if (!d)
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "the register has no dimension \"%s\"", dimension);
    *out = ans_map_new(arena);
    if (!rule || !rule->kinds.count || q->kind.len || d == &dimensions[2])
        return add_places(db, q, d, rule, *out, err);
    for (size_t i = 0; i < rule->kinds.count; i++) {
        struct ans_register_query one = *q;
        one.kind = rule->kinds.items[i];
        if (!add_places(db, &one, d, rule, *out, err))
            return false;
    }
    return true;
}

/* The counters of a kind; of every kind when it is empty. */
static bool read_tally(struct ans_db *db, struct ans_str kind,
                       struct ans_tally *out, struct ans_err *err)
{
    const struct ans_str any = ANS_STR("");
    *out = (struct ans_tally){0};
    struct ans_stmt *st = ans_stmt_get(db, ANS_REGISTER_FILTER, err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, any);
    ans_stmt_bind_str(st, 2, any);
    ans_stmt_bind_str(st, 3, kind);
    if (ans_stmt_step(st, err))
        *out = (struct ans_tally){ans_stmt_int(st, 1), ans_stmt_int(st, 2),
                                  ans_stmt_int(st, 3), ans_stmt_int(st, 4)};
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_register_counted(struct ans_db *db, const struct ans_counting *rule,
                          int64_t *out, struct ans_err *err)
{
    static const struct ans_str any = {"", 0};
    const struct ans_str *kinds = &any;
    size_t count = 1;
    if (rule && rule->kinds.count) {
        kinds = rule->kinds.items;
        count = rule->kinds.count;
    }
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        struct ans_tally n;
        if (!read_tally(db, kinds[i], &n, err))
            return false;
        *out += ans_counting_apply(rule, n);
    }
    return true;
}

bool ans_register_total(struct ans_db *db, int64_t *out, struct ans_err *err)
{
    return ans_register_counted(db, NULL, out, err);
}
