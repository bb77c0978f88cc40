/* Lists of whom to invite and of who joined on paper: whatever stands in the
 * file, what comes of it is what the errands take. */
#include <stdlib.h>

#include "app/lists.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_text(struct ans_value v)
{
    check(v.type == ANS_TEXT && v.s.len && ans_text_valid(v.s));
}

static void check_invited(const struct ans_map *row)
{
    for (size_t k = 0; k < row->count; k++) {
        struct ans_str key = row->pairs[k].key;
        check(ans_str_is(key, "email") || ans_str_is(key, "name") ||
              ans_str_is(key, "lang"));
        check_text(row->pairs[k].value);
    }
}

/* A row of a spreadsheet; JSON is taken as it is, for the errand to judge. */
static void check_on_paper(const struct ans_map *row)
{
    struct ans_value answers = ans_map_find(row, "answers");
    check(answers.type == ANS_MAP);
    for (size_t k = 0; k < row->count; k++) {
        struct ans_str key = row->pairs[k].key;
        if (ans_str_is(key, "answers"))
            continue;
        check(ans_str_is(key, "date") || ans_str_is(key, "lang"));
        check_text(row->pairs[k].value);
    }
    for (size_t k = 0; k < answers.map->count; k++) {
        check(answers.map->pairs[k].key.len > 0);
        check_text(answers.map->pairs[k].value);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_list *rows = ans_list_new(arena);
    struct ans_str text = {(const char *)data + 1, size - 1};
    struct ans_err err = {0};
    bool json = data[0] == 'j';
    bool invite = data[0] == 'i';
    bool ok = invite ? ans_list_invited(arena, text, rows, &err)
                     : ans_list_on_paper(arena, text, json, rows, &err);
    if (ok) {
        check(rows->count > 0);
        for (size_t i = 0; !json && i < rows->count; i++) {
            check(rows->items[i].type == ANS_MAP);
            (invite ? check_invited : check_on_paper)(rows->items[i].map);
        }
    } else {
        check(err.kind == ANS_ERR_INPUT || err.kind == ANS_ERR_LIMIT);
        check(err.text[0] && ans_text_valid(ans_str_from(err.text)));
    }
    ans_arena_free(arena);
    return 0;
}
