/* anslut register: joins that were made on paper. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/errand.h"
#include "codec/csv.h"
#include "codec/json.h"

#define MOST_LIST ((size_t)4 << 20)

/* A row of a spreadsheet: its columns are the day, the language and answers. */
static void add_row(struct ans_list *rows, const struct ans_map *row)
{
    struct ans_map *m = ans_list_add_map(rows);
    struct ans_map *answers = ans_map_put_map(m, "answers");
    for (size_t i = 0; i < row->count; i++) {
        struct ans_pair pair = row->pairs[i];
        bool own = ans_str_is(pair.key, "date") || ans_str_is(pair.key, "lang");
        ans_map_set(own ? m : answers, pair.key, pair.value);
    }
}

static bool read_csv(struct ans_run *run, struct ans_str text,
                     struct ans_list *rows, struct ans_err *err)
{
    struct ans_list *read = NULL;
    if (!ans_csv_read(run->arena, text, &read, err))
        return false;
    for (size_t i = 0; i < read->count; i++)
        add_row(rows, read->items[i].map);
    return true;
}

/* { date, answers }, or a list of them. */
static bool read_json(struct ans_run *run, struct ans_str text,
                      struct ans_list *rows, struct ans_err *err)
{
    struct ans_value v;
    if (!ans_json_read(run->arena, text, &v, err))
        return false;
    if (v.type == ANS_LIST)
        for (size_t i = 0; i < v.list->count; i++)
            ans_list_add(rows, v.list->items[i]);
    else
        ans_list_add(rows, v);
    return true;
}

static bool read_list(struct ans_run *run, const char *path,
                      struct ans_list *rows, struct ans_err *err)
{
    struct ans_str text;
    bool json = ans_str_ends(ans_str_from(path), ANS_STR(".json"));
    if (!json && !ans_str_ends(ans_str_from(path), ANS_STR(".csv")))
        return ans_err_set(err, ANS_ERR_INPUT, "%s is no .json or .csv file",
                           path);
    if (!ans_errand_read(run->arena, path, MOST_LIST, &text, err))
        return false;
    return (json ? read_json(run, text, rows, err)
                 : read_csv(run, text, rows, err)) ||
           ans_err_add(err, "%s", path);
}

int ans_command_register(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_map *answer = NULL;
    struct ans_map *errand = ans_map_new(run->arena);
    const char *document = run->settings.document;
    if (run->args.count != 2) {
        ans_err_set(&err, ANS_ERR_INPUT, "register takes a county and a file");
        return ans_app_fail(&err);
    }
    ans_map_put_str(errand, "do", ANS_STR("register"));
    ans_map_put_str(errand, "county", ans_str_from(run->args.items[0]));
    if (*run->settings.quiet)
        ans_map_put_bool(errand, "quiet", true);
    if (!read_list(run, run->args.items[1], ans_map_put_list(errand, "rows"),
                   &err) ||
        !ans_errand_run(run, errand, *document ? document : NULL, &answer,
                        &err))
        return ans_app_fail(&err);
    return ans_errand_tell(
        run, answer,
        ans_arena_printf(run->arena, "%lld registered",
                         (long long)ans_map_find(answer, "registered").i));
}
