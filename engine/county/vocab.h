/* vocab: the one description of every word of county scripts.
 *
 * A word is a row here: how it is written, where it may stand, what it makes,
 * its fields with kind, range, default and help in Swedish and English. The
 * builder fills structs from it, the checker judges by it, bind makes the
 * globals from it, and reference tells of it. To add a word
 * or a field, add a row (county/words_*.c) and a struct member
 * (county/county.h).
 *
 * Two rows may share a name when they stand in different places: `newsletter`
 * is the county's own in county.lua and an item in the welcome package. Rows
 * that share a name share its form. Who only records what was said (bind) asks
 * by name and may take either; who gives it meaning (build) asks by name and
 * place.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum ans_value_kind {
    ANS_IS_TEXT,     /* a paragraph: "..." or { sv = "...", en = "..." }, or
                        by_kind { } of them: struct ans_text */
    ANS_IS_PROSE,    /* the same, or Markdown from text "file.md" */
    ANS_IS_STRING,   /* struct ans_str */
    ANS_IS_BOOL,     /* bool */
    ANS_IS_WHOLE,    /* int64_t */
    ANS_IS_WHOLES,   /* struct ans_wholes, a list of whole numbers */
    ANS_IS_NUMBER,   /* double, with a bool has_... before it if `has` */
    ANS_IS_DAY,      /* struct ans_date, a whole day */
    ANS_IS_DATE,     /* struct ans_date: day, month or year */
    ANS_IS_MOMENT,   /* int64_t ms, from "2026-05-11 17:00" */
    ANS_IS_PERIOD,   /* struct ans_period, from { from =, to = } */
    ANS_IS_COLOUR,   /* struct ans_str "#rrggbb" */
    ANS_IS_FILE,     /* struct ans_str, a file of the county's folder */
    ANS_IS_EMAIL,    /* struct ans_str */
    ANS_IS_ADDRESS,  /* struct ans_str: https, mailto, tel, site path, file */
    ANS_IS_ONE_OF,   /* struct ans_str out of `choices` */
    ANS_IS_SOME_OF,  /* struct ans_strs out of `choices` */
    ANS_IS_STRINGS,  /* struct ans_strs */
    ANS_IS_REF,      /* struct ans_str, the id of a `refers` word */
    ANS_IS_REFS,     /* struct ans_strs */
    ANS_IS_RULE,     /* struct ans_rule: a condition or a function */
    ANS_IS_LIMIT,    /* double: number, year or date, by the question's type */
    ANS_IS_DURATION, /* struct ans_str: "2 years after leaving" */
    ANS_IS_PHONE,    /* struct ans_str: "010-000 00 00" */
    ANS_IS_ANSWER,   /* struct ans_str, as a visitor would send it */
    ANS_IS_LINKS,    /* struct ans_nodes, from one link or a list of them */
    ANS_IS_NOTES,    /* struct ans_notes (county/tests.h): questions, each with
                        a text or alone: { "a", b = "..." } */
    ANS_IS_CLAIM,    /* struct ans_claim: true, false, or a text */
    ANS_IS_CHAINS,   /* struct ans_chains, from { fit = { "fi", "sv" } } */
};

struct ans_word_field {
    const char *name;
    enum ans_value_kind kind;
    size_t offset; /* in the word's struct */
    bool required;
    size_t has;                 /* offset of a bool set when given; 0: none */
    bool to_end;                /* a day without a time counts to its end */
    double least, most;         /* range; both 0: none */
    const char *fallback;       /* as a script would write it; NULL: none */
    const char *const *choices; /* ends in NULL; of a file: the ends of
                                   its name */
    const char *refers;         /* a word's name; "question" and "item" are
                                   all words that make such */
    uint32_t tags;     /* bit 1 << tag for each word of the table that has this
                          field; 0: all of them */
    bool any_language; /* a text that need not be said in the county's first
                          language */
    const char *const *fills; /* placeholders beside the county's own ({brand},
                                 {county}, {genitive}); ends in NULL */
    const char *sv, *en;      /* help, one sentence each */
    const char *example;
};

enum ans_word_form {
    ANS_FORM_BODY,      /* word { } */
    ANS_FORM_ID_BODY,   /* word "id" { } */
    ANS_FORM_ID_TEXT,   /* word "id" "text", or word "id" { } with a label */
    ANS_FORM_TEXT_BODY, /* word "text" { } */
    ANS_FORM_MAYBE_ID,  /* word { } or word "id" { }, as its place decides */
    ANS_FORM_LIST,      /* word { "a", "b" }: fills one field of its parent */
    ANS_FORM_PATH,      /* word "path" */
    ANS_FORM_CONDITION, /* word "a", word("a", "b"), word { rule, rule } */
    ANS_FORM_VARIANTS,  /* by_kind { company = "...", otherwise = "..." } */
};

/* Where a word may stand: in the body of the word `parent`, at the top of a
 * file when that is "", which is the same as in the county, or at the top of
 * one file alone ("tests.lua"). */
struct ans_place {
    const char *parent;
    size_t size; /* of the parent's struct, which tells words of one name
                    apart */
    size_t slot; /* offset in the parent's struct: of a struct ans_nodes, of a
                    pointer when `single`, of the field of a list */
    bool single; /* at most one in its parent */
    size_t most; /* of many; 0: 500 */
};

struct ans_word {
    const char *name;                  /* "alert", "question.text" */
    const char *called_sv, *called_en; /* "ett larm", "an alert" */
    enum ans_word_form form;
    const struct ans_place *places; /* ends in a parent of NULL */
    size_t size;                    /* of the struct; 0: makes none */
    bool has_id;                    /* an id must be given */
    bool underscores;      /* the id names an answer: a-z 0-9 _; else hyphens */
    bool free_id;          /* the id is a name as people say it, on one line */
    bool repeats;          /* the id names something else, and may come again */
    size_t answers_offset; /* of a struct ans_map *: the body's names are the
                              form's questions, its values their answers; 0:
                              the names are fields */
    bool names_text; /* the id is the key of one of the portal's texts, and its
                        own text may be said in forms instead */
    int tag; /* stored by `tag_offset`: type of question, kind of item */
    size_t tag_offset;  /* 0: none */
    size_t text_offset; /* where "text" of the form goes; 0: none */
    const struct ans_word_field *fields; /* for FORM_LIST: one, the list */
    size_t field_count;
    const char *sv, *en;
    const char *example;
};

/* The words of one file words_*.c: what the reference tells of together. */
struct ans_word_group {
    const char *name;                /* of its page: "county" */
    const char *file;                /* the script they stand in by custom;
                                        NULL: any */
    const char *title_sv, *title_en; /* "Länet", "The county" */
    const struct ans_word *words;    /* the chief ones first */
    size_t count;
};

/* All groups, in the order in which a county is written. */
const struct ans_word_group *const *ans_word_groups(size_t *count);

/* Does the place mean this word, and not another one of its name? NULL: the
 * top of a file. */
bool ans_place_is(const struct ans_place *place, const struct ans_word *parent);

/* All words, sorted by name. */
const struct ans_word *const *ans_words(size_t *count);

/* The first word of a name, or NULL. */
const struct ans_word *ans_word_find(struct ans_str name);

/* The word of a name that may stand in `parent` (NULL: at the top of a file),
 * and how; or NULL. */
const struct ans_word *ans_word_find_in(struct ans_str name,
                                        const struct ans_word *parent,
                                        const struct ans_place **place);

/* Does the word have this field of its table? */
bool ans_word_has(const struct ans_word *word,
                  const struct ans_word_field *field);

/* A field that the word has, or NULL. */
const struct ans_word_field *ans_word_field_find(const struct ans_word *word,
                                                 struct ans_str name);
