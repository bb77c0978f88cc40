/* Ids that come twice, and references to ids that do not exist. */
#include "county/building.h"

/* Where ids must differ from each other: most in one list; questions in the
 * whole form, since answers are found by them. */
struct known_id {
    const void *space;
    const struct ans_built_node *built;
};

/* Areas within an area are told apart from all of the strategy. */
static const void *area_space(const struct ans_build *b,
                              const struct ans_built_node *built)
{
    const struct ans_word *around = built->parent->word;
    if (!around || strcmp(built->node->word->name, "area") != 0 ||
        strcmp(around->name, "area") != 0)
        return built->list;
    for (size_t i = 0; i < b->nodes.count; i++)
        if (b->nodes.items[i].node == built->parent)
            return b->nodes.items[i].list;
    return built->list;
}

static const void *space_of(const struct ans_build *b,
                            const struct ans_built_node *built)
{
    bool in_step = built->parent->word &&
                   built->parent->word->size == sizeof(struct ans_step) &&
                   !strcmp(built->parent->word->name, "step");
    return in_step ? (const void *)b : area_space(b, built);
}

static size_t start_of(const void *space, struct ans_str id, size_t size)
{
    uint64_t mixed = ans_str_hash(id) ^ ((uintptr_t)space >> 4) * 31;
    return (size_t)(mixed * 0x9E3779B97F4A7C15u >> 32) & (size - 1);
}

static void report_twice(struct ans_build *b,
                         const struct ans_built_node *built,
                         const struct ans_built_node *first)
{
    ANS_BUILD_FAULT(b, built->spot, DUPLICATE_ID, built->node->id,
                    ans_build_where(b, first->node), ANS_NONE);
}

static void check_twice(struct ans_build *b)
{
    size_t size = 16;
    while (size < b->nodes.count * 2)
        size *= 2;
    struct known_id *table = ANS_NEW_ARRAY(b->scratch, struct known_id, size);
    for (size_t i = 0; i < b->nodes.count; i++) {
        const struct ans_built_node *built = &b->nodes.items[i];
        const void *space = space_of(b, built);
        if (!built->node->id.len || built->node->word->repeats)
            continue;
        size_t at = start_of(space, built->node->id, size);
        while (table[at].built &&
               (table[at].space != space ||
                !ans_str_eq(table[at].built->node->id, built->node->id)))
            at = (at + 1) & (size - 1);
        if (table[at].built)
            report_twice(b, built, table[at].built);
        else
            table[at] = (struct known_id){space, built};
    }
}

static struct ans_strs round_ids(struct ans_build *b)
{
    struct ans_strs known = {0};
    for (size_t i = 0; i < b->county->strategies.count; i++) {
        const struct ans_follow_up *f =
            ANS_AT(ans_strategy, b->county->strategies, i)->follow_up;
        for (size_t k = 0; f && k < f->rounds.count; k++) {
            known.items = ans_arena_grow(b->scratch, known.items, known.count,
                                         sizeof *known.items);
            known.items[known.count++] = f->rounds.items[k]->id;
        }
    }
    return known;
}

/* All that a reference may name. */
static struct ans_strs known_ids(struct ans_build *b, const char *refers)
{
    if (!strcmp(refers, "question"))
        return ans_build_question_ids(b);
    if (!strcmp(refers, "item") && b->county->welcome)
        return ans_build_ids(b, &b->county->welcome->items);
    if (!strcmp(refers, "round"))
        return round_ids(b);
    struct ans_strs known = {
        ANS_NEW_ARRAY(b->scratch, struct ans_str, b->nodes.count + 1), 0};
    for (size_t i = 0; i < b->nodes.count; i++) {
        const struct ans_node *node = b->nodes.items[i].node;
        if (!strcmp(node->word->name, refers))
            known.items[known.count++] = node->id;
    }
    return known;
}

static void check_ref(struct ans_build *b, const struct ans_built_str *ref)
{
    struct ans_strs known = known_ids(b, ref->spot.field->refers);
    for (size_t i = 0; i < known.count; i++)
        if (ans_str_eq(known.items[i], ref->str))
            return;
    ANS_BUILD_FAULT(b, ref->spot, UNKNOWN_REFERENCE,
                    ans_str_from(ref->spot.field->name), ref->str,
                    ans_build_nearest(ref->str, known));
}

void ans_check_ids(struct ans_build *b)
{
    check_twice(b);
    for (size_t i = 0; i < b->refs.count; i++)
        check_ref(b, &b->refs.items[i]);
}
