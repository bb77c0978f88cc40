/* bench_fill: a county's database with many public members, for measuring.
 *
 *     bench_fill DB N [AREAS MUNICIPALITIES KINDS]
 *
 * The last three are ids parted by commas, as the county's script has them.
 * The same arguments give the same members. Members are saved in the order of
 * their ids and then put into the register in the order of their names, as
 * the register's tree and the search index like it: a million takes minutes
 * and not hours. What comes out is what a million joins would have made, but
 * without their commitments, packages and mails.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/text.h"
#include "member/entries.h"
#include "member/member.h"
#include "member/schema.h"
#include "store/store.h"

#define BATCH 2000
#define MOST  64    /* ids of one kind */
#define DAY_0 20454 /* 2026-01-01 */

struct ids {
    struct ans_str items[MOST];
    size_t count;
};

struct plan {
    int64_t members;
    struct ids areas, municipalities, kinds;
};

/* What phase two needs of a member of phase one. */
struct mark {
    int64_t id;
    int64_t index; /* makes the member anew */
    struct ans_str key;
};

struct filling {
    const struct plan *plan;
    struct mark *marks;
    struct ans_arena *kept; /* sort keys */
    struct ans_arena *arena;
    int64_t from, to;
};

/* A number from 0 to sides - 1 for a member and a purpose (splitmix64). */
static size_t dice(int64_t index, uint64_t purpose, size_t sides)
{
    uint64_t z = ((uint64_t)index * 64 + purpose) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return (size_t)((z ^ (z >> 31)) % sides);
}

static struct ans_str make_name(struct ans_arena *arena, int64_t i)
{
    static const char *const first[] = {
        "Åby",   "Ängs", "Östra", "Norra", "Södra",  "Västra", "Lilla", "Stora",
        "Gamla", "Nya",  "Övre",  "Nedre", "Mellan", "Ytter",  "Inre",  "Hög"};
    static const char *const second[] = {
        "vik",   "berga", "lunda", "torp", "sjö", "holmen", "backa", "näs",
        "dalen", "å",     "hult",  "stad", "bro", "kulla",  "mark",  "äng"};
    static const char *const third[] = {
        "idrottsförening", "bygg AB",    "hembygdsförening", "friskola",
        "kulturförening",  "konsult",    "församling",       "teknik AB",
        "kvinnojour",      "fastigheter"};
    return ans_arena_printf(arena, "%s%s %s %lld", first[dice(i, 1, 16)],
                            second[dice(i, 2, 16)], third[dice(i, 3, 10)],
                            (long long)i);
}

/* Ten digits with the check digit that Luhn asks for. */
static struct ans_str make_number(struct ans_arena *arena, int64_t i)
{
    char digits[16];
    snprintf(digits, sizeof(digits), "%09lld",
             (long long)(820000000 + i % 100000000));
    int sum = 0;
    for (int d = 0; d < 9; d++) {
        int n = (digits[d] - '0') * (d % 2 ? 1 : 2);
        sum += n > 9 ? n - 9 : n;
    }
    return ans_arena_printf(arena, "%s%d", digits, (10 - sum % 10) % 10);
}

static struct ans_str pick(const struct ids *ids, int64_t i, uint64_t purpose)
{
    return ids->count ? ids->items[dice(i, purpose, ids->count)] : ANS_STR("");
}

static struct ans_member make_member(struct ans_arena *arena,
                                     const struct plan *plan, int64_t i)
{
    struct ans_member m = {
        .name = make_name(arena, i),
        .kind = pick(&plan->kinds, i, 4),
        .municipality = pick(&plan->municipalities, i, 5),
        .org_number = make_number(arena, i),
        .email = ans_arena_printf(arena, "m%lld@exempel.se", (long long)i),
        .lang = ANS_STR("sv"),
        .strategy = ANS_STR("bench"),
        .script_version = ANS_STR("bench"),
        .answers = ans_map_new(arena),
        .submitted_at = DAY_0 * INT64_C(86400000) + i,
    };
    m.areas.items = ANS_NEW_ARRAY(arena, struct ans_str, MOST);
    size_t wanted = plan->areas.count ? 1 + dice(i, 6, 3) : 0;
    for (size_t a = 0; a < plan->areas.count && m.areas.count < wanted; a++) {
        if (plan->areas.count - a <= wanted - m.areas.count ||
            dice(i, 8 + a, 2))
            m.areas.items[m.areas.count++] = plan->areas.items[a];
    }
    ans_map_put_str(m.answers, "name", m.name);
    ans_map_put_str(m.answers, "kind", m.kind);
    ans_map_put_str(m.answers, "municipality", m.municipality);
    ans_map_put_str(m.answers, "email", m.email);
    ans_member_prepare(arena, &m);
    return m;
}

/* Phase one: rows, numbers, addresses, search, in the order of ids. */

static bool make_public(struct ans_db *db, int64_t id, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "UPDATE member SET state = 'public' WHERE id = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, id);
    return ans_stmt_run(st, err);
}

static bool save_members(struct ans_db *db, void *context, struct ans_err *err)
{
    struct filling *f = context;
    const struct ans_member_start start = {.review = true, .day = DAY_0};
    for (int64_t i = f->from; i < f->to; i++) {
        struct ans_member m = make_member(f->arena, f->plan, i);
        /* Confirmed as for a review, which enters nothing into the register. */
        if (!ans_member_add(db, &m, err) ||
            !ans_member_confirm(db, &m, &start, f->arena, err) ||
            !make_public(db, m.id, err) || !ans_entries_put_search(db, &m, err))
            return false;
        f->marks[i] = (struct mark){
            .id = m.id, .index = i, .key = ans_arena_str(f->kept, m.name_key)};
    }
    ans_db_touch(db);
    return true;
}

/* Phase two: the register, in the order of names. */

static int by_name(const void *a, const void *b)
{
    const struct mark *x = a;
    const struct mark *y = b;
    int order = ans_str_cmp(x->key, y->key);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static bool enter_members(struct ans_db *db, void *context, struct ans_err *err)
{
    struct filling *f = context;
    for (int64_t i = f->from; i < f->to; i++) {
        struct ans_member m = make_member(f->arena, f->plan, f->marks[i].index);
        m.id = f->marks[i].id;
        if (!ans_entries_put_cube(db, &m, err))
            return false;
    }
    ans_db_touch(db);
    return true;
}

static bool in_batches(struct ans_store *store, struct filling *f,
                       ans_store_job *job, struct ans_err *err)
{
    for (f->from = 0; f->from < f->plan->members; f->from = f->to) {
        int64_t left = f->plan->members - f->from;
        f->to = f->from + (left < BATCH ? left : BATCH);
        ans_arena_reset(f->arena);
        if (!ans_store_write(store, job, f, err))
            return false;
    }
    return true;
}

static bool fill(struct ans_store *store, const struct plan *plan,
                 struct ans_err *err)
{
    struct filling f = {
        .plan = plan,
        .marks = calloc((size_t)plan->members + 1, sizeof(struct mark)),
        .kept = ans_arena_new(1 << 20),
        .arena = ans_arena_new(1 << 20)};
    bool more = f.marks != NULL;
    bool ok = f.marks || ans_err_set(err, ANS_ERR_BUSY, "not enough memory");
    while (ok && more)
        ok = ans_register_reindex(store, &more, err);
    ok = ok && in_batches(store, &f, save_members, err);
    if (ok)
        qsort(f.marks, (size_t)plan->members, sizeof(*f.marks), by_name);
    ok = ok && in_batches(store, &f, enter_members, err);
    ans_arena_free(f.arena);
    ans_arena_free(f.kept);
    free(f.marks);
    return ok;
}

static void split(const char *text, struct ids *out)
{
    struct ans_str rest = ans_str_from(text);
    while (rest.len && out->count < MOST)
        out->items[out->count++] = ans_str_cut(&rest, ',');
}

int main(int argc, char **argv)
{
    struct plan plan = {0};
    struct ans_err err = {0};
    if ((argc != 3 && argc != 6) ||
        !ans_str_int(ans_str_from(argv[2]), &plan.members) ||
        plan.members < 0 || plan.members > 100000000) {
        fputs("bench_fill DB N [AREAS MUNICIPALITIES KINDS]\n", stderr);
        return 2;
    }
    split(argc == 6 ? argv[3] : "a1,a2,a3,a4,a5,a6", &plan.areas);
    split(argc == 6 ? argv[4] : "0001,0002,0003,0004,0005,0006,0007,0008",
          &plan.municipalities);
    split(argc == 6 ? argv[5] : "municipality,company,association,school",
          &plan.kinds);
    struct ans_store_options options = ans_schema_county(argv[1]);
    int64_t began = ans_clock_steady();
    struct ans_store *store = ans_store_open(&options, &err);
    bool ok = store && fill(store, &plan, &err);
    if (store)
        ans_store_close(store);
    if (!ok) {
        fprintf(stderr, "bench_fill: %s\n", err.text);
        return 1;
    }
    printf("%lld members in %lld ms\n", (long long)plan.members,
           (long long)(ans_clock_steady() - began));
    return 0;
}
