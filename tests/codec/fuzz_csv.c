/* What is read of a spreadsheet can be written, and reads back as the same
 * rows. */
#include <stdlib.h>

#include "base/text.h"
#include "codec/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static const struct ans_map *row(const struct ans_list *rows, size_t i)
{
    check(rows->items[i].type == ANS_MAP);
    return rows->items[i].map;
}

static struct ans_str cell(const struct ans_map *m, struct ans_str key)
{
    struct ans_value v = ans_map_get(m, key);
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

static bool is_head(const struct ans_map *heads, struct ans_str key)
{
    return ans_map_get(heads, key).type != ANS_NIL;
}

/* Every head that any row has a cell of, in the order of their coming. */
static struct ans_map *heads_of(struct ans_arena *arena,
                                const struct ans_list *rows)
{
    struct ans_map *heads = ans_map_new(arena);
    for (size_t i = 0; i < rows->count; i++)
        for (size_t k = 0; k < row(rows, i)->count; k++)
            if (!is_head(heads, row(rows, i)->pairs[k].key))
                ans_map_set(heads, row(rows, i)->pairs[k].key,
                            ans_value_bool(true));
    return heads;
}

static void check_cell(struct ans_str s)
{
    check(s.len > 0 && ans_text_valid(s));
    check(ans_str_eq(s, ans_str_trim(s)));
}

static void write_rows(struct ans_buf *out, const struct ans_map *heads,
                       const struct ans_list *rows)
{
    ans_csv_begin(out);
    for (size_t k = 0; k < heads->count; k++)
        ans_csv_cell(out, heads->pairs[k].key);
    ans_csv_end_row(out);
    for (size_t i = 0; i < rows->count; i++) {
        for (size_t k = 0; k < heads->count; k++)
            ans_csv_cell(out, cell(row(rows, i), heads->pairs[k].key));
        ans_csv_end_row(out);
    }
}

/* An apostrophe before what could be a formula is our own. */
static void check_same(struct ans_str a, struct ans_str b)
{
    if (b.len == a.len + 1 && b.ptr[0] == '\'')
        b = ans_str_sub(b, 1, SIZE_MAX);
    check(ans_str_eq(a, b));
}

static void check_again(struct ans_arena *arena, const struct ans_list *rows)
{
    struct ans_buf text = {0};
    struct ans_err err = {0};
    struct ans_list *back = NULL;
    struct ans_map *heads = heads_of(arena, rows);
    write_rows(&text, heads, rows);
    bool plain = heads->count > 0;
    for (size_t k = 0; k < heads->count; k++) /* heads are no formulas */
        plain &= !strchr("=+-@\t\r\n'", heads->pairs[k].key.ptr[0]) &&
                 (unsigned char)heads->pairs[k].key.ptr[0] < 0x80;
    if (plain) {
        check(ans_csv_read(arena, ans_buf_str(&text), &back, &err));
        check(back->count == rows->count);
        for (size_t i = 0; i < rows->count; i++)
            for (size_t k = 0; k < heads->count; k++)
                check_same(cell(row(rows, i), heads->pairs[k].key),
                           cell(row(back, i), heads->pairs[k].key));
    }
    ans_buf_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str text = {(const char *)data, size};
    struct ans_list *rows = NULL;
    struct ans_err err = {0};
    if (ans_csv_read(arena, text, &rows, &err)) {
        for (size_t i = 0; i < rows->count; i++)
            for (size_t k = 0; k < row(rows, i)->count; k++) {
                check_cell(row(rows, i)->pairs[k].key);
                check_cell(row(rows, i)->pairs[k].value.s);
            }
        check_again(arena, rows);
    } else {
        check(err.kind == ANS_ERR_INPUT);
        check(err.text[0] && ans_text_valid(ans_str_from(err.text)));
    }
    ans_arena_free(arena);
    return 0;
}
