/* errand: what a command asks to be done with a county's database: by the
 * server that holds the data folder, or right here when none does. Private to
 * app.
 *
 * A server finds errands in DATA/errands: "<token>.json" holds one, and its
 * answer is written to "<token>.answer". What is asked and answered is told in
 * route/chores.h.
 */
#pragma once

#include "app/app.h"
#include "base/value.h"
#include "route/route.h"

/* Most bytes of a document. */
#define ANS_ERRAND_DOCUMENT_MOST ((size_t)20 << 20)

/* Run an errand: `answer` is what came of it, "faults" among it. `document` is
 * a file that goes with it, which the server is given a copy of; NULL: none. */
ANS_MUST_CHECK
bool ans_errand_run(struct ans_run *run, struct ans_map *errand,
                    const char *document, struct ans_map **answer,
                    struct ans_err *err);

/* The server's side: do all that waits, and write beside each how it went.
 * Logs; never fails. */
void ans_errands_take(struct ans_service *service, const char *data);

/* How a command ends: `done` is written when there were no faults, else those,
 * as text or as JSON by --json. The exit code. */
int ans_errand_tell(struct ans_run *run, struct ans_map *answer,
                    struct ans_str done);

/* An errand for the county that the command names first. */
struct ans_map *ans_errand_new(struct ans_run *run, const char *what);

/* Write a map as JSON: whole under its name, or not at all. */
ANS_MUST_CHECK
bool ans_errand_write(struct ans_arena *arena, const char *path,
                      struct ans_map *map, struct ans_err *err);

/* A whole file of at most `most` bytes. ANS_ERR_INPUT: it cannot be read, or is
 * larger. */
ANS_MUST_CHECK
bool ans_errand_read(struct ans_arena *arena, const char *path, size_t most,
                     struct ans_str *out, struct ans_err *err);
