#include "edition/counties.h"

#include <stdatomic.h>
#include <sys/resource.h>

#include "edition/watch.h"

/* What the watcher told; the texts of the last time. */
struct told {
    atomic_int reloads, failures, fallbacks, asked;
    atomic_bool held; /* by a test: the watcher waits in its call */
};

static struct told told;
static struct ans_watch *watch;
static enum ans_watching way; /* of the tests that run in each */

static void on_reload(void *context, const struct ans_edition *before,
                      const struct ans_edition *now, const struct ans_err *err,
                      bool asked)
{
    struct told *t = context;
    if (!before || !now || (err && before != now))
        abort();
    while (atomic_load(&t->held))
        usleep(1000);
    atomic_fetch_add(err ? &t->failures : &t->reloads, 1);
    atomic_fetch_add(&t->asked, asked);
}

static void on_fallback(void *context, const struct ans_err *why)
{
    struct told *t = context;
    if (!why->text[0])
        abort();
    atomic_fetch_add(&t->fallbacks, 1);
}

static int set_up_watch(void **state)
{
    set_up_service(state);
    struct service *s = *state;
    memset(&told, 0, sizeof(told));
    watch = NULL;
    way = ANS_WATCH_EVENTS;
    add_county(s->f, "a");
    add_county(s->f, "b");
    return 0;
}

static int set_up_poll(void **state)
{
    set_up_watch(state);
    way = ANS_WATCH_POLL;
    return 0;
}

static int tear_down_watch(void **state)
{
    atomic_store(&told.held, false);
    ans_watch_stop(watch);
    return tear_down_service(state);
}

/* Wait until `holds`, at most five seconds; then it must. */
#define AWAIT(holds)                                                           \
    do {                                                                       \
        for (int tries = 0; !(holds) && tries < 1000; tries++)                 \
            usleep(5000);                                                      \
        if (!(holds))                                                          \
            fail_msg("waited in vain: %s", #holds);                            \
    } while (0)

static void start(struct service *s)
{
    open_sound(s, NULL);
    struct ans_watch_options options = {.editions = s->editions,
                                        .counties = s->f->counties,
                                        .how = way,
                                        .reloaded = on_reload,
                                        .fell_back = on_fallback,
                                        .context = &told};
    watch = ans_watch_start(&options, &s->f->err);
    assert_non_null(watch);
    AWAIT(way == ANS_WATCH_NEVER || atomic_load(&told.reloads) == 1);
}

/* Is the county's name so, and does it have that many faults? NULL: there is
 * no such county. */
static bool is(struct service *s, const char *slug, const char *name,
               bool faulty)
{
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    const struct ans_site *at = site(e, slug);
    bool right =
        name ? at && at->county && (at->faults.count > 0) == faulty &&
                   ans_str_is(ans_text_in(&at->county->name, ANS_STR("sv")).str,
                              name)
             : !at;
    ans_edition_release(e);
    return right;
}

static void rename_county(struct service *s, const char *slug, const char *from,
                          const char *to)
{
    edit(county_file(s->f, slug, "county.lua"), from, to);
}

#define OLD "Mittläns län"

static void a_saved_change_is_taken_in(void **state)
{
    struct service *s = *state;
    start(s);
    rename_county(s, "a", OLD, "Nya");
    AWAIT(is(s, "a", "Nya", false));
    assert_true(is(s, "b", OLD, false));
}

static void a_change_in_a_folder_inside_is_seen(void **state)
{
    struct service *s = *state;
    start(s);
    write_text(county_file(s->f, "a", "texts/ny.md"), "Ny text.");
    AWAIT(atomic_load(&told.reloads) == 2);
    make_folder(path_of(path_of(s->f->counties, "a"), "more"));
    AWAIT(atomic_load(&told.reloads) == 3);
    write_text(county_file(s->f, "a", "more/x.md"), "Mer.");
    AWAIT(atomic_load(&told.reloads) == 4);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_non_null(
        ans_folder_find(site(e, "a")->folder, ANS_STR("more/x.md")));
    ans_edition_release(e);
}

static void a_file_that_is_put_in_the_place_of_another_is_seen(void **state)
{
    struct service *s = *state;
    start(s);
    const char *path = county_file(s->f, "a", "county.lua");
    char to[256], part[300];
    snprintf(to, sizeof(to), "%s", path);
    snprintf(part, sizeof(part), "%s.tmp", to);
    copy_file(to, part);
    edit(part, OLD, "Nya");
    assert_int_equal(rename(part, to), 0);
    AWAIT(is(s, "a", "Nya", false));
}

static void a_fault_leaves_the_old_county_until_it_is_mended(void **state)
{
    struct service *s = *state;
    start(s);
    rename_county(s, "a", "county \"a\" {", "county \"a\" ");
    AWAIT(is(s, "a", OLD, true));
    rename_county(s, "a", "county \"a\" ", "county \"a\" {");
    AWAIT(is(s, "a", OLD, false));
}

static void counties_come_go_and_are_renamed(void **state)
{
    struct service *s = *state;
    start(s);
    add_county(s->f, "c");
    AWAIT(is(s, "c", OLD, false));
    assert_int_equal(
        rename(path_of(s->f->counties, "c"), path_of(s->f->root, "c")), 0);
    AWAIT(is(s, "c", NULL, false));
    assert_int_equal(
        rename(path_of(s->f->root, "c"), path_of(s->f->counties, "c")), 0);
    AWAIT(is(s, "c", OLD, false));
    edit(county_file(s->f, "c", "county.lua"), "county \"c\"", "county \"d\"");
    assert_int_equal(
        rename(path_of(s->f->counties, "c"), path_of(s->f->counties, "d")), 0);
    AWAIT(is(s, "d", OLD, false) && is(s, "c", NULL, false));
    rename_county(s, "d", OLD, "Nya");
    AWAIT(is(s, "d", "Nya", false));
}

static void the_folder_of_counties_may_go_and_another_come(void **state)
{
    struct service *s = *state;
    char away[200];
    snprintf(away, sizeof(away), "%s/away", s->f->root);
    start(s);
    assert_int_equal(rename(s->f->counties, away), 0);
    AWAIT(atomic_load(&told.failures) >= 1);
    assert_true(is(s, "a", OLD, false));
    assert_int_equal(rename(away, s->f->counties), 0);
    int before = atomic_load(&told.reloads);
    AWAIT(atomic_load(&told.reloads) > before);
    rename_county(s, "a", OLD, "Nya");
    AWAIT(is(s, "a", "Nya", false));
    assert_int_equal(atomic_load(&told.failures), 1);
}

static void a_link_is_refused_and_its_county_goes_on(void **state)
{
    struct service *s = *state;
    start(s);
    const char *link = county_file(s->f, "a", "texts/x.md");
    assert_int_equal(symlink("/etc/passwd", link), 0);
    AWAIT(is(s, "a", OLD, true));
    assert_int_equal(symlink(path_of(s->f->counties, "b"),
                             path_of(s->f->counties, "linked")),
                     0);
    AWAIT(!is(s, "linked", NULL, false));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_null(site(e, "linked")->county);
    ans_edition_release(e);
}

static void what_editors_leave_is_passed_over(void **state)
{
    struct service *s = *state;
    start(s);
    write_text(county_file(s->f, "a", ".county.lua.swp"), "x");
    write_text(county_file(s->f, "a", "county.lua~"), "x");
    make_folder(path_of(s->f->counties, "_new"));
    make_folder(path_of(s->f->counties, ".git"));
    rename_county(s, "b", OLD, "Nya");
    AWAIT(is(s, "b", "Nya", false));
    assert_int_equal(atomic_load(&told.reloads), 2);
}

static void two_hundred_saves_are_few_reloads(void **state)
{
    struct service *s = *state;
    start(s);
    char last[32] = OLD, name[32];
    for (int i = 0; i < 200; i++) {
        snprintf(name, sizeof(name), "Län %d", i);
        rename_county(s, i % 2 ? "a" : "b", i < 2 ? OLD : last, name);
        snprintf(last, sizeof(last), "Län %d", i - 1);
    }
    AWAIT(is(s, "a", "Län 199", false) && is(s, "b", "Län 198", false));
    assert_in_range(atomic_load(&told.reloads), 2, 20);
}

static void a_file_that_is_half_written_is_not_read(void **state)
{
    struct service *s = *state;
    start(s);
    const char *path = county_file(s->f, "a", "county.lua");
    char *text = read_text(path);
    int fd = open(path, O_WRONLY | O_TRUNC);
    size_t half = strlen(text) / 2, len = strlen(text);
    assert_int_equal(write(fd, text, half), half);
    rename_county(s, "b", OLD, "Nya");
    AWAIT(is(s, "b", "Nya", false)); /* that one does not wait for it */
    assert_true(is(s, "a", OLD, false));
    assert_int_equal(write(fd, text + half, len - half), len - half);
    close(fd);
    free(text);
    AWAIT(atomic_load(&told.reloads) == 3);
    assert_true(is(s, "a", OLD, false));
}

static void somebody_may_ask_and_is_told(void **state)
{
    struct service *s = *state;
    way = ANS_WATCH_NEVER;
    start(s);
    assert_int_equal(ans_watch_how(watch), ANS_WATCH_NEVER);
    rename_county(s, "a", OLD, "Nya");
    ans_watch_ask(watch);
    AWAIT(is(s, "a", "Nya", false));
    AWAIT(atomic_load(&told.asked) == 1);
    assert_int_equal(atomic_load(&told.reloads), 1);
}

/* While the watcher is held up in its call, more happens than the kernel keeps
 * (/proc/sys/fs/inotify/max_queued_events). */
static void what_the_kernel_did_not_keep_is_found(void **state)
{
    struct service *s = *state;
    long most = 0;
    FILE *limit = fopen("/proc/sys/fs/inotify/max_queued_events", "r");
    if (!limit || fscanf(limit, "%ld", &most) != 1 || most > 100000)
        skip();
    fclose(limit);
    start(s);
    char first[256], second[256];
    snprintf(first, sizeof(first), "%s", county_file(s->f, "a", "join.lua"));
    snprintf(second, sizeof(second), "%s",
             county_file(s->f, "a", "strategy.lua"));
    atomic_store(&told.held, true);
    rename_county(s, "a", OLD, "Nya");
    AWAIT(is(s, "a", "Nya", false)); /* and now it stands in its call */
    for (long i = 0; i <= most; i++)
        assert_int_equal(chmod(i % 2 ? first : second, 0600), 0);
    rename_county(s, "b", OLD, "Nya"); /* told to nobody */
    atomic_store(&told.held, false);
    AWAIT(is(s, "b", "Nya", false));
    assert_int_equal(ans_watch_how(watch), ANS_WATCH_EVENTS);
}

static void without_inotify_the_folders_are_looked_at(void **state)
{
    struct service *s = *state;
    struct rlimit before, none;
    open_sound(s, NULL);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = before;
    int next = dup(0); /* with room for the one that wakes the thread */
    close(next);
    none.rlim_cur = (rlim_t)next + 1;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    struct ans_watch_options options = {.editions = s->editions,
                                        .counties = s->f->counties,
                                        .reloaded = on_reload,
                                        .fell_back = on_fallback,
                                        .context = &told};
    watch = ans_watch_start(&options, &s->f->err);
    setrlimit(RLIMIT_NOFILE, &before);
    assert_non_null(watch);
    assert_int_equal(atomic_load(&told.fallbacks), 1);
    assert_int_equal(ans_watch_how(watch), ANS_WATCH_POLL);
    rename_county(s, "a", OLD, "Nya");
    AWAIT(is(s, "a", "Nya", false));
}

int main(void)
{
#define W(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_watch, tear_down_watch)
#define P(name)                                                                \
    {                                                                          \
        "looking: " #name, name, set_up_poll, tear_down_watch, NULL            \
    }
    const struct CMUnitTest tests[] = {
        W(a_saved_change_is_taken_in),
        W(a_change_in_a_folder_inside_is_seen),
        W(a_file_that_is_put_in_the_place_of_another_is_seen),
        W(a_fault_leaves_the_old_county_until_it_is_mended),
        W(counties_come_go_and_are_renamed),
        W(the_folder_of_counties_may_go_and_another_come),
        W(a_link_is_refused_and_its_county_goes_on),
        W(what_editors_leave_is_passed_over),
        W(two_hundred_saves_are_few_reloads),
        W(a_file_that_is_half_written_is_not_read),
        W(somebody_may_ask_and_is_told),
        W(what_the_kernel_did_not_keep_is_found),
        W(without_inotify_the_folders_are_looked_at),
        P(a_saved_change_is_taken_in),
        P(a_change_in_a_folder_inside_is_seen),
        P(a_file_that_is_put_in_the_place_of_another_is_seen),
        P(a_fault_leaves_the_old_county_until_it_is_mended),
        P(counties_come_go_and_are_renamed),
        P(the_folder_of_counties_may_go_and_another_come),
        P(a_link_is_refused_and_its_county_goes_on),
        P(what_editors_leave_is_passed_over),
        P(two_hundred_saves_are_few_reloads),
    };
    return cmocka_run_group_tests_name("edition: watching", tests, NULL, NULL);
}
