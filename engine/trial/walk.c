/* The walk through the form, step by step as pages are sent. */
#include "join/join.h"
#include "join/letter.h"
#include "trial/walking.h"

void ans_walk_judge(struct ans_walk *w, const struct ans_step *step,
                    struct ans_judgement *out)
{
    ans_answer_judge(w->o->county, &w->raw, step, w->o->today, &w->o->runner,
                     w->arena, out);
    if (out->rule_err.kind && !w->out->rule_err.kind)
        w->out->rule_err = out->rule_err;
}

static void list_questions(struct ans_walk *w)
{
    const struct ans_nodes *steps = &w->o->county->join->steps;
    for (size_t s = 0; s < steps->count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, *steps, s);
        for (size_t i = 0; i < step->questions.count; i++) {
            w->out->questions.items = ans_arena_grow(
                w->arena, w->out->questions.items, w->out->questions.count,
                sizeof *w->out->questions.items);
            w->out->questions.items[w->out->questions.count++] =
                (struct ans_trial_question){
                    .question = ANS_AT(ans_question, step->questions, i),
                    .step = step};
        }
    }
}

/* Ask what the rules show now and nobody has been asked yet. */
static bool ask_new(struct ans_walk *w, const struct ans_step *step,
                    const struct ans_judgement *judged, struct ans_fields *sent)
{
    bool any = false;
    for (size_t i = 0; i < w->out->questions.count; i++) {
        struct ans_trial_question *q = &w->out->questions.items[i];
        if (q->step != step || q->seen ||
            !ans_answer_shown(q->question, w->o->county, judged->answers,
                              &w->o->runner, &w->out->rule_err))
            continue;
        struct ans_value answer = ans_map_get(w->said, q->question->node.id);
        q->seen = any = true;
        if (answer.type == ANS_NIL)
            continue; /* what stands there from the start is left */
        ans_fields_add(w->arena, sent, ANS_STR("_asked"), q->question->node.id);
        ans_answer_fields(w->arena, q->question, answer, sent);
    }
    return any;
}

/* One page, sent again as long as answers bring up further questions. Nothing
 * of a step that asks nothing is seen. */
static void fill_step(struct ans_walk *w, const struct ans_step *step)
{
    struct ans_judgement judged;
    struct ans_fields sent = {0};
    ans_walk_judge(w, NULL, &judged);
    while (ask_new(w, step, &judged, &sent)) {
        if (sent.count)
            w->raw =
                ans_answer_merge(w->arena, w->o->county, step, &w->raw, &sent);
        ans_walk_judge(w, NULL, &judged);
        sent = (struct ans_fields){0};
    }
    for (size_t i = 0; i < w->out->questions.count; i++) {
        struct ans_trial_question *q = &w->out->questions.items[i];
        q->asked |= q->step == step && q->seen &&
                    ans_answer_shown(q->question, w->o->county, judged.answers,
                                     &w->o->runner, &w->out->rule_err);
    }
}

static bool stop(struct ans_walk *w, const struct ans_step *step,
                 const struct ans_judgement *judged)
{
    if (!judged->count && !judged->refused)
        return false;
    w->out->stopped = step;
    w->out->end = judged->count ? ANS_TRIAL_STUCK : ANS_TRIAL_REFUSED;
    w->out->problems.items = judged->problems;
    w->out->problems.count = judged->count;
    return true;
}

/* True when it came to the end of the form. */
static bool walk_steps(struct ans_walk *w)
{
    const struct ans_nodes *steps = &w->o->county->join->steps;
    struct ans_judgement judged;
    for (size_t s = 0; s < steps->count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, *steps, s);
        for (size_t i = 0; i < w->out->questions.count; i++)
            if (w->out->questions.items[i].step == step)
                w->out->questions.items[i].reached = true;
        fill_step(w, step);
        ans_walk_judge(w, step, &judged);
        if (stop(w, step, &judged))
            return false;
    }
    /* Later answers may have spoilt an earlier step: the page that checks
     * sends back there. */
    for (size_t s = 0; s < steps->count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, *steps, s);
        ans_walk_judge(w, step, &judged);
        if (stop(w, step, &judged))
            return false;
    }
    return true;
}

static void tell_questions(struct ans_walk *w,
                           const struct ans_judgement *judged)
{
    const struct ans_trial_options *o = w->o;
    for (size_t i = 0; i < w->out->questions.count; i++) {
        struct ans_trial_question *q = &w->out->questions.items[i];
        struct ans_str id = q->question->node.id;
        q->label = ans_text_for(&q->question->label, o->lang, w->out->kind).str;
        q->dropped =
            q->reached && !q->asked && ans_map_get(w->said, id).type != ANS_NIL;
        if (!q->asked)
            continue;
        q->answer = ans_map_get(judged->answers, id);
        q->words = ans_answer_text(w->arena, o->county, o->texts, q->question,
                                   q->answer, o->lang, o->today);
    }
}

static struct ans_str kind_of(const struct ans_county *c,
                              const struct ans_map *answers)
{
    const struct ans_question *q = ans_join_question_of(c->join, ANS_Q_KIND);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

static bool walk(struct ans_walk *w, struct ans_err *err)
{
    const struct ans_trial_options *o = w->o;
    struct ans_trial *out = w->out;
    struct ans_judgement judged;
    bool through = ans_persona_comes(w->persona, "paper") ? ans_walk_paper(w)
                                                          : walk_steps(w);
    ans_walk_judge(w, NULL, &judged);
    out->answers = judged.answers;
    out->kind = kind_of(o->county, judged.answers);
    tell_questions(w, &judged);
    if (out->end == ANS_TRIAL_REFUSED)
        return ans_letter_plain(
            w->arena, o->county, &o->county->join->refusal,
            (struct ans_reader){.lang = o->lang, .kind = out->kind}, NULL,
            &out->refusal, err);
    return !through || ans_walk_joins(w, err);
}

bool ans_trial_walk(const struct ans_trial_options *o,
                    const struct ans_persona *persona, struct ans_arena *arena,
                    struct ans_trial *out, struct ans_err *err)
{
    struct ans_walk w = {.o = o,
                         .persona = persona,
                         .said = persona->answers,
                         .arena = arena,
                         .out = out};
    *out = (struct ans_trial){
        .persona = persona,
        .today = o->today,
        .end = ANS_TRIAL_JOINS,
        .strategy = ans_county_strategy_joined(o->county, o->today)};
    list_questions(&w);
    out->answers = ans_map_new(arena);
    bool written;
    return ans_walk_ends_before(&w, &written, err) ? written : walk(&w, err);
}

const struct ans_trial_question *ans_trial_question(const struct ans_trial *t,
                                                    struct ans_str id)
{
    for (size_t i = 0; i < t->questions.count; i++)
        if (ans_str_eq(t->questions.items[i].question->node.id, id))
            return &t->questions.items[i];
    return NULL;
}

const struct ans_trial_item *ans_trial_item(const struct ans_trial *t,
                                            struct ans_str id)
{
    for (size_t i = 0; i < t->items.count; i++)
        if (ans_str_eq(t->items.items[i].item->node.id, id))
            return &t->items.items[i];
    return NULL;
}
