-- The link to the half-filled form is on its way (docs/pages.md: join_saved).
local h = require("html")
local layout = require("layout")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.div {
      class = "panel",
      h.h1 { t("saved.title") },
      h.p { class = "panel__text", t.rich("saved.lead", { email = h.strong { data.email } }) },
    },
    data.resume_until and h.p { t("save.until", { day = data.resume_until.text }) },
    h.p { h.a { class = "more", href = data.page.base .. "/", t("nav.home") } }
  )
end
