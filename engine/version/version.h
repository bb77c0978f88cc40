/* version: every accepted state of a county's folder, kept for ever, with the
 * national goals as they were: what was accepted says the same for ever.
 *
 * A version is a number, a moment, an author and the hash of a content; a
 * content is a list of files, each kept once under its own hash. All of it
 * stands in a folder of the county's own, as files that are written once:
 *
 *   ROOT/<slug>/files/<hash>        the bytes of a file
 *   ROOT/<slug>/contents/<hash>     a folder: paths and hashes, JSON
 *   ROOT/<slug>/versions/<number>   what was accepted when, JSON
 *   ROOT/<slug>/notes/<number>      a note to a version; may be changed
 *
 * A name is given to a file only when the file is durable, and a version's
 * comes last, so whatever interrupts us leaves whole versions. Any process
 * may add while others read or add. Each version names the hash of the one
 * before, so that none can be changed or left out unseen.
 *
 * Knows nothing of what the files say, of databases, or of who is allowed
 * what. `root` is a path, "DATA/versions"; it need not exist for reading.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"
#include "county/build.h"

struct ans_version {
    int64_t number; /* from 1; 0: there is none */
    int64_t at;     /* ms */
    struct ans_str author;
    struct ans_str content; /* hash, hexadecimal: ans_folder's version */
    struct ans_str note;    /* "" without one */
};

/* In the order of their numbers. */
struct ans_version_list {
    struct ans_version *items;
    size_t count;
};

#define ANS_VERSION_NOTE_MOST 500 /* bytes of a note */

/* The hash of a folder's paths and bytes, files sorted by path, and of what it
 * was read with (struct ans_folder's `shared`). */
struct ans_str ans_version_hash(const struct ans_folder *folder,
                                struct ans_arena *arena);

/* Keep `folder` as the county's newest version, durably. When the newest one
 * has that content already, nothing is written and `out` is that one. `note`
 * may be empty. ANS_ERR_BUSY: the disk is full. */
ANS_MUST_CHECK
bool ans_version_accept(const char *root, const struct ans_folder *folder,
                        struct ans_str author, struct ans_str note,
                        struct ans_arena *arena, struct ans_version *out,
                        struct ans_err *err);

/* All of a county's; none when it has none. */
ANS_MUST_CHECK
bool ans_version_all(const char *root, struct ans_str slug,
                     struct ans_arena *arena, struct ans_version_list *out,
                     struct ans_err *err);

/* The newest; number 0 when there is none. */
ANS_MUST_CHECK
bool ans_version_newest(const char *root, struct ans_str slug,
                        struct ans_arena *arena, struct ans_version *out,
                        struct ans_err *err);

/* One by its number. ANS_ERR_NOT_FOUND. */
ANS_MUST_CHECK
bool ans_version_get(const char *root, struct ans_str slug, int64_t number,
                     struct ans_arena *arena, struct ans_version *out,
                     struct ans_err *err);

/* The files of a content, as they were. ANS_ERR_NOT_FOUND: it is not kept.
 * ANS_ERR_INTERNAL: what is kept does not match its hash. */
ANS_MUST_CHECK
bool ans_version_read(const char *root, struct ans_str slug,
                      struct ans_str content, struct ans_arena *arena,
                      struct ans_folder *out, struct ans_err *err);

/* Write, or with "" take away, the note of a version. ANS_ERR_NOT_FOUND: no
 * such version. ANS_ERR_LIMIT: too long. ANS_ERR_INPUT: not one line of
 * text. */
ANS_MUST_CHECK
bool ans_version_note(const char *root, struct ans_str slug, int64_t number,
                      struct ans_str note, struct ans_err *err);

/* Recompute every hash of a county; `each` is told of what does not match, in
 * a sentence. `count` becomes the number of versions. */
ANS_MUST_CHECK
bool ans_version_verify(const char *root, struct ans_str slug,
                        void (*each)(void *context, struct ans_str sentence),
                        void *context, int64_t *count, struct ans_err *err);

/* Copy what `to` lacks of a county's versions, for backups and out of them;
 * what stands there is left as it is. `added`: how many versions were new.
 * ANS_ERR_CONFLICT: both have a version of some number, and they differ; then
 * nothing but contents was copied, so that what was submitted under them can
 * be shown. */
ANS_MUST_CHECK
bool ans_version_copy(const char *from, const char *to, struct ans_str slug,
                      int64_t *added, struct ans_err *err);

/* The slugs that have versions, sorted. */
ANS_MUST_CHECK
bool ans_version_counties(const char *root, struct ans_arena *arena,
                          struct ans_strs *out, struct ans_err *err);
