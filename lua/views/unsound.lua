-- A county whose scripts never were sound: nothing of it can be shown yet
-- (docs/pages.md: unsound).
local h = require("html")
local layout = require("layout")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.h1 { t("unsound.title") },
    h.p { class = "lead", t("unsound.text") },
    data.name and h.p { class = "quiet", data.name },
    h.p { h.a { class = "more", href = "/", t("error.portal") } }
  )
end
