-- To the second one who signs, who has not yet (docs/pages.md: sign_again).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand), day = data["until"].text }
  return letter(data, t, {
    subject = t(data.renews and "mail.sign-again-renewal.subject" or "mail.sign-again.subject", words),
    heading = t("mail.sign-again.heading"),
    parts = {
      t(data.renews and "mail.sign-again-renewal.text" or "mail.sign-again.text", words),
      { link = data.href, text = t("mail.sign.button") },
      t("mail.sign.not-you"),
    },
  })
end
