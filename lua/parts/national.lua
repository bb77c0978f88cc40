-- The country's goals: the one for the whole as a statement, and the six that it
-- rests on.
local h = require("html")
local mark = require("parts.mark")
local section = require("parts.section")

return function(national, t)
  if not national or not national.overall then
    return nil
  end
  return section {
    id = "nationella-mal",
    class = "band--national",
    title = t("home.national"),
    h.p { class = "statement", national.overall.title },
    national.overall.text and h.p { national.overall.text },
    h.ul {
      class = "national",
      h.each(national.goals, function(goal)
        return h.li {
          class = "national__goal",
          mark.goal(goal),
          h.div { h.h3 { goal.title }, h.p { goal.text } },
        }
      end),
    },
  }
end
