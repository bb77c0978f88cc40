#include "edition/counties.h"

#include <pthread.h>
#include <stdatomic.h>

#include "base/clock.h"

static void name_is(const struct ans_county *c, const char *name)
{
    struct ans_said said = ans_text_in(&c->name, ANS_STR("sv"));
    if (!ans_str_is(said.str, name))
        fail_msg("%.*s", ANS_STR_ARG(said.str));
}

static void a_reload_takes_in_what_changed_and_keeps_the_rest(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    open_sound(s, s->f->data);
    const struct ans_edition *old = ans_edition_acquire(s->editions);
    uint64_t generation = *ans_editions_generation(s->editions);
    uint64_t pages = *ans_store_generation(site(old, "b")->store);
    edit(county_file(s->f, "b", "county.lua"), "Mittläns län", "Nya länet");
    add_county(s->f, "c");
    assert_true(reload(s));
    assert_int_equal(s->f->faults.count, 0);
    const struct ans_edition *new = ans_edition_acquire(s->editions);
    assert_ptr_not_equal(old, new);
    assert_int_equal(ans_edition_count(new), 3);
    assert_ptr_equal(site(old, "a")->county, site(new, "a")->county);
    assert_ptr_not_equal(site(old, "b")->county, site(new, "b")->county);
    assert_ptr_equal(site(old, "b")->store, site(new, "b")->store);
    name_is(site(old, "b")->county, "Mittläns län");
    name_is(site(new, "b")->county, "Nya länet");
    assert_true(*ans_editions_generation(s->editions) > generation);
    assert_true(*ans_store_generation(site(new, "b")->store) > pages);
    ans_edition_release(old);
    name_is(site(new, "b")->county, "Nya länet");
    ans_edition_release(new);
}

static void a_county_that_became_faulty_goes_on_as_it_was(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    const char *path = county_file(s->f, "a", "county.lua");
    char *sound = read_text(path);
    write_text(path, "county \"a\" {");
    for (int i = 0; i < 3; i++) {
        assert_true(reload(s));
        assert_true(
            has_fault(&s->f->faults, "missing-brace", "a/county.lua", -1));
        const struct ans_edition *e = ans_edition_acquire(s->editions);
        name_is(site(e, "a")->county, "Mittläns län");
        assert_non_null(
            ans_folder_find(site(e, "a")->folder, ANS_STR("files/symbol.svg")));
        assert_true(site(e, "a")->faults.count > 0);
        struct ans_err err = {0};
        assert_true(holds(site(e, "a"), 100, &err));
        ans_edition_release(e);
    }
    write_text(path, sound);
    free(sound);
    assert_true(reload(s));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_int_equal(site(e, "a")->faults.count, 0);
    ans_edition_release(e);
}

static int64_t since(struct service *s, const char *slug, bool *changed)
{
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    int64_t at = site(e, slug)->since;
    *changed = site(e, slug)->changed;
    ans_edition_release(e);
    return at;
}

static void a_state_is_dated_and_told_once(void **state)
{
    struct service *s = *state;
    bool changed;
    add_county(s->f, "a");
    ans_clock_set(1000);
    open_sound(s, NULL);
    assert_int_equal(since(s, "a", &changed), 1000);
    assert_true(changed);
    const struct {
        int64_t now;
        const char *text; /* NULL: as it is */
        int64_t since;
        bool changed;
    } steps[] = {
        {2000, NULL, 1000, false},      {3000, "county \"a\" {", 3000, true},
        {4000, NULL, 3000, false},      {5000, "county \"a\" {\n", 3000, false},
        {6000, "conty {}", 6000, true}, {7000, NULL, 6000, false},
    };
    const char *path = county_file(s->f, "a", "county.lua");
    char *sound = read_text(path);
    char kept[512];
    snprintf(kept, sizeof(kept), "%s", path);
    for (size_t i = 0; i < ANS_COUNT(steps); i++) {
        ans_clock_set(steps[i].now);
        if (steps[i].text)
            write_text(kept, steps[i].text);
        assert_true(reload(s));
        assert_int_equal(since(s, "a", &changed), steps[i].since);
        assert_int_equal(changed, steps[i].changed);
    }
    ans_clock_set(8000);
    write_text(kept, sound);
    free(sound);
    assert_true(reload(s));
    assert_int_equal(since(s, "a", &changed), 8000);
    ans_clock_set(0);
}

static void only_the_counties_that_are_named_are_read(void **state)
{
    struct service *s = *state;
    struct ans_str b = ANS_STR("b");
    add_county(s->f, "a");
    add_county(s->f, "b");
    add_county(s->f, "c");
    write_text(county_file(s->f, "c", "county.lua"), "conty \"c\" {}");
    assert_true(open_service(s, s->f->data));
    edit(county_file(s->f, "a", "county.lua"), "Mittläns län", "Nya a");
    edit(county_file(s->f, "b", "county.lua"), "Mittläns län", "Nya b");
    const struct ans_edition *old = ans_edition_acquire(s->editions);
    uint64_t pages = *ans_store_generation(site(old, "a")->store);
    forget_faults(s->f);
    assert_true(ans_editions_reload_some(s->editions, (struct ans_slugs){&b, 1},
                                         &s->f->faults, &s->f->err));
    assert_true(has_fault(&s->f->faults, "unknown-word", "c/county.lua", 1));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    name_is(site(e, "a")->county, "Mittläns län");
    name_is(site(e, "b")->county, "Nya b");
    assert_false(site(e, "a")->changed);
    assert_true(site(e, "b")->changed);
    assert_false(site(e, "c")->changed);
    assert_int_equal(*ans_store_generation(site(e, "a")->store), pages);
    assert_true(ans_edition_is_current(s->editions, e));
    assert_false(ans_edition_is_current(s->editions, old));
    ans_edition_release(old);
    ans_edition_release(e);
}

static void a_link_in_a_folder_leaves_the_old_county(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    assert_int_equal(
        symlink("/etc/passwd", county_file(s->f, "a", "files/x.pdf")), 0);
    assert_true(reload(s));
    assert_true(has_fault(&s->f->faults, "folder", "a", 0));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_non_null(site(e, "a")->county);
    ans_edition_release(e);
}

static void a_county_that_was_taken_away_is_gone_and_may_come_back(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    open_sound(s, s->f->data);
    const struct ans_edition *old = ans_edition_acquire(s->editions);
    struct ans_store *store = site(old, "b")->store;
    uint64_t pages = *ans_store_generation(store);
    assert_int_equal(
        rename(path_of(s->f->counties, "b"), path_of(s->f->counties, "_b")), 0);
    assert_true(reload(s));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_null(site(e, "b"));
    assert_true(*ans_store_generation(store) > pages);
    assert_null(ans_edition_by_host(e, ANS_STR("b.example")));
    assert_non_null(site(old, "b")->county);
    ans_edition_release(e);
    ans_edition_release(old);
    assert_int_equal(
        rename(path_of(s->f->counties, "_b"), path_of(s->f->counties, "b")), 0);
    assert_true(reload(s));
    e = ans_edition_acquire(s->editions);
    assert_ptr_equal(site(e, "b")->store, store);
    ans_edition_release(e);
}

static void a_reload_that_cannot_read_leaves_everything(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    const struct ans_edition *before = ans_edition_acquire(s->editions);
    assert_int_equal(rename(s->f->counties, path_of(s->f->root, "away")), 0);
    assert_false(reload(s));
    assert_int_equal(s->f->err.kind, ANS_ERR_NOT_FOUND);
    const struct ans_edition *after = ans_edition_acquire(s->editions);
    assert_ptr_equal(before, after);
    ans_edition_release(before);
    ans_edition_release(after);
}

/* Many readers of editions while they are swapped. */

struct reader {
    pthread_t thread;
    struct service *s;
    atomic_bool *stop;
    atomic_int *rounds;
    int faults;
};

static void *read_on(void *context)
{
    struct reader *r = context;
    while (!atomic_load(r->stop)) {
        const struct ans_edition *e = ans_edition_acquire(r->s->editions);
        const struct ans_site *at = site(e, "a");
        struct ans_str name = ans_text_in(&at->county->name, ANS_STR("sv")).str;
        char before = name.ptr[0];
        struct ans_err err = {0};
        bool small = holds(at, 100, &err);
        bool large = holds(at, 300, &err);
        if (!small || large || err.kind || name.ptr[0] != before ||
            !ans_folder_find(at->folder, ANS_STR("county.lua")))
            r->faults++;
        ans_edition_release(e);
        atomic_fetch_add(r->rounds, 1);
    }
    return NULL;
}

static void an_edition_that_is_held_outlives_the_swap(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    atomic_bool stop = false;
    atomic_int rounds = 0;
    struct reader readers[6] = {0};
    for (size_t i = 0; i < ANS_COUNT(readers); i++) {
        readers[i] = (struct reader){.s = s, .stop = &stop, .rounds = &rounds};
        pthread_create(&readers[i].thread, NULL, read_on, &readers[i]);
    }
    const struct ans_edition *first = ans_edition_acquire(s->editions);
    bool reloaded = true;
    for (int i = 0; i < 30; i++) {
        char name[32], last[32];
        snprintf(last, sizeof(last), i ? "Län %d" : "Mittläns län", i - 1);
        snprintf(name, sizeof(name), "Län %d", i);
        edit(county_file(s->f, "a", "county.lua"), last, name);
        int so_far = atomic_load(&rounds);
        reloaded = reloaded && reload(s) && !s->f->faults.count;
        while (atomic_load(&rounds) < so_far + 12)
            usleep(200);
    }
    atomic_store(&stop, true);
    for (size_t i = 0; i < ANS_COUNT(readers); i++) {
        pthread_join(readers[i].thread, NULL);
        assert_int_equal(readers[i].faults, 0);
    }
    assert_true(reloaded);
    name_is(site(first, "a")->county, "Mittläns län");
    ans_edition_release(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_reload_takes_in_what_changed_and_keeps_the_rest),
        T(a_county_that_became_faulty_goes_on_as_it_was),
        T(a_state_is_dated_and_told_once),
        T(only_the_counties_that_are_named_are_read),
        T(a_link_in_a_folder_leaves_the_old_county),
        T(a_county_that_was_taken_away_is_gone_and_may_come_back),
        T(a_reload_that_cannot_read_leaves_everything),
        T(an_edition_that_is_held_outlives_the_swap),
    };
    return cmocka_run_group_tests_name("edition: reloading", tests, NULL, NULL);
}
