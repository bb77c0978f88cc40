/* page: one page as the cache keeps it, ready to send in each encoding. */
#pragma once

#include <microhttpd.h>

#include "http/respond.h"

struct ans_page_form {
    struct MHD_Response *response; /* NULL: no smaller than plain */
    struct ans_str body;           /* owned by `response` */
    struct ans_str etag;
    char tag[ANS_ETAG_TEXT];
};

/* Counted. All but `forms` never changes; a form is set once, before `made`
 * says so. */
struct ans_page {
    _Atomic int count;
    const _Atomic uint64_t *generation;
    uint64_t built_at;
    int64_t expires;
    bool packs;    /* of a type worth packing */
    uint64_t hash; /* of the plain body */
    struct ans_page_form forms[ANS_ENCODINGS];
    _Atomic unsigned made; /* a bit for each encoding */
};

/* May this answer be kept at all? Else it belongs to one request. */
bool ans_page_fits(const struct ans_response *r);

/* Takes the body of an answer that fits. The page begins with count 1. */
struct ans_page *ans_page_new(struct ans_response *r, bool secure);
void ans_page_acquire(struct ans_page *page);
void ans_page_release(struct ans_page *page); /* NULL is fine */

/* Is what it was built from still so? */
bool ans_page_stands(const struct ans_page *page);

/* Is this encoding made? If so *form is what to send for it. */
bool ans_page_form(const struct ans_page *page, enum ans_encoding encoding,
                   const struct ans_page_form **form);

/* Make the encodings of a mask that are not. One thread at a time. */
void ans_page_make(struct ans_page *page, unsigned mask);

/* Bytes it takes, about. */
size_t ans_page_size(const struct ans_page *page);
