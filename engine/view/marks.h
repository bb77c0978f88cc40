/* marks: words in another language than the page's, marked within a text.
 * Private to view.
 *
 * lua/words.lua puts them around a text that stands in for one that is not
 * translated, so that it can be joined to others like any text and still be
 * told from them: SHIFT OUT, the language, START OF TEXT, the words, SHIFT IN.
 * None of these characters can stand in HTML or in what people type, and
 * none leaves this module.
 */
#pragma once

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

enum ans_mark {
    ANS_MARK_TEXT,  /* str: words */
    ANS_MARK_OPEN,  /* str: the language of what follows */
    ANS_MARK_CLOSE, /* back to what it was */
};

struct ans_mark_piece {
    enum ans_mark is;
    struct ans_str str;
};

/* Is there any mark, or a part of one? */
bool ans_marks_in(struct ans_str s);

/* The next piece of `*rest`, which is moved past it; false at the end. What
 * looks like a mark and is none is passed over. */
bool ans_marks_next(struct ans_str *rest, struct ans_mark_piece *piece);

/* Is all of `s` one marked text? Then its language and words. */
bool ans_marks_whole(struct ans_str s, struct ans_str *lang,
                     struct ans_str *words);

/* The words alone. */
void ans_marks_strip(struct ans_str s, struct ans_buf *out);
