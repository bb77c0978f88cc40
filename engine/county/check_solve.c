/* Rules that no form can make true, and those that every form does. */
#include "county/building.h"
#include "county/explain.h"
#include "county/solve.h"

/* What a rule decides about. */
enum subject { QUESTION, REQUIRED_QUESTION, OTHER };

/* Why it never holds. */
enum reason {
    AT_ODDS,  /* with itself, or with what the form offers */
    HIDDEN,   /* the question it looks at is hidden then */
    ANSWERED, /* the question that should have no answer must have one */
};

struct solving {
    struct ans_build *b;
    struct ans_solver *solver;
    struct ans_strs questions; /* that the rule at hand names */
};

static enum subject subject_of(const struct ans_built_rule *built)
{
    if (strncmp(built->spot.word->name, "question.", 9) != 0)
        return OTHER;
    const struct ans_question *q = built->owner;
    return q->required ? REQUIRED_QUESTION : QUESTION;
}

/* The first question of which something else must be supposed for the rule to
 * hold; its place, or the solver's count. */
static size_t find_culprit(struct solving *s, const struct ans_rule *rule,
                           enum ans_supposed supposed)
{
    for (size_t i = 0; i < s->questions.count; i++) {
        size_t place = ans_solver_place(s->solver, s->questions.items[i]);
        if (place == s->solver->count)
            continue;
        enum ans_supposed before = s->solver->supposed[place];
        s->solver->supposed[place] = supposed;
        enum ans_solved solved = ans_solve(s->solver, rule, true);
        s->solver->supposed[place] = before;
        if (solved == ANS_SOLVED_SOMETIMES)
            return place;
    }
    return s->solver->count;
}

/* Would it hold as `any_of`? */
static struct ans_str suggest(struct solving *s, const struct ans_rule *rule)
{
    struct ans_rule any = *rule;
    any.op = ANS_RULE_ANY;
    return rule->op == ANS_RULE_ALL &&
                   ans_solve(s->solver, &any, true) == ANS_SOLVED_SOMETIMES
               ? ANS_STR("any_of")
               : ANS_NONE;
}

static struct ans_str list_questions(struct solving *s)
{
    const char **names =
        ANS_NEW_ARRAY(s->b->arena, const char *, s->questions.count + 1);
    for (size_t i = 0; i < s->questions.count; i++)
        names[i] = ans_arena_str(s->b->arena, s->questions.items[i]).ptr;
    return ans_build_join(s->b, names);
}

static void report_never(struct solving *s, const struct ans_built_rule *built)
{
    static const enum ans_fault_code codes[][3] = {
        [QUESTION] = {ANS_FAULT_NEVER_SHOWN, ANS_FAULT_NEVER_SHOWN_HIDDEN,
                      ANS_FAULT_NEVER_SHOWN_ANSWERED},
        [REQUIRED_QUESTION] = {ANS_FAULT_REQUIRED_NEVER_SHOWN,
                               ANS_FAULT_REQUIRED_NEVER_SHOWN_HIDDEN,
                               ANS_FAULT_REQUIRED_NEVER_SHOWN_ANSWERED},
        [OTHER] = {ANS_FAULT_NEVER_GIVEN, ANS_FAULT_NEVER_GIVEN_HIDDEN,
                   ANS_FAULT_NEVER_GIVEN_ANSWERED},
    };
    const struct ans_node *owner = built->owner;
    struct ans_spot spot = {.file = built->rule->file,
                            .line = built->rule->line};
    enum reason reason = HIDDEN;
    size_t culprit = find_culprit(s, built->rule, ANS_SUPPOSE_SHOWN);
    if (culprit == s->solver->count) {
        reason = ANSWERED;
        culprit = find_culprit(s, built->rule, ANS_SUPPOSE_OPTIONAL);
    }
    if (culprit == s->solver->count) {
        ans_build_fault(s->b, spot, codes[subject_of(built)][AT_ODDS],
                        owner->id, list_questions(s), suggest(s, built->rule));
        return;
    }
    const struct ans_question *q = s->solver->form[culprit];
    ans_build_fault(s->b, spot, codes[subject_of(built)][reason], owner->id,
                    q->node.id, ans_build_where(s->b, &q->node));
}

/* Parts of a rule that can hold, one of which alone would do. */
static void check_parts(struct solving *s, const struct ans_rule *rule)
{
    bool alone = rule->op == ANS_RULE_ANY || rule->op == ANS_RULE_NONE;
    for (size_t i = 0; i < rule->count; i++) {
        const struct ans_rule *part = &rule->rules[i];
        struct ans_spot spot = {.file = part->file, .line = part->line};
        if (!alone || ans_solve(s->solver, part, true) != ANS_SOLVED_NEVER) {
            check_parts(s, part);
            continue;
        }
        s->questions = ans_rule_questions(s->b->arena, part);
        bool at_odds =
            find_culprit(s, part, ANS_SUPPOSE_SHOWN) == s->solver->count;
        ANS_BUILD_FAULT(s->b, spot, PART_NEVER, list_questions(s),
                        at_odds ? suggest(s, part) : ANS_NONE, ANS_NONE);
    }
}

/* False: it never holds. */
static bool check_rule(struct solving *s, const struct ans_built_rule *built)
{
    const struct ans_rule *rule = built->rule;
    const struct ans_node *owner = built->owner;
    struct ans_spot spot = {.file = rule->file, .line = rule->line};
    if (rule->op == ANS_RULE_ALWAYS)
        return true;
    s->questions = ans_rule_questions(s->b->arena, rule);
    if (ans_solve(s->solver, rule, true) == ANS_SOLVED_NEVER) {
        report_never(s, built);
        return false;
    }
    check_parts(s, rule);
    if (ans_solve(s->solver, rule, false) == ANS_SOLVED_NEVER)
        ANS_BUILD_FAULT(s->b, spot, ALWAYS_TRUE, owner->id, ANS_NONE, ANS_NONE);
    return true;
}

/* Rules were built in the order of the form, and those of its questions come
 * first here: what waits for a question that was told of already is no fault
 * of its own. */
void ans_check_solvable(struct ans_build *b)
{
    struct solving s = {.b = b, .solver = ans_solver_new(b->arena, b->county)};
    for (size_t i = 0; i < b->rules.count; i++) {
        const struct ans_built_rule *built = &b->rules.items[i];
        const struct ans_node *owner = built->owner;
        size_t place = ans_solver_place(s.solver, owner->id);
        if (subject_of(built) != OTHER && place < s.solver->count &&
            &s.solver->form[place]->node == owner && !check_rule(&s, built))
            s.solver->supposed[place] = ANS_SUPPOSE_EITHER;
    }
    for (size_t i = 0; i < b->rules.count; i++)
        if (subject_of(&b->rules.items[i]) == OTHER)
            (void)check_rule(&s, &b->rules.items[i]);
}
