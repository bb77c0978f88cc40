#include "county/fault_pages.h"

#include "county/fault_tables.h"

static const struct ans_fault_chapter *const chapters[] = {
    &ans_faults_of_form,  &ans_faults_of_words, &ans_faults_of_county,
    &ans_faults_of_tests, &ans_faults_of_rules, &ans_faults_of_lint,
    &ans_faults_of_texts,
};

const struct ans_fault_chapter *const *ans_fault_chapters(size_t *count)
{
    *count = ANS_COUNT(chapters);
    return chapters;
}

const struct ans_fault_page *ans_fault_page_find(struct ans_str code)
{
    for (size_t i = 0; i < ANS_COUNT(chapters); i++)
        for (size_t k = 0; k < chapters[i]->count; k++)
            if (ans_str_is(code, chapters[i]->pages[k].code))
                return &chapters[i]->pages[k];
    return NULL;
}
