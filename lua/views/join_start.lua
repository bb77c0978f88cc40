-- What joining means, before the form begins (docs/pages.md: join_start).
local h = require("html")
local layout = require("layout")
local items = require("parts.package")
local button_link = require("parts.button_link")

local function may_join(data, t)
  if not h.any(data.may_join) then
    return nil
  end
  return {
    h.h2 { t("start.who") },
    h.ul {
      class = "plain-list plain-list--columns",
      h.each(data.may_join, function(one)
        return h.li { t("kinds." .. one.kind) }
      end),
    },
  }
end

local function expectations(data, t)
  if not h.any(data.expectations) then
    return nil
  end
  return {
    h.h2 { t("start.expected") },
    h.ul {
      class = "ticks",
      h.each(data.expectations, function(one)
        return h.li { one.text }
      end),
    },
  }
end

local function package(data, t)
  if not h.any(data.package) then
    return nil
  end
  return h.section {
    class = "start__package",
    ["aria-labelledby"] = "paket",
    h.h2 { id = "paket", t("home.package") },
    items(data.package, t, "gets--small"),
  }
end

local function steps(data, t)
  return {
    h.h2 { t("start.steps") },
    h.ol {
      class = "steps",
      h.li {
        t("start.step-fill"),
        h.ul {
          class = "steps__topics",
          h.each(data.steps, function(step)
            return h.li { step.title }
          end),
        },
      },
      h.li { t("start.step-check") },
      h.li { t("start.step-confirm") },
      data.review and h.li { t("start.step-review") },
    },
  }
end

local function letter(data)
  return data.letter
    and h.details {
      class = "details",
      h.summary { data.letter_title },
      h.prose(data.letter, 3),
    }
end

return function(data, t)
  local begin = data.begin_href or data.action
  return layout(
    data,
    t,
    { class = "main--start", invite = false },
    h.h1 { data.title or data.act },
    package(data, t),
    h.prose(data.intro),
    data.binding == false and h.p { class = "notice", t("join.not-binding") },
    h.div { class = "actions", button_link(begin, t("start.begin")) },
    h.p { class = "quiet", t("start.save-hint") },
    may_join(data, t),
    expectations(data, t),
    letter(data),
    steps(data, t),
    h.div { class = "actions", button_link(begin, t("start.begin")) }
  )
end
