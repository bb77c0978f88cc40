/* Words of joining: what it means, who may, in which steps. */
#include "county/words.h"

static const char *const letter_fills[] = {"name", "date", "areas", NULL};

static const char *const when_changed[] = {"newest", "finish", NULL};
static const char *const between[] = {"open", "closed", NULL};

static const struct ans_word_field join_fields[] = {
    {FIELD(ans_join, act, TEXT), .required = true,
     HELP("Vad besökaren gör, som det står på knappen.",
          "What the visitor does, as the button says it."),
     .example = "\"Anslut er organisation\""},
    {FIELD(ans_join, title, TEXT),
     HELP("Rubriken på sidan där formuläret börjar. Annars står knappens text "
          "där.",
          "The heading of the page where the form begins. Else the button's "
          "text."),
     .example = "\"Bli en del av Ett jämställt Mittlän\""},
    {FIELD(ans_join, intro, PROSE),
     HELP("Vad det betyder att ansluta sig.", "What joining means."),
     .example = "text \"texts/anslut.md\""},
    {FIELD(ans_join, binding, BOOL), .fallback = "false",
     HELP("Om anslutningen är bindande.", "Whether joining is binding."),
     .example = "false"},
    {FIELD(ans_join, letter_title, TEXT),
     HELP("Vad dokumentet heter som organisationen ställer sig bakom. Annars "
          "portalens namn.",
          "What the document is called that the organisation agrees to. Else "
          "the portal's name."),
     .example = "\"Viljeyttring\""},
    {FIELD(ans_join, letter, PROSE), .required = true, .fills = letter_fills,
     HELP("Vad organisationen ställer sig bakom.",
          "What the organisation agrees to."),
     .example = "text \"texts/viljeyttring.md\""},
    {FIELD(ans_join, between, ONE_OF), .choices = between,
     .fallback = "\"open\"",
     HELP("Om det går att ansluta sig när ingen strategi gäller: \"open\" "
          "eller \"closed\".",
          "Whether one may join while no strategy is in force: \"open\" or "
          "\"closed\"."),
     .example = "\"closed\""},
    {FIELD(ans_join, review, BOOL), .fallback = "false",
     HELP("Om en handläggare ska titta innan den anslutna visas.",
          "Whether a caseworker looks before the member is shown."),
     .example = "true"},
    {FIELD(ans_join, when_changed, ONE_OF), .choices = when_changed,
     .fallback = "\"newest\"",
     HELP("Vad som händer för den som är mitt i formuläret när ni ändrar det: "
          "\"newest\" ger det nya formuläret med svaren som går att ta med, "
          "\"finish\" låter var och en göra klart det som påbörjades.",
          "What happens to those who are half-way when you change the form: "
          "\"newest\" gives them the new form with the answers that can be "
          "carried over, \"finish\" lets them finish the one they began."),
     .example = "\"finish\""},
    {FIELD(ans_join, by_invitation, BOOL), .fallback = "false",
     HELP("Om bara den som har fått en inbjudan kan ansluta sig. Inbjudningar "
          "skickas med `anslut invite`.",
          "Whether only those who were invited may join. Invitations are sent "
          "by `anslut invite`."),
     .example = "true"},
    {FIELD(ans_join, uninvited, PROSE),
     HELP("Vad den möter som vill ansluta sig utan inbjudan.",
          "What those meet who want to join without an invitation."),
     .example = "\"I år bjuder vi in länets kommuner.\""},
    {FIELD(ans_join, refusal, TEXT),
     HELP("Vad den möter som inte kan ansluta sig. Skriv vänligt, och vad som "
          "finns i stället.",
          "What those meet who cannot join. Be friendly, and say what there is "
          "instead."),
     .example = "\"Ni är välkomna att läsa och prenumerera.\""},
};

static const struct ans_word_field expects_fields[] = {
    {FIELD(ans_expectation, text, TEXT), .required = true,
     HELP("Vad ni förväntar er, i en mening.",
          "What you expect, in one sentence."),
     .example = "\"Ledningen har fattat beslut om att ansluta sig.\""},
    {FIELD(ans_expectation, confirm, BOOL), .fallback = "false",
     HELP("Om den som ansluter sig ska kryssa i att det är uppfyllt.",
          "Whether who joins is to tick that it is so."),
     .example = "true"},
};

static const struct ans_word_field may_join_fields[] = {
    {FIELD(ans_join, may_join, SOME_OF), .choices = ans_kinds,
     HELP("De slags organisationer som kan ansluta sig.",
          "The kinds of organisations that may join."),
     .example = "{ \"municipality\", \"region\", \"state\", \"association\", "
                "\"company\" }"},
};

static const struct ans_word_field step_fields[] = {
    {FIELD(ans_step, title, TEXT), .required = true,
     HELP("Stegets rubrik.", "The heading of the step."),
     .example = "\"Er organisation\""},
    {FIELD(ans_step, lead, TEXT),
     HELP("En mening under rubriken.", "A sentence under the heading."),
     .example = "\"Det tar några minuter.\""},
};

static const struct ans_place join_places[] = {ONE("", ans_county, join),
                                               NOWHERE};
static const struct ans_place expects_places[] = {
    MANY("join", ans_join, expectations), NOWHERE};
static const struct ans_place may_join_places[] = {
    ONE("join", ans_join, may_join), NOWHERE};
static const struct ans_place step_places[] = {MANY("join", ans_join, steps),
                                               NOWHERE};

static const struct ans_word rows[] = {
    {.name = "join",
     CALLED("en anslutning", "a way to join"),
     .form = ANS_FORM_BODY,
     .places = join_places,
     .size = sizeof(struct ans_join),
     FIELDS(join_fields),
     HELP("Hur en organisation ansluter sig: vilka som kan, vad ni frågar och "
          "vad de ställer sig bakom.",
          "How an organisation joins: who may, what you ask and what they "
          "agree to."),
     .example = "join { act = \"Anslut er organisation\", letter = text "
                "\"texts/viljeyttring.md\" }"},
    {.name = "expects",
     CALLED("en förväntan", "an expectation"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = expects_places,
     .size = sizeof(struct ans_expectation),
     FIELDS(expects_fields),
     HELP("Något ni förväntar er av den som ansluter sig.",
          "Something you expect of who joins."),
     .example = "expects \"uppfoljning\" { text = \"Ni svarar på några frågor "
                "om året.\" }"},
    {.name = "may_join",
     CALLED("en lista över vilka som kan ansluta sig",
            "a list of who may join"),
     .form = ANS_FORM_LIST,
     .places = may_join_places,
     FIELDS(may_join_fields),
     HELP("Vilka slags organisationer som kan ansluta sig. Utan listan kan "
          "alla.",
          "Which kinds of organisations may join. Without the list: all."),
     .example = "may_join { \"municipality\", \"region\", \"state\", "
                "\"association\", \"company\" }"},
    {.name = "step",
     CALLED("ett steg", "a step"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = step_places,
     .size = sizeof(struct ans_step),
     FIELDS(step_fields),
     HELP("Ett steg i formuläret: en sida med frågor om samma sak.",
          "A step of the form: a page of questions on one topic."),
     .example = "step \"organisation\" { title = \"Er organisation\" }"},
};

WORD_TABLE(ans_words_join, rows, .name = "join", .file = "join.lua",
           TITLE("Att ansluta sig", "Joining"));
