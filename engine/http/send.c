#include <stdlib.h>
#include <sys/socket.h>

#include "http/server.h"

static void count(struct ans_connection *c, int status)
{
    int hundred = status / 100;
    if (hundred > 0 && hundred < 6)
        atomic_fetch_add_explicit(&c->counters->by_status[hundred], 1,
                                  memory_order_relaxed);
}

/* The last answer on this connection says so. */
static bool is_last(struct ans_connection *c)
{
    c->served++;
    return c->served >= ANS_HTTP_KEEP_ALIVE ||
           atomic_load_explicit(&c->http->stopping, memory_order_relaxed);
}

static enum MHD_Result queue(struct ans_connection *c, int status,
                             struct MHD_Response *m)
{
    c->stage = ANS_STAGE_DONE;
    count(c, status);
    return MHD_queue_response(c->mhd, (unsigned)status, m);
}

enum MHD_Result ans_send_own(struct ans_connection *c, int status,
                             struct MHD_Response *own)
{
    if (is_last(c))
        MHD_add_response_header(own, "Connection", "close");
    enum MHD_Result result = queue(c, status, own);
    MHD_destroy_response(own);
    return result;
}

enum MHD_Result ans_send_shared(struct ans_connection *c, int status,
                                struct MHD_Response *shared,
                                struct ans_str body)
{
    if (!is_last(c))
        return queue(c, status, shared);
    struct MHD_Response *closing = ans_respond_closing(shared, body);
    enum MHD_Result result = queue(c, status, closing);
    MHD_destroy_response(closing);
    return result;
}

enum MHD_Result ans_send_form(struct ans_connection *c,
                              struct MHD_Response *shared, struct ans_str body,
                              struct ans_str etag)
{
    struct ans_str known = c->gate.known.if_none_match;
    bool has_it = known.len && ans_etag_matches(known, etag);
    return ans_send_shared(c, has_it ? 304 : 200, shared, body);
}

/* What people are told. Where the request was going is known once its key is:
 * in a body and after it. */
static struct ans_buf say(const struct ans_connection *c, int status)
{
    const struct ans_http_options *o = &c->http->options;
    struct ans_buf said = {0};
    struct ans_str host = {0};
    struct ans_str target = {0};
    if (c->key.text.len) {
        target = (struct ans_str){c->text, c->target_len};
        host =
            (struct ans_str){c->text + c->target_len + 1, c->verdict.host_len};
    }
    if (o->refusal)
        o->refusal(o->refusal_context, status, host, target, &said);
    return said;
}

enum MHD_Result ans_send_refusal(struct ans_connection *c, int status,
                                 int retry_after)
{
    atomic_fetch_add_explicit(&c->counters->refused, 1, memory_order_relaxed);
    struct ans_buf said = say(c, status);
    return ans_send_own(
        c, status, ans_respond_refusal(status, retry_after, &said, c->secure));
}

void ans_send_raw(struct ans_connection *c, int status)
{
    struct ans_buf said = say(c, status);
    struct ans_buf answer = {0};
    ans_respond_raw(status, &said, &answer);
    count(c, status);
    /* A client that does not even take these few bytes gets none. */
    ssize_t sent =
        send(c->fd, answer.ptr, answer.len, MSG_DONTWAIT | MSG_NOSIGNAL);
    (void)sent;
    ans_buf_free(&answer);
    ans_buf_free(&said);
}
