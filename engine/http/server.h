/* server: what the files of http share: the service and its connections.
 *
 * Three kinds of threads. The door (one) accepts, counts addresses and cuts
 * what takes too long; event threads (libmicrohttpd's) parse and send; workers
 * run the handler. A request belongs to its event thread until it is
 * suspended, then to the worker, and to the event thread again when resumed.
 */
#pragma once

#include <microhttpd.h>
#include <pthread.h>

#include "http/cache.h"
#include "http/gate.h"
#include "http/http.h"
#include "http/rate.h"
#include "http/workers.h"

#define ANS_HTTP_CONNECTIONS 1024
#define ANS_HTTP_KEEP_ALIVE  1000 /* requests a connection */

/* Connections of one event thread. libmicrohttpd 0.9.75 takes 128 events at a
 * time, and when it gets as many, it waits for more before it looks at any: if
 * all clients wait for their answers by then, nobody wakes it. With fewer
 * connections than that, and the wake-up of its own, it cannot happen. */
#define ANS_LOOP_CONNECTIONS 120
#define ANS_LOOPS_MOST       64

/* Where a connection is, for the deadlines. */
enum ans_phase {
    ANS_PHASE_CONNECTED, /* nothing seen yet */
    ANS_PHASE_HEADERS,   /* a request line was seen */
    ANS_PHASE_BODY,
    ANS_PHASE_ANSWER,
    ANS_PHASE_IDLE,   /* between two requests */
    ANS_PHASE_LINGER, /* refused; what still comes is thrown away */
    ANS_PHASE_CUT,    /* taken by the door: whoever sees it lets go */
};

struct ans_asset_answers {
    struct MHD_Response *forms[ANS_ENCODINGS]; /* NULL: as plain */
    char tags[ANS_ENCODINGS][ANS_ETAG_TEXT];
};

/* Figures, of each event thread for itself: two that write the same cache
 * line wait for each other. */
struct ans_counters {
    _Alignas(64) _Atomic uint64_t requests;
    _Atomic uint64_t cache_hits, refused, cut, by_status[6];
};

/* An event thread: a daemon of libmicrohttpd with one thread. */
struct ans_loop {
    struct ans_http *http;
    struct MHD_Daemon *daemon;
    _Atomic int connections; /* counted from the door to the end */
    struct ans_counters counters;
};

struct ans_http {
    struct ans_http_options options; /* with defaults filled in */
    struct ans_address proxy;
    bool has_proxy;
    char address[64];
    struct ans_loop loops[ANS_LOOPS_MOST];
    size_t loop_count;
    struct ans_workers *workers;
    struct ans_page_cache *cache;
    struct ans_tally *peers;             /* connections by address */
    struct ans_tally *clients;           /* requests by forwarded address */
    struct ans_rate *posts;              /* NULL: no limit */
    struct ans_asset_answers *assets[2]; /* [1]: with HSTS */
    _Atomic uint64_t turned_away;        /* connections over a limit */

    pthread_t door;
    int listen_fd, wake_fd;
    _Atomic bool stopping;    /* accept no more, close after each answer */
    _Atomic bool door_closed; /* and nobody waits before it any more */
    _Atomic bool ended;
    _Atomic int64_t now; /* the steady clock at the last tick of the door */
    _Atomic int connections;
    pthread_mutex_t lock; /* of the list */
    struct ans_connection *list;
};

enum ans_stage {
    ANS_STAGE_NEW,     /* before the first call of the handler */
    ANS_STAGE_READING, /* let in; the body comes, then the final call */
    ANS_STAGE_WAITING, /* suspended, or just resumed with an answer */
    ANS_STAGE_DONE,    /* answered, or given up */
};

struct ans_connection {
    struct ans_connection *newer, *older; /* in http->list */
    struct ans_http *http;
    struct ans_loop *loop;
    struct MHD_Connection *mhd;
    struct ans_counters *counters;
    int fd;
    struct ans_address peer;
    bool peer_counted, behind_proxy;
    unsigned served; /* answers on this connection */
    _Atomic int phase;
    _Atomic int64_t since; /* when the phase's time began */

    /* The request. */
    enum ans_stage stage;
    struct ans_gate gate;
    struct ans_gate_verdict verdict;
    enum ans_encoding encoding;
    bool secure;
    struct ans_address client;
    bool client_counted;
    const char *target_at; /* where the library had it; only to compare */
    size_t target_len;
    struct ans_page_key key; /* target, " ", authority, scheme; in `text` */
    char text[ANS_GATE_TARGET + 1 + ANS_GATE_HOST + 3];
    struct ans_buf body;
    struct ans_job job;
    struct ans_waiter waiter;
    struct ans_flight *flight;

    /* The answer, from a worker: a page that others get too, or one's own,
     * or a refusal. */
    struct ans_page *page;
    struct MHD_Response *own;
    int status;
};

/* connection.c: callbacks of libmicrohttpd; `context` is the loop. */
void *ans_connection_on_target(void *context, const char *uri,
                               struct MHD_Connection *mhd);
enum MHD_Result ans_connection_on_request(void *context,
                                          struct MHD_Connection *mhd,
                                          const char *url, const char *method,
                                          const char *version,
                                          const char *upload,
                                          size_t *upload_size, void **state);
void ans_connection_on_completed(void *context, struct MHD_Connection *mhd,
                                 void **state,
                                 enum MHD_RequestTerminationCode why);
void ans_connection_on_notify(void *context, struct MHD_Connection *mhd,
                              void **socket_context,
                              enum MHD_ConnectionNotificationCode code);

/* send.c: queue an answer on the event thread. The first takes `own`, the
 * second borrows what others use too. */
enum MHD_Result ans_send_own(struct ans_connection *c, int status,
                             struct MHD_Response *own);
enum MHD_Result ans_send_shared(struct ans_connection *c, int status,
                                struct MHD_Response *shared,
                                struct ans_str body);
enum MHD_Result ans_send_refusal(struct ans_connection *c, int status,
                                 int retry_after);
/* A page or a file in one encoding: 304 if the client has it. */
enum MHD_Result ans_send_form(struct ans_connection *c,
                              struct MHD_Response *shared, struct ans_str body,
                              struct ans_str etag);
/* Refuse in the middle of headers or body, past libmicrohttpd. */
void ans_send_raw(struct ans_connection *c, int status);

/* request.c: find the answer outside the event thread. Suspends; the handler
 * of libmicrohttpd is called again when the answer is there. */
void ans_request_dispatch(struct ans_connection *c);

/* serve_asset.c: files of web/. */
void ans_assets_prepare(struct ans_http *http);
void ans_assets_discard(struct ans_http *http);
/* False: the target names none. */
bool ans_assets_answer(struct ans_connection *c, enum MHD_Result *result);

/* sweep.c */
void ans_sweep(struct ans_http *http, int64_t now);
/* Requests under way, by the phases of connections. */
int ans_sweep_busy(struct ans_http *http);

/* door.c */
/* Does the limit per address hold for this peer? */
bool ans_door_counts(const struct ans_http *http, const struct ans_address *a);
bool ans_door_open(struct ans_http *http, struct ans_err *err);
/* Stop accepting; returns when all who stood before it are in. */
void ans_door_close(struct ans_http *http);
/* End the thread. */
void ans_door_end(struct ans_http *http);
