#include "join/commitment.h"

#include "codec/json.h"
#include "join/fixture.h"

/* A county by hand: what a commitment reads of one. */

static struct ans_text text(struct ans_arena *arena, const char *sv,
                            const char *en)
{
    struct ans_text t = {.items = ANS_NEW_ARRAY(arena, struct ans_text_item, 2),
                         .count = en ? 2 : 1};
    t.items[0] =
        (struct ans_text_item){.lang = ANS_STR("sv"), .str = ans_str_from(sv)};
    if (en)
        t.items[1] = (struct ans_text_item){.lang = ANS_STR("en"),
                                            .str = ans_str_from(en)};
    return t;
}

static void put(struct ans_arena *arena, struct ans_nodes *nodes, void *node)
{
    nodes->items = ans_arena_grow(arena, nodes->items, nodes->count,
                                  sizeof(*nodes->items));
    nodes->items[nodes->count++] = node;
}

static struct ans_question *question(struct ans_arena *arena, const char *id,
                                     enum ans_question_type type)
{
    struct ans_question *q = ANS_NEW(arena, struct ans_question);
    q->node.id = ans_str_from(id);
    q->type = type;
    q->label = text(arena, ans_arena_printf(arena, "Fråga %s", id).ptr,
                    ans_arena_printf(arena, "Question %s", id).ptr);
    return q;
}

static struct ans_strategy *new_strategy(struct ans_arena *arena)
{
    struct ans_strategy *s = ANS_NEW(arena, struct ans_strategy);
    s->node.id = ANS_STR("2025");
    s->title = text(arena, "En strategi", NULL);
    s->period = (struct ans_period){.from = {2025, 0, 0}, .to = {2029, 12, 31}};
    static const struct ans_date dates[] = {
        {2024, 12, 1}, {2025, 6, 0}, {2023, 0, 0}};
    static const char *const ids[] = {"1", "2", "0"};
    for (size_t i = 0; i < ANS_COUNT(dates); i++) {
        struct ans_strategy_version *v =
            ANS_NEW(arena, struct ans_strategy_version);
        v->node.id = ans_str_from(ids[i]);
        v->date = dates[i];
        put(arena, &s->versions, v);
    }
    return s;
}

static struct ans_county *new_county(struct ans_arena *arena)
{
    struct ans_county *c = ANS_NEW(arena, struct ans_county);
    c->slug = ANS_STR("lan");
    c->version = ANS_STR("f00d");
    c->code = ANS_STR("99");
    c->name = text(arena, "Länet", "The county");
    c->brand = text(arena, "Jämnt", NULL);
    struct ans_join *join = ANS_NEW(arena, struct ans_join);
    join->binding = true;
    join->letter_title = text(arena, "Avsiktsförklaring", "Letter of intent");
    struct ans_expectation *e = ANS_NEW(arena, struct ans_expectation);
    e->node.id = ANS_STR("follow");
    e->text = text(arena, "Följa upp", NULL);
    put(arena, &join->expectations, e);
    struct ans_step *one = ANS_NEW(arena, struct ans_step);
    put(arena, &one->questions, question(arena, "name", ANS_Q_NAME));
    put(arena, &one->questions, question(arena, "kind", ANS_Q_KIND));
    struct ans_step *two = ANS_NEW(arena, struct ans_step);
    put(arena, &two->questions, question(arena, "why", ANS_Q_LONG_TEXT));
    put(arena, &two->questions, question(arena, "silent", ANS_Q_TEXT));
    put(arena, &join->steps, one);
    put(arena, &join->steps, two);
    c->join = join;
    return c;
}

static struct ans_str build(struct ans_arena *arena, const char *lang)
{
    struct ans_map *answers = ans_map_new(arena);
    ans_map_put_str(answers, "why", ANS_STR("Lika \"lön\" </script>\nnu"));
    ans_map_put_str(answers, "name", ANS_STR("Byns IF"));
    ans_map_put_str(answers, "stray", ANS_STR("never declared"));
    static const struct ans_texts texts;
    const struct ans_letter letter = {
        .text = ANS_STR("Vi, Byns IF, lovar."),
        .lang = ans_str_from(lang),
        .beside = strcmp(lang, "sv") != 0 ? ANS_STR("Vi lovar.") : ANS_STR(""),
    };
    return ans_commitment_build(arena, new_county(arena), &texts,
                                new_strategy(arena), answers, &letter,
                                ans_str_from(lang), NOW);
}

static struct ans_map *read_document(struct fixture *f, struct ans_str doc)
{
    struct ans_value v;
    assert_ok(f, ans_json_read(f->arena, doc, &v, &f->err));
    assert_int_equal(v.type, ANS_MAP);
    return v.map;
}

static void the_document_can_be_read_without_anything_else(void **state)
{
    struct fixture *f = *state;
    struct ans_map *doc = read_document(f, build(f->arena, "sv"));
    assert_str(ans_map_str(doc, "form"), ANS_COMMITMENT_FORM);
    assert_str(ans_map_str(doc, "at"), "2026-02-16T12:00:00Z");
    assert_str(ans_map_str(doc, "date"), "2026-02-16");
    assert_str(ans_map_str(doc, "lang"), "sv");
    assert_str(ans_map_str(doc, "script_version"), "f00d");
    assert_true(ans_map_find(doc, "binding").b);
    struct ans_map *county = ans_map_find(doc, "county").map;
    assert_str(ans_map_str(county, "slug"), "lan");
    assert_str(ans_map_str(county, "name"), "Länet");
    assert_str(ans_map_str(county, "brand"), "Jämnt");
    assert_str(ans_map_str(county, "code"), "99");
    struct ans_map *letter = ans_map_find(doc, "letter").map;
    assert_str(ans_map_str(letter, "title"), "Avsiktsförklaring");
    assert_str(ans_map_str(letter, "text"), "Vi, Byns IF, lovar.");
    assert_str(ans_map_str(letter, "lang"), "sv");
    assert_int_equal(ans_map_find(doc, "beside").type, ANS_NIL);
    struct ans_list *expected = ans_map_find(doc, "expectations").list;
    assert_int_equal(expected->count, 1);
    assert_str(ans_map_str(expected->items[0].map, "text"), "Följa upp");
}

static void the_document_names_the_strategy_and_its_newest_version(void **state)
{
    struct fixture *f = *state;
    struct ans_map *doc = read_document(f, build(f->arena, "sv"));
    struct ans_map *s = ans_map_find(doc, "strategy").map;
    assert_str(ans_map_str(s, "id"), "2025");
    assert_str(ans_map_str(s, "title"), "En strategi");
    struct ans_map *period = ans_map_find(s, "period").map;
    assert_str(ans_map_str(period, "from"), "2025");
    assert_str(ans_map_str(period, "to"), "2029-12-31");
    struct ans_map *version = ans_map_find(s, "version").map;
    assert_str(ans_map_str(version, "id"), "2");
    assert_str(ans_map_str(version, "date"), "2025-06");
}

static void answers_stand_in_the_forms_order_with_label_and_value(void **state)
{
    struct fixture *f = *state;
    struct ans_map *doc = read_document(f, build(f->arena, "sv"));
    struct ans_list *answers = ans_map_find(doc, "answers").list;
    assert_int_equal(answers->count, 2); /* neither silent nor stray */
    struct ans_map *name = answers->items[0].map;
    assert_str(ans_map_str(name, "question"), "name");
    assert_str(ans_map_str(name, "label"), "Fråga name");
    assert_str(ans_map_str(name, "text"), "Byns IF");
    assert_str(ans_map_str(name, "value"), "Byns IF");
    struct ans_map *why = answers->items[1].map;
    assert_str(ans_map_str(why, "value"), "Lika \"lön\" </script>\nnu");
}

static void the_document_is_in_the_language_it_was_agreed_in(void **state)
{
    struct fixture *f = *state;
    struct ans_map *doc = read_document(f, build(f->arena, "en"));
    assert_str(ans_map_str(ans_map_find(doc, "letter").map, "title"),
               "Letter of intent");
    assert_str(ans_map_str(ans_map_find(doc, "letter").map, "lang"), "en");
    struct ans_map *beside = ans_map_find(doc, "beside").map;
    assert_str(ans_map_str(beside, "lang"), "sv");
    assert_str(ans_map_str(beside, "title"), "Avsiktsförklaring");
    assert_str(ans_map_str(beside, "text"), "Vi lovar.");
    struct ans_list *expected = ans_map_find(beside, "expectations").list;
    assert_str(ans_map_str(expected->items[0].map, "text"), "Följa upp");
    /* What is not said in English is said in Swedish. */
    assert_str(ans_map_str(ans_map_find(doc, "county").map, "brand"), "Jämnt");
    struct ans_map *name = ans_map_find(doc, "answers").list->items[0].map;
    assert_str(ans_map_str(name, "label"), "Question name");
}

static void the_same_commitment_is_the_same_bytes(void **state)
{
    struct fixture *f = *state;
    struct ans_str one = build(f->arena, "sv");
    struct ans_str two = build(f->arena, "sv");
    assert_true(ans_str_eq(one, two));
    /* And reading and writing it again gives the same. */
    struct ans_buf b = {0};
    ans_json_write_canonical(&b, ans_value_map(read_document(f, one)));
    bool same = ans_str_eq(one, ans_buf_str(&b));
    ans_buf_free(&b);
    assert_true(same);
}

/* Verifying. */

struct faults {
    int64_t members[8];
    size_t count;
};

static void note_fault(void *context, int64_t member)
{
    struct faults *x = context;
    assert_true(x->count < ANS_COUNT(x->members));
    x->members[x->count++] = member;
}

static int64_t verify(struct fixture *f, struct faults *faults)
{
    int64_t checked = -1;
    *faults = (struct faults){0};
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f,
              ans_commitment_verify(db, note_fault, faults, &checked, &f->err));
    ans_store_release(f->store, db);
    return checked;
}

static void every_untouched_seal_is_whole(void **state)
{
    struct fixture *f = *state;
    struct faults faults;
    assert_int_equal(verify(f, &faults), 0);
    for (int i = 0; i < 3; i++)
        sent(f, (struct who){.name = "Byn", .email = "a@exempel.se"});
    assert_int_equal(verify(f, &faults), 3);
    assert_int_equal(faults.count, 0);
}

static void a_changed_document_or_seal_is_found(void **state)
{
    struct fixture *f = *state;
    struct faults faults;
    for (int i = 0; i < 4; i++)
        sent(f, (struct who){.name = "Byn", .email = "a@exempel.se"});
    /* Somebody with a shell and time. */
    assert_ok(f, run(f, "DROP TRIGGER commitment_is_sealed"));
    assert_ok(f, run(f, "UPDATE commitment SET document = replace(document,"
                        " '1', '2') WHERE member = 2"));
    assert_ok(f, run(f, "UPDATE commitment SET hash = zeroblob(32)"
                        " WHERE member = 3"));
    assert_ok(f, run(f, "UPDATE commitment SET hash = x'00'"
                        " WHERE member = 4"));
    assert_int_equal(verify(f, &faults), 4);
    assert_int_equal(faults.count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(faults.members[i], (int64_t)i + 2);
}

static void who_has_no_seal_has_none(void **state)
{
    struct fixture *f = *state;
    struct ans_commitment c;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_err(f, ans_commitment_of(db, 1, f->arena, &c, &f->err),
               ANS_ERR_NOT_FOUND);
    ans_store_release(f->store, db);
}

static void a_damaged_seal_is_our_fault(void **state)
{
    struct fixture *f = *state;
    sent(f, (struct who){.name = "Byn", .email = "a@exempel.se"});
    assert_ok(f, run(f, "DROP TRIGGER commitment_is_sealed"));
    assert_ok(f, run(f, "UPDATE commitment SET hash = x'00'"));
    struct ans_commitment c;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_err(f, ans_commitment_of(db, 1, f->arena, &c, &f->err),
               ANS_ERR_INTERNAL);
    ans_store_release(f->store, db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(the_document_can_be_read_without_anything_else),
        T(the_document_names_the_strategy_and_its_newest_version),
        T(answers_stand_in_the_forms_order_with_label_and_value),
        T(the_document_is_in_the_language_it_was_agreed_in),
        T(the_same_commitment_is_the_same_bytes),
        T(every_untouched_seal_is_whole),
        T(a_changed_document_or_seal_is_found),
        T(who_has_no_seal_has_none),
        T(a_damaged_seal_is_our_fault),
#undef T
    };
    return cmocka_run_group_tests_name("join_commitment", tests, NULL, NULL);
}
