/* rule: does a condition hold for these answers?
 */
#pragma once

#include "base/err.h"
#include "county/county.h"

/* Runs a script's function on answers; bind provides it. False with an error
 * when the function fails; then the rule counts as not holding.
 * ANS_ERR_LIMIT: it took too long or too much. */
struct ans_rule_runner {
    void *context;
    bool (*call)(void *context, int function, const struct ans_map *answers,
                 bool *holds, struct ans_err *err);
};

/* What the error of a function ends with that gave no true or false. */
#define ANS_RULE_UNDECIDED "the rule gave neither true nor false"

/* `answers`: typed answers by question id (answer/answer.h says their form).
 * `runner` may be NULL when no rule is a function. The first failure of a
 * function is left in `err`; the result is still good. */
bool ans_rule_holds(const struct ans_rule *rule, const struct ans_county *c,
                    const struct ans_map *answers,
                    const struct ans_rule_runner *runner, struct ans_err *err);
