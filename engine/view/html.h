/* html: a view's tree, written as HTML. Private to view.
 *
 * What a tree is stands in lua/html.lua, which makes it. Everything is
 * escaped; the one exception is a node of h.prose.
 */
#pragma once

#include <lua.h>

#include "base/buf.h"

enum ans_html_for {
    ANS_HTML_PAGE,
    ANS_HTML_MAIL, /* `style` attributes are allowed: mail programs need them */
};

/* Write the tree at `index` of the stack. Raises when it is none, or when an
 * address is not http(s), mailto, tel, a site path, a query or a fragment;
 * the message names the tags around it. */
void ans_html_write(lua_State *L, int index, enum ans_html_for purpose,
                    struct ans_buf *out);
