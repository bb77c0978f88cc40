/* csv: rows as a spreadsheet reads them (RFC 4180). The one file with libcsv.
 *
 * A file begins with a byte order mark, so that Excel reads UTF-8, and parts
 * cells with ";", as Swedish settings expect.
 */
#pragma once

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "base/value.h"

/* The rows below the first one, each a map by the heads that stand in the first
 * one; cells and heads are cut at their white space, empty cells left out.
 * Parted by ";" or ",", whichever the first row has more of; a byte order mark
 * is passed over. ANS_ERR_INPUT: not valid UTF-8, no heads, a row with more
 * cells than there are heads. */
ANS_MUST_CHECK
bool ans_csv_read(struct ans_arena *arena, struct ans_str text,
                  struct ans_list **rows, struct ans_err *err);

/* The byte order mark; once, first. */
void ans_csv_begin(struct ans_buf *out);

/* One cell, always quoted. A cell that a spreadsheet could take for a formula
 * (it starts with = + - @, full-width or not, tab, CR or LF; OWASP "CSV
 * injection") gets a leading apostrophe. */
void ans_csv_cell(struct ans_buf *out, struct ans_str cell);

/* End the row: drops the separator after its last cell, adds CR LF. */
void ans_csv_end_row(struct ans_buf *out);
