#include "codec/csv.h"

#include <csv.h>
#include <stdlib.h>

#include "base/text.h"

#define SEPARATOR ';'

void ans_csv_begin(struct ans_buf *out)
{
    ans_buf_add_z(out, "\xef\xbb\xbf");
}

/* LF and the full-width forms are what spreadsheets in other settings take for
 * a formula's start, too. */
static bool is_formula(struct ans_str cell)
{
    static const char *const starts[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                         "\n", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
        if (ans_str_starts(cell, ans_str_from(starts[i])))
            return true;
    return false;
}

void ans_csv_cell(struct ans_buf *out, struct ans_str cell)
{
    struct ans_buf defused = {0};
    if (is_formula(cell)) {
        ans_buf_add_byte(&defused, '\'');
        ans_buf_add(&defused, cell);
        cell = ans_buf_str(&defused);
    }
    /* libcsv takes no NULL; quotes are doubled at worst */
    const char *bytes = cell.len ? cell.ptr : "";
    size_t room = cell.len * 2 + 2;
    char *to = ans_buf_reserve(out, room + 1);
    if (to) {
        size_t len = csv_write(to, room, bytes, cell.len);
        to[len] = SEPARATOR;
        out->len += len + 1;
    }
    ans_buf_free(&defused);
}

void ans_csv_end_row(struct ans_buf *out)
{
    if (out->len && out->ptr[out->len - 1] == SEPARATOR)
        out->len--;
    ans_buf_add_z(out, "\r\n");
}

/* Reading. */

struct reading {
    struct ans_arena *arena;
    struct ans_list *rows;
    struct ans_str *heads;
    size_t head_count;
    struct ans_map *row; /* NULL: the first row is being read */
    size_t cell;         /* of the row */
    bool too_many;
};

static void take_cell(void *bytes, size_t len, void *context)
{
    struct reading *r = context;
    struct ans_str cell =
        ans_arena_str(r->arena, ans_str_trim((struct ans_str){bytes, len}));
    if (!r->row) {
        r->heads = ans_arena_grow(r->arena, r->heads, r->head_count,
                                  sizeof(*r->heads));
        r->heads[r->head_count++] = cell;
        return;
    }
    size_t at = r->cell++;
    if (at >= r->head_count)
        r->too_many |= cell.len > 0;
    else if (cell.len && r->heads[at].len)
        ans_map_set(r->row, r->heads[at], ans_value_str(cell));
}

static void end_row(int end, void *context)
{
    struct reading *r = context;
    (void)end;
    if (r->row && r->row->count)
        ans_list_add(r->rows, ans_value_map(r->row));
    r->row = ans_map_new(r->arena);
    r->cell = 0;
}

/* What stands more often between the heads of the first row; within quotation
 * marks it is a part of a head. */
static unsigned char separator_of(struct ans_str text)
{
    int semicolons = 0;
    int commas = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.len && (quoted || text.ptr[i] != '\n'); i++) {
        quoted ^= text.ptr[i] == '"';
        semicolons += !quoted && text.ptr[i] == ';';
        commas += !quoted && text.ptr[i] == ',';
    }
    return commas > semicolons ? ',' : ';';
}

bool ans_csv_read(struct ans_arena *arena, struct ans_str text,
                  struct ans_list **rows, struct ans_err *err)
{
    struct csv_parser parser;
    struct reading r = {.arena = arena, .rows = ans_list_new(arena)};
    if (ans_str_starts(text, ANS_STR("\xef\xbb\xbf")))
        text = ans_str_sub(text, 3, SIZE_MAX);
    if (!ans_text_valid(text))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "not valid UTF-8: save the file as CSV UTF-8");
    if (csv_init(&parser, 0) != 0)
        abort();
    csv_set_delim(&parser, separator_of(text));
    csv_parse(&parser, text.ptr, text.len, take_cell, end_row, &r);
    csv_fini(&parser, take_cell, end_row, &r);
    csv_free(&parser);
    *rows = r.rows;
    if (!r.head_count)
        return ans_err_set(err, ANS_ERR_INPUT, "the file is empty");
    return !r.too_many ||
           ans_err_set(err, ANS_ERR_INPUT,
                       "a row has more cells than there are heads");
}
