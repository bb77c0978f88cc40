#include "answer/judging.h"

/* Rules that lean on each other in a circle do not settle; each round decides
 * at least one question when they do not. */
#define MOST_ROUNDS 8

/* One top-level question and what has become of it. */
struct slot {
    const struct ans_question *q;
    const struct ans_step *step;
    bool shown;
    struct ans_value answer;
    struct ans_problem *problems;
    size_t count;
};

struct form {
    struct slot *slots; /* in the order of the form */
    size_t count;
};

bool ans_answer_shown(const struct ans_question *q, const struct ans_county *c,
                      const struct ans_map *answers,
                      const struct ans_rule_runner *runner, struct ans_err *err)
{
    return ans_rule_holds(&q->shown_when, c, answers, runner, err);
}

static struct form collect(struct ans_arena *arena, const struct ans_join *join)
{
    struct form form = {0};
    for (size_t i = 0; join && i < join->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, i);
        for (size_t k = 0; k < step->questions.count; k++) {
            form.slots = ans_arena_grow(arena, form.slots, form.count,
                                        sizeof(*form.slots));
            form.slots[form.count++] = (struct slot){
                .q = ANS_AT(ans_question, step->questions, k), .step = step};
        }
    }
    return form;
}

static size_t place_of(const struct form *form, struct ans_str question)
{
    size_t at = 0;
    while (at < form->count &&
           !ans_str_eq(form->slots[at].q->node.id, question))
        at++;
    return at;
}

/* May a rule need the answer of a question from `place` on? A function may
 * look at any. */
static bool looks_ahead(const struct form *form, const struct ans_rule *rule,
                        size_t place)
{
    if (rule->op == ANS_RULE_FUNCTION)
        return true;
    if (rule->op == ANS_RULE_ANSWERED)
        return place_of(form, rule->question) >= place;
    for (size_t i = 0; i < rule->count; i++)
        if (looks_ahead(form, &rule->rules[i], place))
            return true;
    return false;
}

static bool any_looks_ahead(const struct form *form)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct ans_question *q = form->slots[i].q;
        if (looks_ahead(form, &q->shown_when, i))
            return true;
        for (size_t k = 0; k < q->questions.count; k++)
            if (looks_ahead(form,
                            &ANS_AT(ans_question, q->questions, k)->shown_when,
                            i))
                return true;
    }
    return false;
}

/* Judge every question in turn, with the answers as they stand. Returns
 * whether one has come or gone. */
static bool run_round(struct ans_judging *j, struct form *form,
                      struct ans_map *answers)
{
    bool changed = false;
    for (size_t i = 0; i < form->count; i++) {
        struct slot *slot = &form->slots[i];
        bool was_there = slot->answer.type != ANS_NIL;
        j->problems = NULL;
        j->count = 0;
        slot->shown = ans_judge_shown(j, slot->q);
        slot->answer = slot->shown
                           ? ans_judge_question(j, slot->q, slot->q->node.id)
                           : ANS_VALUE_NIL;
        slot->problems = j->problems;
        slot->count = j->count;
        ans_map_set(answers, slot->q->node.id, slot->answer);
        changed |= was_there != (slot->answer.type != ANS_NIL);
    }
    return changed;
}

static void gather(struct ans_arena *arena, const struct form *form,
                   const struct ans_step *step, struct ans_judgement *out)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct slot *slot = &form->slots[i];
        ans_map_set(out->answers, slot->q->node.id, slot->answer);
        if (!slot->shown || (step && step != slot->step))
            continue;
        if (slot->count && !out->wrong)
            out->wrong = slot->step;
        for (size_t k = 0; k < slot->count; k++) {
            out->problems = ans_arena_grow(arena, out->problems, out->count,
                                           sizeof(*out->problems));
            out->problems[out->count++] = slot->problems[k];
        }
    }
}

static bool is_refused(const struct ans_county *c,
                       const struct ans_map *answers)
{
    const struct ans_question *q =
        c->join ? ans_join_question_of(c->join, ANS_Q_KIND) : NULL;
    struct ans_value kind =
        q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    return kind.type == ANS_TEXT && !ans_join_admits(c->join, kind.s);
}

static struct ans_value answer_of(const struct ans_question *q,
                                  const struct ans_map *answers)
{
    return q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
}

/* Two signatures are of two people, so not of one address. */
static void judge_second(struct ans_judging *j, const struct form *form,
                         const struct ans_step *step, struct ans_judgement *out)
{
    const struct ans_join *join = j->county->join;
    if (!join || !join->second)
        return;
    const struct ans_question *q = ans_join_question(join, join->second->asks);
    struct ans_value second = answer_of(q, out->answers);
    struct ans_value first =
        answer_of(ans_join_question_of(join, ANS_Q_EMAIL), out->answers);
    if (!q || second.type != ANS_TEXT || first.type != ANS_TEXT ||
        !ans_str_eq_nocase(first.s, second.s))
        return;
    size_t at = place_of(form, q->node.id);
    if (at == form->count || (step && form->slots[at].step != step))
        return;
    j->problems = out->problems;
    j->count = out->count;
    ans_judge_problem(j, q, q->node.id, "same-address");
    out->problems = j->problems;
    out->count = j->count;
}

void ans_answer_judge(const struct ans_county *c, const struct ans_fields *raw,
                      const struct ans_step *step, int64_t today,
                      const struct ans_rule_runner *runner,
                      struct ans_arena *arena, struct ans_judgement *out)
{
    *out = (struct ans_judgement){.answers = ans_map_new(arena)};
    struct ans_map *answers = ans_map_new(arena);
    struct ans_judging j = {
        .county = c,
        .raw = raw,
        .runner = runner,
        .arena = arena,
        .today = today,
        .answers = answers,
        .rule_err = &out->rule_err,
    };
    struct form form = collect(arena, c->join);
    int rounds = any_looks_ahead(&form) ? MOST_ROUNDS : 1;
    while (rounds-- > 0 && run_round(&j, &form, answers))
        continue;
    gather(arena, &form, step, out);
    judge_second(&j, &form, step, out);
    out->refused = is_refused(c, out->answers);
}
