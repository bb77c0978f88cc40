-- To the county: an organisation waits to be shown (docs/pages.md: review).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  return letter(data, t, {
    subject = t("mail.review.subject", words),
    heading = t("mail.review.heading", words),
    parts = { t("mail.review.text", words), { link = data.href, text = t("mail.review.button") } },
  })
end
