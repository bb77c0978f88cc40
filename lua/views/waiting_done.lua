-- On the waiting list now (docs/pages.md: waiting_done).
local h = require("html")
local layout = require("layout")
local library = require("parts.library")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.div {
      class = "panel",
      h.h1 { t("waiting.done.title") },
      h.p { class = "panel__text", t("waiting.done.text") },
    },
    h.p { t("waiting.done.leave") },
    library(data, t)
  )
end
