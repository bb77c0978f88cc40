---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.persona

---@class anslut.persona.body
---@field [string] any
---@field [integer] anslut.comes|anslut.renews

---En påhittad organisation och vad den svarar på era frågor.
---
---A made-up organisation and what it answers to your questions.
---
---```lua
---persona "en liten förening" { name = "Åkerby IK", kind = "association", municipality = "9903", focus = { "vald" } }
---```
---@param id string
---@return fun(body: anslut.persona.body): anslut.persona
function persona(id) end

---@class anslut.comes

---@class anslut.comes.body
---@field way? "invited"|"uninvited"|"paper" På inbjudan (invited), utan inbjudan (uninvited), eller på papper, som ni registrerar (paper). Annars genom portalen, med inbjudan där en sådan behövs. / By invitation, without one, or on paper that you register. Else by the portal, with an invitation where one is needed.
---@field on? string Dagen då organisationen besöker portalen, eller den dag som står på papperet. Säger provet en egen dag gäller den. / The day on which it visits the portal, or the one that the paper bears. A day of the test goes before it.

---Hur och när personan ansluter sig.
---
---How and when the persona joins.
---
---```lua
---comes { way = "paper", on = "2025-03-14" }
---```
---@param body anslut.comes.body
---@return anslut.comes
function comes(body) end

---@class anslut.renews

---@class anslut.renews.body
---@field [string] any

---Personan är redan ansluten, till den strategi som namnges, och förnyar sig till den som gäller nu. Här står vad den svarade då; formuläret börjar med det, och personans egna svar är vad den ändrar.
---
---The persona has joined already, by the strategy that is named, and renews for the present one. Here stands what it answered then; the form begins with that, and the persona's own answers are what it changes.
---
---```lua
---renews "2024" { name = "Åkerby kommun", kind = "municipality", municipality = "9903", focus = { "makt" } }
---```
---@param id string
---@return fun(body: anslut.renews.body): anslut.renews
function renews(id) end

---@class anslut.expect

---@class anslut.expect.body
---@field on? string Dagen då organisationen besöker portalen. Annars dagen då den strategi börjar som gäller nu (den 1 januari 2026 om den inte säger när), så att provet ger samma svar från dag till dag. / The day on which the organisation visits the portal. Else the day on which the strategy in force begins (1 January 2026 when it does not say), so that the test gives the same from day to day.
---@field language? string Språket som organisationen läser på. Annars länets första. / The language in which the organisation reads. Else the county's first.
---@field is_asked? string[] Frågor som organisationen får. / Questions that it is asked.
---@field is_not_asked? string[] Frågor som organisationen inte får. / Questions that it is not asked.
---@field in_order? string[] Frågor som kommer i den här ordningen, kanske med andra emellan. / Questions that come in this order, others maybe between them.
---@field is_asked_as? table<string|integer, string> Hur en fråga lyder för just den här organisationen. / How a question reads to this very organisation.
---@field problems? table<string|integer, string> Frågor vars svar formuläret inte tar emot, gärna med felets kod. Organisationen kommer då inte vidare. / Questions whose answers the form does not take, with the problem's code if you like. The organisation then gets no further.
---@field is_refused? boolean|string Om organisationen inte kan ansluta sig: true, eller något av det den då får läsa. / Whether the organisation cannot join: true, or a part of what it then reads.
---@field is_closed? boolean|string Om ingen kan ansluta sig den dagen: true, eller något av det organisationen då får läsa. / Whether nobody can join on that day: true, or a part of what it then reads.
---@field is_uninvited? boolean|string Om organisationen kommer utan inbjudan där en sådan behövs: true, eller något av det den då får läsa. / Whether it comes without an invitation where one is needed: true, or a part of what it then reads.
---@field letter_says? string|string[] Något som står i brevet. / Something that the letter says.
---@field letter_says_not? string|string[] Något som inte står i brevet. / Something that the letter does not say.
---@field gets? string[] Delar av välkomstpaketet som organisationen får utan att behöva svara. / Items of the welcome package that it gets without having to answer.
---@field gets_not? string[] Delar av välkomstpaketet som organisationen varken får eller erbjuds. / Items of the welcome package that it neither gets nor is offered.
---@field is_offered? string[] Delar av välkomstpaketet som organisationen kan tacka ja till. / Items of the welcome package that it can say yes to.
---@field is_not_offered? string[] Delar av välkomstpaketet som organisationen inte kan tacka ja till. / Items of the welcome package that it cannot say yes to.
---@field gets_mail? ("invite"|"confirm"|"sign_waits"|"welcome"|"approved"|"renew"|"renew_waits"|"renewed"|"waiting"|"open")[] Mejl som organisationen får: länken att bekräfta (confirm), att den andra underskriften dröjer (sign_waits), välkomstpaketet (welcome), att den är granskad (approved), inbjudan (invite), frågan om att förnya (renew), att det den skickade då väntar på den andra underskriften (renew_waits), att den har förnyat (renewed), att den står på väntelistan (waiting), att det har öppnat (open). / Mails that it gets: the link to confirm, that the second signature is awaited, the welcome package, that it is approved, the invitation, the question whether it renews, that what it sent then waits for the second signature, that it has renewed, that it is on the waiting list, that joining is open.
---@field second_gets_mail? ("sign"|"sign_again")[] Mejl som den andra som undertecknar får: länken att underteckna (sign), en påminnelse (sign_again). / Mails that the second one to sign gets: the link to sign, a reminder.
---@field county_gets_mail? ("review")[] Mejl som ni själva får: att någon väntar på granskning (review). / Mails that you get: that somebody waits for review.
---@field confirm_by? string Sista dagen att bekräfta anslutningen. / The last day to confirm that it joins.
---@field sign_by? string Sista dagen för den andra underskriften, om länken bekräftas samma dag. / The last day for the second signature, if the link is confirmed on the same day.
---@field is_reviewed? boolean Om en handläggare tittar innan organisationen visas. / Whether a caseworker looks before the organisation is shown.
---@field is_followed_up? string[] Omgångar av uppföljningen som återstår när organisationen ansluter sig. / Rounds of the follow-up that are still to come when it joins.
---@field shows? table<string|integer, string> Svar som visas på organisationens sida, gärna som de står där. / Answers that its page shows, as they stand there if you like.
---@field shows_not? string[] Svar som inte visas på organisationens sida. / Answers that its page does not show.

---Vad en persona ska möta i portalen. Stämmer det inte publiceras inte ändringen. En persona kan ha flera prov, till exempel för olika dagar och språk.
---
---What a persona is to meet in the portal. If it does not, the change is not published. A persona may have several tests, for different days and languages.
---
---```lua
---expect "en liten förening" { is_asked = { "municipality" }, is_offered = { "nyhetsbrev" } }
---```
---@param id string
---@return fun(body: anslut.expect.body): anslut.expect
function expect(id) end
