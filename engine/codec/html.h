/* html: escaping of text for HTML and XML. */
#pragma once

#include "base/buf.h"
#include "base/str.h"

/* & < > " ' as entities: safe as text and in a quoted attribute. */
void ans_html_escape(struct ans_buf *out, struct ans_str s);
