---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.counting

---@class anslut.counting.body
---@field parts? boolean Om en del av en ansluten organisation räknas för sig, till exempel en förvaltning i en kommun. / Whether a part of a member counts of its own, such as a department of a municipality.
---@field joint? "one"|"each" Hur en gemensam anslutning räknas: "one" som en, "each" som så många som ingår. / How a joint member counts: "one" as one, "each" as many as take part.
---@field kinds? ("municipality"|"region"|"state"|"university"|"association"|"company"|"foundation"|"joint"|"other")[] De slags organisationer som räknas. Utan listan räknas alla. / The kinds of organisations that count. Without the list: all.
---@field text? anslut.text Hur ni räknar, i en mening. Visas vid antalet bland de anslutna. / How you count, in one sentence. Shown at the number in the register.

---Vad som räknas när portalen säger hur många som har anslutit sig. Utan ordet räknas varje anslutning som en.
---
---What counts when the portal says how many have joined. Without the word every member is one.
---
---```lua
---counting { parts = false, joint = "each" }
---```
---@param body anslut.counting.body
---@return anslut.counting
function counting(body) end

---@class anslut.numbering

---@class anslut.numbering.body
---@field from? integer Det första numret. De som har anslutit sig behåller sina nummer. / The first number. Those who have joined keep theirs.
---@field digits? integer Minsta antal siffror; numret fylls ut med nollor framför. / The fewest digits; zeros are put before the number.
---@field format? anslut.text Hur numret skrivs: {number} är numret och {year} året då de anslöt sig. / How the number is written: {number} is the number and {year} the year of joining.

---Löpnumren som de anslutna får: var de börjar och hur de skrivs.
---
---The running numbers that members get: where they begin and how they are written.
---
---```lua
---numbering { from = 55, format = "ML {number}/{year}" }
---```
---@param body anslut.numbering.body
---@return anslut.numbering
function numbering(body) end

---@class anslut.milestone

---@class anslut.milestone.body
---@field text anslut.text Vad startsidan säger när så många har anslutit sig. / What the home page says when so many have joined.
---@field [integer] anslut.link

---Ett antal anslutna att fira. Texten står på startsidan från dess, tills nästa milstolpe är nådd.
---
---A number of members to celebrate. The text stands on the home page from then on, until the next one is reached.
---
---```lua
---milestone "50" { text = "Nu är vi femtio!" }
---```
---@param id string
---@return fun(body: anslut.milestone.body): anslut.milestone
function milestone(id) end
