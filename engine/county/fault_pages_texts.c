/* Faults of wordings, and of languages that stand in for one another. */
#include "county/fault_tables.h"

static const struct ans_fault_page pages[] = {
    {.code = "heading-order",
     MEANS("Den som lyssnar på en sida tar sig fram mellan rubrikerna, och en "
           "nivå som hoppas över låter som om något saknas. Det är ett råd. "
           "Ett # är den översta nivån i en text, sedan ## och ###.",
           "Whoever listens to a page finds the way by its headings, and a "
           "level that is skipped sounds as if something were missing. This "
           "is advice. One # is the top level of a text, then ## and ###."),
     EXAMPLES({"texts/strategi.md", NULL, "\n#### Mer\n"})},
    {.code = "markdown-here",
     MEANS("Portalens egna texter är vanlig text: en knapp eller en rubrik "
           "kan inte innehålla fetstil, länkar eller HTML. Tecknen skulle "
           "synas som de står.",
           "The portal's own texts are plain: a button or a heading cannot "
           "hold bold type, links or HTML. The signs would be seen as they "
           "stand."),
     EXAMPLES({"county.lua", NULL, "wording \"form.next\" \"**Vidare**\""})},
    {.code = "missing-placeholder",
     MEANS("Ett ord inom klamrar fylls i när sidan visas: ett namn, ett "
           "datum, en länk. Saknas det, så saknas också det som skulle ha "
           "stått där.",
           "A word in braces is filled in when the page is shown: a name, a "
           "date, a link. Without it, what should have stood there is "
           "missing too."),
     EXAMPLES({"county.lua", NULL,
               "wording \"register.download\" \"Hämta listan\""})},
    {.code = "plural-forms",
     MEANS("En text som räknar har flera former: en för ett, en för flera, "
           "och på samiska en för två. Alla former som språket har behövs, "
           "och inga andra.",
           "A text that counts has several forms: one for one, one for many, "
           "and in the Sámi languages one for two. All forms that the "
           "language has are needed, and no others."),
     EXAMPLES(
         {"county.lua", NULL,
          "wording \"fact.joined\" { other = \"{count} är med\" }"},
         {"county.lua", NULL, "wording \"fact.joined\" \"{count} är med\""},
         {"county.lua", NULL,
          "wording \"form.next\" { one = \"Vidare\", other = \"Vidare\" }"})},
    {.code = "too-long",
     MEANS("Texten är mycket längre än den som den ersätter, och får inte "
           "rum på knappen eller i rubriken.",
           "The text is much longer than the one that it replaces, and does "
           "not fit on the button or in the heading."),
     EXAMPLES({"county.lua", NULL,
               "wording \"form.next\" \"När ni har fyllt i alla svar på den "
               "här sidan trycker ni på den här knappen för att komma vidare "
               "till nästa sida\""})},
    {.code = "unknown-text",
     MEANS("Portalen har ingen text med det namnet. `anslut texts` listar "
           "alla texter med deras namn.",
           "The portal has no text of that name. `anslut texts` lists all "
           "texts and their names."),
     EXAMPLES({"county.lua", NULL, "wording \"form.nxt\" \"Vidare\""})},
    {.code = "picture-text",
     MEANS("Den som inte ser en bild behöver ord för vad den visar.",
           "Whoever cannot see a picture needs words for what it shows."),
     EXAMPLES({"county.lua", "hero = \"circles\",", "hero = \"symbol\","})},
    {.code = "untranslated",
     MEANS("Länet har flera språk, och några texter finns bara på det första. "
           "De visas ändå, på ett annat språk, och sidan talar om vilket. Det "
           "är ett råd: översätt det som läsarna behöver mest.",
           "The county has several languages, and some texts are there in the "
           "first one alone. They are shown all the same, in another "
           "language, and the page says which. This is advice: translate what "
           "readers need most."),
     EXAMPLES({"county.lua", "languages = { \"sv\" },",
               "languages = { \"sv\", \"en\" },"})},
};

CHAPTER(ans_faults_of_texts, pages, "Portalens egna texter",
        "The portal's own texts");
