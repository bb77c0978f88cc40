/* Hostile scripts: hostile/<group>.lua holds many, each under a line
 * "--- name: outcome". Each is run as a file and as a function, in a state of
 * its own:
 *
 *   harmless      it runs to its end
 *   error "part"  it fails, with these words, and the state lives on
 *   form          it is refused before it is parsed
 *   stopped       time or memory ends it, and the state is dead
 *   memory        memory ends it, and the state is dead
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "script/guest.h"

struct hostile {
    struct ans_str name;
    struct ans_str outcome;
    struct ans_str part; /* of the error's text */
    struct ans_str source;
};

/* Enough for memory to run out first, whatever the build. */
#define PATIENT 5000

static struct ans_str read_group(struct ans_arena *arena, const char *group)
{
    char path[512];
    snprintf(path, sizeof(path), "%s/tests/script/hostile/%s.lua",
             ANS_SOURCE_DIR, group);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    char *bytes = ans_arena_alloc(arena, 65536);
    size_t len = fread(bytes, 1, 65536, in);
    fclose(in);
    assert_in_range(len, 1, 65535);
    return (struct ans_str){bytes, len};
}

/* Cut the next entry off `*rest`. */
static bool next_hostile(struct ans_str *rest, struct hostile *out)
{
    if (!ans_str_starts(*rest, ANS_STR("--- ")))
        return false;
    struct ans_str head = ans_str_sub(ans_str_cut(rest, '\n'), 4, SIZE_MAX);
    *out = (struct hostile){.name = ans_str_cut(&head, ':')};
    head = ans_str_trim(head);
    out->outcome = ans_str_cut(&head, ' ');
    if (head.len > 2)
        out->part = ans_str_sub(head, 1, head.len - 2);
    ptrdiff_t end = ans_str_find_str(*rest, ANS_STR("\n--- "));
    size_t len = end < 0 ? rest->len : (size_t)end + 1;
    out->source = ans_str_sub(*rest, 0, len);
    *rest = ans_str_sub(*rest, len, SIZE_MAX);
    return true;
}

static bool dead_as_said(const struct guest *g, struct ans_str outcome)
{
    bool memory = g->fault.kind == ANS_SCRIPT_MEMORY;
    bool time = g->fault.kind == ANS_SCRIPT_TIME;
    return ans_vm_dead(g->vm) &&
           (memory || (time && ans_str_is(outcome, "stopped")));
}

static bool as_said(const struct guest *g, const struct hostile *h, bool ok)
{
    if (ans_str_is(h->outcome, "harmless"))
        return ok && !ans_vm_dead(g->vm);
    if (ok)
        return false;
    if (ans_str_is(h->outcome, "form"))
        return g->fault.kind == ANS_SCRIPT_FORM && !ans_vm_dead(g->vm);
    if (ans_str_is(h->outcome, "error"))
        return g->fault.kind == ANS_SCRIPT_ERROR && !ans_vm_dead(g->vm) &&
               ans_str_find_str(g->fault.text, h->part) >= 0;
    return dead_as_said(g, h->outcome) && g->fault.line > 0;
}

/* Never more memory than it may have; its time, with room for a machine that
 * does other things and for AddressSanitizer, both of which cost CPU time. */
static void check_use(const struct guest *g, const struct hostile *h,
                      struct ans_budget budget)
{
    struct ans_vm_use use = ans_vm_use(g->vm);
    if (use.cpu_us > 10000 * (int64_t)budget.cpu_ms ||
        use.memory > budget.memory)
        fail_msg("%.*s: %lld us and %zu bytes", ANS_STR_ARG(h->name),
                 (long long)use.cpu_us, use.memory);
}

static void check(const struct guest *g, const struct hostile *h, bool ok,
                  struct ans_budget budget, const char *how)
{
    if (!as_said(g, h, ok))
        fail_msg("%.*s as a %s: ok %d, kind %d at line %d: %.*s",
                 ANS_STR_ARG(h->name), how, ok, (int)g->fault.kind,
                 g->fault.line, ANS_STR_ARG(g->fault.text));
    check_use(g, h, budget);
}

/* What ends by itself, or by its memory, does so on a slow machine, too. */
static struct ans_budget patience(const struct hostile *h,
                                  struct ans_budget budget)
{
    if (!ans_str_is(h->outcome, "stopped"))
        budget.cpu_ms = PATIENT;
    return budget;
}

static void run_as_file(const struct hostile *h)
{
    struct guest g;
    guest_open(&g);
    struct ans_budget budget = patience(h, ANS_BUDGET_LOAD);
    bool ok = guest_run_within(&g, h->source, budget);
    check(&g, h, ok, budget, "file");
    guest_close(&g);
}

static void run_as_function(const struct hostile *h)
{
    struct guest g;
    guest_open(&g);
    struct ans_budget budget = patience(h, ANS_BUDGET_CALL);
    struct ans_str source = ans_arena_printf(
        g.arena, "keep(function()\n%.*send)", ANS_STR_ARG(h->source));
    bool ok = guest_run_within(&g, source, ANS_BUDGET_LOAD);
    if (ok) {
        ans_vm_freeze(g.vm);
        ok = guest_call_within(&g, budget);
        check(&g, h, ok, budget, "function");
    } else {
        assert_int_equal(g.fault.kind, ANS_SCRIPT_FORM);
    }
    guest_close(&g);
}

static void run_group(const char *group, size_t least)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str rest = read_group(arena, group);
    struct hostile h;
    size_t count = 0;
    for (; next_hostile(&rest, &h); count++) {
        run_as_file(&h);
        if (!ans_str_find_str(h.name, ANS_STR("file_")))
            continue; /* means something else inside a function */
        run_as_function(&h);
    }
    assert_int_equal(rest.len, 0);
    assert_true(count >= least);
    ans_arena_free(arena);
}

static void endless_loops_of_every_kind_end(void **state)
{
    (void)state;
    run_group("loops", 36);
}

static void work_in_c_is_bounded_and_charged(void **state)
{
    (void)state;
    run_group("c_loops", 48);
}

static void memory_is_capped(void **state)
{
    (void)state;
    run_group("memory", 19);
}

static void nothing_outside_the_list_is_reached(void **state)
{
    (void)state;
    run_group("escapes", 54);
}

static void what_the_engine_provides_cannot_be_changed(void **state)
{
    (void)state;
    run_group("tampering", 19);
}

static void errors_of_every_kind_are_told_in_words(void **state)
{
    (void)state;
    run_group("errors", 29);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(endless_loops_of_every_kind_end),
        cmocka_unit_test(work_in_c_is_bounded_and_charged),
        cmocka_unit_test(memory_is_capped),
        cmocka_unit_test(nothing_outside_the_list_is_reached),
        cmocka_unit_test(what_the_engine_provides_cannot_be_changed),
        cmocka_unit_test(errors_of_every_kind_are_told_in_words),
    };
    return cmocka_run_group_tests_name("script_hostile", tests, NULL, NULL);
}
