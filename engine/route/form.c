#include "route/form.h"

#include "base/log.h"
#include "route/closed.h"
#include "route/parent.h"

static void log_rule_failure(struct ans_turn *t, const struct ans_err *failure)
{
    if (failure->kind)
        ans_log(ANS_LOG_WARN, "route", "%.*s: %s", ANS_STR_ARG(t->site->slug),
                failure->text);
}

static bool step_asks(struct ans_turn *t, const struct ans_form *f,
                      const struct ans_step *step)
{
    struct ans_err failure = {0};
    for (size_t i = 0; i < step->questions.count; i++)
        if (ans_answer_shown(ANS_AT(ans_question, step->questions, i),
                             t->county, f->judged.answers, &f->runner,
                             &failure))
            return true;
    return false;
}

void ans_form_judge(struct ans_turn *t, struct ans_form *f)
{
    const struct ans_nodes *steps = &t->county->join->steps;
    ans_answer_judge(t->county, &f->draft.raw, NULL, t->today, &f->runner,
                     t->arena, &f->judged);
    log_rule_failure(t, &f->judged.rule_err);
    ans_parent_settle(t, &f->draft.raw, NULL, &f->judged);
    t->kind = ans_form_kind(t, f);
    f->steps = ANS_NEW_ARRAY(t->arena, const struct ans_step *, steps->count);
    f->count = 0;
    for (size_t i = 0; i < steps->count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, *steps, i);
        if (step_asks(t, f, step))
            f->steps[f->count++] = step;
    }
}

void ans_form_judge_step(struct ans_turn *t, const struct ans_form *f,
                         const struct ans_step *step, struct ans_judgement *out)
{
    ans_answer_judge(t->county, &f->draft.raw, step, t->today, &f->runner,
                     t->arena, out);
    ans_parent_settle(t, &f->draft.raw, step, out);
}

static bool find_draft(struct ans_turn *t, struct ans_form *f, bool *answered,
                       struct ans_err *err)
{
    if (!ans_draft_find(t->site->store, t->capture[0], t->arena, &f->draft,
                        err)) {
        if (err->kind == ANS_ERR_NOT_FOUND)
            t->r->status = 410;
        return false;
    }
    f->draft.token = t->capture[0];
    if (!f->draft.member)
        return true;
    *answered = true;
    return ans_answer_redirect(t, ANS_STR("/anslut/klart")) && false;
}

/* A form that begins at a member's page: it is to be a part of it. */
static void begin(struct ans_turn *t, struct ans_form *f)
{
    const struct ans_question *q =
        ans_join_question_of(t->county->join, ANS_Q_MEMBER);
    struct ans_str within = ans_form_within(t);
    f->draft.raw =
        ans_answer_defaults(t->arena, t->county, NULL, &f->draft.raw);
    if (q && within.len)
        ans_fields_add(t->arena, &f->draft.raw, q->node.id, within);
}

struct ans_str ans_form_within(struct ans_turn *t)
{
    return ans_fields_get(&t->q->target.query, "inom");
}

bool ans_form_open(struct ans_turn *t, struct ans_form *f, bool *answered,
                   struct ans_err *err)
{
    *answered = false;
    *f = (struct ans_form){.runner = ans_site_runner(t->site)};
    if (!t->county->join)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "nobody joins here");
    /* The page there says why; what was typed is kept meanwhile. */
    if (ans_is_closed(t) || !ans_county_open(t->county, t->today)) {
        *answered = true;
        return ans_answer_redirect(t, ANS_STR("/anslut")) && false;
    }
    f->fresh = ans_str_is(t->capture[0], "ny");
    if (!f->fresh && !find_draft(t, f, answered, err))
        return false;
    if (t->county->join->by_invitation && !f->draft.invitation &&
        !f->draft.renews) {
        *answered = true;
        return ans_answer_redirect(t, ANS_STR("/anslut")) && false;
    }
    ans_form_settle(t, f);
    if (f->fresh && !f->draft.raw.count)
        begin(t, f);
    ans_form_judge(t, f);
    return true;
}

bool ans_form_save(struct ans_turn *t, struct ans_form *f, struct ans_err *err)
{
    f->draft.script_version = t->county->version;
    f->draft.lang = t->lang;
    f->draft.updated_at = t->now;
    if (!f->fresh)
        return ans_draft_save(t->site->store, &f->draft, err);
    f->fresh = false;
    return ans_draft_new(t->site->store, t->arena, &f->draft, err);
}

struct ans_str ans_form_path(struct ans_turn *t, const struct ans_form *f,
                             struct ans_str page)
{
    struct ans_str token = f->fresh ? ANS_STR("ny") : f->draft.token;
    return ans_arena_printf(t->arena, "/anslut/%.*s/%.*s", ANS_STR_ARG(token),
                            ANS_STR_ARG(page));
}

struct ans_str ans_form_kind(struct ans_turn *t, const struct ans_form *f)
{
    const struct ans_question *q =
        ans_join_question_of(t->county->join, ANS_Q_KIND);
    struct ans_value v =
        q ? ans_map_get(f->judged.answers, q->node.id) : ANS_VALUE_NIL;
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

const struct ans_step *ans_form_first_wrong(const struct ans_form *f)
{
    return f->judged.refused && f->count ? f->steps[0] : f->judged.wrong;
}

bool ans_form_outdated(struct ans_turn *t, const struct ans_form *f)
{
    if (t->q->method == ANS_POST)
        return !ans_str_eq(ans_fields_get(&t->q->form, "_version"),
                           t->county->version);
    return !f->fresh &&
           !ans_str_eq(f->draft.script_version, t->county->version);
}

bool ans_form_pressed(struct ans_turn *t, const char *button)
{
    return ans_fields_get(&t->q->form, button).ptr != NULL;
}
