#include "codec/url.h"

#include "base/text.h"

#define SEGMENTS    16
#define QUERY_COUNT 64
#define QUERY_NAME  64
#define QUERY_VALUE 2048 /* no target is longer */
#define WEB_ADDRESS 2000
#define HOST_LABEL  63
#define HOST        253

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The byte that "%xx" at `at` means, or -1 for a broken escape. */
static int escaped_byte(struct ans_str s, size_t at)
{
    if (at + 2 >= s.len)
        return -1;
    int high = hex_digit(s.ptr[at + 1]);
    int low = hex_digit(s.ptr[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* Decode into `to`, which has room for s.len bytes. */
static bool decode(char *to, size_t *len, struct ans_str s, bool plus)
{
    size_t n = 0;
    for (size_t at = 0; at < s.len; at++) {
        char c = s.ptr[at];
        if (c == '%') {
            int byte = escaped_byte(s, at);
            if (byte < 0)
                return false;
            c = (char)byte;
            at += 2;
        } else if (c == '+' && plus) {
            c = ' ';
        }
        to[n++] = c;
    }
    *len = n;
    return true;
}

static bool decode_bytes(struct ans_arena *arena, struct ans_str s, bool plus,
                         struct ans_str *out, struct ans_err *err)
{
    char *to = ans_arena_alloc(arena, s.len + 1);
    size_t len;
    if (!decode(to, &len, s, plus))
        return ans_err_set(err, ANS_ERR_INPUT, "a broken percent escape");
    to[len] = '\0';
    *out = (struct ans_str){to, len};
    return true;
}

bool ans_url_decode_mended(struct ans_arena *arena, struct ans_str s, bool plus,
                           struct ans_str *out, struct ans_err *err)
{
    struct ans_str bytes;
    if (!decode_bytes(arena, s, plus, &bytes, err))
        return false;
    *out = ans_text_mend(arena, bytes);
    return true;
}

bool ans_url_decode(struct ans_arena *arena, struct ans_str s, bool plus,
                    struct ans_str *out, struct ans_err *err)
{
    struct ans_str text;
    if (!decode_bytes(arena, s, plus, &text, err))
        return false;
    if (!ans_text_valid(text))
        return ans_err_set(err, ANS_ERR_INPUT,
                           ans_str_find(text, '\0') < 0 ? "not valid UTF-8"
                                                        : "a NUL character");
    *out = text;
    return true;
}

static bool is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

void ans_url_encode(struct ans_buf *out, struct ans_str s)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' ||
            c == '~') {
            ans_buf_add_byte(out, c);
        } else {
            unsigned char byte = (unsigned char)c;
            char escape[] = {'%', digits[byte >> 4], digits[byte & 15]};
            ans_buf_add(out, (struct ans_str){escape, sizeof(escape)});
        }
    }
}

static struct ans_str cut_query(struct ans_str raw, struct ans_str *query)
{
    *query = raw;
    return ans_str_cut(query, '?');
}

/* Every byte that a target may consist of, and no escape that hides one of
 * them that it may not. */
static bool has_harmless_bytes(struct ans_str s, bool *escapes)
{
    for (size_t at = 0; at < s.len; at++) {
        unsigned char c = (unsigned char)s.ptr[at];
        if (c <= 0x20 || c >= 0x7f || c == '\\' || c == '#')
            return false;
        if (c != '%')
            continue;
        *escapes = true;
        int byte = escaped_byte(s, at);
        if (byte < 0x20 || byte == 0x7f)
            return false;
        at += 2;
    }
    return true;
}

static bool has_harmless_segments(struct ans_str path)
{
    while (path.len) {
        struct ans_str segment = ans_str_cut(&path, '/');
        char dots[3] = {0};
        size_t len = 0;
        for (size_t at = 0; at < segment.len; at++) {
            int byte = (unsigned char)segment.ptr[at];
            if (byte == '%') {
                byte = escaped_byte(segment, at);
                at += 2;
                if (byte == '/' || byte == '\\')
                    return false;
            }
            if (len < sizeof(dots))
                dots[len] = (char)byte;
            len++;
        }
        if ((len == 1 || len == 2) && !memcmp(dots, "..", len))
            return false;
    }
    return true;
}

static bool decodes_to_utf8(struct ans_str raw)
{
    struct ans_buf b = {0};
    char *to = ans_buf_reserve(&b, raw.len);
    bool valid =
        to && decode(to, &b.len, raw, false) && ans_text_valid(ans_buf_str(&b));
    ans_buf_free(&b);
    return valid;
}

bool ans_target_harmless(struct ans_str raw)
{
    if (!ans_str_starts(raw, ANS_STR("/")) ||
        ans_str_starts(raw, ANS_STR("//")))
        return false;
    bool escapes = false;
    struct ans_str query;
    struct ans_str path = cut_query(raw, &query);
    return has_harmless_bytes(raw, &escapes) && has_harmless_segments(path) &&
           (!escapes || decodes_to_utf8(raw));
}

static bool split_path(struct ans_arena *arena, struct ans_target *t,
                       struct ans_err *err)
{
    struct ans_str rest = ans_str_sub(t->path, 1, SIZE_MAX);
    t->count = 1;
    for (size_t i = 0; i < rest.len; i++)
        t->count += rest.ptr[i] == '/';
    if (t->count > SEGMENTS)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "the address has more than %d parts", SEGMENTS);
    t->segments = ANS_NEW_ARRAY(arena, struct ans_str, t->count);
    for (size_t i = 0; i < t->count; i++)
        if (!ans_url_decode(arena, ans_str_cut(&rest, '/'), false,
                            &t->segments[i], err))
            return false;
    return true;
}

bool ans_target_parse(struct ans_arena *arena, struct ans_str raw,
                      struct ans_target *out, struct ans_err *err)
{
    static const struct ans_fields_limits limits = {
        .count = QUERY_COUNT, .name = QUERY_NAME, .value = QUERY_VALUE};
    if (!ans_target_harmless(raw))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the address is not well-formed");
    struct ans_target t = {0};
    struct ans_str query;
    t.path = cut_query(raw, &query);
    if (!split_path(arena, &t, err) ||
        !ans_fields_parse(arena, query, &limits, &t.query, err))
        return false;
    *out = t;
    return true;
}

/* Browsers drop tabs and line breaks and read "\" as "/", so that a link can
 * mean another than it seems to. */
static bool has_deceptive_bytes(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c <= 0x20 || c == 0x7f || c == '\\')
            return true;
    }
    return false;
}

static bool starts_nocase(struct ans_str s, struct ans_str prefix)
{
    return ans_str_eq_nocase(ans_str_sub(s, 0, prefix.len), prefix);
}

/* What comes after "http://" or "https://"; empty without either. */
static struct ans_str after_web_scheme(struct ans_str s)
{
    if (starts_nocase(s, ANS_STR("https://")))
        return ans_str_sub(s, 8, SIZE_MAX);
    if (starts_nocase(s, ANS_STR("http://")))
        return ans_str_sub(s, 7, SIZE_MAX);
    return (struct ans_str){NULL, 0};
}

bool ans_url_is_safe_link(struct ans_str s)
{
    if (has_deceptive_bytes(s) || !ans_text_valid(s))
        return false;
    if (ans_str_starts(s, ANS_STR("/")))
        return !ans_str_starts(s, ANS_STR("//"));
    if (ans_str_starts(s, ANS_STR("#")))
        return true;
    struct ans_str rest = after_web_scheme(s);
    if (rest.len)
        return rest.ptr[0] != '/';
    return (starts_nocase(s, ANS_STR("mailto:")) && s.len > 7) ||
           (starts_nocase(s, ANS_STR("tel:")) && s.len > 4);
}

/* Letters, digits and inner hyphens (RFC 1123), and letters beyond ASCII as
 * visitors type them. */
static bool is_label(struct ans_str label)
{
    if (!label.len || label.len > HOST_LABEL || label.ptr[0] == '-' ||
        label.ptr[label.len - 1] == '-')
        return false;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        if (!is_alpha(c) && !is_digit(c) && c != '-' && (c & 0x80) == 0)
            return false;
    }
    return true;
}

static bool all_digits(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.ptr[i]))
            return false;
    return true;
}

static bool is_host(struct ans_str host)
{
    if (host.len > HOST || ans_str_find(host, '.') < 0 ||
        ans_str_ends(host, ANS_STR(".")))
        return false;
    struct ans_str label = {NULL, 0};
    for (struct ans_str rest = host; rest.len;) {
        label = ans_str_cut(&rest, '.');
        if (!is_label(label))
            return false;
    }
    return !all_digits(label); /* 127.0.0.1 is no web address of anyone's */
}

static bool is_port(struct ans_str port)
{
    int64_t n;
    return port.len <= 5 && all_digits(port) && ans_str_int(port, &n) &&
           n > 0 && n < 65536;
}

bool ans_url_is_web_address(struct ans_str s)
{
    if (s.len > WEB_ADDRESS || has_deceptive_bytes(s) || !ans_text_valid(s))
        return false;
    struct ans_str rest = after_web_scheme(s);
    size_t end = 0;
    while (end < rest.len && !memchr("/?#", rest.ptr[end], 3))
        end++;
    struct ans_str port = ans_str_sub(rest, 0, end);
    for (size_t i = end; i < rest.len; i++)
        if (memchr("<>\"", rest.ptr[i], 3))
            return false;
    bool has_port = ans_str_find(port, ':') >= 0;
    struct ans_str host = ans_str_cut(&port, ':');
    return is_host(host) && (!has_port || is_port(port));
}
