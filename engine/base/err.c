#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#undef ans_err_set /* what err.h tells the analyser */
#undef ans_err_set_errno
#undef ans_err_add

/* What was cut in the middle of a character ends before it. */
static void drop_half_character(char *text)
{
    size_t len = strlen(text);
    size_t tail = 0;
    while (tail < 3 && tail < len && (text[len - 1 - tail] & 0xc0) == 0x80)
        tail++;
    if (tail == len)
        return;
    unsigned char head = (unsigned char)text[len - 1 - tail];
    size_t want = head < 0xc0 ? 0 : head < 0xe0 ? 1 : head < 0xf0 ? 2 : 3;
    if (tail < want)
        text[len - 1 - tail] = '\0';
}

bool ans_err_set(struct ans_err *err, enum ans_err_kind kind, const char *fmt,
                 ...)
{
    if (!err)
        return false;
    va_list va;
    va_start(va, fmt);
    err->kind = kind;
    vsnprintf(err->text, sizeof(err->text), fmt, va);
    va_end(va);
    drop_half_character(err->text);
    return false;
}

static enum ans_err_kind kind_of_errno(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return ANS_ERR_NOT_FOUND;
    case EEXIST:
        return ANS_ERR_CONFLICT;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EAGAIN:
        return ANS_ERR_BUSY;
    case EACCES:
    case EPERM:
    case EROFS:
        return ANS_ERR_DENIED;
    default:
        return ANS_ERR_INTERNAL;
    }
}

bool ans_err_set_errno(struct ans_err *err, const char *fmt, ...)
{
    int code = errno;
    if (!err)
        return false;
    char context[sizeof(err->text) / 2];
    va_list va;
    va_start(va, fmt);
    vsnprintf(context, sizeof(context), fmt, va);
    va_end(va);
    drop_half_character(context);
    char reason[96];
    return ans_err_set(err, kind_of_errno(code), "%s: %s", context,
                       strerror_r(code, reason, sizeof(reason)));
}

bool ans_err_add(struct ans_err *err, const char *fmt, ...)
{
    if (!err || !err->kind)
        return false;
    char context[sizeof(err->text) / 2];
    va_list va;
    va_start(va, fmt);
    vsnprintf(context, sizeof(context), fmt, va);
    va_end(va);
    drop_half_character(context);
    char old[sizeof(err->text)];
    memcpy(old, err->text, sizeof(old));
    int used = snprintf(err->text, sizeof(err->text), "%s: ", context);
    size_t at = (size_t)used;
    snprintf(err->text + at, sizeof(err->text) - at, "%s", old);
    drop_half_character(err->text);
    return false;
}

const char *ans_err_word(enum ans_err_kind kind)
{
    switch (kind) {
    case ANS_ERR_NONE:
        return "none";
    case ANS_ERR_INPUT:
        return "input";
    case ANS_ERR_NOT_FOUND:
        return "not-found";
    case ANS_ERR_CONFLICT:
        return "conflict";
    case ANS_ERR_BUSY:
        return "busy";
    case ANS_ERR_DENIED:
        return "denied";
    case ANS_ERR_LIMIT:
        return "limit";
    case ANS_ERR_SCRIPT:
        return "script";
    case ANS_ERR_INTERNAL:
        break;
    }
    return "internal";
}
