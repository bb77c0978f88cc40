-- To whoever sent a renewal that two sign: whom it waits for (docs/pages.md:
-- renew_waits).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand), day = data["until"].text }
  local parts = {
    t("mail.renew-waits.text", words),
    { link = data.href, text = t("mail.sign-waits.button") },
  }
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t("mail.renew-waits.subject", words),
    heading = t("mail.renew-waits.heading"),
    parts = parts,
  })
end
