#include "member/member.h"

#include "member/fixture.h"

static bool get(struct fixture *f, int64_t id, struct ans_member *out)
{
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    bool ok = ans_member_get(db, id, f->arena, out, &f->err);
    ans_store_release(f->store, db);
    return ok;
}

static bool at(struct fixture *f, const char *slug, struct ans_member *out)
{
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    bool ok = ans_member_at(db, ans_str_from(slug), f->arena, out, &f->err);
    ans_store_release(f->store, db);
    return ok;
}

static int64_t id_by_number(struct fixture *f, const char *number)
{
    struct ans_member m;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f, ans_member_by_org_number(db, ans_str_from(number), f->arena,
                                          &m, &f->err));
    ans_store_release(f->store, db);
    return m.id;
}

static void a_member_comes_back_as_it_was_saved(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = add(f, (struct who){.name = "Åkerby IK",
                                              .kind = "association",
                                              .municipality = "1980",
                                              .areas = {"makt", "halsa"},
                                              .org_number = "8020000001",
                                              .email = "ik@exempel.se",
                                              .words = "Västerås"});
    struct ans_member back;
    assert_ok(f, get(f, m.id, &back));
    assert_int_equal(back.id, m.id);
    assert_int_equal(back.state, ANS_MEMBER_UNCONFIRMED);
    assert_int_equal(back.number, 0);
    assert_str(back.slug, "");
    assert_str(back.name, "Åkerby IK");
    assert_str(back.kind, "association");
    assert_str(back.municipality, "1980");
    assert_str(back.org_number, "8020000001");
    assert_str(back.email, "ik@exempel.se");
    assert_str(back.lang, "sv");
    assert_str(back.strategy, "2025");
    assert_str(back.script_version, "abc");
    assert_str(back.words, "Västerås");
    assert_int_equal(back.areas.count, 2);
    assert_str(back.areas.items[0], "makt");
    assert_str(back.areas.items[1], "halsa");
    assert_int_equal(back.submitted_at, NOW);
    assert_int_equal(back.joined_on, 0);
    assert_str(ans_map_str(back.answers, "name"), "Åkerby IK");
}

static void answers_of_every_type_come_back(void **state)
{
    struct fixture *f = *state;
    struct who who = {.name = "A"};
    struct ans_member m = member_of(f->arena, &who);
    ans_map_put_bool(m.answers, "yes", true);
    ans_map_put_int(m.answers, "whole", 412);
    ans_map_put(m.answers, "half", ans_value_num(0.5));
    ans_map_put_str(m.answers, "text", ANS_STR("\"<å>\n"));
    struct ans_map *sexes = ans_map_put_map(m.answers, "by_sex");
    ans_map_put_int(sexes, "women", 3);
    struct ans_map *row =
        ans_list_add_map(ans_map_put_list(m.answers, "goals"));
    ans_map_put_str(row, "text", ANS_STR("Lika lön"));
    ans_member_prepare(f->arena, &m);
    struct member_job j = {.m = &m};
    assert_ok(f, ans_store_write(f->store, add_job, &j, &f->err));
    struct ans_member back;
    assert_ok(f, get(f, m.id, &back));
    assert_true(
        ans_value_eq(ans_value_map(back.answers), ans_value_map(m.answers)));
    assert_str(cell(f, "SELECT answers -> 'by_sex' ->> 'women' FROM member"),
               "3");
}

static void there_is_no_member_zero(void **state)
{
    struct fixture *f = *state;
    struct ans_member m;
    assert_err(f, get(f, 0, &m), ANS_ERR_NOT_FOUND);
    assert_err(f, get(f, 4711, &m), ANS_ERR_NOT_FOUND);
    assert_err(f, at(f, "", &m), ANS_ERR_NOT_FOUND);
}

static void an_unconfirmed_member_is_nowhere_in_public(void **state)
{
    struct fixture *f = *state;
    add(f, (struct who){.name = "Åkerby IK", .org_number = "8020000001"});
    struct ans_member m;
    assert_err(f, at(f, "akerby-ik", &m), ANS_ERR_NOT_FOUND);
    assert_err(f, at(f, "", &m), ANS_ERR_NOT_FOUND);
    assert_int_equal(total(f), 0);
    assert_int_equal(id_by_number(f, "8020000001"), 0);
    assert_int_equal(
        list(f, (struct ans_register_query){.search = ANS_STR("akerby")}).count,
        0);
}

static void confirming_gives_number_address_and_day(void **state)
{
    struct fixture *f = *state;
    struct ans_member a = join(f, (struct who){.name = "Åkerby IK"});
    struct ans_member b = join(f, (struct who){.name = "Byns fiber"});
    assert_int_equal(a.number, 1);
    assert_int_equal(b.number, 2);
    struct ans_member back;
    assert_ok(f, at(f, "akerby-ik", &back));
    assert_int_equal(back.id, a.id);
    assert_int_equal(back.number, 1);
    assert_int_equal(back.state, ANS_MEMBER_PUBLIC);
    assert_int_equal(back.joined_on, TODAY);
}

static void confirming_twice_is_a_conflict(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = join(f, (struct who){.name = "A"});
    assert_err(f, confirm(f, &m, false), ANS_ERR_CONFLICT);
    assert_int_equal(total(f), 1);
    assert_str(cell(f, "SELECT n FROM counter"), "1");
}

static void addresses_of_one_name_are_numbered(void **state)
{
    static const struct {
        const char *name;
        const char *municipality;
        const char *slug;
    } cases[] = {
        {"Byns IF", "1", "byns-if"},
        {"Byns IF", "2", "byns-if-2"},
        {"Byns IF 4", "1", "byns-if-4"},
        {"Byns IF", "3", "byns-if-3"},
        {"Byns IF", "4", "byns-if-5"},
        {"BYNS-IF!", "5", "byns-if-6"},
        {"???", "1", "7"},
        {"7", "1", "7-2"},
        {"北京", "1", NULL},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_member m =
            join(f, (struct who){.name = cases[i].name,
                                 .municipality = cases[i].municipality});
        if (cases[i].slug)
            assert_str(m.slug, cases[i].slug);
        struct ans_member back;
        char slug[128];
        snprintf(slug, sizeof(slug), "%.*s", ANS_STR_ARG(m.slug));
        assert_ok(f, at(f, slug, &back));
        assert_int_equal(back.id, m.id);
    }
}

static void the_same_organisation_joins_a_county_once(void **state)
{
    static const struct {
        struct who first, second;
        bool same;
    } cases[] = {
        {{.name = "A", .org_number = "8020000001"},
         {.name = "B", .org_number = "8020000001"},
         true},
        {{.name = "A", .org_number = "8020000001"},
         {.name = "A", .org_number = "8020000002"},
         false},
        {{.name = "Åkerby IK", .municipality = "1980"},
         {.name = "ÅKERBY ik", .municipality = "1980"},
         true},
        {{.name = "Åkerby IK", .municipality = "1980"},
         {.name = "Åkerby IK", .municipality = "1981"},
         false},
        {{.name = "Åkerby IK"}, {.name = "Akerby IK"}, false},
        {{.name = "A", .org_number = "8020000001"}, {.name = "A"}, false},
        /* The parts of an identity cannot be shifted into each other. */
        {{.name = "b", .municipality = "a"}, {.name = "a:b"}, false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        void *fresh;
        set_up(&fresh);
        struct fixture *f = fresh;
        struct ans_member a = add(f, cases[i].first);
        struct ans_member b = add(f, cases[i].second);
        assert_ok(f, confirm(f, &a, false));
        bool joined = confirm(f, &b, false);
        if (joined == cases[i].same)
            fail_msg("case %zu", i);
        assert_int_equal(f->err.kind,
                         cases[i].same ? ANS_ERR_CONFLICT : ANS_ERR_NONE);
        f->err = (struct ans_err){0};
        assert_int_equal(total(f), cases[i].same ? 1 : 2);
        tear_down(&fresh);
    }
    (void)state;
}

static void the_database_itself_refuses_a_second_confirmed_member(void **state)
{
    struct fixture *f = *state;
    join(f, (struct who){.name = "A", .org_number = "8020000001"});
    add(f, (struct who){.name = "A", .org_number = "8020000001"});
    assert_err(f, run(f, "UPDATE member SET state = 'review' WHERE id = 2"),
               ANS_ERR_CONFLICT);
}

static void a_member_under_review_is_confirmed_but_not_public(void **state)
{
    struct fixture *f = *state;
    struct ans_member m =
        add(f, (struct who){.name = "Byn", .org_number = "8020000001"});
    assert_ok(f, confirm(f, &m, true));
    assert_int_equal(m.number, 1);
    struct ans_member back;
    assert_err(f, at(f, "byn", &back), ANS_ERR_NOT_FOUND);
    assert_int_equal(total(f), 0);
    assert_int_equal(id_by_number(f, "8020000001"), m.id);
    assert_ok(f, publish(f, &m));
    assert_ok(f, at(f, "byn", &back));
    assert_int_equal(total(f), 1);
    assert_err(f, publish(f, &m), ANS_ERR_CONFLICT);
    assert_int_equal(total(f), 1);
}

static void an_unconfirmed_member_can_be_neither_published_nor_withdrawn(
    void **state)
{
    struct fixture *f = *state;
    struct ans_member m = add(f, (struct who){.name = "Byn"});
    assert_err(f, publish(f, &m), ANS_ERR_CONFLICT);
    assert_err(f, withdraw(f, &m, ANS_MEMBER_LEFT), ANS_ERR_CONFLICT);
    struct ans_member public = join(f, (struct who){.name = "Ort"});
    assert_err(f, withdraw(f, &public, ANS_MEMBER_PUBLIC), ANS_ERR_INTERNAL);
    assert_int_equal(total(f), 1);
}

static void a_declined_organisation_may_join_anew(void **state)
{
    struct fixture *f = *state;
    struct who who = {.name = "Byn", .org_number = "8020000001"};
    struct ans_member m = add(f, who);
    assert_ok(f, confirm(f, &m, true));
    assert_ok(f, withdraw(f, &m, ANS_MEMBER_DECLINED));
    assert_int_equal(id_by_number(f, "8020000001"), 0);
    struct ans_member again = join(f, who);
    assert_str(again.slug, "byn");
    assert_int_equal(id_by_number(f, "8020000001"), again.id);
}

static void who_leaves_is_out_of_everything_and_keeps_its_address(void **state)
{
    struct fixture *f = *state;
    struct who who = {.name = "Byns idrottsförening",
                      .kind = "association",
                      .municipality = "1980",
                      .areas = {"makt", "halsa", "makt"},
                      .words = "simning"};
    struct ans_member m = join(f, who);
    assert_int_equal(total(f), 1);
    assert_ok(f, withdraw(f, &m, ANS_MEMBER_LEFT));
    assert_int_equal(total(f), 0);
    assert_str(cell(f, "SELECT count(*) FROM register_entry"), "0");
    assert_str(cell(f, "SELECT max(n) FROM register_filter"), "0");
    assert_int_equal(
        list(f, (struct ans_register_query){.search = ANS_STR("simning")})
            .count,
        0);
    struct ans_member back;
    assert_err(f, at(f, "byns-idrottsforening", &back), ANS_ERR_NOT_FOUND);
    assert_err(f, withdraw(f, &m, ANS_MEMBER_LEFT), ANS_ERR_CONFLICT);
    struct ans_member again = join(f, who);
    assert_str(again.slug, "byns-idrottsforening-2");
}

static void only_public_changes_make_pages_anew(void **state)
{
    struct fixture *f = *state;
    const _Atomic uint64_t *generation = ans_store_generation(f->store);
    uint64_t before = *generation;
    struct ans_member m = add(f, (struct who){.name = "Byn"});
    assert_ok(f, confirm(f, &m, true));
    assert_int_equal(*generation, before);
    assert_ok(f, publish(f, &m));
    assert_int_not_equal(*generation, before);
    before = *generation;
    assert_ok(f, withdraw(f, &m, ANS_MEMBER_LEFT));
    assert_int_not_equal(*generation, before);
    before = *generation;
    join(f, (struct who){.name = "Ort"});
    assert_int_not_equal(*generation, before);
}

static void a_member_that_changed_meanwhile_is_a_conflict(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = add(f, (struct who){.name = "Byn"});
    assert_ok(f, confirm(f, &m, true));
    struct ans_member stale = m;
    assert_ok(f, publish(f, &m));
    assert_err(f, withdraw(f, &stale, ANS_MEMBER_DECLINED), ANS_ERR_CONFLICT);
    assert_int_equal(total(f), 1);
}

static void damaged_answers_are_our_fault(void **state)
{
    struct fixture *f = *state;
    struct ans_member m = add(f, (struct who){.name = "Byn"});
    struct ans_member back;
    assert_ok(f, run(f, "UPDATE member SET answers = '{'"));
    assert_err(f, get(f, m.id, &back), ANS_ERR_INTERNAL);
    assert_ok(f, run(f, "UPDATE member SET answers = '[]'"));
    assert_err(f, get(f, m.id, &back), ANS_ERR_INTERNAL);
}

static void the_audit_trail_and_seals_cannot_be_changed(void **state)
{
    static const char *const tries[] = {"UPDATE audit SET actor = 'x'",
                                        "DELETE FROM audit",
                                        "UPDATE commitment SET document = 'x'"};
    struct fixture *f = *state;
    add(f, (struct who){.name = "A"});
    assert_ok(f, run(f, "INSERT INTO audit (at, actor, action, member, detail)"
                        " VALUES (1, 'a', 'b', 1, '')"));
    assert_ok(f, run(f, "INSERT INTO commitment (member, hash, sealed_at,"
                        " document) VALUES (1, x'00', 1, 'doc')"));
    for (size_t i = 0; i < ANS_COUNT(tries); i++) {
        assert_false(run(f, tries[i]));
        f->err = (struct ans_err){0};
    }
    assert_str(cell(f, "SELECT actor || document FROM audit, commitment"),
               "adoc");
}

/* SQLite fills a table of its own for IN with three values or more, for every
 * row that a CHECK looks at: a fifth of what a join cost. */
static void no_check_is_dear(void **state)
{
    struct fixture *f = *state;
    assert_str(cell(f, "SELECT coalesce(group_concat(name), '')"
                       " FROM sqlite_schema WHERE type = 'table'"
                       " AND sql LIKE '%CHECK (% IN (%'"),
               "");
    assert_str(cell(f, "SELECT count(*) > 2 FROM sqlite_schema"
                       " WHERE sql LIKE '%CHECK (% OR %'"),
               "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(a_member_comes_back_as_it_was_saved),
        T(answers_of_every_type_come_back),
        T(there_is_no_member_zero),
        T(an_unconfirmed_member_is_nowhere_in_public),
        T(confirming_gives_number_address_and_day),
        T(confirming_twice_is_a_conflict),
        T(addresses_of_one_name_are_numbered),
        cmocka_unit_test(the_same_organisation_joins_a_county_once),
        T(the_database_itself_refuses_a_second_confirmed_member),
        T(a_member_under_review_is_confirmed_but_not_public),
        T(an_unconfirmed_member_can_be_neither_published_nor_withdrawn),
        T(a_declined_organisation_may_join_anew),
        T(who_leaves_is_out_of_everything_and_keeps_its_address),
        T(only_public_changes_make_pages_anew),
        T(a_member_that_changed_meanwhile_is_a_conflict),
        T(damaged_answers_are_our_fault),
        T(the_audit_trail_and_seals_cannot_be_changed),
        T(no_check_is_dear),
#undef T
    };
    return cmocka_run_group_tests_name("member_member", tests, NULL, NULL);
}
