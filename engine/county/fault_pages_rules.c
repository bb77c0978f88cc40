/* Rules that no form can make true, or every form does, and functions that
 * stop. */
#include "county/fault_tables.h"

static const struct ans_fault_page pages[] = {
    {.code = "always-true",
     MEANS("Regeln är sann hur man än svarar, så den gör ingen skillnad. Det "
           "är ett råd och inget fel: länet kan publiceras ändå. Ofta räknar "
           "regeln upp alla sorter som kan ansluta sig, eller frågar efter "
           "något som alla måste svara på.",
           "The rule is true whatever is answered, so it makes no "
           "difference. This is advice and no fault: the county can be "
           "published all the same. Often the rule lists every kind that may "
           "join, or asks for something that everybody must answer."),
     EXAMPLES({"welcome.lua", "title = \"Länets nätverk för jämställdhet\",",
               "title = \"Länets nätverk för jämställdhet\",\n    offered_when "
               "= answered \"email\","})},
    {.code = "fails-for-some",
     MEANS("En funktion läser ett svar som somliga aldrig lämnar, och då "
           "stannar den. Det märks inte när man själv provar med en kommun "
           "som får frågan. Därför körs varje funktion på påhittade "
           "organisationer av varje sort, med lite och med mycket besvarat. "
           "Pröva i funktionen om svaret finns innan det används, eller låt "
           "regeln bara gälla dem som får frågan: all_of { answered "
           "\"employees\", function(member) ... end }.",
           "A function reads an answer that some never give, and then it "
           "stops. That is not seen by who tries it as a municipality, which "
           "is asked the question. So every function is run on made-up "
           "organisations of each kind, with little and with much answered. "
           "See in the function whether there is an answer before it is "
           "used, or let the rule be for those alone who are asked: all_of { "
           "answered \"employees\", function(member) ... end }."),
     EXAMPLES({"welcome.lua", "offered_when = chose(\"focus\", \"vald\"),",
               "offered_when = function(member)\n"
               "      return member.employees.women < 50\n"
               "    end,"})},
    {.code = "never-given",
     MEANS("Regeln utesluter alla, så ingen får den här delen av "
           "välkomstpaketet. Ofta står två villkor i all_of som inte kan "
           "gälla samtidigt: en organisation är aldrig både kommun och "
           "region. Ska det ena räcka heter det any_of.",
           "The rule excludes everybody, so nobody gets this item of the "
           "welcome package. Often two conditions stand in all_of that "
           "cannot both be so: no organisation is both a municipality and a "
           "region. When one of them is enough the word is any_of."),
     EXAMPLES({"welcome.lua", "offered_when = chose(\"focus\", \"vald\"),",
               "offered_when = all_of { kind_is \"region\", answered "
               "\"municipality\" },"})},
    {.code = "never-shown",
     MEANS("Regeln utesluter alla, så frågan visas aldrig för någon. Antingen "
           "säger regeln emot sig själv, eller så väntar den på svar på en "
           "fråga som är dold just då. Meningen säger vilken frågan är, och "
           "var den står.",
           "The rule excludes everybody, so the question is never shown. "
           "Either the rule contradicts itself, or it waits for the answer "
           "to a question that is hidden just then. The sentence says which "
           "one, and where it stands."),
     EXAMPLES({"join.lua",
               "shown_when = kind_is(\"municipality\", \"region\", \"state\", "
               "\"company\"),",
               "shown_when = all_of { kind_is \"company\", kind_is "
               "\"municipality\" },"})},
    {.code = "required-never-shown",
     MEANS("Frågan måste besvaras, men dess egen regel gör att ingen får se "
           "den. Ändra regeln, eller ta bort frågan.",
           "The question must be answered, but its own rule lets nobody see "
           "it. Change the rule, or take the question away."),
     EXAMPLES({"join.lua",
               "shown_when = none_of { kind_is(\"region\", \"state\") },",
               "shown_when = none_of { answered \"name\" },"})},
};

CHAPTER(ans_faults_of_rules, pages, "Regler", "Rules");
