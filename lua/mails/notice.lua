-- To a member: somebody sent the form again in its name (docs/pages.md:
-- notice).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  local parts = { t("mail.notice.text", words), t("mail.notice.what") }
  if data.href then
    parts[#parts + 1] = { link = data.href, text = t("mail.notice.button") }
  end
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t("mail.notice.subject", words),
    heading = t("mail.notice.heading"),
    parts = parts,
  })
end
