/* Words of the register: what counts as one that has joined, the running
 * numbers, the milestones. */
#include "county/words.h"

static const char *const joint_counts[] = {"one", "each", NULL};
static const char *const number_fills[] = {"number", "year", NULL};

static const struct ans_word_field counting_fields[] = {
    {FIELD(ans_counting, parts, BOOL), .fallback = "false",
     HELP("Om en del av en ansluten organisation räknas för sig, till exempel "
          "en förvaltning i en kommun.",
          "Whether a part of a member counts of its own, such as a department "
          "of a municipality."),
     .example = "true"},
    {FIELD(ans_counting, joint, ONE_OF), .choices = joint_counts,
     .fallback = "\"one\"",
     HELP("Hur en gemensam anslutning räknas: \"one\" som en, \"each\" som så "
          "många som ingår.",
          "How a joint member counts: \"one\" as one, \"each\" as many as take "
          "part."),
     .example = "\"each\""},
    {FIELD(ans_counting, kinds, SOME_OF), .choices = ans_kinds,
     HELP("De slags organisationer som räknas. Utan listan räknas alla.",
          "The kinds of organisations that count. Without the list: all."),
     .example = "{ \"municipality\", \"company\" }"},
    {FIELD(ans_counting, text, TEXT),
     HELP("Hur ni räknar, i en mening. Visas vid antalet bland de anslutna.",
          "How you count, in one sentence. Shown at the number in the "
          "register."),
     .example = "\"Förvaltningar räknas med sin kommun.\""},
};

static const struct ans_word_field numbering_fields[] = {
    {FIELD(ans_numbering, from, WHOLE), .least = 1, .most = 1000000,
     .fallback = "1",
     HELP("Det första numret. De som har anslutit sig behåller sina nummer.",
          "The first number. Those who have joined keep theirs."),
     .example = "55"},
    {FIELD(ans_numbering, digits, WHOLE), .least = 1, .most = 6,
     .fallback = "1",
     HELP("Minsta antal siffror; numret fylls ut med nollor framför.",
          "The fewest digits; zeros are put before the number."),
     .example = "3"},
    {FIELD(ans_numbering, format, TEXT), .fills = number_fills,
     HELP("Hur numret skrivs: {number} är numret och {year} året då de anslöt "
          "sig.",
          "How the number is written: {number} is the number and {year} the "
          "year of joining."),
     .example = "\"ML {number}/{year}\""},
};

static const struct ans_word_field milestone_fields[] = {
    {FIELD(ans_milestone, text, TEXT), .required = true,
     HELP("Vad startsidan säger när så många har anslutit sig.",
          "What the home page says when so many have joined."),
     .example = "\"Nu är vi femtio!\""},
};

static const struct ans_place counting_places[] = {
    ONE("county", ans_county, counting), ONE("", ans_county, counting),
    NOWHERE};
static const struct ans_place numbering_places[] = {
    ONE("county", ans_county, numbering), ONE("", ans_county, numbering),
    NOWHERE};
static const struct ans_place milestone_places[] = {
    MANY("county", ans_county, milestones), MANY("", ans_county, milestones),
    NOWHERE};

static const struct ans_word rows[] = {
    {.name = "counting",
     CALLED("ett sätt att räkna", "a way of counting"),
     .form = ANS_FORM_BODY,
     .places = counting_places,
     .size = sizeof(struct ans_counting),
     FIELDS(counting_fields),
     HELP("Vad som räknas när portalen säger hur många som har anslutit sig. "
          "Utan ordet räknas varje anslutning som en.",
          "What counts when the portal says how many have joined. Without the "
          "word every member is one."),
     .example = "counting { parts = false, joint = \"each\" }"},
    {.name = "numbering",
     CALLED("en numrering", "a numbering"),
     .form = ANS_FORM_BODY,
     .places = numbering_places,
     .size = sizeof(struct ans_numbering),
     FIELDS(numbering_fields),
     HELP("Löpnumren som de anslutna får: var de börjar och hur de skrivs.",
          "The running numbers that members get: where they begin and how they "
          "are written."),
     .example = "numbering { from = 55, format = \"ML {number}/{year}\" }"},
    {.name = "milestone",
     CALLED("en milstolpe", "a milestone"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = milestone_places,
     .size = sizeof(struct ans_milestone),
     FIELDS(milestone_fields),
     HELP("Ett antal anslutna att fira. Texten står på startsidan från dess, "
          "tills nästa milstolpe är nådd.",
          "A number of members to celebrate. The text stands on the home page "
          "from then on, until the next one is reached."),
     .example = "milestone \"50\" { text = \"Nu är vi femtio!\" }"},
};

WORD_TABLE(ans_words_register, rows, .name = "register", .file = "county.lua",
           TITLE("Registret", "The register"));
