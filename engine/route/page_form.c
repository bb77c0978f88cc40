/* The pages of the join form, one step each. */
#include "codec/url.h"
#include "route/closed.h"
#include "route/form.h"
#include "route/invited.h"
#include "route/library.h"
#include "route/members.h"
#include "route/question.h"
#include "route/standing.h"
#include "route/turn.h"

/* What one joins: said when it is not what is in force as it was decided. */
static void put_strategy(struct ans_turn *t, struct ans_map *data)
{
    const struct ans_strategy *s =
        ans_county_strategy_joined(t->county, t->today);
    struct ans_map *m = ans_map_put_map(data, "strategy");
    ans_map_put(m, "title", ans_said_value(t, &s->title));
    ans_map_put_str(m, "href", ans_strategy_href(t, s));
    ans_map_put_int(m, "strategies", (int64_t)t->county->strategies.count);
    ans_map_put(m, "life", ans_life_value(t, s));
    ans_map_put(data, "follow_up", ans_follow_up_value(t, s));
}

bool ans_page_join_start(struct ans_turn *t, struct ans_err *err)
{
    const struct ans_join *join = t->county->join;
    if (!join)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "nobody joins here");
    if (ans_is_closed(t))
        return ans_answer_closed(t, err);
    if (join->by_invitation)
        return ans_answer_uninvited(t, err);
    struct ans_map *data = ans_turn_data(t);
    struct ans_value intro;
    if (!ans_prose_value(t, &join->intro, NULL, &intro, err))
        return false;
    ans_map_put(data, "title", ans_said_value(t, &join->title));
    ans_map_put(data, "act", ans_said_value(t, &join->act));
    ans_map_put(data, "intro", intro);
    ans_map_put_bool(data, "binding", join->binding);
    ans_map_put_bool(data, "review", join->review);
    if (join->second)
        ans_map_put_int(data, "second", join->second->deadline);
    ans_map_put(data, "letter_title", ans_said_value(t, &join->letter_title));
    ans_map_put(data, "refusal", ans_said_value(t, &join->refusal));
    struct ans_list *expectations = ans_map_put_list(data, "expectations");
    for (size_t i = 0; i < join->expectations.count; i++) {
        const struct ans_expectation *e =
            ANS_AT(ans_expectation, join->expectations, i);
        struct ans_map *m = ans_list_add_map(expectations);
        ans_map_put_str(m, "id", e->node.id);
        ans_map_put(m, "text", ans_said_value(t, &e->text));
    }
    struct ans_list *kinds =
        join->may_join.count ? ans_map_put_list(data, "may_join") : NULL;
    for (size_t i = 0; i < join->may_join.count; i++) {
        struct ans_map *m = ans_list_add_map(kinds);
        ans_map_put_str(m, "kind", join->may_join.items[i]);
        ans_map_put(m, "label", ans_kind_value(t, join->may_join.items[i]));
    }
    struct ans_list *steps = ans_map_put_list(data, "steps");
    for (size_t i = 0; i < join->steps.count; i++)
        ans_map_put(
            ans_list_add_map(steps), "title",
            ans_said_value(t, &ANS_AT(ans_step, join->steps, i)->title));
    ans_put_package(t, data);
    put_strategy(t, data);
    ans_map_put_bool(data, "open", ans_county_open(t->county, t->today));
    ans_map_put_str(data, "begin_href", ans_href(t, "/anslut/ny"));
    return ans_answer_kept(t, "join_start", ans_said_str(t, &join->title), data,
                           err);
}

static size_t place_of(const struct ans_form *f, const struct ans_step *step)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->steps[i] == step)
            return i;
    return f->count;
}

static bool is_checking(struct ans_turn *t)
{
    return ans_fields_get(&t->q->target.query, "andra").ptr != NULL;
}

static void put_steps(struct ans_turn *t, struct ans_map *data,
                      const struct ans_form *f, size_t at)
{
    struct ans_list *list = ans_map_put_list(data, "steps");
    for (size_t i = 0; i < f->count; i++) {
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put(m, "title", ans_said_value(t, &f->steps[i]->title));
        ans_map_put_bool(m, "done", i < at);
        ans_map_put_bool(m, "current", i == at);
    }
    ans_map_put_int(data, "number", (int64_t)at + 1);
    ans_map_put_int(data, "count", (int64_t)f->count);
}

static void put_fields(struct ans_turn *t, struct ans_map *data,
                       const struct ans_form *f, const struct ans_step *step,
                       const struct ans_judgement *judged)
{
    struct ans_list *fields = ans_map_put_list(data, "fields");
    struct ans_str kind = ans_form_kind(t, f);
    struct ans_err failure = {0};
    for (size_t i = 0; i < step->questions.count; i++) {
        const struct ans_question *q = ANS_AT(ans_question, step->questions, i);
        if (ans_answer_shown(q, t->county, f->judged.answers, &f->runner,
                             &failure))
            ans_list_add(fields, ans_value_map(ans_question_field(
                                     t, q, &f->draft.raw, kind, judged)));
    }
    if (judged)
        ans_map_put(data, "problems",
                    ans_value_list(ans_problem_list(t, judged)));
}

/* Where a page is sent; a form without a draft keeps where it began. */
static struct ans_str action_href(struct ans_turn *t, const struct ans_form *f,
                                  struct ans_str path)
{
    struct ans_str within = f->fresh ? ans_form_within(t) : ANS_STR("");
    struct ans_buf query = {0};
    if (is_checking(t))
        ans_buf_add_z(&query, "?andra=1");
    if (within.len) {
        ans_buf_add_z(&query, query.len ? "&inom=" : "?inom=");
        ans_url_encode(&query, within);
    }
    struct ans_str href = ans_href(t, "%.*s%.*s", ANS_STR_ARG(path),
                                   (int)query.len, query.ptr ? query.ptr : "");
    ans_buf_free(&query);
    return href;
}

/* `judged` NULL: the page is shown, not sent back. */
static bool show_step(struct ans_turn *t, const struct ans_form *f,
                      const struct ans_step *step,
                      const struct ans_judgement *judged, int status,
                      const char *notice, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_map *m = ans_map_put_map(data, "step");
    struct ans_str path = ans_form_path(t, f, step->node.id);
    ans_map_put_str(m, "id", step->node.id);
    ans_map_put(m, "title", ans_said_value(t, &step->title));
    ans_map_put(m, "lead", ans_said_value(t, &step->lead));
    put_steps(t, data, f, place_of(f, step));
    put_fields(t, data, f, step, judged);
    ans_map_put(data, "act", ans_said_value(t, &t->county->join->act));
    ans_map_put_bool(data, "checking", is_checking(t));
    ans_map_put_str(data, "action", action_href(t, f, path));
    ans_map_put_str(data, "stamp", ans_form_stamp(t));
    ans_map_put_str(data, "version", t->county->version);
    ans_form_put_notice(t, f, data, notice);
    return ans_answer_page(t, "join_step", status,
                           ans_said_str(t, &step->title), data, err);
}

/* The address without a step leads to where there is something to do. */
static bool go_on(struct ans_turn *t, const struct ans_form *f)
{
    const struct ans_step *step = ans_form_first_wrong(f);
    struct ans_str path =
        ans_form_path(t, f, step ? step->node.id : ANS_STR("kontrollera"));
    struct ans_str href = action_href(t, f, path);
    return ans_answer_redirect(t, ans_str_sub(href, t->base.len, SIZE_MAX));
}

bool ans_page_step(struct ans_turn *t, struct ans_err *err)
{
    struct ans_form f;
    bool answered;
    if (!ans_form_open(t, &f, &answered, err))
        return answered;
    if (!t->capture[1].len)
        return go_on(t, &f);
    const struct ans_step *step = ans_join_step(t->county->join, t->capture[1]);
    if (!step && ans_form_outdated(t, &f))
        return go_on(t, &f); /* it was there when the form was begun */
    if (!step)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such step");
    if (!ans_fields_get(&t->q->target.query, "fel").ptr)
        return show_step(t, &f, step, NULL, 200, NULL, err);
    struct ans_judgement judged;
    ans_form_judge_step(t, &f, step, &judged);
    return show_step(t, &f, step, &judged, judged.count ? 422 : 200, NULL, err);
}

/* Rows of a group: one more, or one less with the later ones moved up. */

static struct ans_str row_prefix(struct ans_turn *t, struct ans_str group)
{
    return ans_arena_printf(t->arena, "%.*s.", ANS_STR_ARG(group));
}

static int64_t row_of(struct ans_str name, struct ans_str prefix,
                      struct ans_str *sub)
{
    int64_t row;
    if (!ans_str_starts(name, prefix))
        return 0;
    struct ans_str rest = ans_str_sub(name, prefix.len, SIZE_MAX);
    struct ans_str number = ans_str_cut(&rest, '.');
    *sub = rest;
    return ans_str_int(number, &row) ? row : 0;
}

static void add_row(struct ans_turn *t, struct ans_form *f,
                    const struct ans_question *group)
{
    struct ans_str prefix = row_prefix(t, group->node.id);
    struct ans_str sub = {NULL, 0};
    int64_t most = group->most ? group->most : ANS_MOST_ROWS;
    int64_t last = 1;
    for (size_t i = 0; i < f->draft.raw.count; i++) {
        int64_t row = row_of(f->draft.raw.items[i].name, prefix, &sub);
        if (row > last)
            last = row;
    }
    if (last >= most || !group->questions.count)
        return;
    const struct ans_question *first =
        ANS_AT(ans_question, group->questions, 0);
    ans_fields_add(t->arena, &f->draft.raw,
                   ans_arena_printf(t->arena, "%.*s%lld.%.*s",
                                    ANS_STR_ARG(prefix), (long long)last + 1,
                                    ANS_STR_ARG(first->node.id)),
                   ANS_STR(""));
}

static void remove_row(struct ans_turn *t, struct ans_form *f,
                       struct ans_str group_row)
{
    struct ans_str rest = group_row;
    struct ans_str prefix = row_prefix(t, ans_str_cut(&rest, '.'));
    int64_t gone;
    if (!ans_str_int(rest, &gone))
        return;
    struct ans_fields kept = {0};
    for (size_t i = 0; i < f->draft.raw.count; i++) {
        struct ans_field field = f->draft.raw.items[i];
        struct ans_str sub = {0};
        int64_t row = row_of(field.name, prefix, &sub);
        if (row == gone && row)
            continue;
        if (row > gone)
            field.name =
                ans_arena_printf(t->arena, "%.*s%lld.%.*s", ANS_STR_ARG(prefix),
                                 (long long)row - 1, ANS_STR_ARG(sub));
        ans_fields_add(t->arena, &kept, field.name, field.value);
    }
    f->draft.raw = kept;
}

/* True when a row's button was pressed, and done. */
static bool change_rows(struct ans_turn *t, struct ans_form *f)
{
    struct ans_str add = ans_fields_get(&t->q->form, "_add");
    struct ans_str remove = ans_fields_get(&t->q->form, "_remove");
    const struct ans_question *group =
        add.len ? ans_join_question(t->county->join, add) : NULL;
    if (group && group->type == ANS_Q_GROUP)
        add_row(t, f, group);
    else if (remove.len)
        remove_row(t, f, remove);
    else
        return false;
    return true;
}

static bool go_back(struct ans_turn *t, struct ans_form *f,
                    const struct ans_step *step, struct ans_err *err)
{
    if (!f->fresh && !ans_form_save(t, f, err))
        return false;
    size_t at = place_of(f, step);
    if (at == 0 || f->fresh)
        return ans_answer_redirect(t, ANS_STR("/anslut"));
    return ans_answer_redirect(t,
                               ans_form_path(t, f, f->steps[at - 1]->node.id));
}

static bool refuse(struct ans_turn *t, const struct ans_form *f,
                   const struct ans_step *step, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_value text;
    if (!ans_prose_value(t, &t->county->join->refusal, NULL, &text, err))
        return false;
    ans_map_put(data, "text", text);
    ans_put_library(t, data);
    ans_put_pages(t, data);
    ans_map_put_str(
        data, "back_href",
        ans_href(t, "%.*s", ANS_STR_ARG(ans_form_path(t, f, step->node.id))));
    return ans_answer_page(t, "join_refused", 200,
                           ans_say(t, "join.refused.title", NULL), data, err);
}

static bool was_asked(struct ans_turn *t, const struct ans_question *top)
{
    const struct ans_fields *sent = &t->q->form;
    bool any = false;
    for (size_t i = 0; i < sent->count; i++) {
        if (!ans_str_is(sent->items[i].name, "_asked"))
            continue;
        any = true;
        if (ans_str_eq(sent->items[i].value, top->node.id))
            return true;
    }
    return !any;
}

/* The name up to its first dot is the question that the page showed. */
static bool is_new_question(struct ans_turn *t, const struct ans_problem *p)
{
    struct ans_str rest = p->field;
    const struct ans_question *top =
        ans_join_question(t->county->join, ans_str_cut(&rest, '.'));
    return top && !was_asked(t, top);
}

/* Answers may bring up further questions on the same page. Nobody has seen
 * those, so what is missing there is no mistake. */
static void drop_new_questions(struct ans_turn *t, struct ans_judgement *judged)
{
    size_t kept = 0;
    for (size_t i = 0; i < judged->count; i++)
        if (!is_new_question(t, &judged->problems[i]))
            judged->problems[kept++] = judged->problems[i];
    judged->count = kept;
}

/* Also one that may be left empty is to be seen before going on. */
static bool has_new_question(struct ans_turn *t, const struct ans_form *f,
                             const struct ans_step *step)
{
    struct ans_err failure = {0};
    for (size_t i = 0; i < step->questions.count; i++) {
        const struct ans_question *q = ANS_AT(ans_question, step->questions, i);
        if (!was_asked(t, q) &&
            ans_answer_shown(q, t->county, f->judged.answers, &f->runner,
                             &failure))
            return true;
    }
    return false;
}

static bool go_forward(struct ans_turn *t, struct ans_form *f,
                       const struct ans_step *step, struct ans_err *err)
{
    struct ans_judgement judged;
    ans_form_judge_step(t, f, step, &judged);
    drop_new_questions(t, &judged);
    bool sound = !judged.count && !judged.refused;
    if ((sound || !f->fresh) && !ans_form_save(t, f, err))
        return false;
    if (judged.count)
        return show_step(t, f, step, &judged, 422, NULL, err);
    if (judged.refused)
        return refuse(t, f, step, err);
    if (has_new_question(t, f, step))
        return show_step(t, f, step, NULL, 200, "form.more-questions", err);
    size_t next = place_of(f, step) + 1;
    bool check = is_checking(t) || next >= f->count;
    return ans_answer_redirect(
        t, ans_form_path(
               t, f, check ? ANS_STR("kontrollera") : f->steps[next]->node.id));
}

/* A stamp that is old or not ours, or a form that has changed: the page comes
 * back with all that was typed, and says why. */
static const char *why_again(struct ans_turn *t, const struct ans_form *f,
                             int *status)
{
    switch (ans_form_post(t)) {
    case ANS_POST_OLD:
        *status = 422;
        return "form.stood-open";
    case ANS_POST_FOREIGN:
        *status = 403;
        return "form.foreign";
    case ANS_POST_GOOD:
        break;
    }
    *status = 409;
    return ans_form_outdated(t, f) ? "form.changed" : NULL;
}

bool ans_post_step(struct ans_turn *t, struct ans_err *err)
{
    struct ans_form f;
    bool answered;
    if (!ans_form_open(t, &f, &answered, err))
        return answered;
    const struct ans_step *step = ans_form_receive(t, &f, t->capture[1]);
    int status;
    const char *why = why_again(t, &f, &status);
    if (!step && f.before)
        step = f.steps[0]; /* what was sent stands there as far as it can */
    if (!step)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such step");
    if (why && f.before && !f.fresh && !ans_form_keep_before(t, &f, err))
        return false;
    if (why)
        return show_step(t, &f, step, NULL, status, why, err);
    if (change_rows(t, &f) || ans_form_pressed(t, "_find"))
        return ans_form_save(t, &f, err) &&
               ans_answer_redirect(t, ans_form_path(t, &f, step->node.id));
    if (ans_form_pressed(t, "_back"))
        return go_back(t, &f, step, err);
    if (ans_form_pressed(t, "_save"))
        return ans_form_save(t, &f, err) &&
               ans_answer_redirect(t, ans_form_path(t, &f, ANS_STR("spara")));
    return go_forward(t, &f, step, err);
}
