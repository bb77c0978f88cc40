/* url: percent-encoding and request targets (RFC 3986).
 *
 * Decides what a target means; the gate (http) has refused before what may
 * not mean anything.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "codec/fields.h"

/* "%C3%A5" -> "å"; `plus` also reads "+" as a space (form encoding).
 * ANS_ERR_INPUT: a broken escape, a NUL, or not UTF-8. */
ANS_MUST_CHECK
bool ans_url_decode(struct ans_arena *arena, struct ans_str s, bool plus,
                    struct ans_str *out, struct ans_err *err);

/* The same, but what makes it not UTF-8 is mended (ans_text_mend).
 * ANS_ERR_INPUT: a broken escape. */
ANS_MUST_CHECK
bool ans_url_decode_mended(struct ans_arena *arena, struct ans_str s, bool plus,
                           struct ans_str *out, struct ans_err *err);

/* Escape everything but unreserved characters (RFC 3986, 2.3). */
void ans_url_encode(struct ans_buf *out, struct ans_str s);

struct ans_target {
    struct ans_str path;      /* as sent, without the query */
    struct ans_str *segments; /* decoded; "/a/b/" has a, b and an empty one */
    size_t count;
    struct ans_fields query;
};

/* Split and decode "/path?query". ANS_ERR_INPUT: not a target that begins
 * with "/", or one that ans_target_harmless refuses. ANS_ERR_LIMIT: over 16
 * segments or 64 query fields. */
ANS_MUST_CHECK
bool ans_target_parse(struct ans_arena *arena, struct ans_str raw,
                      struct ans_target *out, struct ans_err *err);

/* The gate's look at a raw target: begins with "/", no "//" at the start, no
 * raw space, control or non-ASCII byte, no "#", no broken escape, no %00 or
 * encoded control character, no backslash, valid UTF-8 once decoded; in the
 * path also no encoded slash or backslash (any case) and no "." or ".."
 * segment (raw or encoded). A form may well ask for "IT/data". */
bool ans_target_harmless(struct ans_str raw);

/* A link that a page may carry: http, https, mailto, tel or a path of this
 * site ("/x", "#x"; not "//x"). */
bool ans_url_is_safe_link(struct ans_str s);

/* http or https with a host of at least two labels, at most 2,000 bytes, no
 * user part; for "web address" answers. */
bool ans_url_is_web_address(struct ans_str s);
