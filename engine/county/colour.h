/* colour: contrast, and the shades that a theme derives from two colours.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct ans_rgb {
    uint8_t r, g, b;
};

bool ans_rgb_parse(struct ans_str hex, struct ans_rgb *out); /* "#005b52" */

/* 1..21 (WCAG 2.2, relative luminance). */
double ans_contrast(struct ans_rgb a, struct ans_rgb b);

/* `a` moved towards `b` by share 0..1, in OKLab. */
struct ans_rgb ans_rgb_mix(struct ans_rgb a, struct ans_rgb b, double share);
