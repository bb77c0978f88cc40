/* texts: the portal's own words (lua/texts/<lang>.lua), and what a county says
 * in their place.
 *
 * A text has a key ("form.next"). One that counts is several, one for each
 * plural category (CLDR) of its language: "register.joined.one" and ".other".
 * A county's texts stand before the portal's, language by language: what is
 * said in the reader's language comes first, whoever says it. Built once and
 * never changed.
 */
#pragma once

#include <stdint.h>

#include "county/text.h"

struct ans_own_text {
    struct ans_str key;
    struct ans_str str;
    struct ans_str file; /* "lua/texts/sv.lua", "texts.lua" of a county */
    int line;            /* 0: not known */
};

struct ans_tongue { /* what is said in one language */
    struct ans_str lang;
    struct ans_own_text *items; /* sorted by key, each once */
    size_t count;
};

struct ans_texts {
    struct ans_tongue *tongues;
    size_t count;
    const struct ans_texts *behind;  /* the portal's; NULL: these are they */
    const struct ans_chains *chains; /* the county's; NULL: none */
};

/* Add one text; what was added under the same key and language before is
 * replaced. Strings are borrowed. */
void ans_texts_add(struct ans_arena *arena, struct ans_texts *texts,
                   struct ans_str lang, struct ans_own_text text);

/* What is said exactly in `lang`, by the county or the portal; or NULL. */
const struct ans_own_text *ans_texts_own(const struct ans_texts *texts,
                                         struct ans_str lang,
                                         struct ans_str key);

/* The text for readers of `lang`, by its chain, and the language that it is
 * in; empty when there is none. */
struct ans_said ans_texts_find(const struct ans_texts *texts,
                               struct ans_str lang, struct ans_str key);

/* The same for a text that counts, in the form that `n` takes in the language
 * that is found. Languages of `texts` and `lang` end in NUL. */
struct ans_said ans_texts_count(const struct ans_texts *texts,
                                struct ans_str lang, struct ans_str key,
                                int64_t n);

/* ans_texts_find, or the key itself. */
struct ans_str ans_texts_get(const struct ans_texts *texts, struct ans_str lang,
                             const char *key);
