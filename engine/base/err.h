/* err: why something failed, as a kind and one sentence.
 *
 * A function that can fail takes `struct ans_err *err` last, returns bool or a
 * pointer, and sets the error exactly when it returns false or NULL. Callers
 * may add context; nobody logs and returns. What a kind means as an HTTP
 * status is route's knowledge, as an exit code app's.
 */
#pragma once

#include <stdbool.h>

#include "base/attr.h"

enum ans_err_kind {
    ANS_ERR_NONE = 0,
    ANS_ERR_INPUT,     /* the caller's data is wrong and can be mended */
    ANS_ERR_NOT_FOUND, /* what was named does not exist */
    ANS_ERR_CONFLICT,  /* it exists already, or has changed meanwhile */
    ANS_ERR_BUSY,     /* try again soon: queue full, disk full, shutting down */
    ANS_ERR_DENIED,   /* understood and refused */
    ANS_ERR_LIMIT,    /* larger, deeper or longer than allowed */
    ANS_ERR_SCRIPT,   /* a county's script failed */
    ANS_ERR_INTERNAL, /* our fault, or the system's */
};

struct ans_err {
    enum ans_err_kind kind;
    char text[480]; /* one sentence, UTF-8, no final full stop, cut if long */
};

/* Sets `err` (which may be NULL) and returns false, so that callers can write
 * `return ans_err_set(err, ...)`. */
bool ans_err_set(struct ans_err *err, enum ans_err_kind kind, const char *fmt,
                 ...) ANS_PRINTF(3, 4);

/* As ans_err_set, of the kind that `errno` suggests, followed by its text. */
bool ans_err_set_errno(struct ans_err *err, const char *fmt, ...)
    ANS_PRINTF(2, 3);

/* Put "context: " before the sentence of an error that is set. Returns
 * false. */
bool ans_err_add(struct ans_err *err, const char *fmt, ...) ANS_PRINTF(2, 3);

/* A stable word for the kind, for logs and JSON: "input", "not-found"... */
const char *ans_err_word(enum ans_err_kind kind);

#ifdef __clang_analyzer__
/* The analyser sees one file at a time and has to be told that these return
 * false; it would follow `return ans_err_set(...)` into success. */
static inline bool ans_err_false(void)
{
    return false;
}
#define ans_err_set(...)       (ans_err_set(__VA_ARGS__), ans_err_false())
#define ans_err_set_errno(...) (ans_err_set_errno(__VA_ARGS__), ans_err_false())
#define ans_err_add(...)       (ans_err_add(__VA_ARGS__), ans_err_false())
#endif
