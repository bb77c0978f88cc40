/* tell: walks and tests as text for a county's web administrators, and as
 * data for programs.
 *
 * Prints nothing: text goes into a buffer, data into a map. The sentences
 * stand in trial/sentences.def, in Swedish and English.
 */
#pragma once

#include "base/buf.h"
#include "trial/run.h"

struct ans_telling {
    struct ans_arena *arena;
    const struct ans_county *county;
    const struct ans_texts *texts;
    struct ans_str lang;   /* of the report: "en", else Swedish */
    struct ans_str folder; /* before each file: "counties/mittlan" */
    bool explain;          /* say why, and where it stands */
    bool mails;            /* whole, not their subjects alone */
};

/* What the organisation would meet; `lang` as it walked. */
struct ans_visit {
    struct ans_str lang;
    const struct ans_trial *trial;
};
void ans_tell_visit(struct ans_buf *out, const struct ans_telling *t,
                    const struct ans_visit *visit);

/* Tests that do not hold, as differences: "- " what was expected and is not,
 * "+ " what is instead. Then, with `untried`, what no test tries both ways. */
void ans_tell_tests(struct ans_buf *out, const struct ans_telling *t,
                    const struct ans_test_run *run, bool untried);

/* "12 passed, 1 failed". */
void ans_tell_total(struct ans_buf *out, const struct ans_telling *t,
                    size_t passed, size_t failed);

/* The same as data (docs/trials.md has the keys). */
struct ans_map *ans_visit_map(const struct ans_telling *t,
                              const struct ans_visit *visit);
struct ans_map *ans_tests_map(const struct ans_telling *t,
                              const struct ans_test_run *run);
