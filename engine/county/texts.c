#include "county/texts.h"

#include <stdio.h>

#include "base/text.h"

static struct ans_tongue *find_tongue(const struct ans_texts *texts,
                                      struct ans_str lang)
{
    for (size_t i = 0; i < texts->count; i++)
        if (ans_str_eq(texts->tongues[i].lang, lang))
            return &texts->tongues[i];
    return NULL;
}

/* Where the key stands, or would. */
static size_t place_of(const struct ans_tongue *tongue, struct ans_str key)
{
    size_t low = 0;
    size_t high = tongue->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ans_str_cmp(tongue->items[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct ans_own_text *find_in(const struct ans_texts *texts,
                                          struct ans_str lang,
                                          struct ans_str key)
{
    const struct ans_tongue *tongue = find_tongue(texts, lang);
    if (!tongue)
        return NULL;
    size_t at = place_of(tongue, key);
    return at < tongue->count && ans_str_eq(tongue->items[at].key, key)
               ? &tongue->items[at]
               : NULL;
}

void ans_texts_add(struct ans_arena *arena, struct ans_texts *texts,
                   struct ans_str lang, struct ans_own_text text)
{
    struct ans_tongue *tongue = find_tongue(texts, lang);
    if (!tongue) {
        texts->tongues = ans_arena_grow(arena, texts->tongues, texts->count,
                                        sizeof(*texts->tongues));
        tongue = &texts->tongues[texts->count++];
        *tongue = (struct ans_tongue){.lang = lang};
    }
    size_t at = place_of(tongue, text.key);
    if (at < tongue->count && ans_str_eq(tongue->items[at].key, text.key)) {
        tongue->items[at] = text;
        return;
    }
    tongue->items = ans_arena_grow(arena, tongue->items, tongue->count,
                                   sizeof(*tongue->items));
    memmove(&tongue->items[at + 1], &tongue->items[at],
            (tongue->count - at) * sizeof(*tongue->items));
    tongue->items[at] = text;
    tongue->count++;
}

const struct ans_own_text *ans_texts_own(const struct ans_texts *texts,
                                         struct ans_str lang,
                                         struct ans_str key)
{
    const struct ans_own_text *found = NULL;
    for (; texts && !found; texts = texts->behind)
        found = find_in(texts, lang, key);
    return found;
}

static struct ans_said said_as(const struct ans_own_text *text,
                               struct ans_str lang)
{
    return (struct ans_said){text->str, lang};
}

struct ans_said ans_texts_find(const struct ans_texts *texts,
                               struct ans_str lang, struct ans_str key)
{
    const struct ans_own_text *found = ans_texts_own(texts, lang, key);
    if (found)
        return said_as(found, lang);
    struct ans_str langs[ANS_CHAIN_MOST];
    size_t count = ans_chain_of(texts->chains, lang, langs);
    for (size_t i = 1; i < count; i++) {
        found = ans_texts_own(texts, langs[i], key);
        if (found)
            return said_as(found, langs[i]);
    }
    return (struct ans_said){0};
}

/* One form of a text that counts. */
static const struct ans_own_text *find_form(const struct ans_texts *texts,
                                            struct ans_str lang,
                                            struct ans_str key,
                                            const char *form)
{
    char whole[128];
    int len = snprintf(whole, sizeof(whole), "%.*s.%s", ANS_STR_ARG(key), form);
    if (len < 0 || (size_t)len >= sizeof(whole))
        return NULL;
    return find_in(texts, lang, (struct ans_str){whole, (size_t)len});
}

struct ans_said ans_texts_count(const struct ans_texts *texts,
                                struct ans_str lang, struct ans_str key,
                                int64_t n)
{
    struct ans_str langs[ANS_CHAIN_MOST];
    size_t count = ans_chain_of(texts->chains, lang, langs);
    for (size_t i = 0; i < count; i++) {
        const char *form = ans_text_plural(n, langs[i].ptr);
        for (const struct ans_texts *t = texts; t; t = t->behind) {
            const struct ans_own_text *found =
                find_form(t, langs[i], key, form);
            if (!found)
                found = find_form(t, langs[i], key, "other");
            if (found)
                return said_as(found, langs[i]);
        }
    }
    return (struct ans_said){0};
}

struct ans_str ans_texts_get(const struct ans_texts *texts, struct ans_str lang,
                             const char *key)
{
    struct ans_str str = ans_texts_find(texts, lang, ans_str_from(key)).str;
    return str.len ? str : ans_str_from(key);
}
