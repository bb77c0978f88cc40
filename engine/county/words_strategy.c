/* Words of the strategy: its time, its areas, what is to be reached and done;
 * and the goals of the country that they rest on. */
#include "county/words.h"

static const struct ans_word_field strategy_fields[] = {
    {FIELD(ans_strategy, title, TEXT), .required = true,
     HELP("Strategins namn.", "The strategy's name."),
     .example = "\"Ett jämställt Mittlän 2024–2027\""},
    {FIELD(ans_strategy, lead, TEXT),
     HELP("En mening om vad strategin vill.",
          "A sentence on what the strategy wants."),
     .example = "\"Vad vi vill nå tillsammans till 2027.\""},
    {FIELD(ans_strategy, text, PROSE),
     HELP("Texten på strategins sida.", "The text of the strategy's page."),
     .example = "text \"texts/strategi.md\""},
    {FIELD(ans_strategy, period, PERIOD),
     HELP("När strategin börjar och slutar gälla.",
          "When the strategy begins and ends."),
     .example = "{ from = \"2024-01-01\", to = \"2027-12-31\" }"},
    {FIELD(ans_strategy, ends_early, DATE),
     HELP("Sista dagen, när strategin avslutas före den tid som först "
          "bestämdes. Låt `period` stå som den var.",
          "The last day, when the strategy ends before the time that was "
          "decided first. Leave `period` as it was."),
     .example = "\"2026-06-30\""},
    {FIELD(ans_strategy, prolonged_to, DATE),
     HELP("Sista dagen, när strategin förlängs. Låt `period` stå som den var.",
          "The last day, when the strategy is prolonged. Leave `period` as it "
          "was."),
     .example = "\"2028-12-31\""},
    {FIELD(ans_strategy, changed, TEXT),
     HELP("Varför tiden ändrades, i en mening.",
          "Why the time was changed, in one sentence."),
     .example = "\"Regionen har beslutat om en ny strategi i förtid.\""},
    {FIELD(ans_strategy, replaced_by, REF), .refers = "strategy",
     HELP("Strategin som ersätter den här.",
          "The strategy that replaces this one."),
     .example = "\"2024\""},
    {FIELD(ans_strategy, takes_members, BOOL), .fallback = "true",
     HELP("Om det går att ansluta sig till strategin. Säg false när två "
          "strategier gäller samtidigt och den andra är den som visas först "
          "och som man ansluter sig till.",
          "Whether one may join the strategy. Say false when two are in force "
          "and the other one is shown first and joined."),
     .example = "false"},
    {NAMED(ans_strategy, "document", documents, LINKS),
     HELP("Länken till hela strategin, eller en lista med flera.",
          "The link to the whole strategy, or a list of several."),
     .example = "link \"Hela strategin (PDF)\" { to = "
                "\"files/strategi.pdf\" }"},
};

static const struct ans_word_field area_fields[] = {
    {FIELD(ans_area, was, STRINGS),
     HELP("Vad området hette i skriptet förut, om det har fått ett nytt namn "
          "men betyder detsamma. Då behåller de anslutna sina val.",
          "What the script called the area before, if it has a new name but "
          "means the same. Then members keep their choices."),
     .example = "\"inflytande\""},
    {FIELD(ans_area, national, REF), .refers = "national_goal",
     HELP("Det nationella delmål som området hör till. Utan det är området "
          "länets eget.",
          "The national goal that the area belongs to. Without it the area is "
          "the county's own."),
     .example = "\"power\""},
    {FIELD(ans_area, title, TEXT),
     HELP("Områdets namn. Utan det används det nationella delmålets.",
          "The area's name. Without it: that of the national goal."),
     .example = "\"Makt och inflytande\""},
    {FIELD(ans_area, summary, TEXT),
     HELP("En mening om området, till kort och listor.",
          "A sentence on the area, for cards and lists."),
     .example = "\"Den som berörs av ett beslut ska kunna påverka det.\""},
    {FIELD(ans_area, text, PROSE),
     HELP("En längre text om området.", "A longer text on the area."),
     .example = "text \"texts/makt.md\""},
};

static const struct ans_word_field goal_fields[] = {
    {FIELD(ans_goal, text, TEXT), .required = true,
     HELP("Målet i en mening.", "The goal in one sentence."),
     .example = "\"Minst 40 procent kvinnor och män i varje styrelse.\""},
    {FIELD(ans_goal, by, DATE),
     HELP("När målet ska vara nått: dag, månad eller år.",
          "When it is to be reached: a day, a month or a year."),
     .example = "\"2027\""},
    {FIELD(ans_goal, when, TEXT),
     HELP("När målet ska vara nått med egna ord, i stället för datumet.",
          "When it is to be reached in your own words, instead of the date."),
     .example = "\"Klart när budgeten för 2028 är antagen\""},
};

static const struct ans_word_field stage_fields[] = {
    {FIELD(ans_stage, text, TEXT), .required = true,
     HELP("Vad som ska vara nått i det här steget.",
          "What is to be reached at this stage."),
     .example = "\"Minst 35 procent i varje styrelse.\""},
    {FIELD(ans_stage, by, DATE),
     HELP("När steget ska vara nått: dag, månad eller år.",
          "When the stage is to be reached: a day, a month or a year."),
     .example = "\"2025\""},
    {FIELD(ans_stage, when, TEXT),
     HELP("När steget ska vara nått med egna ord, i stället för datumet.",
          "When the stage is to be reached in your own words, instead of the "
          "date."),
     .example = "\"Klart till halvtid\""},
};

static const struct ans_word_field indicator_fields[] = {
    {FIELD(ans_indicator, text, TEXT), .required = true,
     HELP("Vad som mäts.", "What is measured."),
     .example = "\"Andel kvinnor och män i kommunstyrelser\""},
    {FIELD(ans_indicator, unit, TEXT),
     HELP("Enheten som mäts i.", "The unit of measurement."),
     .example = "\"procent\""},
    {FIELD(ans_indicator, source, TEXT),
     HELP("Varifrån siffrorna kommer.", "Where the figures come from."),
     .example = "\"SCB\""},
    {FIELD(ans_indicator, every, WHOLE), .least = 1, .most = 20,
     HELP("Hur många år det är mellan mätningarna.",
          "The number of years from one measurement to the next."),
     .example = "2"},
    {FIELD(ans_indicator, from, WHOLE), .least = 1900, .most = 2200,
     HELP("Året då det mäts första gången.",
          "The year in which it is first measured."),
     .example = "2023"},
    {FIELD(ans_indicator, other_label, TEXT),
     HELP("Vad den tredje gruppen kallas, bredvid kvinnor och män.",
          "What the third group is called, beside women and men."),
     .example = "\"Annat\""},
};

#define FIGURE(member, swedish, english)                                       \
    {                                                                          \
        FIELD(ans_measured, member, NUMBER),                                   \
            .has = offsetof(struct ans_measured, has_##member),                \
            HELP(swedish, english), .example = "42"                            \
    }

static const struct ans_word_field measured_fields[] = {
    FIGURE(women, "Siffran för kvinnor.", "The figure for women."),
    FIGURE(men, "Siffran för män.", "The figure for men."),
    FIGURE(other, "Siffran för annat eller okänt.",
           "The figure for other or unknown."),
    FIGURE(total, "Siffran för alla, när den inte delas upp.",
           "The figure for all, when it is not divided."),
    {FIELD(ans_measured, text, TEXT),
     HELP("Något om siffran, till exempel att mätningen ställdes in.",
          "Something on the figure, such as that it was not measured."),
     .example = "\"Mätningen ställdes in.\""},
};

static const struct ans_word_field follow_up_fields[] = {
    {FIELD(ans_follow_up, text, TEXT),
     HELP("Hur ni följer upp vad de anslutna gör.",
          "How you follow up what members do."),
     .example = "\"Vartannat år svarar ni på några frågor.\""},
};

static const struct ans_word_field round_fields[] = {
    {FIELD(ans_round, title, TEXT),
     HELP("Omgångens namn. Utan det används ordet inom citattecken.",
          "The name of the round. Without it: the word in quotation marks."),
     .example = "\"Uppföljningen 2027\""},
    {FIELD(ans_round, opens, DAY), .required = true,
     HELP("Första dagen att svara.", "The first day to answer."),
     .example = "\"2027-02-01\""},
    {FIELD(ans_round, closes, DAY), .required = true,
     HELP("Sista dagen att svara.", "The last day to answer."),
     .example = "\"2027-03-31\""},
    {FIELD(ans_round, text, TEXT),
     HELP("Något om omgången.", "Something on the round."),
     .example = "\"Ni får ett mejl när det är dags.\""},
};

static const struct ans_word_field measure_fields[] = {
    {FIELD(ans_measure, text, TEXT), .required = true,
     HELP("Vad som föreslås, i en mening.",
          "What is proposed, in one sentence."),
     .example = "\"Följ upp vem som får ordet.\""},
};

static const struct ans_word_field process_fields[] = {
    {FIELD(ans_process, title, TEXT),
     HELP("Processens namn. Utan det används ordet inom citattecken.",
          "The name of the process. Without it: the word in quotation "
          "marks."),
     .example = "\"Planering\""},
    {FIELD(ans_process, question, TEXT), .required = true,
     HELP("Frågan som processen ska besvara.",
          "The question that the process is to answer."),
     .example = "\"Vad betyder beslutet för kvinnor och för män?\""},
    {FIELD(ans_process, text, TEXT),
     HELP("Något mer om processen.", "Something more on the process."),
     .example = "\"Ställ frågan innan förslaget skrivs.\""},
};

static const struct ans_word_field mission_fields[] = {
    {FIELD(ans_mission, title, TEXT), .required = true,
     HELP("Uppdragets rubrik.", "The heading of the mission."),
     .example = "\"Vårt uppdrag utåt\""},
    {FIELD(ans_mission, text, TEXT), .required = true,
     HELP("Vad uppdraget går ut på.", "What the mission is."),
     .example = "\"Vi stödjer dem som vill arbeta jämställt.\""},
};

static const struct ans_word_field supplement_fields[] = {
    {FIELD(ans_supplement, from, DATE),
     HELP("När tillägget börjar gälla: dag, månad eller år.",
          "When the supplement begins: a day, a month or a year."),
     .example = "\"2026\""},
    {FIELD(ans_supplement, text, TEXT), .required = true,
     HELP("Vad som läggs till.", "What is added."),
     .example = "\"Strategin kompletteras med mål för föreningslivet.\""},
};

static const struct ans_word_field version_fields[] = {
    {FIELD(ans_strategy_version, date, DATE), .required = true,
     HELP("När den här versionen kom: dag, månad eller år.",
          "When this version came: a day, a month or a year."),
     .example = "\"2024-01-15\""},
    {FIELD(ans_strategy_version, text, TEXT),
     HELP("Vad som ändrades.", "What was changed."),
     .example = "\"Den första versionen.\""},
};

static const struct ans_word_field evaluation_fields[] = {
    {FIELD(ans_evaluation, date, DATE),
     HELP("När utvärderingen görs: dag, månad eller år. Behövs inte när den "
          "återkommer, eller när dagen inte är bestämd.",
          "When the evaluation is made: a day, a month or a year. Not needed "
          "when it recurs, or when the day is not settled."),
     .example = "\"2025\""},
    {FIELD(ans_evaluation, text, TEXT), .required = true,
     HELP("Vad som utvärderas.", "What is evaluated."),
     .example = "\"Deluppföljning av alla mål.\""},
};

static const struct ans_word_field national_fields[] = {
    {FIELD(ans_national_goal, title, TEXT), .required = true,
     HELP("Målets namn.", "The goal's name."),
     .example = "\"Jämställd hälsa\""},
    {FIELD(ans_national_goal, text, TEXT), .required = true,
     HELP("Målet i en mening.", "The goal in one sentence."),
     .example = "\"Alla ska ha samma chans till god hälsa.\""},
};

static const struct ans_place strategy_places[] = {
    MANY("", ans_county, strategies), NOWHERE};
static const struct ans_place area_places[] = {
    MANY("strategy", ans_strategy, areas), MANY("area", ans_area, areas),
    NOWHERE};
static const struct ans_place stage_places[] = {MANY("goal", ans_goal, stages),
                                                NOWHERE};
static const struct ans_place measured_places[] = {
    MANY("indicator", ans_indicator, measured), NOWHERE};
static const struct ans_place follow_up_places[] = {
    ONE("strategy", ans_strategy, follow_up), NOWHERE};
static const struct ans_place round_places[] = {
    MANY("follow_up", ans_follow_up, rounds), NOWHERE};
static const struct ans_place goal_places[] = {
    MANY("area", ans_area, goals), MANY("strategy", ans_strategy, goals),
    NOWHERE};
static const struct ans_place indicator_places[] = {
    MANY("goal", ans_goal, indicators), NOWHERE};
static const struct ans_place measure_places[] = {
    MANY("area", ans_area, measures), MANY("strategy", ans_strategy, measures),
    NOWHERE};
static const struct ans_place process_places[] = {
    MANY("strategy", ans_strategy, processes), NOWHERE};
static const struct ans_place mission_places[] = {
    MANY("strategy", ans_strategy, missions), NOWHERE};
static const struct ans_place supplement_places[] = {
    MANY("strategy", ans_strategy, supplements), NOWHERE};
static const struct ans_place version_places[] = {
    MANY("strategy", ans_strategy, versions), NOWHERE};
static const struct ans_place evaluation_places[] = {
    MANY("strategy", ans_strategy, evaluations), NOWHERE};
static const struct ans_place national_places[] = {
    MANY("", ans_county, national), NOWHERE};

static const struct ans_word rows[] = {
    {.name = "strategy",
     CALLED("en strategi", "a strategy"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = strategy_places,
     .size = sizeof(struct ans_strategy),
     FIELDS(strategy_fields),
     HELP("En strategi med sin tid, sina områden och mål. Gamla strategier får "
          "stå kvar.",
          "A strategy with its period, areas and goals. Old ones may stay."),
     .example = "strategy \"2024\" { title = \"Ett jämställt Mittlän\", "
                "period = { from = \"2024-01-01\", to = \"2027-12-31\" } }"},
    {.name = "area",
     CALLED("ett område", "an area"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = area_places,
     .size = sizeof(struct ans_area),
     FIELDS(area_fields),
     HELP("Ett område i strategin, som de anslutna kan välja att arbeta med. "
          "Det kan ha egna områden i sig.",
          "An area of the strategy, which members can choose to work with. It "
          "may have areas of its own."),
     .example = "area \"makt\" { national = \"power\", title = \"Makt och "
                "inflytande\" }"},
    {.name = "goal",
     CALLED("ett mål", "a goal"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = goal_places,
     .size = sizeof(struct ans_goal),
     FIELDS(goal_fields),
     HELP("Ett mål för ett område eller för hela strategin.",
          "A goal of an area or of the whole strategy."),
     .example = "goal \"styrelser\" { text = \"Minst 40 procent kvinnor och "
                "män i varje styrelse.\", by = \"2027\" }"},
    {.name = "stage",
     CALLED("ett steg mot målet", "a stage of the goal"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = stage_places,
     .size = sizeof(struct ans_stage),
     FIELDS(stage_fields),
     HELP("Ett steg på vägen mot målet, med sin egen tid.",
          "A stage on the way to the goal, with its own time."),
     .example = "stage \"halvtid\" { text = \"Minst 35 procent.\", by = "
                "\"2025\" }"},
    {.name = "indicator",
     CALLED("en indikator", "an indicator"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = indicator_places,
     .size = sizeof(struct ans_indicator),
     FIELDS(indicator_fields),
     HELP("Något som går att mäta och som visar om målet nås.",
          "Something measurable that shows whether the goal is reached."),
     .example = "indicator \"styrelser\" { text = \"Andel kvinnor och män\", "
                "unit = \"procent\" }"},
    {.name = "measured",
     CALLED("en mätning", "a measurement"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = measured_places,
     .size = sizeof(struct ans_measured),
     FIELDS(measured_fields),
     HELP("Vad indikatorn visade ett år.", "What the indicator was in a year."),
     .example = "measured \"2023\" { women = 42, men = 58 }"},
    {.name = "follow_up",
     CALLED("en uppföljning", "a follow-up"),
     .form = ANS_FORM_BODY,
     .places = follow_up_places,
     .size = sizeof(struct ans_follow_up),
     FIELDS(follow_up_fields),
     HELP("När och hur ni följer upp vad de anslutna gör.",
          "When and how you follow up what members do."),
     .example = "follow_up { text = \"Ni svarar på några frågor.\" }"},
    {.name = "round",
     CALLED("en omgång", "a round"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = round_places,
     .size = sizeof(struct ans_round),
     FIELDS(round_fields),
     HELP("En omgång av uppföljningen, med sina dagar och frågor.",
          "A round of the follow-up, with its days and questions."),
     .example = "round \"2027\" { opens = \"2027-02-01\", closes = "
                "\"2027-03-31\" }"},
    {.name = "measure",
     CALLED("en åtgärd", "a measure"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = measure_places,
     .size = sizeof(struct ans_measure),
     FIELDS(measure_fields),
     HELP("Ett förslag till åtgärd.", "A proposed measure."),
     .example = "measure \"beslut\" { text = \"Följ upp vem som får "
                "ordet.\" }"},
    {.name = "process",
     CALLED("en process", "a process"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = process_places,
     .size = sizeof(struct ans_process),
     FIELDS(process_fields),
     HELP("En process i styrningen och frågan som hör till den.",
          "A process of steering and the question that belongs to it."),
     .example = "process \"budget\" { question = \"Går pengarna lika till "
                "kvinnor och män?\" }"},
    {.name = "mission",
     CALLED("ett uppdrag", "a mission"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = mission_places,
     .size = sizeof(struct ans_mission),
     FIELDS(mission_fields),
     HELP("Ett uppdrag som ägaren har, utåt eller inåt.",
          "A mission that the owner has, outward or inward."),
     .example = "mission \"utat\" { title = \"Utåt\", text = \"Vi stödjer "
                "andra.\" }"},
    {.name = "supplement",
     CALLED("ett tillägg", "a supplement"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = supplement_places,
     .size = sizeof(struct ans_supplement),
     FIELDS(supplement_fields),
     HELP("Ett tillägg till strategin, under dess tid.",
          "A supplement to the strategy, during its period."),
     .example = "supplement \"2026\" { text = \"Mål för föreningslivet "
                "läggs till.\" }"},
    {.name = "version",
     CALLED("en version", "a version"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = version_places,
     .size = sizeof(struct ans_strategy_version),
     FIELDS(version_fields),
     HELP("En version av strategin.", "A version of the strategy."),
     .example = "version \"1\" { date = \"2024-01-15\" }"},
    {.name = "evaluation",
     CALLED("en utvärdering", "an evaluation"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = evaluation_places,
     .size = sizeof(struct ans_evaluation),
     FIELDS(evaluation_fields),
     HELP("En utvärdering av strategin.", "An evaluation of the strategy."),
     .example = "evaluation \"del\" { date = \"2025\", text = "
                "\"Deluppföljning.\" }"},
    {.name = "national_goal",
     CALLED("ett nationellt mål", "a national goal"),
     .form = ANS_FORM_ID_BODY,
     .has_id = true,
     .places = national_places,
     .size = sizeof(struct ans_national_goal),
     FIELDS(national_fields),
     HELP("Ett av landets mål. De är samma för alla län och står inte i länets "
          "mapp.",
          "One of the country's goals. They are the same for all counties and "
          "do not stand in a county's folder."),
     .example = "national_goal \"health\" { title = \"Jämställd hälsa\", text "
                "= \"Alla ska ha samma chans till god hälsa.\" }"},
};

WORD_TABLE(ans_words_strategy, rows, .name = "strategy", .file = "strategy.lua",
           TITLE("Strategin", "The strategy"));
