/* csv: rows as a spreadsheet reads them (RFC 4180). The one file with libcsv.
 *
 * A file begins with a byte order mark, so that Excel reads UTF-8, and parts
 * cells with ";", as Swedish settings expect.
 */
#pragma once

#include "base/buf.h"
#include "base/str.h"

/* The byte order mark; once, first. */
void ans_csv_begin(struct ans_buf *out);

/* One cell, always quoted. A cell that a spreadsheet could take for a formula
 * (it starts with = + - @, full-width or not, tab, CR or LF; OWASP "CSV
 * injection") gets a leading apostrophe. */
void ans_csv_cell(struct ans_buf *out, struct ans_str cell);

/* End the row: drops the separator after its last cell, adds CR LF. */
void ans_csv_end_row(struct ans_buf *out);
