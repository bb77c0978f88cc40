-- A county of which nothing can be shown: its scripts never were sound, or its
-- database is closed (docs/pages.md: unsound).
local h = require("html")
local layout = require("layout")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.h1 { data.closed and t("unsound.closed-title") or t("unsound.title") },
    h.p { class = "lead", data.closed and t("unsound.closed-text") or t("unsound.text") },
    data.name and h.p { class = "quiet", data.name },
    h.p { h.a { class = "more", href = "/", t("error.portal") } }
  )
end
