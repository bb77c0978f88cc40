-- To the second one who signs: the link to read and sign (docs/pages.md: sign).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand), day = data["until"].text }
  return letter(data, t, {
    subject = t(data.renews and "mail.sign-renewal.subject" or "mail.sign.subject", words),
    heading = t("mail.sign.heading", words),
    parts = {
      t(data.renews and "mail.sign-renewal.text" or "mail.sign.text", words),
      { link = data.href, text = t("mail.sign.button") },
      t(data.renews and "mail.sign-renewal.until" or "mail.sign.until", words),
      t("mail.sign.not-you"),
    },
  })
end
