/* Words of the form's questions. They share a table of fields; `tags` says
 * which types have a field. A field with two rows has another default for some
 * types. */
#include "county/words.h"

#define BIT(type) (1u << ANS_Q_##type)
#define ALL       ((1u << (ANS_Q_GROUP + 1)) - 1)

#define ALWAYS_ASKED (BIT(NAME) | BIT(KIND))
#define OPENLY_SHOWN                                                           \
    (BIT(NAME) | BIT(KIND) | BIT(MUNICIPALITY) | BIT(AREAS) | BIT(MEMBER) |    \
     BIT(BODIES))
#define TYPED   (BIT(NAME) | BIT(TEXT) | BIT(LONG_TEXT))
#define COUNTED (BIT(CHOICES) | BIT(AREAS) | BIT(GROUP) | BIT(BODIES))
/* What can stand there from the start differs by type, but not what it is. */
#define DEFAULT(types)                                                         \
    NAMED(ans_question, "default", default_value, ANSWER),                     \
        .tags = (types),                                                       \
        HELP("Svaret som står där från början.",                               \
             "The answer that stands there from the start.")

static const struct ans_word_field question_fields[] = {
    {FIELD(ans_question, label, TEXT), .required = true,
     HELP("Frågan, som den står i formuläret.",
          "The question, as the form puts it."),
     .example = "\"Vad heter organisationen?\""},
    {FIELD(ans_question, was, STRINGS),
     HELP(
         "Vad frågan hette i skriptet förut, om den har fått ett nytt namn men "
         "betyder detsamma. Då följer svaren med.",
         "What the script called the question before, if it has a new name "
         "but means the same. Then its answers follow."),
     .example = "\"anstallda\""},
    {FIELD(ans_question, profile, TEXT),
     HELP("Rubriken över svaret på den anslutnas sida. Annars står frågan "
          "där.",
          "The heading over the answer on the member's page. Else the "
          "question."),
     .example = "\"Organisation\""},
    {FIELD(ans_question, report, TEXT),
     HELP("Kolumnens namn i rapporter. Annars samma som på den anslutnas "
          "sida.",
          "The column's name in reports. Else as on the member's page."),
     .example = "\"Namn\""},
    {FIELD(ans_question, hint, TEXT),
     HELP("En hjälptext under frågan.", "A hint below the question."),
     .example = "\"Tio siffror, till exempel 802000-0009.\""},
    {FIELD(ans_question, required, BOOL), .fallback = "true",
     .tags = ALWAYS_ASKED | BIT(EMAIL),
     HELP("Om frågan måste besvaras. Namn och sort måste alltid besvaras.",
          "Whether it must be answered. Name and kind always must."),
     .example = "true"},
    {FIELD(ans_question, required, BOOL), .fallback = "false",
     .tags = ALL & ~(ALWAYS_ASKED | BIT(EMAIL)),
     HELP("Om frågan måste besvaras.", "Whether it must be answered."),
     .example = "true"},
    {FIELD(ans_question, public, BOOL), .fallback = "true",
     .tags = OPENLY_SHOWN,
     HELP("Om svaret visas på den anslutnas sida.",
          "Whether the answer is shown on the member's page."),
     .example = "false"},
    {FIELD(ans_question, public, BOOL), .fallback = "false",
     .tags = ALL & ~OPENLY_SHOWN,
     HELP("Om svaret visas på den anslutnas sida.",
          "Whether the answer is shown on the member's page."),
     .example = "true"},
    {FIELD(ans_question, personal, BOOL), .fallback = "true",
     .tags = BIT(EMAIL) | BIT(PHONE),
     HELP("Om svaret gäller en person. E-post och telefon räknas alltid dit.",
          "Whether the answer is about a person. E-mail and phone always "
          "are."),
     .example = "true"},
    {FIELD(ans_question, personal, BOOL), .fallback = "false",
     .tags = ALL & ~(BIT(EMAIL) | BIT(PHONE)),
     HELP("Säg true när svaret gäller en person, till exempel ett namn.",
          "Say true when the answer is about a person, such as a name."),
     .example = "true"},
    {FIELD(ans_question, purpose, TEXT),
     HELP("Varför ni frågar. Måste finnas när svaret gäller en person.",
          "Why you ask. Must be there when the answer is about a person."),
     .example = "\"Vi skickar välkomstpaketet hit.\""},
    {FIELD(ans_question, keep, DURATION),
     HELP("Hur länge svaret sparas. Måste finnas när svaret gäller en person; "
          "annars sparas det så länge ni är anslutna, \"with membership\".",
          "How long the answer is kept. Must be there when the answer is about "
          "a person; else it is kept \"with membership\"."),
     .example = "\"2 years after leaving\""},
    {FIELD(ans_question, shown_when, RULE), .tags = ALL & ~ALWAYS_ASKED,
     HELP("När frågan visas. Utan regel visas den alltid.",
          "When the question is shown. Without a rule: always."),
     .example = "kind_is(\"municipality\", \"region\")"},
    {DEFAULT(BIT(TEXT) | BIT(LONG_TEXT)), .example = "\"Vi vill bidra.\""},
    {DEFAULT(BIT(CHOICE)), .example = "\"small\""},
    {DEFAULT(BIT(YES_NO)), .example = "\"yes\""},
    {DEFAULT(BIT(NUMBER)), .example = "\"10\""},
    {DEFAULT(BIT(YEAR)), .example = "\"2027\""},
    {DEFAULT(BIT(MUNICIPALITY)), .example = "\"9901\""},
    {DEFAULT(BIT(KIND)), .example = "\"municipality\""},
    {FIELD(ans_question, shortest, WHOLE), .tags = TYPED, .least = 1,
     .most = 10000, HELP("Minsta antal tecken.", "The fewest characters."),
     .example = "10"},
    {FIELD(ans_question, longest, WHOLE), .tags = TYPED, .least = 1,
     .most = 10000, HELP("Högsta antal tecken.", "The most characters."),
     .example = "2000"},
    {FIELD(ans_question, from, LIMIT), .tags = BIT(NUMBER) | BIT(YEAR),
     .has = offsetof(struct ans_question, has_from),
     HELP("Det minsta eller tidigaste som går att svara.",
          "The least or earliest that can be answered."),
     .example = "2024"},
    {FIELD(ans_question, from, LIMIT), .tags = BIT(DATE),
     .has = offsetof(struct ans_question, has_from),
     HELP("Det minsta eller tidigaste som går att svara.",
          "The least or earliest that can be answered."),
     .example = "\"2024-01-01\""},
    {FIELD(ans_question, from, LIMIT), .tags = BIT(MONTH),
     .has = offsetof(struct ans_question, has_from),
     HELP("Det minsta eller tidigaste som går att svara.",
          "The least or earliest that can be answered."),
     .example = "\"2024-01\""},
    {FIELD(ans_question, to, LIMIT), .tags = BIT(NUMBER) | BIT(YEAR),
     .has = offsetof(struct ans_question, has_to),
     HELP("Det största eller senaste som går att svara.",
          "The greatest or latest that can be answered."),
     .example = "2035"},
    {FIELD(ans_question, to, LIMIT), .tags = BIT(DATE),
     .has = offsetof(struct ans_question, has_to),
     HELP("Det största eller senaste som går att svara.",
          "The greatest or latest that can be answered."),
     .example = "\"2035-12-31\""},
    {FIELD(ans_question, to, LIMIT), .tags = BIT(MONTH),
     .has = offsetof(struct ans_question, has_to),
     HELP("Det största eller senaste som går att svara.",
          "The greatest or latest that can be answered."),
     .example = "\"2035-12\""},
    {FIELD(ans_question, least, WHOLE), .tags = COUNTED, .least = 1, .most = 50,
     HELP("Minsta antal val eller rader.", "The fewest choices or rows."),
     .example = "1"},
    {FIELD(ans_question, most, WHOLE), .tags = COUNTED, .least = 1, .most = 50,
     HELP("Högsta antal val eller rader.", "The most choices or rows."),
     .example = "3"},
    {FIELD(ans_question, unit, TEXT), .tags = BIT(NUMBER) | BIT(BY_SEX),
     HELP("Vad som räknas.", "What is counted."), .example = "\"personer\""},
    {FIELD(ans_question, decimals, WHOLE), .tags = BIT(NUMBER), .most = 6,
     .fallback = "0",
     HELP("Antal decimaler som går att svara med.",
          "The number of decimals that an answer may have."),
     .example = "1"},
    {FIELD(ans_question, other, BOOL), .tags = BIT(BY_SEX), .fallback = "false",
     HELP("Om det också går att ange annat eller okänt.",
          "Whether other or unknown can be given too."),
     .example = "true"},
    {FIELD(ans_question, other_label, TEXT), .tags = BIT(BY_SEX),
     HELP("Vad den tredje gruppen kallas, bredvid kvinnor och män.",
          "What the third group is called, beside women and men."),
     .example = "\"Annat\""},
    {FIELD(ans_question, of, SOME_OF), .choices = ans_kinds,
     .tags = BIT(MEMBER),
     HELP("De slags anslutna som går att vara en del av. Utan listan: alla.",
          "The kinds of members that one may be a part of. Without the list: "
          "all."),
     .example = "{ \"municipality\", \"region\" }"},
};

static const struct ans_word_field option_fields[] = {
    {FIELD(ans_option, label, TEXT),
     HELP("Svaret, som det står i formuläret.",
          "The answer, as it stands in the form."),
     .example = "{ sv = \"Ja, redan i år\", en = \"Yes, this year\" }"},
    {FIELD(ans_option, was, STRINGS),
     HELP(
         "Vad svaret hette i skriptet förut, om det har fått ett nytt namn men "
         "betyder detsamma. Då följer svaren med.",
         "What the script called this answer before, if it has a new name but "
         "means the same. Then answers follow."),
     .example = "\"liten\""},
    {FIELD(ans_option, hint, TEXT),
     HELP("En hjälptext under svaret.", "A hint below the answer."),
     .example = "\"Före den 31 december.\""},
};

static const struct ans_place everywhere[] = {
    MANY("step", ans_step, questions),
    MANY("question.group", ans_question, questions),
    MANY("round", ans_round, questions), NOWHERE};
static const struct ans_place in_steps[] = {MANY("step", ans_step, questions),
                                            NOWHERE};
static const struct ans_place option_places[] = {
    MANY("question.choice", ans_question, options),
    MANY("question.choices", ans_question, options), NOWHERE};

#define QUESTION(is, word, where)                                              \
    .name = "question." word, .form = ANS_FORM_ID_BODY, .has_id = true,        \
    .underscores = true, .places = (where),                                    \
    .size = sizeof(struct ans_question), .tag = ANS_Q_##is,                    \
    .tag_offset = offsetof(struct ans_question, type), FIELDS(question_fields)

static const struct ans_word rows[] = {
    {QUESTION(NAME, "name", in_steps),
     CALLED("en namnfråga", "a name question"),
     HELP("Organisationens namn. Precis en i formuläret.",
          "The organisation's name. Exactly one in the form."),
     .example = "question.name \"name\" { label = \"Vad heter "
                "organisationen?\" }"},
    {QUESTION(KIND, "kind", in_steps),
     CALLED("en fråga om sort", "a kind question"),
     HELP("Vad det är för slags organisation. Precis en i formuläret.",
          "What kind of organisation it is. Exactly one in the form."),
     .example = "question.kind \"kind\" { label = \"Vad är ni för slags "
                "organisation?\" }"},
    {QUESTION(ORG_NUMBER, "organisation_number", in_steps),
     CALLED("en fråga om organisationsnummer",
            "an organisation number question"),
     HELP("Organisationsnumret, med kontroll av siffrorna.",
          "The organisation number, its digits checked."),
     .example = "question.organisation_number \"org_number\" { label = "
                "\"Organisationsnummer\" }"},
    {QUESTION(MUNICIPALITY, "municipality", everywhere),
     CALLED("en kommunfråga", "a municipality question"),
     HELP("En av länets kommuner.", "One of the county's municipalities."),
     .example = "question.municipality \"municipality\" { label = \"I vilken "
                "kommun arbetar ni mest?\" }"},
    {QUESTION(EMAIL, "email", everywhere),
     CALLED("en e-postfråga", "an e-mail question"),
     HELP("En e-postadress. Den första är dit portalen skickar brev.",
          "An e-mail address. The first is where the portal sends mail."),
     .example = "question.email \"email\" { label = \"E-post\", purpose = "
                "\"Vi skickar välkomstpaketet hit.\", keep = \"2 years after "
                "leaving\" }"},
    {QUESTION(TEXT, "text", everywhere),
     CALLED("en textfråga", "a text question"),
     HELP("Ett kort svar på en rad.", "A short answer on one line."),
     .example = "question.text \"unit\" { label = \"Vilken enhet?\", longest = "
                "200 }"},
    {QUESTION(LONG_TEXT, "long_text", everywhere),
     CALLED("en fråga med långt svar", "a long text question"),
     HELP("Ett svar på flera rader.", "An answer of several lines."),
     .example = "question.long_text \"contribution\" { label = \"Så bidrar "
                "vi\", longest = 2000 }"},
    {QUESTION(CHOICE, "choice", everywhere),
     CALLED("en fråga med ett val", "a choice question"),
     HELP("Ett av flera svar.", "One of several answers."),
     .example = "question.choice \"size\" { label = \"Hur stora är ni?\", "
                "option \"small\" \"Under 50\", option \"large\" \"50 eller "
                "fler\" }"},
    {QUESTION(CHOICES, "choices", everywhere),
     CALLED("en fråga med flera val", "a choices question"),
     HELP("Ett eller flera av flera svar.", "One or more of several answers."),
     .example = "question.choices \"ways\" { label = \"Hur vill ni delta?\", "
                "option \"meet\" \"Träffas\", option \"read\" \"Läsa\" }"},
    {QUESTION(YES_NO, "yes_no", everywhere),
     CALLED("en ja- och nej-fråga", "a yes and no question"),
     HELP("Ett ja eller ett nej.", "A yes or a no."),
     .example = "question.yes_no \"plan\" { label = \"Har ni en plan?\" }"},
    {QUESTION(DATE, "date", everywhere),
     CALLED("en datumfråga", "a date question"),
     HELP("En dag, till exempel då ett beslut fattades.",
          "A day, for example that of a decision."),
     .example = "question.date \"decided\" { label = \"När fattades "
                "beslutet?\", from = \"2015-01-01\" }"},
    {QUESTION(MONTH, "month", everywhere),
     CALLED("en månadsfråga", "a month question"),
     HELP("En månad ett visst år.", "A month of a certain year."),
     .example = "question.month \"begin\" { label = \"När börjar ni?\" }"},
    {QUESTION(YEAR, "year", everywhere),
     CALLED("en årsfråga", "a year question"),
     HELP("Ett år, inom de gränser ni sätter.",
          "A year, within the limits that you set."),
     .example = "question.year \"year\" { label = \"Klart år\", from = 2024, "
                "to = 2035 }"},
    {QUESTION(NUMBER, "number", everywhere),
     CALLED("en talfråga", "a number question"),
     HELP("Ett tal, inom de gränser ni sätter.",
          "A number, within the limits that you set."),
     .example = "question.number \"share\" { label = \"Hur stor andel?\", unit "
                "= \"procent\", from = 0, to = 100 }"},
    {QUESTION(BY_SEX, "by_sex", everywhere),
     CALLED("en könsuppdelad fråga", "a question by sex"),
     HELP("Ett antal kvinnor och ett antal män.",
          "A number of women and a number of men."),
     .example = "question.by_sex \"employees\" { label = \"Hur många är "
                "anställda?\", unit = \"personer\" }"},
    {QUESTION(PHONE, "phone", everywhere),
     CALLED("en telefonfråga", "a phone question"),
     HELP("Ett telefonnummer.", "A phone number."),
     .example = "question.phone \"phone\" { label = \"Telefon\", purpose = "
                "\"Vi ringer om något är oklart.\", keep = \"with "
                "membership\" }"},
    {QUESTION(WEB_ADDRESS, "web_address", everywhere),
     CALLED("en fråga om webbadress", "a web address question"),
     HELP("En webbadress.", "A web address."),
     .example = "question.web_address \"site\" { label = \"Webbplats\", public "
                "= true }"},
    {QUESTION(AREAS, "areas", everywhere),
     CALLED("en områdesfråga", "an areas question"),
     HELP("Ett eller flera av strategins områden.",
          "One or more of the strategy's areas."),
     .example = "question.areas \"focus\" { label = \"Vilka områden vill ni "
                "främst arbeta med?\", most = 3 }"},
    {QUESTION(CONSENT, "consent", in_steps),
     CALLED("ett samtycke", "a consent"),
     HELP("En ruta att kryssa i, aldrig ikryssad från början.",
          "A box to tick, never ticked beforehand."),
     .example = "question.consent \"publish\" { label = \"Vi får synas i "
                "registret\" }"},
    {QUESTION(MEMBER, "member", in_steps),
     CALLED("en fråga om vad organisationen är en del av",
            "a question on what it is a part of"),
     HELP("En ansluten som den här är en del av, till exempel kommunen för en "
          "förvaltning. Högst en i formuläret.",
          "A member that this one is a part of, such as the municipality of a "
          "department. At most one in the form."),
     .example = "question.member \"within\" { label = \"Vilken ansluten är ni "
                "en del av?\", of = { \"municipality\" } }"},
    {QUESTION(BODIES, "bodies", in_steps),
     CALLED("en fråga om vilka som ingår", "a question on who takes part"),
     HELP("De som ansluter sig gemensamt, ett namn på varje rad. Högst en i "
          "formuläret.",
          "Those who join together, a name on each line. At most one in the "
          "form."),
     .example = "question.bodies \"bodies\" { label = \"Vilka ingår?\", "
                "shown_when = kind_is(\"joint\") }"},
    {QUESTION(GROUP, "group", in_steps),
     CALLED("en grupp av frågor", "a group of questions"),
     HELP("Några frågor som besvaras om och om igen, rad för rad.",
          "A few questions that are answered again and again, row by row."),
     .example = "question.group \"goals\" { label = \"Egna mål\", most = 5, "
                "question.text \"text\" { label = \"Mål\" } }"},
    {.name = "option",
     CALLED("ett svar att välja", "an option"),
     .form = ANS_FORM_ID_TEXT,
     .has_id = true,
     .places = option_places,
     .size = sizeof(struct ans_option),
     .text_offset = offsetof(struct ans_option, label),
     FIELDS(option_fields),
     HELP("Ett av svaren på en fråga med val.",
          "One of the answers to a question with choices."),
     .example = "option \"small\" \"Under 50\""},
};

WORD_TABLE(ans_words_questions, rows, .name = "questions", .file = "join.lua",
           TITLE("Formulärets frågor", "Questions of the form"));
