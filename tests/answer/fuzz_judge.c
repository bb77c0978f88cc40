/* Whatever a form is sent, it is judged; and typed answers that are sent again
 * are taken as they are. */
#include <stdlib.h>

#include "answer/answer.h"
#include "base/attr.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TYPES = ANS_Q_GROUP + 1, TODAY = 20454 };

/* A county whose form asks one question of each type, "a", "b", and so on. */
struct everything {
    struct ans_county county;
    struct ans_join join;
    struct ans_step step;
    struct ans_strategy strategy;
    struct ans_area area;
    struct ans_municipality municipality;
    struct ans_option options[2];
    struct ans_question parts[2], questions[TYPES];
    char ids[TYPES];
};

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void put(struct ans_arena *arena, struct ans_nodes *nodes,
                struct ans_node *node, struct ans_str id)
{
    node->id = id;
    nodes->items = ans_arena_grow(arena, nodes->items, nodes->count,
                                  sizeof(*nodes->items));
    nodes->items[nodes->count++] = node;
}

static void ask_all(struct ans_arena *arena, struct everything *e)
{
    for (int i = 0; i < TYPES; i++) {
        struct ans_question *q = &e->questions[i];
        q->type = (enum ans_question_type)i;
        q->decimals = q->type == ANS_Q_NUMBER ? 2 : 0;
        q->other = q->type == ANS_Q_BY_SEX;
        e->ids[i] = (char)('a' + i);
        put(arena, &e->step.questions, &q->node,
            (struct ans_str){&e->ids[i], 1});
        for (size_t k = 0;
             k < ANS_COUNT(e->options) &&
             (q->type == ANS_Q_CHOICE || q->type == ANS_Q_CHOICES);
             k++)
            put(arena, &q->options, &e->options[k].node,
                k ? ANS_STR("y") : ANS_STR("x"));
    }
    e->parts[0].type = ANS_Q_TEXT;
    e->parts[1].type = ANS_Q_DATE;
    struct ans_nodes *parts = &e->questions[ANS_Q_GROUP].questions;
    put(arena, parts, &e->parts[0].node, ANS_STR("x"));
    put(arena, parts, &e->parts[1].node, ANS_STR("y"));
}

static struct everything *make(struct ans_arena *arena)
{
    struct everything *e = ANS_NEW(arena, struct everything);
    e->county.join = &e->join;
    put(arena, &e->join.steps, &e->step.node, ANS_STR("s"));
    put(arena, &e->county.strategies, &e->strategy.node, ANS_STR("t"));
    put(arena, &e->strategy.areas, &e->area.node, ANS_STR("x"));
    put(arena, &e->county.municipalities, &e->municipality.node,
        ANS_STR("9901"));
    ask_all(arena, e);
    return e;
}

static void check_problems(const struct ans_judgement *judged)
{
    for (size_t i = 0; i < judged->count; i++) {
        const struct ans_problem *p = &judged->problems[i];
        check(p->question && p->code && p->field.len);
        for (size_t k = 0; k < p->values->count; k++) {
            struct ans_value v = p->values->pairs[k].value;
            check(v.type != ANS_TEXT || ans_text_valid(v.s));
        }
    }
}

/* The answers alone, sent as a visitor would. */
static void check_again(struct ans_arena *arena, const struct everything *e,
                        const struct ans_map *answers)
{
    static const struct ans_rule_runner none;
    struct ans_fields again = {0};
    struct ans_judgement second;
    for (int i = 0; i < TYPES; i++)
        ans_answer_fields(arena, &e->questions[i],
                          ans_map_get(answers, e->questions[i].node.id),
                          &again);
    ans_answer_judge(&e->county, &again, NULL, TODAY, &none, arena, &second);
    check(second.count == 0);
    check(ans_value_eq(ans_value_map((struct ans_map *)(uintptr_t)answers),
                       ans_value_map(second.answers)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct ans_fields_limits limits = {
        .count = 256, .name = 64, .value = 16 * 1024};
    static const struct ans_rule_runner none;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_fields raw;
    struct ans_err err = {0};
    struct ans_str body = {(const char *)data, size};
    struct ans_judgement judged;
    if (ans_fields_parse(arena, body, &limits, &raw, &err)) {
        struct everything *e = make(arena);
        ans_answer_judge(&e->county, &raw, NULL, TODAY, &none, arena, &judged);
        check_problems(&judged);
        if (!judged.count)
            check_again(arena, e, judged.answers);
    }
    ans_arena_free(arena);
    return 0;
}
