-- To an invited organisation: the link that begins the form (docs/pages.md:
-- invite).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand), day = data["until"].text }
  local parts = {
    t("mail.invite.text", words),
    { link = data.href, text = t("mail.invite.button") },
    t("mail.invite.until", words),
  }
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t("mail.invite.subject", words),
    heading = t("mail.invite.heading"),
    parts = parts,
  })
end
