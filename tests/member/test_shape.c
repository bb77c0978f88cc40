/* Members within members, joint members, and how they count. */
#include "fixture.h"

static int64_t counted(struct fixture *f, const struct ans_counting *rule)
{
    int64_t n = -1;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f, ans_register_counted(db, rule, &n, &f->err));
    ans_store_release(f->store, db);
    return n;
}

static int64_t counted_area(struct fixture *f, const struct ans_counting *rule,
                            const char *area)
{
    struct ans_map *counts = NULL;
    struct ans_register_query q = {0};
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f, ans_register_counts(db, &q, "area", rule, f->arena, &counts,
                                     &f->err));
    ans_store_release(f->store, db);
    struct ans_value v = ans_map_find(counts, area);
    return v.type == ANS_INT ? v.i : 0;
}

static struct ans_member at(struct fixture *f, const char *slug)
{
    struct ans_member m = {0};
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f, ans_member_at(db, ans_str_from(slug), f->arena, &m, &f->err));
    ans_store_release(f->store, db);
    return m;
}

static struct ans_register_page parts(struct fixture *f, int64_t member,
                                      size_t most, bool *more)
{
    struct ans_register_page page;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(
        f, ans_member_parts(db, member, most, f->arena, &page, more, &f->err));
    ans_store_release(f->store, db);
    return page;
}

/* A municipality with two departments, a council of three, an association. */
static void fill(struct fixture *f)
{
    join(f, (struct who){.name = "Byn",
                         .kind = "municipality",
                         .org_number = "2120000001",
                         .areas = {"makt"}});
    join(f, (struct who){.name = "Skolan",
                         .kind = "municipality",
                         .org_number = "2120000001",
                         .within = "byn",
                         .areas = {"makt"}});
    join(f, (struct who){.name = "Vården",
                         .kind = "municipality",
                         .org_number = "2120000001",
                         .within = "byn"});
    join(f, (struct who){.name = "Rådet",
                         .kind = "joint",
                         .areas = {"makt"},
                         .bodies = {"Byn", "Regionen", "Staten"}});
    join(f, (struct who){.name = "Laget", .kind = "association"});
}

static void a_county_counts_by_its_own_rule(void **state)
{
    struct fixture *f = *state;
    fill(f);
    static struct ans_str few[] = {{"municipality", 12}, {"joint", 5}};
    const struct {
        struct ans_counting rule;
        int64_t all, makt;
    } cases[] = {
        {{.parts = false, .joint = ANS_STR("one")}, 3, 2},
        {{.parts = true, .joint = ANS_STR("one")}, 5, 3},
        {{.parts = false, .joint = ANS_STR("each")}, 5, 4},
        {{.parts = true, .joint = ANS_STR("each")}, 7, 5},
        {{.parts = true, .joint = ANS_STR("one"), .kinds = {few, 2}}, 4, 3},
        {{.parts = false, .joint = ANS_STR("each"), .kinds = {few, 2}}, 4, 4},
    };
    assert_int_equal(counted(f, NULL), 5);
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        assert_int_equal(counted(f, &cases[i].rule), cases[i].all);
        assert_int_equal(counted_area(f, &cases[i].rule, "makt"),
                         cases[i].makt);
    }
}

static void a_part_knows_its_member_and_the_member_its_parts(void **state)
{
    struct fixture *f = *state;
    bool more = true;
    fill(f);
    struct ans_member school = at(f, "skolan");
    assert_str(school.parent_slug, "byn");
    assert_str(school.parent_name, "Byn");
    struct ans_register_page page = parts(f, at(f, "byn").id, 10, &more);
    assert_str(names(f, &page), "Skolan|Vården");
    assert_false(more);
    page = parts(f, at(f, "byn").id, 1, &more);
    assert_str(names(f, &page), "Skolan");
    assert_true(more);
    page = parts(f, at(f, "laget").id, 10, &more);
    assert_int_equal(page.count, 0);
}

static void parts_stand_by_themselves_when_their_member_leaves(void **state)
{
    struct fixture *f = *state;
    const struct ans_counting rule = {.joint = ANS_STR("one")};
    fill(f);
    struct ans_member village = at(f, "byn");
    assert_int_equal(counted(f, &rule), 3);
    assert_ok(f, withdraw(f, &village, ANS_MEMBER_LEFT));
    assert_int_equal(counted(f, &rule), 4); /* two more, one less */
    assert_int_equal(counted_area(f, &rule, "makt"), 2);
    assert_int_equal(at(f, "skolan").parent, 0);
    assert_int_equal(total(f), 4);
}

static void a_part_that_leaves_leaves_the_counters(void **state)
{
    struct fixture *f = *state;
    const struct ans_counting each = {.parts = true, .joint = ANS_STR("each")};
    fill(f);
    struct ans_member school = at(f, "skolan");
    struct ans_member council = at(f, "radet");
    assert_ok(f, withdraw(f, &school, ANS_MEMBER_LEFT));
    assert_int_equal(counted(f, &each), 6);
    assert_ok(f, withdraw(f, &council, ANS_MEMBER_LEFT));
    assert_int_equal(counted(f, &each), 3);
}

static void a_part_shares_its_members_number_but_no_name_with_another_part(
    void **state)
{
    struct fixture *f = *state;
    fill(f);
    struct ans_member again = add(f, (struct who){.name = "SKOLAN",
                                                  .kind = "municipality",
                                                  .org_number = "2120000001",
                                                  .within = "byn"});
    assert_err(f, confirm(f, &again, false), ANS_ERR_CONFLICT);
    struct ans_member parent = add(f, (struct who){.name = "Byn igen",
                                                   .kind = "municipality",
                                                   .org_number = "2120000001"});
    assert_err(f, confirm(f, &parent, false), ANS_ERR_CONFLICT);
}

static void who_joins_within_nobody_is_one_of_its_own(void **state)
{
    struct fixture *f = *state;
    const struct ans_counting rule = {.joint = ANS_STR("one")};
    join(f, (struct who){.name = "Skolan", .within = "ingen"});
    assert_int_equal(at(f, "skolan").parent, 0);
    assert_int_equal(counted(f, &rule), 1);
}

static void a_part_may_have_parts(void **state)
{
    struct fixture *f = *state;
    fill(f);
    join(f, (struct who){.name = "Förskolan", .within = "skolan"});
    bool more;
    struct ans_register_page page = parts(f, at(f, "skolan").id, 10, &more);
    assert_str(names(f, &page), "Förskolan");
    const struct ans_counting rule = {.joint = ANS_STR("one")};
    assert_int_equal(counted(f, &rule), 3);
}

static void a_joint_member_keeps_the_names_of_its_bodies(void **state)
{
    struct fixture *f = *state;
    fill(f);
    struct ans_member council = at(f, "radet");
    assert_int_equal(council.bodies.count, 3);
    assert_str(council.bodies.items[1], "Regionen");
    assert_int_equal(at(f, "laget").bodies.count, 0);
}

static int64_t number_from(struct fixture *f, const char *name, int64_t first)
{
    struct ans_member m = add(f, (struct who){.name = name});
    struct member_job j = {.m = &m, .arena = f->arena, .first_number = first};
    assert_ok(f, ans_store_write(f->store, confirm_job, &j, &f->err));
    return m.number;
}

static void running_numbers_begin_where_the_county_says_and_never_go_back(
    void **state)
{
    struct fixture *f = *state;
    assert_int_equal(number_from(f, "A", 55), 55);
    assert_int_equal(number_from(f, "B", 55), 56);
    assert_int_equal(number_from(f, "C", 0), 57);
    assert_int_equal(number_from(f, "D", 100), 100);
    assert_int_equal(number_from(f, "E", 1), 101);
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_county_counts_by_its_own_rule),
        T(a_part_knows_its_member_and_the_member_its_parts),
        T(parts_stand_by_themselves_when_their_member_leaves),
        T(a_part_that_leaves_leaves_the_counters),
        T(a_part_shares_its_members_number_but_no_name_with_another_part),
        T(who_joins_within_nobody_is_one_of_its_own),
        T(a_part_may_have_parts),
        T(a_joint_member_keeps_the_names_of_its_bodies),
        T(running_numbers_begin_where_the_county_says_and_never_go_back),
    };
    return cmocka_run_group_tests_name("member_shape", tests, NULL, NULL);
}
