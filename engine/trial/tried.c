/* What a county's tests have tried: each rule both ways, each text by kind,
 * a kind that may join and one that may not. */
#include "county/vocab.h"
#include "trial/running.h"

static struct ans_tried *add(struct ans_running *r, enum ans_tried_what what,
                             const struct ans_node *node)
{
    struct ans_test_run *out = r->out;
    out->tried.items = ans_arena_grow(
        r->arena, out->tried.items, out->tried.count, sizeof *out->tried.items);
    struct ans_tried *t = &out->tried.items[out->tried.count++];
    *t = (struct ans_tried){.what = what,
                            .id = node->id,
                            .node = node,
                            .file = node->file,
                            .line = node->line};
    return t;
}

static void add_rule(struct ans_running *r, enum ans_tried_what what,
                     const struct ans_node *node, const struct ans_rule *rule)
{
    if (rule->op == ANS_RULE_ALWAYS)
        return;
    struct ans_tried *t = add(r, what, node);
    t->rule = rule;
    if (rule->file.len)
        t->file = rule->file;
    if (rule->line)
        t->line = rule->line;
}

static bool has_kind(const struct ans_running *r, const struct ans_node *node,
                     struct ans_str kind)
{
    for (size_t i = 0; i < r->out->tried.count; i++) {
        const struct ans_tried *t = &r->out->tried.items[i];
        if (t->what == ANS_TRIED_KIND_TEXT && t->node == node &&
            ans_str_eq(t->kind, kind))
            return true;
    }
    return false;
}

static void add_text(struct ans_running *r, const struct ans_node *node,
                     const struct ans_text *text)
{
    bool by_kind = false;
    for (size_t i = 0; i < text->count; i++)
        by_kind |= text->items[i].kind.len > 0;
    for (size_t i = 0; by_kind && i < text->count; i++) {
        if (has_kind(r, node, text->items[i].kind))
            continue;
        struct ans_tried *t = add(r, ANS_TRIED_KIND_TEXT, node);
        t->kind = text->items[i].kind;
        t->not_held = true; /* that others do not read it needs no trying */
    }
}

/* Every text of a node, found by the vocabulary. */
static void add_texts(struct ans_running *r, const struct ans_node *node)
{
    const struct ans_word *word = node->word;
    for (size_t i = 0; word && i < word->field_count; i++) {
        const struct ans_word_field *f = &word->fields[i];
        if ((f->kind == ANS_IS_TEXT || f->kind == ANS_IS_PROSE) &&
            ans_word_has(word, f))
            add_text(
                r, node,
                (const struct ans_text *)(const void *)((const char *)node +
                                                        f->offset));
    }
}

static void add_question(struct ans_running *r, const struct ans_question *q)
{
    add_rule(r, ANS_TRIED_QUESTION, &q->node, &q->shown_when);
    add_texts(r, &q->node);
    for (size_t i = 0; i < q->questions.count; i++)
        add_question(r, ANS_AT(ans_question, q->questions, i));
}

void ans_running_list(struct ans_running *r)
{
    const struct ans_county *c = r->o->county;
    const struct ans_join *join = c->join;
    add_texts(r, &join->node);
    if (join->may_join.count)
        add(r, ANS_TRIED_REFUSAL, &join->node);
    if (join->by_invitation)
        add(r, ANS_TRIED_INVITATION, &join->node);
    for (size_t i = 0; i < join->closed.count; i++)
        add(r, ANS_TRIED_CLOSED, join->closed.items[i]);
    for (size_t s = 0; s < join->steps.count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, s);
        for (size_t i = 0; i < step->questions.count; i++)
            add_question(r, ANS_AT(ans_question, step->questions, i));
    }
    for (size_t i = 0; c->welcome && i < c->welcome->items.count; i++) {
        const struct ans_item *item = ANS_AT(ans_item, c->welcome->items, i);
        add_rule(r, ANS_TRIED_ITEM, &item->node, &item->offered_when);
        add_texts(r, &item->node);
    }
}

static void mark(struct ans_tried *t, bool held)
{
    t->held |= held;
    t->not_held |= !held;
}

/* The question of a node, or the group that it stands in. */
static const struct ans_trial_question *question_of(const struct ans_trial *t,
                                                    const struct ans_node *node)
{
    for (size_t i = 0; i < t->questions.count; i++) {
        const struct ans_question *q = t->questions.items[i].question;
        if (&q->node == node)
            return &t->questions.items[i];
        for (size_t k = 0; k < q->questions.count; k++)
            if (q->questions.items[k] == node)
                return &t->questions.items[i];
    }
    return NULL;
}

static void note_question(struct ans_running *r, struct ans_tried *tried,
                          const struct ans_trial *t)
{
    const struct ans_trial_question *q = question_of(t, tried->node);
    struct ans_err err = {0};
    if (!q || !q->reached)
        return;
    if (&q->question->node == tried->node)
        mark(tried, q->asked);
    else if (q->asked) /* within a group */
        mark(tried, ans_rule_holds(tried->rule, r->o->county, t->answers,
                                   &r->o->runner, &err));
}

static void note_item(struct ans_tried *tried, const struct ans_trial *t)
{
    for (size_t i = 0; i < t->items.count; i++)
        if (&t->items.items[i].item->node == tried->node)
            mark(tried, t->items.items[i].gets != ANS_TRIAL_NOT);
}

/* Does an organisation of this kind read the variant? */
static bool reads(const struct ans_running *r, const struct ans_tried *tried,
                  struct ans_str kind)
{
    if (tried->kind.len)
        return ans_str_eq(tried->kind, kind);
    return !has_kind(r, tried->node, kind);
}

static void note_text(struct ans_running *r, struct ans_tried *tried,
                      const struct ans_trial *t)
{
    const struct ans_trial_question *q = question_of(t, tried->node);
    bool met = q ? q->asked : t->end == ANS_TRIAL_JOINS;
    if (met && t->kind.len && reads(r, tried, t->kind))
        tried->held = true;
}

void ans_running_note(struct ans_running *r, const struct ans_trial *t)
{
    for (size_t i = 0; i < r->out->tried.count; i++) {
        struct ans_tried *tried = &r->out->tried.items[i];
        switch (tried->what) {
        case ANS_TRIED_QUESTION:
            note_question(r, tried, t);
            break;
        case ANS_TRIED_ITEM:
            note_item(tried, t);
            break;
        case ANS_TRIED_REFUSAL:
            if (t->end == ANS_TRIAL_JOINS || t->end == ANS_TRIAL_REFUSED)
                mark(tried, t->end == ANS_TRIAL_REFUSED);
            break;
        case ANS_TRIED_INVITATION:
            if (t->end != ANS_TRIAL_CLOSED && !t->persona->renews)
                mark(tried, t->end == ANS_TRIAL_UNINVITED);
            break;
        case ANS_TRIED_CLOSED:
            mark(tried, t->closed && &t->closed->node == tried->node);
            break;
        case ANS_TRIED_KIND_TEXT:
            note_text(r, tried, t);
            break;
        }
    }
}
