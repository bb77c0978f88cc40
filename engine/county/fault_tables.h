/* fault_tables: what the tables of fault pages are written with. Only the
 * files fault_pages*.c include this.
 */
#pragma once

#include "county/fault_pages.h"

/* The meaning, Swedish first. */
#define MEANS(swedish, english) .sv = (swedish), .en = (english)

/* {file, right, wrong}, ... */
#define EXAMPLES(...)                                                          \
    .examples = (const struct ans_fault_example[])                             \
    {                                                                          \
        __VA_ARGS__,                                                           \
        {                                                                      \
            NULL, NULL, NULL                                                   \
        }                                                                      \
    }

#define CHAPTER(table, pages_, swedish, english)                               \
    const struct ans_fault_chapter table = {(swedish), (english), (pages_),    \
                                            ANS_COUNT(pages_)}

extern const struct ans_fault_chapter ans_faults_of_form;
extern const struct ans_fault_chapter ans_faults_of_words;
extern const struct ans_fault_chapter ans_faults_of_county;
extern const struct ans_fault_chapter ans_faults_of_tests;
extern const struct ans_fault_chapter ans_faults_of_rules;
extern const struct ans_fault_chapter ans_faults_of_lint;
extern const struct ans_fault_chapter ans_faults_of_texts;
