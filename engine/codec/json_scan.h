/* json_scan: what cJSON lets pass and RFC 8259 does not. Private to codec.
 *
 * cJSON takes raw control characters, "\u0000" (and ends the text there),
 * numbers such as 01 or 1., and invalid UTF-8. The scan refuses these, token
 * by token; how tokens may follow one another is left to cJSON.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

/* ANS_ERR_INPUT, ANS_ERR_LIMIT: as ans_json_read. */
ANS_MUST_CHECK
bool ans_json_scan(struct ans_str text, size_t most_depth, struct ans_err *err);

/* The offset of the key that has `number` keys before it. */
size_t ans_json_scan_key(struct ans_str text, size_t number);
