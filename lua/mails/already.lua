-- To whoever sent the form for an organisation that has joined already
-- (docs/pages.md: already).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  local parts = { t("mail.already.text", words), t("mail.already.what") }
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t("mail.already.subject", words),
    heading = t("mail.already.heading"),
    parts = parts,
  })
end
