/* people: made-up organisations, with answers to whatever their kind is asked.
 *
 * For trying what depends on answers before anybody has answered: the answers
 * have the forms of answer/answer.h and keep to the limits of their questions,
 * and hidden questions have none. They are nobody's.
 */
#pragma once

#include "answer/answer.h"

/* How much is answered. */
enum ans_person_says {
    ANS_PERSON_MINIMUM, /* what must be answered, and that as briefly */
    ANS_PERSON_BRIEF,   /* everything that is asked, as briefly as can be */
    ANS_PERSON_ALL,     /* everything that is asked, all that can be said */
};

struct ans_person {
    struct ans_str kind; /* of organisation */
    enum ans_person_says says;
    /* One question that this one answers otherwise: if `option` is 0, not at
     * all where the others do, and where they do not, yes; else by the
     * option-th of its answers. NULL: none. */
    const struct ans_question *odd;
    size_t option;
};

/* The answers of such a one. A function that fails hides its question, as it
 * does in the form. */
struct ans_map *ans_person_answers(struct ans_arena *arena,
                                   const struct ans_county *c,
                                   const struct ans_person *person,
                                   const struct ans_rule_runner *runner);

/* Somebody's answers, less those to questions that are hidden from them. */
struct ans_map *ans_person_asked(struct ans_arena *arena,
                                 const struct ans_county *c,
                                 const struct ans_map *answers,
                                 const struct ans_rule_runner *runner);

/* What a question could be answered with, whoever is asked; nil for types that
 * cannot be made up. */
struct ans_value ans_person_answer(struct ans_arena *arena,
                                   const struct ans_county *c,
                                   const struct ans_question *q,
                                   const struct ans_person *person);

/* How many answers `option` tells apart: those of a choice, of a yes or no;
 * 0 for other types. */
size_t ans_person_options(const struct ans_question *q);
