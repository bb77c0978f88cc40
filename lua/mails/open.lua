-- To everybody on the waiting list: joining is open (docs/pages.md: open).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand) }
  return letter(data, t, {
    subject = t("mail.open.subject", words),
    heading = t("mail.open.heading"),
    parts = {
      t("mail.open.text", words),
      { link = data.href, text = h.plain(data.act) },
      t("mail.open.forgotten"),
    },
  })
end
