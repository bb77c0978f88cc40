/* refusals: what people are told whose request is turned away before it can
 * become a page: too much text, too many requests, an address of another
 * service. Private to app.
 *
 * In a county's own words and the language of its page when the address says
 * which county it is; else the portal's, in Swedish and English.
 */
#pragma once

#include "edition/edition.h"

struct ans_refusals {
    struct ans_editions *editions;
    const struct ans_texts *texts; /* the portal's */
};

/* Plain text for ans_http_options.refusal; `context` is a struct
 * ans_refusals. Nothing when only a program can be asking. */
void ans_refusals_say(void *context, int status, struct ans_str host,
                      struct ans_str target, struct ans_buf *out);
