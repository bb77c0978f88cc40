/* secret: random tokens, keyed tokens and hashes. The one file with
 * libsodium.
 *
 * Whoever holds a token may do one thing; storage keeps only its hash. Knows
 * nothing of what the things are.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

#define ANS_HASH_SIZE   32
#define ANS_TOKEN_CHARS 32 /* 24 random bytes as base64url: 192 bits */

struct ans_hash {
    unsigned char bytes[ANS_HASH_SIZE];
};

/* Once, before any other call. ANS_ERR_INTERNAL: no source of randomness. */
ANS_MUST_CHECK
bool ans_secret_init(struct ans_err *err);

/* A new token: 32 characters of A-Z a-z 0-9 - _. */
struct ans_str ans_token_new(struct ans_arena *arena);

/* Has the form of a token (says nothing of whether one exists). */
bool ans_token_well_formed(struct ans_str token);

/* BLAKE2b-256 of some bytes (RFC 7693); of several parts, each preceded by
 * its length (8 bytes, little-endian), so that ("ab","c") and ("a","bc")
 * differ. */
struct ans_hash ans_hash_of(struct ans_str bytes);
struct ans_hash ans_hash_of_parts(const struct ans_str *parts, size_t count);

/* 64 hexadecimal digits in lower case, and back. */
struct ans_str ans_hash_hex(struct ans_arena *arena, struct ans_hash hash);
bool ans_hash_from_hex(struct ans_str hex, struct ans_hash *out);
static inline struct ans_str ans_hash_str(const struct ans_hash *hash)
{
    return (struct ans_str){(const char *)hash->bytes, ANS_HASH_SIZE};
}

/* A server's key, kept in a file of mode 0600 as 64 hexadecimal digits and a
 * line break: read, or made when the file does not exist. ANS_ERR_INPUT: the
 * file is not a key. ANS_ERR_DENIED: others than its owner may read it. */
struct ans_key {
    unsigned char bytes[32];
};
ANS_MUST_CHECK
bool ans_key_load(const char *path, struct ans_key *out, struct ans_err *err);

/* A stamp says: this server issued this form, for `purpose`, at this time.
 * Base64url of time and keyed hash; no state is kept. */
struct ans_str ans_stamp_new(struct ans_arena *arena, const struct ans_key *key,
                             struct ans_str purpose, int64_t now_ms);

enum ans_stamp { ANS_STAMP_GOOD, ANS_STAMP_OLD, ANS_STAMP_FOREIGN };
enum ans_stamp ans_stamp_check(const struct ans_key *key, struct ans_str stamp,
                               struct ans_str purpose, int64_t now_ms,
                               int64_t longest_ms);
