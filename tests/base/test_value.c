#include "base/value.h"

#include "check.h"

static void a_map_keeps_unique_keys_in_order(void **state)
{
    struct ans_map *map = ans_map_new(*state);
    ans_map_put_int(map, "b", 1);
    ans_map_put_str(map, "a", ANS_STR("x"));
    ans_map_put_bool(map, "c", true);
    ans_map_put_int(map, "b", 2);
    assert_int_equal(map->count, 3);
    assert_str(map->pairs[0].key, "b");
    assert_str(map->pairs[1].key, "a");
    assert_int_equal(ans_map_find(map, "b").i, 2);
    assert_str(ans_map_str(map, "a"), "x");
    assert_str(ans_map_str(map, "b"), "");
    assert_str(ans_map_str(map, "none"), "");
    assert_int_equal(ans_map_find(map, "none").type, ANS_NIL);
    assert_int_equal(ans_map_find(NULL, "none").type, ANS_NIL);
}

static void nil_takes_a_key_away(void **state)
{
    struct ans_map *map = ans_map_new(*state);
    ans_map_put_int(map, "a", 1);
    ans_map_put_int(map, "b", 2);
    ans_map_put_int(map, "c", 3);
    ans_map_put(map, "b", ANS_VALUE_NIL);
    ans_map_put(map, "none", ANS_VALUE_NIL);
    assert_int_equal(map->count, 2);
    assert_str(map->pairs[1].key, "c");
    assert_int_equal(ans_map_find(map, "b").type, ANS_NIL);
    ans_map_put_int(map, "d", 4);
    assert_int_equal(ans_map_find(map, "d").i, 4);
}

/* { "list": [0..99, {"n": 1}], "map": {"t": "x", "f": 1.5} } */
static struct ans_value build(struct ans_arena *arena, bool reversed)
{
    struct ans_map *map = ans_map_new(arena);
    struct ans_map *inner = NULL;
    if (reversed)
        inner = ans_map_put_map(map, "map");
    struct ans_list *list = ans_map_put_list(map, "list");
    for (int64_t i = 0; i < 100; i++)
        ans_list_add(list, ans_value_int(i));
    ans_map_put_int(ans_list_add_map(list), "n", 1);
    if (!reversed)
        inner = ans_map_put_map(map, "map");
    if (reversed)
        ans_map_put(inner, "f", ans_value_num(1.5));
    ans_map_put_str(inner, "t", ANS_STR("x"));
    ans_map_put(inner, "f", ans_value_num(1.5));
    return ans_value_map(map);
}

static void trees_are_equal_whatever_the_order_of_keys(void **state)
{
    struct ans_value a = build(*state, false);
    struct ans_value b = build(*state, true);
    assert_true(ans_value_eq(a, b));
    ans_map_put_int(ans_map_find(b.map, "map").map, "extra", 1);
    assert_false(ans_value_eq(a, b));
}

static void values_of_different_type_or_content_differ(void **state)
{
    struct ans_arena *arena = *state;
    struct ans_list *one = ans_list_new(arena);
    ans_list_add(one, ans_value_int(1));
    const struct ans_value values[] = {
        ANS_VALUE_NIL,
        ans_value_bool(false),
        ans_value_bool(true),
        ans_value_int(0),
        ans_value_int(1),
        ans_value_num(1),
        ans_value_num(1.5),
        ans_value_str(ANS_STR("")),
        ans_value_str(ANS_STR("1")),
        ans_value_list(ans_list_new(arena)),
        ans_value_list(one),
        ans_value_map(ans_map_new(arena)),
    };
    for (size_t i = 0; i < ANS_COUNT(values); i++)
        for (size_t j = 0; j < ANS_COUNT(values); j++)
            if (ans_value_eq(values[i], values[j]) != (i == j))
                fail_msg("values %zu and %zu", i, j);
}

static void a_copy_shares_nothing(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    char text[] = "text";
    struct ans_map *map = ans_map_new(arena);
    ans_map_put_str(map, "text", ans_str_from(text));
    ans_map_put(map, "tree", build(arena, false));
    struct ans_value copy = ans_value_copy(*state, ans_value_map(map));
    assert_true(ans_value_eq(copy, ans_value_map(map)));
    text[0] = 'T';
    ans_arena_free(arena);
    assert_str(ans_map_str(copy.map, "text"), "text");
    struct ans_value list =
        ans_map_find(ans_map_find(copy.map, "tree").map, "list");
    assert_int_equal(list.list->items[99].i, 99);
    ans_list_add(list.list, ans_value_bool(true)); /* still grows */
    assert_int_equal(list.list->count, 102);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_keeps_unique_keys_in_order),
        cmocka_unit_test(nil_takes_a_key_away),
        cmocka_unit_test(trees_are_equal_whatever_the_order_of_keys),
        cmocka_unit_test(values_of_different_type_or_content_differ),
        cmocka_unit_test(a_copy_shares_nothing),
    };
    return cmocka_run_group_tests_name("value", tests, arena_setup,
                                       arena_teardown);
}
