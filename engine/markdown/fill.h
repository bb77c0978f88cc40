/* fill: {placeholders} in a run of text. Private to markdown. */
#pragma once

#include "base/buf.h"
#include "markdown/markdown.h"

/* `text` with its placeholders filled and "{{" made "{", onto `out`. A brace
 * that begins no placeholder stands for itself. */
ANS_MUST_CHECK
bool ans_fill_add(struct ans_buf *out, struct ans_str text,
                  ans_placeholder_fn *fill, void *context, struct ans_err *err);
