---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.second_signature

---@class anslut.second_signature.body
---@field asks string Frågan där den som fyller i formuläret skriver e-postadressen till den som också ska underteckna. / The question where whoever fills in the form writes the e-mail address of the other one who signs.
---@field deadline? integer Hur många dagar den andra har på sig. Sedan får båda veta att tiden gick ut, och ingenting visas. / How many days the other one has. Then both are told that the time is up, and nothing is shown.
---@field reminders? integer[] Efter hur många dagar båda får en påminnelse. Utan listan får ingen någon. / After how many days both are reminded. Without the list nobody is.

---En person till ska underteckna, genom en länk i ett mejl, innan organisationen är ansluten. Den som aldrig får frågan om adressen behöver ingen andra underskrift.
---
---One more person is to sign, by a mailed link, before the organisation has joined. Who is never asked for the address needs no second signature.
---
---```lua
---second_signature { asks = "second_email", deadline = 14, reminders = { 5, 10 } }
---```
---@param body anslut.second_signature.body
---@return anslut.second_signature
function second_signature(body) end
