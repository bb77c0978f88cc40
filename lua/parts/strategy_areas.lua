-- The strategy's areas in full: what each means, its goals and measures.
local h = require("html")
local mark = require("parts.mark")

local plans = {}

local function every(one, t)
  if not one.every then
    return nil
  end
  local often = one.every == 2 and t("indicator.every-second") or t.n("indicator.every", one.every)
  return h.p {
    class = "quiet",
    often,
    one.next and { " ", t("indicator.next", { year = ("%d"):format(one.next) }) },
  }
end

-- Which figures there are in any year, in this order.
local figures = { "women", "men", "other", "total" }

local function heads(one, t)
  local shown = {}
  for _, what in ipairs(figures) do
    for _, year in ipairs(one.measured) do
      if year.figures[what] then
        local own = what == "other" and one.other_label
        shown[#shown + 1] = { what = what, label = own or t("indicator." .. what) }
        break
      end
    end
  end
  return shown
end

local function measured(one, t)
  if not h.any(one.measured) then
    return nil
  end
  local shown = heads(one, t)
  return h.div {
    class = "figures",
    h.table {
      class = "figures__table",
      h.caption { class = "visually-hidden", one.text },
      h.thead {
        h.tr {
          h.th { scope = "col", t("indicator.year") },
          h.each(shown, function(head)
            return h.th { scope = "col", head.label }
          end),
        },
      },
      h.tbody {
        h.each(one.measured, function(year)
          return h.tr {
            h.th { scope = "row", year.id },
            h.each(shown, function(head)
              local figure = year.figures[head.what]
              return h.td { figure and figure.text or "–" }
            end),
          }
        end),
      },
    },
    h.each(one.measured, function(year)
      return year.text and h.p { class = "quiet", year.id, ": ", year.text }
    end),
  }
end

local function indicators(list, t)
  if not h.any(list) then
    return nil
  end
  return {
    h.p { class = "indicators__label", t("goal.indicators") },
    h.ul {
      class = "indicators",
      h.each(list, function(one)
        return h.li {
          one.text,
          one.unit and { " (", one.unit, ")" },
          one.source and h.span { class = "quiet", " ", t.rich("goal.source", { source = one.source }) },
          every(one, t),
          measured(one, t),
        }
      end),
    },
  }
end

-- "Klart under 2027", "Klart i juni 2027", "Klart 14 mars 2027", or as the county
-- says it.
local precision = { [4] = "goal.by.year", [7] = "goal.by.month", [10] = "goal.by.day" }

local function due(one, t)
  if one.when then
    return h.p { class = "quiet", one.when }
  end
  return one.by and h.p { class = "quiet", t(precision[#one.by.iso], { day = one.by.text }) }
end

local function stages(list, t)
  return h.any(list)
    and {
      h.p { class = "indicators__label", t("goal.stages") },
      h.ol {
        class = "stages",
        h.each(list, function(stage)
          return h.li { class = "stage", h.p { stage.text }, due(stage, t) }
        end),
      },
    }
end

function plans.goals(list, t)
  return h.ol {
    class = "goals",
    h.each(list, function(goal)
      return h.li {
        class = "goal",
        h.p { goal.text },
        due(goal, t),
        stages(goal.stages, t),
        indicators(goal.indicators, t),
      }
    end),
  }
end

function plans.measures(list)
  return h.ul {
    class = "measures",
    h.each(list, function(measure)
      return h.li { measure.text }
    end),
  }
end

-- A county's own title stands over a national goal; the goal's name is told where
-- it is another.
local function has_own_title(one)
  return one.national and one.national.title and h.plain(one.national.title) ~= h.plain(one.title)
end

-- Areas within it stand below it, a level down.
local area

local function inner(one, t)
  return h.any(one.areas)
    and h.div {
      class = "area__areas",
      h.h4 { class = "visually-hidden", t.rich("strategy.area-areas", { area = one.title }) },
      h.each(one.areas, function(part)
        return area(part, t, 1)
      end),
    }
end

local function origin(one, t)
  if one.own then
    return h.p { class = "quiet", t("area.own") }
  end
  return has_own_title(one) and h.p { class = "quiet", t.rich("area.national", { goal = one.national.title }) }
end

function area(one, t, down)
  local title, sub = h["h" .. 3 + down * 2], h["h" .. 4 + down * 2]
  return h.article {
    class = h.classes("area", down > 0 and "area--inner"),
    id = "omrade-" .. one.id,
    h.div {
      class = "area__head",
      down == 0 and mark.area(one),
      h.div {
        title { class = "area__title", one.title },
        down == 0 and origin(one, t),
      },
    },
    h.div {
      class = "area__text",
      one.summary and h.p { class = "area__summary", one.summary },
      h.prose(one.text, 4),
      h.any(one.goals) and { sub { t("strategy.area-goals") }, plans.goals(one.goals, t) },
      h.any(one.measures) and { sub { t("strategy.area-measures") }, plans.measures(one.measures) },
      one.members > 0 and h.p { h.a { class = "more", href = one.members_href, t.n("area.members", one.members) } },
      inner(one, t),
    },
  }
end

function plans.areas(list, t)
  return h.each(list, function(one)
    return area(one, t, 0)
  end)
end

return plans
