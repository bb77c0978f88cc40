/* fixture: a county's empty database in a folder of its own, and members to
 * put into it. For the tests of member and join.
 */
#pragma once

#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <unistd.h>

#include "member/member.h"
#include "member/schema.h"
#include "store/store.h"

#define TODAY 20500 /* a day in 2026 */
#define NOW   (INT64_C(20500) * 24 * 60 * 60 * 1000 + 12 * 60 * 60 * 1000)

struct fixture {
    char folder[128];
    char path[160];
    struct ans_store *store;
    struct ans_arena *arena;
    struct ans_err err;
};

/* Fail with what the error says, unless `condition` holds. */
#define assert_ok(f, condition)                                                \
    do {                                                                       \
        if (!(condition))                                                      \
            fail_msg("%s: %s", #condition, (f)->err.text);                     \
    } while (0)

/* The condition is false, with an error of this kind, which is then
 * forgotten. */
#define assert_err(f, condition, wanted)                                       \
    do {                                                                       \
        assert_false(condition);                                               \
        assert_int_equal((f)->err.kind, (wanted));                             \
        assert_true((f)->err.text[0]);                                         \
        (f)->err = (struct ans_err){0};                                        \
    } while (0)

static inline void open_store(struct fixture *f)
{
    struct ans_store_options o = ans_schema_county(f->path);
    f->store = ans_store_open(&o, &f->err);
    assert_ok(f, f->store);
}

static inline int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    temp_folder(f->folder, sizeof(f->folder));
    snprintf(f->path, sizeof(f->path), "%s/county.db", f->folder);
    f->arena = ans_arena_new(0);
    assert_ok(f, ans_secret_init(&f->err));
    open_store(f);
    *state = f;
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    ans_store_close(f->store);
    static const char *const ends[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < ANS_COUNT(ends); i++) {
        char path[176];
        snprintf(path, sizeof(path), "%s%s", f->path, ends[i]);
        unlink(path);
    }
    rmdir(f->folder);
    ans_arena_free(f->arena);
    free(f);
    return 0;
}

/* The first column of the first row of a query, as text. */
static inline struct ans_str cell(struct fixture *f, const char *sql)
{
    struct ans_str out = {0};
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    struct ans_stmt *st = ans_stmt_get(db, sql, &f->err);
    assert_ok(f, st);
    if (ans_stmt_step(st, &f->err))
        out = ans_arena_str(f->arena, ans_stmt_str(st, 0));
    ans_stmt_release(st);
    ans_store_release(f->store, db);
    assert_ok(f, !f->err.kind);
    return out;
}

static inline bool run_job(struct ans_db *db, void *context,
                           struct ans_err *err)
{
    return ans_stmt_run(ans_stmt_get(db, context, err), err);
}

/* Run one statement in a job. */
static inline bool run(struct fixture *f, const char *sql)
{
    return ans_store_write(f->store, run_job, (void *)(uintptr_t)sql, &f->err);
}

/* What a test says of a member; "" and NULL are nothing. */
struct who {
    const char *name;
    const char *kind;
    const char *municipality;
    const char *areas[6];
    const char *org_number;
    const char *email;
    const char *words;
    const char *within; /* address of the member that it is a part of */
    const char *bodies[4];
};

static inline struct ans_member member_of(struct ans_arena *arena,
                                          const struct who *who)
{
    struct ans_member m = {
        .name = ans_str_from(who->name),
        .kind = ans_str_from(who->kind),
        .municipality = ans_str_from(who->municipality),
        .org_number = ans_str_from(who->org_number),
        .email = ans_str_from(who->email),
        .words = ans_str_from(who->words),
        .lang = ANS_STR("sv"),
        .strategy = ANS_STR("2025"),
        .script_version = ANS_STR("abc"),
        .submitted_at = NOW,
        .answers = ans_map_new(arena),
    };
    m.areas.items = ANS_NEW_ARRAY(arena, struct ans_str, 6);
    while (m.areas.count < 6 && who->areas[m.areas.count]) {
        m.areas.items[m.areas.count] = ans_str_from(who->areas[m.areas.count]);
        m.areas.count++;
    }
    m.parent_slug = ans_str_from(who->within);
    m.bodies.items = ANS_NEW_ARRAY(arena, struct ans_str, 4);
    while (m.bodies.count < 4 && who->bodies[m.bodies.count]) {
        m.bodies.items[m.bodies.count] =
            ans_str_from(who->bodies[m.bodies.count]);
        m.bodies.count++;
    }
    ans_map_put_str(m.answers, "name", m.name);
    return m;
}

/* Jobs on one member. */

struct member_job {
    struct ans_member *m;
    struct ans_arena *arena;
    bool review;
    int64_t first_number;
    enum ans_member_state state;
};

static inline bool add_job(struct ans_db *db, void *context,
                           struct ans_err *err)
{
    struct member_job *j = context;
    return ans_member_add(db, j->m, err);
}

static inline bool confirm_job(struct ans_db *db, void *context,
                               struct ans_err *err)
{
    struct member_job *j = context;
    const struct ans_member_start start = {
        .review = j->review, .day = TODAY, .first_number = j->first_number};
    return ans_member_confirm(db, j->m, &start, j->arena, err);
}

static inline bool publish_job(struct ans_db *db, void *context,
                               struct ans_err *err)
{
    struct member_job *j = context;
    return ans_member_publish(db, j->m, err);
}

static inline bool withdraw_job(struct ans_db *db, void *context,
                                struct ans_err *err)
{
    struct member_job *j = context;
    return ans_member_withdraw(db, j->m, j->state, err);
}

static inline struct ans_member add(struct fixture *f, struct who who)
{
    struct ans_member m = member_of(f->arena, &who);
    ans_member_prepare(f->arena, &m);
    struct member_job j = {.m = &m};
    assert_ok(f, ans_store_write(f->store, add_job, &j, &f->err));
    return m;
}

static inline bool confirm(struct fixture *f, struct ans_member *m, bool review)
{
    struct member_job j = {.m = m, .arena = f->arena, .review = review};
    return ans_store_write(f->store, confirm_job, &j, &f->err);
}

static inline bool publish(struct fixture *f, struct ans_member *m)
{
    struct member_job j = {.m = m};
    return ans_store_write(f->store, publish_job, &j, &f->err);
}

static inline bool withdraw(struct fixture *f, struct ans_member *m,
                            enum ans_member_state state)
{
    struct member_job j = {.m = m, .state = state};
    return ans_store_write(f->store, withdraw_job, &j, &f->err);
}

/* Added, confirmed and public. */
static inline struct ans_member join(struct fixture *f, struct who who)
{
    struct ans_member m = add(f, who);
    assert_ok(f, confirm(f, &m, false));
    return m;
}

/* "Byn <from>" ... "Byn <to - 1>", in one job. */
struct many_job {
    struct ans_arena *arena;
    int from, to;
    bool confirm;
};

static inline bool many_job(struct ans_db *db, void *context,
                            struct ans_err *err)
{
    struct many_job *j = context;
    const struct ans_member_start start = {.day = TODAY};
    for (int i = j->from; i < j->to; i++) {
        struct who who = {.name = ans_arena_printf(j->arena, "Byn %d", i).ptr};
        struct ans_member m = member_of(j->arena, &who);
        ans_member_prepare(j->arena, &m);
        if (!ans_member_add(db, &m, err) ||
            (j->confirm && !ans_member_confirm(db, &m, &start, j->arena, err)))
            return false;
    }
    return true;
}

static inline void join_many(struct fixture *f, int from, int to)
{
    struct many_job j = {f->arena, from, to, true};
    assert_ok(f, ans_store_write(f->store, many_job, &j, &f->err));
}

static inline void add_many(struct fixture *f, int from, int to)
{
    struct many_job j = {f->arena, from, to, false};
    assert_ok(f, ans_store_write(f->store, many_job, &j, &f->err));
}

/* Reading. */

static inline struct ans_register_page list(struct fixture *f,
                                            struct ans_register_query q)
{
    struct ans_register_page page;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    bool ok = ans_register_list(db, &q, f->arena, &page, &f->err);
    ans_store_release(f->store, db);
    assert_ok(f, ok);
    return page;
}

static inline int64_t total(struct fixture *f)
{
    int64_t n = -1;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    bool ok = ans_register_total(db, &n, &f->err);
    ans_store_release(f->store, db);
    assert_ok(f, ok);
    return n;
}

/* The names of a page, parted by "|". */
static inline struct ans_str names(struct fixture *f,
                                   const struct ans_register_page *page)
{
    struct ans_str out = {0};
    for (size_t i = 0; i < page->count; i++)
        out =
            ans_arena_printf(f->arena, "%.*s%s%.*s", ANS_STR_ARG(out),
                             i ? "|" : "", ANS_STR_ARG(page->members[i].name));
    return out;
}
