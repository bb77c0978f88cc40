/* Languages that stand in for one another. */
#include "county/building.h"

static bool is_lang(const struct ans_build *b, struct ans_str lang)
{
    for (size_t i = 0; i < b->languages.count; i++)
        if (ans_str_eq(b->languages.items[i], lang))
            return true;
    return false;
}

static bool unknown(const struct ans_filling *t, const struct ans_spot *at,
                    struct ans_str lang)
{
    ANS_BUILD_FAULT(t->b, *at, UNKNOWN_LANGUAGE, lang,
                    ans_build_nearest(lang, t->b->languages), ANS_NONE);
    return false;
}

/* One language of a chain; twice, or the one that is missing, is no help. */
static bool add_then(const struct ans_filling *t, const struct ans_spot *at,
                     struct ans_chain *chain, const struct ans_said_value *v)
{
    struct ans_str lang;
    if (!ans_filling_string(t, v, &lang))
        return false;
    if (!is_lang(t->b, lang))
        return unknown(t, at, lang);
    bool twice = ans_str_eq(lang, chain->lang);
    for (size_t i = 0; i < chain->count; i++)
        twice |= ans_str_eq(lang, chain->then[i]);
    if (twice) {
        ANS_BUILD_FAULT(t->b, *at, DUPLICATE_VALUE, lang, chain->lang,
                        ANS_NONE);
        return false;
    }
    chain->then = ans_arena_grow(t->b->arena, chain->then, chain->count,
                                 sizeof *chain->then);
    chain->then[chain->count++] = ans_arena_str(t->b->arena, lang);
    return true;
}

/* fit = { "fi", "sv" }, or fit = "fi" */
static bool add_chain(const struct ans_filling *t,
                      const struct ans_said_pair *pair)
{
    struct ans_chains *chains = t->at;
    const struct ans_said_value *v = &pair->value;
    struct ans_spot at = *t->spot;
    struct ans_chain chain = {.lang = ans_arena_str(t->b->arena, pair->key)};
    at.line = pair->line ? pair->line : at.line;
    bool table = v->type == ANS_SAID_TABLE;
    bool good = true;
    if (!is_lang(t->b, pair->key))
        return unknown(t, &at, pair->key);
    for (size_t i = 0; table && i < v->table->list_count; i++)
        good &= add_then(t, &at, &chain, &v->table->list[i]);
    if (!table)
        good = add_then(t, &at, &chain, v);
    chains->items = ans_arena_grow(t->b->arena, chains->items, chains->count,
                                   sizeof *chains->items);
    chains->items[chains->count++] = chain;
    return good;
}

bool ans_put_chains(const struct ans_filling *t, const struct ans_said_value *v)
{
    bool good = v->type == ANS_SAID_TABLE && !v->table->list_count;
    if (!good)
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_LIST, ans_filling_name(t),
                        ans_filling_example(t), ANS_NONE);
    for (size_t i = 0; good && i < v->table->named_count; i++)
        add_chain(t, &v->table->named[i]);
    return good;
}

void ans_build_chains(struct ans_build *b)
{
    struct ans_chains said = b->county->fallback;
    struct ans_chains *all = &b->county->fallback;
    all->count = 0;
    all->items =
        ANS_NEW_ARRAY(b->arena, struct ans_chain, b->languages.count + 1);
    for (size_t i = 0; i < b->languages.count; i++) {
        struct ans_chain *chain = &all->items[all->count++];
        chain->lang = b->languages.items[i];
        for (size_t k = 0; k < said.count; k++)
            if (ans_str_eq(said.items[k].lang, chain->lang))
                *chain = said.items[k];
    }
}
