-- Behind the mailed link: the button that confirms (docs/pages.md: confirm).
-- Opening the page changes nothing, since mail scanners follow links.
local h = require("html")
local button_link = require("parts.button_link")
local field = require("parts.field")
local form = require("parts.form")
local mailed = require("parts.mailed")

local states = {}

function states.open(data, t)
  return {
    h.p { class = "lead", t.rich("confirm.open", { name = h.strong { data.name }, brand = data.county.brand }) },
    h.p { data.email and t("confirm.open-second", { email = data.email }) or t("confirm.open-text") },
    form.single({ action = data.action, stamp = data.stamp, text = t("confirm.button") }, t),
  }
end

function states.expired(data, t)
  return {
    h.p { class = "lead", t("confirm.expired") },
    form.single({ action = data.action, stamp = data.stamp, text = t("confirm.renew") }, t),
  }
end

-- Somebody else is asked instead of an address that was wrong.
local function correct(data, t)
  local asked = data.correct
  return h.section {
    ["aria-labelledby"] = "annan-adress",
    h.h2 { id = "annan-adress", t("confirm.correct.title") },
    h.p { t("confirm.correct.text") },
    form.open {
      action = asked.action,
      stamp = data.stamp,
      field({
        name = "email",
        id = "f-email",
        type = "email",
        label = t("confirm.correct.label"),
        required = true,
        value = asked.email,
        inputmode = "email",
        problem = asked.problem,
      }, t),
      h.div { class = "actions", form.button("_next", "1", t("confirm.correct.button")) },
    },
  }
end

-- Who is asked to sign too has a mail of their own.
function states.waiting(data, t)
  return {
    h.p { class = "lead", t("confirm.waiting", { email = data.email, day = data["until"].text }) },
    h.p { t(data.renews and "confirm.waiting-renewal" or "confirm.waiting-text") },
    data.correct and correct(data, t) or h.p { t("confirm.wrong-address") },
  }
end

function states.lapsed(data, t)
  if data.renews then
    return { h.p { class = "lead", t("confirm.lapsed-renewal") } }
  end
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
  return mailed(data, t, {
    title = function(state)
      return t("confirm.title." .. state)
    end,
    states = states,
    quiet = "open",
  })
end
