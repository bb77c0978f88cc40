/* Everything that a script can reach stands in reach.txt; a change of that
 * list is a decision, made there. */
#include <stdio.h>

#include "script/guest.h"

static struct ans_str read_list(struct ans_arena *arena)
{
    FILE *in = fopen(ANS_SOURCE_DIR "/tests/script/reach.txt", "rb");
    assert_non_null(in);
    char *bytes = ans_arena_alloc(arena, 16384);
    size_t len = fread(bytes, 1, 16384, in);
    fclose(in);
    return (struct ans_str){bytes, len};
}

static void a_script_reaches_what_the_list_says_and_no_more(void **state)
{
    (void)state;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_vm *vm = ans_vm_new(NULL);
    ans_vm_freeze(vm);
    struct ans_str expected = read_list(arena);
    struct ans_str reach = ans_vm_reach(vm, arena);
    if (!ans_str_eq(expected, reach))
        fail_msg("a script reaches:\n%.*s", ANS_STR_ARG(reach));
    ans_vm_free(vm);
    ans_arena_free(arena);
}

static void what_scripts_and_bind_add_is_seen(void **state)
{
    (void)state;
    struct guest g;
    guest_open(&g);
    assert_true(guest_run(&g, "mine = { inner = 1 }"));
    struct ans_str reach = ans_vm_reach(g.vm, g.arena);
    static const char *const added[] = {"\nkeep\n", "\nmine\n",
                                        "\nmine.inner\n"};
    for (size_t i = 0; i < sizeof(added) / sizeof(added[0]); i++)
        assert_true(ans_str_find_str(reach, ans_str_from(added[i])) >= 0);
    guest_close(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_reaches_what_the_list_says_and_no_more),
        cmocka_unit_test(what_scripts_and_bind_add_is_seen),
    };
    return cmocka_run_group_tests_name("script_reach", tests, NULL, NULL);
}
