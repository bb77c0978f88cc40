-- To whoever sent the form: the other one has not signed yet (docs/pages.md:
-- sign_waits).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand), day = data["until"].text }
  local parts = {
    t(data.renews and "mail.sign-waits-renewal.text" or "mail.sign-waits.text", words),
    t("mail.sign-waits.what"),
    { link = data.href, text = t("mail.sign-waits.button") },
  }
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t(data.renews and "mail.sign-waits-renewal.subject" or "mail.sign-waits.subject", words),
    heading = t("mail.sign-waits.heading"),
    parts = parts,
  })
end
