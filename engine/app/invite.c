/* anslut invite: a link by mail to each of a list. */
#include "app/app.h"
#include "app/errand.h"
#include "app/lists.h"

#define MOST_LIST ((size_t)2 << 20)

static bool read_list(struct ans_run *run, const char *path,
                      struct ans_list *rows, struct ans_err *err)
{
    struct ans_str text;
    return ans_errand_read(run->arena, path, MOST_LIST, &text, err) &&
           (ans_list_invited(run->arena, text, rows, err) ||
            ans_err_add(err, "%s", path));
}

static struct ans_str told(struct ans_run *run, const struct ans_map *answer)
{
    bool sv = ans_app_swedish(run);
    long long invited = ans_map_find(answer, "invited").i;
    long long used = ans_map_find(answer, "used").i;
    struct ans_str done = ans_arena_printf(
        run->arena, sv ? "Inbjudna: %lld." : "%lld invited", invited);
    if (!used)
        return done;
    return ans_arena_printf(run->arena,
                            sv ? "%.*s Överhoppade, som redan har anslutit sig "
                                 "med sin inbjudan: %lld."
                               : "%.*s, %lld passed over that had joined by "
                                 "their invitation",
                            ANS_STR_ARG(done), used);
}

int ans_command_invite(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_map *answer = NULL;
    if (run->args.count != 2) {
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    ans_app_swedish(run)
                        ? "skriv ett län och en lista: anslut invite LÄN "
                          "lista.csv"
                        : "name a county and a list: anslut invite SLUG "
                          "list.csv");
        return ans_app_fail(&err);
    }
    struct ans_map *errand = ans_errand_new(run, "invite");
    if (!read_list(run, run->args.items[1], ans_map_put_list(errand, "rows"),
                   &err) ||
        !ans_errand_run(run, errand, NULL, &answer, &err))
        return ans_app_fail(&err);
    return ans_errand_tell(run, answer, told(run, answer));
}
