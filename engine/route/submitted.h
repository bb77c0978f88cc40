/* submitted: what a member submitted, with the words of its version. Private to
 * route.
 *
 * An answer is shown as its own version asked for it: label, options, units.
 * Whether it is shown at all, two must allow: that version, since that is what
 * the member was told, and today's, since a county may come to know better.
 */
#pragma once

#include "answer/answer.h"
#include "answer/carry.h"
#include "member/member.h"
#include "route/turn.h"

/* Does today's form let the answer stand in public, where `q` is its question
 * in an older one? A question that is gone forbids nothing. */
bool ans_still_public(const struct ans_county *now,
                      const struct ans_question *q);

/* The question that an older form asked in the place of `q`, or NULL. */
const struct ans_question *ans_question_then(const struct ans_county *then,
                                             const struct ans_question *q);

/* Has the answer the form that the question's type gives? */
bool ans_answer_is_of(const struct ans_question *q, struct ans_value v);

/* By id: as it is called today, or, when it is gone, as it was called when the
 * member joined. NULL: nobody knows. */
const struct ans_area *ans_member_area(struct ans_turn *t,
                                       const struct ans_member *m,
                                       struct ans_str id);
const struct ans_municipality *ans_member_place(struct ans_turn *t,
                                                const struct ans_member *m);
const struct ans_item *ans_member_item(struct ans_turn *t,
                                       const struct ans_member *m,
                                       struct ans_str id);
