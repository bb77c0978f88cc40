/* writing: what the files of reference share. Private to reference.
 */
#pragma once

#include "county/diag.h"
#include "county/vocab.h"
#include "reference/reference.h"

/* A page being written, in one language. */
struct page {
    struct ans_arena *arena;
    struct ans_buf buf;
    bool sv;
    const struct ans_reference_prints *prints; /* may be NULL */
};

/* The one of two that is in the page's language. */
const char *page_pick(const struct page *p, const char *sv, const char *en);

/* Add text; the second form picks the language. */
void page_add(struct page *p, const char *text);
void page_say(struct page *p, const char *sv, const char *en);

/* As page_say, with `value` wherever the text has "%s". */
void page_fill(struct page *p, const char *sv, const char *en,
               const char *value);

/* Code between backticks, safe in the cell of a table. */
void page_code(struct page *p, const char *code);

/* A block of code, the indentation that all its lines share taken away. */
void page_block(struct page *p, const char *language, struct ans_str code);

/* "(strategy.md#area)": the place of a word, from a page beside it. */
void page_link(struct page *p, const struct ans_word *word);

/* The group of a word; never NULL. */
const struct ans_word_group *group_of(const struct ans_word *word);

/* May the word stand in `parent` (NULL: at the top of a file)? */
bool stands_in(const struct ans_word *word, const struct ans_word *parent);

/* kinds.c: kinds of values. */
struct kind {
    const char *name; /* in JSON and as an anchor: "text" */
    const char *sv, *en;
    const char *help_sv, *help_en;
    const char *type; /* for Lua language servers; of choices: NULL */
};
struct kind kind_of(enum ans_value_kind kind);
/* More than there are; kind_field tells which are used. */
#define KIND_MOST 64

/* A field of the vocabulary that is of the kind, with its word; or NULL. */
const struct ans_word_field *kind_field(enum ans_value_kind kind,
                                        const struct ans_word **word);

/* forms.c: how a word is written. */
const char *form_name(enum ans_word_form form); /* "id-body" */
/* With the id and body that it takes: `alert "name" { ... }`. */
struct ans_str form_text(const struct page *p, const struct ans_word *word);

/* words.c */
void write_word(struct page *p, const struct ans_word *word);
void write_group(struct page *p, const struct ans_word_group *group);
void write_kinds(struct page *p);

/* faults.c */
void write_fault(struct page *p, const char *code);
void write_faults(struct page *p); /* the list of codes */
/* The codes, each once, in order. */
const char *const *fault_codes(struct ans_arena *arena, size_t *count);

/* start.c: the first page. */
void write_start(struct page *p);

/* annotations.c */
void write_annotations(struct page *p, const struct ans_word_group *group);
void write_annotated_kinds(struct page *p);
