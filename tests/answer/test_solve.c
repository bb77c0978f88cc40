/* The solver against every form that there is: small forms with rules made at
 * random, each filled in in every way and judged as the portal judges it. */
#include "county/solve.h"

#include <stdio.h>

#include "form.h"

enum { FORMS = 400, RULES = 6, MOST_QUESTIONS = 5 };

/* What each question may be sent as; NULL ends the list. */
static const char *const kinds[] = {"kind=region", "kind=state", "kind=company",
                                    "kind=other", NULL};
static const char *const choices[] = {"", "c=a", "c=b", "c=d", NULL};
static const char *const lists[] = {"",        "l=a",         "l=b",
                                    "l=d",     "l=a&l=b",     "l=a&l=d",
                                    "l=b&l=d", "l=a&l=b&l=d", NULL};
static const char *const answers[] = {"", "y=yes", "y=no", NULL};
static const char *const texts[] = {"", "t=a", "t=b", "t=zzz", NULL};

struct asked {
    const char *id;
    enum ans_question_type type;
    const char *const *sent;
    const char *values[4]; /* that rules may name */
};

static const struct asked questions[MOST_QUESTIONS] = {
    {"kind", ANS_Q_KIND, kinds, {"region", "state", "company", "other"}},
    {"c", ANS_Q_CHOICE, choices, {"a", "b", "d", "a"}},
    {"l", ANS_Q_CHOICES, lists, {"a", "b", "d", "b"}},
    {"y", ANS_Q_YES_NO, answers, {"yes", "no", "yes", "no"}},
    {"t", ANS_Q_TEXT, texts, {"a", "b", "a", "b"}},
};

/* The same forms in every run (xorshift). */
static uint32_t next(uint32_t *seed, uint32_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

/* A rule about the first `known` questions. */
static struct ans_rule any_rule(struct form *f, uint32_t *seed, size_t known,
                                int depth)
{
    struct ans_rule rule = {0};
    if (depth < 3 && next(seed, 5) < 3) {
        rule.op = (enum ans_rule_op)(ANS_RULE_ANY + next(seed, 3));
        rule.count = 1 + next(seed, 3);
        rule.rules = ANS_NEW_ARRAY(f->arena, struct ans_rule, rule.count);
        for (size_t i = 0; i < rule.count; i++)
            rule.rules[i] = any_rule(f, seed, known, depth + 1);
        return rule;
    }
    const struct asked *q = &questions[next(seed, (uint32_t)known)];
    rule.op = ANS_RULE_ANSWERED;
    rule.question = ans_str_from(q->id);
    rule.values.count = next(seed, 3);
    rule.values.items = ANS_NEW_ARRAY(f->arena, struct ans_str, 3);
    for (size_t i = 0; i < rule.values.count; i++)
        rule.values.items[i] = ans_str_from(q->values[next(seed, 4)]);
    return rule;
}

static struct form *any_form(uint32_t *seed)
{
    static struct ans_str admitted[] = {{"region", 6}, {"company", 7}};
    struct form *f = form_new();
    f->join.may_join = (struct ans_strs){admitted, 1 + next(seed, 2)};
    for (size_t i = 0; i < MOST_QUESTIONS; i++) {
        struct ans_question *q = ask(f, questions[i].type, questions[i].id);
        q->required = !i || next(seed, 3) == 0;
        if (q->type == ANS_Q_CHOICE || q->type == ANS_Q_CHOICES)
            for (size_t k = 0; k < 3; k++)
                offer(f, q, k == 2 ? "d" : questions[i].values[k], "Val");
        if (q->type == ANS_Q_CHOICES) {
            q->most = next(seed, 3);
            q->least = q->most ? next(seed, (uint32_t)q->most + 1) : 0;
        }
        if (i && next(seed, 3))
            q->shown_when = any_rule(f, seed, i, 0);
    }
    return f;
}

/* Which of the rules hold, and fail, in some form that can be sent. */
struct found {
    bool holds[RULES], fails[RULES];
};

static void try_form(struct form *f, const struct ans_fields *raw,
                     const struct ans_rule *rules, struct found *found)
{
    judge_fields(f, raw, NULL);
    if (f->judged.count || f->judged.refused)
        return;
    for (size_t i = 0; i < RULES; i++) {
        bool holds = ans_rule_holds(&rules[i], &f->county, f->judged.answers,
                                    NULL, NULL);
        found->holds[i] |= holds;
        found->fails[i] |= !holds;
    }
}

static void try_every_form(struct form *f, size_t at, const char *sent,
                           const struct ans_rule *rules, struct found *found)
{
    if (at == MOST_QUESTIONS) {
        struct ans_fields raw = fields_of(f, sent);
        try_form(f, &raw, rules, found);
        return;
    }
    for (size_t i = 0; questions[at].sent[i]; i++) {
        char more[128];
        int len =
            snprintf(more, sizeof(more), "%s&%s", sent, questions[at].sent[i]);
        assert_in_range(len, 1, sizeof(more) - 1);
        try_every_form(f, at + 1, more, rules, found);
    }
}

static void assert_solved(struct form *f, const struct ans_rule *rule,
                          bool holds, bool wanted, uint32_t seed)
{
    struct ans_solver *s = ans_solver_new(f->arena, &f->county);
    enum ans_solved solved = ans_solve(s, rule, holds);
    if (solved != (wanted ? ANS_SOLVED_SOMETIMES : ANS_SOLVED_NEVER))
        fail_msg("seed %u: %s is found to be %s", seed,
                 holds ? "true" : "false", wanted ? "possible" : "impossible");
}

static void the_solver_finds_what_every_form_shows(void **state)
{
    size_t never = 0;
    (void)state;
    for (uint32_t i = 0; i < FORMS; i++) {
        uint32_t seed = 0x9E3779B9u * (i + 1), first = seed;
        struct form *f = any_form(&seed);
        struct ans_rule rules[RULES];
        struct found found = {0};
        for (size_t k = 0; k < RULES; k++)
            rules[k] = any_rule(f, &seed, MOST_QUESTIONS, 0);
        try_every_form(f, 0, "", rules, &found);
        for (size_t k = 0; k < RULES; k++) {
            assert_solved(f, &rules[k], true, found.holds[k], first);
            assert_solved(f, &rules[k], false, found.fails[k], first);
            never += !(found.holds[k] && found.fails[k]);
        }
        form_free(f);
    }
    assert_true(never > FORMS / 4); /* else nothing was tried */
}

static struct ans_rule *rules_of(struct form *f, size_t count)
{
    return ANS_NEW_ARRAY(f->arena, struct ans_rule, count);
}

static void a_function_may_say_either(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_KIND, "kind")->required = true;
    struct ans_solver *s = ans_solver_new(f->arena, &f->county);
    struct ans_rule function = {.op = ANS_RULE_FUNCTION};
    assert_int_equal(ans_solve(s, &function, true), ANS_SOLVED_SOMETIMES);
    assert_int_equal(ans_solve(s, &function, false), ANS_SOLVED_SOMETIMES);
    struct ans_rule *parts = rules_of(f, 2);
    parts[0] = function;
    parts[1].op = ANS_RULE_ANSWERED;
    parts[1].question = ANS_STR("kind");
    struct ans_rule rule = {.op = ANS_RULE_ANY, .rules = parts, .count = 2};
    assert_int_equal(ans_solve(s, &rule, false), ANS_SOLVED_NEVER);
    form_free(f);
}

/* "One of fifty-nine is yes, and the last is yes and is not": every way to
 * answer the first ones is tried in vain. */
static void a_search_that_is_too_long_is_given_up(void **state)
{
    enum { COUNT = 60 };
    static struct ans_str yes[] = {{"yes", 3}};
    (void)state;
    struct form *f = form_new();
    struct ans_rule *each = rules_of(f, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        each[i].op = ANS_RULE_ANSWERED;
        each[i].question = ans_arena_printf(f->arena, "q%zu", i);
        each[i].values = (struct ans_strs){yes, 1};
        ask(f, ANS_Q_YES_NO, each[i].question.ptr)->required = true;
    }
    struct ans_rule *parts = rules_of(f, 3);
    parts[0].op = ANS_RULE_ANY;
    parts[0].rules = each;
    parts[0].count = COUNT - 1;
    parts[1] = each[COUNT - 1];
    parts[2].op = ANS_RULE_NONE;
    parts[2].rules = &each[COUNT - 1];
    parts[2].count = 1;
    struct ans_rule hard = {.op = ANS_RULE_ALL, .rules = parts, .count = 3};
    struct ans_solver *s = ans_solver_new(f->arena, &f->county);
    assert_int_equal(ans_solve(s, &hard, true), ANS_SOLVED_GIVEN_UP);
    assert_in_range(ANS_SOLVE_ALL_STEPS - s->steps, 1, 2 * ANS_SOLVE_STEPS);
    s->steps = 0;
    assert_int_equal(ans_solve(s, &each[0], true), ANS_SOLVED_GIVEN_UP);
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_solver_finds_what_every_form_shows),
        cmocka_unit_test(a_function_may_say_either),
        cmocka_unit_test(a_search_that_is_too_long_is_given_up),
    };
    return cmocka_run_group_tests_name("answer solve", tests, NULL, NULL);
}
