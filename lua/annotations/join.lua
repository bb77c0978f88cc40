---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.join

---@class anslut.join.body
---@field act anslut.text Vad besökaren gör, som det står på knappen. / What the visitor does, as the button says it.
---@field title? anslut.text Rubriken på sidan där formuläret börjar. Annars står knappens text där. / The heading of the page where the form begins. Else the button's text.
---@field intro? anslut.prose Vad det betyder att ansluta sig. / What joining means.
---@field binding? boolean Om anslutningen är bindande. / Whether joining is binding.
---@field letter_title? anslut.text Vad dokumentet heter som organisationen ställer sig bakom. Annars portalens namn. / What the document is called that the organisation agrees to. Else the portal's name.
---@field letter anslut.prose Vad organisationen ställer sig bakom. / What the organisation agrees to.
---@field between? "open"|"closed" Om det går att ansluta sig när ingen strategi gäller: "open" eller "closed". / Whether one may join while no strategy is in force: "open" or "closed".
---@field review? boolean Om en handläggare ska titta innan den anslutna visas. / Whether a caseworker looks before the member is shown.
---@field when_changed? "newest"|"finish" Vad som händer för den som är mitt i formuläret när ni ändrar det: "newest" ger det nya formuläret med svaren som går att ta med, "finish" låter var och en göra klart det som påbörjades. / What happens to those who are half-way when you change the form: "newest" gives them the new form with the answers that can be carried over, "finish" lets them finish the one they began.
---@field by_invitation? boolean Om bara den som har fått en inbjudan kan ansluta sig. Inbjudningar skickas med `anslut invite`. / Whether only those who were invited may join. Invitations are sent by `anslut invite`.
---@field uninvited? anslut.prose Vad den möter som vill ansluta sig utan inbjudan. / What those meet who want to join without an invitation.
---@field refusal? anslut.text Vad den möter som inte kan ansluta sig. Skriv vänligt, och vad som finns i stället. / What those meet who cannot join. Be friendly, and say what there is instead.
---@field [integer] anslut.closed|anslut.expects|anslut.may_join|anslut.second_signature|anslut.step

---Hur en organisation ansluter sig: vilka som kan, vad ni frågar och vad de ställer sig bakom.
---
---How an organisation joins: who may, what you ask and what they agree to.
---
---```lua
---join { act = "Anslut er organisation", letter = text "texts/viljeyttring.md" }
---```
---@param body anslut.join.body
---@return anslut.join
function join(body) end

---@class anslut.expects

---@class anslut.expects.body
---@field text anslut.text Vad ni förväntar er, i en mening. / What you expect, in one sentence.
---@field confirm? boolean Om den som ansluter sig ska kryssa i att det är uppfyllt. / Whether who joins is to tick that it is so.

---Något ni förväntar er av den som ansluter sig.
---
---Something you expect of who joins.
---
---```lua
---expects "uppfoljning" { text = "Ni svarar på några frågor om året." }
---```
---@param id string
---@return fun(body: anslut.expects.body): anslut.expects
function expects(id) end

---@class anslut.may_join

---Vilka slags organisationer som kan ansluta sig. Utan listan kan alla.
---
---Which kinds of organisations may join. Without the list: all.
---
---```lua
---may_join { "municipality", "region", "state", "association", "company" }
---```
---@param list ("municipality"|"region"|"state"|"university"|"association"|"company"|"foundation"|"joint"|"other")[]
---@return anslut.may_join
function may_join(list) end

---@class anslut.step

---@class anslut.step.body
---@field title anslut.text Stegets rubrik. / The heading of the step.
---@field lead? anslut.text En mening under rubriken. / A sentence under the heading.
---@field [integer] anslut.question.areas|anslut.question.bodies|anslut.question.by_sex|anslut.question.choice|anslut.question.choices|anslut.question.consent|anslut.question.date|anslut.question.email|anslut.question.group|anslut.question.kind|anslut.question.long_text|anslut.question.member|anslut.question.month|anslut.question.municipality|anslut.question.name|anslut.question.number|anslut.question.organisation_number|anslut.question.phone|anslut.question.text|anslut.question.web_address|anslut.question.year|anslut.question.yes_no

---Ett steg i formuläret: en sida med frågor om samma sak.
---
---A step of the form: a page of questions on one topic.
---
---```lua
---step "organisation" { title = "Er organisation" }
---```
---@param id string
---@return fun(body: anslut.step.body): anslut.step
function step(id) end
