/* explain: rules in words, for whoever wonders why a question is shown or why
 * an item of the package is offered.
 *
 * "visas när sorten är kommun eller region", "is shown when the script's rule
 * in line 31 of join.lua says yes". Knows Swedish and English; every other
 * language gets Swedish. Whether a rule holds is county/rule.h's to say.
 */
#pragma once

#include "county/county.h"

struct ans_explaining {
    const struct ans_county *county; /* whose questions and answers are named */
    const struct ans_texts *texts;   /* names of kinds; NULL: their ids */
    struct ans_str lang;             /* "sv" or "en" */
};

/* What the rule decides, which is the verb of the sentence. */
enum ans_explained {
    ANS_EXPLAIN_SHOWN,   /* "visas när ..." */
    ANS_EXPLAIN_OFFERED, /* "erbjuds när ...": the member says yes or no */
    ANS_EXPLAIN_GIVEN,   /* "ges när ..." */
};

/* A sentence without capital and full stop: "visas alltid", "visas när sorten
 * är kommun eller region". In `arena`. */
struct ans_str ans_explain(struct ans_arena *arena,
                           const struct ans_explaining *x,
                           enum ans_explained what,
                           const struct ans_rule *rule);

/* The condition alone, as it stands after "when": "sorten är kommun eller
 * region"; empty for a rule that always holds. */
struct ans_str ans_explain_condition(struct ans_arena *arena,
                                     const struct ans_explaining *x,
                                     const struct ans_rule *rule);

/* The questions that a rule names, each once, in the order named. What a
 * function looks at is not known. */
struct ans_strs ans_rule_questions(struct ans_arena *arena,
                                   const struct ans_rule *rule);

/* Does the rule ask a function of the script somewhere? */
bool ans_rule_has_function(const struct ans_rule *rule);
