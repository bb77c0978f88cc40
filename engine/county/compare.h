/* compare: how two counties, or two versions of one, differ.
 *
 * Walks both by the vocabulary, so that every word and field is compared, also
 * one that was added yesterday. Questions are matched over the whole form, by
 * their ids and by what they were called before; what has no id, by its place.
 * Knows no files: what stands in them but says nothing is not seen.
 */
#pragma once

#include "county/county.h"
#include "county/vocab.h"

enum ans_differs {
    ANS_DIFFERS_ADDED,
    ANS_DIFFERS_REMOVED,
    ANS_DIFFERS_RENAMED, /* a question or an option, by its `was` */
    ANS_DIFFERS_RETYPED, /* the same id, another word */
    ANS_DIFFERS_MOVED,   /* a question, to another step */
    ANS_DIFFERS_ORDER,   /* of things of one kind */
    ANS_DIFFERS_VALUE,   /* of a field */
};

struct ans_county_change {
    enum ans_differs what;
    const struct ans_node *before, *after; /* NULL where there is none */
    const struct ans_node *from, *to;      /* MOVED: the steps */
    const struct ans_word_field *field;    /* VALUE */
    struct ans_str was, now; /* VALUE: in words, "" for nothing; ORDER: ids */
    struct ans_str lang;     /* VALUE of a text in another language than was
                                asked for; else "" */
    const struct ans_node *above; /* what it stands in; NULL: at the top */
    const struct ans_word *top;   /* the word at the top that it belongs to */
};

struct ans_county_changes {
    struct ans_county_change *items;
    size_t count;
};

/* `texts` name kinds of organisations; NULL: by their ids. `lang`: "sv" or
 * "en". */
void ans_county_compare(struct ans_arena *arena,
                        const struct ans_county *before,
                        const struct ans_county *after,
                        const struct ans_texts *texts, struct ans_str lang,
                        struct ans_county_changes *out);

/* "added", "removed", ... */
const char *ans_differs_word(enum ans_differs what);

/* A sentence. Several lines when a long text differs. */
struct ans_str ans_county_change_text(struct ans_arena *arena,
                                      const struct ans_county_change *d,
                                      struct ans_str lang);

/* What a part of the county is called: "Anslutningen". */
const char *ans_county_change_part(const struct ans_county_change *d,
                                   struct ans_str lang);
