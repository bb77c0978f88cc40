/* The register against a naive computation of the same, over every
 * combination of filters. */
#include "base/text.h"
#include "member/fixture.h"
#include "member/queries.h"

#define MEMBERS 3000
#define PAGE    37

static const char *const areas[] = {"makt", "ekonomi", "halsa-vard", "vald"};
static const char *const places[] = {"1980", "1981", "1982", "1983", "1907"};
static const char *const kinds[] = {"municipality", "company", "association",
                                    "sole-trader"};

/* A naive register: everything in an array, sorted once. */
struct line {
    int64_t id;
    struct ans_str key;
    struct ans_str name;
    size_t place; /* ANS_COUNT(places): none */
    size_t kind;
    unsigned areas; /* bits */
    bool public;
};

struct naive {
    struct fixture *f;
    struct line lines[MEMBERS];
    struct ans_member members[MEMBERS]; /* by id */
    uint64_t seed;
};

/* Repeatable: xorshift64. */
static size_t dice(struct naive *n, size_t sides)
{
    n->seed ^= n->seed << 13;
    n->seed ^= n->seed >> 7;
    n->seed ^= n->seed << 17;
    return (size_t)(n->seed >> 11) % sides;
}

static const char *make_name(struct naive *n, size_t i)
{
    static const char *const first[] = {"Åsa",  "Ängs",  "Östra", "Norra",
                                        "Vad",  "Wall",  "Zäta",  "ånga",
                                        "Bygd", "E-vik", "Edvik", "Évik"};
    static const char *const second[] = {"förening", "Förening", "AB",
                                         "kommun",   "IF",       "& Söner"};
    return ans_arena_printf(
               n->f->arena, "%s %s %zu", first[dice(n, ANS_COUNT(first))],
               second[dice(n, ANS_COUNT(second))], dice(n, 2) ? i : dice(n, 40))
        .ptr;
}

static struct who make_who(struct naive *n, struct line *line, size_t i)
{
    struct who who = {
        .name = make_name(n, i),
        .kind = kinds[line->kind = dice(n, ANS_COUNT(kinds))],
        .org_number = ans_arena_printf(n->f->arena, "%010zu", i).ptr,
    };
    line->place = dice(n, ANS_COUNT(places) + 1);
    if (line->place < ANS_COUNT(places))
        who.municipality = places[line->place];
    line->areas = (unsigned)dice(n, 1U << ANS_COUNT(areas));
    size_t count = 0;
    for (size_t a = 0; a < ANS_COUNT(areas); a++) {
        if (line->areas & 1U << a)
            who.areas[count++] = areas[a];
    }
    return who;
}

static bool fill_job(struct ans_db *db, void *context, struct ans_err *err)
{
    struct naive *n = context;
    const struct ans_member_start start = {.day = TODAY};
    for (size_t i = 0; i < MEMBERS; i++) {
        struct line *line = &n->lines[i];
        struct who who = make_who(n, line, i);
        struct ans_member *m = &n->members[i];
        *m = member_of(n->f->arena, &who);
        ans_member_prepare(n->f->arena, m);
        if (!ans_member_add(db, m, err) ||
            !ans_member_confirm(db, m, &start, n->f->arena, err))
            return false;
        line->id = m->id;
        line->name = m->name;
        line->key = ans_text_sort_key(n->f->arena, m->name, "sv");
        line->public = true;
    }
    return true;
}

static int by_name(const void *a, const void *b)
{
    const struct line *x = a;
    const struct line *y = b;
    int order = ans_str_cmp(x->key, y->key);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static int set_up_naive(void **state)
{
    void *fresh;
    set_up(&fresh);
    struct naive *n = calloc(1, sizeof(*n));
    assert_non_null(n);
    n->f = fresh;
    n->seed = 20261122;
    assert_ok(n->f, ans_store_write(n->f->store, fill_job, n, &n->f->err));
    qsort(n->lines, MEMBERS, sizeof(n->lines[0]), by_name);
    *state = n;
    return 0;
}

static int tear_down_naive(void **state)
{
    struct naive *n = *state;
    void *f = n->f;
    tear_down(&f);
    free(n);
    return 0;
}

/* A combination of filters; past the end is "any". A county has three of the
 * places. */
struct mix {
    size_t area, place, kind;
    bool county;
};

static struct ans_str county[] = {
    {"1980", 4}, {"1981", 4}, {"1983", 4}, {"1999", 4}};

static bool is_of_county(size_t place)
{
    return place == 0 || place == 1 || place == 3;
}

static bool fits(const struct line *line, struct mix x)
{
    return line->public && (!x.county || is_of_county(line->place)) &&
           (x.area == ANS_COUNT(areas) || line->areas & 1U << x.area) &&
           (x.place == ANS_COUNT(places) || line->place == x.place) &&
           (x.kind == ANS_COUNT(kinds) || line->kind == x.kind);
}

static struct ans_register_query query_of(struct mix x)
{
    struct ans_register_query q = {.limit = PAGE};
    if (x.area < ANS_COUNT(areas))
        q.area = ans_str_from(areas[x.area]);
    if (x.place < ANS_COUNT(places))
        q.municipality = ans_str_from(places[x.place]);
    if (x.kind < ANS_COUNT(kinds))
        q.kind = ans_str_from(kinds[x.kind]);
    if (x.county)
        q.county = (struct ans_strs_view){county, ANS_COUNT(county)};
    return q;
}

static size_t naive_list(const struct naive *n, struct mix x, int64_t *ids)
{
    size_t count = 0;
    for (size_t i = 0; i < MEMBERS; i++) {
        if (fits(&n->lines[i], x))
            ids[count++] = n->lines[i].id;
    }
    return count;
}

typedef void mix_fn(struct naive *n, struct mix x);

static void each_mix(struct naive *n, mix_fn *fn)
{
    struct ans_arena *kept = n->f->arena;
    struct mix x = {.county = false};
    for (x.area = 0; x.area <= ANS_COUNT(areas); x.area++)
        for (x.place = 0; x.place <= ANS_COUNT(places); x.place++)
            for (x.kind = 0; x.kind <= ANS_COUNT(kinds); x.kind++) {
                n->f->arena = ans_arena_new(0);
                x.county = false;
                fn(n, x);
                x.county = true;
                fn(n, x);
                ans_arena_free(n->f->arena);
                n->f->arena = kept;
            }
}

/* Every page from the first to the last is the naive list, cut. Returns the
 * last page. */
static struct ans_register_page go_forth(struct naive *n, struct mix x,
                                         const int64_t *ids, size_t count)
{
    struct ans_register_query q = query_of(x);
    size_t seen = 0;
    struct ans_register_page page;
    do {
        page = list(n->f, q);
        assert_int_equal(page.total, count);
        assert_int_equal(page.previous.len > 0, seen > 0);
        for (size_t i = 0; i < page.count; i++)
            assert_int_equal(page.members[i].id, ids[seen + i]);
        seen += page.count;
        assert_true(page.count == PAGE || !page.next.len);
        q.after = page.next;
    } while (page.next.len);
    assert_int_equal(seen, count);
    return page;
}

/* The pages before the last one, back to the first. */
static void go_back(struct naive *n, struct mix x, const int64_t *ids,
                    size_t count, struct ans_register_page page)
{
    size_t start = count - page.count;
    while (page.previous.len) {
        struct ans_register_query q = query_of(x);
        q.before = page.previous;
        page = list(n->f, q);
        assert_int_equal(page.count, PAGE);
        assert_true(page.next.len > 0);
        start -= PAGE;
        for (size_t i = 0; i < page.count; i++)
            assert_int_equal(page.members[i].id, ids[start + i]);
    }
    assert_int_equal(start, 0);
}

static void check_pages(struct naive *n, struct mix x)
{
    static int64_t ids[MEMBERS];
    size_t count = naive_list(n, x, ids);
    struct ans_register_page last = go_forth(n, x, ids, count);
    go_back(n, x, ids, count, last);
}

static void each_filter_lists_its_members_in_swedish_order_both_ways(
    void **state)
{
    each_mix(*state, check_pages);
}

static struct ans_map *counts(struct fixture *f, struct ans_register_query q,
                              const char *dimension)
{
    struct ans_map *out = NULL;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f, ans_register_counts(db, &q, dimension, NULL, f->arena, &out,
                                     &f->err));
    ans_store_release(f->store, db);
    return out;
}

/* The counts along one dimension, `at` pointing into `x`. */
static void check_dimension(struct naive *n, struct mix *x, size_t *at,
                            const char *name, const char *const *values,
                            size_t value_count)
{
    static int64_t ids[MEMBERS];
    struct ans_map *got = counts(n->f, query_of(*x), name);
    size_t own = *at;
    size_t over_zero = 0;
    for (*at = 0; *at < value_count; ++*at) {
        size_t want = naive_list(n, *x, ids);
        struct ans_value v = ans_map_find(got, values[*at]);
        over_zero += want > 0;
        assert_int_equal(v.type, want ? ANS_INT : ANS_NIL);
        if (want)
            assert_int_equal(v.i, want);
    }
    assert_int_equal(got->count, over_zero);
    *at = own;
}

static void check_counts(struct naive *n, struct mix x)
{
    check_dimension(n, &x, &x.area, "area", areas, ANS_COUNT(areas));
    check_dimension(n, &x, &x.place, "municipality", places, ANS_COUNT(places));
    check_dimension(n, &x, &x.kind, "kind", kinds, ANS_COUNT(kinds));
}

static void each_filter_counts_along_every_dimension(void **state)
{
    each_mix(*state, check_counts);
}

struct counting {
    const int64_t *ids;
    size_t seen;
    size_t stop; /* 0: never */
};

static bool count_one(void *context, const struct ans_member *m,
                      struct ans_err *err)
{
    struct counting *c = context;
    assert_int_equal(m->id, c->ids[c->seen++]);
    assert_true(ans_map_str(m->answers, "name").len > 0);
    return c->seen != c->stop ||
           ans_err_set(err, ANS_ERR_LIMIT, "this is enough");
}

static bool each(struct naive *n, struct mix x, struct counting *c)
{
    struct fixture *f = n->f;
    struct ans_register_query q = query_of(x);
    struct ans_arena *scratch = ans_arena_new(0);
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    bool ok = ans_register_each(db, &q, scratch, count_one, c, &f->err);
    ans_store_release(f->store, db);
    ans_arena_free(scratch);
    return ok;
}

static void check_export(struct naive *n, struct mix x)
{
    static int64_t ids[MEMBERS];
    size_t count = naive_list(n, x, ids);
    struct counting c = {.ids = ids};
    assert_ok(n->f, each(n, x, &c));
    assert_int_equal(c.seen, count);
}

static void an_export_calls_for_every_member_of_a_filter(void **state)
{
    each_mix(*state, check_export);
}

static void an_export_stops_with_the_callers_error(void **state)
{
    static int64_t ids[MEMBERS];
    struct naive *n = *state;
    struct mix any = {ANS_COUNT(areas), ANS_COUNT(places), ANS_COUNT(kinds),
                      false};
    naive_list(n, any, ids);
    struct counting c = {.ids = ids, .stop = 3};
    assert_err(n->f, each(n, any, &c), ANS_ERR_LIMIT);
    assert_int_equal(c.seen, 3);
    any.county = true;
    naive_list(n, any, ids);
    c = (struct counting){.ids = ids, .stop = 3};
    assert_err(n->f, each(n, any, &c), ANS_ERR_LIMIT);
    assert_int_equal(c.seen, 3);
}

static bool leave_job(struct ans_db *db, void *context, struct ans_err *err)
{
    struct naive *n = context;
    for (size_t i = 0; i < MEMBERS; i++) {
        if (dice(n, 3))
            continue;
        struct ans_member *m = &n->members[n->lines[i].id - 1];
        if (!ans_member_withdraw(db, m, ANS_MEMBER_LEFT, err))
            return false;
        n->lines[i].public = false;
    }
    return true;
}

static void the_register_is_right_after_a_third_have_left(void **state)
{
    struct naive *n = *state;
    assert_ok(n->f, ans_store_write(n->f->store, leave_job, n, &n->f->err));
    each_mix(n, check_pages);
    each_mix(n, check_counts);
}

static void a_page_that_begins_after_who_left_goes_on_in_its_place(void **state)
{
    static int64_t ids[MEMBERS];
    struct naive *n = *state;
    struct mix any = {ANS_COUNT(areas), ANS_COUNT(places), ANS_COUNT(kinds),
                      false};
    struct ans_register_page page = list(n->f, query_of(any));
    int64_t last = page.members[page.count - 1].id;
    assert_ok(n->f, withdraw(n->f, &n->members[last - 1], ANS_MEMBER_LEFT));
    naive_list(n, any, ids);
    struct ans_register_query q = query_of(any);
    q.after = page.next;
    assert_int_equal(list(n->f, q).members[0].id, ids[PAGE]);
}

/* None of the register's queries may walk through a table or sort. */
static void every_query_of_the_register_goes_by_an_index(void **state)
{
    static const char *const queries[] = {
        "EXPLAIN QUERY PLAN " ANS_REGISTER_FIRST,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_FORTH,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_BACK,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_ANY_FORTH,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_ANY_BACK,
        "EXPLAIN QUERY PLAN " ANS_MERGE_FIRST,
        "EXPLAIN QUERY PLAN " ANS_MERGE_FORTH,
        "EXPLAIN QUERY PLAN " ANS_MERGE_BACK,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_ALL,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_HIT,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_LATEST,
        "EXPLAIN QUERY PLAN " ANS_REGISTER_FILTER,
        "EXPLAIN QUERY PLAN " ANS_COUNTS_BY_AREA,
        "EXPLAIN QUERY PLAN " ANS_COUNTS_BY_MUNICIPALITY,
        "EXPLAIN QUERY PLAN " ANS_COUNTS_BY_KIND,
        "EXPLAIN QUERY PLAN " ANS_MEMBER_BY_SLUG,
        "EXPLAIN QUERY PLAN " ANS_MEMBER_BY_IDENTITY,
        "EXPLAIN QUERY PLAN " ANS_MEMBER_ID_BY_SLUG,
        "EXPLAIN QUERY PLAN " ANS_MEMBER_PARTS,
    };
    struct naive *n = *state;
    for (size_t i = 0; i < ANS_COUNT(queries); i++) {
        struct ans_db *db = ans_store_acquire(n->f->store, &n->f->err);
        assert_ok(n->f, db);
        struct ans_stmt *st = ans_stmt_get(db, queries[i], &n->f->err);
        assert_ok(n->f, st);
        size_t steps = 0;
        while (ans_stmt_step(st, &n->f->err)) {
            struct ans_str step = ans_stmt_str(st, 3);
            if (!ans_str_starts(step, ANS_STR("SEARCH ")))
                fail_msg("%s: %.*s", queries[i], ANS_STR_ARG(step));
            steps++;
        }
        assert_true(steps > 0);
        ans_stmt_release(st);
        ans_store_release(n->f->store, db);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            each_filter_lists_its_members_in_swedish_order_both_ways),
        cmocka_unit_test(each_filter_counts_along_every_dimension),
        cmocka_unit_test(an_export_calls_for_every_member_of_a_filter),
        cmocka_unit_test(an_export_stops_with_the_callers_error),
        cmocka_unit_test(every_query_of_the_register_goes_by_an_index),
        cmocka_unit_test(the_register_is_right_after_a_third_have_left),
        cmocka_unit_test_setup_teardown(
            a_page_that_begins_after_who_left_goes_on_in_its_place,
            set_up_naive, tear_down_naive),
    };
    return cmocka_run_group_tests_name("member_register", tests, set_up_naive,
                                       tear_down_naive);
}
