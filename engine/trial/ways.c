/* The ways to a form, beside the portal's own: by invitation, as a renewal, on
 * paper; and what keeps one from it. */
#include "join/join.h"
#include "join/letter.h"
#include "join/renew.h"
#include "trial/walking.h"

static bool is_paper(const struct ans_walk *w)
{
    return ans_persona_comes(w->persona, "paper");
}

/* Where mail goes before there is a form. */
static struct ans_str own_address(const struct ans_walk *w)
{
    const struct ans_question *q =
        ans_join_question_of(w->o->county->join, ANS_Q_EMAIL);
    struct ans_value v = q ? ans_map_get(w->said, q->node.id) : ANS_VALUE_NIL;
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

static bool write(struct ans_walk *w, const struct ans_text *text,
                  const char *otherwise, struct ans_err *err)
{
    const struct ans_trial_options *o = w->o;
    if (!ans_letter_plain(w->arena, o->county, text,
                          (struct ans_reader){.lang = o->lang}, NULL,
                          &w->out->refusal, err))
        return false;
    if (!w->out->refusal.len)
        w->out->refusal = ans_texts_get(o->texts, o->lang, otherwise);
    return true;
}

/* No strategy takes members on that day, and the county wants it so. */
static bool is_between(struct ans_walk *w)
{
    const struct ans_trial_options *o = w->o;
    if (ans_county_open(o->county, o->today))
        return false;
    int64_t first = ans_strategy_first_day(w->out->strategy);
    if (first > o->today)
        w->out->opens_on = first;
    w->out->end = ANS_TRIAL_CLOSED;
    return true;
}

/* Nobody begins a form while joining is closed, nor goes on with one. */
static bool is_closed(struct ans_walk *w, bool *written, struct ans_err *err)
{
    static const struct ans_text nothing;
    const struct ans_trial_options *o = w->o;
    w->out->closed =
        ans_join_closed(o->county->join, o->today, &w->out->opens_on);
    if (!w->out->closed) {
        bool between = is_between(w);
        *written = !between || write(w, &nothing, "start.closed", err);
        return between;
    }
    w->out->end = ANS_TRIAL_CLOSED;
    *written = write(w, &w->out->closed->message, "closed.text", err);
    if (!w->out->closed->waiting_list)
        return true;
    ans_walk_mail(w, (struct ans_trial_mail){.name = "waiting",
                                             .when = ANS_TRIAL_WAITS,
                                             .recipient = own_address(w)});
    ans_walk_mail(w, (struct ans_trial_mail){.name = "open",
                                             .when = ANS_TRIAL_OPENS,
                                             .recipient = own_address(w)});
    return true;
}

static bool is_uninvited(struct ans_walk *w, bool *written, struct ans_err *err)
{
    const struct ans_join *join = w->o->county->join;
    if (!join->by_invitation || w->persona->renews ||
        !ans_persona_comes(w->persona, "uninvited"))
        return false;
    w->out->end = ANS_TRIAL_UNINVITED;
    *written = write(w, &join->uninvited, "uninvited.text", err);
    return true;
}

/* The mail that comes before, and what its button begins the form with. */
static void begin(struct ans_walk *w)
{
    const struct ans_county *c = w->o->county;
    const struct ans_renews *renews = w->persona->renews;
    struct ans_fields none = {0};
    if (renews) {
        w->raw = ans_renew_fields(w->arena, c, c, w->out->strategy, w->o->today,
                                  renews->answers);
        const struct ans_question *q =
            ans_join_question_of(c->join, ANS_Q_EMAIL);
        struct ans_value then =
            q ? ans_map_get(renews->answers, q->node.id) : ANS_VALUE_NIL;
        struct ans_str to = then.type == ANS_TEXT ? then.s : own_address(w);
        ans_walk_mail(w, (struct ans_trial_mail){.name = "renew",
                                                 .when = ANS_TRIAL_ASKED,
                                                 .recipient = to});
        return;
    }
    w->raw = ans_answer_defaults(w->arena, c, NULL, &none);
    if (ans_persona_comes(w->persona, "invited") || c->join->by_invitation)
        ans_walk_mail(w, (struct ans_trial_mail){.name = "invite",
                                                 .when = ANS_TRIAL_INVITED,
                                                 .recipient = own_address(w)});
}

bool ans_walk_ends_before(struct ans_walk *w, bool *written,
                          struct ans_err *err)
{
    const struct ans_renews *renews = w->persona->renews;
    *written = true;
    if (is_paper(w))
        return false;
    if (is_closed(w, written, err) || is_uninvited(w, written, err))
        return true;
    if (renews && ans_str_eq(renews->node.id, w->out->strategy->node.id)) {
        w->out->end = ANS_TRIAL_CURRENT;
        return true;
    }
    begin(w);
    return false;
}

/* The step that has the question of a problem. */
static const struct ans_step *step_of(const struct ans_walk *w,
                                      struct ans_str field)
{
    struct ans_str rest = field;
    const struct ans_trial_question *q =
        ans_trial_question(w->out, ans_str_cut(&rest, '.'));
    return q ? q->step : NULL;
}

bool ans_walk_paper(struct ans_walk *w)
{
    const struct ans_trial_options *o = w->o;
    struct ans_judgement judged;
    for (size_t i = 0; i < w->said->count; i++) {
        const struct ans_pair *pair = &w->said->pairs[i];
        const struct ans_question *q =
            ans_join_question(o->county->join, pair->key);
        if (q)
            ans_answer_fields(w->arena, q, pair->value, &w->raw);
    }
    ans_walk_judge(w, NULL, &judged);
    for (size_t i = 0; i < w->out->questions.count; i++) {
        struct ans_trial_question *q = &w->out->questions.items[i];
        q->reached = true;
        q->seen = q->asked =
            ans_answer_shown(q->question, o->county, judged.answers, &o->runner,
                             &w->out->rule_err);
    }
    w->out->problems.items = judged.problems;
    w->out->problems.count = judged.count;
    if (judged.count) {
        w->out->end = ANS_TRIAL_STUCK;
        w->out->stopped = step_of(w, judged.problems[0].field);
    } else if (judged.refused) {
        w->out->end = ANS_TRIAL_REFUSED;
    }
    return w->out->end == ANS_TRIAL_JOINS;
}
