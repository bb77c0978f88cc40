/* Tests as text: what does not hold, as differences, and what is not tried. */
#include "county/vocab.h"
#include "trial/telling.h"

static struct ans_str say(const struct ans_telling *t, enum ans_said_here what)
{
    return ans_telling_say(t, what, ANS_NO_STR, ANS_NO_STR, ANS_NO_STR);
}

/* Why it is not as expected; empty when that says itself. */
static struct ans_str why_of(const struct ans_telling *t,
                             const struct ans_difference *d)
{
    static const struct ans_node nowhere;
    switch (d->why) {
    case ANS_WHY_NONE:
        break;
    case ANS_WHY_RULE:
        return ans_telling_rule(t,
                                !d->of_item ? ANS_EXPLAIN_SHOWN
                                : d->offer  ? ANS_EXPLAIN_OFFERED
                                            : ANS_EXPLAIN_GIVEN,
                                d->rule, &nowhere);
    case ANS_WHY_NOT_REACHED:
        return say(t, ANS_SAY_WHY_NOT_REACHED);
    case ANS_WHY_GIVEN:
        return say(t, ANS_SAY_WHY_GIVEN);
    case ANS_WHY_OFFERED:
        return say(t, ANS_SAY_WHY_OFFERED);
    case ANS_WHY_NO_ANSWER:
        return say(t, ANS_SAY_WHY_NO_ANSWER);
    case ANS_WHY_PRIVATE:
        return say(t, ANS_SAY_WHY_PRIVATE);
    }
    return ANS_NO_STR;
}

static void tell_difference(struct ans_buf *out, const struct ans_telling *t,
                            const struct ans_difference *d)
{
    struct ans_str why = why_of(t, d);
    struct ans_buf line = {0};
    ans_telling_line(&line, 4, d->text);
    line.ptr[2] = d->expected ? '-' : '+';
    line.len--;
    ans_buf_add(out, ans_buf_str(&line));
    ans_buf_free(&line);
    if (why.len)
        ans_buf_printf(out, "  (%.*s)", ANS_STR_ARG(why));
    ans_buf_add_byte(out, '\n');
}

static void tell_end(struct ans_buf *out, const struct ans_telling *t,
                     const struct ans_miss *m)
{
    const struct ans_trial *trial = m->trial;
    struct ans_str lang = t->county->languages.items[0];
    if (trial->rule_err.kind)
        ans_telling_line(
            out, 4,
            ans_telling_say(t, ANS_SAY_RULE_FAILED,
                            ans_telling_reason(t, &trial->rule_err), ANS_NO_STR,
                            ANS_NO_STR));
    if (trial->end != ANS_TRIAL_JOINS && trial->end != ANS_TRIAL_STUCK)
        ans_telling_line(out, 4, say(t, ans_telling_end(trial)));
    if (trial->refusal.len)
        ans_telling_line(out, 6, trial->refusal);
    for (size_t i = 0; i < trial->problems.count; i++) {
        const struct ans_problem *p = &trial->problems.items[i];
        struct ans_str text = ans_problem_text(t->arena, t->texts, p, lang);
        ans_telling_line(out, 4,
                         ans_arena_printf(t->arena, "%.*s (%s): %.*s",
                                          ANS_STR_ARG(p->field), p->code,
                                          ANS_STR_ARG(text)));
    }
}

static void tell_miss(struct ans_buf *out, const struct ans_telling *t,
                      const struct ans_miss *m)
{
    struct ans_str field = m->field && !m->trial->rule_err.kind
                               ? ans_str_from(m->field)
                               : say(t, ANS_SAY_MISSED_JOINS);
    ans_telling_line(out, 0,
                     ans_telling_say(t, ANS_SAY_MISSED,
                                     ans_telling_place(t, m->file, m->line),
                                     m->persona->node.id, field));
    if (!m->field)
        tell_end(out, t, m);
    for (size_t i = 0; i < m->differences.count; i++)
        tell_difference(out, t, &m->differences.items[i]);
}

struct ans_str ans_telling_untried(const struct ans_telling *t,
                                   const struct ans_tried *tried)
{
    static const enum ans_said_here question[] = {
        ANS_SAY_UNTRIED_QUESTION_NEVER, ANS_SAY_UNTRIED_QUESTION_ALL,
        ANS_SAY_UNTRIED_QUESTION_NONE};
    static const enum ans_said_here item[] = {ANS_SAY_UNTRIED_ITEM_NEVER,
                                              ANS_SAY_UNTRIED_ITEM_ALL,
                                              ANS_SAY_UNTRIED_ITEM_NONE};
    size_t way = tried->held ? 1 : tried->not_held ? 2 : 0;
    enum ans_said_here what = ANS_SAY_UNTRIED_REFUSAL_NONE;
    switch (tried->what) {
    case ANS_TRIED_QUESTION:
        what = question[way];
        break;
    case ANS_TRIED_ITEM:
        what = item[way];
        break;
    case ANS_TRIED_REFUSAL:
        if (tried->held)
            what = ANS_SAY_UNTRIED_REFUSAL_ALL;
        break;
    case ANS_TRIED_INVITATION:
        what = tried->held ? ANS_SAY_UNTRIED_INVITATION_ALL
                           : ANS_SAY_UNTRIED_INVITATION_NONE;
        break;
    case ANS_TRIED_CLOSED:
        what = tried->held ? ANS_SAY_UNTRIED_CLOSED_ALL
                           : ANS_SAY_UNTRIED_CLOSED_NONE;
        break;
    case ANS_TRIED_KIND_TEXT:
        what = tried->kind.len ? ANS_SAY_UNTRIED_KIND : ANS_SAY_UNTRIED_OTHERS;
        break;
    }
    return ans_telling_say(
        t, what,
        tried->id.len ? tried->id : ans_str_from(tried->node->word->name),
        tried->kind, ANS_NO_STR);
}

static void tell_untried(struct ans_buf *out, const struct ans_telling *t,
                         const struct ans_test_run *run)
{
    bool any = false;
    for (size_t i = 0; i < run->tried.count; i++) {
        const struct ans_tried *tried = &run->tried.items[i];
        if (ans_is_tried(tried))
            continue;
        if (!any)
            ans_telling_line(out, 0, say(t, ANS_SAY_UNTRIED));
        any = true;
        struct ans_str place = ans_telling_place(t, tried->file, tried->line);
        struct ans_str text = ans_telling_untried(t, tried);
        ans_telling_line(out, 2,
                         ans_arena_printf(t->arena, "%.*s: %.*s",
                                          ANS_STR_ARG(place),
                                          ANS_STR_ARG(text)));
    }
}

void ans_tell_tests(struct ans_buf *out, const struct ans_telling *t,
                    const struct ans_test_run *run, bool untried)
{
    for (size_t i = 0; i < run->misses.count; i++)
        tell_miss(out, t, &run->misses.items[i]);
    if (untried)
        tell_untried(out, t, run);
}

void ans_tell_total(struct ans_buf *out, const struct ans_telling *t,
                    size_t passed, size_t failed)
{
    ans_telling_line(out, 0,
                     ans_telling_say(t, ANS_SAY_TOTAL,
                                     ans_arena_printf(t->arena, "%zu", passed),
                                     ans_arena_printf(t->arena, "%zu", failed),
                                     ANS_NO_STR));
}
