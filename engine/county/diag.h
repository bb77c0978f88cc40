/* diag: faults of a county's scripts, all of them, each at its place.
 *
 * A fault is a stable code, the place, and the values for its sentence; the
 * sentences stand in one table in two languages (county/faults.def).
 */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* X(code, "code-in-text", "Swedish %1 %2 %3", "English") stands in
 * county/faults.def, sorted by code. */
enum ans_fault_code {
#define X(name, word, sv, en) ANS_FAULT_##name,
#include "county/faults.def"
#undef X
    ANS_FAULT_COUNT
};

struct ans_fault {
    enum ans_fault_code code;
    struct ans_str file; /* below the county's folder */
    int line;            /* 0: the whole file or folder */
    struct ans_str values[3];
};

struct ans_faults {
    struct ans_arena *arena;
    bool advice; /* keep advice as well */
    struct ans_fault *items;
    size_t count;
    size_t dropped; /* past the 200 that are kept */
};

/* Advice is no fault: what it tells of can be published, and is better
 * mended. Kept only by those who ask for it (struct ans_faults). */
bool ans_fault_is_advice(enum ans_fault_code code);
/* The same for a code as it is written: "unused-name". */
bool ans_fault_word_is_advice(const char *word);

/* Those that are no advice. */
size_t ans_faults_count(const struct ans_faults *faults);

/* Add one; values are copied; empty views for those not needed. Past 200
 * faults further ones are only counted. */
void ans_fault_add(struct ans_faults *faults, enum ans_fault_code code,
                   struct ans_str file, int line, struct ans_str v1,
                   struct ans_str v2, struct ans_str v3);

/* By file (county.lua first) and line; the same fault once. */
void ans_faults_sort(struct ans_faults *faults);

const char *ans_fault_word(enum ans_fault_code code);

/* As it stands in faults.def, in Swedish unless `lang` is "en". */
const char *ans_fault_sentence(enum ans_fault_code code, struct ans_str lang);

/* What is wrong and how to mend it, without the place and the code. */
void ans_fault_say(struct ans_buf *out, const struct ans_fault *fault,
                   struct ans_str lang);

/* "counties/x/join.lua:48: unknown-word: ..." without a line break; advice
 * says so: "...: unused-name: (råd) ...". */
void ans_fault_write(struct ans_buf *out, const struct ans_fault *fault,
                     struct ans_str folder, struct ans_str lang);

/* The nearest of `known` to a mistyped `word`, for "did you mean"; empty when
 * none is near (Damerau-Levenshtein, a third of its length at most). */
struct ans_str ans_nearest(struct ans_str word, const struct ans_str *known,
                           size_t count);
