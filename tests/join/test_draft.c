#include "join/draft.h"

#include "join/fixture.h"

static bool find(struct fixture *f, struct ans_str token, struct ans_draft *out)
{
    return ans_draft_find(f->store, token, f->arena, out, &f->err);
}

static void a_draft_is_found_by_its_token_as_it_was_typed(void **state)
{
    struct fixture *f = *state;
    struct ans_draft d = {.script_version = ANS_STR("abc"),
                          .lang = ANS_STR("en")};
    ans_fields_add(f->arena, &d.raw, ANS_STR("name"), ANS_STR("  Byn <b>"));
    ans_fields_add(f->arena, &d.raw, ANS_STR("area"), ANS_STR("makt"));
    ans_fields_add(f->arena, &d.raw, ANS_STR("area"), ANS_STR(""));
    assert_ok(f, ans_draft_new(f->store, f->arena, &d, &f->err));
    assert_int_equal(d.token.len, ANS_TOKEN_CHARS);
    assert_int_equal(d.updated_at, NOW);
    struct ans_draft back;
    assert_ok(f, find(f, d.token, &back));
    assert_int_equal(back.id, d.id);
    assert_str(back.script_version, "abc");
    assert_str(back.lang, "en");
    assert_int_equal(back.member, 0);
    assert_int_equal(back.updated_at, NOW);
    assert_int_equal(back.raw.count, 3);
    assert_str(back.raw.items[0].value, "  Byn <b>");
    assert_str(back.raw.items[2].name, "area");
    assert_str(back.raw.items[2].value, "");
}

static void a_draft_is_saved_with_a_new_time_and_version(void **state)
{
    struct fixture *f = *state;
    struct ans_draft d = new_draft(f);
    ans_clock_set(NOW + 20 * DAY);
    d.raw = (struct ans_fields){0};
    d.script_version = ANS_STR("def");
    ans_fields_add(f->arena, &d.raw, ANS_STR("name"), ANS_STR("Orten"));
    assert_ok(f, ans_draft_save(f->store, &d, &f->err));
    ans_clock_set(NOW + 49 * DAY);
    struct ans_draft back;
    assert_ok(f, find(f, d.token, &back));
    assert_str(back.script_version, "def");
    assert_int_equal(back.updated_at, NOW + 20 * DAY);
    assert_str(ans_fields_get(&back.raw, "name"), "Orten");
}

static void a_draft_is_kept_thirty_days(void **state)
{
    struct fixture *f = *state;
    struct ans_draft d = new_draft(f);
    struct ans_draft back;
    ans_clock_set(NOW + 30 * DAY);
    assert_ok(f, find(f, d.token, &back));
    ans_clock_set(NOW + 30 * DAY + 1);
    assert_err(f, find(f, d.token, &back), ANS_ERR_NOT_FOUND);
}

static void what_is_no_token_finds_nothing(void **state)
{
    static const char *const wrong[] = {"",
                                        "x",
                                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'",
                                        "' OR 1=1 --",
                                        "åäö"};
    struct fixture *f = *state;
    new_draft(f);
    for (size_t i = 0; i < ANS_COUNT(wrong); i++) {
        struct ans_draft back;
        assert_err(f, find(f, ans_str_from(wrong[i]), &back),
                   ANS_ERR_NOT_FOUND);
    }
}

static void the_hash_of_a_token_is_no_token(void **state)
{
    struct fixture *f = *state;
    struct ans_draft d = new_draft(f);
    struct ans_hash hash = ans_hash_of(d.token);
    struct ans_draft back;
    assert_err(f, find(f, ans_hash_str(&hash), &back), ANS_ERR_NOT_FOUND);
    assert_err(f, find(f, ans_hash_hex(f->arena, hash), &back),
               ANS_ERR_NOT_FOUND);
}

static void a_swept_draft_cannot_be_saved(void **state)
{
    struct fixture *f = *state;
    struct ans_draft d = new_draft(f);
    assert_ok(f, run(f, "DELETE FROM draft"));
    assert_err(f, ans_draft_save(f->store, &d, &f->err), ANS_ERR_NOT_FOUND);
}

static void a_draft_that_was_sent_is_empty_and_cannot_be_saved(void **state)
{
    struct fixture *f = *state;
    struct form *form =
        sent(f, (struct who){.name = "Byn", .email = "a@exempel.se"});
    struct ans_draft back;
    assert_ok(f, find(f, form->draft.token, &back));
    assert_int_equal(back.member, form->member.id);
    assert_int_equal(back.raw.count, 0);
    assert_err(f, ans_draft_save(f->store, &form->draft, &f->err),
               ANS_ERR_CONFLICT);
    assert_str(cell(f, "SELECT raw FROM draft"), "");
}

static void too_much_to_save_is_said_and_changes_nothing(void **state)
{
    struct fixture *f = *state;
    struct ans_draft d = new_draft(f);
    size_t len = ANS_DRAFT_MOST + 1;
    char *text = ans_arena_alloc(f->arena, len);
    memset(text, 'x', len);
    ans_fields_add(f->arena, &d.raw, ANS_STR("more"),
                   (struct ans_str){text, len});
    assert_err(f, ans_draft_save(f->store, &d, &f->err), ANS_ERR_LIMIT);
    assert_err(f, ans_draft_new(f->store, f->arena, &d, &f->err),
               ANS_ERR_LIMIT);
    assert_str(cell(f, "SELECT count(*) * (max(length(raw)) < 100) FROM draft"),
               "1");
}

static void a_damaged_draft_is_our_fault(void **state)
{
    struct fixture *f = *state;
    struct ans_draft d = new_draft(f);
    assert_ok(f, run(f, "UPDATE draft SET raw = '{{'"));
    struct ans_draft back;
    assert_err(f, find(f, d.token, &back), ANS_ERR_INTERNAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(a_draft_is_found_by_its_token_as_it_was_typed),
        T(a_draft_is_saved_with_a_new_time_and_version),
        T(a_draft_is_kept_thirty_days),
        T(what_is_no_token_finds_nothing),
        T(the_hash_of_a_token_is_no_token),
        T(a_swept_draft_cannot_be_saved),
        T(a_draft_that_was_sent_is_empty_and_cannot_be_saved),
        T(too_much_to_save_is_said_and_changes_nothing),
        T(a_damaged_draft_is_our_fault),
#undef T
    };
    return cmocka_run_group_tests_name("join_draft", tests, NULL, NULL);
}
