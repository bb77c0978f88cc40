#include "fixture.h"

/* The first step of Mittlän's form, as an association would fill it in. */
static struct ans_fields first_step(struct fixture *f)
{
    get(f, "/mittlan/anslut/ny/organisation");
    assert_int_equal(f->r.status, 200);
    struct ans_fields form = {0};
    const struct ans_str stamp = hidden(f, "_stamp");
    const struct ans_str version = hidden(f, "_version");
    ans_fields_add(f->arena, &form, ANS_STR("_stamp"), stamp);
    ans_fields_add(f->arena, &form, ANS_STR("_version"), version);
    return form;
}

static void set(struct fixture *f, struct ans_fields *form, const char *name,
                const char *value)
{
    for (size_t i = 0; i < form->count; i++)
        if (ans_str_is(form->items[i].name, name)) {
            form->items[i].value = ans_str_from(value);
            return;
        }
    ans_fields_add(f->arena, form, ans_str_from(name), ans_str_from(value));
}

static void send(struct fixture *f, struct ans_fields form)
{
    ask(f, ANS_POST, "127.0.0.1", "/mittlan/anslut/ny/organisation", form);
}

static void an_empty_step_comes_back_with_every_problem(void **state)
{
    struct fixture *f = *state;
    send(f, first_step(f));
    assert_int_equal(f->r.status, 422);
    assert_true(says(f, "<title>Fel: "));
    assert_true(says(f, "govuk-error-summary"));
    assert_true(says(f, "href=\"#f-name\""));
}

static void what_was_typed_comes_back_escaped(void **state)
{
    struct fixture *f = *state;
    struct ans_fields form = first_step(f);
    set(f, &form, "name", "<b>\"Klubben\" & co</b>");
    send(f, form);
    assert_int_equal(f->r.status, 422);
    assert_true(says(f, "&lt;b&gt;&quot;Klubben&quot; &amp; co&lt;/b&gt;"));
    assert_false(says(f, "<b>\"Klubben\""));
}

static void a_form_that_is_not_ours_is_refused_and_kept(void **state)
{
    struct fixture *f = *state;
    struct ans_fields form = first_step(f);
    set(f, &form, "_stamp", "AAAAAAAAAAAAAAAA");
    set(f, &form, "name", "Norrby hembygdsförening");
    send(f, form);
    assert_int_equal(f->r.status, 403);
    assert_true(says(f, "Norrby hembygdsförening"));
}

static void a_form_from_another_site_is_refused(void **state)
{
    struct fixture *f = *state;
    struct ans_fields form = first_step(f);
    send(f, form);
    f->q.origin = ANS_STR("https://elsewhere.example");
    ans_response_free(&f->r);
    ans_response_init(&f->r);
    f->handler.handle(f->handler.context, &f->q, &f->r);
    assert_int_equal(f->r.status, 403);
}

static void a_page_that_stood_open_for_days_keeps_what_was_typed(void **state)
{
    struct fixture *f = *state;
    struct ans_fields form = first_step(f);
    set(f, &form, "name", "Norrby hembygdsförening");
    ans_clock_set(NOW + INT64_C(3) * 24 * 60 * 60 * 1000);
    send(f, form);
    ans_clock_set(NOW);
    assert_int_equal(f->r.status, 422);
    assert_true(says(f, "Norrby hembygdsförening"));
}

static void an_older_form_comes_back_with_a_word_about_it(void **state)
{
    struct fixture *f = *state;
    struct ans_fields form = first_step(f);
    struct ans_str stamp =
        ans_stamp_new(f->arena, &f->service.key,
                      ANS_STR("mittlan form 0123456789abcdef"), NOW);
    set(f, &form, "_version", "0123456789abcdef");
    set(f, &form, "_stamp", stamp.ptr);
    set(f, &form, "name", "Norrby hembygdsförening");
    send(f, form);
    assert_int_equal(f->r.status, 409);
    assert_true(says(f, "Norrby hembygdsförening"));
}

static void a_version_that_its_stamp_does_not_know_is_refused(void **state)
{
    struct fixture *f = *state;
    struct ans_fields form = first_step(f);
    set(f, &form, "_version", "0123456789abcdef");
    send(f, form);
    assert_int_equal(f->r.status, 403);
}

static void the_address_without_a_step_leads_to_the_first(void **state)
{
    struct fixture *f = *state;
    get(f, "/mittlan/anslut/ny");
    assert_int_equal(f->r.status, 302);
    assert_str(f->r.location, "/mittlan/anslut/ny/organisation");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_step_comes_back_with_every_problem),
        cmocka_unit_test(what_was_typed_comes_back_escaped),
        cmocka_unit_test(a_form_that_is_not_ours_is_refused_and_kept),
        cmocka_unit_test(a_form_from_another_site_is_refused),
        cmocka_unit_test(a_page_that_stood_open_for_days_keeps_what_was_typed),
        cmocka_unit_test(an_older_form_comes_back_with_a_word_about_it),
        cmocka_unit_test(a_version_that_its_stamp_does_not_know_is_refused),
        cmocka_unit_test(the_address_without_a_step_leads_to_the_first),
    };
    return cmocka_run_group_tests_name("form", tests, set_up, tear_down);
}
