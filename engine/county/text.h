/* text: a county's words, in the languages they were written in, and the
 * order in which a reader of one language is shown another.
 */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* For readers of `lang`: which languages to try, their own first. */
struct ans_chain {
    struct ans_str lang;
    struct ans_str *then; /* after `lang` itself */
    size_t count;
};

/* One for each language of a county. */
struct ans_chains {
    struct ans_chain *items;
    size_t count;
};

/* The languages to try for `lang`, in order and each once, into `out`: those
 * that the county named, else the neighbour that most can read; then the
 * county's own and Swedish. `chains` may be NULL. Returns how many. */
enum { ANS_CHAIN_MOST = 24 };
size_t ans_chain_of(const struct ans_chains *chains, struct ans_str lang,
                    struct ans_str out[ANS_CHAIN_MOST]);

struct ans_text_item {
    struct ans_str lang; /* "sv" */
    struct ans_str kind; /* of organisation; "" for every one */
    struct ans_str str;
};

struct ans_text {
    struct ans_text_item *items;
    size_t count;                    /* 0: not said */
    bool markdown;                   /* from a text file */
    const struct ans_chains *chains; /* the county's; NULL: none */
};

struct ans_said {
    struct ans_str str;  /* empty when nothing was said */
    struct ans_str lang; /* the language it is in, maybe not the asked one */
};

/* What is said in `lang`, else in the next language of its chain, else in
 * any. */
struct ans_said ans_text_in(const struct ans_text *text, struct ans_str lang);

/* The same for one kind of organisation, when the script tells them apart. */
struct ans_said ans_text_for(const struct ans_text *text, struct ans_str lang,
                             struct ans_str kind);

/* Is anything said in exactly this language? */
bool ans_text_says(const struct ans_text *text, struct ans_str lang);

static inline bool ans_text_said(const struct ans_text *text)
{
    return text->count > 0;
}
