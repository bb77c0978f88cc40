-- To whoever is on the waiting list now: how to leave it (docs/pages.md: waiting).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  return letter(data, t, {
    subject = t("mail.waiting.subject", words),
    heading = t("mail.waiting.heading"),
    parts = {
      t("mail.waiting.text", words),
      { link = data.href, text = t("mail.waiting.button") },
    },
  })
end
