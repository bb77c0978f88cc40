/* words: what the tables of the vocabulary are written with. Only the files
 * words_*.c and vocab.c include this.
 */
#pragma once

#include <stddef.h>

#include "base/attr.h"
#include "county/county.h"
#include "county/vocab.h"

/* A field whose name in scripts is that of its struct member, and one whose
 * name is another. */
#define FIELD(type, member, is) NAMED(type, #member, member, is)
#define NAMED(type, word, member, is)                                          \
    .name = (word), .kind = ANS_IS_##is, .offset = offsetof(struct type, member)

/* The help, Swedish first. */
#define HELP(swedish, english)   .sv = (swedish), .en = (english)
#define CALLED(swedish, english) .called_sv = (swedish), .called_en = (english)

#define FIELDS(table) .fields = (table), .field_count = ANS_COUNT(table)

/* The places of a word: one of many in each, one in each. */
#define UP_TO(most, word, type, member)                                        \
    {                                                                          \
        (word), sizeof(struct type), offsetof(struct type, member), false,     \
            (most)                                                             \
    }
#define MANY(word, type, member) UP_TO(0, word, type, member)
#define ONE(word, type, member)                                                \
    {                                                                          \
        (word), sizeof(struct type), offsetof(struct type, member), true, 0    \
    }
#define NOWHERE                                                                \
    {                                                                          \
        NULL, 0, 0, false, 0                                                   \
    }

/* The table of one file: its rows, and what struct ans_word_group asks for. */
#define WORD_TABLE(table, rows, ...)                                           \
    const struct ans_word_group table = {                                      \
        .words = (rows), .count = ANS_COUNT(rows), __VA_ARGS__}
#define TITLE(swedish, english) .title_sv = (swedish), .title_en = (english)

extern const struct ans_word_group ans_words_identity;
extern const struct ans_word_group ans_words_strategy;
extern const struct ans_word_group ans_words_join;
extern const struct ans_word_group ans_words_ways;
extern const struct ans_word_group ans_words_questions;
extern const struct ans_word_group ans_words_welcome;
extern const struct ans_word_group ans_words_conditions;
extern const struct ans_word_group ans_words_tests;
extern const struct ans_word_group ans_words_register;
extern const struct ans_word_group ans_words_texts;
