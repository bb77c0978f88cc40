/* picture: SVG to PNG. The one file with librsvg and cairo is
 * picture/picture.c, with fontconfig and FreeType picture/font.c, with libxml2
 * picture/check.c.
 *
 * For stickers: drawings of our own around a county's symbol. An SVG may not
 * reach for anything outside itself: no base address is set, so librsvg loads
 * no file and no address. From any thread; drawings are made one at a time.
 */
#pragma once

#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* Make the portal's typeface known to drawings, from a WOFF2 or TTF file;
 * once, at start, before anything is drawn. Without it drawings use the
 * system's sans-serif. ANS_ERR_INPUT: not a font that can be read. */
ANS_MUST_CHECK
bool ans_picture_add_font(const char *path, struct ans_err *err);

/* `width` pixels wide (16..4096), height by the drawing's proportions.
 * Onto the end of `png`. ANS_ERR_INPUT: not an SVG, or one without a size.
 * ANS_ERR_LIMIT: over 256 KB or out of bounds. */
ANS_MUST_CHECK
bool ans_picture_png(struct ans_str svg, int width, struct ans_buf *png,
                     struct ans_err *err);

/* A county's symbol, looked through before it is trusted: a well-formed SVG
 * with a viewBox, of elements that still drawings are made of (no script,
 * foreignObject, image or animation), no event attribute, no style import, no
 * document type or processing instruction, no reference but to itself (#id).
 * It is drawn once as a trial. ANS_ERR_INPUT names what is wrong;
 * ANS_ERR_LIMIT: over 256 KB, or it takes long to draw. */
ANS_MUST_CHECK
bool ans_picture_check_svg(struct ans_str svg, struct ans_err *err);

/* The same without the trial: of a symbol that was drawn before. */
ANS_MUST_CHECK
bool ans_picture_read_svg(struct ans_str svg, struct ans_err *err);
