---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.strategy

---@class anslut.strategy.body
---@field title anslut.text Strategins namn. / The strategy's name.
---@field lead? anslut.text En mening om vad strategin vill. / A sentence on what the strategy wants.
---@field text? anslut.prose Texten på strategins sida. / The text of the strategy's page.
---@field period? { from?: string, to?: string } När strategin börjar och slutar gälla. / When the strategy begins and ends.
---@field document? anslut.link|anslut.link[] Länken till hela strategin, eller en lista med flera. / The link to the whole strategy, or a list of several.
---@field [integer] anslut.area|anslut.evaluation|anslut.goal|anslut.link|anslut.measure|anslut.mission|anslut.process|anslut.supplement|anslut.version

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
---@field national? string Det nationella delmål som området hör till. Utan det är området länets eget. / The national goal that the area belongs to. Without it the area is the county's own.
---@field title? anslut.text Områdets namn. Utan det används det nationella delmålets. / The area's name. Without it: that of the national goal.
---@field summary? anslut.text En mening om området, till kort och listor. / A sentence on the area, for cards and lists.
---@field text? anslut.prose En längre text om området. / A longer text on the area.
---@field [integer] anslut.goal|anslut.measure

---Ett område i strategin, som de anslutna kan välja att arbeta med.
---
---An area of the strategy, which members can choose to work with.
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
---@field [integer] anslut.indicator

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

---@class anslut.indicator

---@class anslut.indicator.body
---@field text anslut.text Vad som mäts. / What is measured.
---@field unit? anslut.text Enheten som mäts i. / The unit of measurement.
---@field source? anslut.text Varifrån siffrorna kommer. / Where the figures come from.

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
