#include "http/respond.h"

static const struct {
    int status;
    const char *reason;
    const char *text;
} refusals[] = {
    {400, "Bad Request", "The request is not well formed."},
    {405, "Method Not Allowed", "Only GET, HEAD and POST are served."},
    {408, "Request Timeout", "The request took too long to arrive."},
    {413, "Content Too Large", "The form is larger than 64 KB."},
    {414, "URI Too Long", "The address is longer than 2 KB."},
    {415, "Unsupported Media Type",
     "A form is sent as application/x-www-form-urlencoded."},
    {417, "Expectation Failed", "That expectation cannot be met."},
    {421, "Misdirected Request", "This server does not serve that host."},
    {422, "Unprocessable Content", "The form has too many or too long fields."},
    {429, "Too Many Requests", "Too many requests; wait a little."},
    {431, "Request Header Fields Too Large", "The headers are too large."},
    {500, "Internal Server Error", "Something went wrong here."},
    {501, "Not Implemented", "That method is not known here."},
    {503, "Service Unavailable", "Busy; nothing was saved. Try again soon."},
};

static size_t find(int status)
{
    size_t bad_request = 0;
    for (size_t i = 0; i < ANS_COUNT(refusals); i++)
        if (refusals[i].status == status)
            return i;
    return bad_request;
}

/* What it says in the end. */
static void settle(size_t refusal, struct ans_buf *said)
{
    if (!said->len)
        ans_buf_printf(said, "%s\n", refusals[refusal].text);
}

struct MHD_Response *ans_respond_refusal(int status, int retry_after,
                                         struct ans_buf *said, bool secure)
{
    struct ans_response r;
    ans_response_init(&r);
    settle(find(status), said);
    r.status = status;
    r.type = "text/plain; charset=utf-8";
    r.retry_after = retry_after;
    r.body = *said;
    *said = (struct ans_buf){0};
    if (status == 405)
        r.extra[r.extras++] =
            (struct ans_header){ANS_STR("Allow"), ANS_STR("GET, HEAD, POST")};
    int same;
    return ans_respond(&r, ANS_PLAIN, (struct ans_str){0}, secure, &same);
}

void ans_respond_raw(int status, struct ans_buf *said, struct ans_buf *out)
{
    size_t i = find(status);
    settle(i, said);
    ans_buf_printf(out,
                   "HTTP/1.1 %d %s\r\n"
                   "Connection: close\r\n"
                   "Content-Type: text/plain; charset=utf-8\r\n"
                   "Cache-Control: no-store\r\n",
                   refusals[i].status, refusals[i].reason);
    ans_respond_always(out);
    ans_buf_printf(out, "Content-Length: %zu\r\n\r\n", said->len);
    ans_buf_add(out, ans_buf_str(said));
}
