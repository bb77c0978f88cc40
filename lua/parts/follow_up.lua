-- The rounds in which members answer follow-up questions, with their days.
local h = require("html")

local function days(round, t)
  return t.rich("follow-up.days", {
    from = h.time { datetime = round.opens.iso, round.opens.text },
    to = h.time { datetime = round.closes.iso, round.closes.text },
  })
end

local function questions(round, t)
  return h.any(round.questions)
    and h.details {
      class = "details",
      h.summary { t("follow-up.questions") },
      h.ul {
        class = "plain-list",
        h.each(round.questions, function(question)
          return h.li { question }
        end),
      },
    }
end

-- follow_up(data.follow_up, t, level): nodes, without a heading of their own.
return function(one, t, level)
  if not one then
    return nil
  end
  local heading = h["h" .. level]
  return {
    one.text and h.p { one.text },
    h.any(one.rounds) and h.ul {
      class = "rounds",
      h.each(one.rounds, function(round)
        return h.li {
          class = "round",
          heading { class = "round__title", round.title },
          h.p { days(round, t), " ", t("follow-up." .. round.state) },
          round.text and h.p { round.text },
          questions(round, t),
        }
      end),
    },
  }
end
