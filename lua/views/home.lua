-- A county's home page. Its parts stand in the order that the county chose
-- (docs/pages.md: home).
local h = require("html")
local layout = require("layout")
local hero = require("parts.hero")
local life = require("parts.life")
local links = require("parts.links")
local mark = require("parts.mark")
local members = require("parts.members")
local label = require("parts.name")
local national = require("parts.national")
local package = require("parts.package")
local period = require("parts.period")
local plans = require("parts.strategy_areas")
local processes = require("parts.processes")
local section = require("parts.section")

local parts = {}

-- A number in words: the number large, the words after it.
local function fact(number, words)
  return h.li {
    class = "fact",
    h.strong { class = "fact__number", number },
    " ",
    h.span { class = "fact__words", words },
  }
end

-- What the years are, by where the strategy is in its life.
local years = {
  coming = "fact.period.coming",
  ended = "fact.period.ended",
  ["ended-early"] = "fact.period.ended",
}

-- Before the first one has joined, an invitation stands where the number would.
function parts.facts(data, t)
  local f = data.facts
  if f.members == 0 and not data.county.joins and f.areas == 0 and not f.period then
    return nil
  end
  return h.section {
    class = "facts",
    ["aria-labelledby"] = "i-siffror",
    h.h2 { id = "i-siffror", class = "visually-hidden", t("home.facts") },
    h.ul {
      class = "wrap facts__list",
      f.members > 0 and fact(t.number(f.members), t.n("fact.members", f.members)),
      f.members == 0 and data.county.joins and fact(t("fact.first-number"), t("fact.first")),
      f.members > 0
        and f.municipalities > 1
        and fact(
          t("fact.of", { part = f.municipalities_with, whole = f.municipalities }),
          t("fact.municipalities")
        ),
      h.any(data.county.covers) and fact(t.number(#data.county.covers), t("fact.counties")),
      f.areas > 0 and fact(t.number(f.areas), t.n("fact.areas", f.areas)),
      f.period and fact(period.years(f.period, t), t(years[f.life] or "fact.period")),
    },
  }
end

-- The number of members that was reached last, and what the county says of it.
local function milestone(data, t)
  local one = data.milestone
  return one
    and h.aside {
      class = "milestone",
      ["aria-labelledby"] = "milstolpe",
      label("milstolpe", t("home.milestone")),
      h.div {
        class = "wrap milestone__row",
        h.strong { class = "milestone__number", t.number(one.number) },
        h.div { class = "milestone__words", h.p { one.text }, links(one.links, t) },
      },
    }
end

local function titles(areas, t)
  local names = {}
  for i, one in ipairs(areas) do
    names[i] = h.plain(one.title)
  end
  return t.list(names)
end

local function area_card(area, t)
  return h.li {
    class = "card",
    mark.area(area),
    h.h3 { class = "card__title", h.a { class = "card__link", href = area.href, area.title } },
    area.own and h.p { class = "quiet", t("area.own") },
    area.summary and h.p { area.summary },
    h.any(area.areas) and h.p { class = "quiet", t("area.includes", { areas = titles(area.areas, t) }) },
    area.members > 0 and h.p { class = "card__foot", t.n("area.members", area.members) },
  }
end

function parts.areas(data, t)
  if not h.any(data.areas) then
    return nil
  end
  return section {
    id = "omraden",
    class = "band--areas",
    title = t("home.areas"),
    aside = h.a { class = "more", href = data.page.base .. "/strategi", t("home.whole-strategy") },
    h.ul {
      class = "cards",
      h.each(data.areas, function(area)
        return area_card(area, t)
      end),
    },
  }
end

function parts.package(data, t)
  if not h.any(data.package) then
    return nil
  end
  return section {
    id = "paket",
    class = "band--tinted",
    title = t("home.package"),
    package(data.package, t),
    data.act and h.div {
      class = "actions",
      h.a { class = "button", href = data.page.base .. "/anslut", data.act },
      data.binding == false and h.p { class = "quiet", t("join.not-binding") },
    },
  }
end

function parts.processes(data, t)
  return processes(data.processes, t)
end

function parts.goals(data, t)
  return h.any(data.goals)
    and section {
      id = "mal",
      class = "band--goals band--split",
      title = t("home.goals"),
      plans.goals(data.goals, t),
    }
end

local function free_section(one, t)
  return section {
    id = one.id,
    class = "band--prose band--split",
    title = one.title,
    h.prose(one.text, 3),
    links(one.links, t),
  }
end

function parts.newsletter(data, t)
  local letter = data.newsletter
  if not letter then
    return nil
  end
  return section {
    id = "nyhetsbrev",
    class = "band--newsletter band--split",
    title = letter.name or t("home.newsletter"),
    letter.text and h.p { class = "lead", letter.text },
    letter.times_a_year and letter.times_a_year > 0 and h.p {
      class = "quiet",
      t.n("newsletter.times", letter.times_a_year),
    },
    links(letter.links, t),
  }
end

function parts.publications(data, t)
  if not h.any(data.publications) then
    return nil
  end
  return section {
    id = "publikationer",
    class = "band--split",
    title = t("home.publications"),
    h.ul {
      class = "rows",
      h.each(data.publications, function(one)
        return h.li {
          class = "row",
          one.finished and h.time { class = "row__when", datetime = one.finished.iso, one.finished.text },
          h.div {
            class = "row__what",
            h.h3 { one.title },
            one.text and h.p { one.text },
            links(one.links, t),
          },
        }
      end),
    },
  }
end

function parts.national(data, t)
  return national(data.national, t)
end

local function occasions(data)
  return h.ul {
    class = "rows",
    h.each(data.occasions, function(one)
      return h.li {
        class = "row",
        one.date and h.time { class = "row__when", datetime = one.date.iso, one.date.text },
        h.div { class = "row__what", h.h3 { one.title }, one.text and h.p { one.text } },
      }
    end),
  }
end

function parts.members(data, t)
  if not h.any(data.latest) and not h.any(data.occasions) then
    return nil
  end
  return section {
    id = "nya",
    class = "band--split",
    title = h.any(data.latest) and t("home.members") or t("home.occasions"),
    aside = h.a { class = "more", href = data.page.base .. "/anslutna", t("home.all-members") },
    h.any(data.latest) and members(data.latest, t),
    h.any(data.latest) and h.any(data.occasions) and h.h3 { class = "sub", t("home.occasions") },
    h.any(data.occasions) and occasions(data),
  }
end

function parts.owners(data, t)
  local owners = data.county.owners
  if not h.any(owners) then
    return nil
  end
  return section {
    id = "bakom",
    class = "band--owners band--split",
    title = t("home.owners"),
    h.ul {
      class = "owners",
      h.each(owners, function(owner)
        return h.li {
          class = "owner",
          h.h3 { owner.name },
          owner.text and h.p { owner.text },
          h.any(owner.parts) and h.p { t("owner.parts", { parts = t.list(owner.parts) }) },
          owner.formed and h.p { class = "quiet", t("owner.formed", { day = owner.formed.text }) },
          links(owner.links, t),
        }
      end),
    },
  }
end

-- Sections that the order does not name one by one.
local function other_sections(data, t)
  local named = {}
  for _, name in ipairs(data.order) do
    named[name] = true
  end
  local rest = {}
  for id, one in pairs(data.sections or {}) do
    if not named[id] then
      rest[#rest + 1] = one
    end
  end
  table.sort(rest, function(a, b)
    return (a.number or 0) < (b.number or 0)
  end)
  return h.each(rest, function(one)
    return free_section(one, t)
  end)
end

local function part(name, data, t)
  if name == "sections" then
    return other_sections(data, t)
  end
  if parts[name] then
    return parts[name](data, t)
  end
  local one = data.sections and data.sections[name]
  return one and free_section(one, t)
end

return function(data, t)
  return layout(
    data,
    t,
    { wide = true, class = "home", invite = false },
    hero(data, t),
    milestone(data, t),
    life.is_odd(data.life) and h.div { class = "wrap life-band", life.notice(data.life, t) },
    h.each(data.order, function(name)
      return part(name, data, t)
    end)
  )
end
