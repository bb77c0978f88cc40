#include "form.h"

#include "answer/carry.h"

static void was(struct form *f, struct ans_strs *strs, const char *id)
{
    strs->items = ans_arena_grow(f->arena, strs->items, strs->count,
                                 sizeof(*strs->items));
    strs->items[strs->count++] = ans_str_from(id);
}

static struct ans_option *last_of(const struct ans_question *q)
{
    return (struct ans_option *)q->options.items[q->options.count - 1];
}

static struct ans_str carried(struct form *to, const char *raw)
{
    struct ans_fields fields = fields_of(to, raw);
    struct ans_fields now =
        ans_answer_carry(to->arena, &to->county, TODAY, &fields);
    return fields_text(to, &now);
}

static void a_renamed_question_takes_its_answer_along(void **state)
{
    (void)state;
    struct form *f = form_new();
    was(f, &ask(f, ANS_Q_TEXT, "new")->was, "old");
    struct ans_question *d = ask(f, ANS_Q_DATE, "decided");
    was(f, &d->was, "day");
    was(f, &d->was, "date");
    static const struct {
        const char *raw, *now;
    } cases[] = {
        {"old=1", "new=1"},
        {"new=1", "new=1"},
        {"other=1", "other=1"},
        {"date.day=1&date.month=2", "decided.day=1&decided.month=2"},
        {"day.day=1", "decided.day=1"},
        {"_asked=old&_asked=x&_stamp=old", "_asked=new&_asked=x&_stamp=old"},
        /* answered anew: the older answer stays beside it */
        {"old=1&new=2", "old=1&new=2"},
        {"old=1&old=2", "new=1&new=2"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(carried(f, cases[i].raw), cases[i].now);
    form_free(f);
}

static struct ans_area *first_area(struct form *f)
{
    return (struct ans_area *)f->strategy.areas.items[0];
}

static void renamed_areas_follow_too(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_AREAS, "focus");
    struct ans_question *goals = ask(f, ANS_Q_GROUP, "goals");
    ask_in(f, &goals->questions, ANS_Q_AREAS, "area");
    was(f, &first_area(f)->was, "inflytande");
    static const struct {
        const char *raw, *now;
    } cases[] = {
        {"focus=inflytande&focus=vald", "focus=makt&focus=vald"},
        {"focus=makt", "focus=makt"},
        {"focus=nonesuch", "focus=nonesuch"},
        {"goals.2.area=inflytande", "goals.2.area=makt"},
        {"other=inflytande", "other=inflytande"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(carried(f, cases[i].raw), cases[i].now);
    struct ans_value v =
        ans_answer_renamed(f->arena, &f->county, TODAY,
                           ANS_AT(ans_question, f->step->questions, 0),
                           ans_value_str(ANS_STR("inflytande")));
    assert_str(v.s, "makt");
    form_free(f);
}

/* An area that was renamed is no loss; one that is gone has to be chosen
 * anew. */
static void an_area_that_is_gone_is_told_of(void **state)
{
    static const struct {
        const char *raw;
        size_t carried, changes;
    } cases[] = {{"focus=inflytande", 1, 0},
                 {"focus=vald", 1, 0},
                 {"focus=ekonomi&focus=vald", 0, 1}};
    (void)state;
    struct form *then = form_new();
    struct form *now = form_new();
    ask(then, ANS_Q_AREAS, "focus");
    ask(now, ANS_Q_AREAS, "focus");
    was(now, &first_area(now)->was, "inflytande");
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_form_changes changes;
        struct ans_fields raw = fields_of(then, cases[i].raw);
        ans_answer_changes(then->arena, &then->county, &now->county, TODAY,
                           &raw, &changes);
        assert_int_equal(changes.carried, cases[i].carried);
        assert_int_equal(changes.count, cases[i].changes);
        if (changes.count)
            assert_int_equal(changes.items[0].what, ANS_CHANGE_ANEW);
    }
    form_free(then);
    form_free(now);
}

static void renamed_options_and_questions_of_groups_follow_too(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *size = ask(f, ANS_Q_CHOICE, "size");
    offer(f, size, "small", "Liten");
    was(f, &last_of(size)->was, "liten");
    offer(f, size, "large", "Stor");
    struct ans_question *many = ask(f, ANS_Q_CHOICES, "help");
    was(f, &many->was, "support");
    offer(f, many, "course", "Kurs");
    was(f, &last_of(many)->was, "kurs");
    struct ans_question *g = ask(f, ANS_Q_GROUP, "aims");
    was(f, &g->was, "goals");
    was(f, &ask_in(f, &g->questions, ANS_Q_TEXT, "words")->was, "text");
    ask_in(f, &g->questions, ANS_Q_MONTH, "by");
    static const struct {
        const char *raw, *now;
    } cases[] = {
        {"size=liten", "size=small"},
        {"size=large", "size=large"},
        {"size=gone", "size=gone"},
        {"support=kurs&support=x", "help=course&help=x"},
        {"goals.1.text=a&goals.2.by.month=3",
         "aims.1.words=a&aims.2.by.month=3"},
        {"aims.1.text=a", "aims.1.words=a"},
        {"aims.1.gone=a", "aims.1.gone=a"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(carried(f, cases[i].raw), cases[i].now);
    form_free(f);
}

static struct ans_str changes(struct form *from, struct form *to,
                              const char *raw, size_t *kept)
{
    static const char *const words[] = {"lost", "anew", "added"};
    struct ans_fields fields = fields_of(from, raw);
    struct ans_form_changes found;
    struct ans_buf text = {0};
    ans_answer_changes(to->arena, &from->county, &to->county, TODAY, &fields,
                       &found);
    for (size_t i = 0; i < found.count; i++) {
        const struct ans_question *q =
            found.items[i].from ? found.items[i].from : found.items[i].to;
        ans_buf_printf(&text, "%s%s %.*s", i ? "; " : "",
                       words[found.items[i].what], ANS_STR_ARG(q->node.id));
    }
    *kept = found.carried;
    struct ans_str s = ans_arena_str(to->arena, ans_buf_str(&text));
    ans_buf_free(&text);
    return s;
}

static void what_a_new_form_does_to_answers_is_told(void **state)
{
    (void)state;
    struct form *from = form_new();
    ask(from, ANS_Q_TEXT, "a");
    ask(from, ANS_Q_TEXT, "gone");
    ask(from, ANS_Q_NUMBER, "count");
    ask(from, ANS_Q_TEXT, "long");
    struct ans_question *c = ask(from, ANS_Q_CHOICE, "c");
    offer(from, c, "x", "X");
    offer(from, c, "y", "Y");
    struct form *to = form_new();
    was(to, &ask(to, ANS_Q_TEXT, "b")->was, "a");
    ask(to, ANS_Q_BY_SEX, "count");
    ask(to, ANS_Q_LONG_TEXT, "long");
    offer(to, ask(to, ANS_Q_CHOICE, "c"), "x", "X");
    ask(to, ANS_Q_YES_NO, "fresh");
    static const struct {
        const char *raw, *told;
        size_t carried;
    } cases[] = {
        {"", "added fresh", 0},
        {"a=1&long=2&c=x", "added fresh", 3},
        {"gone=1", "lost gone; added fresh", 0},
        {"gone=&count=", "added fresh", 0},
        {"count=5&a=1", "anew count; added fresh", 1},
        {"c=y", "anew c; added fresh", 0},
        {"gone=1&count=5&c=y&a=1", "lost gone; anew count; anew c; added fresh",
         1},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        size_t kept;
        assert_str(changes(from, to, cases[i].raw, &kept), cases[i].told);
        assert_int_equal(kept, cases[i].carried);
    }
    form_free(from);
    form_free(to);
}

static void the_same_form_changes_nothing(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_TEXT, "a");
    ask(f, ANS_Q_GROUP, "g");
    size_t kept;
    assert_str(changes(f, f, "a=1", &kept), "");
    assert_int_equal(kept, 1);
    form_free(f);
}

static void a_typed_answer_is_found_by_an_older_name(void **state)
{
    (void)state;
    struct form *f = form_new();
    struct ans_question *q = ask(f, ANS_Q_TEXT, "new");
    was(f, &q->was, "old");
    struct ans_map *answers = ans_map_new(f->arena);
    assert_int_equal(ans_answer_once(answers, q).type, ANS_NIL);
    ans_map_put_str(answers, "old", ANS_STR("1"));
    assert_str(ans_answer_once(answers, q).s, "1");
    ans_map_put_str(answers, "new", ANS_STR("2"));
    assert_str(ans_answer_once(answers, q).s, "2");
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_renamed_question_takes_its_answer_along),
        cmocka_unit_test(renamed_areas_follow_too),
        cmocka_unit_test(an_area_that_is_gone_is_told_of),
        cmocka_unit_test(renamed_options_and_questions_of_groups_follow_too),
        cmocka_unit_test(what_a_new_form_does_to_answers_is_told),
        cmocka_unit_test(the_same_form_changes_nothing),
        cmocka_unit_test(a_typed_answer_is_found_by_an_older_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
