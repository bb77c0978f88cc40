/* Odd Lua, found by luacheck. All of it is advice. */
#include "county/fault_tables.h"

/* What a script may begin with. */
#define FIRST(lua)                                                             \
    {                                                                          \
        "home.lua", NULL, "\n" lua "\n"                                        \
    }

static const struct ans_fault_page pages[] = {
    {.code = "duplicate-field",
     MEANS("Samma namn står två gånger i en tabell, och bara det sista gäller. "
           "Ofta har en rad kopierats och glömts.",
           "The same name stands twice in a table, and only the last one "
           "counts. Often a line was copied and forgotten."),
     EXAMPLES({"county.lua", "genitive = \"Exempelläns läns\",",
               "genitive = \"Exempel\", genitive = \"Exempelläns läns\","})},
    {.code = "empty-block",
     MEANS("Ett villkor eller ett block har inget i sig. Det gör ingen skada, "
           "men något var nog tänkt att stå där.",
           "A condition or a block has nothing in it. That does no harm, but "
           "something was probably meant to stand there."),
     EXAMPLES(FIRST("if 1 < 2 then\nend"))},
    {.code = "global-name",
     MEANS("Ett namn utan local gäller i alla skript i mappen, och två skript "
           "kan råka använda samma. Ett av länsskriptens egna ord kan till "
           "och med sluta fungera.",
           "A name without local is for all scripts of the folder, and two of "
           "them may happen to use the same. One of the words of county "
           "scripts may even stop working."),
     EXAMPLES(FIRST("largest = 50"))},
    {.code = "never-set",
     MEANS("Namnet har aldrig fått något värde, så det är nil: ingenting.",
           "The name never got a value, so it is nil: nothing."),
     EXAMPLES(FIRST("local largest\ntext.trim(largest or \"\")"))},
    {.code = "not-linted",
     MEANS("En del av granskningen görs av luacheck, som ingår i paketet "
           "lua-check. Utan det söks inte efter oanvända namn och liknande, "
           "men allt annat granskas.",
           "A part of the check is done by luacheck, of the package "
           "lua-check. Without it unused names and the like are not looked "
           "for; everything else is."),
     .scene = ANS_SCENE_MACHINE},
    {.code = "odd-loop",
     MEANS("En slinga som aldrig går ett varv, eller högst ett, är knappast "
           "vad som var tänkt. En slinga räknar uppåt om inte steget sägs: "
           "for i = #lista, 1, -1 do.",
           "A loop that never runs, or once at most, is hardly what was "
           "meant. A loop counts up unless its step is said: for i = #list, "
           "1, -1 do."),
     EXAMPLES(FIRST("local list = { \"a\", \"b\" }\nfor i = #list, 1 do\n  "
                    "text.trim(list[i])\nend"))},
    {.code = "odd-not",
     MEANS("I Lua hör `not` till det som står närmast efter. `not a == b` "
           "betyder därför (not a) == b, alltså något helt annat än a ~= b.",
           "In Lua `not` belongs to what comes right after it. So `not a == "
           "b` means (not a) == b, which is quite another thing than a ~= "
           "b."),
     EXAMPLES({"welcome.lua", "title = \"Länets nätverk för jämställdhet\",",
               "title = \"Länets nätverk för jämställdhet\",\n    offered_when "
               "= function(member)\n      if not member.kind == \"region\" "
               "then return false end\n      return true\n    end,"})},
    {.code = "odd-script",
     MEANS("Något ovanligt som inte har en egen förklaring här. Det som står "
           "efter «luacheck säger» är på engelska.",
           "Something unusual that has no explanation of its own here."),
     EXAMPLES(FIRST("::here::"))},
    {.code = "odd-values",
     MEANS("Det står fler namn än värden, eller tvärtom. De namn som blir "
           "över får inget värde, och de värden som blir över försvinner.",
           "There are more names than values, or the other way round. Names "
           "left over get no value, and values left over are lost."),
     EXAMPLES(FIRST("local limit = \"50\", \"100\"\ntext.trim(limit)"))},
    {.code = "same-name",
     MEANS("Två saker har samma namn, och den inre skymmer den yttre. Det "
           "fungerar, men den som läser tar lätt fel på dem.",
           "Two things have the same name, and the inner one hides the outer. "
           "It works, but whoever reads mistakes one for the other."),
     EXAMPLES(FIRST("local limit = \"50\"\nlocal limit = limit .. "
                    "\"0\"\ntext.trim(limit)"))},
    {.code = "unreachable",
     MEANS("Något före avslutar alltid, till exempel ett return, så det som "
           "står här händer aldrig.",
           "Something before always ends, such as a return, so that what "
           "stands here never happens."),
     EXAMPLES({"welcome.lua", "title = \"Länets nätverk för jämställdhet\",",
               "title = \"Länets nätverk för jämställdhet\",\n    offered_when "
               "= function(member)\n      do return member.kind ~= nil end\n   "
               "   return false\n    end,"})},
    {.code = "unused-name",
     MEANS("Ett namn får ett värde som ingen läser. Ofta är det felstavat på "
           "ett av ställena, eller kvar sedan något togs bort.",
           "A name gets a value that nobody reads. Often it is misspelt in "
           "one place, or left over from what was taken away."),
     EXAMPLES(FIRST("local largest = 50"))},
    {.code = "unused-value",
     MEANS("Ett namn får ett nytt värde innan någon har läst det förra.",
           "A name gets a new value before anybody has read the one before."),
     EXAMPLES(FIRST("local limit = \"50\"\nlimit = "
                    "\"100\"\ntext.trim(limit)"))},
};

CHAPTER(ans_faults_of_lint, pages, "Råd om Lua", "Advice on Lua");
