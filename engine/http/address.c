#include "http/address.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <unistd.h>

#define BACKLOG 1024

static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff};

static void set_v4(struct ans_address *out, const struct in_addr *v4)
{
    memcpy(out->bytes, mapped, sizeof(mapped));
    memcpy(out->bytes + 12, v4, 4);
}

bool ans_address_from(const struct sockaddr *sa, struct ans_address *out)
{
    if (sa->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, sa, sizeof(v4));
        set_v4(out, &v4.sin_addr);
        return true;
    }
    if (sa->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, sa, sizeof(v6));
        memcpy(out->bytes, &v6.sin6_addr, 16);
        return true;
    }
    return false;
}

/* Take "[", "]" and a port away; a bare IPv6 address has neither. */
static struct ans_str without_port(struct ans_str s)
{
    if (s.len && s.ptr[0] == '[') {
        ptrdiff_t end = ans_str_find(s, ']');
        return ans_str_sub(s, 1, end < 0 ? 0 : (size_t)end - 1);
    }
    ptrdiff_t colon = ans_str_find(s, ':');
    if (colon < 0)
        return s;
    struct ans_str rest = ans_str_sub(s, (size_t)colon + 1, s.len);
    return ans_str_find(rest, ':') < 0 ? ans_str_sub(s, 0, (size_t)colon) : s;
}

bool ans_address_parse(struct ans_str text, struct ans_address *out)
{
    struct ans_str bare = without_port(ans_str_trim(text));
    char z[ANS_ADDRESS_TEXT];
    if (!bare.len || bare.len >= sizeof(z) || memchr(bare.ptr, 0, bare.len))
        return false;
    memcpy(z, bare.ptr, bare.len);
    z[bare.len] = '\0';
    struct in_addr v4;
    if (inet_pton(AF_INET, z, &v4) == 1) {
        set_v4(out, &v4);
        return true;
    }
    return inet_pton(AF_INET6, z, out->bytes) == 1;
}

static bool is_v4(const struct ans_address *a)
{
    return !memcmp(a->bytes, mapped, sizeof(mapped));
}

struct ans_str ans_address_write(const struct ans_address *a,
                                 char text[ANS_ADDRESS_TEXT])
{
    const char *done =
        is_v4(a) ? inet_ntop(AF_INET, a->bytes + 12, text, ANS_ADDRESS_TEXT)
                 : inet_ntop(AF_INET6, a->bytes, text, ANS_ADDRESS_TEXT);
    return ans_str_from(done);
}

bool ans_address_eq(const struct ans_address *a, const struct ans_address *b)
{
    return !memcmp(a->bytes, b->bytes, sizeof(a->bytes));
}

bool ans_address_is_loopback(const struct ans_address *a)
{
    static const struct ans_address one = {{[15] = 1}};
    return is_v4(a) ? a->bytes[12] == 127 : ans_address_eq(a, &one);
}

struct ans_address ans_address_block(const struct ans_address *a)
{
    struct ans_address block = *a;
    if (!is_v4(a))
        memset(block.bytes + 8, 0, 8);
    return block;
}

bool ans_address_forwarded(struct ans_str header, struct ans_address *out)
{
    size_t from = header.len;
    while (from && header.ptr[from - 1] != ',')
        from--;
    return ans_address_parse(ans_str_sub(header, from, header.len), out);
}

/* "127.0.0.1:8080" -> a socket address. */
static socklen_t parse_listen(struct ans_str where, struct sockaddr_storage *sa)
{
    size_t colon = where.len;
    while (colon && where.ptr[colon - 1] != ':')
        colon--;
    int64_t port;
    if (!colon || !ans_str_int(ans_str_sub(where, colon, where.len), &port) ||
        port < 0 || port > 65535)
        return 0;
    struct ans_str host = ans_str_sub(where, 0, colon - 1);
    bool bracketed = host.len && host.ptr[0] == '[';
    struct ans_address a;
    if (!ans_address_parse(host, &a) || (!bracketed && !is_v4(&a)))
        return 0;
    if (!bracketed) {
        struct sockaddr_in v4 = {.sin_family = AF_INET,
                                 .sin_port = htons((uint16_t)port)};
        memcpy(&v4.sin_addr, a.bytes + 12, 4);
        memcpy(sa, &v4, sizeof(v4));
        return sizeof(v4);
    }
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6,
                              .sin6_port = htons((uint16_t)port)};
    memcpy(&v6.sin6_addr, a.bytes, 16);
    memcpy(sa, &v6, sizeof(v6));
    return sizeof(v6);
}

static void write_bound(int fd, char *text, size_t size)
{
    struct sockaddr_storage sa = {0};
    socklen_t len = sizeof(sa);
    struct ans_address a = {{0}};
    char host[ANS_ADDRESS_TEXT];
    getsockname(fd, (struct sockaddr *)&sa, &len);
    ans_address_from((const struct sockaddr *)&sa, &a);
    ans_address_write(&a, host);
    uint16_t port; /* at the same place in both kinds of address */
    memcpy(&port, (const char *)&sa + offsetof(struct sockaddr_in, sin_port),
           sizeof(port));
    bool v6 = sa.ss_family == AF_INET6;
    snprintf(text, size, v6 ? "[%s]:%u" : "%s:%u", host, ntohs(port));
}

int ans_address_listen(const char *where, char *text, size_t size,
                       struct ans_err *err)
{
    struct sockaddr_storage sa = {0};
    socklen_t len = parse_listen(ans_str_from(where), &sa);
    if (!len) {
        ans_err_set(err, ANS_ERR_INPUT,
                    "\"%s\" is not ADDRESS:PORT, as in 127.0.0.1:8080 or "
                    "[::1]:8080",
                    where);
        return -1;
    }
    int fd =
        socket(sa.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) {
        ans_err_set_errno(err, "cannot open a socket");
        return -1;
    }
    int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (bind(fd, (struct sockaddr *)&sa, len) < 0 || listen(fd, BACKLOG) < 0) {
        if (errno == EADDRINUSE)
            ans_err_set(err, ANS_ERR_CONFLICT,
                        "%s is taken: another program listens there", where);
        else
            ans_err_set_errno(err, "cannot listen on %s", where);
        close(fd);
        return -1;
    }
    write_bound(fd, text, size);
    return fd;
}
