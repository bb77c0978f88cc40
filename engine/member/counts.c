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

bool ans_register_counts(struct ans_db *db, const struct ans_register_query *q,
                         const char *dimension, struct ans_arena *arena,
                         struct ans_map **out, struct ans_err *err)
{
    const struct dimension *d = find_dimension(dimension);
    if (!d)
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "the register has no dimension \"%s\"", dimension);
    struct ans_stmt *st = ans_stmt_get(db, d->sql, err);
    if (!st)
        return false;
    bool by_area = d == &dimensions[0];
    bool by_kind = d == &dimensions[2];
    ans_stmt_bind_str(st, 1, by_area ? q->municipality : q->area);
    ans_stmt_bind_str(st, 2, by_kind ? q->municipality : q->kind);
    *out = ans_map_new(arena);
    while (ans_stmt_step(st, err))
        ans_map_set(*out, ans_arena_str(arena, ans_stmt_str(st, 0)),
                    ans_value_int(ans_stmt_int(st, 1)));
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_register_total(struct ans_db *db, int64_t *out, struct ans_err *err)
{
    const struct ans_str any = ANS_STR("");
    int64_t filter;
    return ans_entries_filter(db, any, any, any, &filter, out, err);
}
