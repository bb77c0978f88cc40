/* Faults of a script that cannot be read, or does not do what scripts do. */
#include "county/fault_tables.h"

static const struct ans_fault_page pages[] = {
    {.code = "bad-characters",
     MEANS("Texten innehåller tecken som inte går att visa: styrtecken, "
           "eller tecken från en fil som sparats i en annan kodning än "
           "UTF-8. De följer ofta med när text klistras in från ett annat "
           "program. Mellan orden i ett skript får det inte heller stå hårda "
           "mellanslag eller annat som inte syns.",
           "The text has characters that cannot be shown: control "
           "characters, or characters of a file saved in another encoding "
           "than UTF-8. They often come along when text is pasted from "
           "another program. Nor may hard spaces, or other marks that cannot "
           "be seen, stand between the words of a script."),
     EXAMPLES({"home.lua",
               "lead = \"Anslut er organisation till länets strategi och visa "
               "vad ni gör.\",",
               "lead = \"Anslut er till l\\xE4nets strategi.\","},
              {"county.lua", "brand = \"Ett jämställt Exempellän\",",
               "\u00a0brand = \"Ett jämställt Exempellän\","})},
    {.code = "comment",
     MEANS("En kommentar är till för den som läser skriptet och syns inte "
           "för besökare. Den börjar med två bindestreck. Med bara ett "
           "tror Lua att något ska dras ifrån.",
           "A comment is for who reads the script, and visitors do not "
           "see it. It begins with two hyphens. With one, Lua takes it "
           "for a subtraction."),
     EXAMPLES({"county.lua",
               "  -- Vem som står bakom portalen. Är ni flera: skriv en owner "
               "för var och en.",
               "  - Vem som står bakom portalen. Är ni flera: skriv en owner "
               "för var och en."})},
    {.code = "curly-quotes",
     MEANS("Ordbehandlare och mejlprogram gör raka citattecken böjda. I "
           "ett skript är bara de raka, \", början och slutet på en text. "
           "Inne i texten får böjda citattecken stå.",
           "Word processors and mail programs turn straight quotation "
           "marks into curly ones. In a script only straight ones, \", "
           "begin and end a text. Inside a text curly ones are fine."),
     EXAMPLES({"county.lua", "brand = \"Ett jämställt Exempellän\",",
               "brand = ”Ett jämställt Exempellän”,"})},
    {.code = "extra-brace",
     MEANS("Varje klammer eller parentes som stängs hör ihop med en som "
           "öppnats. Här stängs en för mycket. Ofta saknas en som skulle "
           "ha öppnats längre upp.",
           "Every brace or bracket that closes belongs to one that was "
           "opened. Here one too many closes. Often one that should have "
           "been opened further up is missing."),
     EXAMPLES({"home.lua", NULL,
               "page \"om\" {\n"
               "  title = \"Om portalen\",\n"
               "  text = \"Här står mer.\",\n"
               "} }"})},
    {.code = "extra-comma",
     MEANS("Det står ett kommatecken för mycket: två efter varandra, "
           "eller ett där inget värde står före. Ett kommatecken efter "
           "det sista värdet är däremot bra att ha.",
           "There is a comma too many: two in a row, or one with no value "
           "before it. A comma after the last value, though, is good to "
           "have."),
     EXAMPLES({"county.lua", "code = \"98\",", "code = \"98\",,"})},
    {.code = "file-form",
     MEANS("Filen är inte ett skript som kan läsas: den är inte text i "
           "UTF-8, är kompilerad, börjar med ett tecken som inte hör "
           "hemma där, eller använder något som inte kan läsas säkert. "
           "Spara den som vanlig text i UTF-8, utan BOM.",
           "The file is no script that can be read: it is not text in "
           "UTF-8, is compiled, begins with a character that does not "
           "belong there, or uses something that cannot be read safely. "
           "Save it as plain text in UTF-8, without BOM."),
     EXAMPLES({"home.lua", "-- Startsidan och egna sidor.",
               "# Startsidan och egna sidor."},
              {"home.lua", "-- Startsidan och egna sidor.",
               "_ENV.sida = \"Startsidan\""})},
    {.code = "missing-brace",
     MEANS("Något öppnas med { eller ( och stängs aldrig. Raden är den "
           "där det öppnas. Indraget visar var det borde ta slut: slutet "
           "står lika långt till vänster som början.",
           "Something is opened with { or ( and never closed. The line is "
           "the one where it opens. The indentation shows where it should "
           "end: the end stands as far to the left as the beginning."),
     EXAMPLES({"home.lua", NULL,
               "page \"om\" {\n"
               "  title = \"Om portalen\",\n"
               "  text = \"Här står mer.\","})},
    {.code = "missing-comma",
     MEANS("Inom klamrar skiljs allt åt av kommatecken. Sätt ett efter "
           "varje värde, också efter det sista, så saknas inget när du "
           "lägger till något sedan.",
           "Within braces everything is kept apart by commas. Put one "
           "after every value, the last one too, and none will be missing "
           "when you add something later."),
     EXAMPLES({"county.lua", "brand = \"Ett jämställt Exempellän\",",
               "brand = \"Ett jämställt Exempellän\""})},
    {.code = "missing-end",
     MEANS("En funktion, ett villkor eller en slinga i Lua slutar med "
           "ordet end. Det som börjar på raden har inget.",
           "A function, a condition or a loop in Lua ends with the word "
           "end. What begins on the line has none."),
     EXAMPLES({"welcome.lua", "offered_when = chose(\"focus\", \"vald\"),",
               "offered_when = function(member)\n"
               "      return member.kind == \"company\","})},
    {.code = "missing-quotes",
     MEANS("Text står alltid inom raka citattecken. Utan dem läser Lua "
           "den som namnet på något, och det finns inget sådant.",
           "Text always stands in straight quotation marks. Without them "
           "Lua reads it as the name of something, and there is no such "
           "thing."),
     EXAMPLES({"county.lua", "name = \"Exempelläns län\",",
               "name = Exempelläns län,"},
              {"county.lua", "code = \"98\",", "code = kod,"})},
    {.code = "missing-value",
     MEANS("Efter ett likhetstecken ska det stå ett värde: en text inom "
           "citattecken, ett tal, true eller false, eller en lista.",
           "After an equals sign there should be a value: a text in "
           "quotation marks, a number, true or false, or a list."),
     EXAMPLES({"county.lua", "code = \"98\",", "code = ,"})},
    {.code = "not-finished",
     MEANS("Ett ord står här utan allt som hör till det, till exempel "
           "utan klamrarna { }. Felet visar hur det skrivs.",
           "A word stands here without all that belongs to it, for "
           "example without its braces { }. The fault shows how it is "
           "written."),
     EXAMPLES({"home.lua", NULL, "page \"om\""})},
    {.code = "open-quote",
     MEANS("Ett citattecken saknas, eller finns ett för mycket, så att "
           "texten aldrig tar slut. Ett citattecken inne i en text skrivs "
           "med ett omvänt snedstreck före: \\\".",
           "A quotation mark is missing, or one too many, so that the "
           "text never ends. Inside a text a quotation mark is written "
           "with a backslash before it: \\\"."),
     EXAMPLES({"county.lua", "brand = \"Ett jämställt Exempellän\",",
               "brand = \"Ett jämställt Exempellän,"})},
    {.code = "script-failed",
     MEANS("Ett skript får räkna och upprepa, men det här gick inte att "
           "räkna ut, och skriptet stannade på raden. Det som Lua säger "
           "är på engelska.",
           "A script may calculate and repeat, but this could not be "
           "worked out, and the script stopped at the line. What Lua says "
           "stands at the end."),
     EXAMPLES({"home.lua", NULL, "local antal = \"tre\" + 1"})},
    {.code = "script-too-large",
     MEANS("Ett skript får använda 8 MB minne när det läses in. Det "
           "räcker till det största län. Något här växer utan att sluta, "
           "eller är mycket större än det behöver vara.",
           "A script may use 8 MB of memory while it is loaded, which is "
           "enough for the largest county. Something here grows without "
           "end, or is much larger than it needs to be."),
     EXAMPLES({"home.lua", NULL,
               "local rader = {}\n"
               "for i = 1, 10000000 do\n"
               "  rader[i] = \"rad \" .. i\n"
               "end"})},
    {.code = "script-too-slow",
     MEANS("Ett skript får ta 50 millisekunder när det läses in. Det "
           "räcker till det största län. Oftast är felet en slinga som "
           "aldrig tar slut.",
           "A script may take 50 milliseconds to load, which is enough "
           "for the largest county. Most often the fault is a loop that "
           "never ends."),
     EXAMPLES({"home.lua", NULL,
               "local antal = 1\n"
               "while antal > 0 do antal = antal + 1 end"})},
    {.code = "syntax",
     MEANS("Raden går inte att läsa som Lua. När det går att gissa säger "
           "felet vad som saknas; annars står det som Lua själv säger. Se "
           "efter på raden och på den närmast före.",
           "The line cannot be read as Lua. When the cause can be "
           "guessed, the fault says what is missing; else it says what "
           "Lua says. Look at the line and at the one before it."),
     EXAMPLES({"county.lua", "brand = \"Ett jämställt Exempellän\",",
               "brand: \"Ett jämställt Exempellän\","},
              {"home.lua", NULL,
               "page \"om\" { title = \"Om portalen\", text = \"Här står "
               "mer.\" ; ; }"})},
    {.code = "stray-value",
     MEANS("Inom klamrarna står ett värde utan namn, så att det inte går "
           "att veta vad det är. Skriv namnet och ett likhetstecken före.",
           "A value stands within the braces without a name, so that "
           "nobody can tell what it is. Write the name and an equals sign "
           "before it."),
     EXAMPLES({"home.lua", NULL,
               "page \"om\" {\n"
               "  \"Om portalen\",\n"
               "  title = \"Om portalen\",\n"
               "  text = \"Här står mer.\",\n"
               "}"})},
    {.code = "too-large",
     MEANS("En fil, en text eller en lista är större än portalen tar "
           "emot: en skriptfil 256 kB, en text 64 kB, en lista 32 lager "
           "och 10 000 delar. Dela upp den.",
           "A file, a text or a list is larger than the portal takes: a "
           "script file 256 KB, a text 64 KB, a list 32 layers and 10,000 "
           "parts. Divide it."),
     EXAMPLES({"home.lua",
               "title = \"Tillsammans för ett jämställt Exempellän\",",
               "title = string.rep(\"Tillsammans! \", 1000),"})},
    {.code = "unstable",
     MEANS("Skripten läses in två gånger, och sade inte samma sak båda "
           "gångerna. pairs går igenom en lista i vilken ordning som "
           "helst; ipairs går igenom den från början till slut.",
           "The scripts are loaded twice, and did not say the same both "
           "times. pairs goes through a list in any order; ipairs goes "
           "through it from beginning to end."),
     EXAMPLES({"welcome.lua", "",
               "local natverk = {\n"
               "  municipality = \"Kommuner\", region = \"Regioner\", state = "
               "\"Myndigheter\",\n"
               "  university = \"Högskolor\", association = \"Föreningar\", "
               "company = \"Företag\",\n"
               "}\n"
               "local delar = {}\n"
               "for sort, namn in pairs(natverk) do\n"
               "  delar[#delar + 1] = network(\"natverk-\" .. sort) {\n"
               "    title = namn,\n"
               "    offered_when = function(member)\n"
               "      return member.kind == sort\n"
               "    end,\n"
               "  }\n"
               "end\n"
               "welcome(delar)"})},
    {.code = "wrong-key",
     MEANS("Inom klamrar står antingen namn = värde, eller bara värden. "
           "Här är namnet ett tal, eller något annat som inte är ett ord.",
           "Within braces there is either name = value, or just values. "
           "Here the name is a number, or something else that is no word."),
     EXAMPLES({"home.lua", NULL,
               "page \"om\" { title = \"Om portalen\", text = \"Här står "
               "mer.\", [2.5] = \"Mer\" }"})},
    {.code = "wrong-use",
     MEANS("Ordet har redan fått allt det ska ha, och så kommer mer. "
           "Oftast saknas ett kommatecken, så att nästa rad läses som en "
           "fortsättning.",
           "The word has all that it should have, and then comes more. "
           "Most often a comma is missing, so that the next line is read "
           "as a continuation."),
     EXAMPLES({"county.lua", "  municipality \"9801\" \"Norrby\",",
               "  municipality \"9801\" \"Norrby\" \"Nordby\","})},
};

CHAPTER(ans_faults_of_form, pages, "Skriptet går inte att läsa",
        "The script cannot be read");
