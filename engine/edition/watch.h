/* watch: reads counties anew when their folders change, in a thread of its own.
 *
 * The kernel tells what changes; where it cannot (too many watches, folders of
 * another machine) the folders are looked at a few times a second. A county is
 * read when nothing has happened for a moment, so that a burst of saves is one
 * change and a file that is being written is whole; still it is live within a
 * second. Does not log: whoever started it is told of every reload.
 */
#pragma once

#include "edition/edition.h"

struct ans_watch;

enum ans_watching {
    ANS_WATCH_EVENTS, /* the kernel tells */
    ANS_WATCH_POLL,   /* looked at, several times a second */
    ANS_WATCH_NEVER,  /* only when asked */
};

struct ans_watch_options {
    struct ans_editions *editions;
    const char *counties; /* the folder that they were opened with */
    enum ans_watching how;
    /* Called in the thread after each reload. `now` is `before` when the
     * folders could not be read: `err` says why, once for each reason. `asked`:
     * somebody asked for it. */
    void (*reloaded)(void *context, const struct ans_edition *before,
                     const struct ans_edition *now, const struct ans_err *err,
                     bool asked);
    /* Called when EVENTS has to become POLL. */
    void (*fell_back)(void *context, const struct ans_err *why);
    void *context;
};

/* What changed before the start is found, too. Never fails: the way of
 * watching may become a lesser one. */
struct ans_watch *ans_watch_start(const struct ans_watch_options *options,
                                  struct ans_err *err);
void ans_watch_stop(struct ans_watch *watch); /* NULL is fine */

/* Read all folders now; from any thread. Does not wait for it. */
void ans_watch_ask(struct ans_watch *watch);

/* How it is done at present. */
enum ans_watching ans_watch_how(const struct ans_watch *watch);
