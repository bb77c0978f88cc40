/* anslut simulate: what one made-up organisation would meet. */
#include <errno.h>
#include <stdlib.h>

#include "app/counties.h"
#include "base/clock.h"
#include "base/date.h"
#include "edition/edition.h"
#include "route/sample.h"
#include "trial/tell.h"

#define PERSONA_MOST (256u * 1024)

struct simulating {
    struct ans_run *run;
    const char *slug;
    const char *persona; /* a name, or the path of a file */
    struct ans_loaded *loaded;
    struct ans_faults faults;
    int64_t today;
};

static bool is_path(const char *persona)
{
    struct ans_str s = ans_str_from(persona);
    return ans_str_ends(s, ANS_STR(".lua"));
}

static bool read_file(struct simulating *w, struct ans_folder_file *out,
                      struct ans_err *err)
{
    FILE *in = fopen(w->persona, "rb");
    if (!in)
        return ans_err_set_errno(err, "cannot read %s", w->persona);
    char *bytes = ans_arena_alloc(w->run->arena, PERSONA_MOST + 1);
    size_t len = fread(bytes, 1, PERSONA_MOST + 1, in);
    bool failed = ferror(in);
    fclose(in);
    if (failed)
        return ans_err_set_errno(err, "cannot read %s", w->persona);
    *out = (struct ans_folder_file){ans_str_from(w->persona), {bytes, len}};
    return true;
}

/* The persona of a file, which holds one; NULL: `err`, or faults. */
static const struct ans_persona *of_file(struct simulating *w,
                                         struct ans_err *err)
{
    struct ans_folder_file file;
    if (!read_file(w, &file, err))
        return NULL;
    const struct ans_tests *tests =
        ans_loaded_tests_in(w->loaded, &file, w->run->arena, &w->faults);
    if (!tests)
        return NULL;
    if (tests->personas.count != 1) {
        ans_err_set(err, ANS_ERR_INPUT, "%s has %zu personas; write one",
                    w->persona, tests->personas.count);
        return NULL;
    }
    return ANS_AT(ans_persona, tests->personas, 0);
}

static const struct ans_persona *of_tests(struct simulating *w,
                                          struct ans_err *err)
{
    const struct ans_tests *tests =
        ans_loaded_tests(w->loaded, w->run->arena, &w->faults);
    struct ans_str name = ans_str_from(w->persona);
    const struct ans_persona *p = tests ? ans_tests_persona(tests, name) : NULL;
    if (!tests || p)
        return p;
    struct ans_str *known =
        ANS_NEW_ARRAY(w->run->arena, struct ans_str, tests->personas.count + 1);
    for (size_t i = 0; i < tests->personas.count; i++)
        known[i] = tests->personas.items[i]->id;
    struct ans_str near = ans_nearest(name, known, tests->personas.count);
    ans_err_set(err, ANS_ERR_INPUT,
                near.len ? "there is no persona called \"%s\" in %s/tests.lua "
                           "(did you mean \"%.*s\"?)"
                         : "there is no persona called \"%s\" in %s/tests.lua",
                w->persona, w->slug, ANS_STR_ARG(near));
    return NULL;
}

/* The report's language where the county has it, else its first. */
static struct ans_str reading(const struct ans_county *c, const char *lang)
{
    for (size_t i = 0; i < c->languages.count; i++)
        if (ans_str_is(c->languages.items[i], lang))
            return c->languages.items[i];
    return c->languages.items[0];
}

static bool walk(struct simulating *w, const struct ans_persona *p,
                 struct ans_err *err)
{
    struct ans_run *run = w->run;
    const struct ans_county *county = ans_loaded_county(w->loaded);
    struct ans_trial trial;
    struct ans_trial_options o = {.county = county,
                                  .texts = county->texts,
                                  .runner = ans_loaded_runner(w->loaded),
                                  .lang = reading(county, run->settings.lang),
                                  .today = w->today};
    if (!ans_trial_walk(&o, p, run->arena, &trial, err))
        return false;
    const struct ans_sample sample = {.county = county,
                                      .lang = o.lang,
                                      .lua = run->settings.lua,
                                      .public_url = ans_app_url(run),
                                      .arena = run->arena};
    if (!ans_sample_mails(&sample, &trial, err))
        return false;
    struct ans_visit visit = {o.lang, &trial};
    struct ans_telling t = {.arena = run->arena,
                            .county = county,
                            .texts = county->texts,
                            .lang = ans_str_from(run->settings.lang),
                            .folder = ans_counties_folder(run, w->slug),
                            .explain = *run->settings.explain,
                            .mails = *run->settings.mails};
    if (*run->settings.json) {
        ans_print_json(ans_value_map(ans_visit_map(&t, &visit)));
        return true;
    }
    struct ans_buf text = {0};
    ans_tell_visit(&text, &t, &visit);
    ans_print_buf(&text);
    return true;
}

/* The day asked for, else the persona's, else today. */
static bool take_day(struct simulating *w, const struct ans_persona *p,
                     struct ans_err *err)
{
    const char *on = w->run->settings.on;
    struct ans_date d;
    w->today = ans_persona_day(p, NULL, ans_moment_to_days(ans_clock_now()));
    if (!*on)
        return true;
    if (!ans_date_parse(ans_str_from(on), &d) || !d.day)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "--on is a day, such as 2026-05-11, not \"%s\"", on);
    w->today = ans_date_to_days(d);
    return true;
}

static bool simulate(struct simulating *w, struct ans_err *err)
{
    struct ans_run *run = w->run;
    w->loaded = ans_loaded_untried(ans_counties_folder(run, w->slug).ptr,
                                   ans_str_from(w->slug), run->settings.lua,
                                   &w->faults, err);
    if (!w->loaded)
        return false;
    if (!ans_loaded_county(w->loaded)->join)
        return ans_err_set(err, ANS_ERR_INPUT, "nobody joins in %s", w->slug);
    const struct ans_persona *p =
        is_path(w->persona) ? of_file(w, err) : of_tests(w, err);
    return p && take_day(w, p, err) && walk(w, p, err);
}

int ans_command_simulate(struct ans_run *run)
{
    struct ans_err err = {0};
    if (run->args.count != 2) {
        ans_err_set(&err, ANS_ERR_INPUT,
                    "simulate needs a county and a persona: anslut simulate "
                    "SLUG PERSONA");
        return ans_app_fail(&err);
    }
    struct simulating w = {.run = run,
                           .slug = run->args.items[0],
                           .persona = run->args.items[1],
                           .faults = {.arena = run->arena}};
    bool ok = simulate(&w, &err);
    ans_loaded_release(w.loaded);
    if (ok)
        return 0;
    if (!w.faults.count)
        return ans_app_fail(&err);
    ans_counties_print(run, w.slug, &w.faults, stderr);
    return 1;
}
