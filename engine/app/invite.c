/* anslut invite: a link by mail to each of a list. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/errand.h"
#include "base/text.h"
#include "codec/csv.h"

#define MOST_LIST ((size_t)2 << 20)

/* The heads under which lists have what is needed. */
static const struct {
    const char *key;
    const char *heads[6];
} columns[] = {
    {"email", {"email", "e-mail", "e-post", "epost", "mejl", NULL}},
    {"name", {"name", "namn", "organisation", "organization", NULL}},
    {"lang", {"lang", "language", "sprak", NULL}},
};

static const char *key_of(struct ans_arena *arena, struct ans_str head)
{
    struct ans_str folded = ans_text_fold(arena, head, "sv");
    for (size_t i = 0; i < ANS_COUNT(columns); i++)
        for (size_t k = 0; columns[i].heads[k]; k++)
            if (ans_str_is(folded, columns[i].heads[k]))
                return columns[i].key;
    return NULL;
}

static bool read_list(struct ans_run *run, const char *path,
                      struct ans_list *rows, struct ans_err *err)
{
    struct ans_str text;
    struct ans_list *read = NULL;
    if (!ans_errand_read(run->arena, path, MOST_LIST, &text, err) ||
        !ans_csv_read(run->arena, text, &read, err))
        return ans_err_add(err, "%s", path);
    for (size_t i = 0; i < read->count; i++) {
        const struct ans_map *row = read->items[i].map;
        struct ans_map *m = ans_list_add_map(rows);
        for (size_t k = 0; k < row->count; k++) {
            const char *key = key_of(run->arena, row->pairs[k].key);
            if (key)
                ans_map_put(m, key, row->pairs[k].value);
        }
    }
    return true;
}

int ans_command_invite(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_map *answer = NULL;
    struct ans_map *errand = ans_map_new(run->arena);
    if (run->args.count != 2) {
        ans_err_set(&err, ANS_ERR_INPUT, "invite takes a county and a list");
        return ans_app_fail(&err);
    }
    ans_map_put_str(errand, "do", ANS_STR("invite"));
    ans_map_put_str(errand, "county", ans_str_from(run->args.items[0]));
    if (!read_list(run, run->args.items[1], ans_map_put_list(errand, "rows"),
                   &err) ||
        !ans_errand_run(run, errand, NULL, &answer, &err))
        return ans_app_fail(&err);
    int64_t used = ans_map_find(answer, "used").i;
    struct ans_str done =
        ans_arena_printf(run->arena, "%lld invited",
                         (long long)ans_map_find(answer, "invited").i);
    if (used)
        done = ans_arena_printf(run->arena,
                                "%.*s, %lld passed over that had joined by "
                                "their invitation",
                                ANS_STR_ARG(done), (long long)used);
    return ans_errand_tell(run, answer, done);
}
