/* anslut register: joins that were made on paper. */
#include "app/app.h"
#include "app/errand.h"
#include "app/lists.h"

#define MOST_LIST ((size_t)4 << 20)

static bool read_list(struct ans_run *run, const char *path,
                      struct ans_list *rows, struct ans_err *err)
{
    struct ans_str text;
    bool sv = ans_app_swedish(run);
    bool json = ans_str_ends(ans_str_from(path), ANS_STR(".json"));
    if (!json && !ans_str_ends(ans_str_from(path), ANS_STR(".csv")))
        return ans_err_set(err, ANS_ERR_INPUT,
                           sv ? "%s är ingen .json- eller .csv-fil"
                              : "%s is no .json or .csv file",
                           path);
    if (!ans_errand_read(run->arena, path, MOST_LIST, &text, err))
        return false;
    if (!ans_list_on_paper(run->arena, text, json, rows, err))
        return ans_err_add(err, "%s", path);
    return !*run->settings.document || rows->count == 1 ||
           ans_err_set(err, ANS_ERR_INPUT, "%s",
                       sv ? "ett inskannat dokument hör till en enda "
                            "organisation"
                          : "a scanned document goes with one organisation");
}

int ans_command_register(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_map *answer = NULL;
    const char *document = run->settings.document;
    bool sv = ans_app_swedish(run);
    if (run->args.count != 2) {
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    sv ? "skriv ett län och en fil: anslut register LÄN "
                         "fil.csv"
                       : "name a county and a file: anslut register SLUG "
                         "file.csv");
        return ans_app_fail(&err);
    }
    struct ans_map *errand = ans_errand_new(run, "register");
    if (*run->settings.quiet)
        ans_map_put_bool(errand, "quiet", true);
    if (!read_list(run, run->args.items[1], ans_map_put_list(errand, "rows"),
                   &err) ||
        !ans_errand_run(run, errand, *document ? document : NULL, &answer,
                        &err))
        return ans_app_fail(&err);
    return ans_errand_tell(
        run, answer,
        ans_arena_printf(run->arena,
                         sv ? "Registrerade: %lld." : "%lld registered",
                         (long long)ans_map_find(answer, "registered").i));
}
