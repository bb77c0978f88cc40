-- To a member of a strategy that was replaced: promise anew (docs/pages.md:
-- renew).
local h = require("html")
local letter = require("letter")

return function(data, t)
  local words = {
    name = data.name,
    brand = h.plain(data.county.brand),
    strategy = h.plain(data.strategy),
    day = data["until"].text,
  }
  local parts = {
    t("mail.renew.text", words),
    t("mail.renew.what"),
    { link = data.href, text = t("mail.renew.button") },
    t("mail.renew.until", words),
  }
  if (data.contact or "") ~= "" then
    parts[#parts + 1] = t("mail.contact", { contact = data.contact })
  end
  return letter(data, t, {
    subject = t("mail.renew.subject", words),
    heading = t("mail.renew.heading"),
    parts = parts,
  })
end
