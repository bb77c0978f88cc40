-- Behind the mailed invitation: the button that begins the form (docs/pages.md:
-- invited).
local h = require("html")
local layout = require("layout")
local form = require("parts.form")

local states = {}

function states.open(data, t)
  return {
    h.p { class = "lead", t.rich("invited.open", { name = h.strong { data.name }, brand = data.county.brand }) },
    h.p { t("invited.open-text", { day = data["until"].text }) },
    h.div { class = "actions", form.single({ action = data.action, stamp = data.stamp, text = t("start.begin") }, t) },
    h.p { class = "quiet", t("start.save-hint") },
  }
end

function states.expired(_, t)
  return { h.p { class = "lead", t("invited.expired") } }
end

function states.used(data, t)
  return { h.p { class = "lead", t("invited.used", { name = data.name }) } }
end

function states.unknown(_, t)
  return { h.p { class = "lead", t("confirm.unknown") }, h.p { t("invited.unknown-text") } }
end

return function(data, t)
  local state = states[data.state] and data.state or "unknown"
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    form.notice(data.notice),
    h.h1 { t("invited.title." .. state) },
    states[state](data, t),
    state ~= "open" and (data.contact or "") ~= "" and h.p { t("confirm.contact", { contact = data.contact }) }
  )
end
