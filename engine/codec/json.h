/* json: values to JSON and back (RFC 8259). The one file with cJSON.
 *
 * Depth 32 both ways: a list or map below that is written as null. Writing
 * never fails: values are finite and UTF-8 by construction.
 */
#pragma once

#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/value.h"

/* Compact, keys in the order of the map; integers exactly, numbers in the
 * shortest form that reads back the same. "</" is written "<\/" and "<!"
 * "\u003c!", so that the text may stand inside HTML. */
void ans_json_write(struct ans_buf *out, struct ans_value v);

/* As ans_json_write with every map's keys in byte order: one text for one
 * value, which can be hashed (after RFC 8785). */
void ans_json_write_canonical(struct ans_buf *out, struct ans_value v);

/* Whole numbers below 2^53 become ANS_INT; a key whose value is null is left
 * out, as in every map. ANS_ERR_INPUT: not JSON, invalid UTF-8, a NUL, a
 * number out of range, or a key that comes twice; the sentence gives the byte
 * offset. ANS_ERR_LIMIT: deeper than 32, or a number of more than 60
 * characters. */
ANS_MUST_CHECK
bool ans_json_read(struct ans_arena *arena, struct ans_str text,
                   struct ans_value *out, struct ans_err *err);
