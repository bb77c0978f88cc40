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

---@class anslut.closed

---@class anslut.closed.body
---@field from? string Den första dagen som det är stängt. Utan den har det varit stängt från början. / The first day on which it is closed. Without it, it has been closed since the beginning.
---@field to? string Den sista dagen som det är stängt. Utan den är det stängt tills vidare. / The last day on which it is closed. Without it, it is closed until further notice.
---@field message? anslut.prose Vad den möter som vill ansluta sig medan det är stängt. / What those meet who want to join while it is closed.
---@field waiting_list? boolean Om man kan skriva upp sig för att få ett mejl när det öppnar. Adressen används bara till det och tas sedan bort. / Whether one may leave an address for a mail when it opens. The address is used for nothing else and then erased.

---En tid då ingen kan ansluta sig. Påbörjade formulär sparas som vanligt, och den som redan har skickat in kan bekräfta.
---
---A time when nobody can join. Forms that were begun are kept as usual, and those who have sent theirs can confirm.
---
---```lua
---closed { from = "2026-06-15", to = "2026-08-15", message = "Vi öppnar igen efter sommaren.", waiting_list = true }
---```
---@param body anslut.closed.body
---@return anslut.closed
function closed(body) end
