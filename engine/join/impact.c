#include "join/impact.h"

#include "answer/carry.h"
#include "base/clock.h"
#include "join/draft.h"
#include "member/member.h"

struct counting {
    const struct ans_impact_form *before, *after;
    const struct ans_impact_forms *forms;
    struct ans_arena *arena;
    struct ans_arena *scratch;
    struct ans_impact *out;
    int64_t today;
    int64_t end; /* steady clock */
};

static struct ans_impact_question *row_of(const struct counting *c,
                                          const struct ans_question *q)
{
    struct ans_impact *out = c->out;
    for (size_t i = 0; i < out->count; i++)
        if (ans_str_eq(out->questions[i].question->node.id, q->node.id))
            return &out->questions[i];
    out->questions = ans_arena_grow(c->arena, out->questions, out->count,
                                    sizeof(*out->questions));
    out->questions[out->count] = (struct ans_impact_question){.question = q};
    return &out->questions[out->count++];
}

static bool in_time(const struct counting *c)
{
    if (ans_clock_steady() < c->end)
        return true;
    c->out->cut = true;
    return false;
}

/* Questions, one after the other. */

struct walk {
    const struct ans_join *join;
    size_t step, at;
};

static const struct ans_question *next(struct walk *w)
{
    while (w->join && w->step < w->join->steps.count) {
        const struct ans_nodes *questions =
            &ANS_AT(ans_step, w->join->steps, w->step)->questions;
        if (w->at < questions->count)
            return ANS_AT(ans_question, *questions, w->at++);
        w->step++;
        w->at = 0;
    }
    return NULL;
}

/* Columns. Those that every county's export begins with do not change. */

static bool has_column(const struct ans_question *q)
{
    bool fixed = q->type == ANS_Q_NAME || q->type == ANS_Q_KIND ||
                 q->type == ANS_Q_MUNICIPALITY || q->type == ANS_Q_AREAS;
    return q->public && !fixed;
}

static const struct ans_question *counterpart(const struct ans_join *before,
                                              const struct ans_question *q)
{
    const struct ans_question *found =
        before ? ans_join_question(before, q->node.id) : NULL;
    for (size_t i = 0; before && !found && i < q->was.count; i++)
        found = ans_join_question(before, q->was.items[i]);
    return found;
}

static void add_id(struct ans_arena *arena, struct ans_strs *strs,
                   struct ans_str id)
{
    strs->items = ans_arena_grow(arena, strs->items, strs->count, sizeof(id));
    strs->items[strs->count++] = id;
}

void ans_impact_columns(struct ans_arena *arena,
                        const struct ans_county *before,
                        const struct ans_county *after, struct ans_impact *out)
{
    struct walk now = {.join = after->join};
    struct walk then = {.join = before->join};
    const struct ans_question *q;
    while ((q = next(&now))) {
        const struct ans_question *was = counterpart(before->join, q);
        if (has_column(q) && (!was || !has_column(was)))
            add_id(arena, &out->columns_come, q->node.id);
    }
    while ((q = next(&then))) {
        const struct ans_question *is =
            after->join ? ans_join_question_once(after->join, q->node.id)
                        : NULL;
        if (has_column(q) && (!is || !has_column(is)))
            add_id(arena, &out->columns_go, q->node.id);
    }
}

/* Drafts. */

static bool look_at_draft(void *context, struct ans_str version,
                          const struct ans_fields *raw)
{
    const struct counting *c = context;
    struct ans_form_changes changes;
    const struct ans_county *from = c->before->county;
    if (!ans_str_eq(version, from->version)) {
        const struct ans_county *begun =
            c->forms->begun(c->forms->context, version);
        from = begun ? begun : from;
    }
    struct ans_fields then = ans_answer_carry(c->scratch, from, c->today, raw);
    ans_answer_changes(c->scratch, from, c->after->county, c->today, &then,
                       &changes);
    bool hit = false;
    for (size_t i = 0; i < changes.count; i++) {
        const struct ans_form_change *change = &changes.items[i];
        if (change->what == ANS_CHANGE_LOST)
            row_of(c, change->from)->lost++;
        if (change->what == ANS_CHANGE_ANEW)
            row_of(c, change->to)->anew++;
        hit |= change->what != ANS_CHANGE_ADDED;
    }
    c->out->drafts++;
    c->out->drafts_hit += hit;
    return in_time(c);
}

/* Members. */

/* The answers by the names that a form has for them. */
static struct ans_map *answers_to(const struct counting *c,
                                  const struct ans_county *county,
                                  const struct ans_map *answers)
{
    struct ans_map *found = ans_map_new(c->scratch);
    struct walk w = {.join = county->join};
    const struct ans_question *q;
    while ((q = next(&w)))
        ans_map_set(found, q->node.id,
                    ans_answer_renamed(c->scratch, county, c->today, q,
                                       ans_answer_once(answers, q)));
    return found;
}

static bool lacks(const struct ans_impact_form *form,
                  const struct ans_question *q, const struct ans_map *answers)
{
    struct ans_err ignored = {0};
    return q->required && ans_map_get(answers, q->node.id).type == ANS_NIL &&
           ans_answer_shown(q, form->county, answers, &form->runner, &ignored);
}

static bool look_at_member(void *context, const struct ans_map *answers)
{
    const struct counting *c = context;
    const struct ans_county *after = c->after->county;
    struct ans_map *then = answers_to(c, c->before->county, answers);
    struct ans_map *now = answers_to(c, after, answers);
    struct walk w = {.join = after->join};
    const struct ans_question *q;
    bool hidden = false;
    bool lacking = false;
    while ((q = next(&w))) {
        const struct ans_question *was =
            counterpart(c->before->county->join, q);
        if (was && was->public && !q->public &&
            ans_map_get(now, q->node.id).type != ANS_NIL) {
            row_of(c, q)->hidden++;
            hidden = true;
        }
        if (lacks(c->after, q, now) && !(was && lacks(c->before, was, then))) {
            row_of(c, q)->lacking++;
            lacking = true;
        }
    }
    c->out->members++;
    c->out->hidden += hidden;
    c->out->lacking += lacking;
    return in_time(c);
}

bool ans_impact_count(struct ans_db *db, const struct ans_impact_forms *forms,
                      int64_t now, int64_t ms, struct ans_arena *arena,
                      struct ans_impact *out, struct ans_err *err)
{
    const struct ans_impact_form *before = &forms->before;
    const struct ans_impact_form *after = &forms->after;
    *out = (struct ans_impact){0};
    struct counting c = {.before = before,
                         .after = after,
                         .forms = forms,
                         .arena = arena,
                         .scratch = ans_arena_new(0),
                         .out = out,
                         .today = ans_moment_to_days(now)};
    ans_impact_columns(arena, before->county, after->county, out);
    c.end = ans_clock_steady() + ms;
    bool ok = ans_draft_each(db, now, c.scratch, look_at_draft, &c, err);
    c.end = ans_clock_steady() + ms;
    ok = ok && ans_member_count(db, &out->members_all, err) &&
         ans_member_each_answers(db, c.scratch, look_at_member, &c, err);
    ans_arena_free(c.scratch);
    return ok;
}
