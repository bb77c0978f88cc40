-- To a new member: the welcome package (docs/pages.md: welcome).
local h = require("html")
local filled = require("filled")
local letter = require("letter")

local function titles(data)
  local values = { name = data.name, number = data.number_text or ("%d"):format(data.number) }
  local list = {}
  for _, item in ipairs(data.items or {}) do
    list[#list + 1] = filled(item.title, values)
  end
  return list
end

return function(data, t)
  local words = { name = data.name, brand = h.plain(data.county.brand), number = data.number_text or data.number }
  local parts = {
    t("mail.welcome.text", words),
    { link = data.href, text = t("mail.welcome.button") },
  }
  if h.any(data.items) then
    parts[#parts + 1] = t("mail.welcome.items")
    parts[#parts + 1] = { list = titles(data) }
  end
  if data.review then
    parts[#parts + 1] = t("mail.welcome.review")
  else
    parts[#parts + 1] = { link = data.profile_href, text = t("mail.welcome.profile") }
  end
  parts[#parts + 1] = t("mail.welcome.keep")
  return letter(data, t, {
    subject = t("mail.welcome.subject", words),
    heading = t("mail.welcome.heading", words),
    parts = parts,
  })
end
