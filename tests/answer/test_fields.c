#include "form.h"

static struct ans_str merged(struct form *f, const struct ans_step *step,
                             const char *kept, const char *sent)
{
    struct ans_fields k = fields_of(f, kept);
    struct ans_fields s = fields_of(f, sent);
    struct ans_fields m = ans_answer_merge(f->arena, &f->county, step, &k, &s);
    return fields_text(f, &m);
}

static void what_was_sent_takes_the_place_of_what_was_kept(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_TEXT, "a");
    ask(f, ANS_Q_CHOICES, "c");
    ask(f, ANS_Q_DATE, "d");
    ask(f, ANS_Q_BY_SEX, "s");
    const struct ans_step *one = f->step;
    add_step(f, "two");
    ask(f, ANS_Q_TEXT, "b");
    assert_str(merged(f, one, "a=1&b=2&c=x&c=y&d.day=3",
                      "a=4&c=z&c=z&d.day=32&d.month=&s.women=5"),
               "a=4&c=z&c=z&d.day=32&d.month=&s.women=5&b=2");
    /* what is wrong and what is sent twice stays as it was typed */
    assert_str(merged(f, f->step, "a=1&b=2", "a=9&b=3&b=4"), "a=1&b=3&b=4");
    assert_str(merged(f, NULL, "a=1&b=2", "a=3&b=4&c=5&d.year=6&s.men=7"),
               "a=3&c=5&d.year=6&s.men=7&b=4");
    form_free(f);
}

static void what_was_never_declared_is_dropped_but_what_was_once_is_kept(
    void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_TEXT, "a");
    ask(f, ANS_Q_BY_SEX, "s");
    struct ans_question *g = ask(f, ANS_Q_GROUP, "g");
    ask_in(f, &g->questions, ANS_Q_TEXT, "t");
    ask_in(f, &g->questions, ANS_Q_MONTH, "m");
    assert_str(
        merged(f, NULL, "old=1&_stamp=2",
               "_next=1&_stamp=x&a=2&a.b=3&A=4&s=5&s.women=6&s.other=7&s.x=8"
               "&g=9&g.1.t=10&g.1.x=11&g.0.t=12&g.2.m.month=13&g.2.m.day=14"
               "&g.999.t=15&g.1000.t=16&<b>=17&=18"),
        "a=2&s.women=6&g.1.t=10&g.2.m.month=13&g.999.t=15&old=1");
    form_free(f);
}

/* A box that is ticked no more sends nothing, and is not its default again. */
static void a_question_left_empty_is_known_to_have_been_asked(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_CHOICES, "c");
    ask(f, ANS_Q_DATE, "d");
    ask(f, ANS_Q_MONTH, "m");
    ask(f, ANS_Q_BY_SEX, "s");
    struct ans_question *g = ask(f, ANS_Q_GROUP, "g");
    ask_in(f, &g->questions, ANS_Q_DATE, "when");
    assert_str(merged(f, NULL, "c=x&d.day=1&g.1.when.day=1", ""),
               "c=&d.day=&m.month=&s.women=&g.1.when.day=");
    form_free(f);
}

static void a_hidden_question_keeps_what_was_typed(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_KIND, "kind");
    only_when(f, ask(f, ANS_Q_CHOICES, "c"), "kind", "company");
    only_when(f, ask(f, ANS_Q_TEXT, "t"), "kind", "company");
    /* the page says what it showed */
    assert_str(
        merged(f, NULL, "kind=company&c=x&t=y", "_asked=kind&kind=region"),
        "kind=region&c=x&t=y");
    assert_str(merged(f, NULL, "kind=company&c=x&t=y",
                      "_asked=kind&_asked=c&_asked=t&kind=company&t="),
               "kind=company&c=&t=");
    assert_str(merged(f, NULL, "kind=company&c=x&t=y",
                      "_asked=kind&kind=region&c=evil"),
               "kind=region&c=x&t=y");
    /* a page that does not say: what is missing was hidden */
    assert_str(merged(f, NULL, "kind=company&c=x&t=y", "kind=company&t=z"),
               "kind=company&c=x&t=z");
    form_free(f);
}

static struct ans_str defaults(struct form *f, const struct ans_step *step,
                               const char *kept)
{
    struct ans_fields k = fields_of(f, kept);
    struct ans_fields d = ans_answer_defaults(f->arena, &f->county, step, &k);
    return fields_text(f, &d);
}

static void defaults_are_for_questions_never_sent(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_TEXT, "t")->default_value = ANS_STR("Vi vill bidra, alla");
    ask(f, ANS_Q_YES_NO, "y")->default_value = ANS_STR("yes");
    ask(f, ANS_Q_TEXT, "none");
    const struct ans_step *one = f->step;
    add_step(f, "two");
    ask(f, ANS_Q_CHOICES, "c")->default_value = ANS_STR("x, y");
    ask(f, ANS_Q_DATE, "d")->default_value = ANS_STR("2025-03-14");
    ask(f, ANS_Q_MONTH, "m")->default_value = ANS_STR("2025-03");
    ask(f, ANS_Q_GROUP, "g")->default_value = ANS_STR("z");
    assert_str(defaults(f, NULL, ""),
               "t=Vi vill bidra, alla&y=yes&c=x&c=y&d.day=14&d.month=03"
               "&d.year=2025&m.month=03&m.year=2025");
    assert_str(defaults(f, one, ""), "t=Vi vill bidra, alla&y=yes");
    assert_str(defaults(f, NULL, "t=&c=&d.day=&m.year=1"), "y=yes");
    form_free(f);
}

static void a_draft_comes_back_as_it_was_packed(void **state)
{
    struct ans_arena *arena = *state;
    struct ans_fields raw = {0};
    ans_fields_add(arena, &raw, ANS_STR("a"), ANS_STR("å \"b\"\n</script>"));
    ans_fields_add(arena, &raw, ANS_STR("a"), ANS_STR(""));
    ans_fields_add(arena, &raw, ANS_STR("g.1.t"), ANS_STR("\\u0000"));
    struct ans_str packed = ans_answer_pack(arena, &raw);
    struct ans_fields back = {0};
    struct ans_err err = {0};
    assert_true(ans_answer_unpack(arena, packed, &back, &err));
    assert_int_equal(back.count, raw.count);
    for (size_t i = 0; i < raw.count; i++) {
        assert_true(ans_str_eq(back.items[i].name, raw.items[i].name));
        assert_true(ans_str_eq(back.items[i].value, raw.items[i].value));
    }
    struct ans_fields none = {0};
    assert_true(
        ans_answer_unpack(arena, ans_answer_pack(arena, &none), &back, &err));
    assert_int_equal(back.count, 0);
}

static void what_is_no_draft_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "{}",
                                      "null",
                                      "[1]",
                                      "[[\"a\"]]",
                                      "[[1,2]]",
                                      "[[\"a\",1]]",
                                      "[[\"a\",\"b\",\"c\"]]",
                                      "[[\"a\",\"b\"]",
                                      "[[\"a\",\"\xff\"]]"};
    for (size_t i = 0; i < ANS_COUNT(bad); i++) {
        struct ans_fields raw;
        struct ans_err err = {0};
        if (ans_answer_unpack(*state, ans_str_from(bad[i]), &raw, &err))
            fail_msg("taken: %s", bad[i]);
        assert_int_equal(err.kind, ANS_ERR_INPUT);
        assert_int_equal(raw.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_sent_takes_the_place_of_what_was_kept),
        cmocka_unit_test(
            what_was_never_declared_is_dropped_but_what_was_once_is_kept),
        cmocka_unit_test(a_question_left_empty_is_known_to_have_been_asked),
        cmocka_unit_test(a_hidden_question_keeps_what_was_typed),
        cmocka_unit_test(defaults_are_for_questions_never_sent),
        cmocka_unit_test(a_draft_comes_back_as_it_was_packed),
        cmocka_unit_test(what_is_no_draft_is_refused),
    };
    return cmocka_run_group_tests_name("answer: fields", tests, arena_setup,
                                       arena_teardown);
}
