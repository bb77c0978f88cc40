/* Visits and tests as data. */
#include "base/date.h"
#include "trial/telling.h"

struct data {
    const struct ans_telling *t;
    const struct ans_visit *v;
    struct ans_map *out;
};

static void put_day(const struct ans_telling *t, struct ans_map *m,
                    const char *key, int64_t day)
{
    if (day)
        ans_map_put_str(m, key,
                        ans_date_iso(t->arena, ans_date_from_days(day)));
}

static void put_place(struct ans_map *m, struct ans_str file, int line)
{
    ans_map_put_str(m, "file", file);
    ans_map_put_int(m, "line", line);
}

static void put_rule(const struct ans_telling *t, struct ans_map *m,
                     enum ans_explained what, const struct ans_rule *rule,
                     const struct ans_node *node)
{
    struct ans_explaining x = {t->county, t->texts, t->lang};
    bool own = rule->op != ANS_RULE_ALWAYS && rule->line;
    struct ans_map *why = ans_map_put_map(m, "why");
    ans_map_put_str(why, "text", ans_explain(t->arena, &x, what, rule));
    put_place(why, own ? rule->file : node->file,
              own ? rule->line : node->line);
}

static void put_questions(const struct data *d)
{
    const struct ans_trial *t = d->v->trial;
    struct ans_list *list = ans_map_put_list(d->out, "questions");
    for (size_t i = 0; i < t->questions.count; i++) {
        const struct ans_trial_question *q = &t->questions.items[i];
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", q->question->node.id);
        ans_map_put_str(m, "step", q->step->node.id);
        ans_map_put_str(m, "label", q->label);
        ans_map_put_bool(m, "reached", q->reached);
        ans_map_put_bool(m, "seen", q->seen);
        ans_map_put_bool(m, "asked", q->asked);
        ans_map_put_bool(m, "dropped", q->dropped);
        ans_map_put(m, "answer", q->answer);
        if (q->words.len)
            ans_map_put_str(m, "text", q->words);
        put_rule(d->t, m, ANS_EXPLAIN_SHOWN, &q->question->shown_when,
                 &q->question->node);
    }
}

static struct ans_list *problem_list(const struct ans_telling *t,
                                     const struct ans_trial *trial,
                                     struct ans_str lang)
{
    struct ans_list *list = ans_list_new(t->arena);
    for (size_t i = 0; i < trial->problems.count; i++) {
        const struct ans_problem *p = &trial->problems.items[i];
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "field", p->field);
        ans_map_put_str(m, "code", ans_str_from(p->code));
        ans_map_put_str(m, "text",
                        ans_problem_text(t->arena, t->texts, p, lang));
    }
    return list;
}

static void put_letter(const struct data *d)
{
    const struct ans_trial *t = d->v->trial;
    const struct ans_nodes *all = &d->t->county->join->expectations;
    struct ans_map *letter = ans_map_put_map(d->out, "letter");
    ans_map_put_str(letter, "title", t->letter_title);
    ans_map_put_str(letter, "text", t->letter);
    struct ans_list *list = ans_map_put_list(d->out, "expectations");
    for (size_t i = 0; i < all->count; i++) {
        const struct ans_expectation *e = ANS_AT(ans_expectation, *all, i);
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", e->node.id);
        ans_map_put_str(m, "text", ans_text_in(&e->text, d->v->lang).str);
        ans_map_put_bool(m, "confirm", e->confirm);
    }
}

static void put_items(const struct data *d)
{
    static const char *const gets[] = {[ANS_TRIAL_NOT] = "no",
                                       [ANS_TRIAL_GIVEN] = "given",
                                       [ANS_TRIAL_OFFERED] = "offered"};
    const struct ans_trial *t = d->v->trial;
    struct ans_list *list = ans_map_put_list(d->out, "package");
    for (size_t i = 0; i < t->items.count; i++) {
        const struct ans_item *item = t->items.items[i].item;
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", item->node.id);
        ans_map_put_str(m, "kind", ans_str_from(ans_item_word(item->kind)));
        ans_map_put_str(m, "title", t->items.items[i].title);
        ans_map_put_str(m, "gets", ans_str_from(gets[t->items.items[i].gets]));
        ans_map_put_str(m, "because", t->items.items[i].because);
        put_rule(d->t, m, ans_telling_item(item), &item->offered_when,
                 &item->node);
    }
}

static void put_mails(const struct data *d)
{
    static const char *const when[] = {
        [ANS_TRIAL_INVITED] = "invited",     [ANS_TRIAL_ASKED] = "asked",
        [ANS_TRIAL_PAPER] = "registered",    [ANS_TRIAL_WAITS] = "waits",
        [ANS_TRIAL_OPENS] = "opens",         [ANS_TRIAL_SENT] = "sent",
        [ANS_TRIAL_CONFIRMED] = "confirmed", [ANS_TRIAL_UNSIGNED] = "unsigned",
        [ANS_TRIAL_SIGNED] = "signed",       [ANS_TRIAL_APPROVED] = "approved"};
    static const char *const whom[] = {[ANS_TRIAL_MEMBER] = "member",
                                       [ANS_TRIAL_SECOND] = "second",
                                       [ANS_TRIAL_COUNTY] = "county"};
    const struct ans_trial *t = d->v->trial;
    struct ans_list *list = ans_map_put_list(d->out, "mails");
    for (size_t i = 0; i < t->mails.count; i++) {
        const struct ans_trial_mail *mail = &t->mails.items[i];
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "name", ans_str_from(mail->name));
        ans_map_put_str(m, "when", ans_str_from(when[mail->when]));
        if (mail->when == ANS_TRIAL_UNSIGNED)
            ans_map_put_int(m, "days", mail->days);
        ans_map_put_str(m, "to", ans_str_from(whom[mail->whom]));
        ans_map_put_str(m, "recipient", mail->recipient);
        ans_map_put_str(m, "subject", mail->subject);
        ans_map_put_str(m, "text", mail->text);
    }
}

static void put_rounds(const struct data *d)
{
    const struct ans_trial *t = d->v->trial;
    struct ans_list *list = ans_map_put_list(d->out, "rounds");
    for (size_t i = 0; i < t->rounds.count; i++) {
        const struct ans_round *r = t->rounds.items[i].round;
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", r->node.id);
        ans_map_put_str(m, "title", t->rounds.items[i].title);
        put_day(d->t, m, "opens", ans_date_to_days(r->opens));
        put_day(d->t, m, "closes", ans_date_to_days(r->closes));
        struct ans_list *questions = ans_map_put_list(m, "questions");
        for (size_t k = 0; k < r->questions.count; k++) {
            const struct ans_question *q =
                ANS_AT(ans_question, r->questions, k);
            struct ans_map *one = ans_list_add_map(questions);
            ans_map_put_str(one, "id", q->node.id);
            ans_map_put_str(one, "label",
                            ans_text_in(&q->label, d->v->lang).str);
        }
    }
}

static void put_shown(const struct data *d)
{
    const struct ans_trial *t = d->v->trial;
    struct ans_list *list = ans_map_put_list(d->out, "shown");
    for (size_t i = 0; i < t->shown.count; i++) {
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", t->shown.items[i].question->node.id);
        ans_map_put_str(m, "label", t->shown.items[i].label);
        ans_map_put_str(m, "text", t->shown.items[i].words);
    }
}

static const char *end_word(enum ans_trial_end end)
{
    static const char *const words[] = {
        [ANS_TRIAL_JOINS] = "joins",         [ANS_TRIAL_STUCK] = "stuck",
        [ANS_TRIAL_REFUSED] = "refused",     [ANS_TRIAL_CLOSED] = "closed",
        [ANS_TRIAL_UNINVITED] = "uninvited", [ANS_TRIAL_CURRENT] = "current"};
    return words[end];
}

struct ans_map *ans_visit_map(const struct ans_telling *t,
                              const struct ans_visit *visit)
{
    const struct ans_trial *trial = visit->trial;
    struct data d = {t, visit, ans_map_new(t->arena)};
    ans_map_put_str(d.out, "county", t->county->slug);
    ans_map_put_str(d.out, "persona", trial->persona->node.id);
    ans_map_put_str(d.out, "lang", visit->lang);
    put_day(t, d.out, "day", trial->today);
    if (trial->persona->comes && trial->persona->comes->way.len)
        ans_map_put_str(d.out, "way", trial->persona->comes->way);
    if (trial->persona->renews)
        ans_map_put_str(d.out, "renews", trial->persona->renews->node.id);
    ans_map_put_str(d.out, "end", ans_str_from(end_word(trial->end)));
    if (trial->stopped)
        ans_map_put_str(d.out, "stopped", trial->stopped->node.id);
    if (trial->rule_err.kind)
        ans_map_put_str(d.out, "error", ans_str_from(trial->rule_err.text));
    put_questions(&d);
    ans_map_put(d.out, "problems",
                ans_value_list(problem_list(t, trial, visit->lang)));
    put_day(t, d.out, "opens_on", trial->opens_on);
    if (trial->refusal.len)
        ans_map_put_str(d.out, "refusal", trial->refusal);
    put_mails(&d);
    if (trial->end != ANS_TRIAL_JOINS)
        return d.out;
    put_letter(&d);
    put_items(&d);
    put_rounds(&d);
    put_day(t, d.out, "saved_until", trial->saved_until);
    put_day(t, d.out, "confirm_by", trial->confirm_by);
    put_day(t, d.out, "sign_by", trial->sign_by);
    ans_map_put_bool(d.out, "reviewed", trial->reviewed);
    put_shown(&d);
    return d.out;
}

static void put_differences(const struct ans_telling *t, struct ans_map *m,
                            const struct ans_miss *miss)
{
    struct ans_list *expected = ans_map_put_list(m, "expected");
    struct ans_list *was = ans_map_put_list(m, "was");
    for (size_t i = 0; i < miss->differences.count; i++) {
        const struct ans_difference *d = &miss->differences.items[i];
        ans_list_add(d->expected ? expected : was, ans_value_str(d->text));
    }
    if (!miss->field)
        ans_map_put_str(m, "end", ans_str_from(end_word(miss->trial->end)));
    if (miss->trial->rule_err.kind)
        ans_map_put_str(m, "error", ans_str_from(miss->trial->rule_err.text));
    ans_map_put(m, "problems",
                ans_value_list(problem_list(t, miss->trial,
                                            t->county->languages.items[0])));
}

struct ans_map *ans_tests_map(const struct ans_telling *t,
                              const struct ans_test_run *run)
{
    struct ans_map *out = ans_map_new(t->arena);
    ans_map_put_str(out, "county", t->county->slug);
    ans_map_put_int(out, "passed", (int64_t)run->passed);
    ans_map_put_int(out, "failed", (int64_t)run->failed);
    struct ans_list *failures = ans_map_put_list(out, "failures");
    for (size_t i = 0; i < run->misses.count; i++) {
        const struct ans_miss *miss = &run->misses.items[i];
        struct ans_map *m = ans_list_add_map(failures);
        ans_map_put_str(m, "persona", miss->persona->node.id);
        ans_map_put_str(m, "expect",
                        ans_str_from(miss->field ? miss->field : "joins"));
        put_place(m, miss->file, miss->line);
        put_differences(t, m, miss);
    }
    struct ans_list *untried = ans_map_put_list(out, "untried");
    for (size_t i = 0; i < run->tried.count; i++) {
        const struct ans_tried *tried = &run->tried.items[i];
        if (ans_is_tried(tried))
            continue;
        struct ans_map *m = ans_list_add_map(untried);
        put_place(m, tried->file, tried->line);
        ans_map_put_str(m, "text", ans_telling_untried(t, tried));
    }
    return out;
}
