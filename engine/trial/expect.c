/* Expectations held against a walk, field by field. */
#include "base/date.h"
#include "trial/running.h"

struct holding {
    struct ans_running *r;
    const struct ans_persona *persona;
    const struct ans_expect *e;
    const struct ans_trial *t;
    struct ans_miss miss; /* of the field at hand */
};

static void begin(struct holding *h, const char *field)
{
    h->miss = (struct ans_miss){
        .persona = h->persona,
        .field = field,
        .file = h->e ? h->e->node.file : h->persona->node.file,
        .line = h->e ? ans_expect_line(h->e, field) : h->persona->node.line,
        .trial = h->t};
}

static struct ans_difference *differ(struct holding *h, bool expected,
                                     struct ans_str text, enum ans_why why)
{
    h->miss.differences.items = ans_arena_grow(
        h->r->arena, h->miss.differences.items, h->miss.differences.count,
        sizeof *h->miss.differences.items);
    struct ans_difference *d =
        &h->miss.differences.items[h->miss.differences.count++];
    *d =
        (struct ans_difference){.expected = expected, .text = text, .why = why};
    return d;
}

/* The field held, or it is a miss. */
static void end(struct holding *h, bool holds)
{
    struct ans_test_run *out = h->r->out;
    if (holds) {
        out->passed++;
        return;
    }
    out->failed++;
    out->misses.items =
        ans_arena_grow(h->r->arena, out->misses.items, out->misses.count,
                       sizeof *out->misses.items);
    out->misses.items[out->misses.count++] = h->miss;
}

static void finish(struct holding *h)
{
    end(h, !h->miss.differences.count);
}

/* Questions. */

static void asked(struct holding *h, const char *field,
                  const struct ans_strs *ids, bool wanted)
{
    if (!ids->count)
        return;
    begin(h, field);
    for (size_t i = 0; i < ids->count; i++) {
        const struct ans_trial_question *q =
            ans_trial_question(h->t, ids->items[i]);
        if (q->asked == wanted)
            continue;
        enum ans_why why = !q->reached ? ANS_WHY_NOT_REACHED
                           : q->question->shown_when.op != ANS_RULE_ALWAYS
                               ? ANS_WHY_RULE
                               : ANS_WHY_NONE;
        differ(h, wanted, ids->items[i], why)->rule = &q->question->shown_when;
    }
    finish(h);
}

/* The first that does not come after those before it. */
static void in_order(struct holding *h)
{
    const struct ans_strs *ids = &h->e->in_order;
    size_t at = 0, found = 0;
    if (!ids->count)
        return;
    begin(h, "in_order");
    for (; at < h->t->questions.count && found < ids->count; at++) {
        const struct ans_trial_question *q = &h->t->questions.items[at];
        if (q->asked && ans_str_eq(q->question->node.id, ids->items[found]))
            found++;
    }
    for (size_t i = 0; found < ids->count && i < ids->count; i++)
        differ(h, true, ids->items[i], ANS_WHY_NONE);
    for (size_t i = 0; found < ids->count && i < h->t->questions.count; i++)
        if (h->t->questions.items[i].asked)
            differ(h, false, h->t->questions.items[i].question->node.id,
                   ANS_WHY_NONE);
    finish(h);
}

static struct ans_str pair_text(struct holding *h, struct ans_str id,
                                struct ans_str text)
{
    return ans_arena_printf(h->r->arena, "%.*s = \"%.*s\"", ANS_STR_ARG(id),
                            ANS_STR_ARG(text));
}

static void asked_as(struct holding *h)
{
    const struct ans_notes *notes = &h->e->is_asked_as;
    if (!notes->count)
        return;
    begin(h, "is_asked_as");
    for (size_t i = 0; i < notes->count; i++) {
        struct ans_str id = notes->items[i].question;
        const struct ans_trial_question *q = ans_trial_question(h->t, id);
        if (!q->asked) {
            enum ans_why why = q->reached ? ANS_WHY_RULE : ANS_WHY_NOT_REACHED;
            differ(h, true, id, why)->rule = &q->question->shown_when;
        } else if (notes->items[i].text.len &&
                   !ans_str_eq(q->label, notes->items[i].text)) {
            differ(h, true, pair_text(h, id, notes->items[i].text),
                   ANS_WHY_NONE);
            differ(h, false, pair_text(h, id, q->label), ANS_WHY_NONE);
        }
    }
    finish(h);
}

/* "goals.1.text" is a problem of the question goals. */
static bool is_of(struct ans_str field, struct ans_str question)
{
    struct ans_str rest = field;
    return ans_str_eq(ans_str_cut(&rest, '.'), question);
}

static const struct ans_problem *find_problem(struct holding *h,
                                              const struct ans_noted *note)
{
    for (size_t i = 0; i < h->t->problems.count; i++)
        if (is_of(h->t->problems.items[i].field, note->question) &&
            (!note->text.len ||
             ans_str_is(note->text, h->t->problems.items[i].code)))
            return &h->t->problems.items[i];
    return NULL;
}

static bool is_noted(const struct ans_notes *notes, const struct ans_problem *p)
{
    for (size_t i = 0; i < notes->count; i++)
        if (is_of(p->field, notes->items[i].question))
            return true;
    return false;
}

static struct ans_str note_text(struct holding *h, const struct ans_noted *n)
{
    return n->text.len ? pair_text(h, n->question, n->text) : n->question;
}

static void problems(struct holding *h)
{
    const struct ans_notes *notes = &h->e->problems;
    if (!notes->count)
        return;
    begin(h, "problems");
    for (size_t i = 0; i < notes->count; i++) {
        const struct ans_noted *note = &notes->items[i];
        const struct ans_trial_question *q =
            ans_trial_question(h->t, note->question);
        if (!find_problem(h, note))
            differ(h, true, note_text(h, note),
                   q->reached ? ANS_WHY_NONE : ANS_WHY_NOT_REACHED);
    }
    bool lacks = h->miss.differences.count > 0;
    for (size_t i = 0; i < h->t->problems.count; i++) {
        const struct ans_problem *p = &h->t->problems.items[i];
        if (lacks || !is_noted(notes, p))
            differ(h, false, pair_text(h, p->field, ans_str_from(p->code)),
                   ANS_WHY_NONE);
    }
    finish(h);
}

/* How it ends. */

static void refused(struct holding *h, const char *field,
                    const struct ans_claim *claim, enum ans_trial_end how)
{
    bool is = h->t->end == how;
    if (!claim->made)
        return;
    begin(h, field);
    if (is != claim->holds)
        differ(h, claim->holds, ans_str_from(field), ANS_WHY_NONE);
    else if (claim->text.len &&
             ans_str_find_str(h->t->refusal, claim->text) < 0) {
        differ(h, true, claim->text, ANS_WHY_NONE);
        differ(h, false, h->t->refusal, ANS_WHY_NONE);
    }
    finish(h);
}

static void letter(struct holding *h, const char *field,
                   const struct ans_strs *texts, bool wanted)
{
    bool joins = h->t->end == ANS_TRIAL_JOINS;
    if (!texts->count)
        return;
    begin(h, field);
    for (size_t i = 0; i < texts->count; i++) {
        bool says = ans_str_find_str(h->t->letter, texts->items[i]) >= 0;
        if (says != wanted)
            differ(h, wanted, texts->items[i],
                   joins ? ANS_WHY_NONE : ANS_WHY_NOT_REACHED);
    }
    if (h->miss.differences.count && joins && wanted)
        differ(h, false, h->t->letter, ANS_WHY_NONE);
    finish(h);
}

/* The package. */

static enum ans_why why_item(const struct ans_trial *t,
                             const struct ans_trial_item *item, bool wanted,
                             enum ans_trial_gets as)
{
    if (t->end != ANS_TRIAL_JOINS)
        return ANS_WHY_NOT_REACHED;
    if (wanted && item->gets != ANS_TRIAL_NOT)
        return as == ANS_TRIAL_GIVEN ? ANS_WHY_OFFERED : ANS_WHY_GIVEN;
    return item->item->offered_when.op == ANS_RULE_ALWAYS ? ANS_WHY_NONE
                                                          : ANS_WHY_RULE;
}

/* `as` ANS_TRIAL_NOT: in either way. */
static void items(struct holding *h, const char *field,
                  const struct ans_strs *ids, enum ans_trial_gets as,
                  bool wanted)
{
    if (!ids->count)
        return;
    begin(h, field);
    for (size_t i = 0; i < ids->count; i++) {
        const struct ans_trial_item *item = ans_trial_item(h->t, ids->items[i]);
        bool is = item && (as == ANS_TRIAL_NOT ? item->gets != ANS_TRIAL_NOT
                                               : item->gets == as);
        if (is == wanted)
            continue;
        struct ans_difference *d = differ(
            h, wanted, ids->items[i],
            item ? why_item(h->t, item, wanted, as) : ANS_WHY_NOT_REACHED);
        d->of_item = true;
        d->offer = item && item->item->offer;
        d->rule = item ? &item->item->offered_when : NULL;
    }
    finish(h);
}

/* Mails and days. */

static void mails(struct holding *h, const char *field,
                  const struct ans_strs *names, enum ans_trial_whom whom)
{
    if (!names->count)
        return;
    begin(h, field);
    for (size_t i = 0; i < names->count; i++) {
        bool sent = false;
        for (size_t k = 0; k < h->t->mails.count; k++)
            sent |= h->t->mails.items[k].whom == whom &&
                    ans_str_is(names->items[i], h->t->mails.items[k].name);
        if (!sent)
            differ(h, true, names->items[i],
                   h->t->end == ANS_TRIAL_JOINS ? ANS_WHY_NONE
                                                : ANS_WHY_NOT_REACHED);
    }
    finish(h);
}

/* `is` 0: there is no such day. */
static void day(struct holding *h, const char *field, struct ans_date wanted,
                int64_t is)
{
    struct ans_arena *arena = h->r->arena;
    if (!wanted.year)
        return;
    begin(h, field);
    if (h->t->end != ANS_TRIAL_JOINS) {
        differ(h, true, ans_date_iso(arena, wanted), ANS_WHY_NOT_REACHED);
    } else if (ans_date_to_days(wanted) != is) {
        differ(h, true, ans_date_iso(arena, wanted), ANS_WHY_NONE);
        if (is)
            differ(h, false, ans_date_iso(arena, ans_date_from_days(is)),
                   ANS_WHY_NONE);
    }
    finish(h);
}

static void reviewed(struct holding *h)
{
    if (!h->e->has_reviewed)
        return;
    begin(h, "is_reviewed");
    if (h->t->reviewed != h->e->is_reviewed)
        differ(h, h->e->is_reviewed, ANS_STR("is_reviewed"),
               h->t->end == ANS_TRIAL_JOINS ? ANS_WHY_NONE
                                            : ANS_WHY_NOT_REACHED);
    finish(h);
}

static void followed_up(struct holding *h)
{
    const struct ans_strs *ids = &h->e->is_followed_up;
    if (!ids->count)
        return;
    begin(h, "is_followed_up");
    for (size_t i = 0; i < ids->count; i++) {
        bool found = false;
        for (size_t k = 0; k < h->t->rounds.count; k++)
            found |=
                ans_str_eq(h->t->rounds.items[k].round->node.id, ids->items[i]);
        if (!found)
            differ(h, true, ids->items[i],
                   h->t->end == ANS_TRIAL_JOINS ? ANS_WHY_NONE
                                                : ANS_WHY_NOT_REACHED);
    }
    finish(h);
}

/* What stands in public. */

static const struct ans_trial_shown *find_shown(const struct ans_trial *t,
                                                struct ans_str id)
{
    for (size_t i = 0; i < t->shown.count; i++)
        if (ans_str_eq(t->shown.items[i].question->node.id, id))
            return &t->shown.items[i];
    return NULL;
}

static enum ans_why why_not_shown(const struct ans_trial *t, struct ans_str id)
{
    const struct ans_trial_question *q = ans_trial_question(t, id);
    if (t->end != ANS_TRIAL_JOINS)
        return ANS_WHY_NOT_REACHED;
    return q->answer.type == ANS_NIL ? ANS_WHY_NO_ANSWER : ANS_WHY_PRIVATE;
}

static void shows(struct holding *h)
{
    const struct ans_notes *notes = &h->e->shows;
    if (!notes->count)
        return;
    begin(h, "shows");
    for (size_t i = 0; i < notes->count; i++) {
        struct ans_str id = notes->items[i].question;
        struct ans_str text = notes->items[i].text;
        const struct ans_trial_shown *shown = find_shown(h->t, id);
        if (!shown) {
            differ(h, true, note_text(h, &notes->items[i]),
                   why_not_shown(h->t, id));
        } else if (text.len && !ans_str_eq(shown->words, text)) {
            differ(h, true, pair_text(h, id, text), ANS_WHY_NONE);
            differ(h, false, pair_text(h, id, shown->words), ANS_WHY_NONE);
        }
    }
    finish(h);
}

static void shows_not(struct holding *h)
{
    const struct ans_strs *ids = &h->e->shows_not;
    if (!ids->count)
        return;
    begin(h, "shows_not");
    for (size_t i = 0; i < ids->count; i++) {
        const struct ans_trial_shown *shown = find_shown(h->t, ids->items[i]);
        if (shown)
            differ(h, false, pair_text(h, ids->items[i], shown->words),
                   ANS_WHY_NONE);
    }
    finish(h);
}

bool ans_running_joins(struct ans_running *r, const struct ans_persona *p,
                       const struct ans_expect *e, const struct ans_trial *t)
{
    struct holding h = {.r = r, .persona = p, .t = t};
    bool otherwise = e && (e->problems.count ||
                           (e->is_refused.made && e->is_refused.holds) ||
                           (e->is_closed.made && e->is_closed.holds) ||
                           (e->is_uninvited.made && e->is_uninvited.holds));
    bool joins = t->end == ANS_TRIAL_JOINS;
    if (otherwise && !t->rule_err.kind)
        return true;
    begin(&h, NULL);
    end(&h, joins && !t->rule_err.kind);
    return joins && !t->rule_err.kind;
}

void ans_running_expect(struct ans_running *r, const struct ans_persona *p,
                        const struct ans_expect *e, const struct ans_trial *t)
{
    struct holding h = {.r = r, .persona = p, .e = e, .t = t};
    asked(&h, "is_asked", &e->is_asked, true);
    asked(&h, "is_not_asked", &e->is_not_asked, false);
    in_order(&h);
    asked_as(&h);
    problems(&h);
    refused(&h, "is_refused", &e->is_refused, ANS_TRIAL_REFUSED);
    refused(&h, "is_closed", &e->is_closed, ANS_TRIAL_CLOSED);
    refused(&h, "is_uninvited", &e->is_uninvited, ANS_TRIAL_UNINVITED);
    letter(&h, "letter_says", &e->letter_says, true);
    letter(&h, "letter_says_not", &e->letter_says_not, false);
    items(&h, "gets", &e->gets, ANS_TRIAL_GIVEN, true);
    items(&h, "gets_not", &e->gets_not, ANS_TRIAL_NOT, false);
    items(&h, "is_offered", &e->is_offered, ANS_TRIAL_OFFERED, true);
    items(&h, "is_not_offered", &e->is_not_offered, ANS_TRIAL_OFFERED, false);
    mails(&h, "gets_mail", &e->gets_mail, ANS_TRIAL_MEMBER);
    mails(&h, "second_gets_mail", &e->second_gets_mail, ANS_TRIAL_SECOND);
    mails(&h, "county_gets_mail", &e->county_gets_mail, ANS_TRIAL_COUNTY);
    day(&h, "confirm_by", e->confirm_by, t->confirm_by);
    day(&h, "sign_by", e->sign_by, t->sign_by);
    reviewed(&h);
    followed_up(&h);
    shows(&h);
    shows_not(&h);
}
