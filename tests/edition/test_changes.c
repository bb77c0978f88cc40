#include "check.h"

#include <stdio.h>
#include <string.h>

#include "edition/changes.h"

struct fixture {
    struct ans_changes changes;
    struct ans_arena *arena;
    const char *missing; /* the folder that is not there */
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    ans_changes_init(&f->changes);
    f->arena = ans_arena_new(0);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    ans_changes_free(&f->changes);
    ans_arena_free(f->arena);
    free(f);
    return 0;
}

static bool is_gone(void *context, struct ans_str slug)
{
    const struct fixture *f = context;
    return f->missing && ans_str_is(slug, f->missing);
}

static void add(struct fixture *f, const char *slug, int64_t now)
{
    ans_changes_add(&f->changes, ans_str_from(slug), now);
}

/* "a b", in the order of their first change; "*" for anywhere. */
static void rests(struct fixture *f, int64_t now, const char *expected)
{
    char text[64] = "";
    struct ans_rested r =
        ans_changes_take(&f->changes, now, is_gone, f, f->arena);
    for (size_t i = 0; i < r.count; i++)
        snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%s",
                 i ? " " : "", r.slugs[i].len ? r.slugs[i].ptr : "*");
    assert_string_equal(text, expected);
    assert_int_equal(r.all, strchr(text, '*') != NULL);
}

static void nothing_is_due_when_nothing_changed(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(ans_changes_due(&f->changes), 0);
    rests(f, 1000, "");
}

static void a_change_is_due_when_it_has_been_quiet(void **state)
{
    struct fixture *f = *state;
    add(f, "a", 1000);
    assert_int_equal(ans_changes_due(&f->changes), 1000 + ANS_QUIET_MS);
    rests(f, 1000 + ANS_QUIET_MS - 1, "");
    rests(f, 1000 + ANS_QUIET_MS, "a");
    rests(f, 1000 + ANS_QUIET_MS, "");
    assert_int_equal(ans_changes_due(&f->changes), 0);
}

static void a_burst_is_one_change(void **state)
{
    struct fixture *f = *state;
    for (int64_t now = 1000; now < 1400; now += 2) {
        add(f, "a", now);
        rests(f, now, "");
    }
    rests(f, 1398 + ANS_QUIET_MS, "a");
}

static void saves_without_end_are_looked_at_all_the_same(void **state)
{
    struct fixture *f = *state;
    int64_t now = 1000;
    for (; now < 1000 + ANS_RESTLESS_MS; now += 100) {
        add(f, "a", now);
        rests(f, now, "");
    }
    add(f, "a", now);
    rests(f, now, "a");
}

static void counties_wait_each_for_themselves(void **state)
{
    struct fixture *f = *state;
    add(f, "a", 1000);
    add(f, "b", 1100);
    rests(f, 1000 + ANS_QUIET_MS, "a");
    rests(f, 1100 + ANS_QUIET_MS, "b");
    add(f, "", 2000);
    add(f, "c", 2000);
    rests(f, 2000 + ANS_QUIET_MS, "* c");
}

static void a_file_that_is_written_keeps_its_county_waiting(void **state)
{
    struct fixture *f = *state;
    struct ans_str a = ANS_STR("a"), file = ANS_STR("join.lua");
    ans_changes_open(&f->changes, a, 7, file, 1000);
    add(f, "b", 1000);
    rests(f, 1500, "b");
    ans_changes_close(&f->changes, 8, file); /* another folder's */
    rests(f, 3500, "");
    add(f, "a", 3600);
    ans_changes_close(&f->changes, 7, file);
    rests(f, 3600 + ANS_QUIET_MS - 1, "");
    rests(f, 3600 + ANS_QUIET_MS, "a");
}

static void a_file_that_is_never_closed_is_read_after_a_while(void **state)
{
    struct fixture *f = *state;
    ans_changes_open(&f->changes, ANS_STR("a"), 7, ANS_STR("x"), 1000);
    rests(f, 1000 + ANS_WRITING_MS - 1, "");
    rests(f, 1000 + ANS_WRITING_MS, "a");
    add(f, "a", 9000);
    rests(f, 9000 + ANS_QUIET_MS, "a");
}

static void a_folder_that_went_away_may_come_back(void **state)
{
    struct fixture *f = *state;
    f->missing = "a";
    add(f, "a", 1000);
    rests(f, 1000 + ANS_QUIET_MS, "");
    f->missing = NULL;
    add(f, "a", 1400);
    rests(f, 1400 + ANS_QUIET_MS, "a");
    f->missing = "a";
    add(f, "a", 3000);
    rests(f, 3000 + ANS_GONE_MS - 1, "");
    rests(f, 3000 + ANS_GONE_MS, "a");
}

static void many_open_files_are_no_trouble(void **state)
{
    struct fixture *f = *state;
    char name[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof(name), "%d", i);
        ans_changes_open(&f->changes, ANS_STR("a"), 1, ans_str_from(name), 1);
    }
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof(name), "%d", i);
        ans_changes_close(&f->changes, 1, ans_str_from(name));
    }
    assert_int_equal(ans_changes_due(&f->changes), 1 + ANS_QUIET_MS);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(nothing_is_due_when_nothing_changed),
        T(a_change_is_due_when_it_has_been_quiet),
        T(a_burst_is_one_change),
        T(saves_without_end_are_looked_at_all_the_same),
        T(counties_wait_each_for_themselves),
        T(a_file_that_is_written_keeps_its_county_waiting),
        T(a_file_that_is_never_closed_is_read_after_a_while),
        T(a_folder_that_went_away_may_come_back),
        T(many_open_files_are_no_trouble),
    };
    return cmocka_run_group_tests_name("edition: changes", tests, NULL, NULL);
}
