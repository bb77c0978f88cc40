/* judging: one run over a form. Private to answer.
 *
 * judge.c decides which questions are shown, question.c judges one of them,
 * types_*.c know the types.
 */
#pragma once

#include "answer/answer.h"

struct ans_judging {
    const struct ans_county *county;
    const struct ans_fields *raw;
    const struct ans_rule_runner *runner;
    struct ans_arena *arena;
    int64_t today;
    const struct ans_map *answers; /* so far, outside groups: for rules */
    struct ans_err *rule_err;      /* the first one stays */
    struct ans_problem *problems;  /* of the question at hand */
    size_t count;
};

enum ans_judged {
    ANS_JUDGED_BLANK, /* nothing was sent */
    ANS_JUDGED_GOOD,
    ANS_JUDGED_WRONG, /* a problem was added */
};

/* What a type does with a field `name`; sets `out` when it is good. */
typedef enum ans_judged ans_judge_fn(struct ans_judging *j,
                                     const struct ans_question *q,
                                     struct ans_str name,
                                     struct ans_value *out);

/* question.c */

/* The answer of a question that is shown, nil when there is none. */
struct ans_value ans_judge_question(struct ans_judging *j,
                                    const struct ans_question *q,
                                    struct ans_str name);
bool ans_judge_shown(struct ans_judging *j, const struct ans_question *q);

/* Add a problem; returns the values of its sentence, to be filled. */
struct ans_map *ans_judge_problem(struct ans_judging *j,
                                  const struct ans_question *q,
                                  struct ans_str field, const char *code);
enum ans_judged ans_judge_wrong(struct ans_judging *j,
                                const struct ans_question *q,
                                struct ans_str field, const char *code);

/* "name.part" */
struct ans_str ans_judge_part(struct ans_judging *j, struct ans_str name,
                              const char *part);

/* The one value of a field for one value, ready to keep. */
enum ans_judged ans_judge_one(struct ans_judging *j,
                              const struct ans_question *q,
                              struct ans_str field, bool one_line,
                              struct ans_str *out);

/* The longest text that a question takes, in characters. */
int64_t ans_judge_longest(const struct ans_question *q);

/* The types. */
ans_judge_fn ans_judge_text, ans_judge_org_number, ans_judge_email,
    ans_judge_phone, ans_judge_web_address, ans_judge_kind,
    ans_judge_municipality, ans_judge_choice, ans_judge_choices,
    ans_judge_areas, ans_judge_yes_no, ans_judge_consent, ans_judge_number,
    ans_judge_by_sex, ans_judge_date, ans_judge_month, ans_judge_year,
    ans_judge_member, ans_judge_bodies, ans_judge_group;

/* fields.c */

/* Is `field` one of those that a question named `name` may send? */
bool ans_question_owns(const struct ans_question *q, struct ans_str name,
                       struct ans_str field);

/* Cut "12" of "12.sub": a row's number from 1 to 999, without leading zeros;
 * 0 when it is none. */
int64_t ans_row_cut(struct ans_str *rest);
