/* check: cmocka with what it asks for before it, and texts that say on which
 * case they differ. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/str.h"

#define assert_str(got, want) check_str((got), (want), __FILE__, __LINE__)

static inline void check_str(struct ans_str got, const char *want,
                             const char *file, int line)
{
    if (ans_str_is(got, want))
        return;
    print_error("got \"%.*s\", want \"%s\"\n", ANS_STR_ARG(got), want);
    _fail(file, line);
}

/* A copy without anything after it, so that AddressSanitizer sees the first
 * byte read too far; free ptr. */
static inline struct ans_str tight(struct ans_str s)
{
    char *copy = malloc(s.len ? s.len : 1);
    if (!copy)
        abort();
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    return (struct ans_str){copy, s.len};
}

/* The arena of a group of tests: its setup and teardown, `*state` the arena. */
static inline int arena_setup(void **state)
{
    *state = ans_arena_new(0);
    return 0;
}

static inline int arena_teardown(void **state)
{
    ans_arena_free(*state);
    return 0;
}
