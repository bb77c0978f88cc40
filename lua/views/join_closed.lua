-- Nobody joins just now: why, until when, and a list to be told by (docs/pages.md:
-- join_closed).
local h = require("html")
local layout = require("layout")
local field = require("parts.field")
local form = require("parts.form")
local library = require("parts.library")

local function fields(data, t)
  return {
    {
      name = "name",
      id = "f-name",
      type = "text",
      label = t("waiting.name"),
      required = true,
      value = data.name,
      autocomplete = "organization",
      problem = data.name_problem,
    },
    {
      name = "email",
      id = "f-email",
      type = "email",
      label = t("waiting.email"),
      required = true,
      value = data.email,
      inputmode = "email",
      autocomplete = "email",
      purpose = t("waiting.purpose"),
      problem = data.email_problem,
    },
  }
end

local function waiting(data, asked, t)
  return h.section {
    ["aria-labelledby"] = "vantelista",
    h.h2 { id = "vantelista", t("waiting.title") },
    h.p { t("waiting.lead") },
    form.open {
      action = data.action,
      stamp = data.stamp,
      h.each(asked, function(one)
        return field(one, t)
      end),
      h.p { class = "quiet", t("waiting.kept", { months = data.months }) },
      h.div { class = "actions", form.button("_next", "1", t("waiting.send")) },
    },
  }
end

return function(data, t)
  local asked = data.waiting_list and fields(data, t) or {}
  return layout(
    data,
    t,
    { class = "main--text", invite = false },
    form.problems(data.problems, asked, t),
    form.notice(data.notice),
    h.h1 { t("closed.title") },
    data.message and h.prose(data.message) or h.p { t("closed.text") },
    data.opens and h.p { t.rich("closed.opens", { day = h.time { datetime = data.opens.iso, data.opens.text } }) },
    data.waiting_list and waiting(data, asked, t),
    library(data, t)
  )
end
