/* Encoding is undone by decoding; a target that passes names no folder above
 * and no other host, and encoded again it is the same target. */
#include <stdlib.h>

#include "base/text.h"
#include "codec/url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_encoding(struct ans_arena *arena, struct ans_str s)
{
    struct ans_buf text = {0};
    struct ans_str back;
    struct ans_err err = {0};
    ans_url_encode(&text, s);
    bool ok = ans_url_decode(arena, ans_buf_str(&text), true, &back, &err);
    check(ok == ans_text_valid(s));
    check(!ok || ans_str_eq(s, back));
    ans_buf_free(&text);
}

static void check_segment(struct ans_str segment)
{
    check(ans_text_valid(segment));
    check(!ans_str_is(segment, ".") && !ans_str_is(segment, ".."));
    for (size_t i = 0; i < segment.len; i++)
        check((unsigned char)segment.ptr[i] >= 0x20 && segment.ptr[i] != '/' &&
              segment.ptr[i] != '\\');
}

static void check_target(struct ans_arena *arena, struct ans_str raw)
{
    struct ans_target t;
    struct ans_target back;
    struct ans_err err = {0};
    bool harmless = ans_target_harmless(raw);
    if (!ans_target_parse(arena, raw, &t, &err)) {
        check(err.kind == ANS_ERR_LIMIT || err.kind == ANS_ERR_INPUT);
        return;
    }
    check(harmless && t.count >= 1 && t.count <= 16 && t.query.count <= 64);
    struct ans_buf text = {0};
    for (size_t i = 0; i < t.count; i++) {
        check_segment(t.segments[i]);
        ans_buf_add_byte(&text, '/');
        ans_url_encode(&text, t.segments[i]);
    }
    check(ans_target_parse(arena, ans_buf_str(&text), &back, &err));
    check(back.count == t.count);
    for (size_t i = 0; i < t.count; i++)
        check(ans_str_eq(back.segments[i], t.segments[i]));
    ans_buf_free(&text);
}

static void check_links(struct ans_str s)
{
    bool web = ans_url_is_web_address(s);
    bool link = ans_url_is_safe_link(s);
    check(!web || link);
    for (size_t i = 0; link && i < s.len; i++)
        check((unsigned char)s.ptr[i] > 0x20 && s.ptr[i] != '\\');
    check(!link || !ans_str_starts(s, ANS_STR("//")));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str s = {(const char *)data, size};
    check_encoding(arena, s);
    check_target(arena, s);
    check_links(s);
    ans_arena_free(arena);
    return 0;
}
