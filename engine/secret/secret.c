#include "secret/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#define TOKEN_BYTES 24
#define STAMP_TIME  8
#define STAMP_MAC   24
#define STAMP_CHARS 43 /* base64url of time and keyed hash */
#define BASE64      sodium_base64_VARIANT_URLSAFE_NO_PADDING
#define HEX_DIGITS  64

bool ans_secret_init(struct ans_err *err)
{
    if (sodium_init() < 0)
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "the system has no source of randomness");
    return true;
}

static struct ans_str base64(struct ans_arena *arena,
                             const unsigned char *bytes, size_t count)
{
    size_t size = sodium_base64_encoded_len(count, BASE64);
    char *text = ans_arena_alloc(arena, size);
    sodium_bin2base64(text, size, bytes, count, BASE64);
    return (struct ans_str){text, size - 1};
}

struct ans_str ans_token_new(struct ans_arena *arena)
{
    unsigned char bytes[TOKEN_BYTES];
    randombytes_buf(bytes, sizeof(bytes));
    return base64(arena, bytes, sizeof(bytes));
}

static bool is_base64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool ans_token_well_formed(struct ans_str token)
{
    if (token.len != ANS_TOKEN_CHARS)
        return false;
    for (size_t i = 0; i < token.len; i++)
        if (!is_base64(token.ptr[i]))
            return false;
    return true;
}

static void hash_add(crypto_generichash_state *state, struct ans_str s)
{
    crypto_generichash_update(state, (const unsigned char *)s.ptr, s.len);
}

struct ans_hash ans_hash_of(struct ans_str bytes)
{
    struct ans_hash hash;
    crypto_generichash(hash.bytes, sizeof(hash.bytes),
                       (const unsigned char *)bytes.ptr, bytes.len, NULL, 0);
    return hash;
}

struct ans_hash ans_hash_of_parts(const struct ans_str *parts, size_t count)
{
    struct ans_hash hash;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof(hash.bytes));
    for (size_t i = 0; i < count; i++) {
        unsigned char size[8];
        for (size_t j = 0; j < sizeof(size); j++)
            size[j] = (unsigned char)((uint64_t)parts[i].len >> (8 * j));
        crypto_generichash_update(&state, size, sizeof(size));
        hash_add(&state, parts[i]);
    }
    crypto_generichash_final(&state, hash.bytes, sizeof(hash.bytes));
    return hash;
}

struct ans_str ans_hash_hex(struct ans_arena *arena, struct ans_hash hash)
{
    char *text = ans_arena_alloc(arena, HEX_DIGITS + 1);
    sodium_bin2hex(text, HEX_DIGITS + 1, hash.bytes, sizeof(hash.bytes));
    return (struct ans_str){text, HEX_DIGITS};
}

static bool from_hex(struct ans_str hex, unsigned char bytes[32])
{
    if (hex.len != HEX_DIGITS)
        return false;
    for (size_t i = 0; i < hex.len; i++) {
        char c = hex.ptr[i];
        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f'))
            return false;
    }
    return !sodium_hex2bin(bytes, 32, hex.ptr, hex.len, NULL, NULL, NULL);
}

bool ans_hash_from_hex(struct ans_str hex, struct ans_hash *out)
{
    return from_hex(hex, out->bytes);
}

/* ---- the key's file: 64 hexadecimal digits and a line break ---- */

static bool read_key(int file, const char *path, struct ans_key *out,
                     struct ans_err *err)
{
    struct stat info;
    if (fstat(file, &info))
        return ans_err_set_errno(err, "cannot read %s", path);
    if (!S_ISREG(info.st_mode))
        return ans_err_set(err, ANS_ERR_INPUT, "%s is not a file", path);
    if (info.st_mode & (S_IRWXG | S_IRWXO))
        return ans_err_set(err, ANS_ERR_DENIED,
                           "others than the owner may read %s: chmod 600 it, "
                           "or remove it to get a new key",
                           path);
    char text[HEX_DIGITS + 2];
    ssize_t count = read(file, text, sizeof(text));
    if (count < 0)
        return ans_err_set_errno(err, "cannot read %s", path);
    struct ans_str hex = {text, (size_t)count};
    if (count != HEX_DIGITS + 1 || text[HEX_DIGITS] != '\n' ||
        !from_hex(ans_str_sub(hex, 0, HEX_DIGITS), out->bytes)) {
        sodium_memzero(text, sizeof(text));
        return ans_err_set(err, ANS_ERR_INPUT, "%s does not hold a key", path);
    }
    sodium_memzero(text, sizeof(text));
    return true;
}

static bool write_key(int file)
{
    unsigned char bytes[32];
    char text[HEX_DIGITS + 2]; /* the line break, and a NUL */
    randombytes_buf(bytes, sizeof(bytes));
    sodium_bin2hex(text, sizeof(text), bytes, sizeof(bytes));
    text[HEX_DIGITS] = '\n';
    ssize_t written = write(file, text, HEX_DIGITS + 1);
    sodium_memzero(bytes, sizeof(bytes));
    sodium_memzero(text, sizeof(text));
    if (written >= 0 && written != HEX_DIGITS + 1)
        errno = ENOSPC;
    return written == HEX_DIGITS + 1 && !fsync(file);
}

/* Written aside and linked, so that no one ever reads half a key and of two
 * programs that start at once one wins. */
static bool make_key(const char *path, struct ans_err *err)
{
    char aside[4096];
    int len = snprintf(aside, sizeof(aside), "%s.XXXXXX", path);
    if (len < 0 || (size_t)len >= sizeof(aside))
        return ans_err_set(err, ANS_ERR_INPUT, "the key's path is too long");
    int file = mkostemp(aside, O_CLOEXEC); /* 0600 */
    if (file < 0)
        return ans_err_set_errno(err, "cannot create %s", path);
    bool ok = write_key(file) && (!link(aside, path) || errno == EEXIST);
    if (!ok)
        ans_err_set_errno(err, "cannot write %s", path);
    close(file);
    unlink(aside);
    return ok;
}

static int open_key(const char *path)
{
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

bool ans_key_load(const char *path, struct ans_key *out, struct ans_err *err)
{
    int file = open_key(path);
    if (file < 0 && errno == ENOENT) {
        if (!make_key(path, err))
            return false;
        file = open_key(path);
    }
    if (file < 0)
        return ans_err_set_errno(err, "cannot open %s", path);
    bool ok = read_key(file, path, out, err);
    close(file);
    return ok;
}

/* ---- stamps: time and keyed hash, 8 and 24 bytes ---- */

static void stamp_mac(unsigned char mac[STAMP_MAC], const struct ans_key *key,
                      struct ans_str purpose,
                      const unsigned char time[STAMP_TIME])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key->bytes, sizeof(key->bytes), STAMP_MAC);
    crypto_generichash_update(&state, time, STAMP_TIME);
    hash_add(&state, purpose);
    crypto_generichash_final(&state, mac, STAMP_MAC);
}

struct ans_str ans_stamp_new(struct ans_arena *arena, const struct ans_key *key,
                             struct ans_str purpose, int64_t now_ms)
{
    unsigned char bytes[STAMP_TIME + STAMP_MAC];
    for (size_t i = 0; i < STAMP_TIME; i++)
        bytes[i] = (unsigned char)((uint64_t)now_ms >> (8 * i));
    stamp_mac(bytes + STAMP_TIME, key, purpose, bytes);
    return base64(arena, bytes, sizeof(bytes));
}

enum ans_stamp ans_stamp_check(const struct ans_key *key, struct ans_str stamp,
                               struct ans_str purpose, int64_t now_ms,
                               int64_t longest_ms)
{
    unsigned char bytes[STAMP_TIME + STAMP_MAC];
    size_t count = 0;
    if (stamp.len != STAMP_CHARS ||
        sodium_base642bin(bytes, sizeof(bytes), stamp.ptr, stamp.len, NULL,
                          &count, NULL, BASE64) ||
        count != sizeof(bytes))
        return ANS_STAMP_FOREIGN;
    unsigned char mac[STAMP_MAC];
    stamp_mac(mac, key, purpose, bytes);
    if (sodium_memcmp(mac, bytes + STAMP_TIME, STAMP_MAC))
        return ANS_STAMP_FOREIGN;
    uint64_t issued = 0;
    for (size_t i = STAMP_TIME; i-- > 0;)
        issued = issued << 8 | bytes[i];
    return now_ms - (int64_t)issued > longest_ms ? ANS_STAMP_OLD
                                                 : ANS_STAMP_GOOD;
}
