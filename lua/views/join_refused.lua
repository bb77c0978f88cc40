-- This kind of organisation may not join here; said kindly, with what there is
-- for everyone (docs/pages.md: join_refused).
local h = require("html")
local layout = require("layout")
local library = require("parts.library")

local function text(said, t)
  if not said then
    return h.p { t("join.refused.text") }
  end
  if type(said) == "table" and said.html then
    return h.prose(said)
  end
  return h.p { said }
end

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.h1 { t("join.refused.title") },
    text(data.text, t),
    h.div {
      class = "actions",
      data.back_href and h.a { class = "button", href = data.back_href, t("join.refused.change") },
      h.a { class = "button button--plain", href = data.page.base .. "/", t("nav.home") },
    },
    library(data, t)
  )
end
