/* letter: what an organisation agrees to, in words; and a county's texts as
 * plain text, with their placeholders filled.
 *
 * Pure: knows no database and no request.
 */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "base/value.h"
#include "county/county.h"

/* {name}, {date} and {areas} of a letter; "–" for what was not answered. */
struct ans_map *ans_letter_words(struct ans_arena *arena,
                                 const struct ans_county *c,
                                 const struct ans_texts *texts,
                                 const struct ans_map *answers, int64_t today,
                                 struct ans_str lang);

/* Whom a text speaks to. */
struct ans_reader {
    struct ans_str lang;
    struct ans_str kind; /* of organisation; empty: anyone */
    struct ans_str base; /* before site paths in links; may be empty */
};

/* A text of the county as plain text. `words` (may be NULL) fills
 * placeholders; the county's own, such as {brand}, are always known. Empty
 * when nothing is said. Errors: those of ans_markdown_plain. */
ANS_MUST_CHECK
bool ans_letter_plain(struct ans_arena *arena, const struct ans_county *c,
                      const struct ans_text *text, struct ans_reader to,
                      const struct ans_map *words, struct ans_str *out,
                      struct ans_err *err);

/* Swedish, which the board decides in (Language Act, SFS 2009:600, section
 * 10): a letter in another language has the Swedish one beside it. */
#define ANS_LETTER_OFFICIAL ANS_STR("sv")

/* Does a letter that `lang` reads need the Swedish one beside it, and is there
 * one? */
bool ans_letter_has_beside(const struct ans_text *letter, struct ans_str lang,
                           struct ans_str kind);

/* A letter as it is signed, in plain text. */
struct ans_letter {
    struct ans_str text;
    struct ans_str lang;   /* that `text` is in, maybe not the asked one */
    struct ans_str beside; /* the same in Swedish; empty when none is needed */
};

/* The county's letter to an organisation with these answers. Errors: those of
 * ans_markdown_plain. */
struct ans_letter_for {
    const struct ans_county *county;
    const struct ans_texts *texts;
    const struct ans_map *answers;
    int64_t today;
    struct ans_str lang;
    struct ans_str kind;
    struct ans_str base;
};
ANS_MUST_CHECK
bool ans_letter_write(struct ans_arena *arena, const struct ans_letter_for *to,
                      struct ans_letter *out, struct ans_err *err);

/* The value of one placeholder: a word of `words` or one of the county's own.
 * False: there is no such word. */
bool ans_letter_word(const struct ans_county *c, const struct ans_map *words,
                     struct ans_str lang, struct ans_str word,
                     struct ans_str *out);
