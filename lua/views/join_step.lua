-- One topic of the join form (docs/pages.md: join_step).
local h = require("html")
local layout = require("layout")
local field = require("parts.field")
local form = require("parts.form")
local progress = require("parts.progress")

local function buttons(data, t)
  return h.div {
    class = "actions",
    form.button("_next", "1", data.checking and t("form.back-to-check") or t("form.next")),
    form.button("_save", "1", t("form.save"), "button button--text"),
  }
end

return function(data, t)
  return layout(
    data,
    t,
    { bare = true, class = "main--form", section = data.act or data.county.act },
    form.open {
      action = data.action,
      stamp = data.stamp,
      version = data.version,
      default = "_next",
      h.button { type = "submit", name = "_back", value = "1", class = "back", t("form.back") },
      progress(data, t),
      form.problems(data.problems, data.fields, t),
      form.notice(data.notice),
      form.changes(data.changes, t),
      h.h1 { data.step.title },
      data.step.lead and h.p { class = "lead", data.step.lead },
      data.resume and form.notice(t("form.resumed")),
      h.each(data.fields, function(one)
        return {
          -- so that a question which an answer brings up is not taken for left out
          h.input { type = "hidden", name = "_asked", value = one.name },
          field(one, t),
        }
      end),
      buttons(data, t),
    }
  )
end
