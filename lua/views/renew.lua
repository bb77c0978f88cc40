-- Behind the mailed link of a renewal: what was promised, and the button that
-- begins the form (docs/pages.md: renew).
local h = require("html")
local form = require("parts.form")
local mailed = require("parts.mailed")
local sealed = require("parts.sealed")

local states = {}

function states.open(data, t)
  local doc, page = data.document, data.page
  local day = h.time { datetime = data.joined.iso, data.joined.text }
  return {
    h.p { class = "lead", t.rich("renew.open", { name = h.strong { data.name }, day = day }) },
    data.waiting and h.div { class = "notice", h.p { t("renew.waiting", { day = data.waiting.text }) } },
    h.p { t.rich("renew.open-text", { strategy = data.strategy }) },
    h.div { class = "actions", form.single({ action = data.action, stamp = data.stamp, text = t("renew.button") }, t) },
    h.h2 { t("renew.then") },
    sealed.letter(doc, page, t),
    sealed.answers(doc, page, t),
  }
end

function states.done(data, t)
  return {
    h.p { class = "lead", t("renew.done", { name = data.name }) },
    h.p { h.a { href = data.profile_href, t("welcome.profile") } },
  }
end

function states.expired(_, t)
  return { h.p { class = "lead", t("renew.expired") } }
end

function states.unknown(_, t)
  return { h.p { class = "lead", t("confirm.unknown") } }
end

return function(data, t)
  return mailed(data, t, {
    title = function(state)
      return t("renew.title." .. state)
    end,
    states = states,
    quiet = "open",
  })
end
