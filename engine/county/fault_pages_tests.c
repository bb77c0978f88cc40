/* Faults of tests.lua. */
#include "county/fault_tables.h"

static const struct ans_fault_page pages[] = {
    {.code = "nothing-to-test",
     MEANS("Personor provar formuläret för den som ansluter sig. I ett län där "
           "ingen ansluter sig har de inget att göra.",
           "Personas test the form of those who join. In a county where nobody "
           "joins there is nothing for them to do."),
     .scene = ANS_SCENE_SCRIPTS,
     EXAMPLES({"tests.lua", "",
               "persona \"en förening\" { name = \"Norrby IK\", kind = "
               "\"association\" }\n"},
              {"join.lua", "", ""}, {"welcome.lua", "", ""})},
    {.code = "test-failed",
     MEANS(
         "Länets egna prov i tests.lua säger vad påhittade organisationer ska "
         "möta i portalen. Stämmer det inte publiceras inte ändringen: "
         "antingen är det något fel med den, eller så är det provet som ska "
         "ändras. `anslut test` visar vad som väntades och vad det blev.",
         "The county's own tests in tests.lua say what made-up organisations "
         "are to meet in the portal. If that does not hold, the change is not "
         "published: either something is wrong with it, or it is the test "
         "that is to change. `anslut test` shows what was expected and what "
         "it was."),
     EXAMPLES({"tests.lua", "",
               "persona \"en förening\" { name = \"Norrby IK\", kind = "
               "\"association\" }\n"})},
    {.code = "wrong-answer",
     MEANS("En persona svarar på ett sätt som ingen kan svara i formuläret, "
           "till exempel med ett val som inte finns. En persona får svara fel "
           "med flit, men då ska dess prov säga det med `problems`.",
           "A persona answers as nobody can in the form, for example with a "
           "choice that does not exist. A persona may be wrong on purpose, but "
           "then its test is to say so with `problems`."),
     EXAMPLES({"tests.lua", "",
               "persona \"en förening\" { name = \"Norrby IK\", kind = "
               "\"assosiation\" }\n"})},
};

CHAPTER(ans_faults_of_tests, pages, "Proven", "The tests");
