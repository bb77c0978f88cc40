/* text: a county's words, in the languages they were written in; and the
 * portal's own, which a county may replace.
 */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/value.h"

struct ans_text_item {
    struct ans_str lang; /* "sv" */
    struct ans_str kind; /* of organisation; "" for every one */
    struct ans_str str;
};

struct ans_text {
    struct ans_text_item *items;
    size_t count;  /* 0: not said */
    bool markdown; /* from a text file */
};

struct ans_said {
    struct ans_str str;  /* empty when nothing was said */
    struct ans_str lang; /* the language it is in, maybe not the asked one */
};

/* What is said in `lang`, else in Swedish, else in any language. */
struct ans_said ans_text_in(const struct ans_text *text, struct ans_str lang);

/* The same for one kind of organisation, when the script tells them apart. */
struct ans_said ans_text_for(const struct ans_text *text, struct ans_str lang,
                             struct ans_str kind);

static inline bool ans_text_said(const struct ans_text *text)
{
    return text->count > 0;
}

/* The portal's own texts (lua/texts/<lang>.lua): key -> text, read once at
 * start. Plurals are two keys: "register.joined.one" and ".other". */
struct ans_texts {
    struct {
        struct ans_str lang;
        const struct ans_map *map;
    } languages[8];
    size_t count;
};

/* In `lang`, else Swedish, else the key itself. */
struct ans_str ans_texts_get(const struct ans_texts *texts, struct ans_str lang,
                             const char *key);
