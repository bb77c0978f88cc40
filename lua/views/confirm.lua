-- Behind the mailed link: the button that confirms (docs/pages.md: confirm).
-- Opening the page changes nothing, since mail scanners follow links.
local h = require("html")
local layout = require("layout")
local button_link = require("parts.button_link")
local form = require("parts.form")

local states = {}

function states.open(data, t)
  return {
    h.p { class = "lead", t.rich("confirm.open", { name = h.strong { data.name }, brand = data.county.brand }) },
    h.p { t("confirm.open-text") },
    form.single({ action = data.action, stamp = data.stamp, text = t("confirm.button") }, t),
  }
end

function states.expired(data, t)
  return {
    h.p { class = "lead", t("confirm.expired") },
    form.single({ action = data.action, stamp = data.stamp, text = t("confirm.renew") }, t),
  }
end

-- Who is asked to sign too has a mail of their own.
function states.waiting(data, t)
  return {
    h.p { class = "lead", t("confirm.waiting", { email = data.email, day = data["until"].text }) },
    h.p { t("confirm.waiting-text") },
  }
end

function states.lapsed(data, t)
  return {
    h.p { class = "lead", t("confirm.lapsed") },
    h.div { class = "actions", button_link(data.page.base .. "/anslut", t("confirm.again")) },
  }
end

function states.used(_, t)
  return { h.p { class = "lead", t("confirm.used") }, h.p { t("confirm.used-text") } }
end

function states.taken(_, t)
  return { h.p { class = "lead", t("confirm.taken") } }
end

function states.unknown(_, t)
  return { h.p { class = "lead", t("confirm.unknown") }, h.p { t("confirm.unknown-text") } }
end

return function(data, t)
  local state = states[data.state] or states.unknown
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    form.notice(data.notice),
    h.h1 { t("confirm.title." .. (states[data.state] and data.state or "unknown")) },
    state(data, t),
    data.state ~= "open" and (data.contact or "") ~= "" and h.p { t("confirm.contact", { contact = data.contact }) }
  )
end
