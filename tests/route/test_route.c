#include "fixture.h"
#include "route/turn.h"

static const struct {
    enum ans_method method;
    const char *host;
    const char *target;
    int status;
    const char *location; /* NULL: none */
} addresses[] = {
    {ANS_GET, "127.0.0.1", "/", 200, NULL},
    {ANS_GET, "127.0.0.1", "/index.json", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan", 302, "/mittlan/"},
    {ANS_GET, "127.0.0.1", "/mittlan/", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan.json", 200, NULL},
    {ANS_HEAD, "127.0.0.1", "/mittlan/", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/en", 302, "/mittlan/en/"},
    {ANS_GET, "127.0.0.1", "/mittlan/en/", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/fi/", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/strategi", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/strategi/", 302, "/mittlan/strategi"},
    {ANS_GET, "127.0.0.1", "/mittlan/strategi.json", 200, NULL},
    {ANS_POST, "127.0.0.1", "/mittlan/strategi", 405, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslutna", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslutna.json", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslutna?omrade=finns-inte", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslutna?efter=inte-en-markor", 400, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslutna?sok=ab", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslutna/finns-inte", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslut", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslut/klart", 200, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslut/gammal-token/x", 410, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslut/ny/finns-inte", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslut/ny/spara", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/bekrafta/finns-inte", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/valkommen/finns-inte", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/granska/finns-inte", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/filer/finns-inte.svg", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/tema/finnsint.css", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/sidor/finns-inte", 404, NULL},
    {ANS_GET, "127.0.0.1", "/mittlan/anslutna/a/b", 404, NULL},
    {ANS_GET, "127.0.0.1", "/storlan/", 404, NULL},
    {ANS_GET, "127.0.0.1", "/healthz", 200, NULL},
    {ANS_GET, "127.0.0.1", "/readyz", 200, NULL},
    {ANS_GET, "127.0.0.1", "/metrics", 200, NULL},
    {ANS_GET, "127.0.0.1", "/drift", 200, NULL},
    {ANS_GET, "127.0.0.1", "/drift.json", 200, NULL},
    {ANS_GET, "127.0.0.1", "/drift/en", 200, NULL},
    {ANS_GET, "127.0.0.1", "/drift/en.json", 200, NULL},
    {ANS_GET, "127.0.0.1", "/drift/fi", 404, NULL},
    {ANS_GET, "127.0.0.1", "/healthz.json", 404, NULL},
    {ANS_GET, "127.0.0.1", "/robots.txt", 200, NULL},
    {ANS_GET, "jamstallt.mittlan.example", "/", 200, NULL},
    {ANS_GET, "jamstallt.mittlan.example", "/strategi", 200, NULL},
    {ANS_GET, "jamstallt.mittlan.example", "/en/strategi", 200, NULL},
    {ANS_GET, "jamstallt.mittlan.example", "/mittlan/", 404, NULL},
    {ANS_GET, "jamstallt.mittlan.example", "/healthz", 200, NULL},
};

static void every_address_answers_with_its_status(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < ANS_COUNT(addresses); i++) {
        ask(f, addresses[i].method, addresses[i].host, addresses[i].target,
            (struct ans_fields){0});
        if (f->r.status != addresses[i].status)
            fail_msg("%s%s: %d, not %d: %.*s", addresses[i].host,
                     addresses[i].target, f->r.status, addresses[i].status,
                     ANS_STR_ARG(ans_str_sub(body(f), 0, 600)));
        if (addresses[i].location)
            assert_str(f->r.location, addresses[i].location);
    }
}

static void pages_for_operators_are_for_loopback_only(void **state)
{
    static const char *const targets[] = {"/metrics", "/drift", "/drift.json",
                                          "/drift/en"};
    struct fixture *f = *state;
    for (size_t i = 0; i < ANS_COUNT(targets); i++) {
        get(f, targets[i]);
        assert_int_equal(f->r.status, 200);
        assert_int_equal(f->r.cache, ANS_CACHE_NONE);
        f->q.from_loopback = false;
        ans_response_free(&f->r);
        ans_response_init(&f->r);
        f->handler.handle(f->handler.context, &f->q, &f->r);
        assert_int_equal(f->r.status, 404);
    }
}

static void a_page_of_an_edition_that_was_swapped_out_is_not_kept(void **state)
{
    struct fixture *f = *state;
    const struct ans_edition *old = ans_edition_acquire(f->service.editions);
    const _Atomic uint64_t *generation =
        ans_store_generation(ans_edition_at(old, 0)->store);
    struct ans_turn t = {.service = &f->service, .r = &f->r, .edition = old};
    ans_turn_date(&t, generation);
    assert_int_equal(f->r.built_at, atomic_load(generation));
    assert_true(ans_editions_reload(f->service.editions, NULL, &f->err));
    ans_turn_date(&t, generation);
    assert_int_not_equal(f->r.built_at, atomic_load(generation));
    ans_edition_release(old);
}

static void a_kept_page_says_what_it_was_built_from(void **state)
{
    struct fixture *f = *state;
    get(f, "/mittlan/");
    assert_int_equal(f->r.cache, ANS_CACHE_PAGE);
    assert_non_null(f->r.generation);
    assert_int_equal(f->r.built_at, atomic_load(f->r.generation));
    assert_true(f->r.expires > NOW);
}

static void personal_pages_and_errors_are_not_kept(void **state)
{
    static const char *const targets[] = {
        "/mittlan/anslut/ny", "/mittlan/bekrafta/x", "/mittlan/finns-inte",
        "/mittlan/anslut/klart"};
    struct fixture *f = *state;
    for (size_t i = 0; i < ANS_COUNT(targets); i++) {
        get(f, targets[i]);
        assert_int_equal(f->r.cache, ANS_CACHE_NONE);
    }
}

static void an_alert_shows_between_its_times_and_ends_the_page_then(
    void **state)
{
    struct fixture *f = *state;
    get(f, "/mittlan/");
    assert_true(says(f, "Höga flöden i Mittån"));
    assert_true(says(f, "Drop-in för vaccination"));
    const int64_t ended = INT64_C(1777716001000); /* 2026-05-02 12:00:01 */
    ans_clock_set(ended);
    get(f, "/mittlan/");
    assert_false(says(f, "Höga flöden i Mittån"));
    assert_true(says(f, "Drop-in för vaccination"));
}

static void a_page_is_in_the_language_of_its_address(void **state)
{
    struct fixture *f = *state;
    get(f, "/mittlan/");
    assert_true(says(f, "<html lang=\"sv\""));
    assert_true(says(f, "Jämställt Mittlän"));
    get(f, "/mittlan/en/");
    assert_true(says(f, "<html lang=\"en\""));
    assert_true(says(f, "An equal Mittlän"));
    assert_true(says(f, "href=\"/mittlan/en/strategi\""));
}

static void links_have_no_prefix_on_the_county_s_own_host(void **state)
{
    struct fixture *f = *state;
    ask(f, ANS_GET, "jamstallt.mittlan.example", "/", (struct ans_fields){0});
    assert_true(says(f, "href=\"/strategi\""));
    assert_false(says(f, "href=\"/mittlan/strategi\""));
}

static void a_page_and_its_json_tell_the_same(void **state)
{
    struct fixture *f = *state;
    get(f, "/mittlan/strategi.json");
    assert_string_equal(f->r.type, "application/json; charset=utf-8");
    assert_false(says(f, "\"page\""));
    assert_true(says(f, "\"areas\""));
}

static void the_theme_derives_readable_text_from_two_colours(void **state)
{
    struct fixture *f = *state;
    get(f, "/mittlan/");
    ptrdiff_t at = ans_str_find_str(body(f), ANS_STR("/mittlan/tema/"));
    assert_true(at >= 0);
    struct ans_str rest = ans_str_sub(body(f), (size_t)at, SIZE_MAX);
    struct ans_str target = ans_arena_str(f->arena, ans_str_cut(&rest, '"'));
    get(f, target.ptr);
    assert_int_equal(f->r.status, 200);
    assert_int_equal(f->r.cache, ANS_CACHE_ASSET);
    assert_true(says(f, "--county:#"));
    assert_true(says(f, "--on-county:#"));
}

static void nothing_below_texts_is_served(void **state)
{
    static const char *const targets[] = {
        "/mittlan/filer/county.lua", "/mittlan/filer/..", "/mittlan/county.lua",
        "/mittlan/texts/viljeyttring.md"};
    struct fixture *f = *state;
    for (size_t i = 0; i < ANS_COUNT(targets); i++) {
        struct ans_target parsed;
        struct ans_err err = {0};
        if (!ans_target_parse(f->arena, ans_str_from(targets[i]), &parsed,
                              &err))
            continue; /* refused before anybody could answer */
        get(f, targets[i]);
        assert_int_equal(f->r.status, 404);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_address_answers_with_its_status),
        cmocka_unit_test(pages_for_operators_are_for_loopback_only),
        cmocka_unit_test(a_page_of_an_edition_that_was_swapped_out_is_not_kept),
        cmocka_unit_test(a_kept_page_says_what_it_was_built_from),
        cmocka_unit_test(personal_pages_and_errors_are_not_kept),
        cmocka_unit_test(
            an_alert_shows_between_its_times_and_ends_the_page_then),
        cmocka_unit_test(a_page_is_in_the_language_of_its_address),
        cmocka_unit_test(links_have_no_prefix_on_the_county_s_own_host),
        cmocka_unit_test(a_page_and_its_json_tell_the_same),
        cmocka_unit_test(the_theme_derives_readable_text_from_two_colours),
        cmocka_unit_test(nothing_below_texts_is_served),
    };
    return cmocka_run_group_tests_name("route", tests, set_up, tear_down);
}
