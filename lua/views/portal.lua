-- The front page: every county with a portal (docs/pages.md: portal).
local h = require("html")
local layout = require("layout")

-- Two circles in the county's own colours. A page may hold no style, so the
-- colours are attributes of the drawing.
local function swatch(county)
  return h.svg {
    class = "county__art",
    viewBox = "0 0 320 120",
    preserveAspectRatio = "xMidYMid slice",
    ["aria-hidden"] = "true",
    focusable = "false",
    h.rect { width = 320, height = 120, fill = county.colour },
    h.circle { cx = 206, cy = 66, r = 84, fill = "#fff", opacity = "0.16" },
    h.circle { cx = 290, cy = 66, r = 84, fill = county.accent },
  }
end

local function card(county, t)
  return h.li {
    class = "county",
    swatch(county),
    h.div {
      class = "county__text",
      h.h2 { h.a { class = "card__link", href = county.href, county.brand } },
      h.p { county.name },
      h.p {
        class = "quiet",
        county.members > 0 and t.n("fact.joined", county.members) or t("fact.members.none"),
      },
    },
  }
end

local MOST_CIRCLES = 6

-- A circle of two halves in a county's colours, turned a little more each time.
local function halves(county, i)
  local x, y = 70 + (i - 1) % 2 * 150, 70 + (i - 1) // 2 * 150
  return h.g {
    transform = ("translate(%d %d) rotate(%d)"):format(x, y, (i - 1) * 90),
    h.path { fill = county.colour, d = "M0-66a66 66 0 0 1 0 132z" },
    h.path { fill = county.accent, d = "M0-66a66 66 0 0 0 0 132z" },
    h.circle { r = 66, fill = "none", stroke = "#fff", ["stroke-width"] = 2.5 },
  }
end

-- The counties' colours side by side, all of the same size.
local function art(counties)
  local circles = {}
  for i = 1, math.min(#counties, MOST_CIRCLES) do
    circles[i] = halves(counties[i], i)
  end
  return h.svg {
    class = "hero__art hero__art--portal",
    viewBox = ("0 0 290 %d"):format((#circles + 1) // 2 * 150 - 10),
    ["aria-hidden"] = "true",
    focusable = "false",
    circles,
  }
end

return function(data, t)
  return layout(
    data,
    t,
    { wide = true, class = "portal" },
    h.div {
      class = "hero",
      h.div {
        class = "wrap hero__row",
        h.div { class = "hero__words", h.h1 { t("portal.heading") }, h.p { class = "lead", t("portal.lead") } },
        h.any(data.counties) and art(data.counties),
      },
    },
    h.div {
      class = "band",
      h.div {
        class = "wrap",
        h.any(data.counties) and h.ul {
          class = "counties",
          h.each(data.counties, function(county)
            return card(county, t)
          end),
        } or h.p { t("portal.none") },
      },
    }
  )
end
