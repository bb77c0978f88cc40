/* Words that say something in the place of the portal's own texts. */
#include "county/words.h"

#define FORM(category, swedish, english, shown)                                \
    {                                                                          \
        FIELD(ans_wording, category, TEXT),                                    \
            .any_language = true, HELP(swedish, english), .example = (shown)   \
    }

static const struct ans_word_field wording_fields[] = {
    {FIELD(ans_wording, text, TEXT), .any_language = true,
     HELP("Vad som ska stå i stället, på ett språk eller flera.",
          "What is to stand instead, in one language or more."),
     .example = "{ sv = \"Vidare\", en = \"Next\" }"},
    FORM(one, "När antalet är ett.", "When the number is one.",
         "\"{count} organisation är med\""),
    FORM(two, "När antalet är två, på språk som har en form för det.",
         "When the number is two, in languages with a form for it.",
         "{ ar = \"منظمتان\" }"),
    FORM(few, "När antalet är litet, på språk som har en form för det.",
         "When the number is small, in languages with a form for it.",
         "{ pl = \"{count} organizacje\" }"),
    FORM(many, "När antalet är stort, på språk som har en form för det.",
         "When the number is large, in languages with a form for it.",
         "{ pl = \"{count} organizacji\" }"),
    FORM(zero, "När antalet är noll, på språk som har en form för det.",
         "When the number is nought, in languages with a form for it.",
         "{ ar = \"لا توجد منظمات\" }"),
    FORM(other, "För alla andra antal.", "For all other numbers.",
         "\"{count} organisationer är med\""),
};

static const struct ans_place wording_places[] = {
    MANY("county", ans_county, wordings), MANY("", ans_county, wordings),
    NOWHERE};

static const struct ans_word rows[] = {
    {.name = "wording",
     CALLED("en ordalydelse", "a wording"),
     .form = ANS_FORM_ID_TEXT,
     .has_id = true,
     .names_text = true,
     .places = wording_places,
     .size = sizeof(struct ans_wording),
     .text_offset = offsetof(struct ans_wording, text),
     FIELDS(wording_fields),
     HELP("Säger något annat än portalens egen text: på en knapp, i ett "
          "felmeddelande, i ett mejl. `anslut texts` listar alla texter och "
          "vad de heter.",
          "Says something else than the portal's own text: on a button, in "
          "an error message, in a mail. `anslut texts` lists all texts and "
          "their names."),
     .example = "wording \"form.next\" \"Vidare\""},
};

WORD_TABLE(ans_words_texts, rows, .name = "texts", .file = "texts.lua",
           TITLE("Portalens egna texter", "The portal's own texts"));
