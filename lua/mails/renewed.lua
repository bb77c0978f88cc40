-- To a member that has renewed (docs/pages.md: renewed).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  return letter(data, t, {
    subject = t("mail.renewed.subject", words),
    heading = t("mail.renewed.heading"),
    parts = {
      t("mail.renewed.text", words),
      { link = data.href, text = t("mail.welcome.button") },
      { link = data.profile_href, text = t("mail.welcome.profile") },
      t("mail.welcome.keep"),
    },
  })
end
