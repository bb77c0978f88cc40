-- To an organisation that the county does not show (docs/pages.md: declined).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  local parts = { t("mail.declined.text", words) }
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t("mail.declined.subject", words),
    heading = t("mail.declined.heading"),
    parts = parts,
  })
end
