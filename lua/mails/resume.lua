-- To whoever saved a half-filled form: the link back to it (docs/pages.md:
-- resume).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { brand = h.plain(data.county.brand) }
  return letter(data, t, {
    subject = t("mail.resume.subject", words),
    heading = t("mail.resume.heading"),
    parts = {
      t("mail.resume.text", words),
      { link = data.href, text = t("mail.resume.button") },
      t("mail.resume.until", { day = data["until"].text }),
      t("mail.resume.private"),
    },
  })
end
