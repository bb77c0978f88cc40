/* client: a blunt HTTP client for tests: it sends any bytes and reads what
 * comes, since the point is what a well-behaved client would never send. */
#pragma once

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/http.h"

#define PATIENCE 30000 /* ms until a test gives up waiting */

struct reply {
    int status; /* 0: closed without an answer; -1: nothing came in time */
    bool closed;
    size_t head_len;
    size_t body_len;
    char bytes[256 * 1024];
};

static inline int client_connect(struct ans_str address)
{
    char host[64];
    snprintf(host, sizeof(host), "%.*s", ANS_STR_ARG(address));
    char *colon = strrchr(host, ':');
    *colon = '\0';
    struct sockaddr_in sa = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)atoi(colon + 1))};
    inet_pton(AF_INET, host, &sa.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(fd, (struct sockaddr *)&sa, sizeof(sa)) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static inline bool client_send(int fd, const char *bytes, size_t len)
{
    for (size_t at = 0; at < len;) {
        ssize_t n = send(fd, bytes + at, len - at, MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        at += (size_t)n;
    }
    return true;
}

static inline bool client_send_z(int fd, const char *z)
{
    return client_send(fd, z, strlen(z));
}

/* One more read; false at the end or when patience is over. */
static inline bool client_more(int fd, struct reply *r, size_t *have)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    if (poll(&p, 1, PATIENCE) <= 0) {
        r->status = -1;
        return false;
    }
    ssize_t n = recv(fd, r->bytes + *have, sizeof(r->bytes) - 1 - *have, 0);
    if (n <= 0) {
        r->closed = true;
        return false;
    }
    *have += (size_t)n;
    r->bytes[*have] = '\0';
    return true;
}

/* The value of a header, copied into `out`; "" when it is not there. */
static inline const char *reply_header(const struct reply *r, const char *name,
                                       char out[256])
{
    size_t len = strlen(name);
    out[0] = '\0';
    const char *end = r->bytes + r->head_len;
    for (const char *line = strstr(r->bytes, "\r\n"); line && line < end;
         line = strstr(line, "\r\n")) {
        line += 2;
        if (strncasecmp(line, name, len) == 0 && line[len] == ':') {
            const char *value = line + len + 1;
            value += strspn(value, " ");
            snprintf(out, 256, "%.*s", (int)strcspn(value, "\r"), value);
            return out;
        }
    }
    return out;
}

/* Read one answer; bytes of the next, if they came along, stay in
 * r->bytes behind it, *extra of them. */
static inline void client_read(int fd, struct reply *r, bool head,
                               size_t *extra)
{
    size_t have = extra ? *extra : 0;
    r->status = 0;
    r->closed = false;
    r->head_len = r->body_len = 0;
    r->bytes[have] = '\0';
    char *end;
    while (!(end = strstr(r->bytes, "\r\n\r\n")))
        if (!client_more(fd, r, &have))
            return;
    r->head_len = (size_t)(end - r->bytes) + 4;
    r->status = atoi(r->bytes + strlen("HTTP/1.1 "));
    char value[256];
    size_t want = (size_t)atoi(reply_header(r, "Content-Length", value));
    if (head || r->status == 304)
        want = 0;
    while (have < r->head_len + want)
        if (!client_more(fd, r, &have))
            return;
    r->body_len = want;
    if (extra)
        *extra = have - r->head_len - want;
}

/* Make the bytes behind this answer the start of the next. */
static inline void client_shift(struct reply *r, size_t extra)
{
    memmove(r->bytes, r->bytes + r->head_len + r->body_len, extra);
    r->bytes[extra] = '\0';
}

/* Does the other side close now, without another byte? */
static inline bool client_is_closed(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    char byte;
    return poll(&p, 1, PATIENCE) == 1 && recv(fd, &byte, 1, 0) <= 0;
}

/* Connect, send, read one answer, close. */
static inline void client_ask(struct ans_str address, const char *bytes,
                              size_t len, struct reply *r)
{
    int fd = client_connect(address);
    r->status = 0;
    if (fd < 0)
        return;
    client_send(fd, bytes, len);
    client_read(fd, r, strncmp(bytes, "HEAD", 4) == 0, NULL);
    close(fd);
}

static inline void client_ask_z(struct ans_str address, const char *z,
                                struct reply *r)
{
    client_ask(address, z, strlen(z), r);
}
