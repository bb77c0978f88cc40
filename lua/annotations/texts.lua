---@meta
-- Written by `anslut vocabulary --write`; changes here are lost.

---@class anslut.wording

---@class anslut.wording.body
---@field text? anslut.text Vad som ska stå i stället, på ett språk eller flera. / What is to stand instead, in one language or more.
---@field one? anslut.text När antalet är ett. / When the number is one.
---@field two? anslut.text När antalet är två, på språk som har en form för det. / When the number is two, in languages with a form for it.
---@field few? anslut.text När antalet är litet, på språk som har en form för det. / When the number is small, in languages with a form for it.
---@field many? anslut.text När antalet är stort, på språk som har en form för det. / When the number is large, in languages with a form for it.
---@field zero? anslut.text När antalet är noll, på språk som har en form för det. / When the number is nought, in languages with a form for it.
---@field other? anslut.text För alla andra antal. / For all other numbers.

---Säger något annat än portalens egen text: på en knapp, i ett felmeddelande, i ett mejl. `anslut texts` listar alla texter och vad de heter.
---
---Says something else than the portal's own text: on a button, in an error message, in a mail. `anslut texts` lists all texts and their names.
---
---```lua
---wording "form.next" "Vidare"
---```
---@param id string
---@return fun(label: string|anslut.wording.body): anslut.wording
function wording(id) end
