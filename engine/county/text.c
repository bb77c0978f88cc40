#include "county/text.h"

#include "base/attr.h"

/* Who reads the one most often reads the other. After these comes Swedish. */
static const struct {
    const char *lang;
    const char *near;
} neighbours[] = {{"fit", "fi"}, {"smj", "se"}, {"sma", "se"}, {"sju", "se"}};

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
    for (size_t i = 0; !item && i < ANS_COUNT(neighbours); i++)
        if (ans_str_is(lang, neighbours[i].lang))
            item = find_item(text, ans_str_from(neighbours[i].near), kind);
    if (!item)
        item = find_item(text, ANS_STR("sv"), kind);
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

struct ans_said ans_text_in(const struct ans_text *text, struct ans_str lang)
{
    return ans_text_for(text, lang, ANS_STR(""));
}

static const struct ans_map *texts_of(const struct ans_texts *texts,
                                      struct ans_str lang)
{
    for (size_t i = 0; i < texts->count; i++)
        if (ans_str_eq(texts->languages[i].lang, lang))
            return texts->languages[i].map;
    return NULL;
}

struct ans_str ans_texts_get(const struct ans_texts *texts, struct ans_str lang,
                             const char *key)
{
    const struct ans_map *maps[] = {texts_of(texts, lang),
                                    texts_of(texts, ANS_STR("sv"))};
    for (size_t i = 0; i < ANS_COUNT(maps); i++) {
        if (!maps[i])
            continue;
        struct ans_value v = ans_map_find(maps[i], key);
        if (v.type == ANS_TEXT)
            return v.s;
    }
    return ans_str_from(key);
}
