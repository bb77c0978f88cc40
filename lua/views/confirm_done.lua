-- Confirmed (docs/pages.md: confirm_done).
local h = require("html")
local layout = require("layout")
local button_link = require("parts.button_link")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.div {
      class = "panel",
      h.h1 { t("done.title") },
      h.p { class = "panel__text", t.rich("done.text", { name = data.name, brand = data.county.brand }) },
    },
    data.review and h.p { t("welcome.review") },
    data.welcome_href and h.div { class = "actions", button_link(data.welcome_href, t("done.welcome")) }
  )
end
