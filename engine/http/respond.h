/* respond: answers as libmicrohttpd keeps them, with the headers that every
 * answer of this house carries. */
#pragma once

#include <microhttpd.h>
#include <stdbool.h>

#include "http/encoding.h"
#include "message/message.h"

/* `"` + 16 hex digits + "-br" + `"` + NUL. */
#define ANS_ETAG_TEXT 24

/* The entity tag of a body in one encoding; strong. `hash` is the body's. */
struct ans_str ans_respond_etag(uint64_t hash, enum ans_encoding encoding,
                                char text[ANS_ETAG_TEXT]);

/* Turn what a handler made into an answer of its own, ready to queue with
 * *status. Takes the body or the file from `r`. A body that is worth it is
 * packed when `encoding` is not plain; `if_none_match` may turn 200 into 304.
 * `secure` adds Strict-Transport-Security. */
struct MHD_Response *ans_respond(struct ans_response *r,
                                 enum ans_encoding encoding,
                                 struct ans_str if_none_match, bool secure,
                                 int *status);

/* The same for a page to keep: plain, with this tag, whatever a client takes.
 * *body is its bytes, which the answer owns. */
struct MHD_Response *ans_respond_page(struct ans_response *r, bool secure,
                                      struct ans_str *body, const char *etag);

/* The answer `plain` again with a packed body (malloc'ed, taken). */
struct MHD_Response *ans_respond_packed(struct MHD_Response *plain,
                                        struct ans_buf *packed,
                                        enum ans_encoding encoding,
                                        const char *etag);

/* A copy that also says "Connection: close". */
struct MHD_Response *ans_respond_closing(struct MHD_Response *like,
                                         struct ans_str body);

/* A file of web/, kept for a year. The bytes are borrowed for good. */
struct MHD_Response *ans_respond_asset(const char *type, struct ans_str bytes,
                                       enum ans_encoding encoding, bool packs,
                                       const char *etag, bool secure);

/* What libmicrohttpd refuses before it asks anybody goes past all of this, in
 * its own English and without these headers: a request of over 24 KB of
 * headers, a version that is no HTTP/1, a header without a colon, a length or
 * a chunk that is no number. No browser sends such. */

/* A refusal: what it says to people (taken), or, when that is empty, one
 * English sentence for programs. `retry_after` in seconds; 0: no header. */
struct MHD_Response *ans_respond_refusal(int status, int retry_after,
                                         struct ans_buf *said, bool secure);

/* The whole of the same as bytes added to `out`, for a connection that
 * libmicrohttpd does not let answer: it is in the middle of headers or of a
 * body. */
void ans_respond_raw(int status, struct ans_buf *said, struct ans_buf *out);

/* The headers that every answer carries, as lines. */
void ans_respond_always(struct ans_buf *out);
