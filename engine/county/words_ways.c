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

static const struct ans_word_field closed_fields[] = {
    {FIELD(ans_closed, from, DAY),
     HELP("Den första dagen som det är stängt. Utan den har det varit stängt "
          "från början.",
          "The first day on which it is closed. Without it, it has been closed "
          "since the beginning."),
     .example = "\"2026-06-15\""},
    {FIELD(ans_closed, to, DAY),
     HELP("Den sista dagen som det är stängt. Utan den är det stängt tills "
          "vidare.",
          "The last day on which it is closed. Without it, it is closed until "
          "further notice."),
     .example = "\"2026-08-15\""},
    {FIELD(ans_closed, message, PROSE),
     HELP("Vad den möter som vill ansluta sig medan det är stängt.",
          "What those meet who want to join while it is closed."),
     .example = "\"Vi tar emot nya organisationer igen efter sommaren.\""},
    {FIELD(ans_closed, waiting_list, BOOL), .fallback = "false",
     HELP("Om man kan skriva upp sig för att få ett mejl när det öppnar. "
          "Adressen används bara till det och tas sedan bort.",
          "Whether one may leave an address for a mail when it opens. The "
          "address is used for nothing else and then erased."),
     .example = "true"},
};

static const struct ans_place closed_places[] = {
    UP_TO(50, "join", ans_join, closed), NOWHERE};
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
    {.name = "closed",
     CALLED("en stängd tid", "a time when it is closed"),
     .form = ANS_FORM_BODY,
     .places = closed_places,
     .size = sizeof(struct ans_closed),
     FIELDS(closed_fields),
     HELP("En tid då ingen kan ansluta sig. Påbörjade formulär sparas som "
          "vanligt, och den som redan har skickat in kan bekräfta.",
          "A time when nobody can join. Forms that were begun are kept as "
          "usual, and those who have sent theirs can confirm."),
     .example = "closed { from = \"2026-06-15\", to = \"2026-08-15\", message "
                "= \"Vi öppnar igen efter sommaren.\", waiting_list = true }"},
};

WORD_TABLE(ans_words_ways, rows, .name = "ways", .file = "join.lua",
           TITLE("Olika sätt att ansluta sig", "Ways to join"));
