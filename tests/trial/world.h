/* world: a county and its tests, read and run without Lua. */
#pragma once

#include "check.h"
#include "county/mittlan.h"
#include "county/tests.h"
#include "trial/tell.h"

/* Answers well, so that only tests of other answers need to say them. */
#define NAME_AND_MAIL                                                          \
    "name = \"Norrby IK\", email = \"ik@example.org\", focus = { \"vald\" }, "

struct world {
    struct mittlan m;
    struct ans_texts texts;
    struct ans_trial_options o;
    const struct ans_tests *tests;
    struct ans_test_run run;
    bool function; /* what the county's one function says */
    bool fails;
};

static inline bool call_function(void *context, int function,
                                 const struct ans_map *answers, bool *holds,
                                 struct ans_err *err)
{
    struct world *w = context;
    (void)function;
    (void)answers;
    *holds = w->function;
    return !w->fails || ans_err_set(err, ANS_ERR_SCRIPT, "join.lua:35: oh");
}

/* The county with one change (none when `path` is NULL), and `script` as its
 * tests.lua. */
static inline void world_open(struct world *w, const char *script,
                              const char *path, const char *from,
                              const char *to)
{
    mittlan_build(&w->m, path, from, to);
    for (size_t i = 0; i < w->m.faults.count; i++)
        print_error("%s\n", mittlan_fault(&w->m, i, "sv").ptr);
    assert_non_null(w->m.county);
    w->o =
        (struct ans_trial_options){.county = w->m.county,
                                   .texts = &w->texts,
                                   .runner = {w, call_function},
                                   .lang = ANS_STR("sv"),
                                   .today = ans_tests_day(w->m.county, 19800)};
    struct ans_decls decls = {0};
    script_read(w->m.arena, "tests.lua", script, &decls);
    w->tests = ans_tests_build(w->m.arena, w->m.county, ANS_STR("tests.lua"),
                               &decls, &w->m.folder, &w->m.faults);
    for (size_t i = 0; i < w->m.faults.count; i++)
        print_error("%s\n", mittlan_fault(&w->m, i, "sv").ptr);
    assert_non_null(w->tests);
}

static inline void world_close(struct world *w)
{
    mittlan_free(&w->m);
}

/* The first persona's walk. */
static inline void world_walk(struct world *w, struct ans_trial *t)
{
    struct ans_err err = {0};
    assert_true(ans_trial_walk(&w->o,
                               ANS_AT(ans_persona, w->tests->personas, 0),
                               w->m.arena, t, &err));
}

static inline void world_run(struct world *w)
{
    struct ans_err err = {0};
    assert_true(ans_tests_run(w->tests, &w->o, w->m.arena, &w->run, &err));
}

static inline struct ans_telling world_telling(struct world *w,
                                               const char *lang)
{
    return (struct ans_telling){.arena = w->m.arena,
                                .county = w->m.county,
                                .texts = &w->texts,
                                .lang = ans_str_from(lang),
                                .folder = ANS_STR("mittlan"),
                                .explain = true};
}
