/* gate: which requests libmicrohttpd 0.9.75 may hand on.
 *
 * That library is lenient where RFC 9112 is not, and leniency lets one
 * request be read as two. The gate is pure: it sees the request line and the
 * headers as the library left them in memory and answers with a status to
 * refuse with, or 0. Every refusal closes the connection.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "message/message.h"

#define ANS_GATE_TARGET  2048  /* bytes of a target */
#define ANS_GATE_BYTES   16384 /* of request line and headers */
#define ANS_GATE_HEADERS 64
#define ANS_GATE_BODY    65536
#define ANS_GATE_HOST    255 /* bytes of host and port */

/* The headers that mean something here; each is empty when not sent. */
struct ans_gate_known {
    struct ans_str host, content_length, transfer_encoding, content_type;
    struct ans_str cookie, expect, origin, fetch_site, accept, accept_encoding;
    struct ans_str if_none_match, forwarded_for, forwarded_proto;
};

struct ans_gate {
    struct ans_gate_known known;
    uint32_t seen;     /* a bit for each known header */
    bool repeated;     /* one that may come once came twice */
    bool malformed;    /* a name or a value that RFC 9112 does not allow */
    size_t count;      /* headers */
    const char *after; /* where the next header must begin; NULL: not known */
};

/* The request line, in the library's own memory. */
struct ans_gate_line {
    struct ans_str method;
    struct ans_str target; /* as sent, cut after ANS_GATE_TARGET + 1 bytes */
    struct ans_str version;
    size_t bytes; /* of request line and headers with their line ends */
    /* Where the target stood. Not NULL: the places of method, target, version
     * and headers are compared with each other: between them stands nothing
     * but one space or CR LF. A NUL, a bare LF, a folded line or a second
     * space betrays itself there and nowhere else. */
    const char *target_at;
};

struct ans_gate_verdict {
    int status; /* 0: let it pass */
    enum ans_method method;
    bool has_body;
    struct ans_str authority; /* as sent */
    size_t host_len;          /* of the authority, without the port */
};

/* Begin a request; then each header in the order received; then judge. */
void ans_gate_begin(struct ans_gate *g, const struct ans_gate_line *line);
void ans_gate_header(struct ans_gate *g, struct ans_str name,
                     struct ans_str value);
struct ans_gate_verdict ans_gate_judge(const struct ans_gate *g,
                                       const struct ans_gate_line *line);
