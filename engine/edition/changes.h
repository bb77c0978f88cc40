/* changes: which counties' folders were touched, and for which of them that is
 * over. Private to edition.
 *
 * Fills while files are saved; a county whose folder has come to rest is taken
 * out and read. Counties wait each for themselves. Knows time only as it is
 * told: ms of a clock that goes forward.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* How long nothing must happen before what was saved counts as whole. Together
 * with a look at the folders it has to stay well below a second. */
#define ANS_QUIET_MS 150
/* The same when a folder has gone, for whoever puts another in its place. */
#define ANS_GONE_MS 600
/* A file that somebody has written in and not closed: at most so long. */
#define ANS_WRITING_MS 5000
/* Saves that never end: look all the same. */
#define ANS_RESTLESS_MS 2000

struct ans_change {
    struct ans_str slug; /* empty: any folder may have changed */
    int64_t first, last; /* 0: taken out */
};

struct ans_changes {
    struct ans_arena *arena;
    struct ans_change *items;
    size_t count;
    struct ans_open_file {
        size_t item;   /* whose it is */
        uint64_t name; /* a hash of folder and name */
    } * open;          /* files that are being written */
    size_t open_count;
};

void ans_changes_init(struct ans_changes *c);
void ans_changes_free(struct ans_changes *c);

/* Something changed in this folder; empty: anywhere. */
void ans_changes_add(struct ans_changes *c, struct ans_str slug, int64_t now);

/* A file was written in; it is whole once it is closed, moved or removed, which
 * is a change too: add that first, since saves that never end are those of
 * whole files. `folder` is a number for the one in which it stands. */
void ans_changes_open(struct ans_changes *c, struct ans_str slug, int folder,
                      struct ans_str name, int64_t now);
void ans_changes_close(struct ans_changes *c, int folder, struct ans_str name);

/* When something may have come to rest, if nothing more happens until then; 0:
 * nothing changed. */
int64_t ans_changes_due(const struct ans_changes *c);

/* Take out what has come to rest, into `arena`. `gone` tells whether a folder
 * is missing that was there. */
struct ans_rested {
    bool all;
    struct ans_str *slugs;
    size_t count;
};
struct ans_rested ans_changes_take(struct ans_changes *c, int64_t now,
                                   bool (*gone)(void *context,
                                                struct ans_str slug),
                                   void *context, struct ans_arena *arena);
