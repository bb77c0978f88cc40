-- Joining is by invitation: what to do without one (docs/pages.md:
-- join_uninvited).
local h = require("html")
local layout = require("layout")
local library = require("parts.library")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.h1 { t("uninvited.title") },
    data.message and h.prose(data.message) or h.p { t("uninvited.text") },
    h.p { t("uninvited.have") },
    (data.contact or "") ~= "" and h.p { t("uninvited.contact", { contact = data.contact }) },
    library(data, t)
  )
end
