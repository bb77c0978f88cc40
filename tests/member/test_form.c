/* From a form's answers to a member. */
#include "member/fixture.h"

static struct ans_text text(struct ans_arena *arena, const char *sv)
{
    struct ans_text t = {.items = ANS_NEW(arena, struct ans_text_item),
                         .count = 1};
    t.items[0] =
        (struct ans_text_item){.lang = ANS_STR("sv"), .str = ans_str_from(sv)};
    return t;
}

static void put(struct ans_arena *arena, struct ans_nodes *nodes, void *node)
{
    nodes->items = ans_arena_grow(arena, nodes->items, nodes->count,
                                  sizeof(*nodes->items));
    nodes->items[nodes->count++] = node;
}

static struct ans_question *ask(struct ans_arena *arena,
                                struct ans_nodes *questions, const char *id,
                                enum ans_question_type type, bool public)
{
    struct ans_question *q = ANS_NEW(arena, struct ans_question);
    q->node.id = ans_str_from(id);
    q->type = type;
    q->public = public;
    put(arena, questions, q);
    return q;
}

/* Questions in two steps, ids as no other county calls them. */
static struct ans_county *new_county(struct ans_arena *arena)
{
    struct ans_county *c = ANS_NEW(arena, struct ans_county);
    struct ans_join *join = ANS_NEW(arena, struct ans_join);
    struct ans_step *one = ANS_NEW(arena, struct ans_step);
    struct ans_step *two = ANS_NEW(arena, struct ans_step);
    struct ans_nodes *q = &one->questions;
    c->version = ANS_STR("f00d");
    ask(arena, q, "called", ANS_Q_NAME, true);
    ask(arena, q, "sort", ANS_Q_KIND, true);
    ask(arena, q, "orgnr", ANS_Q_ORG_NUMBER, true);
    ask(arena, q, "where", ANS_Q_MUNICIPALITY, true);
    ask(arena, q, "mail", ANS_Q_EMAIL, false);
    ask(arena, q, "second_mail", ANS_Q_EMAIL, false);
    q = &two->questions;
    ask(arena, q, "fields", ANS_Q_AREAS, true);
    ask(arena, q, "about", ANS_Q_LONG_TEXT, true);
    ask(arena, q, "secret", ANS_Q_TEXT, false);
    ask(arena, q, "phone", ANS_Q_PHONE, true);
    struct ans_question *goals = ask(arena, q, "goals", ANS_Q_GROUP, true);
    ask(arena, &goals->questions, "text", ANS_Q_TEXT, false);
    ask(arena, &goals->questions, "year", ANS_Q_YEAR, false);
    put(arena, &join->steps, one);
    put(arena, &join->steps, two);
    struct ans_municipality *m = ANS_NEW(arena, struct ans_municipality);
    m->node.id = ANS_STR("1980");
    m->name = text(arena, "Västerås");
    put(arena, &c->municipalities, m);
    c->join = join;
    return c;
}

static struct ans_strategy *new_strategy(struct ans_arena *arena)
{
    static const char *const ids[] = {"makt", "ekonomi", "vald"};
    struct ans_strategy *s = ANS_NEW(arena, struct ans_strategy);
    s->node.id = ANS_STR("2025");
    for (size_t i = 0; i < ANS_COUNT(ids); i++) {
        struct ans_area *a = ANS_NEW(arena, struct ans_area);
        a->node.id = ans_str_from(ids[i]);
        put(arena, &s->areas, a);
    }
    return s;
}

static struct ans_map *answers_of(struct ans_arena *arena, const char *number)
{
    struct ans_map *m = ans_map_new(arena);
    ans_map_put_str(m, "called", ANS_STR("Byns IF"));
    ans_map_put_str(m, "sort", ANS_STR("association"));
    ans_map_put_str(m, "orgnr", ans_str_from(number));
    ans_map_put_str(m, "where", ANS_STR("1980"));
    ans_map_put_str(m, "mail", ANS_STR("kansli@exempel.se"));
    ans_map_put_str(m, "second_mail", ANS_STR("annan@exempel.se"));
    struct ans_list *areas = ans_map_put_list(m, "fields");
    ans_list_add(areas, ans_value_str(ANS_STR("vald")));
    ans_list_add(areas, ans_value_str(ANS_STR("makt")));
    ans_list_add(areas, ans_value_str(ANS_STR("other")));
    ans_map_put_str(m, "about", ANS_STR("Simning för alla"));
    ans_map_put_str(m, "secret", ANS_STR("hemligheten"));
    ans_map_put_str(m, "phone", ANS_STR("021-123"));
    struct ans_map *row = ans_list_add_map(ans_map_put_list(m, "goals"));
    ans_map_put_str(row, "text", ANS_STR("Lika lön"));
    ans_map_put_int(row, "year", 2027);
    return m;
}

static struct ans_member make(struct fixture *f, struct ans_map *answers)
{
    struct ans_member m = {.lang = ANS_STR("sv")};
    ans_member_from_answers(f->arena, new_county(f->arena),
                            new_strategy(f->arena), answers, &m);
    return m;
}

static void answers_become_a_member_whatever_the_questions_are_called(
    void **state)
{
    struct fixture *f = *state;
    struct ans_map *answers = answers_of(f->arena, "8020000001");
    struct ans_member m = make(f, answers);
    assert_str(m.name, "Byns IF");
    assert_str(m.kind, "association");
    assert_str(m.org_number, "8020000001");
    assert_str(m.municipality, "1980");
    assert_str(m.email, "kansli@exempel.se");
    assert_str(m.strategy, "2025");
    assert_str(m.script_version, "f00d");
    assert_ptr_equal(m.answers, answers);
}

static void areas_stand_in_the_strategys_order(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = make(f, answers_of(f->arena, "8020000001"));
    assert_int_equal(m.areas.count, 2);
    assert_str(m.areas.items[0], "makt");
    assert_str(m.areas.items[1], "vald");
}

static void search_words_are_the_public_answers_only(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = make(f, answers_of(f->arena, "8020000001"));
    assert_str(m.words, "Västerås\n8020000001\n802000-0001\n"
                        "Simning för alla\nLika lön");
}

static void a_sole_traders_number_is_not_searched_for(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = make(f, answers_of(f->arena, "8001019999"));
    assert_str(m.org_number, "8001019999");
    assert_true(ans_str_find_str(m.words, ANS_STR("8001")) < 0);
    assert_true(ans_str_find_str(m.words, ANS_STR("9999")) < 0);
}

static void search_words_are_bounded(void **state)
{
    struct fixture *f = *state;
    struct ans_map *answers = answers_of(f->arena, "8020000001");
    char *text = ans_arena_alloc(f->arena, 20000);
    memset(text, 'x', 20000);
    ans_map_put_str(answers, "about", (struct ans_str){text, 20000});
    struct ans_member m = make(f, answers);
    assert_str(m.words, "Västerås\n8020000001\n802000-0001\nLika lön");
}

static void what_was_not_asked_or_answered_is_empty(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = make(f, ans_map_new(f->arena));
    assert_str(m.name, "");
    assert_str(m.org_number, "");
    assert_str(m.municipality, "");
    assert_str(m.words, "");
    assert_int_equal(m.areas.count, 0);
}

static void a_member_from_a_form_is_found_by_its_words(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = make(f, answers_of(f->arena, "8020000001"));
    m.submitted_at = NOW;
    ans_member_prepare(f->arena, &m);
    struct member_job j = {.m = &m, .arena = f->arena};
    assert_ok(f, ans_store_write(f->store, add_job, &j, &f->err));
    assert_ok(f, confirm(f, &m, false));
    static const struct {
        const char *words;
        size_t hits;
    } cases[] = {{"byns", 1},       {"västerås", 1},    {"SIMNING", 1},
                 {"lika lön", 1},   {"802000-0001", 1}, {"hemligheten", 0},
                 {"021-123456", 0}, {"kansli", 0}};
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_register_page page =
            list(f, (struct ans_register_query){
                        .search = ans_str_from(cases[i].words)});
        if (page.count != cases[i].hits)
            fail_msg("\"%s\" finds %zu", cases[i].words, page.count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(answers_become_a_member_whatever_the_questions_are_called),
        T(areas_stand_in_the_strategys_order),
        T(search_words_are_the_public_answers_only),
        T(a_sole_traders_number_is_not_searched_for),
        T(search_words_are_bounded),
        T(what_was_not_asked_or_answered_is_empty),
        T(a_member_from_a_form_is_found_by_its_words),
#undef T
    };
    return cmocka_run_group_tests_name("member_form", tests, NULL, NULL);
}
