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

/* Where the mistakes are made. */
enum ans_fault_scene {
    ANS_SCENE_SCRIPT,    /* each in a copy of its own */
    ANS_SCENE_SCRIPTS,   /* all in one copy; "" for a file means without it */
    ANS_SCENE_NEIGHBOUR, /* each in a copy and in a second one beside it */
    ANS_SCENE_FOLDER,  /* in the folder: "counties/Wrong/", or a file that is a
                          link, "files/a.svg -> /srv/a.svg" */
    ANS_SCENE_DISK,    /* none, but the disk cannot be written */
    ANS_SCENE_MACHINE, /* none: the machine lacks a program; no example */
};

struct ans_fault_page {
    const char *code;    /* "unknown-word" */
    const char *sv, *en; /* what it means, and why it is a fault */
    enum ans_fault_scene scene;
    const struct ans_fault_example *examples;
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
