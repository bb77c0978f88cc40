-- To a member: it stands in the register now (docs/pages.md: approved).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  return letter(data, t, {
    subject = t("mail.approved.subject", words),
    heading = t("mail.approved.heading"),
    parts = { t("mail.approved.text", words), { link = data.profile_href, text = t("mail.welcome.profile") } },
  })
end
