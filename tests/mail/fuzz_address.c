/* Whatever is taken for an address can stand in a header and in an SMTP
 * command as it is, and a mail to it can be built. */
#include <stdint.h>
#include <stdlib.h>

#include "mail/mail.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void build(struct ans_str to, struct ans_str text, bool must)
{
    struct ans_mail m = {
        .from = ANS_STR("portal@example.org"),
        .from_name = text,
        .to = to,
        .subject = text,
        .plain = text,
        .html = text,
        .id = ANS_STR("id"),
        .lang = ANS_STR("sv"),
        .at = 1795000000000,
    };
    struct ans_buf out = {0};
    struct ans_err err = {0};
    bool built = ans_mail_build(&m, &out, &err);
    if (must && !built)
        abort();
    size_t column = 0;
    for (size_t i = 0; built && i < out.len; i++) {
        unsigned char c = (unsigned char)out.ptr[i];
        bool ends = c == '\r' && i + 1 < out.len && out.ptr[i + 1] == '\n';
        bool ended = c == '\n' && i && out.ptr[i - 1] == '\r';
        if (c > '~' || (c < ' ' && c != '\t' && !ends && !ended))
            abort();
        column = ends || ended ? 0 : column + 1;
        if (column > 998)
            abort();
    }
    ans_buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_str s = {(const char *)data, size};
    if (ans_mail_address_valid(s)) {
        for (size_t i = 0; i < size; i++)
            if (data[i] <= ' ' || data[i] > '~' ||
                strchr("<>\"(),:;[\\]", data[i]))
                abort();
        build(s, ANS_STR("text"), true);
    }
    build(ANS_STR("anna@example.org"), s, false);
    return 0;
}
