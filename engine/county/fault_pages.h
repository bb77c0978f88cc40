/* fault_pages: what the reference tells of each code of a fault: what it means
 * and a script that provokes it.
 *
 * The sentences that check prints stand in county/faults.def; here stands what
 * is too long for them, once for each code. Every example is tried whenever the
 * reference is written, so none can be wrong.
 */
#pragma once

#include "base/attr.h"
#include "base/str.h"

/* A mistake made in a copy of counties/_template. */
struct ans_fault_example {
    const char *file;  /* "county.lua"; NULL ends the list */
    const char *right; /* what stands there once, and gives way to `wrong`; "":
                          all; NULL: `wrong` is added at the end */
    const char *wrong;
};

struct ans_fault_page {
    const char *code;    /* "unknown-word" */
    const char *sv, *en; /* what it means, and why it is a fault */
    const struct ans_fault_example *examples; /* NULL: no script alone
                                                 provokes it */
};

/* Codes that belong together. */
struct ans_fault_chapter {
    const char *title_sv, *title_en;
    const struct ans_fault_page *pages;
    size_t count;
};

const struct ans_fault_chapter *const *ans_fault_chapters(size_t *count);

/* NULL: the code has no page yet. */
const struct ans_fault_page *ans_fault_page_find(struct ans_str code);
