/* keeping: files that are written once and are whole when they have their
 * name. Private to version.
 */
#pragma once

#include "version/version.h"

enum ans_kept {
    ANS_KEPT_FILES,
    ANS_KEPT_CONTENTS,
    ANS_KEPT_VERSIONS,
    ANS_KEPT_NOTES,
    ANS_KEPT_COUNT
};

/* "ROOT/<slug>/<kind>" and, when `name` is not empty, "/<name>". */
struct ans_str ans_kept_path(struct ans_arena *arena, const char *root,
                             struct ans_str slug, enum ans_kept kind,
                             struct ans_str name);

/* Make ROOT and the county's folders. */
ANS_MUST_CHECK
bool ans_kept_prepare(struct ans_arena *arena, const char *root,
                      struct ans_str slug, struct ans_err *err);

/* Write a file whose bytes are durable before it has its name; the name is so
 * after ans_kept_sync of its kind. Leaves one that exists, unless `replace`.
 * `existed` may be NULL. */
ANS_MUST_CHECK
bool ans_kept_write(struct ans_arena *arena, const char *path,
                    struct ans_str bytes, bool replace, bool *existed,
                    struct ans_err *err);
ANS_MUST_CHECK
bool ans_kept_sync(const char *folder, struct ans_err *err);

/* All bytes of a file, at most `most`. ANS_ERR_NOT_FOUND. */
ANS_MUST_CHECK
bool ans_kept_read(struct ans_arena *arena, const char *path, size_t most,
                   struct ans_str *out, struct ans_err *err);

/* The names in a folder, without hidden ones; none when there is no folder.
 * Sorted by bytes. */
ANS_MUST_CHECK
bool ans_kept_names(struct ans_arena *arena, const char *folder,
                    struct ans_strs *out, struct ans_err *err);

#define ANS_KEPT_FILE_MOST    (4u << 20) /* a folder's files are smaller */
#define ANS_KEPT_CONTENT_MOST (1u << 20)
#define ANS_KEPT_RECORD_MOST  4096u

/* The record of a version as it stands in its file; `bytes` may be NULL. */
ANS_MUST_CHECK
bool ans_record_read(struct ans_arena *arena, const char *root,
                     struct ans_str slug, int64_t number,
                     struct ans_version *out, struct ans_str *previous,
                     struct ans_str *bytes, struct ans_err *err);

/* Give a version its number; `taken`: somebody else has it. */
ANS_MUST_CHECK
bool ans_record_write(struct ans_arena *arena, const char *root,
                      struct ans_str slug, const struct ans_version *v,
                      struct ans_str previous, bool *taken,
                      struct ans_err *err);

/* The numbers of a county's versions, in order. */
ANS_MUST_CHECK
bool ans_record_numbers(struct ans_arena *arena, const char *root,
                        struct ans_str slug, int64_t **out, size_t *count,
                        struct ans_err *err);

/* Keep a folder's files and their list. */
ANS_MUST_CHECK
bool ans_content_keep(struct ans_arena *arena, const char *root,
                      const struct ans_folder *folder, struct ans_err *err);

/* One file of a content. */
struct ans_content_file {
    struct ans_str path;
    struct ans_str hash; /* hexadecimal */
};
ANS_MUST_CHECK
bool ans_content_read(struct ans_arena *arena, const char *root,
                      struct ans_str slug, struct ans_str content,
                      struct ans_content_file **out, size_t *count,
                      struct ans_err *err);
