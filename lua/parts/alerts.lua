-- What a county warns of right now, above everything else on its pages.
local h = require("html")
local link = require("parts.link")
local name = require("parts.name")
local period = require("parts.period")

local shapes = {
  notice = { h.circle { cx = 12, cy = 12, r = 10 }, h.path { class = "cut", d = "M12 10.5v7M12 6.4v.2" } },
  important = {
    h.path { d = "M12 2.6 22.4 21.4H1.6z" },
    h.path { class = "cut", d = "M12 9.4v5.6M12 18v.2" },
  },
  danger = {
    h.path { d = "M7.8 1.6h8.4l6.2 6.2v8.4l-6.2 6.2H7.8l-6.2-6.2V7.8z" },
    h.path { class = "cut", d = "M12 6.6v7M12 17.4v.2" },
  },
}

local function icon(grade)
  return h.svg {
    class = "alert__icon",
    viewBox = "0 0 24 24",
    width = 24,
    height = 24,
    ["aria-hidden"] = "true",
    focusable = "false",
    shapes[grade],
  }
end

local function alert_item(alert, t)
  local when = period.alert(alert, t)
  return h.li {
    class = "alert alert--" .. alert.grade,
    h.div {
      class = "wrap alert__row",
      icon(alert.grade),
      h.div {
        class = "alert__text",
        h.p {
          class = "alert__title",
          h.span { class = "alert__grade", t("alert.grade." .. alert.grade) },
          " ",
          h.strong { alert.title },
        },
        h.p {
          alert.text,
          alert.text and " ",
          when and h.span { class = "alert__when", when },
          h.each(alert.links, function(one)
            return { " ", link(one, t) }
          end),
        },
      },
    },
  }
end

return function(data, t)
  if not h.any(data.alerts) then
    return nil
  end
  return h.aside {
    class = "alerts",
    ["aria-labelledby"] = "varningar",
    name("varningar", t("alert.region")),
    h.ul {
      class = "alerts__list",
      h.each(data.alerts, function(alert)
        return alert_item(alert, t)
      end),
    },
  }
end
