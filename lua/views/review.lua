-- For the county's caseworker: show this organisation in the register, or not
-- (docs/pages.md: review).
local h = require("html")
local layout = require("layout")
local form = require("parts.form")
local heading = require("parts.heading")
local summary = require("parts.summary")

local function decide(data, t)
  return form.open {
    action = data.action,
    stamp = data.stamp,
    h.p { t("review.what") },
    h.div {
      class = "actions",
      form.button("decision", "approve", t("review.approve")),
      form.button("decision", "decline", t("review.decline"), "button button--plain"),
    },
  }
end

return function(data, t)
  return layout(
    data,
    t,
    { bare = true, class = "main--form" },
    data.done and h.div {
      class = "panel",
      heading(t("review.done." .. data.done, { name = data.name })),
      h.p { class = "panel__text", t("review.done-text") },
    } or heading(t("review.heading", { name = data.name })),
    summary.list(data.rows, t),
    not data.done and decide(data, t)
  )
end
