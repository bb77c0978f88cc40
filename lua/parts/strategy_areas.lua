-- The strategy's areas in full: what each means, its goals and measures.
local h = require("html")
local mark = require("parts.mark")

local plans = {}

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
        }
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
        goal.by and h.p { class = "quiet", t("goal.by", { day = goal.by.text }) },
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

local function area(one, t)
  return h.article {
    class = "area",
    id = "omrade-" .. one.id,
    h.div {
      class = "area__head",
      mark.area(one),
      h.div {
        h.h3 { class = "area__title", one.title },
        has_own_title(one) and h.p {
          class = "quiet",
          t.rich("area.national", { goal = one.national.title }),
        },
      },
    },
    h.div {
      class = "area__text",
      one.summary and h.p { class = "area__summary", one.summary },
      h.prose(one.text, 4),
      h.any(one.goals) and { h.h4 { t("strategy.area-goals") }, plans.goals(one.goals, t) },
      h.any(one.measures) and { h.h4 { t("strategy.area-measures") }, plans.measures(one.measures) },
      one.members > 0 and h.p { h.a { class = "more", href = one.members_href, t.n("area.members", one.members) } },
    },
  }
end

function plans.areas(list, t)
  return h.each(list, function(one)
    return area(one, t)
  end)
end

return plans
