/* Rules: they name questions that exist, come before, and can be answered so.
 */
#include "county/building.h"

/* A rule, and the question whose field it is (NULL for items of the
 * package). */
struct asked {
    const struct ans_join *join;
    const struct ans_question *owner;
    size_t owner_at; /* its place in the form */
};

static void add_ids(struct ans_strs *to, const struct ans_nodes *nodes)
{
    for (size_t i = 0; i < nodes->count; i++)
        to->items[to->count++] = nodes->items[i]->id;
}

static struct ans_strs area_ids(struct ans_build *b)
{
    const struct ans_nodes *all = &b->county->strategies;
    struct ans_strs ids = {0};
    for (size_t i = 0; i < all->count; i++) {
        struct ans_nodes areas =
            ans_strategy_all_areas(b->scratch, ANS_AT(ans_strategy, *all, i));
        for (size_t k = 0; k < areas.count; k++) {
            ids.items = ans_arena_grow(b->scratch, ids.items, ids.count,
                                       sizeof *ids.items);
            ids.items[ids.count++] = areas.items[k]->id;
        }
    }
    return ids;
}

static struct ans_strs kind_ids(struct ans_build *b)
{
    struct ans_strs ids = {
        ANS_NEW_ARRAY(b->scratch, struct ans_str, ans_kind_count), 0};
    for (size_t i = 0; i < ans_kind_count; i++)
        if (!b->county->join ||
            ans_join_admits(b->county->join, ans_str_from(ans_kinds[i])))
            ids.items[ids.count++] = ans_str_from(ans_kinds[i]);
    return ids;
}

struct ans_strs ans_build_answers(struct ans_build *b,
                                  const struct ans_question *q)
{
    static struct ans_str yes_no[] = {{"yes", 3}, {"no", 2}};
    switch (q->type) {
    case ANS_Q_KIND:
        return kind_ids(b);
    case ANS_Q_MUNICIPALITY:
        return ans_build_ids(b, &b->county->municipalities);
    case ANS_Q_CHOICE:
    case ANS_Q_CHOICES:
        return ans_build_ids(b, &q->options);
    case ANS_Q_AREAS:
        return area_ids(b);
    case ANS_Q_YES_NO:
        return (struct ans_strs){yes_no, 2};
    case ANS_Q_CONSENT:
        return (struct ans_strs){yes_no, 1};
    default:
        return (struct ans_strs){0};
    }
}

struct ans_strs ans_build_question_ids(struct ans_build *b)
{
    const struct ans_join *j = b->county->join;
    size_t count = 0;
    for (size_t i = 0; j && i < j->steps.count; i++)
        count += ANS_AT(ans_step, j->steps, i)->questions.count;
    struct ans_strs ids = {ANS_NEW_ARRAY(b->scratch, struct ans_str, count + 1),
                           0};
    for (size_t i = 0; j && i < j->steps.count; i++)
        add_ids(&ids, &ANS_AT(ans_step, j->steps, i)->questions);
    return ids;
}

/* The place of a question in the form, from 1; 0: it is not there. */
static size_t place_of(const struct ans_join *j, const struct ans_question *q)
{
    size_t at = 0;
    for (size_t i = 0; i < j->steps.count; i++) {
        const struct ans_nodes *questions =
            &ANS_AT(ans_step, j->steps, i)->questions;
        for (size_t k = 0; k < questions->count; k++) {
            at++;
            if (ANS_AT(ans_question, *questions, k) == q)
                return at;
        }
    }
    return 0;
}

static struct ans_spot rule_spot(const struct ans_rule *rule)
{
    return (struct ans_spot){.file = rule->file, .line = rule->line};
}

static bool is_any_kind(struct ans_str s)
{
    for (size_t i = 0; i < ans_kind_count; i++)
        if (ans_str_is(s, ans_kinds[i]))
            return true;
    return false;
}

static void check_value(struct ans_build *b, const struct ans_rule *rule,
                        const struct ans_question *q, struct ans_str value)
{
    struct ans_str near;
    struct ans_spot spot = rule_spot(rule);
    if (ans_build_offers(b, q, value, &near))
        return;
    if (q->type == ANS_Q_KIND && !is_any_kind(value))
        ANS_BUILD_FAULT(b, spot, UNKNOWN_KIND, value, near, ANS_NONE);
    else if (q->type == ANS_Q_KIND)
        ANS_BUILD_FAULT(b, spot, KIND_NOT_ADMITTED, value, ANS_NONE, ANS_NONE);
    else if (q->type == ANS_Q_AREAS)
        ANS_BUILD_FAULT(b, spot, UNKNOWN_AREA, value, near, ANS_NONE);
    else if (q->type == ANS_Q_MUNICIPALITY)
        ANS_BUILD_FAULT(b, spot, UNKNOWN_MUNICIPALITY, value, near, ANS_NONE);
    else
        ANS_BUILD_FAULT(b, spot, NEVER_OFFERED, value, q->node.id, near);
}

static void check_answered(struct ans_build *b, const struct asked *asked,
                           struct ans_rule *rule)
{
    struct ans_spot spot = rule_spot(rule);
    const struct ans_question *kind =
        ans_join_question_of(asked->join, ANS_Q_KIND);
    if (!rule->question.len && !kind)
        return; /* that the form has none is a fault already */
    if (!rule->question.len)
        rule->question = kind->node.id;
    const struct ans_question *q =
        ans_join_question(asked->join, rule->question);
    if (!q) {
        struct ans_strs known = ans_build_question_ids(b);
        ANS_BUILD_FAULT(b, spot, UNKNOWN_QUESTION, rule->question,
                        ans_build_nearest(rule->question, known), ANS_NONE);
        return;
    }
    if (q == asked->owner)
        ANS_BUILD_FAULT(b, spot, RULE_ITSELF, rule->question, ANS_NONE,
                        ANS_NONE);
    else if (asked->owner_at && place_of(asked->join, q) > asked->owner_at)
        ANS_BUILD_FAULT(b, spot, RULE_LATER, asked->owner->node.id,
                        rule->question, ANS_NONE);
    for (size_t i = 0; i < rule->values.count; i++)
        check_value(b, rule, q, rule->values.items[i]);
}

/* No deeper than the builder let it become. */
static void check_rule(struct ans_build *b, const struct asked *asked,
                       struct ans_rule *rule)
{
    if (rule->op == ANS_RULE_ANSWERED)
        check_answered(b, asked, rule);
    for (size_t i = 0; i < rule->count; i++)
        check_rule(b, asked, &rule->rules[i]);
}

/* A function that reads an answer that nobody gives does nothing for
 * anybody, and never stops. */
static void check_reads(struct ans_build *b)
{
    const struct ans_strs known = ans_build_question_ids(b);
    for (size_t i = 0; b->county->join && i < b->reads.count; i++) {
        const struct ans_built_read *read = &b->reads.items[i];
        const struct ans_spot spot = {.file = read->file, .line = read->line};
        if (!ans_join_question(b->county->join, read->question))
            ANS_BUILD_FAULT(b, spot, UNKNOWN_QUESTION, read->question,
                            ans_build_nearest(read->question, known), ANS_NONE);
    }
}

void ans_check_rules(struct ans_build *b)
{
    for (size_t i = 0; i < b->rules.count; i++) {
        const struct ans_built_rule *built = &b->rules.items[i];
        struct asked asked = {.join = b->county->join};
        if (!asked.join) {
            ANS_BUILD_FAULT(b, built->spot, RULE_NO_JOIN, ANS_NONE, ANS_NONE,
                            ANS_NONE);
            continue;
        }
        if (!strncmp(built->spot.word->name, "question.", 9)) {
            asked.owner = built->owner;
            asked.owner_at = place_of(asked.join, asked.owner);
        }
        check_rule(b, &asked, built->rule);
    }
    if (!b->folder->accepted)
        check_reads(b);
}
