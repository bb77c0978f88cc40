/* A county's own tests: loaded beside its scripts, and run before it is
 * shown. */
#include "answer/people.h"
#include "answer/stops.h"
#include "base/clock.h"
#include "base/date.h"
#include "bind/bind.h"
#include "edition/loaded.h"

const struct ans_tests *ans_loaded_tests_in(const struct ans_loaded *l,
                                            const struct ans_folder_file *file,
                                            struct ans_arena *arena,
                                            struct ans_faults *faults)
{
    struct ans_arena *scratch = ans_arena_new(0);
    struct ans_decls decls = {.arena = scratch};
    size_t before = faults->count;
    ans_bind_load_file(file, arena, &decls, faults);
    const struct ans_tests *tests = ans_tests_build(
        arena, l->county, file->path, &decls, &l->folder, faults);
    ans_arena_free(scratch);
    return faults->count == before ? tests : NULL;
}

/* A county without tests.lua has tests, too: none. */
const struct ans_tests *ans_loaded_tests(const struct ans_loaded *l,
                                         struct ans_arena *arena,
                                         struct ans_faults *faults)
{
    const struct ans_folder_file *file =
        ans_folder_find(&l->folder, ANS_STR(ANS_TESTS_FILE));
    return file ? ans_loaded_tests_in(l, file, arena, faults)
                : ANS_NEW(arena, struct ans_tests);
}

struct ans_rule_runner ans_loaded_runner(struct ans_loaded *l)
{
    return (struct ans_rule_runner){l, ans_vms_call};
}

bool ans_loaded_try(struct ans_loaded *l, const struct ans_tests *tests,
                    struct ans_arena *arena, struct ans_test_run *out,
                    struct ans_err *err)
{
    struct ans_trial_options o = {.county = l->county,
                                  .texts = l->county->texts,
                                  .runner = ans_loaded_runner(l),
                                  .today = ans_moment_to_days(ans_clock_now())};
    return ans_tests_run(tests, &o, arena, out, err);
}

/* The county's personas are likelier than what is made up of its form. */
static void try_personas(struct ans_loaded *l, const struct ans_tests *tests,
                         struct ans_arena *arena, struct ans_faults *faults)
{
    const struct ans_rule_runner runner = ans_loaded_runner(l);
    struct ans_stops *stops = ans_stops_new(arena, l->county, &runner, faults);
    for (size_t i = 0; i < tests->personas.count; i++) {
        const struct ans_persona *p = ANS_AT(ans_persona, tests->personas, i);
        ans_stops_try(
            stops, ans_arena_printf(arena, "\"%.*s\"", ANS_STR_ARG(p->node.id)),
            ans_person_asked(arena, l->county, p->answers, &runner));
    }
}

void ans_loaded_prove(struct ans_loaded *l, struct ans_faults *faults)
{
    struct ans_arena *scratch = ans_arena_new(0);
    struct ans_test_run run;
    struct ans_err err = {0};
    const struct ans_tests *tests = ans_loaded_tests(l, scratch, faults);
    size_t before = faults->count;
    if (tests && l->has_functions)
        try_personas(l, tests, scratch, faults);
    if (faults->count == before && tests && tests->personas.count) {
        if (ans_loaded_try(l, tests, scratch, &run, &err))
            ans_tests_faults(&run, faults);
        else
            ans_fault_add(faults, ANS_FAULT_TEST_RULE, ANS_STR(ANS_TESTS_FILE),
                          0, tests->personas.items[0]->id,
                          ans_str_from(err.text), (struct ans_str){0});
    }
    ans_arena_free(scratch);
}
