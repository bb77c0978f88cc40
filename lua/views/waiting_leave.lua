-- Off the waiting list, by the mailed link (docs/pages.md: waiting_leave).
local h = require("html")
local layout = require("layout")
local form = require("parts.form")

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    h.h1 { t(data.left and "waiting.left.title" or "waiting.leave.title") },
    data.left and h.p { class = "lead", t("waiting.left.text") }
      or {
        h.p { class = "lead", t("waiting.leave.text") },
        h.div { class = "actions", form.single({ action = data.action, stamp = data.stamp, text = t("waiting.leave.button") }, t) },
      }
  )
end
