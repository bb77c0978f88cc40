/* parent: the question of which member an organisation is a part of. What can
 * be answered stands in the register, so that it is looked up here and not
 * when the rest of a form is judged. Private to route.
 *
 * Few members are chosen from a list. Where there are more, one is looked for
 * by name or organisation number ("within.search"): who is found alone is
 * taken, of several one is chosen.
 */
#pragma once

#include "answer/answer.h"
#include "route/turn.h"

/* The most that a list has. */
#define ANS_PARENTS_MOST 50

/* The most of those found that one chooses from. */
#define ANS_PARENTS_FOUND 20

/* What was typed to find a member becomes the answer, when it names one and no
 * other, or is none (any more). */
void ans_parent_take(struct ans_turn *t, struct ans_fields *raw);

/* Look up the answer: what is not there is no answer, and a problem when its
 * question stands in `step` (in any, when NULL); so is what was typed in vain
 * to find one. */
void ans_parent_settle(struct ans_turn *t, const struct ans_fields *raw,
                       const struct ans_step *step,
                       struct ans_judgement *judged);

/* An answer, or all of them, to be told in words: a member as a map { slug,
 * name }. Rules see the address alone. */
struct ans_value ans_parent_named(struct ans_turn *t,
                                  const struct ans_question *q,
                                  struct ans_value v);
struct ans_map *ans_parent_named_answers(struct ans_turn *t,
                                         struct ans_map *answers);

/* The public members that may be chosen, each a map { value, label, hint },
 * the same kinds together, in Swedish order: all of them, or those that
 * `typed` finds; `chosen` is among them whatever happens, if it may be. */
struct ans_parents {
    struct ans_list *list;
    bool looked_for; /* there are more than a list has */
    bool more;       /* more were found than are listed */
};
struct ans_parents ans_parent_choices(struct ans_turn *t,
                                      const struct ans_question *q,
                                      struct ans_str chosen,
                                      struct ans_str typed);

/* "within.search" */
struct ans_str ans_parent_search_name(struct ans_turn *t,
                                      const struct ans_question *q);
