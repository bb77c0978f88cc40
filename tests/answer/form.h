/* form: a county made by hand, with the questions that a test needs.
 *
 * A case is what a browser would send ("q.day=1&q.month=2", nothing escaped),
 * and what becomes of it, as text: answers as JSON, problems as
 * "field code {values}" parted by "; ".
 */
#pragma once

#include "check.h"

#include "answer/answer.h"
#include "base/buf.h"
#include "codec/json.h"

#define TODAY 20454 /* 2026-01-01 */

struct form {
    struct ans_arena *arena;
    struct ans_county county;
    struct ans_join join;
    struct ans_strategy strategy;
    struct ans_step *step; /* the one that questions are added to */
    struct ans_rule_runner runner;
    struct ans_judgement judged;
};

static inline void add_node(struct form *f, struct ans_nodes *nodes, void *node,
                            const char *id)
{
    struct ans_node *n = node;
    n->id = ans_str_from(id);
    nodes->items = ans_arena_grow(f->arena, nodes->items, nodes->count,
                                  sizeof(*nodes->items));
    nodes->items[nodes->count++] = n;
}

static inline struct ans_text text_of(struct form *f, const char *sv,
                                      const char *en)
{
    struct ans_text_item *items =
        ANS_NEW_ARRAY(f->arena, struct ans_text_item, 2);
    items[0].lang = ANS_STR("sv");
    items[0].str = ans_str_from(sv);
    items[1].lang = ANS_STR("en");
    items[1].str = ans_str_from(en);
    return (struct ans_text){.items = items, .count = en ? 2 : 1};
}

static inline void add_step(struct form *f, const char *id)
{
    f->step = ANS_NEW(f->arena, struct ans_step);
    add_node(f, &f->join.steps, f->step, id);
}

static inline struct ans_question *ask_in(struct form *f,
                                          struct ans_nodes *nodes,
                                          enum ans_question_type type,
                                          const char *id)
{
    struct ans_question *q = ANS_NEW(f->arena, struct ans_question);
    q->type = type;
    add_node(f, nodes, q, id);
    return q;
}

static inline struct ans_question *ask(struct form *f,
                                       enum ans_question_type type,
                                       const char *id)
{
    return ask_in(f, &f->step->questions, type, id);
}

static inline void offer(struct form *f, struct ans_question *q, const char *id,
                         const char *label)
{
    struct ans_option *o = ANS_NEW(f->arena, struct ans_option);
    o->label = text_of(f, label, NULL);
    add_node(f, &q->options, o, id);
}

static inline void only_when(struct form *f, struct ans_question *q,
                             const char *question, const char *value)
{
    q->shown_when.op = ANS_RULE_ANSWERED;
    q->shown_when.question = ans_str_from(question);
    if (!value)
        return;
    q->shown_when.values.items = ANS_NEW(f->arena, struct ans_str);
    q->shown_when.values.items[0] = ans_str_from(value);
    q->shown_when.values.count = 1;
}

static inline void add_area(struct form *f, const char *id, const char *title)
{
    struct ans_area *a = ANS_NEW(f->arena, struct ans_area);
    a->title = text_of(f, title, NULL);
    add_node(f, &f->strategy.areas, a, id);
}

static inline void add_municipality(struct form *f, const char *code,
                                    const char *name)
{
    struct ans_municipality *m = ANS_NEW(f->arena, struct ans_municipality);
    m->name = text_of(f, name, NULL);
    add_node(f, &f->county.municipalities, m, code);
}

/* A county of two municipalities and three areas, whose form has one step
 * and no question yet. */
static inline struct form *form_new(void)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct form *f = ANS_NEW(arena, struct form);
    f->arena = arena;
    f->county.join = &f->join;
    add_node(f, &f->county.strategies, &f->strategy, "s");
    add_area(f, "makt", "Makt och inflytande");
    add_area(f, "vald", "Frihet från våld");
    add_area(f, "halsa", "Hälsa");
    add_municipality(f, "9901", "Västerby");
    add_municipality(f, "9902", "Österby");
    add_step(f, "one");
    return f;
}

static inline void form_free(struct form *f)
{
    ans_arena_free(f->arena);
}

static inline struct ans_fields fields_of(struct form *f, const char *sent)
{
    struct ans_fields fields = {0};
    struct ans_str rest = ans_str_from(sent);
    while (rest.len) {
        struct ans_str value = ans_str_cut(&rest, '&');
        struct ans_str name = ans_str_cut(&value, '=');
        ans_fields_add(f->arena, &fields, name, value);
    }
    return fields;
}

static inline struct ans_str fields_text(struct form *f,
                                         const struct ans_fields *fields)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < fields->count; i++)
        ans_buf_printf(&b, "%s%.*s=%.*s", i ? "&" : "",
                       ANS_STR_ARG(fields->items[i].name),
                       ANS_STR_ARG(fields->items[i].value));
    struct ans_str text = ans_arena_str(f->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

static inline void judge_fields(struct form *f, const struct ans_fields *fields,
                                const struct ans_step *step)
{
    ans_answer_judge(&f->county, fields, step, TODAY, &f->runner, f->arena,
                     &f->judged);
}

static inline void judge(struct form *f, const char *sent)
{
    struct ans_fields fields = fields_of(f, sent);
    judge_fields(f, &fields, NULL);
}

static inline struct ans_str answers_text(struct form *f)
{
    struct ans_buf b = {0};
    ans_json_write(&b, ans_value_map(f->judged.answers));
    struct ans_str text = ans_arena_str(f->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

static inline struct ans_str problems_text(struct form *f)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < f->judged.count; i++) {
        const struct ans_problem *p = &f->judged.problems[i];
        ans_buf_printf(&b, "%s%.*s %s", i ? "; " : "", ANS_STR_ARG(p->field),
                       p->code);
        if (p->values->count) {
            struct ans_map *values = ans_map_new(f->arena);
            for (size_t k = 0; k < p->values->count; k++)
                ans_map_set(values, p->values->pairs[k].key,
                            p->values->pairs[k].value);
            ans_buf_add_byte(&b, ' ');
            ans_json_write(&b, ans_value_map(values));
        }
    }
    struct ans_str text = ans_arena_str(f->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

struct sending {
    const char *sent, *answers, *problems;
};

static inline void assert_sendings(struct form *f, const struct sending *cases,
                                   size_t count)
{
    for (size_t i = 0; i < count; i++) {
        judge(f, cases[i].sent);
        struct ans_str answers = answers_text(f);
        struct ans_str problems = problems_text(f);
        if (!ans_str_is(answers, cases[i].answers) ||
            !ans_str_is(problems, cases[i].problems))
            fail_msg("%s\n  gives  %.*s\n         %.*s\n  not    %s\n"
                     "         %s",
                     cases[i].sent, ANS_STR_ARG(answers), ANS_STR_ARG(problems),
                     cases[i].answers, cases[i].problems);
    }
}

#define ASSERT_SENDINGS(form, cases)                                           \
    assert_sendings((form), (cases), ANS_COUNT(cases))
