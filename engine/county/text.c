#include "county/text.h"

#include "base/attr.h"

/* Who reads the one most often reads the other. */
static const struct {
    const char *lang;
    const char *near;
} neighbours[] = {{"fit", "fi"}, {"smj", "se"}, {"sma", "se"}, {"sju", "se"}};

static void add_lang(struct ans_str out[ANS_CHAIN_MOST], size_t *count,
                     struct ans_str lang)
{
    for (size_t i = 0; i < *count; i++)
        if (ans_str_eq(out[i], lang))
            return;
    if (*count < ANS_CHAIN_MOST)
        out[(*count)++] = lang;
}

static const struct ans_chain *find_chain(const struct ans_chains *chains,
                                          struct ans_str lang)
{
    for (size_t i = 0; chains && i < chains->count; i++)
        if (ans_str_eq(chains->items[i].lang, lang))
            return &chains->items[i];
    return NULL;
}

size_t ans_chain_of(const struct ans_chains *chains, struct ans_str lang,
                    struct ans_str out[ANS_CHAIN_MOST])
{
    size_t count = 0;
    const struct ans_chain *chain = find_chain(chains, lang);
    add_lang(out, &count, lang);
    for (size_t i = 0; chain && i < chain->count; i++)
        add_lang(out, &count, chain->then[i]);
    for (size_t i = 0; !(chain && chain->count) && i < ANS_COUNT(neighbours);
         i++)
        if (ans_str_is(lang, neighbours[i].lang))
            add_lang(out, &count, ans_str_from(neighbours[i].near));
    if (chains && chains->count)
        add_lang(out, &count, chains->items[0].lang);
    add_lang(out, &count, ANS_STR("sv"));
    return count;
}

static const struct ans_text_item *find_item(const struct ans_text *text,
                                             struct ans_str lang,
                                             struct ans_str kind)
{
    for (size_t i = 0; i < text->count; i++)
        if (ans_str_eq(text->items[i].lang, lang) &&
            ans_str_eq(text->items[i].kind, kind))
            return &text->items[i];
    return NULL;
}

static const struct ans_text_item *find_kind(const struct ans_text *text,
                                             struct ans_str kind)
{
    for (size_t i = 0; i < text->count; i++)
        if (ans_str_eq(text->items[i].kind, kind))
            return &text->items[i];
    return NULL;
}

/* The chain of languages for one kind; NULL when nothing is said for it. */
static const struct ans_text_item *choose(const struct ans_text *text,
                                          struct ans_str lang,
                                          struct ans_str kind)
{
    const struct ans_text_item *item = find_item(text, lang, kind);
    if (item)
        return item; /* as nearly always */
    struct ans_str langs[ANS_CHAIN_MOST];
    size_t count = ans_chain_of(text->chains, lang, langs);
    for (size_t i = 1; !item && i < count; i++)
        item = find_item(text, langs[i], kind);
    return item ? item : find_kind(text, kind);
}

struct ans_said ans_text_for(const struct ans_text *text, struct ans_str lang,
                             struct ans_str kind)
{
    /* The kind weighs more than the language: a letter for companies is still
     * theirs in Swedish, and the one for others is not in English. */
    const struct ans_text_item *item = NULL;
    if (kind.len)
        item = choose(text, lang, kind);
    if (!item)
        item = choose(text, lang, ANS_STR(""));
    if (!item && text->count)
        item = &text->items[0];
    return item ? (struct ans_said){item->str, item->lang}
                : (struct ans_said){0};
}

bool ans_text_says(const struct ans_text *text, struct ans_str lang)
{
    for (size_t i = 0; i < text->count; i++)
        if (ans_str_eq(text->items[i].lang, lang))
            return true;
    return false;
}

struct ans_said ans_text_in(const struct ans_text *text, struct ans_str lang)
{
    return ans_text_for(text, lang, ANS_STR(""));
}
