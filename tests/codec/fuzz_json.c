/* What is read can be written, and reads back as the same value; one value
 * has one canonical text. */
#include <stdlib.h>

#include "base/text.h"
#include "codec/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* Read a text of our own making and compare. */
static struct ans_value again(struct ans_arena *arena, struct ans_buf *text,
                              struct ans_value v)
{
    struct ans_err err = {0};
    struct ans_value back;
    check(ans_text_valid(ans_buf_str(text)));
    check(ans_str_find_str(ans_buf_str(text), ANS_STR("</")) < 0);
    check(ans_json_read(arena, ans_buf_str(text), &back, &err));
    check(ans_value_eq(v, back));
    return back;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_buf first = {0};
    struct ans_buf second = {0};
    struct ans_str text = {(const char *)data, size};
    struct ans_value v;
    struct ans_err err = {0};
    if (ans_json_read(arena, text, &v, &err)) {
        ans_json_write(&first, v);
        struct ans_value back = again(arena, &first, v);
        ans_json_write(&second, back);
        check(ans_str_eq(ans_buf_str(&first), ans_buf_str(&second)));
        ans_buf_clear(&first);
        ans_buf_clear(&second);
        ans_json_write_canonical(&first, v);
        back = again(arena, &first, v);
        ans_json_write_canonical(&second, back);
        check(ans_str_eq(ans_buf_str(&first), ans_buf_str(&second)));
    } else {
        check(err.kind == ANS_ERR_INPUT || err.kind == ANS_ERR_LIMIT);
        check(err.text[0] && ans_text_valid(ans_str_from(err.text)));
    }
    ans_buf_free(&first);
    ans_buf_free(&second);
    ans_arena_free(arena);
    return 0;
}
