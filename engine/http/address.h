/* address: who asks, as 16 bytes. IPv4 is kept as ::ffff:a.b.c.d. */
#pragma once

#include <stdbool.h>
#include <sys/socket.h>

#include "base/err.h"
#include "base/str.h"

struct ans_address {
    unsigned char bytes[16];
};

/* Long enough for any address in text, with its NUL. */
#define ANS_ADDRESS_TEXT 48

/* False: neither IPv4 nor IPv6. */
bool ans_address_from(const struct sockaddr *sa, struct ans_address *out);

/* "192.0.2.1", "2001:db8::1", "[2001:db8::1]", each also with ":port". */
bool ans_address_parse(struct ans_str text, struct ans_address *out);

struct ans_str ans_address_write(const struct ans_address *a,
                                 char text[ANS_ADDRESS_TEXT]);

bool ans_address_eq(const struct ans_address *a, const struct ans_address *b);
bool ans_address_is_loopback(const struct ans_address *a);

/* What limits count: an IPv4 address, but an IPv6 network of 64 bits, since
 * one subscriber has all of it. */
struct ans_address ans_address_block(const struct ans_address *a);

/* The client in X-Forwarded-For: its last element, the one that the proxy
 * itself wrote. False: none that can be read. */
bool ans_address_forwarded(struct ans_str header, struct ans_address *out);

/* A bound, listening socket for "127.0.0.1:8080" or "[::1]:0", -1 on
 * failure; the address that was bound goes to `text` (at least 64 bytes).
 * ANS_ERR_INPUT: no such form. ANS_ERR_CONFLICT: the port is taken. */
int ans_address_listen(const char *where, char *text, size_t size,
                       struct ans_err *err);
