#include "http/gate.h"

#include <stddef.h>

#include "codec/url.h"
#include "http/encoding.h"

/* Bytes of a token, RFC 9110, 5.6.2. */
static const bool token[256] = {
    ['!'] = 1, ['#'] = 1, ['$'] = 1, ['%'] = 1, ['&'] = 1, ['\''] = 1,
    ['*'] = 1, ['+'] = 1, ['-'] = 1, ['.'] = 1, ['^'] = 1, ['_'] = 1,
    ['`'] = 1, ['|'] = 1, ['~'] = 1, ['0'] = 1, ['1'] = 1, ['2'] = 1,
    ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1,
    ['9'] = 1, ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1,
    ['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1,
    ['L'] = 1, ['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1,
    ['R'] = 1, ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1,
    ['X'] = 1, ['Y'] = 1, ['Z'] = 1, ['a'] = 1, ['b'] = 1, ['c'] = 1,
    ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1,
    ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1,
    ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1, ['u'] = 1,
    ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1,
};

enum {
    ONCE = 1,  /* repeated it is refused */
    LAST = 2,  /* of several, the last counts: the nearest proxy's */
    WHOLE = 4, /* blanks at its end stay: the library does not see a coding
                  behind them, and would end the body at the wrong byte */
};

static const struct {
    struct ans_str name;
    size_t at; /* in struct ans_gate_known */
    unsigned flags;
} known[] = {
#define KNOWN(text, member, flags)                                             \
    {                                                                          \
        {(text), sizeof(text) - 1}, offsetof(struct ans_gate_known, member),   \
            flags                                                              \
    }
    KNOWN("host", host, ONCE),
    KNOWN("content-length", content_length, ONCE),
    KNOWN("transfer-encoding", transfer_encoding, ONCE | WHOLE),
    KNOWN("content-type", content_type, ONCE),
    KNOWN("cookie", cookie, ONCE),
    KNOWN("expect", expect, ONCE),
    KNOWN("origin", origin, ONCE),
    KNOWN("sec-fetch-site", fetch_site, ONCE),
    KNOWN("accept", accept, 0),
    KNOWN("accept-encoding", accept_encoding, 0),
    KNOWN("if-none-match", if_none_match, 0),
    KNOWN("x-forwarded-for", forwarded_for, LAST),
    KNOWN("x-forwarded-proto", forwarded_proto, LAST),
#undef KNOWN
};

static bool is_token(struct ans_str s)
{
    bool good = s.len > 0;
    for (size_t i = 0; i < s.len; i++)
        good &= token[(unsigned char)s.ptr[i]];
    return good;
}

/* Visible, space, tab, or a byte past ASCII (RFC 9110, 5.5). */
static bool is_value_byte(char byte)
{
    unsigned char c = (unsigned char)byte;
    return (c >= 0x20 && c != 0x7f) || c == '\t';
}

/* Eight bytes at a time, since most of a request is this: is one of them
 * under 0x20, or 0x7f? (Warren, Hacker's Delight, 6-1.) */
static bool looks_odd(const char *eight)
{
    const uint64_t ones = UINT64_MAX / 255;
    const uint64_t highs = ones * 0x80;
    uint64_t x;
    memcpy(&x, eight, sizeof(x));
    uint64_t del = x ^ (ones * 0x7f);
    return (((x - ones * 0x20) & ~x) | ((del - ones) & ~del)) & highs;
}

static bool is_value(struct ans_str s)
{
    for (size_t i = 0; i < s.len;) {
        if (s.len - i >= 8 && !looks_odd(s.ptr + i))
            i += 8;
        else if (is_value_byte(s.ptr[i]))
            i++;
        else
            return false;
    }
    return true;
}

static struct ans_str trim_end(struct ans_str s)
{
    while (s.len && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\t'))
        s.len--;
    return s;
}

void ans_gate_begin(struct ans_gate *g, const struct ans_gate_line *line)
{
    *g = (struct ans_gate){0};
    if (!line->target_at)
        return;
    const char *target = line->method.ptr + line->method.len + 1;
    const char *version = line->target_at + line->target.len + 1;
    if (line->target_at != target ||
        (line->target.len <= ANS_GATE_TARGET && line->version.ptr != version))
        g->malformed = true;
    g->after = line->version.ptr + line->version.len + 2;
}

/* "Name:" then blanks, then the value, then CR LF; the library has put NULs
 * for the colon and the line end. */
static void check_place(struct ans_gate *g, struct ans_str name,
                        struct ans_str value)
{
    if (name.ptr != g->after || value.ptr <= name.ptr + name.len) {
        g->malformed = true;
    } else {
        for (const char *p = name.ptr + name.len + 1; p < value.ptr; p++)
            if (*p != ' ' && *p != '\t')
                g->malformed = true;
    }
    g->after = value.ptr + value.len + 2;
}

/* A bit for each length that a known name has. */
#define LENGTHS                                                                \
    (1U << 4 | 1U << 6 | 1U << 12 | 1U << 13 | 1U << 14 | 1U << 15 | 1U << 17)

static void remember(struct ans_gate *g, struct ans_str name,
                     struct ans_str value)
{
    if (name.len > 17 || !(LENGTHS & 1U << name.len))
        return;
    for (size_t i = 0; i < ANS_COUNT(known); i++) {
        if (name.len != known[i].name.len ||
            !ans_str_eq_nocase(name, known[i].name))
            continue;
        struct ans_str *slot =
            (struct ans_str *)(void *)((char *)&g->known + known[i].at);
        bool before = g->seen & (1U << i);
        g->repeated |= before && (known[i].flags & ONCE);
        if (!before || (known[i].flags & LAST))
            *slot = known[i].flags & WHOLE ? value : trim_end(value);
        g->seen |= 1U << i;
        return;
    }
}

void ans_gate_header(struct ans_gate *g, struct ans_str name,
                     struct ans_str value)
{
    g->count++;
    if (g->after)
        check_place(g, name, value);
    if (!is_token(name) || !is_value(value))
        g->malformed = true;
    remember(g, name, value);
}

/* 0, or the status for a method that is not served. */
static int judge_method(struct ans_str method, enum ans_method *out)
{
    static const char *const others[] = {"OPTIONS", "PUT",   "DELETE",
                                         "TRACE",   "PATCH", "CONNECT"};
    if (ans_str_is(method, "GET")) {
        *out = ANS_GET;
        return 0;
    }
    if (ans_str_is(method, "HEAD")) {
        *out = ANS_HEAD;
        return 0;
    }
    if (ans_str_is(method, "POST")) {
        *out = ANS_POST;
        return 0;
    }
    for (size_t i = 0; i < ANS_COUNT(others); i++)
        if (ans_str_is(method, others[i]))
            return 405;
    return 501;
}

static bool is_host_byte(char c, bool bracketed)
{
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
        (c >= 'A' && c <= 'Z') || c == '.')
        return true;
    return bracketed ? c == ':' : c == '-' || c == '_';
}

/* host[:port] (RFC 9110, 7.2), without user part or escapes. Returns the
 * length of the host, 0 when it is none. */
static size_t host_length(struct ans_str s)
{
    if (!s.len || s.len > ANS_GATE_HOST)
        return 0;
    bool bracketed = s.ptr[0] == '[';
    size_t i = bracketed;
    while (i < s.len && is_host_byte(s.ptr[i], bracketed))
        i++;
    if (bracketed && (i == 1 || i == s.len || s.ptr[i++] != ']'))
        return 0;
    size_t host = i;
    if (i < s.len && s.ptr[i] != ':')
        return 0;
    size_t port = i + 1;
    for (i = port; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || i >= port + 5)
            return 0;
    return host;
}

static bool target_is_harmless(struct ans_str t)
{
    for (size_t i = 0; i < t.len; i++) {
        unsigned char c = (unsigned char)t.ptr[i];
        if (c <= ' ' || c >= 0x7f || c == '#')
            return false;
    }
    return ans_target_harmless(t);
}

/* How long the body is, and whether only one reading of that is possible. */
static int judge_length(const struct ans_gate *g, bool old_version,
                        uint64_t *length)
{
    const struct ans_gate_known *k = &g->known;
    bool chunked = k->transfer_encoding.ptr != NULL;
    bool sized = k->content_length.ptr != NULL;
    *length = chunked ? 1 : 0; /* of unknown length, but there */
    if (chunked)
        return sized || old_version ||
                       !ans_str_eq_nocase(k->transfer_encoding,
                                          ANS_STR("chunked"))
                   ? 400
                   : 0;
    if (!sized)
        return 0;
    struct ans_str digits = k->content_length;
    if (!digits.len || digits.len > 18)
        return 400;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return 400;
        *length = *length * 10 + (uint64_t)(digits.ptr[i] - '0');
    }
    return 0;
}

static int judge_body(const struct ans_gate *g, enum ans_method method,
                      bool old_version, bool *has_body)
{
    uint64_t length;
    int status = judge_length(g, old_version, &length);
    if (status)
        return status;
    *has_body = length > 0;
    if (method != ANS_POST)
        return length ? 400 : 0;
    if (length > ANS_GATE_BODY)
        return 413;
    if (!ans_type_is(g->known.content_type,
                     ANS_STR("application/x-www-form-urlencoded")))
        return 415;
    struct ans_str expect = g->known.expect;
    if (expect.ptr && !ans_str_eq_nocase(expect, ANS_STR("100-continue")))
        return 417;
    return 0;
}

static int judge_size(const struct ans_gate *g,
                      const struct ans_gate_line *line)
{
    if (line->target.len > ANS_GATE_TARGET)
        return 414;
    if (line->bytes > ANS_GATE_BYTES || g->count > ANS_GATE_HEADERS)
        return 431;
    return 0;
}

/* What holds for the form of every request, whatever it asks. */
static int judge_form(const struct ans_gate *g,
                      const struct ans_gate_line *line)
{
    if (g->malformed || g->repeated)
        return 400;
    /* the headers end with their empty line, and nothing else is there */
    if (g->after && g->after + 2 != line->method.ptr + line->bytes)
        return 400;
    if (!ans_str_is(line->version, "HTTP/1.1") &&
        !ans_str_is(line->version, "HTTP/1.0"))
        return 400;
    return target_is_harmless(line->target) ? 0 : 400;
}

struct ans_gate_verdict ans_gate_judge(const struct ans_gate *g,
                                       const struct ans_gate_line *line)
{
    struct ans_gate_verdict v = {.authority = g->known.host};
    bool old_version = ans_str_is(line->version, "HTTP/1.0");
    v.status = judge_size(g, line);
    if (!v.status)
        v.status = judge_method(line->method, &v.method);
    if (!v.status)
        v.status = judge_form(g, line);
    v.host_len = host_length(v.authority);
    if (!v.status && !v.host_len)
        v.status = 400;
    if (!v.status)
        v.status = judge_body(g, v.method, old_version, &v.has_body);
    return v;
}
