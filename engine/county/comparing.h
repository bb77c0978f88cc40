/* comparing: what the files of compare share. Private to county.
 */
#pragma once

#include "county/compare.h"

struct ans_comparing {
    struct ans_arena *arena;
    const struct ans_county *before, *after;
    const struct ans_texts *texts;
    struct ans_str lang;
    struct ans_county_changes *out;
    const struct ans_node *above; /* whose children are compared */
};

/* compare_value.c: is a field the same in both? If not, what it is in words.
 * `before` and `after` are the structs that the field belongs to. */
bool ans_same_value(const struct ans_comparing *c,
                    const struct ans_word_field *field, const void *before,
                    const void *after, struct ans_str *was, struct ans_str *now,
                    struct ans_str *lang);
