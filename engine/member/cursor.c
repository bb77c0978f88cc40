/* Base64url (RFC 4648, 5) without padding, of the member's id in eight bytes,
 * the highest first, and the key. */
#include "member/cursor.h"

#define ID_BYTES 8
#define MOST     2048 /* longer than any target may be */

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz0123456789-_";

static void encode(const unsigned char *from, size_t len, char *to)
{
    for (size_t i = 0; i < len; i += 3) {
        size_t left = len - i < 3 ? len - i : 3;
        uint32_t bits = 0;
        for (size_t j = 0; j < 3; j++)
            bits = bits << 8 | (j < left ? from[i + j] : 0U);
        for (size_t j = 0; j <= left; j++)
            *to++ = alphabet[bits >> (18 - 6 * j) & 63];
    }
}

struct ans_str ans_cursor_write(struct ans_arena *arena, struct ans_place p)
{
    size_t len = ID_BYTES + p.name_key.len;
    unsigned char *bytes = ans_arena_alloc(arena, len);
    for (int i = 0; i < ID_BYTES; i++)
        bytes[i] = (unsigned char)((uint64_t)p.member >> (56 - 8 * i));
    if (p.name_key.len)
        memcpy(bytes + ID_BYTES, p.name_key.ptr, p.name_key.len);
    size_t chars = (len * 4 + 2) / 3;
    char *text = ans_arena_alloc(arena, chars + 1);
    encode(bytes, len, text);
    return (struct ans_str){text, chars};
}

/* The bytes of a text; false when it has another character, or bits that
 * stand for nothing. */
static bool decode(struct ans_str text, unsigned char *to, size_t *len)
{
    uint32_t bits = 0;
    int held = 0;
    *len = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *at = text.ptr[i] ? strchr(alphabet, text.ptr[i]) : NULL;
        if (!at)
            return false;
        bits = bits << 6 | (uint32_t)(at - alphabet);
        held += 6;
        if (held >= 8) {
            held -= 8;
            to[(*len)++] = (unsigned char)(bits >> held);
            bits &= (1U << held) - 1;
        }
    }
    return held < 6 && !bits;
}

bool ans_cursor_read(struct ans_arena *arena, struct ans_str text,
                     struct ans_place *out, struct ans_err *err)
{
    if (text.len > MOST)
        return ans_err_set(err, ANS_ERR_INPUT, "the page's cursor is too long");
    unsigned char *bytes = ans_arena_alloc(arena, text.len + 1);
    size_t len;
    if (!decode(text, bytes, &len) || len < ID_BYTES || bytes[0] & 0x80)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "the page's cursor is not one of ours");
    uint64_t member = 0;
    for (int i = 0; i < ID_BYTES; i++)
        member = member << 8 | bytes[i];
    *out = (struct ans_place){
        .name_key = {(const char *)bytes + ID_BYTES, len - ID_BYTES},
        .member = (int64_t)member,
    };
    return true;
}

int ans_place_cmp(struct ans_place a, struct ans_place b)
{
    int order = ans_str_cmp(a.name_key, b.name_key);
    if (order)
        return order;
    return (a.member > b.member) - (a.member < b.member);
}
