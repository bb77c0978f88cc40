/* message: a request and a response as plain data, without sockets.
 *
 * What http hands to route and takes back. Everything a request holds lives
 * in its arena; so does everything that the handler makes, except the body,
 * which goes to the response as a heap buffer, or as an open file for large
 * exports.
 */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "codec/fields.h"
#include "codec/url.h"

enum ans_method { ANS_GET, ANS_HEAD, ANS_POST };

struct ans_request {
    struct ans_arena *arena;
    enum ans_method method;
    struct ans_str raw_target;
    struct ans_target target;
    struct ans_str host;       /* without the port, lower case */
    struct ans_str authority;  /* as sent: host[:port] */
    struct ans_str client;     /* address, from the proxy if configured */
    bool from_loopback;        /* the client, not a proxy before it */
    bool secure;               /* https, as the configured proxy says */
    struct ans_str origin;     /* header Origin, or empty */
    struct ans_str fetch_site; /* header Sec-Fetch-Site, or empty */
    struct ans_str accept;     /* header Accept, or empty */
    struct ans_str if_none_match;
    struct ans_str body;    /* raw; only when POST */
    struct ans_fields form; /* decoded, when the body is a form */
    int fault; /* 0, or the status for a form that cannot be read: to be said
                  on a page of the address that it was sent to */
};

enum ans_cache {
    ANS_CACHE_NONE,  /* "no-store": personal pages, answers to POST, errors */
    ANS_CACHE_PAGE,  /* kept by the server while `generation` stands;
                        "no-cache" with an ETag for browsers */
    ANS_CACHE_ASSET, /* a hashed name: kept a year, "immutable" */
    ANS_CACHE_SHORT, /* small files under plain names: five minutes */
};

struct ans_header {
    struct ans_str name;
    struct ans_str value;
};

struct ans_response {
    int status;              /* 200, 303, 404, ... */
    const char *type;        /* media type; NULL without a body */
    struct ans_buf body;     /* owned */
    int file;                /* or an open file to send whole; -1: none */
    struct ans_str location; /* for 303 and 301 */
    struct ans_str download; /* file name for Content-Disposition */
    int retry_after;         /* seconds; 0: no header */
    struct ans_header extra[4];
    size_t extras;
    enum ans_cache cache;
    /* For ANS_CACHE_PAGE: what the page was built from. It may be kept for as
     * long as *generation equals `built_at`, and until the moment `expires`
     * (ms; 0: no such moment). The handler reads `built_at` before it reads
     * any data. The counter outlives every response. */
    const _Atomic uint64_t *generation;
    uint64_t built_at;
    int64_t expires;
};

/* An empty 200 that is not cached. */
void ans_response_init(struct ans_response *r);
void ans_response_free(struct ans_response *r);

/* How a request is answered: the only thing http knows of the rest. Fills `r`
 * and cannot fail; called from several threads at once. */
struct ans_handler {
    void *context;
    void (*handle)(void *context, struct ans_request *q,
                   struct ans_response *r);
};
