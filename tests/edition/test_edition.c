#include "edition/counties.h"

static void counties_are_found_by_slug_and_host(void **state)
{
    struct service *s = *state;
    static const char *const slugs[] = {"c", "a", "b-2", "b"};
    for (size_t i = 0; i < ANS_COUNT(slugs); i++)
        add_county(s->f, slugs[i]);
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    static const char *const sorted[] = {"a", "b", "b-2", "c"};
    assert_int_equal(ans_edition_count(e), ANS_COUNT(sorted));
    for (size_t i = 0; i < ANS_COUNT(sorted); i++) {
        const struct ans_site *at = ans_edition_at(e, i);
        char host[64];
        snprintf(host, sizeof(host), "%s.EXAMPLE", sorted[i]);
        assert_true(ans_str_is(at->slug, sorted[i]));
        assert_ptr_equal(site(e, sorted[i]), at);
        assert_ptr_equal(ans_edition_by_host(e, ans_str_from(host)), at);
        assert_non_null(at->county);
        assert_null(at->store);
    }
    static const char *const missing[] = {"", "d", "A", "b-", "a.example"};
    for (size_t i = 0; i < ANS_COUNT(missing); i++)
        assert_null(site(e, missing[i]));
    assert_null(ans_edition_by_host(e, ANS_STR("")));
    assert_null(ans_edition_by_host(e, ANS_STR("d.example")));
    ans_edition_release(e);
}

static void folders_that_are_no_counties_are_passed_over(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    make_folder(path_of(s->f->counties, "_template"));
    make_folder(path_of(s->f->counties, ".git"));
    write_text(path_of(s->f->counties, "README.md"), "text");
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_int_equal(ans_edition_count(e), 1);
    ans_edition_release(e);
}

static void a_folder_with_no_name_for_addresses_is_a_fault(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    make_folder(path_of(s->f->counties, "Ål"));
    assert_true(open_service(s, NULL));
    assert_true(has_fault(&s->f->faults, "folder", "Ål", 0));
}

static void a_faulty_county_is_there_without_a_county(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    write_text(county_file(s->f, "b", "county.lua"), "conty \"b\" {}");
    assert_true(open_service(s, s->f->data));
    assert_true(has_fault(&s->f->faults, "unknown-word", "b/county.lua", 1));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_non_null(site(e, "a")->county);
    assert_int_equal(site(e, "a")->faults.count, 0);
    assert_null(site(e, "b")->county);
    assert_true(site(e, "b")->faults.count > 0);
    assert_non_null(site(e, "b")->store);
    assert_non_null(site(e, "b")->folder);
    ans_edition_release(e);
}

static void a_host_of_two_counties_belongs_to_the_first(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    edit(county_file(s->f, "b", "county.lua"), "b.example", "a.example");
    assert_true(open_service(s, NULL));
    assert_true(has_fault(&s->f->faults, "host-taken", "b/county.lua", -1));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_ptr_equal(ans_edition_by_host(e, ANS_STR("a.example")),
                     site(e, "a"));
    assert_int_equal(site(e, "b")->faults.count, 1);
    assert_non_null(site(e, "b")->county);
    ans_edition_release(e);
}

static void without_the_folder_of_counties_nothing_opens(void **state)
{
    struct service *s = *state;
    struct ans_editions_options o = {.counties = "/nowhere", .lua = LUA};
    assert_null(ans_editions_open(&o, NULL, &s->f->err));
    assert_int_equal(s->f->err.kind, ANS_ERR_NOT_FOUND);
}

static void put_noise(const char *path)
{
    char noise[8192];
    memset(noise, 'x', sizeof(noise));
    write_bytes(path, noise, sizeof(noise));
}

static void a_damaged_database_closes_its_county_and_no_other(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    make_folder(s->f->data);
    make_folder(path_of(s->f->data, "counties"));
    const char *database = path_of(s->f->data, "counties/a.db");
    put_noise(database);
    open_sound(s, s->f->data);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_non_null(site(e, "a")->county);
    assert_null(site(e, "a")->store);
    assert_non_null(strstr(site(e, "a")->closed.ptr, "a.db"));
    assert_non_null(site(e, "b")->store);
    assert_int_equal(site(e, "b")->closed.len, 0);
    ans_edition_release(e);

    unlink(path_of(s->f->data, "counties/a.db"));
    assert_true(reload(s));
    e = ans_edition_acquire(s->editions);
    assert_non_null(site(e, "a")->store);
    assert_int_equal(site(e, "a")->closed.len, 0);
    ans_edition_release(e);
}

static void names_of_the_service_s_own_addresses_are_no_slugs(void **state)
{
    (void)state;
    static const char *const good[] = {"a", "vasteras", "b-2", "drifts"};
    static const char *const bad[] = {
        "",          "A",
        "2b",        "-a",
        "\xc3\xa5l", "a_b",
        "a.b",       "a/b",
        "drift",     "web",
        "healthz",   "readyz",
        "metrics",   "index",
        "..",        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    for (size_t i = 0; i < ANS_COUNT(good); i++)
        assert_true(ans_slug_valid(ans_str_from(good[i])));
    for (size_t i = 0; i < ANS_COUNT(bad); i++)
        assert_false(ans_slug_valid(ans_str_from(bad[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(counties_are_found_by_slug_and_host),
        T(folders_that_are_no_counties_are_passed_over),
        T(a_folder_with_no_name_for_addresses_is_a_fault),
        T(a_faulty_county_is_there_without_a_county),
        T(a_host_of_two_counties_belongs_to_the_first),
        T(without_the_folder_of_counties_nothing_opens),
        T(a_damaged_database_closes_its_county_and_no_other),
        T(names_of_the_service_s_own_addresses_are_no_slugs),
    };
    return cmocka_run_group_tests_name("edition: all counties", tests, NULL,
                                       NULL);
}
