/* folder: the data folder, and who uses it. Private to app.
 *
 * DATA/lock is held by the serving process and names its process id.
 * DATA/restore is where restore leaves databases for it to take in.
 */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

/* Make a folder if it does not exist; only the last part of the path. */
ANS_MUST_CHECK
bool ans_folder_make(const char *path, struct ans_err *err);

/* Hold the data folder; gives the descriptor to close. ANS_ERR_CONFLICT: a
 * server uses it. */
ANS_MUST_CHECK
bool ans_folder_lock(const char *data, int *lock, struct ans_err *err);

/* Remove a folder of files and folders of files, as far as that is possible. */
void ans_folder_remove(struct ans_arena *arena, const char *path);

/* The process that holds it; 0: none. */
pid_t ans_folder_holder(const char *data);

/* Call `each` for every "<slug>.db" of a folder, in order. */
typedef bool ans_database_fn(void *context, struct ans_str slug,
                             const char *path, struct ans_err *err);
ANS_MUST_CHECK
bool ans_folder_databases(const char *folder, struct ans_arena *arena,
                          ans_database_fn *each, void *context, size_t *count,
                          struct ans_err *err);
