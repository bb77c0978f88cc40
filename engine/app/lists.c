#include "app/lists.h"

#include "base/text.h"
#include "codec/csv.h"
#include "codec/json.h"

static bool anybody(const struct ans_list *rows, struct ans_err *err)
{
    return rows->count > 0 ||
           ans_err_set(err, ANS_ERR_INPUT, "there is nobody in the list");
}

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

bool ans_list_invited(struct ans_arena *arena, struct ans_str text,
                      struct ans_list *rows, struct ans_err *err)
{
    struct ans_list *read = NULL;
    if (!ans_csv_read(arena, text, &read, err))
        return false;
    for (size_t i = 0; i < read->count; i++) {
        const struct ans_map *row = read->items[i].map;
        struct ans_map *m = ans_list_add_map(rows);
        for (size_t k = 0; k < row->count; k++) {
            const char *key = key_of(arena, row->pairs[k].key);
            if (key)
                ans_map_put(m, key, row->pairs[k].value);
        }
    }
    return anybody(rows, err);
}

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

static bool read_csv(struct ans_arena *arena, struct ans_str text,
                     struct ans_list *rows, struct ans_err *err)
{
    struct ans_list *read = NULL;
    if (!ans_csv_read(arena, text, &read, err))
        return false;
    for (size_t i = 0; i < read->count; i++)
        add_row(rows, read->items[i].map);
    return true;
}

/* { date, answers }, or a list of them. */
static bool read_json(struct ans_arena *arena, struct ans_str text,
                      struct ans_list *rows, struct ans_err *err)
{
    struct ans_value v;
    if (!ans_json_read(arena, text, &v, err))
        return false;
    if (v.type == ANS_LIST)
        for (size_t i = 0; i < v.list->count; i++)
            ans_list_add(rows, v.list->items[i]);
    else
        ans_list_add(rows, v);
    return true;
}

bool ans_list_on_paper(struct ans_arena *arena, struct ans_str text, bool json,
                       struct ans_list *rows, struct ans_err *err)
{
    return (json ? read_json(arena, text, rows, err)
                 : read_csv(arena, text, rows, err)) &&
           anybody(rows, err);
}
