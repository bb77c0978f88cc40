/* Words of tests.lua: made-up organisations and what each is to meet. */
#include "county/tests.h"
#include "county/words.h"

static const char *const mails[] = {
    "invite",      "confirm", "sign_waits", "welcome", "approved", "renew",
    "renew_waits", "renewed", "waiting",    "open",    NULL};
static const char *const second_mails[] = {"sign", "sign_again", NULL};
static const char *const county_mails[] = {"review", NULL};

static const struct ans_word_field expect_fields[] = {
    {FIELD(ans_expect, on, DAY),
     HELP("Dagen då organisationen besöker portalen. Annars dagen då den "
          "strategi börjar som gäller nu (den 1 januari 2026 om den inte säger "
          "när), så att provet ger samma svar från dag till dag.",
          "The day on which the organisation visits the portal. Else the day "
          "on which the strategy in force begins (1 January 2026 when it does "
          "not say), so that the test gives the same from day to day."),
     .example = "\"2026-05-11\""},
    {FIELD(ans_expect, language, STRING),
     HELP("Språket som organisationen läser på. Annars länets första.",
          "The language in which the organisation reads. Else the county's "
          "first."),
     .example = "\"en\""},
    {FIELD(ans_expect, is_asked, REFS), .refers = "question",
     HELP("Frågor som organisationen får.", "Questions that it is asked."),
     .example = "{ \"municipality\", \"focus\" }"},
    {FIELD(ans_expect, is_not_asked, REFS), .refers = "question",
     HELP("Frågor som organisationen inte får.",
          "Questions that it is not asked."),
     .example = "{ \"employees\" }"},
    {FIELD(ans_expect, in_order, REFS), .refers = "question",
     HELP("Frågor som kommer i den här ordningen, kanske med andra emellan.",
          "Questions that come in this order, others maybe between them."),
     .example = "{ \"name\", \"kind\", \"focus\" }"},
    {FIELD(ans_expect, is_asked_as, NOTES), .refers = "question",
     HELP("Hur en fråga lyder för just den här organisationen.",
          "How a question reads to this very organisation."),
     .example = "{ contribution = \"Så bidrar företaget\" }"},
    {FIELD(ans_expect, problems, NOTES), .refers = "question",
     HELP("Frågor vars svar formuläret inte tar emot, gärna med felets kod. "
          "Organisationen kommer då inte vidare.",
          "Questions whose answers the form does not take, with the problem's "
          "code if you like. The organisation then gets no further."),
     .example = "{ org_number = \"check-digit\" }"},
    {FIELD(ans_expect, is_refused, CLAIM),
     HELP("Om organisationen inte kan ansluta sig: true, eller något av det "
          "den då får läsa.",
          "Whether the organisation cannot join: true, or a part of what it "
          "then reads."),
     .example = "\"prenumerera på nyhetsbrevet\""},
    {FIELD(ans_expect, is_closed, CLAIM),
     HELP("Om ingen kan ansluta sig den dagen: true, eller något av det "
          "organisationen då får läsa.",
          "Whether nobody can join on that day: true, or a part of what it "
          "then reads."),
     .example = "\"öppnar igen i augusti\""},
    {FIELD(ans_expect, is_uninvited, CLAIM),
     HELP("Om organisationen kommer utan inbjudan där en sådan behövs: true, "
          "eller något av det den då får läsa.",
          "Whether it comes without an invitation where one is needed: true, "
          "or a part of what it then reads."),
     .example = "\"på inbjudan\""},
    {FIELD(ans_expect, letter_says, STRINGS),
     HELP("Något som står i brevet.", "Something that the letter says."),
     .example = "\"Österby kommun\""},
    {FIELD(ans_expect, letter_says_not, STRINGS),
     HELP("Något som inte står i brevet.",
          "Something that the letter does not say."),
     .example = "\"föreningens årsmöte\""},
    {FIELD(ans_expect, gets, REFS), .refers = "item",
     HELP("Delar av välkomstpaketet som organisationen får utan att behöva "
          "svara.",
          "Items of the welcome package that it gets without having to "
          "answer."),
     .example = "{ \"diplom\" }"},
    {FIELD(ans_expect, gets_not, REFS), .refers = "item",
     HELP("Delar av välkomstpaketet som organisationen varken får eller "
          "erbjuds.",
          "Items of the welcome package that it neither gets nor is offered."),
     .example = "{ \"chefer\" }"},
    {FIELD(ans_expect, is_offered, REFS), .refers = "item",
     HELP("Delar av välkomstpaketet som organisationen kan tacka ja till.",
          "Items of the welcome package that it can say yes to."),
     .example = "{ \"nyhetsbrev\" }"},
    {FIELD(ans_expect, is_not_offered, REFS), .refers = "item",
     HELP("Delar av välkomstpaketet som organisationen inte kan tacka ja "
          "till.",
          "Items of the welcome package that it cannot say yes to."),
     .example = "{ \"chefer\" }"},
    {FIELD(ans_expect, gets_mail, SOME_OF), .choices = mails,
     HELP("Mejl som organisationen får: länken att bekräfta (confirm), att den "
          "andra underskriften dröjer (sign_waits), välkomstpaketet "
          "(welcome), att den är granskad (approved), inbjudan (invite), "
          "frågan om att förnya (renew), att det den skickade då väntar på den "
          "andra underskriften (renew_waits), att den har förnyat (renewed), "
          "att den står på väntelistan (waiting), att det har öppnat (open).",
          "Mails that it gets: the link to confirm, that the second signature "
          "is awaited, the welcome package, that it is approved, the "
          "invitation, the question whether it renews, that what it sent then "
          "waits for the second signature, that it has renewed, "
          "that it is on the waiting list, that joining is open."),
     .example = "{ \"confirm\", \"welcome\" }"},
    {FIELD(ans_expect, second_gets_mail, SOME_OF), .choices = second_mails,
     HELP("Mejl som den andra som undertecknar får: länken att underteckna "
          "(sign), en påminnelse (sign_again).",
          "Mails that the second one to sign gets: the link to sign, a "
          "reminder."),
     .example = "{ \"sign\" }"},
    {FIELD(ans_expect, county_gets_mail, SOME_OF), .choices = county_mails,
     HELP("Mejl som ni själva får: att någon väntar på granskning (review).",
          "Mails that you get: that somebody waits for review."),
     .example = "{ \"review\" }"},
    {FIELD(ans_expect, confirm_by, DAY),
     HELP("Sista dagen att bekräfta anslutningen.",
          "The last day to confirm that it joins."),
     .example = "\"2026-05-18\""},
    {FIELD(ans_expect, sign_by, DAY),
     HELP("Sista dagen för den andra underskriften, om länken bekräftas samma "
          "dag.",
          "The last day for the second signature, if the link is confirmed on "
          "the same day."),
     .example = "\"2026-05-25\""},
    {FIELD(ans_expect, is_reviewed, BOOL),
     .has = offsetof(struct ans_expect, has_reviewed),
     HELP("Om en handläggare tittar innan organisationen visas.",
          "Whether a caseworker looks before the organisation is shown."),
     .example = "true"},
    {FIELD(ans_expect, is_followed_up, REFS), .refers = "round",
     HELP("Omgångar av uppföljningen som återstår när organisationen ansluter "
          "sig.",
          "Rounds of the follow-up that are still to come when it joins."),
     .example = "{ \"2027\" }"},
    {FIELD(ans_expect, shows, NOTES), .refers = "question",
     HELP("Svar som visas på organisationens sida, gärna som de står där.",
          "Answers that its page shows, as they stand there if you like."),
     .example = "{ focus = \"Frihet från våld\" }"},
    {FIELD(ans_expect, shows_not, REFS), .refers = "question",
     HELP("Svar som inte visas på organisationens sida.",
          "Answers that its page does not show."),
     .example = "{ \"email\", \"org_number\" }"},
};

static const char *const persona_ways[] = {"invited", "uninvited", "paper",
                                           NULL};

static const struct ans_word_field comes_fields[] = {
    {FIELD(ans_comes, way, ONE_OF), .choices = persona_ways,
     HELP("På inbjudan (invited), utan inbjudan (uninvited), eller på papper, "
          "som ni registrerar (paper). Annars genom portalen, med inbjudan "
          "där en sådan behövs.",
          "By invitation, without one, or on paper that you register. Else by "
          "the portal, with an invitation where one is needed."),
     .example = "\"paper\""},
    {FIELD(ans_comes, on, DAY),
     HELP("Dagen då organisationen besöker portalen, eller den dag som står "
          "på papperet. Säger provet en egen dag gäller den.",
          "The day on which it visits the portal, or the one that the paper "
          "bears. A day of the test goes before it."),
     .example = "\"2025-03-14\""},
};

static const struct ans_place nowhere[] = {NOWHERE};
static const struct ans_place persona_places[] = {
    UP_TO(200, ANS_TESTS_FILE, ans_tests, personas), NOWHERE};
static const struct ans_place expect_places[] = {
    UP_TO(400, ANS_TESTS_FILE, ans_tests, expects), NOWHERE};

static const struct ans_place comes_places[] = {
    ONE("persona", ans_persona, comes), NOWHERE};
static const struct ans_place renews_places[] = {
    ONE("persona", ans_persona, renews), NOWHERE};

static const struct ans_word rows[] = {
    {.name = "persona",
     CALLED("en persona", "a persona"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .free_id = true,
     .answers_offset = offsetof(struct ans_persona, answers),
     .places = persona_places,
     .size = sizeof(struct ans_persona),
     HELP("En påhittad organisation och vad den svarar på era frågor.",
          "A made-up organisation and what it answers to your questions."),
     .example = "persona \"en liten förening\" { name = \"Åkerby IK\", kind = "
                "\"association\", municipality = \"9903\", focus = { \"vald\" "
                "} }"},
    {.name = "comes",
     CALLED("hur en persona kommer", "how a persona comes"),
     .form = ANS_FORM_BODY,
     .places = comes_places,
     .size = sizeof(struct ans_comes),
     FIELDS(comes_fields),
     HELP("Hur och när personan ansluter sig.",
          "How and when the persona joins."),
     .example = "comes { way = \"paper\", on = \"2025-03-14\" }"},
    {.name = "renews",
     CALLED("en tidigare anslutning", "an earlier joining"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .answers_offset = offsetof(struct ans_renews, answers),
     .places = renews_places,
     .size = sizeof(struct ans_renews),
     HELP("Personan är redan ansluten, till den strategi som namnges, och "
          "förnyar sig till den som gäller nu. Här står vad den svarade då; "
          "formuläret börjar med det, och personans egna svar är vad den "
          "ändrar.",
          "The persona has joined already, by the strategy that is named, and "
          "renews for the present one. Here stands what it answered then; the "
          "form begins with that, and the persona's own answers are what it "
          "changes."),
     .example = "renews \"2024\" { name = \"Åkerby kommun\", kind = "
                "\"municipality\", municipality = \"9903\", focus = { "
                "\"makt\" } }"},
    {.name = "expect",
     CALLED("ett prov", "a test"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .free_id = true,
     .repeats = true,
     .places = expect_places,
     .size = sizeof(struct ans_expect),
     FIELDS(expect_fields),
     HELP("Vad en persona ska möta i portalen. Stämmer det inte publiceras "
          "inte ändringen. En persona kan ha flera prov, till exempel för "
          "olika dagar och språk.",
          "What a persona is to meet in the portal. If it does not, the change "
          "is not published. A persona may have several tests, for different "
          "days and languages."),
     .example = "expect \"en liten förening\" { is_asked = { \"municipality\" "
                "}, is_offered = { \"nyhetsbrev\" } }"},
};

WORD_TABLE(ans_words_tests, rows, .name = "tests", .file = ANS_TESTS_FILE,
           TITLE("Proven", "Tests"));

const struct ans_word ans_tests_top = {
    .name = ANS_TESTS_FILE,
    CALLED("länets prov", "the county's tests"),
    .form = ANS_FORM_BODY,
    .places = nowhere,
    .size = sizeof(struct ans_tests),
    HELP("Länets egna prov.", "The county's own tests."),
    .example = "persona \"en förening\" { name = \"Åkerby IK\" }",
};
