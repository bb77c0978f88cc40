-- Behind the second one's mailed link: the letter, the answers, and the button
-- that signs (docs/pages.md: sign). Opening the page changes nothing.
local h = require("html")
local button_link = require("parts.button_link")
local form = require("parts.form")
local mailed = require("parts.mailed")
local sealed = require("parts.sealed")

local states = {}

function states.open(data, t)
  local doc, page = data.document, data.page
  return {
    h.p {
      class = "lead",
      t.rich(data.renews and "sign.open-renewal" or "sign.open", { name = h.strong { data.name }, brand = data.county.brand }),
    },
    h.p { t(data.renews and "sign.open-text-renewal" or "sign.open-text", { day = data["until"].text }) },
    h.h2 { sealed.title(doc, page) or t("commitment.title") },
    sealed.letter(doc, page, t),
    sealed.expectations(doc, page, t),
    doc.binding == false and h.p { class = "quiet", t("join.not-binding") },
    sealed.answers(doc, page, t),
    h.div { class = "actions", form.single({ action = data.action, stamp = data.stamp, text = t("sign.button") }, t) },
    h.p { class = "quiet", t("sign.not-you") },
  }
end

function states.done(data, t)
  return {
    h.p { class = "lead", t("sign.done", { name = data.name }) },
    h.p { t("sign.done-text") },
  }
end

function states.lapsed(data, t)
  if data.renews then
    return { h.p { class = "lead", t("sign.lapsed-renewal") } }
  end
  return {
    h.p { class = "lead", t("sign.lapsed") },
    h.div { class = "actions", button_link(data.page.base .. "/anslut", t("confirm.again")) },
  }
end

function states.taken(data, t)
  return { h.p { class = "lead", t(data.renews and "sign.taken-renewal" or "sign.taken") } }
end

function states.unknown(_, t)
  return { h.p { class = "lead", t("confirm.unknown") }, h.p { t("confirm.unknown-text") } }
end

return function(data, t)
  return mailed(data, t, {
    title = function(state)
      return t("sign.title." .. state)
    end,
    states = states,
    quiet = "done",
  })
end
