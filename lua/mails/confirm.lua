-- To whoever sent the form: the link that confirms (docs/pages.md: confirm).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  return letter(data, t, {
    subject = t("mail.confirm.subject", words),
    heading = t("mail.confirm.heading"),
    parts = {
      t("mail.confirm.text", words),
      { link = data.href, text = t("mail.confirm.button") },
      t.n("mail.confirm.days", data.days),
      t("mail.confirm.not-you"),
    },
  })
end
