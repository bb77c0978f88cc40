/* anslut renew: ask the members of replaced strategies to promise anew. */
#include <stdio.h>

#include "app/app.h"
#include "app/errand.h"

static struct ans_str told(struct ans_run *run, const struct ans_map *answer)
{
    bool sv = ans_app_swedish(run);
    bool dry = *run->settings.dry_run != 0;
    long long asked = ans_map_find(answer, "asked").i;
    long long before = ans_map_find(answer, "before").i;
    struct ans_str strategy = ans_map_str(answer, "strategy");
    struct ans_str done =
        sv ? ans_arena_printf(run->arena, "%s om att förnya till %.*s: %lld.",
                              dry ? "Skulle få frågan" : "Har fått frågan",
                              ANS_STR_ARG(strategy), asked)
           : ans_arena_printf(
                 run->arena, "%lld %s to renew for the strategy %.*s", asked,
                 dry ? "would be asked" : "asked", ANS_STR_ARG(strategy));
    if (!before)
        return done;
    return ans_arena_printf(run->arena,
                            sv ? "%.*s Hade fått den förut: %lld."
                               : "%.*s; %lld had been asked before",
                            ANS_STR_ARG(done), before);
}

int ans_command_renew(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_map *answer = NULL;
    const struct ans_settings *set = &run->settings;
    if (run->args.count != 1) {
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    ans_app_swedish(run)
                        ? "skriv ett läns namn: anslut renew LÄN"
                        : "name one county: anslut renew SLUG");
        return ans_app_fail(&err);
    }
    struct ans_map *errand = ans_errand_new(run, "renew");
    if (*set->again)
        ans_map_put_bool(errand, "again", true);
    if (*set->dry_run)
        ans_map_put_bool(errand, "dry", true);
    if (!ans_errand_run(run, errand, NULL, &answer, &err))
        return ans_app_fail(&err);
    return ans_errand_tell(run, answer, told(run, answer));
}
