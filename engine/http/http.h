/* http: libmicrohttpd behind a gate. The one module with microhttpd.h.
 *
 * Event threads parse, pass the gate and answer from the response cache;
 * workers run the handler. Knows messages, nothing of counties: what host
 * names are served and what a request means is asked through options.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "asset/asset.h"
#include "base/attr.h"
#include "base/err.h"
#include "message/message.h"

struct ans_http;

/* What a handler may rely on, and what relies on it:
 *
 * - An answer 200 with a `generation` and any cache kind but NONE is kept for
 *   everybody: it may depend on scheme, authority and target, and on nothing
 *   else of the request (Accept, client...). To build one the handler is
 *   asked with GET and without If-None-Match, whatever the client sent; other
 *   GETs of the same page wait meanwhile.
 * - HEAD, If-None-Match, Accept-Encoding, security headers and keep-alive are
 *   seen to here. A handler need not look at them.
 * - Handlers run on several threads at once, each with its own worker.
 */
struct ans_http_options {
    const char *listen; /* "127.0.0.1:8080", "[::1]:8080", port 0: any free */
    int event_threads;  /* 0: one a core */
    int workers;        /* 0: 32 */
    int computing; /* pages built at once; 0: twice the cores, at least 4 */
    size_t cache_bytes; /* 0: 64 MB */
    struct ans_handler handler;
    const struct ans_assets *assets; /* served at /web/<hashed> */
    /* Is this host (lower case, no port) served? Called on event threads. */
    bool (*serves_host)(void *context, struct ans_str host);
    void *context;
    /* What a refusal says to people, as plain text added to `out`; when it
     * adds nothing, or is NULL, an English sentence for programs is said.
     * `host` and `target` are as far as known: empty before the headers are
     * there. Called on event threads and on the door's. */
    void (*refusal)(void *context, int status, struct ans_str host,
                    struct ans_str target, struct ans_buf *out);
    void *refusal_context;
    const char *proxy; /* address whose X-Forwarded-For/-Proto is believed */
    /* Connections of one address (of an IPv6 network of 64 bits); 0: 64; < 0:
     * 64, but loopback peers have no limit while no proxy is set. With a
     * proxy, its own connections have no limit, and each client that it names
     * may have this many requests under way that the cache cannot answer. */
    int per_address;
    int post_rate; /* POSTs a minute from one address; 0: 60; < 0: none */
    /* The limits of the design, in ms, for tests to shorten; 0: default. */
    int headers_ms, body_ms, answer_ms, idle_ms;
};

/* Bind and start serving. `options` is copied; what it points to is borrowed
 * until the stop. ANS_ERR_CONFLICT: the port is taken. ANS_ERR_INPUT: listen or
 * proxy is no address. */
struct ans_http *ans_http_start(const struct ans_http_options *options,
                                struct ans_err *err);

/* "127.0.0.1:8080", with the port that was chosen. */
struct ans_str ans_http_address(const struct ans_http *http);

/* Take no new connection, answer every request that was accepted, with
 * "Connection: close", and free. After `ms` what still waits for a worker gets
 * 503; a handler that runs is waited for, and then for at most a second until
 * its client has the answer. */
void ans_http_stop(struct ans_http *http, int ms);

struct ans_http_figures {
    uint64_t requests, cache_hits, refused, cut;
    int connections, queued;
    uint64_t by_status[6]; /* [2]: 2xx, ... */
    size_t cache_bytes;
};
struct ans_http_figures ans_http_figures(struct ans_http *http);
