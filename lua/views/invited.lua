-- Behind the mailed invitation: the button that begins the form (docs/pages.md:
-- invited).
local h = require("html")
local form = require("parts.form")
local mailed = require("parts.mailed")

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
  return mailed(data, t, {
    title = function(state)
      return t("invited.title." .. state)
    end,
    states = states,
    quiet = "open",
  })
end
