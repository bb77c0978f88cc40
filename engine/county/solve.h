/* solve: can a rule ever hold, or ever fail?
 *
 * Looks for a form, filled in so that it can be sent, in which the rule does:
 * the kind may join; a question that its rule hides has no answer; one that is
 * shown and must be answered has one. Answers are those that rules tell apart,
 * so that a search is short. What a function of the script says is not known:
 * it may say yes and no. Sound: ANS_SOLVED_NEVER means that there is no such
 * form. Private to county and its tests.
 */
#pragma once

#include "county/county.h"

enum ans_solved {
    ANS_SOLVED_NEVER,     /* no form does it */
    ANS_SOLVED_SOMETIMES, /* one was found */
    ANS_SOLVED_GIVEN_UP,  /* the search was too long, or the form too large */
};

/* What one search may take, and all searches of a county together: looks at
 * parts of rules. */
#define ANS_SOLVE_STEPS     20000
#define ANS_SOLVE_ALL_STEPS 1000000

enum ans_supposed {
    ANS_SUPPOSE_NOTHING = 0,
    ANS_SUPPOSE_EITHER,   /* it may be shown and hidden, whatever its rule */
    ANS_SUPPOSE_SHOWN,    /* it is shown, whatever its rule */
    ANS_SUPPOSE_OPTIONAL, /* it need not be answered */
};

struct ans_solver_id {
    struct ans_str id;
    size_t place;
};

struct ans_solver {
    const struct ans_county *county;  /* with a form */
    const struct ans_question **form; /* the top-level questions, in order */
    size_t count;
    struct ans_solver_id *by_id; /* sorted */
    /* By place: what to suppose instead of what the county says. */
    enum ans_supposed *supposed;
    int64_t steps; /* left, of ANS_SOLVE_ALL_STEPS */
};

/* A solver in `arena`, which every search may use up a little of. */
struct ans_solver *ans_solver_new(struct ans_arena *arena,
                                  const struct ans_county *county);

/* The place of a question in the solver's form; its count when it is not
 * there. */
size_t ans_solver_place(const struct ans_solver *s, struct ans_str question);

/* Can the rule hold (`holds`), or not hold, when the form is sent? */
enum ans_solved ans_solve(struct ans_solver *s, const struct ans_rule *rule,
                          bool holds);
