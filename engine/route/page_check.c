/* Check your answers, and send them. */
#include "join/commitment.h"
#include "join/join.h"
#include "join/letter.h"
#include "route/form.h"
#include "route/letters.h"
#include "route/members.h"
#include "route/question.h"
#include "route/renewing.h"
#include "route/sending.h"
#include "route/turn.h"

/* The letter as this turn's language has it, with what it may say of the
 * organisation. */
static bool letter_in(struct ans_turn *t, const struct ans_form *f,
                      struct ans_value *out, struct ans_err *err)
{
    struct ans_map *words = ans_letter_words(
        t->arena, t->county, t->texts, f->judged.answers, t->today, t->lang);
    return ans_prose_value(t, &t->county->join->letter, words, out, err);
}

/* "letter", and in Swedish beside it what is signed in another language. */
static bool put_letter(struct ans_turn *t, const struct ans_form *f,
                       struct ans_map *data, struct ans_err *err)
{
    const struct ans_join *join = t->county->join;
    struct ans_value letter;
    if (!letter_in(t, f, &letter, err))
        return false;
    ans_map_put(data, "letter_title", ans_said_value(t, &join->letter_title));
    ans_map_put(data, "letter", letter);
    if (!ans_letter_has_beside(&join->letter, t->lang, t->kind))
        return true;
    struct ans_turn official = *t;
    official.lang = ANS_LETTER_OFFICIAL;
    if (!letter_in(&official, f, &letter, err))
        return false;
    ans_map_put_str(letter.map, "lang", official.lang);
    struct ans_map *beside = ans_map_put_map(data, "letter_beside");
    ans_map_put_str(beside, "lang", official.lang);
    ans_map_put_str(beside, "title",
                    ans_said_str(&official, &join->letter_title));
    ans_map_put(beside, "letter", letter);
    return true;
}

static void put_row(struct ans_turn *t, struct ans_list *rows,
                    const struct ans_form *f, const struct ans_step *step,
                    const struct ans_question *q)
{
    struct ans_value v = ans_map_get(f->judged.answers, q->node.id);
    struct ans_said label =
        ans_text_for(&q->label, t->lang, ans_form_kind(t, f));
    struct ans_map *m = ans_list_add_map(rows);
    ans_map_put(m, "label", ans_present_said(t, label));
    ans_map_put(m, "value",
                v.type == ANS_NIL ? ans_say_value(t, "form.no-answer", NULL)
                                  : ans_value_str(ans_question_words(t, q, v)));
    ans_map_put_bool(m, "empty", v.type == ANS_NIL);
    ans_map_put_str(m, "change_href",
                    ans_href(t, "%.*s?andra=1#%.*s",
                             ANS_STR_ARG(ans_form_path(t, f, step->node.id)),
                             ANS_STR_ARG(ans_field_id(t, q->node.id))));
}

static void put_steps(struct ans_turn *t, struct ans_map *data,
                      const struct ans_form *f)
{
    struct ans_list *steps = ans_map_put_list(data, "steps");
    struct ans_err failure = {0};
    for (size_t s = 0; s < f->count; s++) {
        struct ans_map *m = ans_list_add_map(steps);
        ans_map_put(m, "title", ans_said_value(t, &f->steps[s]->title));
        struct ans_list *rows = ans_map_put_list(m, "rows");
        for (size_t i = 0; i < f->steps[s]->questions.count; i++) {
            const struct ans_question *q =
                ANS_AT(ans_question, f->steps[s]->questions, i);
            if (ans_answer_shown(q, t->county, f->judged.answers, &f->runner,
                                 &failure))
                put_row(t, rows, f, f->steps[s], q);
        }
    }
}

static struct ans_str tick_name(struct ans_turn *t,
                                const struct ans_expectation *e)
{
    return ans_arena_printf(t->arena, "expects.%.*s", ANS_STR_ARG(e->node.id));
}

/* Lists the expectations; returns how many ticks are missing. */
static size_t put_expectations(struct ans_turn *t, struct ans_map *data,
                               bool sent)
{
    const struct ans_join *join = t->county->join;
    struct ans_list *list = ans_map_put_list(data, "expectations");
    struct ans_list *problems = ans_map_put_list(data, "problems");
    for (size_t i = 0; i < join->expectations.count; i++) {
        const struct ans_expectation *e =
            ANS_AT(ans_expectation, join->expectations, i);
        struct ans_str name = tick_name(t, e);
        bool chosen = ans_str_is(ans_fields_get(&t->q->form, name.ptr), "yes");
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", e->node.id);
        ans_map_put_str(m, "name", name);
        ans_map_put_str(m, "field_id", ans_field_id(t, name));
        ans_map_put(m, "text", ans_said_value(t, &e->text));
        ans_map_put_bool(m, "confirm", e->confirm);
        ans_map_put_bool(m, "chosen", chosen);
        if (!sent || !e->confirm || chosen)
            continue;
        struct ans_value text = ans_say_value(t, "problem.expectation", NULL);
        ans_map_put(m, "problem", text);
        struct ans_map *problem = ans_list_add_map(problems);
        ans_map_put_str(problem, "field", ans_field_id(t, name));
        ans_map_put(problem, "text", text);
    }
    return problems->count;
}

static bool show_check(struct ans_turn *t, const struct ans_form *f,
                       struct ans_map *data, int status, const char *notice,
                       struct ans_err *err)
{
    const struct ans_join *join = t->county->join;
    if (!put_letter(t, f, data, err))
        return false;
    put_steps(t, data, f);
    ans_map_put(data, "act", ans_said_value(t, &join->act));
    ans_map_put_bool(data, "renews", f->draft.renews != 0);
    ans_map_put_bool(data, "binding", join->binding);
    ans_map_put_str(
        data, "action",
        ans_href(t, "%.*s",
                 ANS_STR_ARG(ans_form_path(t, f, ANS_STR("kontrollera")))));
    ans_map_put_str(data, "stamp", ans_form_stamp(t));
    ans_map_put_str(data, "version", t->county->version);
    ans_form_put_notice(t, f, data, notice);
    return ans_answer_page(t, "join_check", status,
                           ans_say(t, "check.title", NULL), data, err);
}

/* A form with something missing is not to be checked yet. True when the
 * visitor was sent to where it is. */
static bool send_to_wrong(struct ans_turn *t, const struct ans_form *f)
{
    const struct ans_step *wrong =
        f->fresh ? f->steps[0] : ans_form_first_wrong(f);
    if (!wrong)
        return false;
    struct ans_str path = ans_form_path(t, f, wrong->node.id);
    return ans_answer_redirect(
        t, ans_arena_printf(t->arena, "%.*s?fel=1", ANS_STR_ARG(path)));
}

bool ans_page_check(struct ans_turn *t, struct ans_err *err)
{
    struct ans_form f;
    bool answered;
    if (!ans_form_open(t, &f, &answered, err))
        return answered;
    if (send_to_wrong(t, &f))
        return true;
    struct ans_map *data = ans_turn_data(t);
    put_expectations(t, data, false);
    return show_check(t, &f, data, 200, NULL, err);
}

/* Sending. */

static bool make_confirm(struct ans_turn *t, const struct ans_member *m,
                         struct ans_str token, struct ans_outbox_mail *mail,
                         struct ans_err *err)
{
    struct ans_map *confirm = ans_letter_data(
        t, "confirm",
        &(struct ans_letter_about){.name = m->name, .token = token});
    return ans_letter_make(t, "confirm", confirm, m->email, mail, err);
}

/* Within the transaction: only then it is known that these are needed, and
 * making three letters for each form took a third of its time. */
struct sending {
    struct ans_turn *turn;
    const struct ans_member *member;
};

static bool make_again(void *context, struct ans_outbox_mail mails[2],
                       struct ans_err *err)
{
    const struct sending *sending = context;
    struct ans_turn *t = sending->turn;
    const struct ans_member *m = sending->member;
    const struct ans_letter_about about = {.name = m->name};
    struct ans_map *already = ans_letter_data(t, "already", &about);
    struct ans_map *notice = ans_letter_data(t, "notice", &about);
    return ans_letter_make(t, "already", already, m->email, &mails[0], err) &&
           ans_letter_make(t, "notice", notice, m->email, &mails[1], err);
}

static bool submit(struct ans_turn *t, const struct ans_form *f,
                   struct ans_err *err)
{
    const struct ans_strategy *strategy =
        ans_county_strategy_joined(t->county, t->today);
    struct ans_member member = {0};
    struct ans_outbox_mail confirm;
    struct sending sending = {.turn = t, .member = &member};
    struct ans_submission s = {.draft = &f->draft,
                               .member = &member,
                               .confirm_token = ans_token_new(t->arena),
                               .confirm_mail = &confirm,
                               .make_again = make_again,
                               .context = &sending,
                               .now = t->now};
    if (!ans_sending_fill(t, &f->judged, &f->runner, strategy, t->today, &s,
                          err) ||
        !make_confirm(t, &member, s.confirm_token, &confirm, err))
        return false;
    if (!ans_join_submit(t->site->store, &s, err)) {
        if (err->kind == ANS_ERR_LIMIT)
            t->r->status = 429;
        return false;
    }
    ans_letter_queued(t);
    return ans_answer_redirect(t, ANS_STR("/anslut/klart"));
}

static const char *why_again(struct ans_turn *t, const struct ans_form *f,
                             int *status)
{
    enum ans_post post = ans_form_post(t);
    *status = post == ANS_POST_FOREIGN ? 403 : 409;
    if (post == ANS_POST_GOOD)
        return ans_form_outdated(t, f) ? "form.changed" : NULL;
    return post == ANS_POST_OLD ? "form.stood-open" : "form.foreign";
}

static bool leave_check(struct ans_turn *t, const struct ans_form *f)
{
    struct ans_str page = ans_form_pressed(t, "_save")
                              ? ANS_STR("spara")
                              : f->steps[f->count - 1]->node.id;
    return ans_answer_redirect(t, ans_form_path(t, f, page));
}

bool ans_post_check(struct ans_turn *t, struct ans_err *err)
{
    struct ans_form f;
    bool answered;
    if (!ans_form_open(t, &f, &answered, err))
        return answered;
    if (ans_form_pressed(t, "_back") || ans_form_pressed(t, "_save"))
        return leave_check(t, &f);
    if (send_to_wrong(t, &f))
        return true;
    struct ans_map *data = ans_turn_data(t);
    size_t missing = put_expectations(t, data, true);
    int status = 422;
    const char *why = why_again(t, &f, &status);
    if (why || missing)
        return show_check(t, &f, data, why ? status : 422, why, err);
    return f.draft.renews ? ans_answer_renewed(t, &f, err) : submit(t, &f, err);
}

bool ans_page_join_sent(struct ans_turn *t, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    if (!t->county->join)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "nobody joins here");
    ans_map_put_int(data, "days", ANS_CONFIRM_DAYS);
    return ans_answer_page(t, "join_sent", 200, ans_say(t, "sent.title", NULL),
                           data, err);
}
