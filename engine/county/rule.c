#include "county/rule.h"

#include <stdio.h>

/* What a function did not say is neither: a rule that holds or fails whatever
 * the function would have said still does (Kleene's three values). */
enum truth { NO, UNKNOWN, YES };

struct asking {
    const struct ans_map *answers;
    const struct ans_rule_runner *runner;
    struct ans_err *err;
};

static bool number_is(struct ans_value v, struct ans_str said)
{
    char text[40];
    if (v.type == ANS_INT)
        snprintf(text, sizeof text, "%lld", (long long)v.i);
    else
        snprintf(text, sizeof text, "%.14g", v.n);
    return ans_str_is(said, text);
}

/* Is this answer, or one part of it, the one that the rule names? */
static bool is_value(struct ans_value v, struct ans_str said)
{
    switch (v.type) {
    case ANS_TEXT:
        return ans_str_eq(v.s, said);
    case ANS_BOOL:
        return ans_str_is(said, v.b ? "yes" : "no");
    case ANS_INT:
    case ANS_NUM:
        return number_is(v, said);
    case ANS_LIST:
        for (size_t i = 0; i < v.list->count; i++)
            if (v.list->items[i].type == ANS_TEXT &&
                ans_str_eq(v.list->items[i].s, said))
                return true;
        return false;
    case ANS_NIL:
    case ANS_MAP:
        break;
    }
    return false;
}

static bool is_answered(struct ans_value v)
{
    switch (v.type) {
    case ANS_NIL:
        return false;
    case ANS_TEXT:
        return v.s.len > 0;
    case ANS_LIST:
        return v.list->count > 0;
    case ANS_MAP:
        return v.map->count > 0;
    case ANS_BOOL:
    case ANS_INT:
    case ANS_NUM:
        break;
    }
    return true;
}

static enum truth ask_answer(const struct asking *a,
                             const struct ans_rule *rule)
{
    struct ans_value v = ans_map_get(a->answers, rule->question);
    if (!rule->values.count)
        return is_answered(v) ? YES : NO;
    for (size_t i = 0; i < rule->values.count; i++)
        if (is_value(v, rule->values.items[i]))
            return YES;
    return NO;
}

static enum truth ask_function(const struct asking *a,
                               const struct ans_rule *rule)
{
    struct ans_err own = {0};
    bool holds = false;
    if (!a->runner)
        ans_err_set(&own, ANS_ERR_SCRIPT, "%.*s:%d: nobody runs functions here",
                    ANS_STR_ARG(rule->file), rule->line);
    else if (a->runner->call(a->runner->context, rule->function, a->answers,
                             &holds, &own))
        return holds ? YES : NO;
    if (a->err && !a->err->kind)
        *a->err = own;
    return UNKNOWN;
}

static enum truth ask(const struct asking *a, const struct ans_rule *rule);

/* YES when one is; NO when none is. */
static enum truth ask_any(const struct asking *a, const struct ans_rule *rule)
{
    enum truth best = NO;
    for (size_t i = 0; i < rule->count && best != YES; i++) {
        enum truth t = ask(a, &rule->rules[i]);
        if (t > best)
            best = t;
    }
    return best;
}

static enum truth ask_all(const struct asking *a, const struct ans_rule *rule)
{
    enum truth worst = YES;
    for (size_t i = 0; i < rule->count && worst != NO; i++) {
        enum truth t = ask(a, &rule->rules[i]);
        if (t < worst)
            worst = t;
    }
    return worst;
}

static enum truth ask(const struct asking *a, const struct ans_rule *rule)
{
    switch (rule->op) {
    case ANS_RULE_ALWAYS:
        return YES;
    case ANS_RULE_ANSWERED:
        return ask_answer(a, rule);
    case ANS_RULE_ANY:
        return ask_any(a, rule);
    case ANS_RULE_ALL:
        return ask_all(a, rule);
    case ANS_RULE_NONE:
        return (enum truth)(YES - ask_any(a, rule));
    case ANS_RULE_FUNCTION:
        return ask_function(a, rule);
    }
    return NO;
}

bool ans_rule_holds(const struct ans_rule *rule, const struct ans_county *c,
                    const struct ans_map *answers,
                    const struct ans_rule_runner *runner, struct ans_err *err)
{
    (void)c; /* kinds and areas were resolved to answers when it was built */
    const struct asking a = {answers, runner, err};
    return ask(&a, rule) == YES;
}
