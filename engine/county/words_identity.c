/* Words that say who the county is and what its portal shows. */
#include "county/words.h"

static const char *const languages[] = {
    "sv", "en", "fi", "fit", "se", "smj", "sma", "yi",  "rom", "de",
    "fr", "es", "ar", "so",  "fa", "uk",  "pl",  "sju", NULL};
static const char *const grades[] = {"notice", "important", "danger", NULL};
static const char *const heroes[] = {"circles", "symbol", "plain", "band",
                                     NULL};
static const char *const pictures[] = {"svg", NULL};
static const char *const menus[] = {"top", "footer", "none", NULL};

static const struct ans_word_field county_fields[] = {
    {FIELD(ans_county, name, TEXT), .required = true,
     HELP("Länets namn, som det brukar skrivas.",
          "The county's name, as it is usually written."),
     .example = "\"Mittläns län\""},
    {FIELD(ans_county, genitive, TEXT),
     HELP("Namnet i genitiv, när det inte bara är namnet och ett s.",
          "The name in the genitive, when it is not just the name and an s."),
     .example = "\"Mittläns läns\""},
    {FIELD(ans_county, brand, TEXT), .required = true,
     HELP("Portalens namn, som står överst på varje sida.",
          "The portal's name, which stands at the top of every page."),
     .example = "\"Ett jämställt Mittlän\""},
    {FIELD(ans_county, code, STRING), .required = true,
     HELP("Länskoden, två siffror (SCB).",
          "The county's official code, two digits (SCB)."),
     .example = "\"99\""},
    {FIELD(ans_county, languages, SOME_OF), .choices = languages,
     .fallback = "{ \"sv\" }",
     HELP("Språken som portalen finns på. Det första är länets eget.",
          "The languages of the portal. The first is the county's own."),
     .example = "{ \"sv\", \"en\" }"},
    {FIELD(ans_county, fallback, CHAINS),
     HELP("Vilka språk som visas, i tur och ordning, när en text saknas på ett "
          "språk. Till sist kommer alltid länets eget språk.",
          "Which languages are shown, in turn, when a text is missing in one. "
          "The county's own always comes last."),
     .example = "{ fit = { \"fi\", \"sv\" } }"},
    {FIELD(ans_county, hosts, STRINGS),
     HELP("Egna värdnamn där portalen visas direkt.",
          "Host names of its own where the portal is shown directly."),
     .example = "{ \"jamstallt.mittlan.example\" }"},
    {FIELD(ans_county, org_number, STRING),
     HELP("Länsstyrelsens organisationsnummer, till sidfoten.",
          "The board's organisation number, for the footer."),
     .example = "\"802000-0009\""},
};

static const struct ans_word_field alert_fields[] = {
    {FIELD(ans_alert, grade, ONE_OF), .choices = grades,
     .fallback = "\"notice\"",
     HELP("Hur viktigt larmet är.", "How important the alert is."),
     .example = "\"important\""},
    {FIELD(ans_alert, title, TEXT), .required = true,
     HELP("Larmets rubrik.", "The heading of the alert."),
     .example = "\"Eldningsförbud i hela länet\""},
    {FIELD(ans_alert, text, TEXT),
     HELP("En eller två meningar om vad som gäller.",
          "A sentence or two on what applies."),
     .example = "\"Beslutat tillsammans med räddningstjänsten.\""},
    {FIELD(ans_alert, from, MOMENT),
     HELP("När larmet börjar visas. Utan det visas larmet genast.",
          "When it is first shown. Without it: at once."),
     .example = "\"2026-05-11 17:00\""},
    {FIELD(ans_alert, to, MOMENT), .to_end = true,
     HELP("När larmet slutar visas. Ett datum utan klockslag räknas till "
          "dagens slut.",
          "When it is last shown. A date without a time counts to the end of "
          "that day."),
     .example = "\"2026-06-01\""},
    {FIELD(ans_alert, until_further_notice, BOOL), .fallback = "false",
     HELP("Säg true när ingen vet när larmet slutar.",
          "Say true when nobody knows when it ends."),
     .example = "true"},
};

static const struct ans_word_field link_fields[] = {
    {FIELD(ans_link, to, ADDRESS), .required = true,
     HELP("Vart länken leder: en webbadress, en sida i portalen eller en fil i "
          "länets mapp.",
          "Where the link leads: a web address, a page of the portal or a file "
          "of the county's folder."),
     .example = "\"https://www.scb.se/\""},
    {FIELD(ans_link, label, TEXT),
     HELP("Länkens text på fler språk.", "The link's text in more languages."),
     .example = "{ en = \"Read more\" }"},
};

static const struct ans_word_field owner_fields[] = {
    {FIELD(ans_owner, name, TEXT), .required = true,
     HELP("Namnet på den som står bakom portalen.",
          "The name of who stands behind the portal."),
     .example = "\"Länsstyrelsen i Mittläns län\""},
    {FIELD(ans_owner, text, TEXT),
     HELP("Något om ägaren.", "Something about the owner."),
     .example = "\"Vi samordnar arbetet i länet.\""},
    {FIELD(ans_owner, parts, STRINGS),
     HELP("Vilka som ingår, när ägaren är ett gemensamt organ.",
          "Who takes part, when the owner is a joint body."),
     .example = "{ \"Länsstyrelsen\", \"Regionen\" }"},
    {FIELD(ans_owner, formed, DATE),
     HELP("När det gemensamma organet bildades.",
          "When the joint body was formed."),
     .example = "\"2009\""},
};

static const struct ans_word_field contact_fields[] = {
    {FIELD(ans_contact, unit, TEXT), .required = true,
     HELP("Enheten eller funktionen som svarar. Skriv inga privatpersoner.",
          "The unit or function that answers. Name no private persons."),
     .example = "\"Social hållbarhet\""},
    {FIELD(ans_contact, phone, PHONE), HELP("Telefonnummer.", "Phone number."),
     .example = "\"010-000 00 00\""},
    {FIELD(ans_contact, email, EMAIL), HELP("E-postadress.", "E-mail address."),
     .example = "\"jamstalldhet@mittlan.example\""},
    {FIELD(ans_contact, note, TEXT),
     HELP("Ett kort tillägg, till exempel att numret går till växeln.",
          "A short note, for example that the number is a switchboard."),
     .example = "\"växel\""},
    {FIELD(ans_contact, visiting_address, TEXT),
     HELP("Besöksadress.", "Visiting address."), .example = "\"Storgatan 1\""},
    {FIELD(ans_contact, postal_address, TEXT),
     HELP("Postadress.", "Postal address."),
     .example = "\"Box 1, 999 00 Västerby\""},
};

static const struct ans_word_field theme_fields[] = {
    {FIELD(ans_theme, colour, COLOUR), .required = true,
     HELP("Länets färg. Vit eller mörk text måste gå att läsa på den.",
          "The county's colour. White or dark text must be readable on it."),
     .example = "\"#005b52\""},
    {FIELD(ans_theme, accent, COLOUR), .required = true,
     HELP("Färgen på knappar och betoning, ljus nog för mörk text.",
          "The colour of buttons and emphasis, light enough for dark text."),
     .example = "\"#f2b705\""},
    {FIELD(ans_theme, symbol, FILE), .required = true, .choices = pictures,
     HELP("Portalens symbol, en SVG-fil i länets mapp.",
          "The portal's symbol, an SVG file of the county's folder."),
     .example = "\"files/symbol.svg\""},
    {FIELD(ans_theme, symbol_text, TEXT),
     HELP("Vad symbolen föreställer, för den som inte ser den. Behövs inte när "
          "den bara är prydnad.",
          "What the symbol shows, for those who do not see it. Not needed when "
          "it is mere ornament."),
     .example = "\"Två cirklar som möts\""},
    {FIELD(ans_theme, hero, ONE_OF), .choices = heroes,
     .fallback = "\"circles\"",
     HELP("Hur toppen av startsidan ser ut.",
          "How the top of the home page looks."),
     .example = "\"band\""},
};

static const struct ans_word_field municipality_fields[] = {
    {FIELD(ans_municipality, name, TEXT),
     HELP("Namnet, när det skiljer sig mellan språk.",
          "The name, when it differs between languages."),
     .example = "{ sv = \"Västerby\", en = \"Westerby\" }"},
};

static const struct ans_word_field covers_fields[] = {
    {FIELD(ans_covered, name, TEXT),
     HELP("Länets namn, när det skiljer sig mellan språk.",
          "The county's name, when it differs between languages."),
     .example = "{ sv = \"Söderviks län\", en = \"Södervik County\" }"},
};

static const struct ans_word_field section_fields[] = {
    {FIELD(ans_section, title, TEXT), .required = true,
     HELP("Avsnittets rubrik.", "The heading of the section."),
     .example = "\"Vad är jämställdhet?\""},
    {FIELD(ans_section, text, PROSE), .required = true,
     HELP("Avsnittets text.", "The text of the section."),
     .example = "text \"texts/jamstalldhet.md\""},
};

static const struct ans_word_field home_fields[] = {
    {FIELD(ans_home, title, TEXT),
     HELP("Startsidans stora rubrik. Annars står portalens namn där.",
          "The big heading of the home page. Else the portal's name."),
     .example = "\"Tillsammans för ett jämställt län\""},
    {FIELD(ans_home, lead, TEXT),
     HELP("Ingressen under rubriken.", "The paragraph under the heading."),
     .example = "\"Samma makt att forma samhället och sitt eget liv.\""},
    {FIELD(ans_home, order, STRINGS),
     .fallback = "{ \"facts\", \"areas\", \"package\", \"processes\", "
                 "\"goals\", \"sections\", \"newsletter\", \"publications\", "
                 "\"national\", \"members\", \"owners\" }",
     HELP("Vad som står på startsidan, uppifrån och ned. Ett avsnitts namn går "
          "också bra.",
          "What stands on the home page, from the top. The name of a section "
          "will do too."),
     .example = "{ \"facts\", \"areas\", \"package\" }"},
};

static const struct ans_word_field page_fields[] = {
    {FIELD(ans_page, title, TEXT), .required = true,
     HELP("Sidans rubrik.", "The heading of the page."),
     .example = "\"Om portalen\""},
    {FIELD(ans_page, lead, TEXT),
     HELP("Ingressen under rubriken.", "The paragraph under the heading."),
     .example = "\"Vilka vi är och vad vi gör.\""},
    {FIELD(ans_page, text, PROSE), .required = true,
     HELP("Sidans text, oftast en textfil.",
          "The text of the page, most often a text file."),
     .example = "text \"texts/om.md\""},
    {FIELD(ans_page, menu, ONE_OF), .choices = menus, .fallback = "\"none\"",
     HELP("I vilken meny sidan står.", "In which menu the page stands."),
     .example = "\"footer\""},
};

static const struct ans_word_field newsletter_fields[] = {
    {FIELD(ans_newsletter, name, TEXT), .required = true,
     HELP("Nyhetsbrevets namn.", "The newsletter's name."),
     .example = "\"Nyhetsbrevet Ett jämställt Mittlän\""},
    {FIELD(ans_newsletter, text, TEXT),
     HELP("Vad nyhetsbrevet handlar om och vem det är till för.",
          "What it is about and for whom."),
     .example = "\"Nyheter från länet och landet, för alla.\""},
    {FIELD(ans_newsletter, times_a_year, WHOLE), .least = 1, .most = 366,
     HELP("Hur många gånger om året det kommer.",
          "How many times a year it comes."),
     .example = "4"},
};

static const struct ans_word_field publication_fields[] = {
    {FIELD(ans_publication, title, TEXT), .required = true,
     HELP("Skriftens titel.", "The title of the publication."),
     .example = "\"Att fråga om våld\""},
    {FIELD(ans_publication, text, TEXT),
     HELP("Vad den handlar om.", "What it is about."),
     .example = "\"En kartläggning av länets socialtjänst.\""},
    {FIELD(ans_publication, finished, DATE),
     HELP("När den blev klar: dag, månad eller år.",
          "When it was finished: a day, a month or a year."),
     .example = "\"2020-04\""},
};

static const struct ans_word_field occasion_fields[] = {
    {FIELD(ans_occasion, title, TEXT), .required = true,
     HELP("Vad tillfället hette.", "What the occasion was called."),
     .example = "\"Länsmiddagen\""},
    {FIELD(ans_occasion, date, DAY), .required = true,
     HELP("Dagen då flera anslöt sig tillsammans.",
          "The day on which several joined together."),
     .example = "\"2015-11-20\""},
    {FIELD(ans_occasion, text, TEXT),
     HELP("Något om tillfället.", "Something about the occasion."),
     .example = "\"De första fem anslöt sig.\""},
};

#define COUNTY_AND_TOP(member)                                                 \
    {                                                                          \
        MANY("county", ans_county, member), MANY("", ans_county, member),      \
            NOWHERE                                                            \
    }
#define COUNTY_AND_TOP_ONE(member)                                             \
    {                                                                          \
        ONE("county", ans_county, member), ONE("", ans_county, member),        \
            NOWHERE                                                            \
    }

static const struct ans_place county_places[] = {{"", 0, 0, true, 0}, NOWHERE};
static const struct ans_place alert_places[] = COUNTY_AND_TOP(alerts);
static const struct ans_place owner_places[] = COUNTY_AND_TOP(owners);
static const struct ans_place contact_places[] = COUNTY_AND_TOP(contacts);
static const struct ans_place theme_places[] = COUNTY_AND_TOP_ONE(theme);
static const struct ans_place home_places[] = COUNTY_AND_TOP_ONE(home);
static const struct ans_place municipality_places[] =
    COUNTY_AND_TOP(municipalities);
static const struct ans_place covers_places[] = COUNTY_AND_TOP(covers);
static const struct ans_place page_places[] = COUNTY_AND_TOP(pages);
static const struct ans_place newsletter_places[] =
    COUNTY_AND_TOP_ONE(newsletter);
static const struct ans_place publication_places[] =
    COUNTY_AND_TOP(publications);
static const struct ans_place occasion_places[] = COUNTY_AND_TOP(occasions);
static const struct ans_place section_places[] = {
    MANY("home", ans_home, sections), NOWHERE};
static const struct ans_place link_places[] = {
    MANY("alert", ans_alert, links),
    MANY("owner", ans_owner, links),
    MANY("section", ans_section, links),
    MANY("page", ans_page, links),
    MANY("newsletter", ans_newsletter, links),
    MANY("publication", ans_publication, links),
    MANY("milestone", ans_milestone, links),
    MANY("strategy", ans_strategy, documents),
    MANY("sticker", ans_item, links),
    MANY("diploma", ans_item, links),
    MANY("newsletter", ans_item, links),
    MANY("network", ans_item, links),
    MANY("invitation", ans_item, links),
    MANY("support", ans_item, links),
    MANY("listing", ans_item, links),
    MANY("tool", ans_item, links),
    NOWHERE};

static const struct ans_word rows[] = {
    {.name = "county",
     CALLED("ett län", "a county"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = county_places,
     .size = sizeof(struct ans_county),
     FIELDS(county_fields),
     HELP("Länet: vilka ni är, hur portalen ser ut och vilka kommuner som "
          "finns. Står en gång, i county.lua.",
          "The county: who you are, how the portal looks and which "
          "municipalities there are. Stands once, in county.lua."),
     .example = "county \"mittlan\" { name = \"Mittläns län\", brand = \"Ett "
                "jämställt Mittlän\", code = \"99\" }"},
    {.name = "alert",
     CALLED("ett larm", "an alert"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = alert_places,
     .size = sizeof(struct ans_alert),
     FIELDS(alert_fields),
     HELP("Ett larm överst på varje sida, under en viss tid.",
          "An alert at the top of every page, for a time."),
     .example = "alert \"eldningsforbud\" { title = \"Eldningsförbud\", "
                "until_further_notice = true }"},
    {.name = "link",
     CALLED("en länk", "a link"),
     .form = ANS_FORM_TEXT_BODY,
     .places = link_places,
     .size = sizeof(struct ans_link),
     .text_offset = offsetof(struct ans_link, label),
     FIELDS(link_fields),
     HELP("En länk med sin text.", "A link with its text."),
     .example = "link \"Hela strategin (PDF)\" { to = "
                "\"files/strategi.pdf\" }"},
    {.name = "owner",
     CALLED("en ägare", "an owner"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = owner_places,
     .size = sizeof(struct ans_owner),
     FIELDS(owner_fields),
     HELP("Den som står bakom portalen: en myndighet, en region eller ett "
          "gemensamt organ.",
          "Who stands behind the portal: an authority, a region or a joint "
          "body."),
     .example = "owner \"region\" { name = \"Region Mittlän\" }"},
    {.name = "contact",
     CALLED("en kontakt", "a contact"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = contact_places,
     .size = sizeof(struct ans_contact),
     FIELDS(contact_fields),
     HELP("Vart besökare vänder sig med frågor.",
          "Where visitors turn with questions."),
     .example = "contact \"social-hallbarhet\" { unit = \"Social "
                "hållbarhet\" }"},
    {.name = "theme",
     CALLED("ett utseende", "a theme"),
     .form = ANS_FORM_BODY,
     .places = theme_places,
     .size = sizeof(struct ans_theme),
     FIELDS(theme_fields),
     HELP("Portalens färger och symbol.", "The portal's colours and symbol."),
     .example = "theme { colour = \"#005b52\", accent = \"#f2b705\", symbol = "
                "\"files/symbol.svg\" }"},
    {.name = "municipality",
     CALLED("en kommun", "a municipality"),
     .form = ANS_FORM_ID_TEXT,
     .has_id = true,
     .places = municipality_places,
     .size = sizeof(struct ans_municipality),
     .text_offset = offsetof(struct ans_municipality, name),
     FIELDS(municipality_fields),
     HELP("En av länets kommuner, med sin officiella kod.",
          "One of the county's municipalities, with its official code."),
     .example = "municipality \"9901\" \"Västerby\""},
    {.name = "covers",
     CALLED("ett av portalens län", "one of the portal's counties"),
     .form = ANS_FORM_ID_TEXT,
     .has_id = true,
     .places = covers_places,
     .size = sizeof(struct ans_covered),
     .text_offset = offsetof(struct ans_covered, name),
     FIELDS(covers_fields),
     HELP("Ett av länen, när flera län har en portal tillsammans. Skriv ett "
          "för varje län, med dess kod.",
          "One of the counties, when several share a portal. Write one for "
          "each, with its code."),
     .example = "covers \"99\" \"Mittläns län\""},
    {.name = "home",
     CALLED("en startsida", "a home page"),
     .form = ANS_FORM_BODY,
     .places = home_places,
     .size = sizeof(struct ans_home),
     FIELDS(home_fields),
     HELP("Startsidan: rubrik, ingress och ordningen på det som står där.",
          "The home page: heading, lead and the order of what stands there."),
     .example = "home { title = \"Ett län för alla\" }"},
    {.name = "section",
     CALLED("ett avsnitt", "a section"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = section_places,
     .size = sizeof(struct ans_section),
     FIELDS(section_fields),
     HELP("Ett avsnitt med egen text på startsidan.",
          "A section of your own text on the home page."),
     .example = "section \"varfor\" { title = \"Varför?\", text = text "
                "\"texts/varfor.md\" }"},
    {.name = "page",
     CALLED("en sida", "a page"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = page_places,
     .size = sizeof(struct ans_page),
     FIELDS(page_fields),
     HELP("En egen sida i portalen, på adressen /sidor/ och dess namn.",
          "A page of its own, at the address /sidor/ and its name."),
     .example = "page \"om\" { title = \"Om portalen\", text = text "
                "\"texts/om.md\", menu = \"footer\" }"},
    {.name = "newsletter",
     CALLED("ett nyhetsbrev", "a newsletter"),
     .form = ANS_FORM_MAYBE_ID,
     .places = newsletter_places,
     .size = sizeof(struct ans_newsletter),
     FIELDS(newsletter_fields),
     HELP("Länets nyhetsbrev, som alla kan läsa om. I välkomstpaketet är "
          "`newsletter \"namn\" { ... }` ett erbjudande om det.",
          "The county's newsletter, for all to read about. In the welcome "
          "package `newsletter \"name\" { ... }` is an offer of it."),
     .example = "newsletter { name = \"Nyhetsbrevet\", times_a_year = 4 }"},
    {.name = "publication",
     CALLED("en skrift", "a publication"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = publication_places,
     .size = sizeof(struct ans_publication),
     FIELDS(publication_fields),
     HELP("En rapport eller kartläggning att läsa.",
          "A report or a survey to read."),
     .example = "publication \"kartlaggning\" { title = \"Att fråga om "
                "våld\", finished = \"2020-04\" }"},
    {.name = "occasion",
     CALLED("ett tillfälle", "an occasion"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = occasion_places,
     .size = sizeof(struct ans_occasion),
     FIELDS(occasion_fields),
     HELP("En dag då flera organisationer anslöt sig tillsammans.",
          "A day on which several organisations joined together."),
     .example = "occasion \"lansmiddagen\" { title = \"Länsmiddagen\", date = "
                "\"2015-11-20\" }"},
};

WORD_TABLE(ans_words_identity, rows, .name = "county", .file = "county.lua",
           TITLE("Länet och dess sidor", "The county and its pages"));
