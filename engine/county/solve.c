#include "county/solve.h"

#include <stdlib.h>

#include "base/attr.h"

enum {
    MOST_SLOTS = 200, /* questions that one rule leans on, in all */
    MOST_NAMED = 63   /* answers of one question that rules name */
};

/* Kleene's three values, as in county/rule.c. */
enum truth { NO, UNKNOWN, YES };

/* A rule with its questions and answers looked up. */
struct node {
    enum ans_rule_op op;
    size_t slot;     /* ANSWERED */
    uint64_t values; /* those of the slot that count; 0 and `any`: each */
    bool any;
    struct node *nodes;
    size_t count;
};

/* A question that matters, and how it is answered at this moment. */
struct slot {
    const struct ans_question *q;
    size_t place;          /* in the form */
    struct ans_str *names; /* answers that rules tell apart */
    size_t named;
    uint64_t possible; /* of those: the ones that can be given */
    size_t others;     /* how many further answers there are */
    struct node shown;
    /* The answer. */
    bool settled;
    bool answered;
    uint64_t yes, no; /* named answers that it has, and has not */
};

struct search {
    struct ans_solver *solver;
    struct ans_arena *arena;
    struct slot *slots[MOST_SLOTS];
    size_t count;
    struct slot *order[MOST_SLOTS]; /* by place */
    const struct node *target;
    enum truth wanted;
    int64_t steps;
    bool too_large;
};

/* Of two that share an id the first in the form is meant. */
static int by_id(const void *a, const void *b)
{
    const struct ans_solver_id *x = a, *y = b;
    int order = ans_str_cmp(x->id, y->id);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

static void add_question(struct ans_solver *s, const struct ans_question *q)
{
    s->by_id[s->count] = (struct ans_solver_id){q->node.id, s->count};
    s->form[s->count++] = q;
}

struct ans_solver *ans_solver_new(struct ans_arena *arena,
                                  const struct ans_county *county)
{
    const struct ans_join *join = county->join;
    struct ans_solver *s = ANS_NEW(arena, struct ans_solver);
    size_t count = 0;
    for (size_t i = 0; i < join->steps.count; i++)
        count += ANS_AT(ans_step, join->steps, i)->questions.count;
    *s = (struct ans_solver){
        .county = county,
        .form = ANS_NEW_ARRAY(arena, const struct ans_question *, count + 1),
        .by_id = ANS_NEW_ARRAY(arena, struct ans_solver_id, count + 1),
        .supposed = ANS_NEW_ARRAY(arena, enum ans_supposed, count + 1),
        .steps = ANS_SOLVE_ALL_STEPS,
    };
    for (size_t i = 0; i < join->steps.count; i++) {
        const struct ans_nodes *all =
            &ANS_AT(ans_step, join->steps, i)->questions;
        for (size_t k = 0; k < all->count; k++)
            add_question(s, ANS_AT(ans_question, *all, k));
    }
    if (s->count)
        qsort(s->by_id, s->count, sizeof(*s->by_id), by_id);
    return s;
}

size_t ans_solver_place(const struct ans_solver *s, struct ans_str question)
{
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ans_str_cmp(s->by_id[middle].id, question) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s->count && ans_str_eq(s->by_id[low].id, question)
               ? s->by_id[low].place
               : s->count;
}

/* From rules to nodes. */

static size_t slot_of(struct search *s, size_t place)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->slots[i]->place == place)
            return i;
    if (s->count == MOST_SLOTS) {
        s->too_large = true;
        return 0;
    }
    struct slot *slot = ANS_NEW(s->arena, struct slot);
    slot->q = s->solver->form[place];
    slot->place = place;
    s->slots[s->count] = slot;
    return s->count++;
}

static uint64_t value_bit(struct search *s, struct slot *slot,
                          struct ans_str value)
{
    for (size_t i = 0; i < slot->named; i++)
        if (ans_str_eq(slot->names[i], value))
            return (uint64_t)1 << i;
    if (slot->named == MOST_NAMED) {
        s->too_large = true;
        return 0;
    }
    slot->names = ans_arena_grow(s->arena, slot->names, slot->named,
                                 sizeof(*slot->names));
    slot->names[slot->named] = value;
    return (uint64_t)1 << slot->named++;
}

static void compile_answered(struct search *s, const struct ans_rule *rule,
                             struct node *out)
{
    size_t place = ans_solver_place(s->solver, rule->question);
    if (place == s->solver->count) { /* never answered: no rules, so none */
        out->op = ANS_RULE_ANY;
        return;
    }
    out->slot = slot_of(s, place);
    out->any = !rule->values.count;
    for (size_t i = 0; i < rule->values.count && !s->too_large; i++)
        out->values |= value_bit(s, s->slots[out->slot], rule->values.items[i]);
}

static void compile(struct search *s, const struct ans_rule *rule,
                    struct node *out)
{
    *out = (struct node){.op = rule->op};
    if (rule->op == ANS_RULE_ANSWERED)
        compile_answered(s, rule, out);
    if (!rule->count || s->too_large)
        return;
    out->nodes = ANS_NEW_ARRAY(s->arena, struct node, rule->count);
    for (size_t i = 0; i < rule->count; i++)
        compile(s, &rule->rules[i], &out->nodes[out->count++]);
}

/* Which of the named answers a question has to offer, and how many more. */

static size_t count_areas(const struct ans_county *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        count += s->areas.count;
        for (size_t k = 0; k < s->areas.count; k++)
            count += ANS_AT(ans_area, s->areas, k)->areas.count;
    }
    return count;
}

static size_t count_kinds(const struct ans_county *c)
{
    size_t count = 0;
    for (size_t i = 0; i < ans_kind_count; i++)
        count += ans_join_admits(c->join, ans_str_from(ans_kinds[i]));
    return count;
}

/* How many answers there are; SIZE_MAX when they cannot be listed. */
static size_t count_answers(const struct ans_county *c,
                            const struct ans_question *q)
{
    switch (q->type) {
    case ANS_Q_KIND:
        return count_kinds(c);
    case ANS_Q_MUNICIPALITY:
        return c->municipalities.count;
    case ANS_Q_CHOICE:
    case ANS_Q_CHOICES:
        return q->options.count;
    case ANS_Q_AREAS:
        return count_areas(c);
    case ANS_Q_YES_NO:
        return 2;
    case ANS_Q_CONSENT:
        return 1;
    default:
        return SIZE_MAX;
    }
}

static bool offers(const struct ans_county *c, const struct ans_question *q,
                   struct ans_str value)
{
    switch (q->type) {
    case ANS_Q_KIND:
        for (size_t i = 0; i < ans_kind_count; i++)
            if (ans_str_is(value, ans_kinds[i]))
                return ans_join_admits(c->join, value);
        return false;
    case ANS_Q_MUNICIPALITY:
        return ans_county_municipality(c, value) != NULL;
    case ANS_Q_CHOICE:
    case ANS_Q_CHOICES:
        return ans_question_option(q, value) != NULL;
    case ANS_Q_AREAS:
        return ans_county_area(c, value, INT64_MAX) != NULL;
    case ANS_Q_YES_NO:
        return ans_str_is(value, "yes") || ans_str_is(value, "no");
    case ANS_Q_CONSENT:
        return ans_str_is(value, "yes");
    case ANS_Q_BY_SEX:
    case ANS_Q_GROUP:
        return false;
    default:
        return true;
    }
}

static void list_answers(const struct ans_county *c, struct slot *slot)
{
    size_t count = count_answers(c, slot->q);
    size_t given = 0;
    for (size_t i = 0; i < slot->named; i++) {
        if (!offers(c, slot->q, slot->names[i]))
            continue;
        slot->possible |= (uint64_t)1 << i;
        given++;
    }
    slot->others = count - given; /* SIZE_MAX stays large */
}

/* What a rule says of the answers so far. */

static enum truth ask(struct search *s, const struct node *node);

static enum truth ask_slot(const struct search *s, const struct node *node)
{
    const struct slot *slot = s->slots[node->slot];
    if (slot->yes & node->values)
        return YES;
    if (slot->settled)
        return node->any && slot->answered ? YES : NO;
    return (node->values & ~slot->no) || node->any ? UNKNOWN : NO;
}

static enum truth ask_any(struct search *s, const struct node *node)
{
    enum truth best = NO;
    for (size_t i = 0; i < node->count && best != YES; i++) {
        enum truth t = ask(s, &node->nodes[i]);
        best = t > best ? t : best;
    }
    return best;
}

static enum truth ask_all(struct search *s, const struct node *node)
{
    enum truth worst = YES;
    for (size_t i = 0; i < node->count && worst != NO; i++) {
        enum truth t = ask(s, &node->nodes[i]);
        worst = t < worst ? t : worst;
    }
    return worst;
}

static enum truth ask(struct search *s, const struct node *node)
{
    s->steps--;
    switch (node->op) {
    case ANS_RULE_ALWAYS:
        return YES;
    case ANS_RULE_ANSWERED:
        return ask_slot(s, node);
    case ANS_RULE_ANY:
        return ask_any(s, node);
    case ANS_RULE_ALL:
        return ask_all(s, node);
    case ANS_RULE_NONE:
        return (enum truth)(YES - ask_any(s, node));
    case ANS_RULE_FUNCTION:
        break;
    }
    return UNKNOWN;
}

/* The search: questions in the order of the form, each with every answer that
 * it can have. True: a form was found. */

static bool go_on(struct search *s, size_t at);

static bool settle(struct search *s, size_t at, bool answered, uint64_t yes)
{
    struct slot *slot = s->order[at];
    slot->settled = true;
    slot->answered = answered;
    slot->yes = yes;
    bool found = go_on(s, at + 1);
    slot->settled = slot->answered = false;
    slot->yes = 0;
    return found;
}

static bool try_one(struct search *s, size_t at)
{
    const struct slot *slot = s->order[at];
    for (size_t i = 0; i < slot->named; i++) {
        uint64_t bit = (uint64_t)1 << i;
        if ((slot->possible & bit) && settle(s, at, true, bit))
            return true;
    }
    return slot->others && settle(s, at, true, 0);
}

static size_t count_bits(uint64_t bits)
{
    size_t count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* Can a list of choices hold these named ones, and no other named ones? */
static bool may_choose(const struct slot *slot, uint64_t yes)
{
    size_t count = count_bits(yes);
    size_t least = slot->q->least > 1 ? (size_t)slot->q->least : 1;
    return slot->others >= least || count + slot->others >= least;
}

/* Each named choice taken or left, from the i-th on. */
static bool try_choices(struct search *s, size_t at, size_t i, uint64_t yes)
{
    struct slot *slot = s->order[at];
    uint64_t bit = (uint64_t)1 << i;
    slot->yes = yes;
    if ((slot->q->most && count_bits(yes) > (size_t)slot->q->most) ||
        s->steps <= 0 || ask(s, s->target) == (enum truth)(YES - s->wanted))
        return false;
    if (i == slot->named)
        return may_choose(slot, yes) && settle(s, at, true, yes);
    if ((slot->possible & bit) && try_choices(s, at, i + 1, yes | bit))
        return true;
    slot->yes = yes;
    slot->no |= bit;
    bool found = try_choices(s, at, i + 1, yes);
    slot->no &= ~bit;
    return found;
}

static bool try_answers(struct search *s, size_t at)
{
    struct slot *slot = s->order[at];
    if (slot->q->type != ANS_Q_CHOICES && slot->q->type != ANS_Q_AREAS)
        return try_one(s, at);
    bool found = try_choices(s, at, 0, 0);
    slot->yes = 0;
    return found;
}

static bool go_on(struct search *s, size_t at)
{
    if (s->steps <= 0)
        return false;
    enum truth truth = ask(s, s->target);
    /* What comes later can always be answered in some way. */
    if (truth != UNKNOWN || at == s->count)
        return truth == s->wanted || truth == UNKNOWN;
    const struct slot *slot = s->order[at];
    enum ans_supposed supposed = s->solver->supposed[slot->place];
    enum truth shown = supposed == ANS_SUPPOSE_EITHER  ? UNKNOWN
                       : supposed == ANS_SUPPOSE_SHOWN ? YES
                                                       : ask(s, &slot->shown);
    bool required = slot->q->required && supposed != ANS_SUPPOSE_OPTIONAL;
    if (shown != NO && try_answers(s, at))
        return true;
    return (shown != YES || !required) && settle(s, at, false, 0);
}

static int by_place(const void *a, const void *b)
{
    const struct slot *const *x = a, *const *y = b;
    return ((*x)->place > (*y)->place) - ((*x)->place < (*y)->place);
}

/* The questions that the rule names, those that their rules name, and so on;
 * `slots` grows meanwhile. */
static void gather(struct search *s, const struct ans_rule *rule,
                   struct node *target)
{
    compile(s, rule, target);
    for (size_t i = 0; i < s->count && !s->too_large; i++)
        compile(s, &s->slots[i]->q->shown_when, &s->slots[i]->shown);
    for (size_t i = 0; i < s->count; i++) {
        list_answers(s->solver->county, s->slots[i]);
        s->order[i] = s->slots[i];
    }
    if (s->count)
        qsort(s->order, s->count, sizeof(struct slot *), by_place);
}

enum ans_solved ans_solve(struct ans_solver *solver,
                          const struct ans_rule *rule, bool holds)
{
    int64_t least =
        solver->steps < ANS_SOLVE_STEPS ? solver->steps : ANS_SOLVE_STEPS;
    if (solver->steps <= 0)
        return ANS_SOLVED_GIVEN_UP;
    struct node target;
    struct search *s = calloc(1, sizeof(*s));
    if (!s)
        abort();
    s->solver = solver;
    s->arena = ans_arena_new(0);
    s->wanted = holds ? YES : NO;
    s->target = &target;
    s->steps = least;
    gather(s, rule, &target);
    bool found = !s->too_large && go_on(s, 0);
    bool gave_up = s->too_large || s->steps <= 0;
    solver->steps -= least - s->steps;
    ans_arena_free(s->arena);
    free(s);
    if (found)
        return ANS_SOLVED_SOMETIMES;
    return gave_up ? ANS_SOLVED_GIVEN_UP : ANS_SOLVED_NEVER;
}
