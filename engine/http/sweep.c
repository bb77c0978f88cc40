#include <sys/socket.h>

#include "http/server.h"

/* How long a client may go on sending what was refused already, so that it
 * reads the refusal before the connection breaks. */
#define LINGER 2000

static int64_t limit_of(const struct ans_http *http, int phase)
{
    switch (phase) {
    case ANS_PHASE_CONNECTED:
    case ANS_PHASE_HEADERS:
        return http->options.headers_ms;
    case ANS_PHASE_BODY:
        return http->options.body_ms;
    case ANS_PHASE_ANSWER:
        return http->options.answer_ms;
    case ANS_PHASE_IDLE:
        return http->options.idle_ms;
    case ANS_PHASE_LINGER:
        return http->options.body_ms < LINGER ? http->options.body_ms : LINGER;
    default:
        return INT64_MAX;
    }
}

/* Whoever moves the phase owns what comes next: the event thread its answer,
 * or we the connection's end. So a refusal never lands inside an answer. */
static void cut(struct ans_connection *c, int phase)
{
    if (!atomic_compare_exchange_strong(&c->phase, &phase, ANS_PHASE_CUT))
        return;
    if (phase == ANS_PHASE_HEADERS || phase == ANS_PHASE_BODY)
        ans_send_raw(c, 408);
    if (phase != ANS_PHASE_IDLE && phase != ANS_PHASE_LINGER)
        atomic_fetch_add_explicit(&c->counters->cut, 1, memory_order_relaxed);
    /* The event thread sees the end and frees the connection; if it is
     * suspended, as soon as its answer is there. */
    shutdown(c->fd, SHUT_RDWR);
}

void ans_sweep(struct ans_http *http, int64_t now)
{
    pthread_mutex_lock(&http->lock);
    for (struct ans_connection *c = http->list; c; c = c->older) {
        int phase = atomic_load(&c->phase);
        int64_t since = atomic_load(&c->since);
        if (now - since > limit_of(http, phase))
            cut(c, phase);
    }
    pthread_mutex_unlock(&http->lock);
}

int ans_sweep_busy(struct ans_http *http)
{
    int busy = 0;
    pthread_mutex_lock(&http->lock);
    for (struct ans_connection *c = http->list; c; c = c->older) {
        int phase = atomic_load(&c->phase);
        busy += phase == ANS_PHASE_HEADERS || phase == ANS_PHASE_BODY ||
                phase == ANS_PHASE_ANSWER;
    }
    pthread_mutex_unlock(&http->lock);
    return busy;
}
