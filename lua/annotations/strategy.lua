---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.strategy

---@class anslut.strategy.body
---@field title anslut.text Strategins namn. / The strategy's name.
---@field lead? anslut.text En mening om vad strategin vill. / A sentence on what the strategy wants.
---@field text? anslut.prose Texten på strategins sida. / The text of the strategy's page.
---@field period? { from?: string, to?: string } När strategin börjar och slutar gälla. / When the strategy begins and ends.
---@field ends_early? string Sista dagen, när strategin avslutas före den tid som först bestämdes. Låt `period` stå som den var. / The last day, when the strategy ends before the time that was decided first. Leave `period` as it was.
---@field prolonged_to? string Sista dagen, när strategin förlängs. Låt `period` stå som den var. / The last day, when the strategy is prolonged. Leave `period` as it was.
---@field changed? anslut.text Varför tiden ändrades, i en mening. / Why the time was changed, in one sentence.
---@field replaced_by? string Strategin som ersätter den här. / The strategy that replaces this one.
---@field takes_members? boolean Om det går att ansluta sig till strategin. Säg false när två strategier gäller samtidigt och den andra är den som visas först och som man ansluter sig till. / Whether one may join the strategy. Say false when two are in force and the other one is shown first and joined.
---@field document? anslut.link|anslut.link[] Länken till hela strategin, eller en lista med flera. / The link to the whole strategy, or a list of several.
---@field [integer] anslut.area|anslut.evaluation|anslut.follow_up|anslut.goal|anslut.link|anslut.measure|anslut.mission|anslut.process|anslut.supplement|anslut.version

---En strategi med sin tid, sina områden och mål. Gamla strategier får stå kvar.
---
---A strategy with its period, areas and goals. Old ones may stay.
---
---```lua
---strategy "2024" { title = "Ett jämställt Mittlän", period = { from = "2024-01-01", to = "2027-12-31" } }
---```
---@param id string
---@return fun(body: anslut.strategy.body): anslut.strategy
function strategy(id) end

---@class anslut.area

---@class anslut.area.body
---@field was? string|string[] Vad området hette i skriptet förut, om det har fått ett nytt namn men betyder detsamma. Då behåller de anslutna sina val. / What the script called the area before, if it has a new name but means the same. Then members keep their choices.
---@field national? string Det nationella delmål som området hör till. Utan det är området länets eget. / The national goal that the area belongs to. Without it the area is the county's own.
---@field title? anslut.text Områdets namn. Utan det används det nationella delmålets. / The area's name. Without it: that of the national goal.
---@field summary? anslut.text En mening om området, till kort och listor. / A sentence on the area, for cards and lists.
---@field text? anslut.prose En längre text om området. / A longer text on the area.
---@field [integer] anslut.area|anslut.goal|anslut.measure

---Ett område i strategin, som de anslutna kan välja att arbeta med. Det kan ha egna områden i sig.
---
---An area of the strategy, which members can choose to work with. It may have areas of its own.
---
---```lua
---area "makt" { national = "power", title = "Makt och inflytande" }
---```
---@param id string
---@return fun(body: anslut.area.body): anslut.area
function area(id) end

---@class anslut.goal

---@class anslut.goal.body
---@field text anslut.text Målet i en mening. / The goal in one sentence.
---@field by? string När målet ska vara nått: dag, månad eller år. / When it is to be reached: a day, a month or a year.
---@field when? anslut.text När målet ska vara nått med egna ord, i stället för datumet. / When it is to be reached in your own words, instead of the date.
---@field [integer] anslut.indicator|anslut.stage

---Ett mål för ett område eller för hela strategin.
---
---A goal of an area or of the whole strategy.
---
---```lua
---goal "styrelser" { text = "Minst 40 procent kvinnor och män i varje styrelse.", by = "2027" }
---```
---@param id string
---@return fun(body: anslut.goal.body): anslut.goal
function goal(id) end

---@class anslut.stage

---@class anslut.stage.body
---@field text anslut.text Vad som ska vara nått i det här steget. / What is to be reached at this stage.
---@field by? string När steget ska vara nått: dag, månad eller år. / When the stage is to be reached: a day, a month or a year.
---@field when? anslut.text När steget ska vara nått med egna ord, i stället för datumet. / When the stage is to be reached in your own words, instead of the date.

---Ett steg på vägen mot målet, med sin egen tid.
---
---A stage on the way to the goal, with its own time.
---
---```lua
---stage "halvtid" { text = "Minst 35 procent.", by = "2025" }
---```
---@param id string
---@return fun(body: anslut.stage.body): anslut.stage
function stage(id) end

---@class anslut.indicator

---@class anslut.indicator.body
---@field text anslut.text Vad som mäts. / What is measured.
---@field unit? anslut.text Enheten som mäts i. / The unit of measurement.
---@field source? anslut.text Varifrån siffrorna kommer. / Where the figures come from.
---@field every? integer Hur många år det är mellan mätningarna. / The number of years from one measurement to the next.
---@field from? integer Året då det mäts första gången. / The year in which it is first measured.
---@field other_label? anslut.text Vad den tredje gruppen kallas, bredvid kvinnor och män. / What the third group is called, beside women and men.
---@field [integer] anslut.measured

---Något som går att mäta och som visar om målet nås.
---
---Something measurable that shows whether the goal is reached.
---
---```lua
---indicator "styrelser" { text = "Andel kvinnor och män", unit = "procent" }
---```
---@param id string
---@return fun(body: anslut.indicator.body): anslut.indicator
function indicator(id) end

---@class anslut.measured

---@class anslut.measured.body
---@field women? number Siffran för kvinnor. / The figure for women.
---@field men? number Siffran för män. / The figure for men.
---@field other? number Siffran för annat eller okänt. / The figure for other or unknown.
---@field total? number Siffran för alla, när den inte delas upp. / The figure for all, when it is not divided.
---@field text? anslut.text Något om siffran, till exempel att mätningen ställdes in. / Something on the figure, such as that it was not measured.

---Vad indikatorn visade ett år.
---
---What the indicator was in a year.
---
---```lua
---measured "2023" { women = 42, men = 58 }
---```
---@param id string
---@return fun(body: anslut.measured.body): anslut.measured
function measured(id) end

---@class anslut.follow_up

---@class anslut.follow_up.body
---@field text? anslut.text Hur ni följer upp vad de anslutna gör. / How you follow up what members do.
---@field [integer] anslut.round

---När och hur ni följer upp vad de anslutna gör.
---
---When and how you follow up what members do.
---
---```lua
---follow_up { text = "Ni svarar på några frågor." }
---```
---@param body anslut.follow_up.body
---@return anslut.follow_up
function follow_up(body) end

---@class anslut.round

---@class anslut.round.body
---@field title? anslut.text Omgångens namn. Utan det används ordet inom citattecken. / The name of the round. Without it: the word in quotation marks.
---@field opens string Första dagen att svara. / The first day to answer.
---@field closes string Sista dagen att svara. / The last day to answer.
---@field text? anslut.text Något om omgången. / Something on the round.
---@field [integer] anslut.question.areas|anslut.question.by_sex|anslut.question.choice|anslut.question.choices|anslut.question.date|anslut.question.email|anslut.question.long_text|anslut.question.month|anslut.question.municipality|anslut.question.number|anslut.question.phone|anslut.question.text|anslut.question.web_address|anslut.question.year|anslut.question.yes_no

---En omgång av uppföljningen, med sina dagar och frågor.
---
---A round of the follow-up, with its days and questions.
---
---```lua
---round "2027" { opens = "2027-02-01", closes = "2027-03-31" }
---```
---@param id string
---@return fun(body: anslut.round.body): anslut.round
function round(id) end

---@class anslut.measure

---@class anslut.measure.body
---@field text anslut.text Vad som föreslås, i en mening. / What is proposed, in one sentence.

---Ett förslag till åtgärd.
---
---A proposed measure.
---
---```lua
---measure "beslut" { text = "Följ upp vem som får ordet." }
---```
---@param id string
---@return fun(body: anslut.measure.body): anslut.measure
function measure(id) end

---@class anslut.process

---@class anslut.process.body
---@field title? anslut.text Processens namn. Utan det används ordet inom citattecken. / The name of the process. Without it: the word in quotation marks.
---@field question anslut.text Frågan som processen ska besvara. / The question that the process is to answer.
---@field text? anslut.text Något mer om processen. / Something more on the process.

---En process i styrningen och frågan som hör till den.
---
---A process of steering and the question that belongs to it.
---
---```lua
---process "budget" { question = "Går pengarna lika till kvinnor och män?" }
---```
---@param id string
---@return fun(body: anslut.process.body): anslut.process
function process(id) end

---@class anslut.mission

---@class anslut.mission.body
---@field title anslut.text Uppdragets rubrik. / The heading of the mission.
---@field text anslut.text Vad uppdraget går ut på. / What the mission is.

---Ett uppdrag som ägaren har, utåt eller inåt.
---
---A mission that the owner has, outward or inward.
---
---```lua
---mission "utat" { title = "Utåt", text = "Vi stödjer andra." }
---```
---@param id string
---@return fun(body: anslut.mission.body): anslut.mission
function mission(id) end

---@class anslut.supplement

---@class anslut.supplement.body
---@field from? string När tillägget börjar gälla: dag, månad eller år. / When the supplement begins: a day, a month or a year.
---@field text anslut.text Vad som läggs till. / What is added.

---Ett tillägg till strategin, under dess tid.
---
---A supplement to the strategy, during its period.
---
---```lua
---supplement "2026" { text = "Mål för föreningslivet läggs till." }
---```
---@param id string
---@return fun(body: anslut.supplement.body): anslut.supplement
function supplement(id) end

---@class anslut.version

---@class anslut.version.body
---@field date string När den här versionen kom: dag, månad eller år. / When this version came: a day, a month or a year.
---@field text? anslut.text Vad som ändrades. / What was changed.

---En version av strategin.
---
---A version of the strategy.
---
---```lua
---version "1" { date = "2024-01-15" }
---```
---@param id string
---@return fun(body: anslut.version.body): anslut.version
function version(id) end

---@class anslut.evaluation

---@class anslut.evaluation.body
---@field date? string När utvärderingen görs: dag, månad eller år. Behövs inte när den återkommer, eller när dagen inte är bestämd. / When the evaluation is made: a day, a month or a year. Not needed when it recurs, or when the day is not settled.
---@field text anslut.text Vad som utvärderas. / What is evaluated.

---En utvärdering av strategin.
---
---An evaluation of the strategy.
---
---```lua
---evaluation "del" { date = "2025", text = "Deluppföljning." }
---```
---@param id string
---@return fun(body: anslut.evaluation.body): anslut.evaluation
function evaluation(id) end

---@class anslut.national_goal

---@class anslut.national_goal.body
---@field title anslut.text Målets namn. / The goal's name.
---@field text anslut.text Målet i en mening. / The goal in one sentence.

---Ett av landets mål. De är samma för alla län och står inte i länets mapp.
---
---One of the country's goals. They are the same for all counties and do not stand in a county's folder.
---
---```lua
---national_goal "health" { title = "Jämställd hälsa", text = "Alla ska ha samma chans till god hälsa." }
---```
---@param id string
---@return fun(body: anslut.national_goal.body): anslut.national_goal
function national_goal(id) end
