/* mail: building messages and delivering them. The one file with libcurl is
 * mail/smtp.c.
 *
 * Knows no queue: that is join's table and a thread of app's. A message goes
 * to a folder (one .eml file each, the default) or to an SMTP server.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* A strict subset of RFC 5321 that real mailboxes use: dot-atom local part
 * (64 bytes), a host of two or more labels (ASCII, 253 bytes), no quotes, no
 * comments, no literals, no control character anywhere. */
bool ans_mail_address_valid(struct ans_str address);

struct ans_mail {
    struct ans_str from;      /* address */
    struct ans_str from_name; /* shown; may be empty */
    struct ans_str to;        /* address */
    struct ans_str reply_to;  /* address; may be empty */
    struct ans_str subject;
    struct ans_str plain; /* UTF-8 text */
    struct ans_str html;  /* the same as HTML; may be empty */
    struct ans_str id;    /* for Message-ID: letters, digits, "." "-" "_" */
    struct ans_str lang;  /* Content-Language */
    int64_t at;           /* ms, for Date */
};

/* RFC 5322 and MIME: multipart/alternative, quoted-printable UTF-8, encoded
 * words (RFC 2047), lines of at most 76 bytes, CR LF, Auto-Submitted.
 * ANS_ERR_INPUT: an address that is not valid, a CR, LF or NUL in a header. */
ANS_MUST_CHECK
bool ans_mail_build(const struct ans_mail *mail, struct ans_buf *out,
                    struct ans_err *err);

struct ans_mail_route {
    struct ans_str folder;   /* outbox folder; used when `server` is empty */
    struct ans_str server;   /* "smtp://host:25" or "smtps://host:465" */
    struct ans_str user;     /* may be empty */
    struct ans_str password; /* may be empty */
    /* STARTTLS or nothing, for smtp://, and the server's name proved. Without
     * it STARTTLS is used when offered, with whoever answers. */
    bool require_tls;
    const char *ca_file; /* NULL: the system's */
};

/* How many messages are best delivered at once, ANS_MAIL_MOST or fewer: files
 * are made durable together, for which the disk takes little longer than for
 * one; to a server each goes alone, so that a crash can make it send no more
 * than one a second time. */
#define ANS_MAIL_MOST 32
size_t ans_mail_at_once(const struct ans_mail_route *route);

/* Deliver messages; to a server each blocks, at most 30 s.
 * results[i] is of kind ANS_ERR_NONE when the i-th was delivered for good.
 * Into a folder: written aside, synced and renamed to <id>.eml, so that a
 * reader never sees half a mail and a repeated delivery of one id leaves one
 * file. ANS_ERR_BUSY: try again later (no connection, 4xx, a fault of the
 * folder or the settings). ANS_ERR_DENIED: the server refuses this mail for
 * good (5xx). ANS_ERR_INPUT: as ans_mail_build. */
void ans_mail_deliver(const struct ans_mail_route *route,
                      const struct ans_mail *mails, size_t count,
                      struct ans_err *results);
