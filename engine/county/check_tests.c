/* Tests: personas that exist, languages that the county has, answers that the
 * form offers. */
#include "county/building.h"
#include "county/tests.h"

/* Is the question among those that the persona is to answer wrongly? */
static bool is_wrong_on_purpose(const struct ans_tests *tests,
                                const struct ans_persona *persona,
                                const struct ans_question *q)
{
    for (size_t i = 0; i < tests->expects.count; i++) {
        const struct ans_expect *e = ANS_AT(ans_expect, tests->expects, i);
        if (!ans_str_eq(e->node.id, persona->node.id))
            continue;
        for (size_t k = 0; k < e->problems.count; k++)
            if (ans_str_eq(e->problems.items[k].question, q->node.id))
                return true;
    }
    return false;
}

static bool is_kind(struct ans_str s)
{
    for (size_t i = 0; i < ans_kind_count; i++)
        if (ans_str_is(s, ans_kinds[i]))
            return true;
    return false;
}

/* A kind that may not join can still be answered: it is refused then. */
static void check_pick(struct ans_build *b, const struct ans_node *node,
                       const struct ans_question *q, struct ans_value v)
{
    struct ans_str near = {0};
    if (v.type != ANS_TEXT || (q->type == ANS_Q_KIND && is_kind(v.s)) ||
        ans_build_offers(b, q, v.s, &near))
        return;
    const struct ans_said_pair *pair = ans_build_said(b, node, q->node.id.ptr);
    struct ans_spot spot = ans_build_spot(node);
    if (pair && pair->line)
        spot.line = pair->line;
    ANS_BUILD_FAULT(b, spot, ANSWER_NOT_OFFERED, v.s, q->node.id, near);
}

/* The answers of a persona, or what it answered before. */
static void check_answers(struct ans_build *b, const struct ans_tests *tests,
                          const struct ans_persona *persona,
                          const struct ans_node *node,
                          const struct ans_map *answers)
{
    for (size_t i = 0; i < answers->count; i++) {
        const struct ans_pair *pair = &answers->pairs[i];
        const struct ans_question *q =
            ans_join_question(b->county->join, pair->key);
        bool picked = q->type == ANS_Q_KIND || q->type == ANS_Q_MUNICIPALITY ||
                      q->type == ANS_Q_CHOICE || q->type == ANS_Q_CHOICES ||
                      q->type == ANS_Q_AREAS;
        if (!picked || is_wrong_on_purpose(tests, persona, q))
            continue;
        if (pair->value.type != ANS_LIST)
            check_pick(b, node, q, pair->value);
        for (size_t k = 0;
             pair->value.type == ANS_LIST && k < pair->value.list->count; k++)
            check_pick(b, node, q, pair->value.list->items[k]);
    }
}

static void check_persona(struct ans_build *b, const struct ans_tests *tests,
                          const struct ans_persona *persona)
{
    const struct ans_renews *r = persona->renews;
    check_answers(b, tests, persona, &persona->node, persona->answers);
    if (!r)
        return;
    check_answers(b, tests, persona, &r->node, r->answers);
    struct ans_strs known = ans_build_ids(b, &b->county->strategies);
    if (r->node.id.len && !ans_strs_has(&known, r->node.id))
        ANS_BUILD_FAULT(b, ans_build_spot(&r->node), UNKNOWN_REFERENCE,
                        ans_str_from(r->node.word->name), r->node.id,
                        ans_build_nearest(r->node.id, known));
    if (ans_persona_comes(persona, "paper"))
        ANS_BUILD_FAULT(b, ans_build_spot(&r->node), RENEWS_ON_PAPER,
                        persona->node.id, ANS_NONE, ANS_NONE);
}

static bool has_language(const struct ans_build *b, struct ans_str lang)
{
    for (size_t i = 0; i < b->languages.count; i++)
        if (ans_str_eq(b->languages.items[i], lang))
            return true;
    return false;
}

static void check_expect(struct ans_build *b, const struct ans_tests *tests,
                         const struct ans_expect *e)
{
    if (!ans_tests_persona(tests, e->node.id)) {
        struct ans_strs known = ans_build_ids(b, &tests->personas);
        ANS_BUILD_FAULT(b, ans_build_spot(&e->node), UNKNOWN_PERSONA,
                        e->node.id, ans_build_nearest(e->node.id, known),
                        ANS_NONE);
    }
    if (e->language.len && !has_language(b, e->language))
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &e->node, "language"),
                        UNKNOWN_LANGUAGE, e->language,
                        ans_build_nearest(e->language, b->languages), ANS_NONE);
}

void ans_check_tests(struct ans_build *b, const struct ans_tests *tests)
{
    if (!b->county->join && tests->personas.count) {
        ANS_BUILD_FAULT(b, ans_build_spot(tests->personas.items[0]),
                        TESTS_NO_JOIN, ANS_NONE, ANS_NONE, ANS_NONE);
        return;
    }
    for (size_t i = 0; i < tests->personas.count; i++)
        check_persona(b, tests, ANS_AT(ans_persona, tests->personas, i));
    for (size_t i = 0; i < tests->expects.count; i++)
        check_expect(b, tests, ANS_AT(ans_expect, tests->expects, i));
}
