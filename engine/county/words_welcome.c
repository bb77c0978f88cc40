/* Words of the welcome package. Its items share a table of fields; `tags` says
 * which kinds have a field. */
#include "county/words.h"

#define BIT(kind) (1u << ANS_ITEM_##kind)
#define ALL       ((1u << (ANS_ITEM_TOOL + 1)) - 1)
/* What a member says yes or no to unless the script says otherwise. */
#define OFFERED (BIT(NEWSLETTER) | BIT(NETWORK))

static const char *const pictures[] = {"svg", NULL};
static const char *const item_fills[] = {"name", "number", "date", NULL};

static const struct ans_word_field item_fields[] = {
    {FIELD(ans_item, title, TEXT), .required = true, .fills = item_fills,
     HELP("Vad delen av paketet heter.", "What the item is called."),
     .example = "\"Digitalt klistermärke\""},
    {FIELD(ans_item, text, TEXT), .tags = BIT(DIPLOMA), .fills = item_fills,
     HELP("Texten på diplomet.", "The text of the diploma."),
     .example = "\"{name} är med sedan den {date}.\""},
    {FIELD(ans_item, text, TEXT), .tags = ALL & ~BIT(DIPLOMA),
     HELP("Vad den är och hur den används.", "What it is and how to use it."),
     .example = "\"En timme med vår utvecklingsledare.\""},
    {FIELD(ans_item, because, TEXT), .fills = item_fills,
     HELP("Varför just den här organisationen får den.",
          "Why this organisation gets it."),
     .example = "\"Ni är en kommun eller region.\""},
    {FIELD(ans_item, licence, TEXT), .tags = BIT(STICKER),
     HELP("Hur märket får användas.", "How the mark may be used."),
     .example = "\"Får användas så länge ni är anslutna.\""},
    {FIELD(ans_item, file, FILE), .tags = BIT(STICKER), .choices = pictures,
     HELP("Märkets bild, en SVG-fil. Annars används portalens symbol.",
          "The mark's picture, an SVG file. Else the portal's symbol."),
     .example = "\"files/symbol.svg\""},
    {FIELD(ans_item, offer, BOOL), .fallback = "true", .tags = OFFERED,
     HELP("Om den anslutna svarar ja eller nej.",
          "Whether the member says yes or no."),
     .example = "true"},
    {FIELD(ans_item, offer, BOOL), .fallback = "false", .tags = ALL & ~OFFERED,
     HELP("Om den anslutna svarar ja eller nej.",
          "Whether the member says yes or no."),
     .example = "true"},
    {FIELD(ans_item, offered_when, RULE),
     HELP("Vilka som får den. Utan regel får alla den.",
          "Who gets it. Without a rule: everybody."),
     .example = "kind_is(\"municipality\", \"region\")"},
};

static const struct ans_word_field welcome_fields[] = {
    {FIELD(ans_welcome, title, TEXT),
     HELP("Välkomstsidans rubrik. Annars står portalens namn där.",
          "The heading of the welcome page. Else the portal's name."),
     .example = "\"Välkomna!\""},
    {FIELD(ans_welcome, lead, TEXT),
     HELP("Några ord till den som just anslutit sig.",
          "A few words to who has just joined."),
     .example = "\"Här är ert välkomstpaket.\""},
};

static const struct ans_place welcome_places[] = {ONE("", ans_county, welcome),
                                                  NOWHERE};
static const struct ans_place item_places[] = {
    UP_TO(32, "welcome", ans_welcome, items), NOWHERE};

#define ITEM_AS(word, how, is)                                                 \
    .name = (word), .form = (how), .has_id = true, .places = item_places,      \
    .size = sizeof(struct ans_item), .tag = ANS_ITEM_##is,                     \
    .tag_offset = offsetof(struct ans_item, kind), FIELDS(item_fields)
#define ITEM(word, is) ITEM_AS(word, ANS_FORM_ID_BODY, is)

static const struct ans_word rows[] = {
    {.name = "welcome",
     CALLED("ett välkomstpaket", "a welcome package"),
     .form = ANS_FORM_BODY,
     .places = welcome_places,
     .size = sizeof(struct ans_welcome),
     FIELDS(welcome_fields),
     HELP("Välkomstpaketet: vad den som ansluter sig får.",
          "The welcome package: what who joins gets."),
     .example = "welcome { diploma \"diplom\" { title = \"Diplom\" } }"},
    {ITEM("sticker", STICKER), CALLED("ett klistermärke", "a sticker"),
     HELP("Ett digitalt märke med organisationens namn.",
          "A digital mark with the organisation's name."),
     .example = "sticker \"symbol\" { title = \"Digitalt klistermärke\" }"},
    {ITEM("diploma", DIPLOMA), CALLED("ett diplom", "a diploma"),
     HELP("Ett numrerat diplom att skriva ut.", "A numbered diploma to print."),
     .example = "diploma \"diplom\" { title = \"Diplom nr {number}\" }"},
    {ITEM_AS("newsletter", ANS_FORM_MAYBE_ID, NEWSLETTER),
     CALLED("ett erbjudande om nyhetsbrev", "an offer of the newsletter"),
     HELP("Ett erbjudande om nyhetsbrevet.", "An offer of the newsletter."),
     .example = "newsletter \"nyhetsbrev\" { title = \"Nyhetsbrevet\" }"},
    {ITEM("network", NETWORK), CALLED("ett nätverk", "a network"),
     HELP("Ett erbjudande om att vara med i ett nätverk.",
          "An offer to be part of a network."),
     .example = "network \"chefer\" { title = \"Nätverk för chefer\" }"},
    {ITEM("invitation", INVITATION), CALLED("en inbjudan", "an invitation"),
     HELP("En inbjudan till föreläsningar, konferenser eller möten.",
          "An invitation to lectures, conferences or meetings."),
     .example = "invitation \"konferens\" { title = \"Årets konferens\" }"},
    {ITEM("support", SUPPORT), CALLED("ett stöd", "a support"),
     HELP("Stöd som den anslutna kan boka.",
          "Support that the member can book."),
     .example = "support \"process\" { title = \"Processtöd\" }"},
    {ITEM("listing", LISTING), CALLED("en plats i registret", "a listing"),
     HELP("En plats med egen sida i registret över anslutna.",
          "A place with a page of its own in the register of members."),
     .example = "listing \"register\" { title = \"Egen sida i registret\" }"},
    {ITEM("tool", TOOL), CALLED("ett verktyg", "a tool"),
     HELP("Ett verktyg, en metod eller en handbok att använda.",
          "A tool, a method or a handbook to use."),
     .example = "tool \"handbok\" { title = \"Handbok\" }"},
};

WORD_TABLE(ans_words_welcome, rows, .name = "welcome", .file = "welcome.lua",
           TITLE("Välkomstpaketet", "The welcome package"));
