/* parent: the question of which member an organisation is a part of. What can
 * be answered stands in the register, so that it is looked up here and not
 * when the rest of a form is judged. Private to route.
 */
#pragma once

#include "answer/answer.h"
#include "route/turn.h"

/* The choices that a form shows, as many as are sensible to choose from. */
#define ANS_PARENTS_MOST 200

/* Look up the answer: what is not there is no answer, and a problem when its
 * question stands in `step` (in any, when NULL). */
void ans_parent_settle(struct ans_turn *t, const struct ans_step *step,
                       struct ans_judgement *judged);

/* An answer, or all of them, to be told in words: a member as a map { slug,
 * name }. Rules see the address alone. */
struct ans_value ans_parent_named(struct ans_turn *t,
                                  const struct ans_question *q,
                                  struct ans_value v);
struct ans_map *ans_parent_named_answers(struct ans_turn *t,
                                         struct ans_map *answers);

/* The public members that may be chosen, each a map { value, label }, in
 * Swedish order, of each kind at most ANS_PARENTS_MOST; `chosen` is among
 * them whatever happens, if it may be. */
struct ans_list *ans_parent_choices(struct ans_turn *t,
                                    const struct ans_question *q,
                                    struct ans_str chosen);
