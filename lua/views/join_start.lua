-- What joining means, before the form begins (docs/pages.md: join_start).
local h = require("html")
local layout = require("layout")
local heading = require("parts.heading")
local follow_up = require("parts.follow_up")
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
      data.second and h.li { t.n("start.step-second", data.second) },
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

-- Which strategy one joins, where that is not plain.
local function joined(data, t)
  local s = data.strategy
  if not s then
    return nil
  end
  local title = h.a { href = s.href, s.title }
  local state = s.life and s.life.state
  if state == "coming" and s.life.from then
    return h.p { t.rich("start.joins-coming", { title = title, day = s.life.from.text }) }
  end
  if (state == "ended" or state == "ended-early") and s.life.to then
    return h.p { t.rich("start.joins-ended", { title = title, day = s.life.to.text }) }
  end
  return s.strategies > 1 and h.p { t.rich("start.joins", { title = title }) }
end

-- While no strategy is in force, and the county wants nobody to join then.
local function closed(data, t)
  local s = data.strategy
  local coming = s.life and (s.life.state == "coming" and { title = s.title, href = s.href, from = s.life.from } or s.life.next)
  return {
    h.div {
      class = "notice",
      h.p { t("start.closed") },
      coming and coming.from and h.p {
        t.rich("start.closed-until", { title = h.a { href = coming.href, coming.title }, day = coming.from.text }),
      },
    },
    h.p { t("start.meanwhile") },
    h.div {
      class = "actions",
      button_link(data.page.base .. "/strategi", t("home.read-strategy")),
      button_link(data.page.base .. "/anslutna", t("home.all-members")),
    },
  }
end

local function follow(data, t)
  return data.follow_up and { h.h2 { t("start.follow-up") }, follow_up(data.follow_up, t, 3) }
end

local function open(data, t)
  local begin = data.begin_href or data.action
  return {
    data.binding == false and h.p { class = "notice", t("join.not-binding") },
    joined(data, t),
    h.div { class = "actions", button_link(begin, t("start.begin")) },
    h.p { class = "quiet", t("start.save-hint") },
    may_join(data, t),
    expectations(data, t),
    letter(data),
    steps(data, t),
    follow(data, t),
    h.div { class = "actions", button_link(begin, t("start.begin")) },
  }
end

return function(data, t)
  return layout(
    data,
    t,
    { class = "main--start", invite = false },
    heading(data.title or data.act),
    package(data, t),
    h.prose(data.intro),
    data.open == false and closed(data, t) or open(data, t)
  )
end
