/* reference: what the vocabulary tells of itself: the pages of
 * docs/reference/, annotation files for Lua language servers, JSON for editors.
 *
 * Pure: the vocabulary and the faults in, text out. Runs no script, opens no
 * file; what check prints of an example is given to it.
 */
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "base/value.h"
#include "county/fault_pages.h"

/* A file to be written, its path below the project's folder. */
struct ans_reference_file {
    struct ans_str path;
    struct ans_str bytes;
};

struct ans_reference_files {
    struct ans_reference_file *items;
    size_t count;
};

/* What check prints of an example, a line for each fault. */
struct ans_reference_print {
    const struct ans_fault_example *example;
    struct ans_str sv, en;
};

struct ans_reference_prints {
    struct ans_reference_print *items;
    size_t count;
};

/* Every generated file, in `arena`: docs/reference/sv/ and en/, and
 * lua/annotations/. */
void ans_reference_files(struct ans_arena *arena,
                         const struct ans_reference_prints *prints,
                         struct ans_reference_files *out);

/* The part of a page on a word, or the page on a code of a fault, as Markdown
 * in Swedish unless `lang` is "en". False: there is neither. */
bool ans_reference_tell(struct ans_arena *arena, struct ans_str name,
                        struct ans_str lang, struct ans_buf *out);

/* The word or code nearest to a mistyped one; empty when none is near. */
struct ans_str ans_reference_nearest(struct ans_arena *arena,
                                     struct ans_str name);

/* A line for each word, by group. */
void ans_reference_list(struct ans_str lang, struct ans_buf *out);

/* Words, fields, kinds of values and faults; docs/reference/json.md tells of
 * the shape, which only grows. */
struct ans_map *ans_reference_data(struct ans_arena *arena);

/* The page on a code: "docs/reference/sv/faults/unknown-word.md". */
struct ans_str ans_reference_fault_path(struct ans_arena *arena,
                                        const char *code, struct ans_str lang);
