/* Faults of words and of what stands in them. */
#include "county/fault_tables.h"

static const struct ans_fault_page pages[] = {
    {.code = "bad-id",
     MEANS("Namnet inom citattecken efter ett ord är till för skripten "
           "och för adresser, inte för besökare. Det har bara a–z, 0–9 "
           "och bindestreck, eller understreck när det är en fråga, och "
           "börjar med en bokstav. Länets namn är samma som mappens, och "
           "några namn använder portalen själv.",
           "The name in quotation marks after a word is for scripts and "
           "addresses, not for visitors. It has only a-z, 0-9 and "
           "hyphens, or underscores when it is a question, and begins "
           "with a letter. The county's name is that of its folder, and "
           "the portal uses some names itself."),
     EXAMPLES(
         {"home.lua", "page \"tillganglighet\" {", "page \"tillgänglighet\" {"},
         {"county.lua", "county \"exempellan\" {", "county \"exempel\" {"})},
    {.code = "duplicate-value",
     MEANS("Samma värde står två gånger i en lista där det bara kan "
           "betyda något en gång.",
           "The same value stands twice in a list where it can mean "
           "something only once."),
     EXAMPLES({"county.lua", "languages = { \"sv\" },",
               "languages = { \"sv\", \"sv\" },"})},
    {.code = "empty-text",
     MEANS("Det finns citattecken men ingen text emellan dem. Skriv "
           "något, eller ta bort hela raden om texten inte behövs.",
           "There are quotation marks but no text between them. Write "
           "something, or take the whole line away when it is not needed."),
     EXAMPLES({"county.lua", "name = \"Exempelläns län\",", "name = \"\","})},
    {.code = "file-type",
     MEANS("Filen finns, men är av ett slag som inte kan användas här. "
           "Symbolen och klistermärket är SVG-bilder.",
           "The file exists, but is of a kind that cannot be used here. "
           "The symbol and the sticker are SVG pictures."),
     EXAMPLES({"county.lua", "symbol = \"files/symbol.svg\",",
               "symbol = \"texts/anslut.md\","})},
    {.code = "limits-order",
     MEANS("Det minsta som går att svara är mer än det största, så att "
           "inget svar räcker.",
           "The least that can be answered is more than the most, so that "
           "no answer will do."),
     EXAMPLES({"join.lua", "      most = 3,",
               "      least = 4,\n"
               "      most = 3,"})},
    {.code = "missing-required",
     MEANS("Något som alltid måste finnas saknas. Felet säger vad, och "
           "hur det skrivs. Vad som måste finnas i ett ord står i "
           "tabellen över dess fält.",
           "Something that must always be there is missing. The fault "
           "says what, and how it is written. What must be in a word "
           "stands in the table of its fields."),
     EXAMPLES({"county.lua", "brand = \"Ett jämställt Exempellän\",", ""},
              {"home.lua", NULL,
               "page { title = \"Om portalen\", text = \"Här står mer.\" }"})},
    {.code = "missing-translation",
     MEANS("Länets första språk är det som allt finns på. En text på ett "
           "annat språk behöver därför också stå på det första.",
           "The county's first language is the one that everything is in. "
           "So a text in another language must stand in the first one too."),
     EXAMPLES({"county.lua", "languages = { \"sv\" },",
               "languages = { \"sv\", \"en\" },\n"
               "  owner \"region\" { name = { en = \"The region\" } },"})},
    {.code = "missing-word",
     MEANS("Länet saknar något som varje län måste ha, till exempel ett "
           "utseende eller en strategi, eller har bara det ena av två som "
           "hör ihop: join och welcome.",
           "The county lacks something that every county must have, such "
           "as a theme or a strategy, or has only one of two that belong "
           "together: join and welcome."),
     EXAMPLES({"welcome.lua", "", "-- Vi har inget välkomstpaket."},
              {"county.lua",
               "  theme {\n"
               "    colour = \"#2f4858\",          -- länets färg. Är den för "
               "ljus för text säger `anslut check` ifrån\n"
               "    accent = \"#ffd166\",          -- knappar och betoning, "
               "ljus nog för mörk text\n"
               "    symbol = \"files/symbol.svg\",\n"
               "    hero = \"circles\",            -- startsidans topp: "
               "\"circles\", \"symbol\", \"plain\" eller \"band\"\n"
               "  },\n"
               "",
               ""})},
    {.code = "out-of-range",
     MEANS("Talet är för litet eller för stort. Felet säger mellan vilka "
           "tal det ska ligga.",
           "The number is too small or too large. The fault says between "
           "which numbers it should be."),
     EXAMPLES(
         {"join.lua", "      longest = 2000,", "      longest = 200000,"})},
    {.code = "personal-data",
     MEANS("När ett svar gäller en person kräver dataskyddet ett ändamål "
           "och en gräns för hur länge det sparas. Därför behöver frågan "
           "både purpose, som besökaren ser, och keep.",
           "When an answer is about a person, data protection asks for a "
           "purpose and a limit to how long it is kept. So the question "
           "needs both purpose, which visitors see, and keep."),
     EXAMPLES({"join.lua", "      keep = \"2 years after leaving\",", ""},
              {"join.lua",
               "      purpose = \"Hit skickar vi länken som bekräftar "
               "anslutningen, och välkomstpaketet.\",",
               ""})},
    {.code = "placed-twice",
     MEANS("Det som skrivits en gång och fått ett namn med local står på "
           "två ställen. Varje ställe behöver ett eget.",
           "What was written once and given a name with local stands in "
           "two places. Each place needs one of its own."),
     EXAMPLES({"home.lua", NULL,
               "local mer = link \"Läs strategin\" { to = \"/strategi\" }\n"
               "page \"om\" { title = \"Om portalen\", text = \"Här står "
               "mer.\", mer }\n"
               "page \"fakta\" { title = \"Fakta\", text = \"Här står "
               "fakta.\", mer }"})},
    {.code = "too-many",
     MEANS("Ordet får finnas bara en gång, eller ett visst antal gånger, "
           "på sitt ställe.",
           "The word may stand only once, or a certain number of times, "
           "in its place."),
     EXAMPLES({"home.lua", NULL, "home { title = \"En startsida till\" }"})},
    {.code = "unknown-word",
     MEANS("Ordet finns inte, eller hör inte till det som det står i. "
           "Oftast är det felstavat; felet säger vilket ord som ligger "
           "närmast. Alla ord, och vad som kan stå i dem, finns i "
           "uppslagsboken.",
           "The word does not exist, or does not belong to what it stands "
           "in. Most often it is misspelt; the fault says which word is "
           "nearest. All words, and what can stand in them, are in the "
           "reference."),
     EXAMPLES({"home.lua",
               "lead = \"Anslut er organisation till länets strategi och visa "
               "vad ni gör.\",",
               "laed = \"Anslut er organisation till länets strategi och visa "
               "vad ni gör.\","},
              {"home.lua", "page \"tillganglighet\" {",
               "paeg \"tillganglighet\" {"})},
    {.code = "unknown-language",
     MEANS("Texten är på ett språk som länet inte har. Språken står i "
           "languages i county.lua, med sina koder: sv, en, fi och så "
           "vidare.",
           "The text is in a language that the county does not have. The "
           "languages stand in languages in county.lua, by their codes: "
           "sv, en, fi and so on."),
     EXAMPLES({"home.lua",
               "title = \"Tillsammans för ett jämställt Exempellän\",",
               "title = { sv = \"Tillsammans för ett jämställt Exempellän\", "
               "en = \"Together for an equal county\" },"})},
    {.code = "wrong-choice",
     MEANS("Värdet är inget av dem som går att välja. Felet säger vilket "
           "som ligger närmast, eller räknar upp dem som finns.",
           "The value is none of those that can be chosen. The fault says "
           "which is nearest, or lists those there are."),
     EXAMPLES({"county.lua", "hero = \"circles\",", "hero = \"circels\","},
              {"home.lua",
               "page \"personuppgifter\" {\n"
               "  title = \"Personuppgifter\",\n"
               "  text = text \"texts/personuppgifter.md\",\n"
               "  menu = \"footer\",",
               "page \"personuppgifter\" {\n"
               "  title = \"Personuppgifter\",\n"
               "  text = text \"texts/personuppgifter.md\",\n"
               "  menu = \"foot\","})},
    {.code = "wrong-default",
     MEANS("Det som ska vara valt från början är inget av svaren på "
           "frågan. Skriv svarets namn, inte det som besökaren läser.",
           "What is to be chosen from the start is none of the answers to "
           "the question. Write the answer's name, not what visitors read."),
     EXAMPLES({"join.lua", "    title = \"Kontakt\",",
               "    title = \"Kontakt\",\n"
               "\n"
               "    question.choice \"storlek\" {\n"
               "      label = \"Hur stora är ni?\",\n"
               "      option \"sma\" \"Färre än 50\",\n"
               "      option \"stora\" \"50 eller fler\",\n"
               "      default = \"små\",\n"
               "    },"})},
    {.code = "wrong-field",
     MEANS("Fältet finns, men inte för just det här slaget. Ett högsta "
           "antal tecken hör till exempel till en fråga om text, inte "
           "till en fråga om ett datum.",
           "The field exists, but not for this kind. The most characters, "
           "for example, belong to a question for text, not to one for a "
           "date."),
     EXAMPLES({"join.lua", "      unit = \"personer\",",
               "      unit = \"personer\",\n"
               "      longest = 4,"})},
    {.code = "wrong-place",
     MEANS("Ordet finns, men kan inte stå här. Felet säger vad det kan "
           "stå i. Är det rätt ord har ofta en klammer hamnat på fel "
           "ställe.",
           "The word exists, but cannot stand here. The fault says what "
           "it can stand in. If it is the right word, a brace is often in "
           "the wrong place."),
     EXAMPLES({"home.lua", NULL, "step \"mer\" { title = \"Mer om er\" }"},
              {"county.lua", "  contact \"jamstalldhet\" {",
               "  area \"ekonomi\" { title = \"Ekonomi\" },\n"
               "\n"
               "  contact \"jamstalldhet\" {"})},
    {.code = "wrong-type",
     MEANS("Värdet är av fel slag: en text där ett tal ska stå, ett tal "
           "där en text ska stå, eller ett ensamt värde där en lista ska "
           "stå.",
           "The value is of the wrong kind: a text where a number should "
           "be, a number where a text should be, or a single value where "
           "a list should be."),
     EXAMPLES({"join.lua", "      most = 3,", "      most = \"3\","},
              {"join.lua", "binding = false,", "binding = \"nej\","},
              {"home.lua",
               "order = { \"facts\", \"areas\", \"varfor\", \"package\", "
               "\"processes\", \"members\", \"owners\", \"national\" },",
               "order = 3,"},
              {"county.lua", "name = \"Exempelläns län\",", "name = 98,"},
              {"join.lua",
               "shown_when = kind_is(\"municipality\", \"region\", \"state\", "
               "\"company\"),",
               "shown_when = \"company\","},
              {"join.lua", "intro = text \"texts/anslut.md\",",
               "intro = \"texts/anslut.md\","})},
    {.code = "wrong-value",
     MEANS("Värdet är av rätt slag, men går inte att använda som det är "
           "skrivet. Felet visar hur det kan se ut.",
           "The value is of the right kind, but cannot be used as it is "
           "written. The fault shows what it may look like."),
     EXAMPLES(
         {"strategy.lua", "      by = \"2030\",", "      by = \"år 2030\","},
         {"county.lua", "colour = \"#2f4858\",", "colour = \"blå\","},
         {"county.lua", "languages = { \"sv\" },",
          "hosts = { \"https://jamstallt.exempellan.example/\" },"},
         {"county.lua", "languages = { \"sv\" },",
          "org_number = \"802000-0001\","})},
    {.code = "wrong-was",
     MEANS("`was` säger vad en fråga, ett svar eller ett område hette förut, "
           "så att det som redan är besvarat följer med till det nya namnet. "
           "Då kan inget annat heta så nu, och bara ett kan ha tagit över "
           "svaren.",
           "`was` says what a question, an option or an area was called "
           "before, so that what has been answered follows to the new name. "
           "Then no other can be called that now, and only one can have taken "
           "over the answers."),
     EXAMPLES({"join.lua", "      profile = \"Organisation\",",
               "      profile = \"Organisation\",\n      was = \"kind\","},
              {"strategy.lua", "  area \"halsa\" {",
               "  area \"halsa\" {\n    was = \"makt\","})},
};

CHAPTER(ans_faults_of_words, pages, "Ord och värden", "Words and values");
