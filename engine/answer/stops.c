#include "answer/stops.h"

#include "answer/people.h"
#include "base/clock.h"

enum {
    MOST_CALLS = 6000,
    MOST_CPU_US = 300 * 1000 /* of functions that take long */
};

/* A function, where it stands, and the whole rule that it is part of. */
struct function {
    const struct ans_rule *whole;
    const struct ans_rule *part;
    bool stopped;
};

struct ans_stops {
    struct ans_arena *arena;
    const struct ans_county *county;
    const struct ans_rule_runner *runner;
    struct ans_faults *faults;
    struct function *functions;
    size_t count;
    size_t calls;
    int64_t until; /* CPU of the thread */
};

static void add_functions(struct ans_stops *s, const struct ans_rule *whole,
                          const struct ans_rule *part)
{
    if (part->op == ANS_RULE_FUNCTION) {
        s->functions = ans_arena_grow(s->arena, s->functions, s->count,
                                      sizeof(*s->functions));
        s->functions[s->count++] = (struct function){whole, part, false};
    }
    for (size_t i = 0; i < part->count; i++)
        add_functions(s, whole, &part->rules[i]);
}

struct ans_stops *ans_stops_new(struct ans_arena *arena,
                                const struct ans_county *c,
                                const struct ans_rule_runner *runner,
                                struct ans_faults *faults)
{
    struct ans_stops *s = ANS_NEW(arena, struct ans_stops);
    *s = (struct ans_stops){.arena = arena,
                            .county = c,
                            .runner = runner,
                            .faults = faults,
                            .until = ans_clock_cpu() + MOST_CPU_US};
    for (size_t i = 0; c->join && i < c->join->steps.count; i++) {
        const struct ans_nodes *all =
            &ANS_AT(ans_step, c->join->steps, i)->questions;
        for (size_t k = 0; k < all->count; k++) {
            const struct ans_rule *rule =
                &ANS_AT(ans_question, *all, k)->shown_when;
            add_functions(s, rule, rule);
        }
    }
    for (size_t i = 0; c->welcome && i < c->welcome->items.count; i++) {
        const struct ans_rule *rule =
            &ANS_AT(ans_item, c->welcome->items, i)->offered_when;
        add_functions(s, rule, rule);
    }
    return s;
}

static bool may_go_on(const struct ans_stops *s)
{
    return s->calls < MOST_CALLS && ans_clock_cpu() < s->until;
}

/* Ask the rule, with one function saying what it is told to when it fails. */
struct asking {
    struct ans_stops *stops;
    int function;
    bool says;
    struct ans_err err; /* why it failed */
};

static bool ask(void *context, int function, const struct ans_map *answers,
                bool *holds, struct ans_err *err)
{
    struct asking *a = context;
    const struct ans_rule_runner *runner = a->stops->runner;
    struct ans_err own = {0};
    a->stops->calls++;
    if (runner->call(runner->context, function, answers, holds, &own))
        return true;
    if (function != a->function)
        return ans_err_set(err, ANS_ERR_SCRIPT, "%s", own.text);
    a->err = own;
    *holds = a->says;
    return true;
}

/* Does the function fail on these answers, and does that decide the rule? */
static bool fails(struct ans_stops *s, const struct function *f,
                  const struct ans_map *answers, struct ans_err *err)
{
    struct asking a = {.stops = s, .function = f->part->function, .says = true};
    const struct ans_rule_runner runner = {&a, ask};
    bool yes = ans_rule_holds(f->whole, s->county, answers, &runner, NULL);
    if (!a.err.kind)
        return false;
    a.says = false;
    *err = a.err;
    return yes != ans_rule_holds(f->whole, s->county, answers, &runner, NULL);
}

/* The answers and one more. */
static struct ans_map *with_answer(struct ans_stops *s,
                                   const struct ans_map *answers,
                                   const struct ans_question *q)
{
    const struct ans_person person = {.kind = ANS_STR("other"),
                                      .says = ANS_PERSON_ALL};
    struct ans_map *more = ans_map_new(s->arena);
    for (size_t i = 0; i < answers->count; i++)
        ans_map_set(more, answers->pairs[i].key, answers->pairs[i].value);
    ans_map_set(more, q->node.id,
                ans_person_answer(s->arena, s->county, q, &person));
    return more;
}

/* Is it this answer that the function misses? Surely, when it does not fail
 * with it; maybe, when it fails elsewhere. */
enum missed { NOT_MISSED, MAYBE_MISSED, MISSED };

static enum missed is_missed(struct ans_stops *s, const struct function *f,
                             const struct ans_map *answers,
                             const struct ans_question *q,
                             const struct ans_err *before)
{
    struct ans_err err = {0};
    bool holds;
    s->calls++;
    if (s->runner->call(s->runner->context, f->part->function,
                        with_answer(s, answers, q), &holds, &err))
        return MISSED;
    return strcmp(err.text, before->text) != 0 ? MAYBE_MISSED : NOT_MISSED;
}

/* The question whose missing answer makes the function fail, or NULL. */
static const struct ans_question *find_missed(struct ans_stops *s,
                                              const struct function *f,
                                              const struct ans_map *answers,
                                              const struct ans_err *err)
{
    const struct ans_question *maybe = NULL;
    const struct ans_nodes *steps = &s->county->join->steps;
    if (err->kind == ANS_ERR_LIMIT)
        return NULL; /* trying again would take as long, each time */
    for (size_t i = 0; i < steps->count; i++) {
        const struct ans_nodes *all = &ANS_AT(ans_step, *steps, i)->questions;
        for (size_t k = 0; k < all->count; k++) {
            const struct ans_question *q = ANS_AT(ans_question, *all, k);
            if (ans_map_get(answers, q->node.id).type != ANS_NIL)
                continue;
            enum missed missed = is_missed(s, f, answers, q, err);
            if (missed == MISSED)
                return q;
            if (missed == MAYBE_MISSED && !maybe)
                maybe = q;
        }
    }
    return maybe;
}

static struct ans_str where(struct ans_stops *s, const struct ans_node *node)
{
    return ans_arena_printf(s->arena, "%.*s:%d", ANS_STR_ARG(node->file),
                            node->line);
}

static void report(struct ans_stops *s, const struct function *f,
                   struct ans_str who, const struct ans_map *answers,
                   const struct ans_err *err)
{
    static const struct ans_str none;
    const struct ans_question *q = find_missed(s, f, answers, err);
    struct ans_str text = ans_str_from(err->text);
    enum ans_fault_code code = ANS_FAULT_FAILS_FOR_SOME_LUA;
    if (!q && ans_str_ends(text, ANS_STR(ANS_RULE_UNDECIDED)))
        code = ANS_FAULT_FAILS_FOR_SOME_UNDECIDED;
    if (err->kind == ANS_ERR_LIMIT)
        code = ANS_FAULT_FAILS_FOR_SOME_SLOW;
    if (q)
        code = ans_answer_shown(q, s->county, answers, s->runner, NULL)
                   ? ANS_FAULT_FAILS_FOR_SOME_UNANSWERED
                   : ANS_FAULT_FAILS_FOR_SOME;
    ans_fault_add(s->faults, code, f->part->file, f->part->line, who,
                  q ? q->node.id : text, q ? where(s, &q->node) : none);
}

void ans_stops_try(struct ans_stops *s, struct ans_str who,
                   const struct ans_map *answers)
{
    for (size_t i = 0; i < s->count && may_go_on(s); i++) {
        struct ans_err err = {0};
        struct function *f = &s->functions[i];
        if (f->stopped || !fails(s, f, answers, &err))
            continue;
        f->stopped = true;
        report(s, f, who, answers, &err);
    }
}

/* The same person of every kind that may join. */
static void try_kinds(struct ans_stops *s, struct ans_person person)
{
    for (size_t i = 0; i < ans_kind_count && may_go_on(s); i++) {
        person.kind = ans_str_from(ans_kinds[i]);
        if (!ans_join_admits(s->county->join, person.kind))
            continue;
        struct ans_arena *arena = ans_arena_new(0);
        ans_stops_try(s, person.kind,
                      ans_person_answers(arena, s->county, &person, s->runner));
        ans_arena_free(arena);
    }
}

static void try_options(struct ans_stops *s, const struct ans_question *q)
{
    for (size_t i = 1; i <= ans_person_options(q); i++)
        try_kinds(s, (struct ans_person){
                         .says = ANS_PERSON_ALL, .odd = q, .option = i});
}

static void try_odd(struct ans_stops *s, const struct ans_question *q)
{
    if (q->required)
        return;
    try_kinds(s, (struct ans_person){.says = ANS_PERSON_ALL, .odd = q});
    try_kinds(s, (struct ans_person){.says = ANS_PERSON_MINIMUM, .odd = q});
}

static void for_questions(struct ans_stops *s,
                          void (*each)(struct ans_stops *s,
                                       const struct ans_question *q))
{
    const struct ans_nodes *steps = &s->county->join->steps;
    for (size_t i = 0; i < steps->count; i++) {
        const struct ans_nodes *all = &ANS_AT(ans_step, *steps, i)->questions;
        for (size_t k = 0; k < all->count; k++)
            each(s, ANS_AT(ans_question, *all, k));
    }
}

void ans_stops_try_people(struct ans_stops *s)
{
    if (!s->count || !s->county->join)
        return;
    try_kinds(s, (struct ans_person){.says = ANS_PERSON_ALL});
    try_kinds(s, (struct ans_person){.says = ANS_PERSON_MINIMUM});
    try_kinds(s, (struct ans_person){.says = ANS_PERSON_BRIEF});
    for_questions(s, try_options);
    for_questions(s, try_odd);
}
