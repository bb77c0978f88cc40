/* Words of the ways to join: who else signs, when it is closed. */
#include "county/words.h"

static const struct ans_word_field second_fields[] = {
    {FIELD(ans_second_signature, asks, REF), .required = true,
     .refers = "question.email",
     HELP("Frågan där den som fyller i formuläret skriver e-postadressen till "
          "den som också ska underteckna.",
          "The question where whoever fills in the form writes the e-mail "
          "address of the other one who signs."),
     .example = "\"second_email\""},
    {FIELD(ans_second_signature, deadline, WHOLE), .least = 1, .most = 90,
     .fallback = "14",
     HELP("Hur många dagar den andra har på sig. Sedan får båda veta att tiden "
          "gick ut, och ingenting visas.",
          "How many days the other one has. Then both are told that the time "
          "is up, and nothing is shown."),
     .example = "14"},
    {FIELD(ans_second_signature, reminders, WHOLES), .least = 1, .most = 89,
     HELP("Efter hur många dagar båda får en påminnelse. Utan listan får ingen "
          "någon.",
          "After how many days both are reminded. Without the list nobody "
          "is."),
     .example = "{ 5, 10 }"},
};

static const struct ans_place second_places[] = {ONE("join", ans_join, second),
                                                 NOWHERE};

static const struct ans_word rows[] = {
    {.name = "second_signature",
     CALLED("en andra underskrift", "a second signature"),
     .form = ANS_FORM_BODY,
     .places = second_places,
     .size = sizeof(struct ans_second_signature),
     FIELDS(second_fields),
     HELP("En person till ska underteckna, genom en länk i ett mejl, innan "
          "organisationen är ansluten. Den som aldrig får frågan om adressen "
          "behöver ingen andra underskrift.",
          "One more person is to sign, by a mailed link, before the "
          "organisation has joined. Who is never asked for the address needs "
          "no second signature."),
     .example = "second_signature { asks = \"second_email\", deadline = 14, "
                "reminders = { 5, 10 } }"},
};

WORD_TABLE(ans_words_ways, rows, .name = "ways", .file = "join.lua",
           TITLE("Olika sätt att ansluta sig", "Ways to join"));
