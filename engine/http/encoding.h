/* encoding: which form of a body a client takes (RFC 9110, 12.5.3 and 13). */
#pragma once

#include <stdbool.h>

#include "base/str.h"

enum ans_encoding { ANS_PLAIN, ANS_GZIP, ANS_BROTLI };
#define ANS_ENCODINGS 3

/* The best that the header Accept-Encoding allows: the highest weight, and of
 * equals brotli, gzip, plain. A client that refuses all of them gets plain,
 * as one without the header. */
enum ans_encoding ans_encoding_choose(struct ans_str accept_encoding);

/* Is gzip allowed, even if not the best? For what is packed just once. */
bool ans_encoding_takes_gzip(struct ans_str accept_encoding);

/* "gzip", "br" or NULL. */
const char *ans_encoding_name(enum ans_encoding encoding);

/* Does the header If-None-Match name this entity tag (with its quotes)?
 * Compares weakly, as it says there. */
bool ans_etag_matches(struct ans_str if_none_match, struct ans_str etag);

/* Does the media type of a header Content-Type, without its parameters, equal
 * `type`? */
bool ans_type_is(struct ans_str content_type, struct ans_str type);
