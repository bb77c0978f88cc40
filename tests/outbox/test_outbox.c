#include "outbox/outbox.h"

#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <unistd.h>

#include "store/store.h"

#define MINUTE INT64_C(60000)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)
#define NOW    INT64_C(1780000000000)

static const struct ans_migration schema[] = {{1, ANS_OUTBOX_SCHEMA}};

struct fixture {
    char folder[128];
    struct ans_store *store;
    struct ans_arena *arena;
    struct ans_err err;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    temp_folder(f->folder, sizeof(f->folder));
    char path[160];
    snprintf(path, sizeof(path), "%s/a.db", f->folder);
    struct ans_store_options o = {.path = path,
                                  .migrations = schema,
                                  .migration_count = ANS_COUNT(schema),
                                  .application = 7};
    f->store = ans_store_open(&o, &f->err);
    assert_non_null(f->store);
    f->arena = ans_arena_new(0);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    ans_store_close(f->store);
    static const char *const files[] = {"a.db", "a.db-wal", "a.db-shm"};
    for (size_t i = 0; i < ANS_COUNT(files); i++) {
        char path[160];
        snprintf(path, sizeof(path), "%s/%s", f->folder, files[i]);
        unlink(path);
    }
    rmdir(f->folder);
    ans_arena_free(f->arena);
    free(f);
    return 0;
}

/* Jobs. */

static bool add_job(struct ans_db *db, void *context, struct ans_err *err)
{
    return ans_outbox_add(db, context, err);
}

static void add(struct fixture *f, const char *token, const char *to,
                int64_t at)
{
    struct ans_outbox_mail mail = {
        .token = ans_str_from(token),
        .purpose = ANS_STR("confirm"),
        .recipient = ans_str_from(to),
        .lang = ANS_STR("sv"),
        .subject = ANS_STR("Bekräfta"),
        .plain = ANS_STR("Öppna länken"),
        .html = ANS_STR("<p>Öppna länken</p>"),
        .created_at = at,
    };
    if (!ans_store_write(f->store, add_job, &mail, &f->err))
        fail_msg("%s", f->err.text);
}

struct report {
    int64_t id;
    bool sent;
    bool for_good;
    struct ans_str problem;
    int64_t now;
};

static bool report_job(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct report *r = context;
    if (r->sent)
        return ans_outbox_sent(db, r->id, err);
    return ans_outbox_not_sent(db, r->id, r->for_good, r->problem, r->now, err);
}

static void report(struct fixture *f, struct report r)
{
    if (!ans_store_write(f->store, report_job, &r, &f->err))
        fail_msg("%s", f->err.text);
}

static struct ans_outbox_mail next(struct fixture *f, int64_t now, int64_t *due)
{
    struct ans_outbox_mail mail = {0};
    size_t count = 0;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    assert_true(
        ans_outbox_due(db, now, 1, f->arena, &mail, &count, due, &f->err));
    assert_int_equal(count, mail.id != 0);
    ans_store_release(f->store, db);
    return mail;
}

static struct ans_str cell(struct fixture *f, const char *sql)
{
    struct ans_str out = {0};
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    struct ans_stmt *st = ans_stmt_get(db, sql, &f->err);
    assert_non_null(st);
    if (ans_stmt_step(st, &f->err))
        out = ans_arena_str(f->arena, ans_stmt_str(st, 0));
    ans_stmt_release(st);
    ans_store_release(f->store, db);
    return out;
}

static int64_t recent(struct fixture *f, const char *to, int64_t since)
{
    int64_t count = -1;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    assert_true(
        ans_outbox_recent(db, ans_str_from(to), since, &count, &f->err));
    ans_store_release(f->store, db);
    return count;
}

/* Tests. */

static void an_empty_outbox_has_nothing_to_do(void **state)
{
    int64_t due = 99;
    assert_int_equal(next(*state, NOW, &due).id, 0);
    assert_int_equal(due, 0);
}

static void a_mail_comes_out_as_it_went_in(void **state)
{
    struct fixture *f = *state;
    add(f, "t1", "kansli@exempel.se", NOW);
    int64_t due;
    struct ans_outbox_mail m = next(f, NOW, &due);
    assert_int_not_equal(m.id, 0);
    assert_str(m.token, "t1");
    assert_str(m.purpose, "confirm");
    assert_str(m.recipient, "kansli@exempel.se");
    assert_str(m.lang, "sv");
    assert_str(m.subject, "Bekräfta");
    assert_str(m.plain, "Öppna länken");
    assert_str(m.html, "<p>Öppna länken</p>");
    assert_int_equal(m.created_at, NOW);
    assert_int_equal(m.tries, 0);
    assert_int_equal(due, 0);
}

static void the_mail_most_due_comes_first_and_the_next_is_announced(
    void **state)
{
    struct fixture *f = *state;
    add(f, "later", "a@exempel.se", NOW + HOUR);
    add(f, "now", "b@exempel.se", NOW);
    int64_t due;
    assert_str(next(f, NOW, &due).token, "now");
    assert_int_equal(due, NOW + HOUR);
    assert_int_equal(next(f, NOW - 1, &due).id, 0);
    assert_int_equal(due, NOW);
}

static void a_sent_mail_leaves_only_the_fact(void **state)
{
    struct fixture *f = *state;
    add(f, "t1", "a@exempel.se", NOW);
    int64_t due;
    int64_t id = next(f, NOW, &due).id;
    report(f, (struct report){.id = id, .sent = true});
    assert_int_equal(next(f, NOW + DAY, &due).id, 0);
    assert_int_equal(due, 0);
    assert_str(cell(f, "SELECT state || '|' || subject || plain || html || '|'"
                       " || purpose || '|' || tries FROM mail"),
               "sent||confirm|1");
}

static void reporting_twice_changes_nothing(void **state)
{
    struct fixture *f = *state;
    add(f, "t1", "a@exempel.se", NOW);
    int64_t due;
    int64_t id = next(f, NOW, &due).id;
    report(f, (struct report){.id = id, .sent = true});
    report(f, (struct report){.id = id, .now = NOW, .for_good = true});
    report(f, (struct report){.id = 4711, .sent = true});
    assert_str(cell(f, "SELECT state || tries FROM mail"), "sent1");
}

static void a_mail_that_is_not_sent_waits_longer_each_time(void **state)
{
    static const int64_t waits[] = {MINUTE,   5 * MINUTE, 30 * MINUTE, 2 * HOUR,
                                    8 * HOUR, DAY,        DAY,         DAY};
    struct fixture *f = *state;
    add(f, "t1", "a@exempel.se", NOW);
    int64_t now = NOW;
    int64_t due;
    for (size_t i = 0; i < ANS_COUNT(waits); i++) {
        struct ans_outbox_mail m = next(f, now, &due);
        assert_int_equal(m.tries, (int)i);
        report(f, (struct report){.id = m.id,
                                  .problem = ANS_STR("451 try later"),
                                  .now = now});
        assert_int_equal(next(f, now, &due).id, 0);
        assert_int_equal(due, now + waits[i]);
        now = due;
    }
    assert_str(cell(f, "SELECT problem FROM mail"), "451 try later");
}

static void after_five_days_a_mail_has_failed_and_is_erased(void **state)
{
    struct fixture *f = *state;
    add(f, "t1", "a@exempel.se", NOW);
    int64_t now = NOW;
    int64_t due;
    int tries = 0;
    for (struct ans_outbox_mail m = next(f, now, &due); m.id;
         m = next(f, now, &due)) {
        report(f, (struct report){
                      .id = m.id, .problem = ANS_STR("no route"), .now = now});
        if (!next(f, now, &due).id && due)
            now = due;
        tries++;
        assert_true(now <= NOW + 5 * DAY);
    }
    assert_int_equal(tries, 10);
    assert_str(cell(f, "SELECT state || '|' || plain || html || subject || '|'"
                       " || problem FROM mail"),
               "failed||no route");
}

static void a_mail_that_is_refused_for_good_has_failed_at_once(void **state)
{
    struct fixture *f = *state;
    add(f, "t1", "a@exempel.se", NOW);
    int64_t due;
    report(f, (struct report){.id = next(f, NOW, &due).id,
                              .for_good = true,
                              .problem = ANS_STR("550 unknown"),
                              .now = NOW});
    assert_int_equal(next(f, NOW + DAY, &due).id, 0);
    assert_int_equal(due, 0);
    assert_str(cell(f, "SELECT state || plain FROM mail"), "failed");
}

static void a_problem_that_is_no_text_or_too_long_is_no_problem(void **state)
{
    struct fixture *f = *state;
    char text[4000];
    memset(text, 'x', sizeof(text));
    add(f, "t1", "a@exempel.se", NOW);
    int64_t due;
    int64_t id = next(f, NOW, &due).id;
    report(f, (struct report){
                  .id = id, .problem = {text, sizeof(text)}, .now = NOW});
    assert_in_range(cell(f, "SELECT problem FROM mail").len, 1, 400);
    report(f, (struct report){
                  .id = id, .problem = ANS_STR("\xff\xfe"), .now = NOW});
    assert_str(cell(f, "SELECT problem FROM mail"), "");
}

static void mails_to_an_address_are_counted_whatever_its_case(void **state)
{
    struct fixture *f = *state;
    add(f, "t1", "Kansli@Exempel.se", NOW - 2 * DAY);
    add(f, "t2", "Kansli@Exempel.se", NOW - HOUR);
    add(f, "t3", "kansli@exempel.se", NOW);
    add(f, "t4", "annan@exempel.se", NOW);
    assert_int_equal(recent(f, "KANSLI@exempel.se", NOW - DAY), 2);
    assert_int_equal(recent(f, "kansli@exempel.se", NOW - 3 * DAY), 3);
    assert_int_equal(recent(f, "ingen@exempel.se", 0), 0);
}

static void sent_mails_are_counted_as_well(void **state)
{
    struct fixture *f = *state;
    add(f, "t1", "a@exempel.se", NOW);
    int64_t due;
    report(f, (struct report){.id = next(f, NOW, &due).id, .sent = true});
    assert_int_equal(recent(f, "a@exempel.se", NOW - DAY), 1);
}

static bool sweep_job(struct ans_db *db, void *context, struct ans_err *err)
{
    return ans_outbox_sweep(db, NOW - 30 * DAY, 2, context, err);
}

static void old_facts_are_forgotten_a_few_at_a_time(void **state)
{
    struct fixture *f = *state;
    int64_t due;
    for (int i = 0; i < 3; i++) {
        add(f, "old", "a@exempel.se", NOW - 31 * DAY);
        report(f, (struct report){.id = next(f, NOW, &due).id, .sent = true});
    }
    add(f, "waiting", "a@exempel.se", NOW - 31 * DAY);
    add(f, "new", "a@exempel.se", NOW);
    int64_t forgotten = 0;
    assert_true(ans_store_write(f->store, sweep_job, &forgotten, &f->err));
    assert_int_equal(forgotten, 2);
    assert_true(ans_store_write(f->store, sweep_job, &forgotten, &f->err));
    assert_int_equal(forgotten, 1);
    assert_true(ans_store_write(f->store, sweep_job, &forgotten, &f->err));
    assert_int_equal(forgotten, 0);
    assert_str(cell(f, "SELECT group_concat(token) FROM mail"), "waiting,new");
}

static void questions_about_mails_use_an_index(void **state)
{
    struct fixture *f = *state;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    struct ans_stmt *st = ans_stmt_get(
        db,
        "EXPLAIN QUERY PLAN SELECT 1 FROM mail WHERE lower(recipient) ="
        " lower('a') AND created_at >= 3",
        &f->err);
    assert_non_null(st);
    assert_true(ans_stmt_step(st, &f->err));
    assert_true(ans_str_find_str(ans_stmt_str(st, 3),
                                 ANS_STR("SEARCH mail USING")) >= 0);
    ans_stmt_release(st);
    ans_store_release(f->store, db);
}

static void as_many_come_at_once_as_are_asked_for(void **state)
{
    struct fixture *f = *state;
    struct ans_outbox_mail mails[3];
    size_t count = 0;
    int64_t due = 0;
    add(f, "c", "c@exempel.se", NOW - 1);
    add(f, "a", "a@exempel.se", NOW - 3);
    add(f, "later", "d@exempel.se", NOW + HOUR);
    add(f, "b", "b@exempel.se", NOW - 2);
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    assert_true(
        ans_outbox_due(db, NOW, 3, f->arena, mails, &count, &due, &f->err));
    assert_int_equal(count, 3);
    assert_str(mails[0].token, "a");
    assert_str(mails[1].token, "b");
    assert_str(mails[2].token, "c");
    assert_int_equal(due, NOW + HOUR);
    assert_true(
        ans_outbox_due(db, NOW, 2, f->arena, mails, &count, &due, &f->err));
    assert_int_equal(count, 2);
    assert_int_equal(due, NOW - 1);
    ans_store_release(f->store, db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(an_empty_outbox_has_nothing_to_do),
        T(a_mail_comes_out_as_it_went_in),
        T(the_mail_most_due_comes_first_and_the_next_is_announced),
        T(as_many_come_at_once_as_are_asked_for),
        T(a_sent_mail_leaves_only_the_fact),
        T(reporting_twice_changes_nothing),
        T(a_mail_that_is_not_sent_waits_longer_each_time),
        T(after_five_days_a_mail_has_failed_and_is_erased),
        T(a_mail_that_is_refused_for_good_has_failed_at_once),
        T(a_problem_that_is_no_text_or_too_long_is_no_problem),
        T(mails_to_an_address_are_counted_whatever_its_case),
        T(sent_mails_are_counted_as_well),
        T(old_facts_are_forgotten_a_few_at_a_time),
        T(questions_about_mails_use_an_index),
#undef T
    };
    return cmocka_run_group_tests_name("outbox_outbox", tests, NULL, NULL);
}
