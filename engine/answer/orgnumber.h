/* orgnumber: Swedish organisation numbers.
 *
 * Ten digits, the last a check digit (Luhn; SKV 709). A sole trader's is a
 * personal identity number and is never shown in public.
 */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* From "802000-0001", "8020000001", "16802000-0001" (with century prefix 16),
 * or a sole trader's personal number with or without century; spaces are
 * passed over. Ten digits in `out`. */
enum ans_org_number {
    ANS_ORG_GOOD,
    ANS_ORG_FORM,        /* not ten digits */
    ANS_ORG_CHECK_DIGIT, /* the check digit is another */
};
enum ans_org_number ans_org_number_parse(struct ans_arena *arena,
                                         struct ans_str typed,
                                         struct ans_str *out);

/* The third and fourth digits are below 20: a month, so a person's number. */
bool ans_org_number_is_personal(struct ans_str ten_digits);

/* "802000-0001" */
struct ans_str ans_org_number_text(struct ans_arena *arena,
                                   struct ans_str ten_digits);
