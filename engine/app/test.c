/* anslut test: counties' own tests. */
#include "app/counties.h"
#include "edition/edition.h"
#include "trial/tell.h"

struct testing {
    struct ans_run *run;
    struct ans_list *json; /* NULL: text */
    size_t passed, failed;
    size_t untried;
    size_t faulty; /* counties that cannot be tested */
};

static void report(struct testing *w, const char *slug,
                   const struct ans_county *county,
                   const struct ans_test_run *run)
{
    struct ans_telling t = {.arena = w->run->arena,
                            .county = county,
                            .texts = county->texts,
                            .lang = ans_str_from(w->run->settings.lang),
                            .folder = ans_counties_folder(w->run, slug)};
    struct ans_buf text = {0};
    w->passed += run->passed;
    w->failed += run->failed;
    for (size_t i = 0; i < run->tried.count; i++)
        w->untried += !ans_is_tried(&run->tried.items[i]);
    if (w->json) {
        ans_list_add(w->json,
                     ans_value_copy(w->run->arena,
                                    ans_value_map(ans_tests_map(&t, run))));
        return;
    }
    ans_tell_tests(&text, &t, run, true);
    ans_print_buf(&text);
}

static void report_faults(struct testing *w, const char *slug,
                          struct ans_faults *faults)
{
    w->faulty++;
    if (!w->json) {
        ans_counties_print(w->run, slug, faults, stdout);
        return;
    }
    struct ans_map *m = ans_list_add_map(w->json);
    ans_map_put_str(m, "county",
                    ans_arena_str(w->run->arena, ans_str_from(slug)));
    ans_map_put_int(m, "faults", (int64_t)faults->count);
}

static bool test_one(void *context, const char *slug, struct ans_err *err)
{
    struct testing *w = context;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_faults faults = {.arena = arena};
    struct ans_test_run run = {0};
    struct ans_loaded *loaded = ans_loaded_untried(
        ans_counties_folder(w->run, slug).ptr, ans_str_from(slug),
        w->run->settings.lua, &faults, err);
    const struct ans_tests *tests =
        loaded ? ans_loaded_tests(loaded, arena, &faults) : NULL;
    bool ok = tests ? ans_loaded_try(loaded, tests, arena, &run, err)
                    : faults.count > 0;
    if (ok && tests)
        report(w, slug, ans_loaded_county(loaded), &run);
    else if (ok)
        report_faults(w, slug, &faults);
    if (ok)
        *err = (struct ans_err){0};
    ans_loaded_release(loaded);
    ans_arena_free(arena);
    return ok;
}

int ans_command_test(struct ans_run *run)
{
    struct ans_err err = {0};
    struct testing w = {.run = run};
    bool strict = *run->settings.strict;
    if (*run->settings.json)
        w.json = ans_list_new(run->arena);
    if (!ans_counties_each(run, test_one, &w, &err))
        return ans_app_fail(&err);
    if (w.json) {
        ans_print_json(ans_value_list(w.json));
    } else {
        struct ans_buf text = {0};
        struct ans_telling t = {.arena = run->arena,
                                .lang = ans_str_from(run->settings.lang)};
        ans_tell_total(&text, &t, w.passed, w.failed);
        ans_print_buf(&text);
    }
    return w.failed || w.faulty || (strict && w.untried) ? 1 : 0;
}
