/* What is read keeps the limits and is text; encoded again it reads back as
 * the same fields. */
#include <stdlib.h>

#include "base/text.h"
#include "codec/fields.h"
#include "codec/url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void encode(struct ans_buf *out, const struct ans_fields *f)
{
    for (size_t i = 0; i < f->count; i++) {
        ans_buf_add_z(out, i ? "&" : "");
        ans_url_encode(out, f->items[i].name);
        ans_buf_add_byte(out, '=');
        ans_url_encode(out, f->items[i].value);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct ans_fields_limits limits = {
        .count = 16, .name = 8, .value = 64};
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_buf text = {0};
    struct ans_str body = {(const char *)data, size};
    struct ans_fields f;
    struct ans_err err = {0};
    if (ans_fields_parse(arena, body, &limits, &f, &err)) {
        check(f.count <= limits.count);
        for (size_t i = 0; i < f.count; i++) {
            check(f.items[i].name.len <= limits.name);
            check(f.items[i].value.len <= limits.value);
            check(f.items[i].name.ptr && f.items[i].value.ptr);
            check(ans_text_valid(f.items[i].name));
            check(ans_text_valid(f.items[i].value));
            check(ans_fields_times(&f, f.items[i].name) >= 1);
        }
        encode(&text, &f);
        struct ans_fields back;
        check(
            ans_fields_parse(arena, ans_buf_str(&text), &limits, &back, &err));
        check(back.count == f.count);
        for (size_t i = 0; i < f.count; i++) {
            check(ans_str_eq(back.items[i].name, f.items[i].name));
            check(ans_str_eq(back.items[i].value, f.items[i].value));
        }
    } else {
        check(err.kind == ANS_ERR_INPUT || err.kind == ANS_ERR_LIMIT);
        check(err.text[0] && ans_text_valid(ans_str_from(err.text)));
    }
    ans_buf_free(&text);
    ans_arena_free(arena);
    return 0;
}
