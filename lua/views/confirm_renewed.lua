-- A new confirmation link is on its way (docs/pages.md: confirm_renewed).
local h = require("html")
local layout = require("layout")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.div {
      class = "panel",
      h.h1 { t("confirm.renewed.title") },
      h.p { class = "panel__text", t("confirm.renewed.text") },
    }
  )
end
