/* run: a county's own tests: every persona walks, and what is expected of it
 * is held against what it met.
 *
 * What does not hold is told as differences without words, so that a fault, a
 * text and JSON can be made of it. Knows which rules were tried both ways.
 */
#pragma once

#include "trial/trial.h"

/* Why a difference is as it is, for whoever explains it. */
enum ans_why {
    ANS_WHY_NONE,
    ANS_WHY_RULE,        /* its rule says so */
    ANS_WHY_NOT_REACHED, /* it ended before */
    ANS_WHY_GIVEN,       /* it is given, not offered */
    ANS_WHY_OFFERED,     /* it is offered, not given */
    ANS_WHY_NO_ANSWER,   /* nothing was answered */
    ANS_WHY_PRIVATE,     /* the answer is not public */
};

struct ans_difference {
    bool expected;       /* else: it was so, and ought not */
    struct ans_str text; /* an id, or words */
    enum ans_why why;
    const struct ans_rule *rule; /* of ANS_WHY_RULE */
    enum ans_item_kind item;     /* when the rule is an item's */
    bool of_item, offer;
};

/* An expectation that does not hold. */
struct ans_miss {
    const struct ans_persona *persona;
    const char *field; /* of the expectation; NULL: it ought to have joined */
    struct ans_str file;
    int line;
    const struct ans_trial *trial;
    ANS_TRIAL_LIST(ans_difference) differences;
};

/* A rule, or another place where the county tells organisations apart. */
enum ans_tried_what {
    ANS_TRIED_QUESTION,   /* shown_when of a question */
    ANS_TRIED_ITEM,       /* offered_when of an item */
    ANS_TRIED_REFUSAL,    /* may_join */
    ANS_TRIED_INVITATION, /* by_invitation: who comes without one */
    ANS_TRIED_CLOSED,     /* a time when it is closed; id: its first day */
    ANS_TRIED_KIND_TEXT,  /* a text by_kind: `kind` is whose, "" the others' */
};
struct ans_tried {
    enum ans_tried_what what;
    struct ans_str id, kind;
    struct ans_str file;
    int line;
    const struct ans_rule *rule;
    const struct ans_node *node;
    bool held, not_held; /* for a text: it was read; always true */
};

struct ans_test_run {
    size_t passed, failed;
    ANS_TRIAL_LIST(ans_miss) misses;
    ANS_TRIAL_LIST(ans_tried) tried;
};

/* Run all tests. The language of `o` is not looked at, and its day only says
 * which strategy is in force: each test has its own (ans_tests_day). False: a
 * letter cannot be written, or a function of the scripts failed in a way that
 * is no test's. */
ANS_MUST_CHECK
bool ans_tests_run(const struct ans_tests *tests,
                   const struct ans_trial_options *o, struct ans_arena *arena,
                   struct ans_test_run *out, struct ans_err *err);

/* Was it tried both ways? */
static inline bool ans_is_tried(const struct ans_tried *t)
{
    return t->held && t->not_held;
}

/* What does not hold as faults: test-failed, at the expectation's line. */
void ans_tests_faults(const struct ans_test_run *run,
                      struct ans_faults *faults);
