/* Faults of a county as a whole: what its parts say of each other. */
#include "county/fault_tables.h"

static const struct ans_fault_page pages[] = {
    {.code = "alert-no-end",
     MEANS("Ett larm som ingen tar bort blir snart inte sett av någon. "
           "Därför har varje larm ett slut, eller säger uttryckligen att "
           "det gäller tills vidare. Det kan inte göra båda.",
           "An alert that nobody takes down is soon seen by nobody. So "
           "every alert has an end, or says expressly that it holds until "
           "further notice. It cannot do both."),
     EXAMPLES({"county.lua", NULL,
               "alert \"eldningsforbud\" {\n"
               "  title = \"Eldningsförbud i hela länet\",\n"
               "  from = \"2027-05-11 17:00\",\n"
               "}"},
              {"county.lua", NULL,
               "alert \"eldningsforbud\" {\n"
               "  title = \"Eldningsförbud i hela länet\",\n"
               "  to = \"2027-06-01\",\n"
               "  until_further_notice = true,\n"
               "}"})},
    {.code = "bad-markdown",
     MEANS("Texten är skriven i Markdown och går inte att visa, till "
           "exempel för att den är för lång eller har för många lager av "
           "citat och listor.",
           "The text is written in Markdown and cannot be shown, for "
           "example because it is too long or has too many layers of "
           "quotations and lists."),
     EXAMPLES({"home.lua", NULL,
               "page \"om\" { title = \"Om portalen\", text = string.rep(\"> "
               "\", 200) .. \"Djupt\" }"})},
    {.code = "bad-picture",
     MEANS("Bilden kan innehålla något som inte är säkert eller inte kan "
           "ritas: skript, bilder utifrån, animationer. Öppna den i ett "
           "ritprogram och spara den som vanlig SVG.",
           "The picture may hold something that is not safe or cannot be "
           "drawn: scripts, pictures from elsewhere, animations. Open it "
           "in a drawing program and save it as plain SVG."),
     EXAMPLES(
         {"files/symbol.svg", "",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">\n"
          "  <script>alert(\"Hej\")</script>\n"
          "  <circle cx=\"5\" cy=\"5\" r=\"5\"/>\n"
          "</svg>"})},
    {.code = "broken-link",
     MEANS("Länken går till en sida eller en rubrik i portalen som inte "
           "finns, eller till en sida som bara är för en enda. En länk inom "
           "portalen börjar med ett snedstreck: \"/strategi\", "
           "\"/sidor/om\". En länk ut börjar med https://. Länkar till en "
           "anslutens egen sida prövas inte: vem som är ansluten vet bara "
           "portalen.",
           "The link goes to a page or a heading of the portal that does not "
           "exist, or to a page that is for a single one alone. A link within "
           "the portal begins with a slash: \"/strategi\", \"/sidor/om\". A "
           "link to elsewhere begins with https://. Links to a member's own "
           "page are not tried: only the portal knows who has joined."),
     EXAMPLES({"home.lua", "link \"Läs strategin\" { to = \"/strategi\" },",
               "link \"Läs strategin\" { to = \"/stratgi\" },"},
              {"home.lua", "link \"Läs strategin\" { to = \"/strategi\" },",
               "link \"Läs om makt\" { to = \"/strategi#makt\" },"},
              {"home.lua", "link \"Läs strategin\" { to = \"/strategi\" },",
               "link \"Vårt paket\" { to = \"/valkommen/k3v9\" },"})},
    {.code = "county-code",
     MEANS("Länskoden är den som SCB har: två siffror, inom citattecken "
           "så att en nolla i början blir kvar.",
           "The county code is that of Statistics Sweden: two digits, in "
           "quotation marks so that a zero at the beginning stays."),
     EXAMPLES({"county.lua", "code = \"98\",", "code = \"980\","})},
    {.code = "dates-order",
     MEANS("Två datum står i fel ordning: något slutar innan det börjar, "
           "eller ligger utanför strategins tid.",
           "Two dates are in the wrong order: something ends before it "
           "begins, or is outside the strategy's period."),
     EXAMPLES(
         {"strategy.lua",
          "period = { from = \"2027-01-01\", to = \"2030-12-31\" },",
          "period = { from = \"2030-12-31\", to = \"2027-01-01\" },"},
         {"strategy.lua", "  area \"halsa\" {",
          "  supplement \"2035\" { from = \"2035\", text = \"Fler mål.\" },\n"
          "  area \"halsa\" {"})},
    {.code = "duplicate-id",
     MEANS("Två av samma slag har samma namn, så att det inte går att "
           "veta vilken som menas. Svaren på en fråga sparas under dess "
           "namn, och därför måste det vara frågans eget.",
           "Two of the same kind have the same name, so that nobody can "
           "tell which is meant. Answers are stored under the name of "
           "their question, so it must be that question's own."),
     EXAMPLES({"strategy.lua", "  area \"halsa\" {", "  area \"makt\" {"})},
    {
        .code = "folder",
        MEANS("Länets mapp kan inte läsas, eller har ett namn som inte går "
              "att ha i en adress. En mapps namn har a–z, 0–9 och "
              "bindestreck, och börjar med en bokstav. Länkar till filer på "
              "andra ställen, rör och större filer än 2 MB får inte ligga i "
              "den. Flytta ut dem, eller byt namn på mappen.",
              "The county's folder cannot be read, or has a name that cannot "
              "stand in an address. A folder's name has a-z, 0-9 and "
              "hyphens, and begins with a letter. Links to files elsewhere, "
              "pipes and files larger than 2 MB may not be in it. Move them "
              "out, or rename the folder."),
        .scene = ANS_SCENE_FOLDER,
        EXAMPLES({"", "counties/exempellan/", "counties/Exempellan/"},
                 {"", "files/symbol.svg",
                  "files/symbol.svg -> /srv/bilder/symbol.svg"}),
    },
    {
        .code = "host-taken",
        MEANS("Två län säger samma värdnamn i hosts, så att det inte går att "
              "veta vilket som ska visas där. Det län som kommer först "
              "behåller namnet tills felet är rättat. Ta bort det ur hosts i "
              "det andra länet.",
              "Two counties name the same host in hosts, so that nobody can "
              "tell which is to be shown there. The one that comes first "
              "keeps it until the fault is mended. Take it out of hosts in "
              "the other county."),
        .scene = ANS_SCENE_NEIGHBOUR,
        EXAMPLES({"county.lua", "  code = \"98\",",
                  "  code = \"98\",\n"
                  "  hosts = { \"jamstallt.example\" },"}),
    },
    {
        .code = "not-kept",
        MEANS("Länet är i ordning, men servern kunde inte spara den nya "
              "versionen, oftast för att disken är full. Då visas den inte "
              "heller: den som ansluter sig ska alltid kunna läsa frågorna som "
              "de stod då. Den förra versionen visas så länge.",
              "The county is in order, but the server could not keep the new "
              "version, most often since the disk is full. Then it is not "
              "shown either: who joins must always be able to read the "
              "questions as they stood then. The version before is shown "
              "meanwhile."),
        .scene = ANS_SCENE_DISK,
        EXAMPLES({"", "", ""}),
    },
    {.code = "missing-question",
     MEANS("Formuläret saknar en fråga som portalen inte klarar sig utan: "
           "organisationens namn, dess sort, och en e-postadress som "
           "alltid visas, dit länken som bekräftar skickas.",
           "The form lacks a question that the portal cannot do without: "
           "the organisation's name, its kind, and an e-mail address that "
           "is always asked for, where the link that confirms is sent."),
     EXAMPLES({"join.lua",
               "    question.kind \"kind\" {\n"
               "      label = \"Vad är ni för slags organisation?\",\n"
               "      profile = \"Slags organisation\",\n"
               "    },",
               ""},
              {"join.lua",
               "    question.email \"email\" {\n"
               "      label",
               "    question.email \"email\" {\n"
               "      shown_when = kind_is \"company\",\n"
               "      label"})},
    {.code = "municipality-code",
     MEANS("Varje kommun har en kod från SCB med fyra siffror. De två "
           "första är länets.",
           "Every municipality has a code of four digits from Statistics "
           "Sweden. The first two are the county's."),
     EXAMPLES({"county.lua", "  municipality \"9801\" \"Norrby\",",
               "  municipality \"1801\" \"Norrby\","})},
    {.code = "never-true",
     MEANS("Regeln kan aldrig bli sann, så att det den gäller aldrig "
           "visas för någon. Ofta har ett svar bytt namn, eller en sort "
           "tagits bort ur may_join.",
           "The rule can never be true, so that what it is about is never "
           "shown to anybody. Often an answer has been renamed, or a kind "
           "taken out of may_join."),
     EXAMPLES({"join.lua",
               "shown_when = kind_is(\"municipality\", \"region\", \"state\", "
               "\"company\"),",
               "shown_when = kind_is(\"other\"),"})},
    {.code = "theme-contrast",
     MEANS("Alla ska kunna läsa portalen, också den som ser dåligt och "
           "den som läser i solen. Lagen om tillgänglighet kräver en viss "
           "skillnad mellan text och botten: 4,5 till 1 för text och 3 "
           "till 1 för stora ytor.",
           "Everybody should be able to read the portal, also who sees "
           "badly and who reads in the sun. The law on accessibility asks "
           "for a certain difference between text and ground: 4.5 to 1 "
           "for text and 3 to 1 for large areas."),
     EXAMPLES(
         {"county.lua", "colour = \"#2f4858\",", "colour = \"#c9d6df\","},
         {"county.lua", "accent = \"#ffd166\",", "accent = \"#4a3b00\","})},
    {.code = "unknown-placeholder",
     MEANS("Ett ord inom klamrar i en text byts mot något annat när "
           "texten visas, som {brand} mot portalens namn. Det här ordet "
           "går inte att fylla i här. En klammer som ska synas skrivs två "
           "gånger: {{.",
           "A word in braces in a text is replaced when the text is "
           "shown, as {brand} is by the portal's name. This one cannot be "
           "filled in here. A brace that is to be seen is written twice: "
           "{{."),
     EXAMPLES({"welcome.lua", "title = \"Diplom nr {number}\",",
               "title = \"Diplom nr {nummer}\","},
              {"welcome.lua", "title = \"Diplom nr {number}\",",
               "title = \"Diplom nr {number\","})},
    {.code = "unknown-reference",
     MEANS("Något nämns som inte finns: en fråga, ett område, en sort, en "
           "kommun eller en fil. Oftast har det bytt namn eller tagits "
           "bort på ett ställe men inte på det andra.",
           "Something is named that does not exist: a question, an area, "
           "a kind, a municipality or a file. Most often it was renamed "
           "or taken away in one place and not in the other."),
     EXAMPLES({"welcome.lua", "offered_when = chose(\"focus\", \"vald\"),",
               "offered_when = chose(\"fokus\", \"vald\"),"},
              {"join.lua",
               "shown_when = kind_is(\"municipality\", \"region\", \"state\", "
               "\"company\"),",
               "shown_when = kind_is(\"municipality\", \"regon\", \"state\", "
               "\"company\"),"},
              {"join.lua", "letter = text \"texts/viljeyttring.md\",",
               "letter = text \"texts/viljeytring.md\","},
              {"strategy.lua", "    national = \"health\",",
               "    national = \"helth\","},
              {"home.lua", "order = { \"facts\", \"areas\", \"varfor\",",
               "order = { \"facts\", \"areas\", \"varför\","},
              {"welcome.lua", "offered_when = chose(\"focus\", \"vald\"),",
               "offered_when = chose(\"focus\", \"valdet\"),"},
              {"welcome.lua", "offered_when = chose(\"focus\", \"vald\"),",
               "offered_when = function(member)\n"
               "      return member.fokus ~= nil\n"
               "    end,"})},
    {.code = "wrong-rule",
     MEANS("Regeln går att läsa men kan inte gälla: den säger ingenting, "
           "frågar efter något som kommer senare i formuläret, eller "
           "efter sig själv.",
           "The rule can be read but cannot apply: it says nothing, asks "
           "for something that comes later in the form, or for itself."),
     EXAMPLES({"join.lua",
               "      shown_when = none_of { kind_is(\"region\", \"state\") },",
               "      shown_when = answered(\"focus\"),"})},
};

CHAPTER(ans_faults_of_county, pages, "Länet som helhet",
        "The county as a whole");
