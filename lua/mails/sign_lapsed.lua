-- To both: the second one did not sign in time (docs/pages.md: sign_lapsed).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  local parts = { t(data.renews and "mail.sign-lapsed-renewal.text" or "mail.sign-lapsed.text", words) }
  if data.href then
    parts[2] = { link = data.href, text = t(data.renews and "mail.sign-lapsed-renewal.button" or "mail.sign-lapsed.button") }
  end
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t(data.renews and "mail.sign-lapsed-renewal.subject" or "mail.sign-lapsed.subject", words),
    heading = t("mail.sign-lapsed.heading"),
    parts = parts,
  })
end
