/* carry: answers from one version of a form to another.
 *
 * What a question, an option or an area was called before (`was`) stands in the
 * newer form; everything else goes by its name. Nothing is thrown away: what
 * belongs to no question stays among the raw answers, and is there again when
 * the question comes back.
 */
#pragma once

#include "answer/answer.h"

/* Raw answers to any earlier form of the county as those to this one: names of
 * fields, the names that "_asked" gives, options and areas, as they are on the
 * day `today`. */
struct ans_fields ans_answer_carry(struct ans_arena *arena,
                                   const struct ans_county *to, int64_t today,
                                   const struct ans_fields *raw);

/* The typed answer to `q` among answers that may be older. */
struct ans_value ans_answer_once(const struct ans_map *answers,
                                 const struct ans_question *q);

/* The same answer by the names that options and areas have now. */
struct ans_value ans_answer_renamed(struct ans_arena *arena,
                                    const struct ans_county *to, int64_t today,
                                    const struct ans_question *q,
                                    struct ans_value v);

enum ans_change {
    ANS_CHANGE_LOST,  /* answered, and not asked any more */
    ANS_CHANGE_ANEW,  /* answered, but what was said does not fit any more */
    ANS_CHANGE_ADDED, /* not asked before */
};

struct ans_form_change {
    enum ans_change what;
    const struct ans_question *from; /* NULL for what was added */
    const struct ans_question *to;   /* NULL for what is lost */
};

struct ans_form_changes {
    struct ans_form_change *items; /* in the order of the forms */
    size_t count;
    size_t carried; /* answered questions whose answers fit */
};

/* What becomes of `raw`, answers to the form of `from`, in that of `to`. */
void ans_answer_changes(struct ans_arena *arena, const struct ans_county *from,
                        const struct ans_county *to, int64_t today,
                        const struct ans_fields *raw,
                        struct ans_form_changes *out);

/* Do the two take answers of the same form? */
bool ans_answer_fits(const struct ans_question *from,
                     const struct ans_question *to);
