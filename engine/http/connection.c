#include <stdlib.h>

#include "http/server.h"

/* Move on, unless the door has cut the connection meanwhile. */
static bool enter(struct ans_connection *c, int from, int to)
{
    if (from != ANS_PHASE_CONNECTED)
        atomic_store_explicit(
            &c->since,
            atomic_load_explicit(&c->http->now, memory_order_relaxed),
            memory_order_relaxed);
    return atomic_compare_exchange_strong(&c->phase, &from, to);
}

/* libmicrohttpd overwrites the target right after this call: "?" and "&"
 * become NULs, escapes are undone. */
void *ans_connection_on_target(void *context, const char *uri,
                               struct MHD_Connection *mhd)
{
    (void)context;
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    struct ans_connection *c = info ? info->socket_context : NULL;
    if (!c)
        return NULL;
    c->stage = ANS_STAGE_NEW;
    c->secure = false;
    c->key = (struct ans_page_key){0};
    c->target_at = uri;
    c->target_len = uri ? strnlen(uri, ANS_GATE_TARGET + 1) : 0;
    if (c->target_len)
        memcpy(c->text, uri, c->target_len);
    if (!enter(c, ANS_PHASE_CONNECTED, ANS_PHASE_HEADERS))
        enter(c, ANS_PHASE_IDLE, ANS_PHASE_HEADERS);
    return c;
}

static enum MHD_Result collect(void *context, enum MHD_ValueKind kind,
                               const char *name, size_t name_len,
                               const char *value, size_t value_len)
{
    (void)kind;
    ans_gate_header(context, (struct ans_str){name, name_len},
                    (struct ans_str){value, value_len});
    return MHD_YES;
}

static void judge(struct ans_connection *c, const char *method,
                  const char *version)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(
        c->mhd, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    struct ans_gate_line line = {
        .method = ans_str_from(method),
        .target = {c->text, c->target_len},
        .version = ans_str_from(version),
        .bytes = info->header_size,
        .target_at = c->target_at,
    };
    ans_gate_begin(&c->gate, &line);
    MHD_get_connection_values_n(c->mhd, MHD_HEADER_KIND, collect, &c->gate);
    c->verdict = ans_gate_judge(&c->gate, &line);
}

/* Who asks, and how: the peer itself, or what the configured proxy says. */
static void identify(struct ans_connection *c)
{
    c->client = c->peer;
    c->secure = false;
    if (!c->behind_proxy)
        return;
    ans_address_forwarded(c->gate.known.forwarded_for, &c->client);
    c->secure =
        ans_str_eq_nocase(c->gate.known.forwarded_proto, ANS_STR("https"));
}

/* The page's name after the target: an authority in lower case (a page may
 * hold links with it, port and all) and the scheme. */
static void complete_key(struct ans_connection *c)
{
    struct ans_str authority = c->verdict.authority;
    char *to = c->text + c->target_len;
    *to++ = ' ';
    for (size_t i = 0; i < authority.len; i++) {
        char b = authority.ptr[i];
        *to++ = (char)(b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
    }
    *to++ = c->secure ? 's' : 'p';
    struct ans_str text = {c->text, (size_t)(to - c->text)};
    c->key =
        (struct ans_page_key){text, ans_page_key_hash(c->http->cache, text)};
}

static bool host_is_served(struct ans_connection *c)
{
    struct ans_str host = {c->text + c->target_len + 1, c->verdict.host_len};
    const struct ans_http_options *o = &c->http->options;
    return !o->serves_host || o->serves_host(o->context, host);
}

/* Behind a proxy connections say nothing of who asks: there the limit counts
 * requests under way. */
static bool client_may_ask(struct ans_connection *c)
{
    if (!c->behind_proxy)
        return true;
    int n = c->http->options.per_address;
    c->client_counted =
        ans_tally_add(c->http->clients, &c->client, n > 0 ? (unsigned)n : 64);
    return c->client_counted;
}

static enum MHD_Result admit_post(struct ans_connection *c)
{
    if (!host_is_served(c))
        return ans_send_refusal(c, 421, 0);
    int wait = 1;
    if (c->http->posts && !ans_rate_take(c->http->posts, &c->client,
                                         atomic_load(&c->http->now), &wait))
        return ans_send_refusal(c, 429, wait);
    if (!client_may_ask(c))
        return ans_send_refusal(c, 429, 1);
    if (c->verdict.has_body && !enter(c, ANS_PHASE_ANSWER, ANS_PHASE_BODY))
        return MHD_NO;
    return MHD_YES;
}

/* The first call: headers are there. What is answered now closes the
 * connection: right for a refusal. */
static enum MHD_Result admit(struct ans_connection *c, const char *method,
                             const char *version)
{
    atomic_fetch_add_explicit(&c->counters->requests, 1, memory_order_relaxed);
    if (!enter(c, ANS_PHASE_HEADERS, ANS_PHASE_ANSWER))
        return MHD_NO;
    judge(c, method, version);
    identify(c);
    if (c->verdict.host_len)
        complete_key(c);
    if (c->verdict.status)
        return ans_send_refusal(c, c->verdict.status, 0);
    c->encoding = ans_encoding_choose(c->gate.known.accept_encoding);
    c->stage = ANS_STAGE_READING;
    return c->verdict.method == ANS_POST ? admit_post(c) : MHD_YES;
}

/* A chunked body does not say before how long it is. libmicrohttpd takes no
 * answer in the middle of a body, so this one goes past it. */
static enum MHD_Result take_body(struct ans_connection *c, const char *bytes,
                                 size_t *len)
{
    size_t n = *len;
    *len = 0;
    if (c->stage == ANS_STAGE_DONE)
        return MHD_YES; /* lingering */
    if (c->body.len + n <= ANS_GATE_BODY) {
        ans_buf_add(&c->body, (struct ans_str){bytes, n});
        return MHD_YES;
    }
    if (!enter(c, ANS_PHASE_BODY, ANS_PHASE_LINGER))
        return MHD_NO;
    atomic_fetch_add_explicit(&c->counters->refused, 1, memory_order_relaxed);
    c->stage = ANS_STAGE_DONE;
    ans_buf_free(&c->body);
    ans_send_raw(c, 413);
    return MHD_YES;
}

/* True: answered, with *result, from what is ready. */
static bool answer_ready(struct ans_connection *c, enum MHD_Result *result)
{
    const struct ans_page_form *form;
    if (ans_page_cache_hold(c->http->cache, &c->key, c->encoding, &form)) {
        /* an entry exists only for a host that was served */
        atomic_fetch_add_explicit(&c->counters->cache_hits, 1,
                                  memory_order_relaxed);
        *result = ans_send_form(c, form->response, form->body, form->etag);
        ans_page_cache_let(c->http->cache, &c->key);
        return true;
    }
    if (!host_is_served(c)) {
        *result = ans_send_refusal(c, 421, 0);
        return true;
    }
    return ans_assets_answer(c, result);
}

/* The final call: all of the request is there. */
static enum MHD_Result answer(struct ans_connection *c)
{
    enum MHD_Result result;
    if (c->verdict.method == ANS_POST) {
        if (c->verdict.has_body && !enter(c, ANS_PHASE_BODY, ANS_PHASE_ANSWER))
            return MHD_NO;
    } else {
        if (answer_ready(c, &result))
            return result;
        if (!client_may_ask(c))
            return ans_send_refusal(c, 429, 1);
    }
    ans_request_dispatch(c);
    return MHD_YES;
}

/* Resumed: the answer is there. */
static enum MHD_Result finish(struct ans_connection *c)
{
    if (atomic_load(&c->phase) == ANS_PHASE_CUT)
        return MHD_NO;
    if (c->page) {
        const struct ans_page_form *form;
        if (!ans_page_form(c->page, c->encoding, &form))
            form = &c->page->forms[ANS_PLAIN];
        return ans_send_form(c, form->response, form->body, form->etag);
    }
    if (c->own) {
        struct MHD_Response *own = c->own;
        c->own = NULL;
        return ans_send_own(c, c->status, own);
    }
    return ans_send_refusal(c, c->status ? c->status : 503, 1);
}

enum MHD_Result ans_connection_on_request(void *context,
                                          struct MHD_Connection *mhd,
                                          const char *url, const char *method,
                                          const char *version,
                                          const char *upload,
                                          size_t *upload_size, void **state)
{
    (void)context;
    (void)mhd;
    (void)url; /* decoded by the library's lights; the raw one counts */
    struct ans_connection *c = *state;
    if (!c)
        return MHD_NO;
    if (*upload_size)
        return take_body(c, upload, upload_size);
    switch (c->stage) {
    case ANS_STAGE_NEW:
        return admit(c, method, version);
    case ANS_STAGE_READING:
        return answer(c);
    case ANS_STAGE_WAITING:
        return finish(c);
    case ANS_STAGE_DONE:
        break;
    }
    return MHD_NO;
}

void ans_connection_on_completed(void *context, struct MHD_Connection *mhd,
                                 void **state,
                                 enum MHD_RequestTerminationCode why)
{
    (void)context;
    (void)mhd;
    (void)why;
    struct ans_connection *c = *state;
    if (!c)
        return;
    ans_page_release(c->page);
    c->page = NULL;
    if (c->own)
        MHD_destroy_response(c->own);
    c->own = NULL;
    c->status = 0;
    if (c->body.ptr)
        ans_buf_free(&c->body);
    if (c->client_counted)
        ans_tally_drop(c->http->clients, &c->client);
    c->client_counted = false;
    c->stage = ANS_STAGE_NEW;
    int phase = atomic_load_explicit(&c->phase, memory_order_relaxed);
    if (phase != ANS_PHASE_CUT)
        enter(c, phase, ANS_PHASE_IDLE);
}

static void started(struct ans_loop *loop, struct MHD_Connection *mhd,
                    void **socket_context)
{
    struct ans_http *http = loop->http;
    struct ans_connection *c = calloc(1, sizeof(*c));
    if (!c)
        abort();
    c->http = http;
    c->loop = loop;
    c->mhd = mhd;
    c->fd = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD)
                ->connect_fd;
    const struct sockaddr *sa =
        MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS)
            ->client_addr;
    ans_address_from(sa, &c->peer);
    c->behind_proxy = http->has_proxy && ans_address_eq(&c->peer, &http->proxy);
    c->peer_counted = ans_door_counts(http, &c->peer);
    c->counters = &loop->counters;
    c->phase = ANS_PHASE_CONNECTED;
    c->since = atomic_load(&http->now);
    *socket_context = c;

    pthread_mutex_lock(&http->lock);
    c->older = http->list;
    if (c->older)
        c->older->newer = c;
    http->list = c;
    pthread_mutex_unlock(&http->lock);
}

static void closed(struct ans_http *http, struct ans_connection *c)
{
    /* after this the door cannot touch the descriptor, and only after this
     * libmicrohttpd closes it */
    pthread_mutex_lock(&http->lock);
    *(c->newer ? &c->newer->older : &http->list) = c->older;
    if (c->older)
        c->older->newer = c->newer;
    pthread_mutex_unlock(&http->lock);
    if (c->peer_counted)
        ans_tally_drop(http->peers, &c->peer);
    atomic_fetch_sub(&c->loop->connections, 1);
    atomic_fetch_sub(&http->connections, 1);
    free(c);
}

void ans_connection_on_notify(void *context, struct MHD_Connection *mhd,
                              void **socket_context,
                              enum MHD_ConnectionNotificationCode code)
{
    struct ans_loop *loop = context;
    if (code == MHD_CONNECTION_NOTIFY_STARTED)
        started(loop, mhd, socket_context);
    else if (*socket_context)
        closed(loop->http, *socket_context);
}
