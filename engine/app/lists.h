/* lists: files of those to invite and of those who joined on paper, as rows of
 * an errand (route/errand_invite.c, errand_register.c). Private to app; opens
 * no file.
 */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "base/value.h"

/* A CSV file with an address and a name in each row, under heads of which
 * several are known ("e-post"); other columns are passed over. ANS_ERR_INPUT:
 * not CSV, or nobody in it. */
ANS_MUST_CHECK
bool ans_list_invited(struct ans_arena *arena, struct ans_str text,
                      struct ans_list *rows, struct ans_err *err);

/* A CSV file with the columns date, lang and names of questions; or JSON,
 * { date, answers } or a list of them. ANS_ERR_INPUT: neither, or nobody in
 * it. */
ANS_MUST_CHECK
bool ans_list_on_paper(struct ans_arena *arena, struct ans_str text, bool json,
                       struct ans_list *rows, struct ans_err *err);
