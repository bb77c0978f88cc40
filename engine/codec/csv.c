#include "codec/csv.h"

#include <csv.h>

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
