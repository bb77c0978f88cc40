/* encode: text as mail carries it. Private to mail.
 *
 * Writes quoted-printable (RFC 2045, 6.7) and encoded words (RFC 2047); judges
 * nothing, its callers have.
 */
#pragma once

#include "base/buf.h"
#include "base/str.h"

#define ANS_MAIL_LINE 76 /* bytes, without CR LF */

/* `s` as encoded words, the first of them at `column` of its line. Never cuts
 * a character in two. Returns the column after the last one. */
size_t ans_mail_words(struct ans_buf *out, struct ans_str s, size_t column);

/* A body: every kind of line break becomes CR LF, and one stands at the end.
 * No line begins with "." or "From ", which mail programs treat as their
 * own. */
void ans_mail_quoted(struct ans_buf *out, struct ans_str text);
