-- A diploma, made to be printed on a standing A4 (docs/pages.md: diploma).
local h = require("html")
local layout = require("layout")

local function owners(county)
  return h.ul {
    class = "diploma__owners",
    h.each(county.owners, function(owner)
      return h.li { owner.name }
    end),
  }
end

local function symbol(county)
  if county.symbol then
    return h.img { class = "diploma__symbol", src = county.symbol, alt = "", width = 120, height = 120 }
  end
  return h.svg {
    class = "diploma__symbol",
    viewBox = "0 0 48 30",
    width = 120,
    height = 75,
    ["aria-hidden"] = "true",
    focusable = "false",
    h.circle { class = "ink-county", cx = 15, cy = 15, r = 13 },
    h.circle { class = "ink-accent", cx = 33, cy = 15, r = 13 },
    h.path { class = "ink-both", d = "M24 5.600a13 13 0 0 1 0 18.800a13 13 0 0 1 0-18.800z" },
  }
end

-- A strategy that has the portal's own name is named already.
local function strategy(data)
  return data.strategy
    and h.plain(data.strategy) ~= h.plain(data.county.brand)
    and h.p { class = "diploma__strategy", data.strategy }
end

-- Not twice, when the title says it.
local function number(data, t)
  local text = data.number_text or data.number and ("%d"):format(data.number)
  local title = " " .. tostring(h.plain(data.title)) .. " "
  local from, to = title:find(text or "", 1, true)
  local said = from and not title:sub(from - 1, from - 1):find("%d") and not title:sub(to + 1, to + 1):find("%d")
  return text
    and not said
    and h.p {
      class = "diploma__number",
      t("diploma.number", { number = data.number_text or t.number(data.number) }),
    }
end

return function(data, t)
  local county = data.county
  return layout(
    data,
    t,
    { bare = true, class = "main--diploma" },
    h.p { class = "no-print", t("diploma.print") },
    h.article {
      class = "diploma",
      symbol(county),
      h.h1 { class = "diploma__title", data.title },
      h.p { class = "diploma__name", data.name },
      h.p {
        class = "diploma__text",
        (data.text or "") ~= "" and data.text
          or t.rich("diploma.text", { brand = county.brand, day = data.joined.text }),
      },
      strategy(data),
      owners(county),
      number(data, t),
    }
  )
end
