#include <stddef.h>

#include "http/server.h"

static const struct ans_fields_limits form_limits = {
    .count = 256, .name = 64, .value = 16 * 1024, .mend = true};

static struct ans_connection *of_job(struct ans_job *job)
{
    return (
        struct ans_connection *)(void *)((char *)job -
                                         offsetof(struct ans_connection, job));
}

static struct ans_connection *of_waiter(struct ans_waiter *waiter)
{
    return (struct ans_connection *)(void *)((char *)waiter -
                                             offsetof(struct ans_connection,
                                                      waiter));
}

/* From here on the connection is its event thread's again. */
static void resume(struct ans_connection *c)
{
    MHD_resume_connection(c->mhd);
}

static void resume_refused(struct ans_connection *c, int status)
{
    c->status = status;
    resume(c);
}

static int status_of(const struct ans_err *err, int over_limit)
{
    return err->kind == ANS_ERR_LIMIT ? over_limit : 400;
}

/* What the handler gets to see. All strings are copied: they outlive the
 * library's buffers then, and its NULs. Returns 0 or the status to refuse
 * with. */
static int build(const struct ans_connection *c, struct ans_arena *arena,
                 struct ans_request *q)
{
    const struct ans_gate_known *k = &c->gate.known;
    char client[ANS_ADDRESS_TEXT];
    struct ans_str authority = {c->key.text.ptr + c->target_len + 1,
                                c->verdict.authority.len};
    *q = (struct ans_request){
        .arena = arena,
        .method = c->verdict.method,
        .raw_target =
            ans_arena_str(arena, (struct ans_str){c->text, c->target_len}),
        .authority = ans_arena_str(arena, c->verdict.authority),
        .host = ans_arena_str(arena,
                              ans_str_sub(authority, 0, c->verdict.host_len)),
        .client = ans_arena_str(arena, ans_address_write(&c->client, client)),
        .from_loopback = ans_address_is_loopback(&c->client),
        .secure = c->secure,
        .origin = ans_arena_str(arena, k->origin),
        .fetch_site = ans_arena_str(arena, k->fetch_site),
        .accept = ans_arena_str(arena, k->accept),
        .if_none_match = ans_arena_str(arena, k->if_none_match),
        .body = ans_arena_str(arena, ans_buf_str(&c->body)),
    };
    struct ans_err err = {0};
    if (!ans_target_parse(arena, q->raw_target, &q->target, &err))
        return status_of(&err, 414);
    if (q->method == ANS_POST &&
        !ans_fields_parse(arena, q->body, &form_limits, &q->form, &err))
        q->fault = status_of(&err, 422);
    return 0;
}

static struct MHD_Response *own_answer(const struct ans_connection *c,
                                       struct ans_response *r, int *status)
{
    const struct ans_gate_known *k = &c->gate.known;
    bool packs =
        c->encoding != ANS_PLAIN && ans_encoding_takes_gzip(k->accept_encoding);
    struct ans_str none = {0};
    return ans_respond(r, packs ? ANS_GZIP : ANS_PLAIN,
                       c->verdict.method == ANS_POST ? none : k->if_none_match,
                       c->secure, status);
}

/* Answer one request for itself. */
static void run_alone(struct ans_job *job, struct ans_worker *worker)
{
    struct ans_connection *c = of_job(job);
    if (!worker) {
        resume_refused(c, 503);
        return;
    }
    struct ans_request q;
    int status = build(c, worker->arena, &q);
    if (status) {
        resume_refused(c, status);
        return;
    }
    struct ans_response r;
    ans_response_init(&r);
    worker->handler->handle(worker->handler->context, &q, &r);
    if (c->verdict.method != ANS_POST && ans_page_fits(&r))
        ans_page_cache_forgive(c->http->cache, c->key.hash);
    c->own = own_answer(c, &r, &c->status);
    ans_response_free(&r);
    resume(c);
}

static void push_alone(struct ans_connection *c)
{
    c->job.run = run_alone;
    c->job.waits = c->verdict.method == ANS_POST;
    if (!ans_workers_push(c->http->workers, &c->job))
        resume_refused(c, 503);
}

static void refuse_all(struct ans_waiter *all)
{
    for (struct ans_waiter *next; all; all = next) {
        next = all->next;
        resume_refused(of_waiter(all), 503);
    }
}

/* Build the page that a flight is for. NULL: there is none to keep; the
 * leader has its answer, or a status to be refused with. */
static struct ans_page *build_page(struct ans_connection *leader,
                                   struct ans_worker *worker)
{
    struct ans_request q;
    leader->status = build(leader, worker->arena, &q);
    if (leader->status)
        return NULL;
    /* The page is for everybody who waits: whole, whatever the leader has. */
    q.method = ANS_GET;
    q.if_none_match = (struct ans_str){0};
    struct ans_response r;
    ans_response_init(&r);
    worker->handler->handle(worker->handler->context, &q, &r);
    struct ans_page *page = NULL;
    if (ans_page_fits(&r))
        page = ans_page_new(&r, leader->secure);
    else
        leader->own = own_answer(leader, &r, &leader->status);
    ans_response_free(&r);
    return page;
}

/* Nothing to share after all: the leader goes with what it has, the others
 * ask for themselves. */
static void part_ways(struct ans_flight *flight)
{
    struct ans_waiter *leader = ans_flight_abandon(flight, true);
    struct ans_waiter *others = leader->next;
    resume(of_waiter(leader));
    for (struct ans_waiter *next; others; others = next) {
        next = others->next;
        push_alone(of_waiter(others));
    }
}

static void hand_out(struct ans_waiter *served, struct ans_page *page)
{
    for (struct ans_waiter *next; served; served = next) {
        next = served->next;
        struct ans_connection *c = of_waiter(served);
        ans_page_acquire(page);
        c->page = page;
        resume(c);
    }
}

static void fly(struct ans_job *job, struct ans_worker *worker)
{
    struct ans_flight *flight = of_job(job)->flight;
    if (!worker) {
        refuse_all(ans_flight_abandon(flight, false));
        return;
    }
    for (bool again = true; again;) {
        struct ans_page *page = ans_flight_base(flight);
        if (!page)
            page = build_page(of_waiter(ans_flight_leader(flight)), worker);
        if (!page) {
            part_ways(flight);
            return;
        }
        struct ans_waiter *served = ans_flight_land(flight, page, &again);
        hand_out(served, page);
        ans_page_release(page);
        ans_arena_reset(worker->arena);
    }
}

void ans_request_dispatch(struct ans_connection *c)
{
    c->stage = ANS_STAGE_WAITING;
    /* First of all: whoever sees the request after this may resume it. */
    MHD_suspend_connection(c->mhd);
    if (c->verdict.method == ANS_POST) {
        push_alone(c);
        return;
    }
    struct ans_page *page = NULL;
    struct ans_flight *flight = NULL;
    c->waiter.encoding = c->encoding;
    switch (ans_page_cache_join(c->http->cache, &c->key, &c->waiter, &page,
                                &flight)) {
    case ANS_JOIN_HIT:
        c->page = page;
        resume(c);
        break;
    case ANS_JOIN_WAIT:
        break;
    case ANS_JOIN_LEAD:
        c->flight = flight;
        c->job.run = fly;
        c->job.waits = false;
        if (!ans_workers_push(c->http->workers, &c->job))
            refuse_all(ans_flight_abandon(flight, false));
        break;
    case ANS_JOIN_ALONE:
        push_alone(c);
        break;
    }
}
