/* anslut renew: ask the members of replaced strategies to promise anew. */
#include <stdio.h>

#include "app/app.h"
#include "app/errand.h"

int ans_command_renew(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_map *answer = NULL;
    struct ans_map *errand = ans_map_new(run->arena);
    const struct ans_settings *set = &run->settings;
    if (run->args.count != 1) {
        ans_err_set(&err, ANS_ERR_INPUT, "renew takes a county");
        return ans_app_fail(&err);
    }
    ans_map_put_str(errand, "do", ANS_STR("renew"));
    ans_map_put_str(errand, "county", ans_str_from(run->args.items[0]));
    if (*set->again)
        ans_map_put_bool(errand, "again", true);
    if (*set->dry_run)
        ans_map_put_bool(errand, "dry", true);
    if (!ans_errand_run(run, errand, NULL, &answer, &err))
        return ans_app_fail(&err);
    long long asked = ans_map_find(answer, "asked").i;
    long long before = ans_map_find(answer, "before").i;
    struct ans_str done =
        ans_arena_printf(run->arena, "%lld %s to renew for the strategy %.*s",
                         asked, *set->dry_run ? "would be asked" : "asked",
                         ANS_STR_ARG(ans_map_str(answer, "strategy")));
    if (before)
        done = ans_arena_printf(run->arena, "%.*s; %lld had been asked before",
                                ANS_STR_ARG(done), before);
    return ans_errand_tell(run, answer, done);
}
