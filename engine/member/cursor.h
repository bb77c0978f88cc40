/* cursor: a place in the register's order, as a word for addresses.
 * Private to member.
 */
#pragma once

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"

struct ans_place {
    struct ans_str name_key;
    int64_t member;
};

/* Letters, digits, "-" and "_". */
struct ans_str ans_cursor_write(struct ans_arena *arena, struct ans_place p);

/* Any place may be asked for, so nothing in it is trusted but its form.
 * ANS_ERR_INPUT: not a cursor. */
ANS_MUST_CHECK
bool ans_cursor_read(struct ans_arena *arena, struct ans_str text,
                     struct ans_place *out, struct ans_err *err);

/* <0, 0, >0: the order of the register. */
int ans_place_cmp(struct ans_place a, struct ans_place b);
