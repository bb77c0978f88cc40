/* Members follow areas that get other names. */
#include "member/fixture.h"

typedef struct ans_register_query query;

/* How many calls it takes to rename the county's areas. */
static int rename_areas(struct fixture *f, const struct ans_county *c)
{
    int calls = 0;
    bool more = true;
    while (more) {
        assert_ok(f, ans_register_rename_areas(f->store, c, &more, &f->err));
        calls++;
    }
    return calls;
}

static int64_t listed(struct fixture *f, const char *area)
{
    return list(f, (query){.area = ans_str_from(area)}).total;
}

static void members_follow_an_area_that_was_renamed(void **state)
{
    struct fixture *f = *state;
    struct ans_str old = ANS_STR("makt");
    struct ans_area power = {.node.id = ANS_STR("inflytande"),
                             .was = {&old, 1}};
    struct ans_area safety = {.node.id = ANS_STR("vald")};
    struct ans_node *areas[] = {&power.node, &safety.node};
    struct ans_strategy strategy = {.areas = {areas, 2}};
    struct ans_node *strategies[] = {&strategy.node};
    struct ans_county county = {.strategies = {strategies, 1}};
    for (int i = 0; i < 120; i++)
        join(f,
             (struct who){.name = ans_arena_printf(f->arena, "Byn %d", i).ptr,
                          .municipality = "1980",
                          .areas = {"makt", i % 2 ? "vald" : NULL},
                          .words = "vi räknar"});
    join(f, (struct who){.name = "Klockberga", .areas = {"makt", "vald"}});
    join(f, (struct who){.name = "Båda", .areas = {"makt", "inflytande"}});
    assert_int_equal(rename_areas(f, &county), 2);
    assert_int_equal(listed(f, "makt"), 0);
    assert_int_equal(listed(f, "inflytande"), 122);
    assert_int_equal(listed(f, "vald"), 61);
    struct ans_register_page page = list(
        f, (query){.area = power.node.id, .search = ANS_STR("Klockberga")});
    assert_int_equal(page.count, 1);
    assert_int_equal(page.members[0].areas.count, 2);
    assert_str(page.members[0].areas.items[0], "inflytande");
    assert_str(page.members[0].areas.items[1], "vald");
    page = list(f, (query){.search = ANS_STR("Båda")});
    assert_int_equal(page.members[0].areas.count, 1);
    assert_int_equal(rename_areas(f, &county), 1);
    assert_int_equal(total(f), 122);
}

static void a_name_that_an_area_still_has_is_not_taken_over(void **state)
{
    struct fixture *f = *state;
    struct ans_str old = ANS_STR("makt");
    struct ans_area power = {.node.id = ANS_STR("inflytande"),
                             .was = {&old, 1}};
    struct ans_area again = {.node.id = old};
    struct ans_node *areas[] = {&power.node};
    struct ans_node *newer_areas[] = {&again.node};
    struct ans_strategy strategy = {.areas = {areas, 1},
                                    .period.from = {2020, 0, 0}};
    struct ans_strategy newer = {.areas = {newer_areas, 1},
                                 .period.from = {2025, 0, 0}};
    struct ans_node *strategies[] = {&strategy.node, &newer.node};
    struct ans_county county = {.strategies = {strategies, 2}};
    join(f, (struct who){.name = "Byn", .areas = {"makt"}});
    rename_areas(f, &county);
    assert_int_equal(listed(f, "makt"), 1);
    assert_int_equal(listed(f, "inflytande"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(members_follow_an_area_that_was_renamed),
        T(a_name_that_an_area_still_has_is_not_taken_over),
#undef T
    };
    return cmocka_run_group_tests_name("member_rename", tests, NULL, NULL);
}
