/* style: references in CSS and in presentation attributes. Private to
 * picture. */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

/* Every url() names a part of the drawing itself (#id); no rule imports, no
 * escape hides what is said. ANS_ERR_INPUT says what is wrong. */
ANS_MUST_CHECK
bool ans_picture_check_style(struct ans_str css, struct ans_err *err);
