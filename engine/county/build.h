/* build: from declarations to a county, or to a list of faults.
 *
 * Everything is looked at even after a fault, so that one run lists all.
 */
#pragma once

#include "base/attr.h"
#include "county/county.h"
#include "county/decl.h"
#include "county/diag.h"

/* A file of the county's folder, looked up by its path below it. */
struct ans_folder_file {
    struct ans_str path; /* "texts/letter.md" */
    struct ans_str bytes;
};

struct ans_folder {
    struct ans_str slug;
    struct ans_folder_file *files; /* sorted by path */
    size_t count;
    struct ans_folder_file shared; /* lua/national.lua as it was read with it:
                                      no file of the folder, but of what it
                                      says; path "": not known */
    bool accepted; /* it was shown before: what was no fault of its texts and
                      functions then is not looked for */
    struct ans_str version; /* hash of it all, hexadecimal */
    int64_t saved_at;       /* s; when the file saved last was */
    int64_t saved_by;       /* and its owner, a user id */
};

/* lua/national.lua, or NULL when it is not known. */
static inline const struct ans_folder_file *ans_folder_shared(
    const struct ans_folder *folder)
{
    return folder->shared.path.len ? &folder->shared : NULL;
}

const struct ans_folder_file *ans_folder_find(const struct ans_folder *folder,
                                              struct ans_str path);

/* A county in `arena`, or NULL when a fault was added. Texts are looked
 * through (placeholders, encoding), references resolved, the theme's contrast
 * computed. Pictures and Markdown files are checked by edition, which knows
 * those libraries. `texts` are the portal's own, which the county's stand
 * before; they must outlive the county. NULL: no wording is known. */
const struct ans_county *ans_county_build(struct ans_arena *arena,
                                          const struct ans_decls *decls,
                                          const struct ans_folder *folder,
                                          const struct ans_texts *texts,
                                          struct ans_faults *faults);
