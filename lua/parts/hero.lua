-- The head of a county's home page. Its form is the county's choice: two circles
-- that meet, the county's own symbol, a band of its colours, or words alone.
local h = require("html")
local heading = require("parts.heading")

local function circles()
  return h.svg {
    class = "hero__art",
    viewBox = "0 0 320 260",
    ["aria-hidden"] = "true",
    focusable = "false",
    h.circle { class = "ink-light", cx = 120, cy = 130, r = 110 },
    h.circle { class = "ink-accent", cx = 210, cy = 130, r = 110 },
    h.path { class = "ink-paper", d = "M165 29.600a110 110 0 0 1 0 200.800a110 110 0 0 1 0-200.800z" },
  }
end

local function symbol(county)
  return h.div {
    class = "hero__art hero__disc",
    county.symbol
      and h.img {
        src = county.symbol,
        alt = h.plain(county.symbol_text) or "",
        lang = h.lang(county.symbol_text),
        width = 320,
        height = 320,
      },
  }
end

-- Steps of the same height: each block as tall as its neighbour.
local function band()
  local blocks = {}
  local inks = { "ink-county", "ink-accent", "ink-light", "ink-accent", "ink-county", "ink-light" }
  for i = 0, 5 do
    local x, y = i % 3 * 110, i // 3 * 130
    local half = i % 2 == 0 and "M%d %dh110v130a110 130 0 0 1-110-130z"
      or "M%d %dm110 0v130h-110a110 130 0 0 1 110-130z"
    blocks[#blocks + 1] = h.rect { class = "ink-ground", x = x, y = y, width = 110, height = 130 }
    blocks[#blocks + 1] = h.path { class = inks[i + 1], d = half:format(x, y) }
  end
  return h.svg {
    class = "hero__art",
    viewBox = "0 0 330 260",
    preserveAspectRatio = "xMidYMid slice",
    ["aria-hidden"] = "true",
    focusable = "false",
    blocks,
  }
end

local function art(county)
  if county.hero == "plain" then
    return nil
  end
  if county.hero == "band" then
    return band()
  end
  return county.hero == "symbol" and county.symbol and symbol(county) or circles()
end

return function(data, t)
  local base = data.page.base
  local county = data.county
  return h.div {
    class = "hero",
    h.div {
      class = "wrap hero__row",
      h.div {
        class = "hero__words",
        heading(data.title),
        data.lead and h.p { class = "lead", data.lead },
        h.div {
          class = "actions",
          county.joins and h.a { class = "button button--accent", href = base .. "/anslut", data.act or county.act },
          h.a { class = "button button--plain", href = base .. "/strategi", t("home.read-strategy") },
        },
      },
      art(county),
    },
  }
end
