/* question: questions and answers as pages need them. Private to route.
 */
#pragma once

#include "answer/answer.h"
#include "route/turn.h"

/* "by_sex", as views call it. */
const char *ans_question_type_word(enum ans_question_type type);

/* A typed answer in words, in the page's language. */
struct ans_str ans_question_words(struct ans_turn *t,
                                  const struct ans_question *q,
                                  struct ans_value v);

/* The form's field for a question (docs/pages.md, "field"): values as typed
 * in `raw`, the sentences of `problems` that concern it. */
struct ans_map *ans_question_field(struct ans_turn *t,
                                   const struct ans_question *q,
                                   const struct ans_fields *raw,
                                   struct ans_str kind,
                                   const struct ans_judgement *judged);

/* All problems, each with the id of the field to mend. */
struct ans_list *ans_problem_list(struct ans_turn *t,
                                  const struct ans_judgement *judged);

/* "goals.1.text" -> "f-goals-1-text" */
struct ans_str ans_field_id(struct ans_turn *t, struct ans_str name);
