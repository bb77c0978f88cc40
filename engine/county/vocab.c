#include "county/vocab.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "county/words.h"

enum { MOST_WORDS = 256 };

static const struct ans_word_group *const tables[] = {
    &ans_words_identity,  &ans_words_strategy, &ans_words_join,
    &ans_words_questions, &ans_words_welcome,  &ans_words_conditions,
    &ans_words_register,  &ans_words_tests,    &ans_words_ways,
    &ans_words_texts,
};

const struct ans_word_group *const *ans_word_groups(size_t *count)
{
    *count = ANS_COUNT(tables);
    return tables;
}

/* Sorted once, before anybody reads it, and never changed again: a list kept
 * by hand would be a second place to add a word. */
static struct {
    once_flag once;
    const struct ans_word *words[MOST_WORDS];
    size_t count;
} all = {.once = ONCE_FLAG_INIT};

/* By name; words of one name in the order of the tables. */
static void insert(const struct ans_word *word)
{
    if (all.count == MOST_WORDS)
        abort();
    size_t at = all.count++;
    for (; at && strcmp(all.words[at - 1]->name, word->name) > 0; at--)
        all.words[at] = all.words[at - 1];
    all.words[at] = word;
}

static void sort_words(void)
{
    for (size_t t = 0; t < ANS_COUNT(tables); t++)
        for (size_t i = 0; i < tables[t]->count; i++)
            insert(&tables[t]->words[i]);
}

const struct ans_word *const *ans_words(size_t *count)
{
    call_once(&all.once, sort_words);
    *count = all.count;
    return all.words;
}

const struct ans_word *ans_word_find(struct ans_str name)
{
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++)
        if (ans_str_is(name, words[i]->name))
            return words[i];
    return NULL;
}

bool ans_place_is(const struct ans_place *place, const struct ans_word *parent)
{
    if (!parent)
        return !*place->parent;
    return !strcmp(place->parent, parent->name) && place->size == parent->size;
}

const struct ans_word *ans_word_find_in(struct ans_str name,
                                        const struct ans_word *parent,
                                        const struct ans_place **place)
{
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++) {
        if (!ans_str_is(name, words[i]->name))
            continue;
        for (const struct ans_place *p = words[i]->places; p->parent; p++)
            if (ans_place_is(p, parent)) {
                *place = p;
                return words[i];
            }
    }
    return NULL;
}

bool ans_word_has(const struct ans_word *word,
                  const struct ans_word_field *field)
{
    return !field->tags || field->tags >> word->tag & 1;
}

const struct ans_word_field *ans_word_field_find(const struct ans_word *word,
                                                 struct ans_str name)
{
    for (size_t i = 0; i < word->field_count; i++)
        if (ans_str_is(name, word->fields[i].name) &&
            ans_word_has(word, &word->fields[i]))
            return &word->fields[i];
    return NULL;
}
