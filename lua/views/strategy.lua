-- A county's strategy in full (docs/pages.md: strategy).
local h = require("html")
local layout = require("layout")
local follow_up = require("parts.follow_up")
local heading = require("parts.heading")
local life = require("parts.life")
local links = require("parts.links")
local name = require("parts.name")
local national = require("parts.national")
local period = require("parts.period")
local plans = require("parts.strategy_areas")
local processes = require("parts.processes")
local section = require("parts.section")

local periods = {
  coming = "strategy.period.coming",
  ended = "strategy.period.ended",
  ["ended-early"] = "strategy.period.ended",
}

local function state(data)
  return data.life and data.life.state or "in-force"
end

local function head(data, t)
  return h.div {
    class = "page-head",
    h.div {
      class = "wrap",
      data.period and h.p { class = "eyebrow", t(periods[state(data)] or "strategy.period", { period = period.text(data.period, t) }) },
      heading(data.title),
      data.lead and h.p { class = "lead", data.lead },
      life.notice(data.life, t),
      links(data.documents, t),
      h.any(data.supplements) and h.each(data.supplements, function(one)
        return h.div {
          class = "notice",
          h.p {
            one.from and h.strong { t("strategy.supplement", { day = one.from.text }) },
            one.from and " ",
            one.text,
          },
        }
      end),
    },
  }
end

local function contents(data, t)
  if #(data.areas or {}) < 3 then
    return nil
  end
  return h.nav {
    class = "contents",
    ["aria-labelledby"] = "innehallet",
    name("innehallet", t("strategy.contents")),
    h.ul {
      h.each(data.areas, function(one)
        return h.li { h.a { href = "#omrade-" .. one.id, one.title } }
      end),
    },
  }
end

local function dated(list, t)
  return h.ul {
    class = "rows",
    h.each(list, function(one)
      return h.li {
        class = "row",
        one.date and h.time { class = "row__when", datetime = one.date.iso, one.date.text },
        h.div {
          class = "row__what",
          h.p { one.text or (one.id and t("strategy.version", { id = one.id })) },
        },
      }
    end),
  }
end

local function missions(data, t)
  return h.any(data.missions)
    and section {
      id = "uppdrag",
      class = "band--split",
      title = t("strategy.missions"),
      h.ul {
        class = "owners",
        h.each(data.missions, function(one)
          return h.li { class = "owner", h.h3 { one.title }, h.p { one.text } }
        end),
      },
    }
end

local function others(data, t)
  return h.any(data.others)
    and section {
      id = "andra",
      class = "band--split",
      title = t("strategy.others"),
      h.ul {
        class = "plain-list",
        h.each(data.others, function(one)
          local title = one.href and h.a { href = one.href, one.title } or one.title
          return h.li { title, one.period and { ", ", period.text(one.period, t) } }
        end),
      },
    }
end

return function(data, t)
  return layout(
    data,
    t,
    { wide = true, class = "strategy" },
    head(data, t),
    data.text and h.div { class = "band", h.div { class = "wrap", h.prose(data.text) } },
    h.any(data.areas) and section {
      id = "omraden",
      class = "band--areas",
      title = t("home.areas"),
      contents(data, t),
      plans.areas(data.areas, t),
    },
    h.any(data.goals) and section {
      id = "mal",
      class = "band--goals band--split",
      title = t("home.goals"),
      plans.goals(data.goals, t),
    },
    h.any(data.measures) and section {
      id = "atgarder",
      class = "band--split",
      title = t("strategy.area-measures"),
      plans.measures(data.measures),
    },
    processes(data.processes, t),
    missions(data, t),
    data.follow_up and section {
      id = "folja-upp",
      class = "band--split",
      title = t("strategy.follow-up"),
      follow_up(data.follow_up, t, 3),
    },
    national(data.national, t),
    h.any(data.evaluations)
      and section { id = "utvardering", class = "band--split", title = t("strategy.evaluations"), dated(data.evaluations, t) },
    h.any(data.versions) and section { id = "versioner", class = "band--split", title = t("strategy.versions"), dated(data.versions, t) },
    others(data, t)
  )
end
