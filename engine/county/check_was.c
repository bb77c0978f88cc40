/* Names that questions, options and areas had before: ones that nobody has now,
 * and that one alone claims. */
#include "county/building.h"

/* What may have been called something: questions of a form or a group, the
 * options of a question. */
struct named {
    const struct ans_node *node;
    const struct ans_strs *was;
};

struct names {
    struct named *items;
    size_t count;
};

static void add(struct ans_build *b, struct names *names,
                const struct ans_node *node, const struct ans_strs *was)
{
    names->items = ans_arena_grow(b->arena, names->items, names->count,
                                  sizeof(*names->items));
    names->items[names->count++] = (struct named){node, was};
}

static void check_one(struct ans_build *b, const struct names *names, size_t at,
                      struct ans_str was)
{
    struct ans_spot spot =
        ans_build_field_spot(b, names->items[at].node, "was");
    for (size_t i = 0; i < names->count; i++) {
        const struct named *other = &names->items[i];
        if (ans_str_eq(other->node->id, was))
            ANS_BUILD_FAULT(b, spot, WAS_IN_USE, was,
                            ans_build_where(b, other->node), ANS_NONE);
        else if (i < at && ans_strs_has(other->was, was))
            ANS_BUILD_FAULT(b, spot, WAS_TWICE, was,
                            ans_build_where(b, other->node), ANS_NONE);
    }
}

static void check(struct ans_build *b, const struct names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        const struct ans_strs *was = names->items[i].was;
        for (size_t k = 0; k < was->count; k++)
            check_one(b, names, i, was->items[k]);
    }
}

static void check_inside(struct ans_build *b, const struct ans_question *q)
{
    struct names options = {0};
    struct names questions = {0};
    for (size_t i = 0; i < q->options.count; i++) {
        const struct ans_option *o = ANS_AT(ans_option, q->options, i);
        add(b, &options, &o->node, &o->was);
    }
    for (size_t i = 0; i < q->questions.count; i++) {
        const struct ans_question *sub = ANS_AT(ans_question, q->questions, i);
        add(b, &questions, &sub->node, &sub->was);
        check_inside(b, sub);
    }
    check(b, &options);
    check(b, &questions);
}

static void add_areas(struct ans_build *b, struct names *names,
                      const struct ans_nodes *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, *areas, i);
        add(b, names, &a->node, &a->was);
        add_areas(b, names, &a->areas);
    }
}

/* An older strategy may still have the name that a newer one has changed. */
void ans_check_was_areas(struct ans_build *b, const struct ans_strategy *s)
{
    struct names areas = {0};
    add_areas(b, &areas, &s->areas);
    check(b, &areas);
}

void ans_check_was(struct ans_build *b, const struct ans_join *j)
{
    struct names form = {0};
    for (size_t i = 0; i < j->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, j->steps, i);
        for (size_t k = 0; k < step->questions.count; k++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, k);
            add(b, &form, &q->node, &q->was);
            check_inside(b, q);
        }
    }
    check(b, &form);
}
