/* Words that stand where a value is expected: conditions, texts in files,
 * texts by kind. They make no struct of their own. */
#include "county/words.h"

static const struct ans_place nowhere[] = {NOWHERE};

#define CONDITION(word)                                                        \
    .name = (word), .form = ANS_FORM_CONDITION, .places = nowhere

static const struct ans_word rows[] = {
    {CONDITION("answered"), CALLED("en regel", "a rule"),
     HELP("Sant när frågan är besvarad, eller har ett av svaren som räknas "
          "upp.",
          "True when the question is answered, or has one of the answers "
          "named."),
     .example = "answered(\"size\", \"small\")"},
    {CONDITION("chose"), CALLED("en regel", "a rule"),
     HELP("Sant när något av svaren är valt.",
          "True when one of the answers is chosen."),
     .example = "chose(\"focus\", \"makt\")"},
    {CONDITION("kind_is"), CALLED("en regel", "a rule"),
     HELP("Sant när organisationen är av något av slagen.",
          "True when the organisation is of one of the kinds."),
     .example = "kind_is(\"municipality\", \"region\")"},
    {CONDITION("any_of"), CALLED("en regel", "a rule"),
     HELP("Sant när någon av reglerna är sann.",
          "True when one of the rules is true."),
     .example = "any_of { kind_is \"region\", chose(\"focus\", \"makt\") }"},
    {CONDITION("all_of"), CALLED("en regel", "a rule"),
     HELP("Sant när alla reglerna är sanna.",
          "True when all of the rules are true."),
     .example = "all_of { kind_is \"company\", answered \"employees\" }"},
    {CONDITION("none_of"), CALLED("en regel", "a rule"),
     HELP("Sant när ingen av reglerna är sann.",
          "True when none of the rules is true."),
     .example = "none_of { kind_is \"region\", kind_is \"state\" }"},
    {.name = "text",
     CALLED("en textfil", "a text file"),
     .form = ANS_FORM_PATH,
     .places = nowhere,
     HELP("En text ur en Markdown-fil i länets mapp. texts/om.md är på länets "
          "första språk, texts/om.en.md på engelska.",
          "A text from a Markdown file of the county's folder. texts/om.md is "
          "in the county's first language, texts/om.en.md in English."),
     .example = "text \"texts/om.md\""},
    {.name = "by_kind",
     CALLED("en text för varje sort", "a text for each kind"),
     .form = ANS_FORM_VARIANTS,
     .places = nowhere,
     HELP("Olika text för olika slags organisationer, och en för de övriga.",
          "Different texts for different kinds of organisations, and one for "
          "the others."),
     .example = "by_kind { company = \"Så bidrar företaget\", otherwise = \"Så "
                "bidrar ni\" }"},
};

WORD_TABLE(ans_words_conditions, rows, .name = "rules",
           TITLE("Regler, och texter i filer", "Rules, and texts in files"));
