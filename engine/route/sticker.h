/* sticker: the digital sticker of a member, as a drawing. Private to route.
 */
#pragma once

#include "base/buf.h"
#include "route/turn.h"

struct ans_sticker {
    struct ans_str name;    /* the member's */
    struct ans_str brand;   /* what it has joined */
    struct ans_str lead;    /* "Vi har anslutit oss till" */
    struct ans_str since;   /* "Sedan 14 mars 2025" */
    struct ans_str licence; /* how it may be used; in the file, not drawn */
    struct ans_str symbol;  /* SVG, looked through; empty: two circles */
    struct ans_str colour, on_colour, accent; /* "#rrggbb" */
};

/* A round sticker, 1200 units wide, as SVG that needs nothing else. */
void ans_sticker_svg(const struct ans_sticker *s, struct ans_arena *arena,
                     struct ans_buf *out);
