-- Where to mail the link that leads back to the form (docs/pages.md: join_save).
local h = require("html")
local layout = require("layout")
local field = require("parts.field")
local form = require("parts.form")

return function(data, t)
  local email = {
    name = "email",
    id = "f-email",
    type = "email",
    label = t("save.email"),
    hint = t("save.email-hint"),
    required = true,
    value = data.email,
    inputmode = "email",
    autocomplete = "email",
    problem = data.problem,
  }
  return layout(
    data,
    t,
    { bare = true, class = "main--form", section = data.county.act },
    data.back_href and h.p { h.a { class = "back", href = data.back_href, t("save.back") } },
    form.problems(data.problem and { { field = "email", text = data.problem } }, { email }, t),
    h.h1 { t("save.title") },
    h.p { class = "lead", t("save.lead") },
    data.resume_until and h.p { t("save.until", { day = data.resume_until.text }) },
    form.open {
      action = data.action,
      stamp = data.stamp,
      version = data.version,
      field(email, t),
      h.div { class = "actions", form.button("_next", "1", t("save.send")) },
    }
  )
end
