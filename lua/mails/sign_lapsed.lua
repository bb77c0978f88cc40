-- To both: the second one did not sign in time (docs/pages.md: sign_lapsed).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  local parts = {
    t("mail.sign-lapsed.text", words),
    { link = data.href, text = t("mail.sign-lapsed.button") },
  }
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t("mail.sign-lapsed.subject", words),
    heading = t("mail.sign-lapsed.heading"),
    parts = parts,
  })
end
