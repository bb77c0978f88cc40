/* A visit as text. */
#include "base/date.h"
#include "trial/telling.h"

struct telling {
    const struct ans_telling *t;
    const struct ans_visit *v;
    struct ans_buf *out;
};

static struct ans_str say1(const struct telling *w, enum ans_said_here what,
                           struct ans_str value)
{
    return ans_telling_say(w->t, what, value, ANS_NO_STR, ANS_NO_STR);
}

static struct ans_str say(const struct telling *w, enum ans_said_here what)
{
    return say1(w, what, ANS_NO_STR);
}

static void head(const struct telling *w, struct ans_str text)
{
    ans_buf_add_byte(w->out, '\n');
    ans_telling_line(w->out, 0, text);
}

/* "Label: value" on one line, or the value below it when it has several. A
 * question needs no colon. */
static void pair(const struct telling *w, int indent, struct ans_str label,
                 struct ans_str value)
{
    bool ended = label.len && strchr("?!.:", label.ptr[label.len - 1]);
    if (ans_str_find(value, '\n') < 0) {
        ans_telling_line(
            w->out, indent,
            ans_arena_printf(w->t->arena, ended ? "%.*s %.*s" : "%.*s: %.*s",
                             ANS_STR_ARG(label), ANS_STR_ARG(value)));
        return;
    }
    ans_telling_line(w->out, indent,
                     ans_arena_printf(w->t->arena, ended ? "%.*s" : "%.*s:",
                                      ANS_STR_ARG(label)));
    ans_telling_line(w->out, indent + 2, value);
}

static void tell_why(const struct telling *w, enum ans_explained what,
                     const struct ans_rule *rule, const struct ans_node *node)
{
    struct ans_str why = ans_telling_rule(w->t, what, rule, node);
    if (w->t->explain)
        ans_telling_line(w->out, 6,
                         ans_arena_printf(w->t->arena, "%.*s: %.*s",
                                          ANS_STR_ARG(node->id),
                                          ANS_STR_ARG(why)));
}

static void tell_question(const struct telling *w,
                          const struct ans_trial_question *q)
{
    if (!q->asked && !w->t->explain)
        return;
    if (!q->asked)
        pair(w, 3, q->label, say(w, ANS_SAY_NOT_ASKED));
    else
        pair(w, 3, q->label,
             q->words.len ? q->words : say(w, ANS_SAY_NO_ANSWER));
    tell_why(w, ANS_EXPLAIN_SHOWN, &q->question->shown_when,
             &q->question->node);
    if (w->t->explain && q->seen && !q->asked)
        ans_telling_line(w->out, 6, say(w, ANS_SAY_SEEN_FIRST));
    if (q->dropped)
        ans_telling_line(w->out, 6, say(w, ANS_SAY_DROPPED));
}

static void tell_step(const struct telling *w, const struct ans_step *step,
                      int number)
{
    const struct ans_trial *t = w->v->trial;
    bool any = false;
    for (size_t i = 0; i < t->questions.count; i++)
        any |= t->questions.items[i].step == step &&
               (t->questions.items[i].seen || w->t->explain) &&
               t->questions.items[i].reached;
    if (!any)
        return;
    head(w, ans_arena_printf(
                w->t->arena, "%d. %.*s", number,
                ANS_STR_ARG(ans_text_in(&step->title, w->v->lang).str)));
    for (size_t i = 0; i < t->questions.count; i++)
        if (t->questions.items[i].step == step)
            tell_question(w, &t->questions.items[i]);
}

static void tell_problems(const struct telling *w)
{
    const struct ans_trial *t = w->v->trial;
    head(w, say(w, ANS_SAY_STUCK));
    for (size_t i = 0; i < t->problems.count; i++) {
        const struct ans_problem *p = &t->problems.items[i];
        pair(w, 3,
             ans_arena_printf(w->t->arena, "%.*s (%s)", ANS_STR_ARG(p->field),
                              p->code),
             ans_problem_text(w->t->arena, w->t->texts, p, w->v->lang));
    }
}

static void tell_letter(const struct telling *w)
{
    const struct ans_trial *t = w->v->trial;
    const struct ans_nodes *all = &w->t->county->join->expectations;
    head(w, t->letter_title.len ? say1(w, ANS_SAY_LETTER, t->letter_title)
                                : say(w, ANS_SAY_LETTER_BARE));
    ans_telling_line(w->out, 3, t->letter);
    if (!all->count)
        return;
    head(w, say(w, ANS_SAY_EXPECTATIONS));
    for (size_t i = 0; i < all->count; i++) {
        const struct ans_expectation *e = ANS_AT(ans_expectation, *all, i);
        struct ans_str text = ans_text_in(&e->text, w->v->lang).str;
        if (e->confirm)
            text =
                ans_arena_printf(w->t->arena, "%.*s (%.*s)", ANS_STR_ARG(text),
                                 ANS_STR_ARG(say(w, ANS_SAY_TICK)));
        ans_telling_line(w->out, 3, text);
    }
}

static void tell_items(const struct telling *w)
{
    static const enum ans_said_here gets[] = {
        [ANS_TRIAL_NOT] = ANS_SAY_GETS_NOT,
        [ANS_TRIAL_GIVEN] = ANS_SAY_GETS_GIVEN,
        [ANS_TRIAL_OFFERED] = ANS_SAY_GETS_OFFERED};
    const struct ans_trial *t = w->v->trial;
    head(w, say(w, ANS_SAY_PACKAGE));
    for (size_t i = 0; i < t->items.count; i++) {
        const struct ans_trial_item *item = &t->items.items[i];
        bool gone = item->gets == ANS_TRIAL_NOT;
        if (gone && !w->t->explain)
            continue;
        pair(w, 3, item->title, say(w, gets[item->gets]));
        if (item->because.len && !gone)
            ans_telling_line(w->out, 6, item->because);
        tell_why(w, ans_telling_item(item->item), &item->item->offered_when,
                 &item->item->node);
    }
}

static struct ans_str when_of(const struct telling *w,
                              const struct ans_trial_mail *mail)
{
    static const enum ans_said_here when[] = {
        [ANS_TRIAL_INVITED] = ANS_SAY_MAIL_INVITED,
        [ANS_TRIAL_ASKED] = ANS_SAY_MAIL_ASKED,
        [ANS_TRIAL_SENT] = ANS_SAY_MAIL_SENT,
        [ANS_TRIAL_CONFIRMED] = ANS_SAY_MAIL_CONFIRMED,
        [ANS_TRIAL_UNSIGNED] = ANS_SAY_MAIL_UNSIGNED,
        [ANS_TRIAL_SIGNED] = ANS_SAY_MAIL_SIGNED,
        [ANS_TRIAL_APPROVED] = ANS_SAY_MAIL_APPROVED,
        [ANS_TRIAL_PAPER] = ANS_SAY_MAIL_PAPER,
        [ANS_TRIAL_WAITS] = ANS_SAY_MAIL_WAITS,
        [ANS_TRIAL_OPENS] = ANS_SAY_MAIL_OPENS,
    };
    return say1(w, when[mail->when],
                ans_arena_printf(w->t->arena, "%lld", (long long)mail->days));
}

static void tell_mails(const struct telling *w)
{
    const struct ans_trial *t = w->v->trial;
    if (!t->mails.count)
        return;
    head(w, say(w, ANS_SAY_MAILS));
    for (size_t i = 0; i < t->mails.count; i++) {
        const struct ans_trial_mail *mail = &t->mails.items[i];
        if (w->t->mails && i)
            ans_buf_add_byte(w->out, '\n');
        ans_telling_line(w->out, 3,
                         ans_telling_say(w->t, ANS_SAY_MAIL_TO,
                                         when_of(w, mail), mail->recipient,
                                         mail->subject));
        if (w->t->mails) {
            ans_buf_add_byte(w->out, '\n');
            ans_telling_line(w->out, 6, mail->text);
        }
    }
}

static void tell_times(const struct telling *w)
{
    const struct ans_trial *t = w->v->trial;
    const struct {
        enum ans_said_here what;
        int64_t day;
    } times[] = {{ANS_SAY_SAVED_UNTIL, t->saved_until},
                 {ANS_SAY_CONFIRM_BY, t->confirm_by},
                 {ANS_SAY_SIGN_BY, t->sign_by}};
    if (!t->saved_until)
        return;
    head(w, say(w, ANS_SAY_TIMES));
    for (size_t i = 0; i < ANS_COUNT(times); i++)
        if (times[i].day)
            ans_telling_line(
                w->out, 3,
                say1(w, times[i].what, ans_telling_day(w->t, times[i].day)));
    if (t->reviewed)
        ans_telling_line(w->out, 3, say(w, ANS_SAY_REVIEWED));
}

static void tell_rounds(const struct telling *w)
{
    const struct ans_trial *t = w->v->trial;
    if (!t->rounds.count)
        return;
    head(w, say(w, ANS_SAY_FOLLOW_UP));
    for (size_t i = 0; i < t->rounds.count; i++) {
        const struct ans_round *r = t->rounds.items[i].round;
        ans_telling_line(
            w->out, 3,
            ans_telling_say(
                w->t, ANS_SAY_ROUND, t->rounds.items[i].title,
                ans_telling_day(w->t, ans_date_to_days(r->opens)),
                ans_telling_day(w->t, ans_date_to_days(r->closes))));
        for (size_t k = 0; k < r->questions.count; k++)
            ans_telling_line(
                w->out, 6,
                ans_text_in(&ANS_AT(ans_question, r->questions, k)->label,
                            w->v->lang)
                    .str);
    }
}

static void tell_shown(const struct telling *w)
{
    const struct ans_trial *t = w->v->trial;
    head(w, say(w, ANS_SAY_PUBLIC));
    for (size_t i = 0; i < t->shown.count; i++)
        pair(w, 3, t->shown.items[i].label, t->shown.items[i].words);
}

static void tell_refusal(const struct telling *w)
{
    const struct ans_trial *t = w->v->trial;
    head(w, say(w, ans_telling_end(t)));
    if (t->refusal.len)
        ans_telling_line(w->out, 3, t->refusal);
    if (t->opens_on)
        ans_telling_line(
            w->out, 3,
            say1(w, ANS_SAY_OPENS_ON, ans_telling_day(w->t, t->opens_on)));
    tell_mails(w);
}

static void tell_joining(const struct telling *w)
{
    tell_letter(w);
    tell_items(w);
    tell_mails(w);
    tell_times(w);
    tell_rounds(w);
    tell_shown(w);
}

void ans_tell_visit(struct ans_buf *out, const struct ans_telling *t,
                    const struct ans_visit *visit)
{
    struct telling w = {t, visit, out};
    const struct ans_persona *p = visit->trial->persona;
    const struct ans_nodes *steps = &t->county->join->steps;
    ans_telling_line(
        out, 0,
        ans_telling_say(t,
                        ans_persona_comes(p, "paper") ? ANS_SAY_VISIT_PAPER
                        : p->renews                   ? ANS_SAY_VISIT_RENEWS
                                                      : ANS_SAY_VISIT,
                        p->node.id,
                        ans_text_in(&t->county->brand, visit->lang).str,
                        ans_telling_day(t, visit->trial->today)));
    for (size_t i = 0; i < steps->count; i++)
        tell_step(&w, ANS_AT(ans_step, *steps, i), (int)i + 1);
    if (visit->trial->rule_err.kind)
        head(&w, say1(&w, ANS_SAY_RULE_FAILED,
                      ans_telling_reason(t, &visit->trial->rule_err)));
    if (visit->trial->end == ANS_TRIAL_JOINS)
        tell_joining(&w);
    else if (visit->trial->end == ANS_TRIAL_STUCK)
        tell_problems(&w);
    else
        tell_refusal(&w);
}
